"""What can stand on a form for the authorities of a state of origin: a closed list of facts, all of one category.

Nothing of an asylum procedure goes there, and nothing that would tell of one: the kind of a travel document can be that of a refugee, the
number of the Central Register is of no concern to another state. The matrix of transmissions has no row that leads to a state of
origin, so the program sends nothing; a person fills in the form from this list.
"""

from collections.abc import Collection

from augenmass.law.vocabulary import VOCABULARY

CATEGORIES = frozenset({"identity"})
GROUPS = frozenset({"person", "identity"})
FACTS = (
    "family_name",
    "first_names",
    "birth_name",
    "date_of_birth",
    "place_of_birth",
    "country_of_birth",
    "sex",
    "marital_status",
    "nationality",
    "passport_number",
)
"""In the order of a form."""


def may_stand_on_form(name: str) -> bool:
    """Whether a fact can stand on a form for a state of origin. Whatever is not on the list cannot."""
    declared = VOCABULARY.get(name)
    return declared is not None and name in FACTS and declared.category in CATEGORIES and declared.group in GROUPS


def refused(names: Collection[str]) -> tuple[str, ...]:
    """The names that cannot stand on a form."""
    return tuple(name for name in names if not may_stand_on_form(name))
