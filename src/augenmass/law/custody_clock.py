"""The clock of custody: when somebody seized without a judge must be out, to the hour; and how much of the total time is used.

Only facts go in and moments or days come out. Nothing here says that custody is lawful. Where the law leaves a count open, the
earlier end is the one to be kept; the later one is given beside it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from augenmass.law import calendar
from augenmass.law.clock import Reason, Term
from augenmass.law.timers import Timer, end_of_following_day

TOTAL_MONTHS = 18
"""Longest total of securing custody (AufenthG § 62 (4) sentence 4)."""
DAYS_OF_A_MONTH = 30
"""A month of a period that need not run in one piece (BGB § 191)."""
TOTAL_DAYS = TOTAL_MONTHS * DAYS_OF_A_MONTH

RELEASE = {
    "asylum": "AsylG/69/4/4",
    "border_return": "AsylG/70b/3/3",
    "screening_inland": "AufenthG/15b/1/4",
}
"""Kinds of custody with a sentence of their own on release; for all others FamFG § 428 (1) sentence 2 says the same."""
COUNTED = {
    "preparatory": "AufenthG/62/4/5",
    "securing": "AufenthG/62/4/4",
    "cooperation": "AufenthG/62/6/3",
    "departure": "AufenthG/62b/3/2",
    "refusal": "AufenthG/15/5/2",
    "return_after_entry": "AufenthG/57/3",
}
"""Kinds that count towards the total, with the provision."""
OPEN_COUNT = {
    "supplementary": "AufenthG/62c/3",
    "border_return": "RückkehrgrenzverfahrensVO/5/4/2",
    "transfer": "AufenthG/2/14",
    "asylum": "AsylG/69/2",
    "screening_border": "AufenthG/14a/2",
    "screening_inland": "AufenthG/15b/2",
    "transit": "AufenthG/15/6/5",
}
"""Kinds of which the texts at hand do not say whether they count."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Custody of one kind from a first to a last day, both included; ``last`` None while it goes on."""

    kind: str
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Used:
    """Days of the total that are used: at least ``certain``, at most ``possible``; every begun day counts once."""

    certain: int
    possible: int

    @property
    def left(self) -> tuple[int, int]:
        """Days left, at least and at most, never below none."""
        return max(0, TOTAL_DAYS - self.possible), max(0, TOTAL_DAYS - self.certain)


def latest_release(seized: datetime, kind: str = "securing") -> Timer:
    """Return the moment by which a person seized without a judge's order must be out unless a judge orders custody before.

    It is the end of the day after seizure in Berlin, so between 23 and 49 hours later through the change of the clocks.
    Raises ``ValueError`` for a moment without time zone.
    """
    return end_of_following_day(seized, RELEASE.get(kind, "FamFG/428/1/2"))


def days_used(stretches: Iterable[Stretch], today: date) -> Used:
    """Return the days used up to and including ``today``. A day in two stretches counts once; what lies ahead counts not at all.

    Raises ``ValueError`` for a stretch that ends before it begins, or a kind that is no custody for this purpose.
    """
    certain, possible = _used(stretches, today)
    return Used(len(certain), len(possible))


def total_end(stretches: Iterable[Stretch], today: date) -> Term:
    """Return the last day of the total if custody goes on after ``today`` without a break, and how it was found.

    The earliest end counts months as 30 days, the first day, and the kinds whose count is open; the latest counts calendar months
    without the first day and without those kinds. Raises ``ValueError`` without custody that counts for certain, and as ``days_used``.
    """
    certain, possible = _used(stretches, today)
    if not certain:
        raise ValueError("no custody that counts has begun")
    by_calendar = calendar.shift(certain[0], TOTAL_MONTHS, "months") - certain[0] + 1
    earliest, latest = _day_of(TOTAL_DAYS, possible, today), _day_of(by_calendar, certain, today)
    return Term(earliest, latest, _reasons(Used(len(certain), len(possible)), earliest, latest))


def longest_end(first: date, count: int, unit: str, cite: str) -> Term:
    """Return the last day of a longest time that begins on ``first``: with the first day counted, and without it.

    ``unit``: ``days``, ``weeks``, ``months`` or ``years``. Weekends and holidays never lengthen it. Raises ``ValueError`` for a negative count.
    """
    if count < 0:
        raise ValueError("a longest time does not run backwards")
    latest = date.fromordinal(calendar.shift(first.toordinal(), count, unit))
    earliest = max(first, latest - timedelta(days=1))
    reason = Reason(
        f"Beginn {first:%d.%m.%Y}; letzter Tag {earliest:%d.%m.%Y}, wenn der erste Tag zählt, sonst {latest:%d.%m.%Y}.",
        f"Start {first.isoformat()}; last day {earliest.isoformat()} where the first day counts, otherwise {latest.isoformat()}.",
        cite,
    )
    return Term(earliest, latest, (reason,))


def _used(stretches: Iterable[Stretch], today: date) -> tuple[list[int], list[int]]:
    certain: set[int] = set()
    possible: set[int] = set()
    for stretch in stretches:
        if stretch.kind not in COUNTED and stretch.kind not in OPEN_COUNT:
            raise ValueError(f"{stretch.kind!r} is no kind of custody that could count")
        if stretch.last is not None and stretch.last < stretch.first:
            raise ValueError("custody ends before it begins")
        last = today if stretch.last is None else min(stretch.last, today)
        days = range(stretch.first.toordinal(), last.toordinal() + 1)
        possible.update(days)
        if stretch.kind in COUNTED:
            certain.update(days)
    return sorted(certain), sorted(possible)


def _day_of(count: int, used: Sequence[int], today: date) -> date:
    """Return the day on which the ``count``-th day is used, in the past or from tomorrow on without a break."""
    return date.fromordinal(used[count - 1]) if len(used) >= count else today + timedelta(days=count - len(used))


def _reasons(used: Used, earliest: date, latest: date) -> tuple[Reason, ...]:
    counted = f"{used.certain}" if used.certain == used.possible else f"{used.certain}–{used.possible}"
    return (
        Reason(
            f"Verbraucht: {counted} Tage anzurechnender Haft; jeder angefangene Tag zählt einmal.",
            f"Used: {counted} days of custody that counts; every begun day counts once.",
            "AufenthG/62/4/5",
        ),
        Reason(
            f"Gesamtdauer {TOTAL_MONTHS} Monate: bei 30 Tagen je Monat bis {earliest:%d.%m.%Y}, nach dem Kalender bis {latest:%d.%m.%Y}; das frühere Ende ist einzuhalten.",
            f"Total of {TOTAL_MONTHS} months: until {earliest.isoformat()} with 30 days a month, by the calendar until {latest.isoformat()}; the earlier end is to be kept.",
            "AufenthG/62/4/4",
        ),
    )
