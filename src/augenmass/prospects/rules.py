"""How a prospect stands, and when a suspension is to be renewed; pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum

from augenmass.law.values import NO, UNKNOWN, YES


class Standing(StrEnum):
    """How a prospect stands for the authority, the strongest first."""

    AT_DESK = "at_desk"
    POSITIVE = "positive"
    OPEN = "open"
    EXCLUDED = "excluded"


def standing(law: int, officer: int, *, at_desk: bool = False, refused: bool = False) -> Standing:
    """How a prospect stands by the law's answer and the officer's (YES possible, NO excluded, UNKNOWN not looked at).

    What the law answers yes stays positive against the officer, unless the residence desk has refused it.
    """
    if at_desk:
        return Standing.AT_DESK
    if officer == YES or (law == YES and not refused):
        return Standing.POSITIVE
    return Standing.EXCLUDED if officer == NO else Standing.OPEN


def bars(found: Standing) -> bool:
    """Whether it stands before a measure."""
    return found is not Standing.EXCLUDED


def may_fit(law: int, officer: int) -> bool:
    """Whether the person is told of a prospect: neither the officer nor the law has excluded it."""
    return officer == YES or (officer == UNKNOWN and law != NO)


def contradicts(overall: str, officer: Mapping[str, int]) -> bool:
    """Whether "no prospect at all" is said while one was found possible by itself."""
    return overall == "no" and YES in officer.values()


def wanted_on(valid_until: date, lead: int, known_on: date) -> date:
    """The first day on which a renewal could be announced."""
    return max(valid_until - timedelta(days=lead), known_on)
