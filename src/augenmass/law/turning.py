"""Comparisons with a day that is the same for all cases, turned round: instead of moving the days of every case forward by a period,
the one day is moved back, once.

All functions of ``calendar`` never decrease. So "the day moved by a period lies before T" says the same as "the day lies before T'",
with T' the first day that the period carries to T or beyond; for the end of a period, one T' for every Land.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from augenmass.law import calendar
from augenmass.law.calendar import FIRST, LAST
from augenmass.law.program import Comparison, DayGate, DayOp, Program
from augenmass.law.running import run_day

Bound = int | tuple[int, ...]
"""A day, or one for every place in ``Lands.places``."""

_NEAR: Final = 64
"""So many days around a guess hold the day that is looked for, unless it lies outside the usual years."""


class Before(NamedTuple):
    """An end of a fact's day lies before a bound. ``end``: 0 for the earliest day that it may be, 1 for the latest."""

    name: str
    end: int
    bound: Bound


class Both(NamedTuple):
    left: Test
    right: Test


class Either(NamedTuple):
    left: Test
    right: Test


class Otherwise(NamedTuple):
    test: Test


Test = Before | Both | Either | Otherwise


@dataclass(frozen=True, slots=True)
class TurnedOne:
    """The comparison in ``slot``: when it is certainly so, and when possibly."""

    slot: int
    sure: Test
    possible: Test


@dataclass(frozen=True, slots=True)
class Turned:
    """Some comparisons. ``bounds``: by fact and end, the single days that they compare it with, each once."""

    comparisons: tuple[TurnedOne, ...]
    bounds: Mapping[tuple[str, int], tuple[int, ...]]


def turnable(program: Program, comparisons: Sequence[Comparison]) -> tuple[Comparison, ...]:
    """Return those with one side that is the same for all cases, whatever their Land, and one that rests on facts alone."""
    gates = {gate[1]: gate for gate in program.day_gates}
    names = {leaf.out for leaf in program.leaves_of_days}

    def same(slot: int) -> bool:
        gate = gates.get(slot)
        if gate is None:
            return slot not in names
        return gate[0] != DayOp.DEADLINE and same(gate[2]) and same(gate[3])

    def of_facts(slot: int) -> bool:
        gate = gates.get(slot)
        return slot in names if gate is None else of_facts(gate[2]) and of_facts(gate[3])

    return tuple(
        comparison
        for comparison in comparisons
        if any(same(one) and of_facts(other) for one, other in (comparison[1:3], comparison[2:0:-1]))
    )


def turn(program: Program, comparisons: Collection[Comparison], on: int, places: Sequence[str | None]) -> Turned:
    """Return what ``turnable`` comparisons say of the facts on one day, for cases of the Länder in ``places``."""
    turning = _Turning(program, on, places)
    found = tuple(turning.turned(comparison) for comparison in comparisons)
    bounds: dict[tuple[str, int], dict[int, None]] = {}
    for one in found:
        for name, end, bound in (*_tests_in(one.sure), *_tests_in(one.possible)):
            if isinstance(bound, int):
                bounds.setdefault((name, end), {})[bound] = None
    return Turned(found, {ends: tuple(days) for ends, days in bounds.items()})


def _tests_in(test: Test) -> Iterator[Before]:
    """Yield the comparisons with single ends of days that a test is made of."""
    match test:
        case Before():
            yield test
        case Otherwise(inner):
            yield from _tests_in(inner)
        case Both(left, right) | Either(left, right):
            yield from _tests_in(left)
            yield from _tests_in(right)


class _Turning:
    def __init__(self, program: Program, on: int, places: Sequence[str | None]) -> None:
        self._places = places
        self._gates: Mapping[int, DayGate] = {gate[1]: gate for gate in program.day_gates}
        self._names = {leaf.out: leaf.name for leaf in program.leaves_of_days}
        lows = [on] * program.day_size
        for out, ordinal in program.fixed_days:
            lows[out] = ordinal
        self._fixed = lows
        self._same = {0, *(out for out, _ in program.fixed_days)}
        for gate in program.day_gates:
            if gate[0] != DayOp.DEADLINE and self._same.issuperset(gate[2:4]):
                run_day(gate, lows, lows, None)
                self._same.add(gate[1])

    def turned(self, comparison: Comparison) -> TurnedOne:
        slot, left, right, equal = comparison
        if right in self._same:
            bound = self._fixed[right] + equal
            return TurnedOne(slot, self._before(left, 1, bound), self._before(left, 0, bound))
        bound = self._fixed[left] + 1 - equal
        return TurnedOne(slot, Otherwise(self._before(right, 0, bound)), Otherwise(self._before(right, 1, bound)))

    def _before(self, slot: int, end: int, bound: Bound) -> Test:
        if slot in self._names:
            return Before(self._names[slot], end, bound)
        op, _, first, second, count, unit = self._gates[slot]
        if op in (DayOp.EARLIER, DayOp.LATER):
            sides = (self._before(side, end, bound) for side in (first, second))
            return Either(*sides) if op == DayOp.EARLIER else Both(*sides)
        return self._before(first, end, self._moved_back(op, end, count, unit, bound))

    def _moved_back(self, op: int, end: int, count: int, unit: str, bound: Bound) -> Bound:
        if op == DayOp.SHIFT and isinstance(bound, int):
            return _first_carried(lambda day: calendar.shift(day, count, unit), bound, count, unit)
        bounds = (bound,) * len(self._places) if isinstance(bound, int) else bound
        if op == DayOp.SHIFT:
            steps: list[Callable[[int], int]] = [lambda day: calendar.shift(day, count, unit)] * len(bounds)
        else:
            steps = [_end_of_period(count, unit, land, end) for land in self._places]
        found = tuple(_first_carried(step, each, count, unit) for step, each in zip(steps, bounds, strict=True))
        return found[0] if len(set(found)) == 1 else found


def _end_of_period(count: int, unit: str, land: str | None, end: int) -> Callable[[int], int]:
    """Return the earliest or latest end of a period by its beginning."""
    return lambda day: calendar.deadline((day, day), count, unit, land)[end]


def _first_carried(step: Callable[[int], int], goal: int, count: int, unit: str) -> int:
    """Return the first day that a step carries to the goal or beyond; the day after the last when there is none."""
    guess = calendar.shift(min(max(goal, FIRST), LAST), -count, unit)
    low, high = max(guess - _NEAR, FIRST), min(guess + _NEAR, LAST)
    if not step(low) < goal <= step(high):
        low, high = FIRST, LAST
    return low + bisect_left(range(low, high + 1), goal, key=step)
