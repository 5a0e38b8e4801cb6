"""The day on which a comparison flips next, for many cases at once: which of them lapse of time overtakes, and when."""

from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law.block import days_of, lands_of
from augenmass.law.calendar import Days
from augenmass.law.columns import Columns
from augenmass.law.many_days import Day, Interval, Lands, interval
from augenmass.law.plan import days_below
from augenmass.law.program import Comparison, Program
from augenmass.law.running import HORIZON, gates_below

NEVER: Final = HORIZON
"""Stands for a case that no lapse of time changes."""
_PART: Final = 1 << 16
"""So many cases at once, whose days take little memory."""


def next_changes(program: Program, columns: Columns, on: date) -> Days:
    """Return, per case, the ordinal of the earliest day after ``on`` on which a comparison changes, or ``NEVER``.

    The same days as ``running.next_change``. The facts themselves may begin or end to hold earlier: that is the record's to know.
    """
    parts = [slice(start, start + _PART) for start in range(0, columns.size, _PART)]
    found = [_of_part(program, columns, on.toordinal(), part) for part in parts]
    return np.concatenate(found) if found else np.empty(0, dtype=np.int32)


def _of_part(program: Program, columns: Columns, today: int, part: slice) -> Days:
    slots = {day for comparison, _ in program.moving for day in comparison[1:3]}
    lands = lands_of(columns, part)
    days = days_of(program, *days_below(program, slots), columns, part, today, lands)
    # Counted from tomorrow as unsigned numbers, a day that has passed lies beyond every day to come.
    soonest = np.full(len(range(*part.indices(columns.size))), NEVER - today - 1, dtype=np.uint32)
    for slot, later in sorted({_turn(comparison) for comparison, moving in program.moving if moving == 0}):
        for end in days[slot]:
            _at_most(soonest, end, later - today - 1)
    found: Days = (soonest.astype(np.int64) + today + 1).astype(np.int32)
    for comparison, moving in program.moving:
        if moving != 0:
            found = _flips(program, comparison, moving, days, lands, today, found)
    return found


def _turn(comparison: Comparison) -> tuple[int, int]:
    """Return the day that today is compared with, and how many days later the answer turns."""
    _, left, right, equal = comparison
    return (right, equal) if left == 0 else (left, 1 - equal)


def _at_most(soonest: npt.NDArray[np.uint32], end: Day, offset: int) -> None:
    if isinstance(end, int):
        if end + offset >= 0:
            np.minimum(soonest, np.uint32(end + offset), out=soonest)
    else:
        np.minimum(soonest, (end + np.int32(offset)).view(np.uint32), out=soonest)


def _flips(
    program: Program,
    comparison: Comparison,
    moving: int,
    days: list[Interval],
    lands: Lands,
    today: int,
    limit: Days,
) -> Days:
    """Return the first day up to ``limit`` on which a comparison differs from its value now, by halving as ``running`` does."""
    _, left, right, equal = comparison
    gates = gates_below(program, moving)

    def value(on: Days) -> npt.NDArray[np.int8]:
        then = list(days)
        then[0] = on, on
        for gate in gates:
            then[gate[1]] = interval(gate, then[gate[2]], then[gate[3]], lands)
        sure = np.less(then[left][1], np.add(then[right][0], equal))
        possible = np.less(then[left][0], np.add(then[right][1], equal))
        result: npt.NDArray[np.int8] = np.add(sure, possible, dtype=np.int8)
        return result

    low = np.full(len(limit), today, dtype=np.int32)
    now, high = value(low), limit.copy()
    never = value(high) == now
    while (high - low > 1).any():
        middle = low + (high - low) // 2
        differs = value(middle) != now
        high, low = np.where(differs, middle, high), np.where(differs, low, middle)
    return np.where(never, limit, high)
