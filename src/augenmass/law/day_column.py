"""One fact that is a day, for many cases: the earliest day that it may be, and the latest only where that is another.

Most days on record are single ones, so the latest day of most cases needs no memory of its own.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from augenmass.law.calendar import FIRST, LAST, Days
from augenmass.law.many_days import Day
from augenmass.law.planes import Mask, Plane, pack


@dataclass(eq=False, slots=True)
class DayColumn:
    """``first``: ordinal per case, the beginning of the calendar when unknown. The latest day is the same, or the end of the
    calendar when unknown, but for the cases numbered in ``rows``, ascending, where it is in ``last``.
    """

    first: Days
    rows: npt.NDArray[np.int64]
    last: Days
    whole: Days | None = field(default=None, repr=False)
    """The latest day of every case, for days that are computed with: kept once it was asked for (``keep_whole``)."""

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
        whole = 0 if self.whole is None else self.whole.nbytes
        return self.first.nbytes + self.rows.nbytes + self.last.nbytes + whole

    def part(self, cases: slice) -> "DayColumn":
        """Return a run of cases, without copying the days."""
        start, stop, _ = cases.indices(len(self.first))
        if stop - start == len(self.first):
            return self
        inside = slice(*np.searchsorted(self.rows, (start, stop)))
        whole = None if self.whole is None else self.whole[cases]
        return DayColumn(self.first[cases], self.rows[inside] - start, self.last[inside], whole)

    def at(self, cases: npt.NDArray[np.int64]) -> "DayColumn":
        """Return some cases, in their order."""
        first, last = self.ends()
        return DayColumn.of(first[cases], last[cases])

    def ends(self) -> tuple[Days, Days]:
        """Return the earliest and the latest day per case."""
        if self.whole is not None:
            return self.first, self.whole
        last = _latest(self.first)
        last[self.rows] = self.last
        return self.first, last

    def keep_whole(self) -> None:
        """Keep the latest day of every case, so that it is not made anew each time."""
        if self.whole is None:
            _, self.whole = self.ends()

    def known(self) -> Mask:
        """Return in which cases anything is known of the day."""
        known: Mask = self.first > FIRST
        known[self.rows] = True
        return known

    def put(self, rows: npt.NDArray[np.int64], other: "DayColumn") -> None:
        """Write the days of other cases into ``rows``, ascending."""
        self.first[rows] = other.first
        if self.whole is not None:
            _, self.whole[rows] = other.ends()
        kept = ~np.isin(self.rows, rows, assume_unique=True)
        together = np.concatenate((self.rows[kept], rows[other.rows]))
        order = np.argsort(together, kind="stable")
        self.rows = together[order]
        self.last = np.concatenate((self.last[kept], other.last))[order]


class DayPlanes:
    """The comparisons of one such day for a block of cases, as planes; what several of them need is made once."""

    def __init__(self, column: DayColumn, mask: Mask) -> None:
        """``mask``: room for one value per case, clear; it is clear again after each use."""
        self.column = column
        self._mask = mask

    @cached_property
    def imprecise(self) -> Plane:
        """Where something is known of the day, but no single one."""
        return self._of_rows(self.column.last != self.column.first[self.column.rows])

    @cached_property
    def known(self) -> Plane:
        """Where anything is known of the day."""
        known: Plane = self._begun | self._several
        return known

    def earliest_before(self, bound: Day) -> Plane:
        """Return where the earliest day lies before a bound."""
        return pack(self.column.first < bound)

    def latest_before(self, bound: Day, earliest: Callable[[], Plane]) -> Plane:
        """Return where the latest day lies before a bound. ``earliest``: says where the earliest does."""
        if self.column.whole is not None:
            return pack(self.column.whole < bound)
        found: Plane = earliest() & self._single
        if (
            bound if isinstance(bound, int) else bound.max(initial=FIRST)
        ) > LAST:  # beyond the calendar: there also a day of which nothing is known lies before it
            found |= pack(np.greater(bound, LAST) & (self.column.first == FIRST))
        if len(self.column.rows):
            of_rows = bound if isinstance(bound, int) else bound[self.column.rows]
            found |= self._of_rows(self.column.last < of_rows)
        return found

    @cached_property
    def _single(self) -> Plane:
        """Where the day is a single one."""
        single: Plane = self._begun & ~self._several
        return single

    @cached_property
    def _begun(self) -> Plane:
        return pack(self.column.first > FIRST)

    @cached_property
    def _several(self) -> Plane:
        """Where the latest day is kept by itself."""
        return self._of_rows(True)

    def _of_rows(self, values: "Mask | bool") -> Plane:
        """Return the plane of values for the cases whose latest day is kept; clear for the others."""
        self._mask[self.column.rows] = values
        plane = pack(self._mask)
        self._mask[self.column.rows] = False
        return plane


def _latest(first: Days) -> Days:
    """The latest day of cases whose day is a single one, or unknown."""
    # As an unsigned number that begins after the calendar does, its first day is the largest: so no processor guesses which is which.
    shifted = (first - np.int32(FIRST + 1)).view(np.uint32)
    np.minimum(shifted, np.uint32(LAST - FIRST - 1), out=shifted)
    latest: Days = shifted.view(np.int32)
    latest += np.int32(FIRST + 1)
    return latest
