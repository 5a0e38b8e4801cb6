"""Which class of data a fact of the vocabulary belongs to, and what kind of body a body of the directory is for the matrix."""

from collections.abc import Mapping

from augenmass.law.vocabulary import VOCABULARY

_BY_NAME: Mapping[str, str] = {
    # Its use is limited by a rule of its own (AZRG § 10 (4)).
    "central_register_number": "azr_number",
    "return_support_applied": "return_support",
    "return_support_notice_on": "return_support",
}
_COURSES = "courses"
"""Chapter whose facts on attendance have rows of their own in the matrix; what it holds of livelihood keeps its category."""
_KIND_OF_BODY: Mapping[str, str] = {
    "foreigners_authority": "foreigners_authority",
    "central_return_office": "central_body",
    "reception_centre": "reception_centre",
    "ministry": "supreme_authority",
    "police": "land_police",
    # The municipality keeps the population register.
    "municipality": "registration_office",
    "counselling": "counselling_body",
    "counselling_private": "counselling_body",
    "youth_welfare": "youth_office",
    "benefits": "asylum_benefits_office",
    # Administrative courts stand in no row of their own.
    "court": "other_public_body",
}


def class_of(name: str) -> str:
    """The class of data of a fact. Raises ``KeyError`` for a name that is no fact."""
    declared = VOCABULARY[name]
    if declared.group == _COURSES and declared.category == "residence":
        return _COURSES
    return _BY_NAME.get(name, declared.category)


def matrix_kind(kind: str) -> str | None:
    """What a kind of body of the directory is in the matrix; None for one that neither sends nor receives."""
    return _KIND_OF_BODY.get(kind)


def party_kind(kind: str) -> str:
    """The same for a body that takes part in any case: it stands in the row of other public bodies where it has none of its own."""
    return matrix_kind(kind) or "other_public_body"
