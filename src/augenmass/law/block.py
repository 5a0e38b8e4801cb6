"""A run of consecutive cases, computed together: leaves read off the columns, days compared, gates combined."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law.calendar import FIRST, LAST
from augenmass.law.columns import Columns
from augenmass.law.day_column import DayPlanes
from augenmass.law.many_days import Day, Interval, Lands, interval
from augenmass.law.nodes import LAND_FACT
from augenmass.law.plan import Plan
from augenmass.law.planes import ALL, NONE, WORD, Mask, Packing, Pair, Plane, inside, pack, words_for
from augenmass.law.program import Comparison, DayGate, Leaf, LeafOp, Program
from augenmass.law.turning import Before, Both, Either, Otherwise, Test

_NEAR: Final = 1 << 18
"""Bytes that stay near the processor while they are written and read again."""


class Room:
    """Memory for one block after another: asked for once, so that blocks do not wait for it. Rows never used take none."""

    def __init__(self, plan: Plan, words: int) -> None:
        self._plan = plan
        self._words = words
        self.planes = np.empty((plan.program.size, 2, words), dtype=np.uint64)
        """By slot: certainly, possibly."""

    @cached_property
    def deciding(self) -> npt.NDArray[np.uint64]:
        """By argument of a gate, and fact of a leaf with several: where it decides."""
        return np.empty((self._plan.first_edges[-1] + len(self._plan.choices), self._words), dtype=np.uint64)

    @cached_property
    def relevant(self) -> npt.NDArray[np.uint64]:
        """By row of a way: where it matters for the question at hand."""
        rows = max((way.rows for way in self._plan.ways.values()), default=0)
        return np.empty((rows, self._words), dtype=np.uint64)

    @cached_property
    def masks(self) -> Mask:
        """Some columns of yes and no, clear beyond the last case: as many as stay near the processor."""
        cases = WORD * self._words
        return np.zeros((max(_NEAR // cases, 1), cases), dtype=np.bool_)

    @cached_property
    def spare(self) -> Pair:
        """Room for one step."""
        return np.empty((2, self._words), dtype=np.uint64)


class Block:
    """The cases from ``start`` to before ``stop``. ``start`` is a multiple of 64, so that planes of blocks lie side by side."""

    def __init__(self, plan: Plan, columns: Columns, on: date, start: int, stop: int, room: Room) -> None:
        self.plan = plan
        self.room = room
        self.start = start
        self.size = stop - start
        self.words = words_for(self.size)
        self.planes: list[Pair] = list(room.planes[:, :, : self.words])
        self._columns = columns
        self._part = slice(start, stop)
        self._part_of_words = slice(start // WORD, start // WORD + self.words)
        self._on = on.toordinal()
        self._known: dict[str, Plane] = {}
        self._one: dict[tuple[str, int], Plane] = {}
        self._before: dict[Before, Plane] = {}
        self._of_day: dict[str, DayPlanes] = {}
        self._mask = np.zeros(self.size, dtype=np.bool_)

    @cached_property
    def inside(self) -> Plane:
        """The bits of the block's cases."""
        return inside(self.size)

    @cached_property
    def lands(self) -> Lands:
        """The Land of every case."""
        return lands_of(self._columns, self._part)

    def run(self) -> None:
        """Write the planes of every slot of the plan (those of others mean nothing)."""
        planes = self.planes
        turned = self.plan.turned(self._on, self.lands.places)
        packing = Packing(self.room.masks, self.size)
        self._read_choices(packing)
        self._read_days(packing, turned.bounds)
        packing.finish()
        for leaf in self.plan.leaves:
            if leaf.op == LeafOp.TRUTH and leaf.name in self._columns.truths:
                planes[leaf.out] = self._truth(leaf.name)
            else:
                self._leaf(leaf, planes[leaf.out])
        for comparison in turned.comparisons:
            planes[comparison.slot][0] = self._test(comparison.sure)
            planes[comparison.slot][1] = self._test(comparison.possible)
        days = self._days()
        for compared in self.plan.comparisons:
            self._comparison(compared, days, planes[compared[0]])
        for how, pairs in self.plan.steps:
            how(*pairs(planes))

    def known(self, name: str) -> Plane:
        """Return in which cases anything is known of a fact."""
        if name not in self._known:
            self._known[name] = self._read_known(name)
        return self._known[name]

    def imprecise(self, name: str) -> Plane:
        """Return in which cases a day is no single one."""
        if name not in self._columns.days:
            return self._nowhere
        return self._day(name).imprecise

    @cached_property
    def _nowhere(self) -> Plane:
        return np.zeros(self.words, dtype=np.uint64)

    def _days(self) -> list[Interval]:
        plan = self.plan
        for leaf in plan.day_leaves:
            if leaf.name in self._columns.days:
                self._columns.days[leaf.name].keep_whole()
        return days_of(plan.program, plan.day_leaves, plan.day_gates, self._columns, self._part, self._on, self.lands)

    def _read_known(self, name: str) -> Plane:
        columns, part = self._columns, self._part
        if name in columns.truths:
            pair = self._truth(name)
            known: Plane = pair[0] | ~pair[1]
            return known
        if name in columns.days:
            return self._day(name).known
        if name in columns.numbers:
            return ~pack(np.isnan(columns.numbers[name][part]))
        if name in columns.choices:
            return pack(np.greater_equal(columns.choices[name][0][part], 0))
        return self._nowhere

    def _day(self, name: str) -> DayPlanes:
        if name not in self._of_day:
            self._of_day[name] = DayPlanes(self._columns.days[name].part(self._part), self._mask)
        return self._of_day[name]

    def _truth(self, name: str) -> Pair:
        """Return the planes of a fact that is true or not, as the columns hold them."""
        pair: Pair = self._columns.truths[name][:, self._part_of_words]
        return pair

    def _leaf(self, leaf: Leaf, out: Pair) -> None:
        columns, part, name = self._columns, self._part, leaf.name
        if leaf.op == LeafOp.ESTABLISHED:
            out[:] = self.known(name)
            if name in columns.disputed:
                out[1] |= pack(columns.disputed[name][part])
            return
        if leaf.op == LeafOp.ONE_OF and name in columns.choices:
            self._one_of(leaf, out[0])
        elif leaf.op == LeafOp.AT_LEAST and name in columns.numbers:
            out[0] = pack(np.greater_equal(columns.numbers[name][part], leaf.bound))
        elif leaf.op == LeafOp.BELOW and name in columns.numbers:
            out[0] = pack(np.less(columns.numbers[name][part], leaf.bound))
        else:
            out[0], out[1] = NONE, ALL
            return
        np.invert(self.known(name), out=out[1])
        np.bitwise_or(out[0], out[1], out=out[1])

    def _one_of(self, leaf: Leaf, out: Plane) -> None:
        _codes, categories = self._columns.choices[leaf.name]
        out[:] = NONE
        for number, category in enumerate(categories):
            if category in leaf.keys:
                out |= self._one[leaf.name, number]

    def _read_choices(self, packing: Packing) -> None:
        """Read where each choice is known, and where it has one of the codes that any leaf asks for."""
        for name, keys in self.plan.keys.items():
            if name in self._columns.choices:
                codes, categories = self._columns.choices[name]
                codes = codes[self._part]
                packing.add(np.greater_equal, codes, 0, self._known, name)
                for number, category in enumerate(categories):
                    if category in keys:
                        packing.add(np.equal, codes, number, self._one, (name, number))

    def _read_days(self, packing: Packing, bounds: Mapping[tuple[str, int], Sequence[int]]) -> None:
        """Read where an end of a day lies before the single days that it is compared with."""
        for (name, end), days in bounds.items():
            if name in self._columns.days:
                column = self._day(name).column
                whole = column.first if end == 0 else column.whole
                if whole is not None:
                    for day in days:
                        packing.add(np.less, whole, day, self._before, Before(name, end, day))

    def _test(self, test: Test) -> Plane:
        match test:
            case Before():
                if test not in self._before:
                    self._before[test] = self._read_before(test)
                return self._before[test]
            case Both(left, right):
                return self._test(left) & self._test(right)
            case Either(left, right):
                return self._test(left) | self._test(right)
            case Otherwise(inner):
                return ~self._test(inner)

    def _read_before(self, test: Before) -> Plane:
        bound: Day = test.bound if isinstance(test.bound, int) else self.lands.by_case(test.bound)
        if test.name in self._columns.days:
            day = self._day(test.name)
            if test.end == 0:
                return day.earliest_before(bound)
            return day.latest_before(bound, lambda: self._test(Before(test.name, 0, test.bound)))
        open_end = (FIRST, LAST)[test.end]
        if isinstance(bound, int):
            return ~self._nowhere if open_end < bound else self._nowhere
        return pack(open_end < bound)

    def _comparison(self, comparison: Comparison, days: list[Interval], out: Pair) -> None:
        _, left, right, equal = comparison
        (low, high), (earliest, latest) = days[left], days[right]
        out[0] = _packed(high, earliest, equal)
        out[1] = _packed(low, latest, equal)


def _packed(left: Day, right: Day, equal: int) -> "Plane | np.uint64":
    found = left <= right if equal else left < right
    if isinstance(found, bool):
        return ALL if found else NONE
    return pack(found)


def lands_of(columns: Columns, part: slice) -> Lands:
    """Return the Land of every case of a part."""
    codes, names = columns.choices.get(LAND_FACT, (None, ()))
    size = len(range(*part.indices(columns.size)))
    return Lands(size, None if codes is None else codes[part], names)


def days_of(
    program: Program,
    leaves: Sequence[Leaf],
    gates: Sequence[DayGate],
    columns: Columns,
    part: slice,
    on: Day,
    lands: Lands,
) -> list[Interval]:
    """Return the days of cases by slot: those that leaves and gates fill, the law's own, and the day ``on``."""
    days: list[Interval] = [(on, on)] * program.day_size
    for out, ordinal in program.fixed_days:
        days[out] = ordinal, ordinal
    for leaf in leaves:
        held = columns.days.get(leaf.name)
        days[leaf.out] = (FIRST, LAST) if held is None else held.part(part).ends()
    for gate_ in gates:
        days[gate_[1]] = interval(gate_, days[gate_[2]], days[gate_[3]], lands)
    return days
