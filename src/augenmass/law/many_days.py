"""Days of many cases: the rules of ``calendar`` by table instead of case by case.

A day that is the same for all cases is a plain number. Days outside the tables, rare in records, are computed one by one.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law import calendar
from augenmass.law.calendar import FIRST, LAST, Days
from augenmass.law.program import DayGate, DayOp

Day = int | Days
Interval = tuple[Day, Day]
Codes = npt.NDArray[np.int8 | np.int32]
Span = tuple[int, int]
"""The days of a table: the first, and the one after the last."""

_EPOCH: Final = 719_163
"""1 January 1970, numpy's day nought, as an ordinal."""
_YEARS: Final = (1900, 2100)
_MARGIN: Final = 40
"""No run of free days is as long."""


def _first_of(year: int) -> int:
    return int(np.datetime64(f"{year:04d}-01-01", "D").astype(np.int64)) + _EPOCH


_ALL: Final[Span] = (_first_of(_YEARS[0]), _first_of(_YEARS[1]))


class Lands:
    """The Land of every case, for the ends of periods. ``codes`` number ``names``; a negative code is no Land.

    ``places`` lists the different Länder, first None for cases without one.
    """

    def __init__(self, size: int, codes: Codes | None = None, names: Sequence[str] = ()) -> None:
        self.places: list[str | None] = [None]
        place_of = [0]
        for name in names:
            land = calendar.land_of(name)
            if land not in self.places:
                self.places.append(land)
            place_of.append(self.places.index(land))
        places = np.array(place_of, dtype=np.int32)
        self._of_case = None if codes is None or len(self.places) == 1 else places[np.maximum(codes, -1) + 1]

    def by_case(self, values: Sequence[int]) -> Day:
        """Return for every case the value of its place; a plain number when all cases are in one."""
        return values[0] if self._of_case is None else np.array(values, dtype=np.int32).take(self._of_case)

    def period_ends(self, days: Day, count: int, unit: str, *, latest: bool) -> Day:
        """Return the end of a period by its beginning, as ``calendar.deadline`` does: the earliest, or the ``latest`` that any Land may give."""
        functions = [partial(_period_end, land, latest, count, unit) for land in self.places]
        if self._of_case is None:
            if isinstance(days, int):
                return functions[0](days)
            span = _span(days)
            return _mapped(days, _period_table(None, latest, count, unit, *span), span, functions[0])
        of_case = self._of_case
        column: Days = np.full(len(of_case), days, dtype=np.int32) if isinstance(days, int) else days
        span = _span(column)
        tables, differing = _period_tables(tuple(self.places), latest, count, unit, *span)
        entries = _entries(column, span)
        found: Days = tables[0].take(entries, mode="clip")
        rows = np.flatnonzero(differing.take(entries, mode="clip"))
        found[rows] = tables.ravel().take(of_case[rows] * np.int32(tables.shape[1]) + entries[rows])
        odd = _outside(column, span)
        if odd.any():
            for place, function in enumerate(functions):
                here = odd & (of_case == place)
                found[here] = calendar.map_days(column[here], function)
        return found


def _period_end(land: str | None, latest: bool, count: int, unit: str, day: int) -> int:
    return calendar.deadline((day, day), count, unit, land)[latest]


def interval(gate: DayGate, first: Interval, second: Interval, lands: Lands) -> Interval:
    """Return the interval that a gate computes for every case."""
    op, _, _, _, count, unit = gate
    if op == DayOp.EARLIER:
        return _lesser(first[0], second[0]), _lesser(first[1], second[1])
    if op == DayOp.LATER:
        return _greater(first[0], second[0]), _greater(first[1], second[1])
    low, high = first
    if op == DayOp.SHIFT:
        return shifted(low, count, unit), shifted(high, count, unit)
    return lands.period_ends(low, count, unit, latest=False), lands.period_ends(high, count, unit, latest=True)


def shifted(days: Day, count: int, unit: str) -> Day:
    """Return the days moved by a period, as ``calendar.shift`` does."""
    if isinstance(days, int):
        return calendar.shift(days, count, unit)
    if count == 0:
        return days
    if unit in ("days", "weeks"):
        moved = days + np.int32(count if unit == "days" else 7 * count)
        np.maximum(moved, np.int32(FIRST), out=moved)
        np.minimum(moved, np.int32(LAST), out=moved)
        return moved
    months = count if unit == "months" else 12 * count
    return _mapped(days, _month_table(months), _ALL, lambda day: calendar.shift(day, count, unit))


def _mapped(days: Days, table: Days, span: Span, function: Callable[[int], int]) -> Days:
    """Read the days off a table over a span; those outside it are given to the function one by one."""
    found: Days = table.take(_entries(days, span), mode="clip")
    odd = _outside(days, span)
    if odd.any():
        found[odd] = calendar.map_days(days[odd], function)
    return found


