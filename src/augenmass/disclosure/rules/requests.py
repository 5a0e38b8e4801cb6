"""Pure rules of a request: who may have an extract, and until when."""

from datetime import date
from enum import StrEnum

from augenmass.law.clock import end_of_period
from augenmass.law.nodes import Period

MONTH = Period(1, "months")
"""GDPR Art. 12 (3)."""
WITH_EXTENSION = Period(3, "months")
"""The month and the two further ones of GDPR Art. 12 (3) sentence 2."""
OLDEST_DAYS = 366
"""A request received longer ago is a slip of the pen."""


class Problem(StrEnum):
    """Why nothing can be recorded."""

    FUTURE = "future"
    LONG_AGO = "long_ago"
    NO_NAME = "no_name"
    NO_AUTHORITY = "no_authority"


def due_of(received: date) -> date:
    """The last day for an answer. Not moved to a working day: an answer on Friday is never late."""
    return end_of_period(received, MONTH, None, shift_to_working_day=False).earliest


def extended_due_of(received: date) -> date:
    """The last day for an answer once the period was extended."""
    return end_of_period(received, WITH_EXTENSION, None, shift_to_working_day=False).earliest


def problem_with(received: date, today: date, name: str, represents: bool, has_authority: bool) -> Problem | None:
    """What is wrong with a request; that somebody else asks is no fault of the form, but a reason to refuse."""
    if received > today:
        return Problem.FUTURE
    if (today - received).days > OLDEST_DAYS:
        return Problem.LONG_AGO
    if not name.strip():
        return Problem.NO_NAME
    return Problem.NO_AUTHORITY if represents and not has_authority else None


def may_have(asker: str, identified: bool) -> bool:
    """Whether the extract may go to whoever asks: the person or a representative, and it is established who they are."""
    return asker in ("person", "representative") and identified
