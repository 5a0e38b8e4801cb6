"""Pure rules of the administration: days of a role, names of accounts, secrets of links."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LINK_HOLDS = timedelta(days=3)
FARTHEST = timedelta(days=3653)
"""A role is given for ten years at most, or without an end."""
_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,149}")


class DaysProblem(StrEnum):
    """What is wrong with the days of a role."""

    BACKWARDS = "backwards"
    PAST = "past"
    TOO_FAR = "too_far"


def problem_with_days(first: date, last: date | None, today: date) -> DaysProblem | None:
    """A role begins today or later and ends on or after its first day."""
    if last is not None and last < first:
        return DaysProblem.BACKWARDS
    if first < today:
        return DaysProblem.PAST
    return DaysProblem.TOO_FAR if max(first, last or first) > today + FARTHEST else None


def username_from(typed: str) -> str | None:
    """The name as it is kept (small letters); None when it has other signs than letters, digits, dot, line, underscore."""
    name = typed.strip().lower()
    return name if _USERNAME.fullmatch(name) else None


def digest_of(secret: str) -> str:
    """What is kept of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Days:
    """The days on which a role holds; None: without an end."""

    first: date
    last: date | None

    def overlaps(self, other: "Days") -> bool:
        """Whether two share a day."""
        return (self.last is None or other.first <= self.last) and (other.last is None or self.first <= other.last)

    @property
    def ever(self) -> bool:
        """Whether there is any such day (a role that was taken back before it began has none)."""
        return self.last is None or self.first <= self.last