def _span(days: Days) -> Span:
    """Return decades that hold the days within reach of the tables: so a table is made for few years and seldom."""
    begin, end = _ALL
    # As unsigned numbers, days before the beginning (after the end) are the largest.
    first = begin + int((days - np.int32(begin)).view(np.uint32).min(initial=end - begin))
    last = end - 1 - int((np.int32(end - 1) - days).view(np.uint32).min(initial=end - begin))
    if first >= end or last < begin:
        return begin, _first_of(_YEARS[0] + 10)
    return _first_of(_year_of(first) // 10 * 10), _first_of(_year_of(last) // 10 * 10 + 10)


def _year_of(ordinal: int) -> int:
    return int(np.datetime64(ordinal - _EPOCH, "D").astype("datetime64[Y]").astype(np.int64)) + 1970


def _entries(days: Days, span: Span) -> Days:
    """Return the places in a table whose first and last entry stand for the ends of the calendar, and for what lies outside."""
    begin, end = span
    places: Days = days - np.int32(begin - 1)
    np.maximum(places, np.int32(0), out=places)  # so that no processor guesses wrong which days lie outside
    np.minimum(places, np.int32(end - begin + 1), out=places)
    return places


def _outside(days: Days, span: Span) -> npt.NDArray[np.bool_]:
    """Return which days no table holds: outside the span, and no end of the calendar."""
    begin, end = span
    outside = (days - np.int32(begin)).view(np.uint32) >= np.uint32(end - begin)
    outside &= days != FIRST
    outside &= days != LAST
    return outside


@lru_cache(maxsize=128)
def _period_tables(
    places: tuple[str | None, ...], latest: bool, count: int, unit: str, begin: int, end: int
) -> tuple[Days, npt.NDArray[np.bool_]]:
    """Return the ends of a period by place and day, and on which days the places differ."""
    tables: Days = np.stack([_period_table(land, latest, count, unit, begin, end) for land in places])
    return tables, (tables != tables[0]).any(axis=0)


def _period_table(land: str | None, latest: bool, count: int, unit: str, begin: int, end: int) -> Days:
    moved = np.asarray(shifted(np.arange(begin, end, dtype=np.int32), count, unit))
    span = _span(moved)
    following = _mapped(moved, _working_table(land, latest, *span), span, partial(_working_day, land, latest))
    return _with_ends(following, *(_period_end(land, latest, count, unit, day) for day in (FIRST, LAST)))


@lru_cache(maxsize=64)
def _month_table(months: int) -> Days:
    days = (np.arange(*_ALL) - _EPOCH).astype("datetime64[D]")
    month = days.astype("datetime64[M]")
    of_month = (days - month.astype("datetime64[D]")).astype(np.int64)
    target = month + months
    first = target.astype("datetime64[D]").astype(np.int64)
    length = (target + 1).astype("datetime64[D]").astype(np.int64) - first
    return _with_ends(
        first + np.minimum(of_month, length - 1) + _EPOCH,
        calendar.shift(FIRST, months, "months"),
        calendar.shift(LAST, months, "months"),
    )


@lru_cache(maxsize=128)
def _working_table(land: str | None, latest: bool, begin: int, end: int) -> Days:
    if latest and land is None:
        each_land = [_working_table(each, False, begin, end) for each in calendar.LANDS]
        latest_of_all: Days = np.maximum.reduce(each_land)
        return latest_of_all
    days = np.arange(begin, end + _MARGIN)
    free = (days + 6) % 7 >= calendar.SATURDAY
    years = range(_year_of(begin), _year_of(end + _MARGIN) + 1)
    for holiday in calendar.holidays_of(years, land):
        if begin <= holiday < end + _MARGIN:
            free[holiday - begin] = True
    following = np.minimum.accumulate(np.where(free, LAST, days)[::-1])[::-1]
    return _with_ends(following[: end - begin], *(_working_day(land, False, day) for day in (FIRST, LAST)))


def _working_day(land: str | None, latest: bool, day: int) -> int:
    return calendar.latest_working_day_from(day) if latest and land is None else calendar.working_day_from(day, land)


def _with_ends(table: npt.NDArray[np.int64 | np.int32], first: int, last: int) -> Days:
    ends: Days = np.concatenate(([first], table, [last])).astype(np.int32)
    return ends


def _lesser(left: Day, right: Day) -> Day:
    return (
        min(left, right) if isinstance(left, int) and isinstance(right, int) else np.minimum(_thin(left), _thin(right))
    )


def _greater(left: Day, right: Day) -> Day:
    return (
        max(left, right) if isinstance(left, int) and isinstance(right, int) else np.maximum(_thin(left), _thin(right))
    )


def _thin(day: Day) -> "np.int32 | Days":
    """A plain number as one of 32 bits, so that columns stay as they are."""
    return np.int32(day) if isinstance(day, int) else day
