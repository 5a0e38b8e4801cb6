"""Pure rules of a referral: which days are possible, which number the case gets, what a list of missing things says."""

from collections.abc import Collection
from datetime import date, timedelta
from enum import StrEnum

FARTHEST = timedelta(days=180)
"""Farthest day by which an answer is asked for."""
READS_AFTER = timedelta(days=30)
"""How long after that day the receiver may still read the case, so that a late answer is possible."""
STEP_ANSWER = timedelta(days=14)
"""Within how many days an answer is asked for where a signed step opens the referral."""
LONGEST_NUMBER = 60
MOST_MISSING = 30
LONGEST_MISSING = 300


class DeadlineProblem(StrEnum):
    """What is wrong with the day by which an answer is asked for."""

    PAST = "past"
    TOO_FAR = "too_far"


def problem_with_deadline(deadline: date, today: date) -> DeadlineProblem | None:
    """The answer can be asked for from today to half a year ahead."""
    if deadline < today:
        return DeadlineProblem.PAST
    return DeadlineProblem.TOO_FAR if deadline > today + FARTHEST else None


def number_in_body(wanted: str, taken: Collection[str]) -> str:
    """A file number that the body does not use yet: as wanted, else with the first free suffix (``-2``, ``-3`` …)."""
    if wanted not in taken:
        return wanted
    count = 2
    while True:
        suffix = f"-{count}"
        number = wanted[: LONGEST_NUMBER - len(suffix)] + suffix
        if number not in taken:
            return number
        count += 1


def missing_lines(text: str) -> list[str]:
    """What is missing, one sentence for each written line."""
    lines = [" ".join(line.split())[:LONGEST_MISSING] for line in text.splitlines()]
    return [line for line in lines if line][:MOST_MISSING]
