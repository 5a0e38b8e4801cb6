"""A benefits office beside the authority, a case with facts of several classes, and a composition that may go."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.directory.models import Body
from augenmass.record.models import Fact
from augenmass.transmissions.actions.composing import Composition
from augenmass.transmissions.rules.kinds import MessageKind

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.record.models import Case

FACTS = {
    "family_name": "Haddad",
    "first_names": "Samir",
    "date_of_birth": "1990-01-31",
    "nationality": "sy",
    "address_town": "Nordheim",
    "title_kind": "none",
    "criminal_proceedings_open": "yes",
    "illness_claimed": "yes",
}
RULED_OUT = dict.fromkeys(
    (
        "special_rule_opposes",
        "professional_secret",
        "tax_secret",
        "social_data",
        "youth_welfare_entrusted",
        "counselling_content",
    ),
    "no",
)
TOLD = {**RULED_OUT, "necessity_affirmed": "yes"}
Compose = Callable[..., Composition]


@pytest.fixture
def benefits(db: None) -> Body:
    """An office for asylum seekers' benefits of the same instance."""
    return Body.objects.create(
        key="leistung-nordheim", kind=Body.Kind.BENEFITS, name="Leistungsbehörde Nordheim", land="ST"
    )


@pytest.fixture
def clerk(make_actor: "MakeActor", benefits: Body) -> "Actor":
    """Decides in the benefits office about what comes in."""
    return make_actor("leist", benefits, "benefits_officer")


@pytest.fixture
def held_case(case_with: "MakeCase") -> "Case":
    """A case with facts of several classes of data."""
    return case_with(FACTS)


@pytest.fixture
def compose(held_case: "Case", benefits: Body) -> Compose:
    """Makes a composition of named facts of the case to the benefits office."""

    def make(*names: str, **changes: Any) -> Composition:
        facts = Fact.objects.filter(case=held_case, name__in=names or ("family_name", "date_of_birth"), closed_by=None)
        given: dict[str, Any] = {
            "key": uuid4(),
            "kind": MessageKind.TRANSMISSION,
            "purpose": "asylum_benefits",
            "reasons": "Für die Leistungen nötig.",
            "facts": tuple(facts.values_list("pk", flat=True)),
            "receiver_id": benefits.pk,
            "told": TOLD,
        }
        return Composition(**(given | changes))

    return make
