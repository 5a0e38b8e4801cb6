"""How long something lasted, counting what still lasts: the estimator of Kaplan and Meier (1958).

Who leaves out what is still open makes every authority look quick. Here an open case counts for as long as it has been seen.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

FOR_MEDIAN: Final = 5
"""Ended cases below which no median is shown: it would be the days of one person."""
FOR_QUARTILES: Final = 10


@dataclass(frozen=True, slots=True)
class Spell:
    """Days from a beginning to its end, or (``ended`` false) to the last day on which it was seen."""

    days: int
    ended: bool


@dataclass(frozen=True, slots=True)
class Quartiles:
    """Days after which a quarter, half and three quarters had ended; None where it has not come to that, or too few ended to be shown."""

    first: int | None = None
    median: int | None = None
    third: int | None = None


def quartiles(spells: Iterable[Spell]) -> Quartiles:
    """The quartiles of the estimated curve, as far as so many spells let them be shown."""
    held = list(spells)
    ends = Counter(spell.days for spell in held if spell.ended)
    if ends.total() < FOR_MEDIAN:
        return Quartiles()
    median = _quantile(held, ends, 2)
    if ends.total() < FOR_QUARTILES:
        return Quartiles(median=median)
    return Quartiles(_quantile(held, ends, 1), median, _quantile(held, ends, 3))


def _quantile(spells: list[Spell], ends: Counter[int], quarter: int) -> int | None:
    """The first day on which the share still lasting is at most ``1 - quarter / 4``."""
    leaving = Counter(spell.days for spell in spells)
    at_risk, lasting = len(spells), 1.0
    for day in sorted(leaving):
        lasting *= 1 - ends[day] / at_risk
        if lasting <= 1 - quarter / 4 + 1e-9:
            return day
        at_risk -= leaving[day]
    return None
