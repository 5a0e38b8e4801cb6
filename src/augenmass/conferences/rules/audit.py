"""Quality of meetings: times, attendance, measures, time per case, representation, dissent. Of meetings and bodies, never of persons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median
from typing import Final

SMALLEST: Final = 5
"""Of fewer meetings nothing is told but that they were: of one or two everybody knows who sat there."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is counted of one conference; moments are aware, ``None`` where something has not happened."""

    requested_at: datetime
    decided_at: datetime | None
    opened_at: datetime | None
    ended_at: datetime | None
    approved_at: datetime | None
    invited: int
    present: int
    represented: bool
    planned_minutes: Sequence[int]
    used_minutes: Sequence[int]
    measures: Sequence[tuple[date, date | None]]
    """Day due, day done."""
    decisions: int
    dissents: int


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """Rounded; None where there is nothing to count."""
        return round(100 * self.part / self.whole) if self.whole else None


@dataclass(frozen=True, slots=True)
class Audit:
    """The measures of several meetings. Days and minutes are medians, None where nothing was measured or too little to be told."""

    meetings: int
    held: int
    days_to_decision: int | None
    days_to_meeting: int | None
    days_to_minutes: int | None
    attendance: Share
    represented: Share
    measures_done: Share
    measures_in_time: Share
    minutes_planned: int | None
    minutes_used: int | None
    decisions: int | None
    dissents: int | None


def audit_of(meetings: Iterable[Meeting], on: date) -> Audit:
    """Count meetings as they stand on a day, as far as there are ``SMALLEST``. A measure counts as due once its day is over."""
    found = list(meetings)
    held = [one for one in found if one.opened_at is not None]
    sat = len(held)
    if sat < SMALLEST:
        held = []
    decided = found if len(found) >= SMALLEST else []
    due = [pair for one in held for pair in one.measures if pair[0] < on or pair[1] is not None]
    done = [pair for pair in due if pair[1] is not None]
    return Audit(
        len(found),
        sat,
        _days((one.requested_at, one.decided_at) for one in decided),
        _days((one.decided_at, one.opened_at) for one in held),
        _days((one.ended_at, one.approved_at) for one in held),
        Share(sum(one.present for one in held), sum(one.invited for one in held)),
        Share(sum(one.represented for one in held), len(held)),
        Share(len(done), len(due)),
        Share(sum(day is not None and day <= end for end, day in due), len(due)),
        _median([minutes for one in held for minutes in one.planned_minutes]),
        _median([minutes for one in held for minutes in one.used_minutes]),
        sum(one.decisions for one in held) if held else None,
        sum(one.dissents for one in held) if held else None,
    )


def _days(pairs: Iterable[tuple[datetime | None, datetime | None]]) -> int | None:
    return _median([(end - start).days for start, end in pairs if start is not None and end is not None])


def _median(numbers: Sequence[int]) -> int | None:
    return round(median(numbers)) if numbers else None
