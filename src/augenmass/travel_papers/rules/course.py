"""The course of an application: which event can follow, and on which day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

LONGEST_AHEAD = 730
"""Days that a hearing can lie ahead."""
LONGEST_AGO = 20
"""Years that a filing can lie back."""
LONGEST_VALID = 16
"""Years that a document can be valid; a later day is a slip of the pen."""
CLOSING = frozenset({"issued", "refused", "withdrawn"})
GIVING = frozenset({"forms_sent", "hearing_set"})
"""Events by which something about the person goes to the state of origin."""


class Problem(StrEnum):
    """Why an event cannot be."""

    CLOSED = "closed"
    BEFORE_FILED = "before_filed"
    FUTURE = "future"
    TOO_FAR = "too_far"
    NO_HEARING = "no_hearing"
    NO_RESULT = "no_result"
    BEFORE_LAST = "before_last"
    VALIDITY = "validity"


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as the rules need it."""

    kind: str
    on: date
    result: str = ""
    valid_until: date | None = None


def problem_with_filing(filed_on: date, today: date) -> Problem | None:
    """Why an application cannot have been filed on a day."""
    if filed_on > today:
        return Problem.FUTURE
    return Problem.TOO_FAR if filed_on.year < today.year - LONGEST_AGO else None


def problem_with(new: Happened, before: Collection[Happened], filed_on: date, today: date) -> Problem | None:
    """Why an event cannot follow those before it; None where it can."""
    if any(held.kind in CLOSING for held in before):
        return Problem.CLOSED
    if new.on < filed_on:
        return Problem.BEFORE_FILED
    return _day_problem(new, today) or _kind_problem(new, before)


def _day_problem(new: Happened, today: date) -> Problem | None:
    if new.kind == "hearing_set":
        return Problem.TOO_FAR if (new.on - today).days > LONGEST_AHEAD else None
    return Problem.FUTURE if new.on > today else None


def _kind_problem(new: Happened, before: Collection[Happened]) -> Problem | None:
    if new.kind == "hearing_result":
        if new.on not in open_hearings(before):
            return Problem.NO_HEARING
        return None if new.result else Problem.NO_RESULT
    if new.kind in CLOSING and any(held.on > new.on for held in before if held.kind != "hearing_set"):
        return Problem.BEFORE_LAST
    if new.kind == "issued" and new.valid_until is not None and not _can_be_valid(new):
        return Problem.VALIDITY
    return None


def _can_be_valid(new: Happened) -> bool:
    assert new.valid_until is not None
    return new.on < new.valid_until and new.valid_until.year <= new.on.year + LONGEST_VALID


def open_hearings(events: Collection[Happened]) -> list[date]:
    """The days of hearings whose result is not recorded, or is still to come, the earliest first."""
    settled = {held.on for held in events if held.kind == "hearing_result" and held.result != "pending"}
    return sorted({held.on for held in events if held.kind == "hearing_set"} - settled)
