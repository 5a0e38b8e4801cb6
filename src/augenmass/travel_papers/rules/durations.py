"""How long applications took: a distribution of those that were decided, shown only when there are enough of them."""

from collections.abc import Collection
from dataclasses import dataclass
from statistics import quantiles

FEWEST = 5
"""Of fewer applications nothing is shown: single cases would show through, and they tell nothing."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """Days from filing to the decision: how many applications, and the days by which a quarter, half, three quarters were decided."""

    count: int
    first: int
    median: int
    third: int


def distribution(days: Collection[int]) -> Distribution | None:
    """The distribution of some durations; None of fewer than ``FEWEST``."""
    if len(days) < FEWEST:
        return None
    first, median, third = quantiles(days, n=4, method="inclusive")
    return Distribution(len(days), round(first), round(median), round(third))


def scale_of(longest: int) -> int:
    """The end of an axis of days that holds a value: a round number of at least thirty."""
    step = 30 if longest <= 180 else 90 if longest <= 720 else 360
    return max(30, step * -(-longest // step))
