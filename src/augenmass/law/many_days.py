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
Codes = npt.NDArray[np.int32]
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
    """The Land of every case, for the ends of periods. ``codes`` number ``names``; a negative code is no Land."""

    def __init__(self, size: int, codes: Codes | None = None, names: Sequence[str] = ()) -> None:
        self._places: list[str | None] = [None]
        place_of = [0]
        for name in names:
            land = calendar.land_of(name)
            if land not in self._places:
                self._places.append(land)
            place_of.append(self._places.index(land))
        places = np.array(place_of, dtype=np.int32)
        self._of_case = None if codes is None or len(self._places) == 1 else places[np.maximum(codes, -1) + 1]

    def working_days(self, days: Day, *, latest: bool) -> Day:
        """Return the first working day from each day on; without a Land the earliest or ``latest`` that any Land may give."""
        functions: list[Callable[[int], int]] = [
            calendar.latest_working_day_from if latest and land is None else partial(_working_day, land)
            for land in self._places
        ]
        if self._of_case is None:
            if isinstance(days, int):
                return functions[0](days)
            span = _span(days)
            return _mapped(days, _working_table(None, latest, *span), span, functions[0])
        of_case = self._of_case
        column: Days = np.full(len(of_case), days, dtype=np.int32) if isinstance(days, int) else days
        span = _span(column)
        tables = np.stack([_working_table(land, latest, *span) for land in self._places])
        found = _take(column, tables.ravel(), span, of_case * np.int32(tables.shape[1]))
        odd = _outside(column, span)
        if odd.any():
            for place, function in enumerate(functions):
                here = odd & (of_case == place)
                found[here] = calendar.map_days(column[here], function)
        return found


def _working_day(land: str | None, day: int) -> int:
    return calendar.working_day_from(day, land)


def interval(gate: DayGate, first: Interval, second: Interval, lands: Lands) -> Interval:
    """Return the interval that a gate computes for every case."""
    op, _, _, _, count, unit = gate
    if op == DayOp.EARLIER:
        return _lesser(first[0], second[0]), _lesser(first[1], second[1])
    if op == DayOp.LATER:
        return _greater(first[0], second[0]), _greater(first[1], second[1])
    low, high = shifted(first[0], count, unit), shifted(first[1], count, unit)
    if op == DayOp.SHIFT:
        return low, high
    return lands.working_days(low, latest=False), lands.working_days(high, latest=True)


def shifted(days: Day, count: int, unit: str) -> Day:
    """Return the days moved by a period, as ``calendar.shift`` does."""
    if isinstance(days, int):
        return calendar.shift(days, count, unit)
    if unit in ("days", "weeks"):
        moved = days + np.int32(count if unit == "days" else 7 * count)
        np.maximum(moved, np.int32(FIRST), out=moved)
        np.minimum(moved, np.int32(LAST), out=moved)
        return moved
    months = count if unit == "months" else 12 * count
    return _mapped(days, _month_table(months), _ALL, lambda day: calendar.shift(day, count, unit))


def _mapped(days: Days, table: Days, span: Span, function: Callable[[int], int]) -> Days:
    """Read the days off a table over a span; those outside it are given to the function one by one."""
    found = _take(days, table, span)
    odd = _outside(days, span)
    if odd.any():
        found[odd] = calendar.map_days(days[odd], function)
    return found


def _span(days: Days) -> Span:
    """Return decades that hold the days within reach of the tables: so a table is made for few years and seldom."""
    within = days[(days >= _ALL[0]) & (days < _ALL[1])]
    if not len(within):
        return _ALL[0], _first_of(_YEARS[0] + 10)
    first, last = (_year_of(int(day)) for day in (within.min(), within.max()))
    return _first_of(first // 10 * 10), _first_of(last // 10 * 10 + 10)


def _year_of(ordinal: int) -> int:
    return int(np.datetime64(ordinal - _EPOCH, "D").astype("datetime64[Y]").astype(np.int64)) + 1970


def _take(days: Days, table: Days, span: Span, offset: Codes | None = None) -> Days:
    """Read a table whose first and last entry stand for the ends of the calendar."""
    begin, end = span
    places = np.minimum(np.maximum(days, np.int32(begin - 1)), np.int32(end)) - np.int32(begin - 1)
    if offset is not None:
        places += offset
    found: Days = table.take(places)
    return found


def _outside(days: Days, span: Span) -> npt.NDArray[np.bool_]:
    """Return which days no table holds: outside the span, and no end of the calendar."""
    begin, end = span
    outside = ((days < begin) & (days != FIRST)) | ((days >= end) & (days != LAST))
    result: npt.NDArray[np.bool_] = outside
    return result


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
        latest_of_all: Days = np.maximum.reduce([_working_table(each, False, begin, end) for each in calendar.LANDS])
        return latest_of_all
    days = np.arange(begin, end + _MARGIN)
    free = (days + 6) % 7 >= calendar.SATURDAY
    years = range(_year_of(begin), _year_of(end + _MARGIN) + 1)
    for holiday in calendar.holidays_of(years, land):
        if begin <= holiday < end + _MARGIN:
            free[holiday - begin] = True
    following = np.minimum.accumulate(np.where(free, LAST, days)[::-1])[::-1]
    return _with_ends(following[: end - begin], _working_day(land, FIRST), _working_day(land, LAST))


def _with_ends(table: npt.NDArray[np.int64], first: int, last: int) -> Days:
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
