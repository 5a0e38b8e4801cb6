"""Days as numbers: shifting by the calendar, working days and holidays of the Länder. Pure arithmetic without words.

A day is a proleptic ordinal (``date.toordinal``). All functions never decrease when their day increases, and stop at the ends of the
calendar: so an interval of days maps to the interval of its ends.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Final

import holidays
import numpy as np
import numpy.typing as npt

FIRST: Final = date.min.toordinal()
LAST: Final = date.max.toordinal()
LANDS: Final = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")

Interval = tuple[int, int]
Days = npt.NDArray[np.int32]

UNKNOWN_DAY: Final[Interval] = (FIRST, LAST)

_EARLY: Final = date(1000, 1, 1).toordinal()
_LATE: Final = date(3000, 1, 1).toordinal()
_HOLIDAY_YEARS = range(1991, 2101)
"""Years of which the holidays of all Länder are known."""
SATURDAY: Final = 5
"""Its number in the week that begins with Monday as nought."""


@lru_cache(maxsize=200_000)
def shift(ordinal: int, count: int, unit: str) -> int:
    """Return the day moved by a period. A day that the target month lacks becomes its last day (BGB § 188 (3))."""
    if unit == "days":
        return min(max(ordinal + count, FIRST), LAST)
    if unit == "weeks":
        return min(max(ordinal + 7 * count, FIRST), LAST)
    start = date.fromordinal(ordinal)
    steps = count if unit == "months" else 12 * count
    year, month = divmod(start.year * 12 + start.month - 1 + steps, 12)
    if year < date.min.year:
        return FIRST
    if year > date.max.year:
        return LAST
    return date(year, month + 1, min(start.day, month_length(year, month + 1))).toordinal()


def open_ends(interval: Interval) -> tuple[bool, bool]:
    """Return whether the earliest and the latest day are open: an unknown day, moved by any period, is so at both ends."""
    return interval[0] < _EARLY, interval[1] >= _LATE


def month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=4096)
def _holidays(year: int, land: str | None) -> dict[int, str]:
    if year not in _HOLIDAY_YEARS:
        return {}
    found = holidays.country_holidays("DE", subdiv=land, years=year, language="de")
    return {day.toordinal(): name for day, name in found.items()}


def holidays_known(year: int) -> bool:
    """Return whether holidays of a year are known; of any other none is."""
    return year in _HOLIDAY_YEARS


def holidays_of(years: Iterable[int], land: str | None) -> Iterable[int]:
    """Yield the public holidays of some years as ordinals, nationwide or of the Land."""
    for year in years:
        yield from _holidays(year, land)


def holiday(ordinal: int, land: str | None) -> str:
    """Return the German name of the public holiday, nationwide or of the Land, or an empty text."""
    return _holidays(date.fromordinal(ordinal).year, land).get(ordinal, "")


@lru_cache(maxsize=200_000)
def working_day_from(ordinal: int, land: str | None) -> int:
    """Return the first day from ``ordinal`` on that is no Saturday, Sunday or holiday (None: only nationwide holidays)."""
    current = ordinal
    while current < LAST and (date.fromordinal(current).weekday() >= SATURDAY or holiday(current, land)):
        current += 1
    return current


@lru_cache(maxsize=200_000)
def latest_working_day_from(ordinal: int) -> int:
    """Return the latest of the Länder's first working days from ``ordinal`` on: the safe end when the Land is not known."""
    return max(working_day_from(ordinal, land) for land in LANDS)


def land_of(text: object) -> str | None:
    """Return the Land's code when ``text`` is one (``ST``, ``st``, ``DE-ST``), else None."""
    code = text.upper().removeprefix("DE-") if isinstance(text, str) else ""
    return code if code in LANDS else None


def deadline(interval: Interval, count: int, unit: str, land: str | None) -> Interval:
    """Return the last day of a period that an event within ``interval`` sets running, as an interval.

    The day of the event is not counted (BGB § 187 (1)); the end moves to the next working day (BGB § 193, VwVfG § 31 (3)).
    Without a Land the interval spans the ends that any Land may give.
    """
    first = working_day_from(shift(interval[0], count, unit), land)
    end = shift(interval[1], count, unit)
    return first, latest_working_day_from(end) if land is None else working_day_from(end, land)


def map_days(values: Days, function: Callable[[int], int]) -> Days:
    """Apply a function of one day to a column of days, once for each different day."""
    if len(values) and (values == values[0]).all():  # mostly unknown days, moved: no need to sort them
        return np.full(len(values), function(int(values[0])), dtype=np.int32)
    unique, inverse = np.unique(values, return_inverse=True)
    mapped = np.fromiter((function(int(value)) for value in unique), dtype=np.int32, count=len(unique))
    return mapped[inverse]
