"""One fact that is a day, for many cases: the earliest day that it may be, and the latest only where that is another.

Most days on record are single ones, so the latest day of most cases needs no memory of its own.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from augenmass.law.calendar import FIRST, LAST, Days
from augenmass.law.many_days import Day

Mask = npt.NDArray[np.bool_]


@dataclass(eq=False, slots=True)
class DayColumn:
    """``first``: ordinal per case, the beginning of the calendar when unknown. The latest day is the same, or the end of the
    calendar when unknown, but for the cases numbered in ``rows``, ascending, where it is in ``last``.
    """

    first: Days
    rows: npt.NDArray[np.int64]
    last: Days

    @staticmethod
    def of(first: Days, last: Days) -> "DayColumn":
        """Return the column of the earliest and latest day per case."""
        rows = np.flatnonzero(last != _latest(first))
        return DayColumn(first, rows, last[rows])

    @staticmethod
    def unknown(size: int) -> "DayColumn":
        """Return the column of a day that is not established in any case."""
        return DayColumn(np.full(size, FIRST, np.int32), np.empty(0, np.int64), np.empty(0, np.int32))

    @property
    def nbytes(self) -> int:
        """The memory that it takes."""
        return self.first.nbytes + self.rows.nbytes + self.last.nbytes

    def part(self, cases: slice) -> "DayColumn":
        """Return a run of cases, without copying the days."""
        start, stop, _ = cases.indices(len(self.first))
        inside = slice(*np.searchsorted(self.rows, (start, stop)))
        return DayColumn(self.first[cases], self.rows[inside] - start, self.last[inside])

    def at(self, cases: npt.NDArray[np.int64]) -> "DayColumn":
        """Return some cases, in their order."""
        first, last = self.ends()
        return DayColumn.of(first[cases], last[cases])

    def ends(self) -> tuple[Days, Days]:
        """Return the earliest and the latest day per case."""
        last = _latest(self.first)
        last[self.rows] = self.last
        return self.first, last

    def known(self) -> Mask:
        """Return in which cases anything is known of the day."""
        known: Mask = self.first > FIRST
        known[self.rows] = True
        return known

    def imprecise(self) -> Mask:
        """Return in which cases something is known of the day, but no single one."""
        found = np.zeros(len(self.first), dtype=np.bool_)
        found[self.rows] = self.last != self.first[self.rows]
        return found

    def before(self, end: int, bound: Day) -> Mask:
        """Return where the earliest (``end`` 0) or latest day (1) lies before a bound."""
        found: Mask = self.first < bound
        if end == 0:
            return found
        highest = bound if isinstance(bound, int) else bound.max(initial=FIRST)
        if highest > LAST:  # beyond the calendar: also a day that may be any lies before it
            found &= (self.first > FIRST) | np.greater(bound, LAST)
        else:
            found &= self.first > FIRST
        if len(self.rows):
            found[self.rows] = self.last < (bound if isinstance(bound, int) else bound[self.rows])
        return found

    def put(self, rows: npt.NDArray[np.int64], other: "DayColumn") -> None:
        """Write the days of other cases into ``rows``, ascending."""
        self.first[rows] = other.first
        kept = ~np.isin(self.rows, rows, assume_unique=True)
        together = np.concatenate((self.rows[kept], rows[other.rows]))
        order = np.argsort(together, kind="stable")
        self.rows = together[order]
        self.last = np.concatenate((self.last[kept], other.last))[order]


def _latest(first: Days) -> Days:
    """The latest day of cases whose day is a single one, or unknown."""
    return np.where(first == FIRST, np.int32(LAST), first)
