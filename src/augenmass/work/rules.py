"""Pure rules of the room: who stands in for whom, which days are acceptable, which piece of post does what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

FARTHEST = timedelta(days=5 * 366)
"""Farthest day to which a task can be put: five years."""
URGENT_FACT = "urgent_application_pending"
"""The fact that a pending application for interim relief (VwGO §§ 80 (5), 123) establishes."""

EXPIRING = ("suspension_expiry", "provisional_expiry")
"""Deadlines of the catalogue after which a person would hold no paper: shown four weeks ahead."""

TOLERATED_DAYS = 1
"""What is told on the day after it was wanted is in time: the worker may have passed on the day itself."""

GIVEN = "plan_step:"
"""How ``about`` of a task begins that can belong to another body than the case: it ends with the step of the joint plan."""


@dataclass(frozen=True, slots=True)
class Away:
    """One absence: who, who stands in, from the first to the last day (both included). Ids of accounts."""

    account: int
    stand_in: int
    first_day: date
    last_day: date

    def covers(self, day: date) -> bool:
        """Whether the person is away on the day."""
        return self.first_day <= day <= self.last_day

    def overlaps(self, other: "Away") -> bool:
        """Whether two absences share a day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day


def stands_in_for(account: int, absences: Iterable[Away], day: date) -> list[int]:
    """Everybody whose work falls to ``account`` on the day, also through a stand-in who is away too; sorted, without itself."""
    followed: dict[int, set[int]] = {}
    for away in absences:
        if away.covers(day):
            followed.setdefault(away.stand_in, set()).add(away.account)
    found: set[int] = set()
    open_ids = [account]
    while open_ids:
        for absent in followed.get(open_ids.pop(), set()) - found:
            found.add(absent)
            open_ids.append(absent)
    return sorted(found - {account})


class DayProblem(StrEnum):
    """What is wrong with a day that somebody entered."""

    PAST = "past"
    FUTURE = "future"
    TOO_FAR = "too_far"


def problem_with_due(due: date, today: date) -> DayProblem | None:
    """A task can be due from today to five years ahead."""
    if due < today:
        return DayProblem.PAST
    return DayProblem.TOO_FAR if due > today + FARTHEST else None


def problem_with_receipt(received: date, today: date) -> DayProblem | None:
    """A letter was received today or earlier; more than five years ago is a slip of the pen."""
    if received > today:
        return DayProblem.FUTURE
    return DayProblem.TOO_FAR if received < today - FARTHEST else None


def is_late(wanted: date, done: date) -> bool:
    """Whether something came later than the day after it was wanted."""
    return (done - wanted).days > TOLERATED_DAYS
