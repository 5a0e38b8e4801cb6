"""Quarters and years."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from augenmass.law.quarters import Quarter

QUARTERS: Final = (1, 2, 3, 4)
YEAR: Final = 0
"""In place of a quarter: the whole year."""


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter, or a whole year."""

    year: int
    quarter: int = YEAR


def quarter_of(day: date) -> int:
    """1 to 4."""
    return Quarter.of(day).number


def has_begun(period: Period, today: date) -> bool:
    """Whether its first day has come: of a later quarter there is nothing to count, and no nought."""
    return (period.year, period.quarter or QUARTERS[0]) <= (today.year, quarter_of(today))


def is_over(period: Period, today: date) -> bool:
    """Whether its last day has passed."""
    return (period.year, period.quarter or QUARTERS[-1]) < (today.year, quarter_of(today))
