"""Pure rules of regional standards: what one consists of, when it is reviewed, where two differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

REVIEWED_EVERY = timedelta(days=365)
SOON = timedelta(days=30)


class Part(StrEnum):
    """What a standard settles; the value names the column."""

    CONTACTS = "contacts"
    FORMS = "forms"
    MEETINGS = "meetings"
    EXCHANGE = "exchange"


class Due(StrEnum):
    """How the yearly review stands."""

    FINE = "fine"
    SOON = "soon"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Difference:
    """One part of two standards: lines that only the first or only the second holds, and those of both, in their order."""

    part: Part
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    both: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the two do not say the same."""
        return bool(self.only_first or self.only_second)


def next_review(on: date) -> date:
    """The day by which a standard that was looked at on a day is looked at again."""
    return on + REVIEWED_EVERY


def due_state(review_due: date, today: date) -> Due:
    """Whether the review is overdue, near or neither."""
    if review_due < today:
        return Due.OVERDUE
    return Due.SOON if review_due - today <= SOON else Due.FINE


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a part without white space around them; empty ones are left out."""
    return tuple(line for line in (" ".join(raw.split()) for raw in text.splitlines()) if line)


def differences(first: Mapping[Part, str], second: Mapping[Part, str]) -> tuple[Difference, ...]:
    """Part by part where two standards differ; capitals and white space make no difference."""
    return tuple(_difference(part, lines_of(first.get(part, "")), lines_of(second.get(part, ""))) for part in Part)


def _difference(part: Part, first: tuple[str, ...], second: tuple[str, ...]) -> Difference:
    held_first, held_second = {line.casefold() for line in first}, {line.casefold() for line in second}
    return Difference(
        part,
        tuple(line for line in first if line.casefold() not in held_second),
        tuple(line for line in second if line.casefold() not in held_first),
        tuple(line for line in first if line.casefold() in held_second),
    )
