"""How often and how fast was decided on declarations; small numbers are not told. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Final

LEAST: Final = 3
"""Smaller numbers are not told."""
ANSWERS: Final = ("accepted", "declined", "withdrawn")
Moment = tuple[int, datetime]
"""Id of a case and when something was recorded in it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A declaration and what became of it; ``answer`` is empty while nobody has decided."""

    declared_at: datetime
    answer: str = ""
    answered_at: datetime | None = None
    arranged: bool = False
    """A removal was arranged when it was declared."""

    @property
    def hours(self) -> float | None:
        """Hours between declaration and decision."""
        return None if self.answered_at is None else (self.answered_at - self.declared_at).total_seconds() / 3600


def decisions(
    declared: Iterable[Moment], answered: Iterable[tuple[int, datetime, str]], arranged: Mapping[int, list[datetime]]
) -> list[Decision]:
    """Match each declaration with the first answer after it. A day that is corrected before the answer is no declaration of its own."""
    replies: dict[int, list[tuple[datetime, str]]] = {}
    for case, at, answer in sorted(answered, key=lambda row: row[1]):
        replies.setdefault(case, []).append((at, answer))
    found: list[Decision] = []
    open_until: dict[int, datetime | None] = {}
    for case, at in sorted(declared, key=lambda row: row[1]):
        if case in open_until and (open_until[case] is None or at < (open_until[case] or at)):
            continue
        reply = next(((when, what) for when, what in replies.get(case, ()) if when >= at), None)
        open_until[case] = reply[0] if reply else None
        planned = any(when <= at for when in arranged.get(case, ()))
        found.append(Decision(at, reply[1] if reply else "", reply[0] if reply else None, planned))
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """Numbers as they may be told; None: too small, or it would give a small one away."""

    declared: int | None
    answers: Mapping[str, int | None]
    waiting: int | None
    arranged: int | None
    median_hours: float | None


def told(found: Iterable[Decision]) -> Told:
    """The numbers of some decisions, small ones left out."""
    rows = list(found)
    counts = {answer: sum(row.answer == answer for row in rows) for answer in ANSWERS}
    shown = protect(counts | {"": sum(not row.answer for row in rows)}, len(rows))
    hours = [row.hours for row in rows if row.hours is not None]
    arranged = sum(row.arranged for row in rows)
    return Told(
        declared=_whole(len(rows)),
        answers={answer: shown[answer] for answer in ANSWERS},
        waiting=shown[""],
        arranged=None if 0 < arranged < LEAST or 0 < len(rows) - arranged < LEAST else arranged,
        median_hours=median(hours) if len(hours) >= LEAST else None,
    )


def protect(parts: Mapping[str, int], total: int) -> dict[str, int | None]:
    """Parts of a total with the small ones left out, and one more where the difference to the total would tell a single one.

    Where one is left out, noughts are as well: which of them is none is not told.
    """
    if 0 < total < LEAST:
        return dict.fromkeys(parts)
    small = any(0 < number < LEAST for number in parts.values())
    hidden = {name for name, number in parts.items() if number < LEAST} if small else set()
    if len(hidden) == 1:
        rest = sorted((number, name) for name, number in parts.items() if number >= LEAST)
        hidden |= {rest[0][1]} if rest else set()
    return {name: None if name in hidden else number for name, number in parts.items()}


def _whole(number: int) -> int | None:
    return None if 0 < number < LEAST else number
