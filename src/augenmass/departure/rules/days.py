"""Days that a departure asks for: who is of age when, how long a certificate counts, when somebody can have departed. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from typing import Final

MAJORITY: Final = 18
LONGEST_CERTIFICATE: Final = timedelta(days=180)
LOOK_AHEAD: Final = timedelta(days=183)
"""How far ahead a page warns that a child comes of age on the way."""

Days = tuple[date, date]
"""First and last possible day of birth."""


class DayProblem(Enum):
    """Why a day cannot be meant."""

    PAST = "past"
    FUTURE = "future"
    TOO_FAR = "too_far"
    BEFORE_ISSUE = "before_issue"


def of_age_on(born: date) -> date:
    """The day on which somebody comes of age (BGB § 2, § 187 (2) sentence 2); born on 29 February: 1 March in other years."""
    try:
        return born.replace(year=born.year + MAJORITY)
    except ValueError:
        return date(born.year + MAJORITY, 3, 1)


def comes_of_age(born: Days | None, since: date, until: date) -> date | None:
    """The day on which somebody comes of age between two days; of a birth known in part the first possible one."""
    if born is None:
        return None
    first, last = of_age_on(born[0]), of_age_on(born[1])
    return max(first, since) if since < last and first <= until else None


def heads(births: Iterable[Days | None], on: date) -> tuple[int, int]:
    """Adults and minors on a day. Somebody whose birth is not established, or only in part, counts as an adult."""
    minors = adults = 0
    for born in births:
        if born is not None and on < of_age_on(born[0]):
            minors += 1
        else:
            adults += 1
    return adults, minors


def problem_with_validity(until: date, today: date) -> DayProblem | None:
    """Why a certificate cannot count until a day."""
    if until < today:
        return DayProblem.PAST
    return DayProblem.TOO_FAR if until > today + LONGEST_CERTIFICATE else None


def problem_with_departure(departed: date, issued: date, today: date) -> DayProblem | None:
    """Why a certificate cannot prove a departure on a day."""
    if departed > today:
        return DayProblem.FUTURE
    return DayProblem.BEFORE_ISSUE if departed < issued else None
