"""A run of consecutive cases, computed together: leaves read off the columns, days compared, gates combined."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Final

import numpy as np

from augenmass.law.calendar import FIRST, LAST
from augenmass.law.columns import Columns
from augenmass.law.many_days import Day, Interval, Lands, interval
from augenmass.law.nodes import LAND_FACT
from augenmass.law.plan import Plan
from augenmass.law.planes import Mask, Plane, Planes, filled, gate, inside, pack, words_for
from augenmass.law.program import Comparison, DayGate, Leaf, LeafOp, Op, Program
from augenmass.law.values import UNKNOWN

_FEW: Final = 4
"""Up to so many codes are compared one by one; more are looked up."""


class Block:
    """The cases from ``start`` to before ``stop``. ``start`` is a multiple of 64, so that planes of blocks lie side by side."""

    def __init__(self, plan: Plan, columns: Columns, on: date, start: int, stop: int) -> None:
        self.plan = plan
        self.start = start
        self.size = stop - start
        self.words = words_for(self.size)
        self._columns = columns
        self._part = slice(start, stop)
        self._on = on.toordinal()
        self._known: dict[str, Plane] = {}
        self._nothing = filled(self.words, full=False)
        self._everything = filled(self.words, full=True)

    @cached_property
    def inside(self) -> Plane:
        """The bits of the block's cases."""
        return inside(self.size)

    def run(self) -> list[Planes]:
        """Return the planes of every slot of the plan (of others, planes that mean nothing)."""
        planes: list[Planes] = [(self._nothing, self._nothing)] * self.plan.program.size
        for leaf in self.plan.leaves:
            planes[leaf.out] = self._leaf(leaf)
        days = self.days()
        for comparison in self.plan.comparisons:
            planes[comparison[0]] = self._comparison(comparison, days)
        for op, out, slots, count in self.plan.gates:
            planes[out] = gate(Op(op), [planes[slot] for slot in slots], count)
        return planes

    def days(self) -> list[Interval]:
        """Return the days of every slot of the plan."""
        return days_of(
            self.plan.program, self.plan.day_leaves, self.plan.day_gates, self._columns, self._part, self._on
        )

    def known(self, name: str) -> Plane:
        """Return in which cases anything is known of a fact."""
        if name not in self._known:
            self._known[name] = self._read_known(name)
        return self._known[name]

    def imprecise(self, name: str) -> Plane:
        """Return in which cases a day is no single one."""
        if name not in self._columns.days:
            return self._nothing
        first, last = self._columns.days[name]
        return pack(first[self._part] != last[self._part])

    def _read_known(self, name: str) -> Plane:
        columns, part = self._columns, self._part
        if name in columns.truths:
            return pack(np.not_equal(columns.truths[name][part], UNKNOWN))
        if name in columns.days:
            first, last = columns.days[name]
            return pack(first[part] > FIRST) | pack(last[part] < LAST)
        if name in columns.numbers:
            return ~pack(np.isnan(columns.numbers[name][part]))
        if name in columns.choices:
            return pack(np.greater_equal(columns.choices[name][0][part], 0))
        return self._nothing

    def _leaf(self, leaf: Leaf) -> Planes:
        columns, part, name = self._columns, self._part, leaf.name
        if leaf.op == LeafOp.ESTABLISHED:
            known = self.known(name)
            return known, known | pack(columns.disputed[name][part]) if name in columns.disputed else known
        if leaf.op == LeafOp.TRUTH and name in columns.truths:
            truths = columns.truths[name][part]
            return pack(truths & 2), pack(truths)
        if leaf.op == LeafOp.ONE_OF and name in columns.choices:
            sure = self._one_of(leaf)
        elif leaf.op == LeafOp.AT_LEAST and name in columns.numbers:
            sure = pack(np.greater_equal(columns.numbers[name][part], leaf.bound))
        elif leaf.op == LeafOp.BELOW and name in columns.numbers:
            sure = pack(np.less(columns.numbers[name][part], leaf.bound))
        else:
            return self._nothing, self._everything
        return sure, sure | ~self.known(name)

    def _one_of(self, leaf: Leaf) -> Plane:
        codes, categories = self._columns.choices[leaf.name]
        wanted = [number for number, category in enumerate(categories) if category in leaf.keys]
        if len(wanted) > _FEW:
            table = np.zeros(len(categories) + 1, dtype=np.bool_)
            table[wanted] = True
            return pack(table.take(codes[self._part]))  # a code of -1 reads the last entry, which is false
        sure = self._nothing
        for number in wanted:
            sure = sure | pack(codes[self._part] == number)
        return sure

    def _comparison(self, comparison: Comparison, days: list[Interval]) -> Planes:
        _, left, right, equal = comparison
        (low, high), (earliest, latest) = days[left], days[right]
        return self._before(high, earliest, equal), self._before(low, latest, equal)

    def _before(self, left: Day, right: Day, equal: int) -> Plane:
        found: bool | Mask = left <= right if equal else left < right
        if isinstance(found, bool):
            return self._everything if found else self._nothing
        return pack(found)


def days_of(
    program: Program,
    leaves: Sequence[Leaf],
    gates: Sequence[DayGate],
    columns: Columns,
    part: slice,
    on: Day,
) -> list[Interval]:
    """Return the days of cases by slot: those that leaves and gates fill, the law's own, and the day ``on``."""
    days: list[Interval] = [(on, on)] * program.day_size
    for out, ordinal in program.fixed_days:
        days[out] = ordinal, ordinal
    for leaf in leaves:
        held = columns.days.get(leaf.name)
        days[leaf.out] = (FIRST, LAST) if held is None else (held[0][part], held[1][part])
    if gates:
        codes, names = columns.choices.get(LAND_FACT, (None, ()))
        lands = Lands(len(range(*part.indices(columns.size))), None if codes is None else codes[part], names)
        for gate_ in gates:
            days[gate_[1]] = interval(gate_, days[gate_[2]], days[gate_[3]], lands)
    return days
