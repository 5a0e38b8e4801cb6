"""The program run for many cases at once: two bit planes per condition, "certainly" and "possibly", 64 cases to a word.

Bits of a plane beyond the last case mean nothing and are cut off when cases are counted or read.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt

from augenmass.law import calendar
from augenmass.law.calendar import FIRST, LAST, Days
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.nodes import LAND_FACT
from augenmass.law.position import CLARIFY
from augenmass.law.program import DayGate, DayOp, Leaf, LeafOp, Op, Program, Selection, Site
from augenmass.law.values import NO, UNKNOWN, YES

Plane = npt.NDArray[np.uint64]
Planes = tuple[Plane, Plane]
Mask = npt.NDArray[np.bool_]
Interval = tuple[Days, Days]

_WORD: Final = 64


@dataclass(eq=False, slots=True)
class Caseload:
    """The answers for N cases on one day, by the catalogue named by its hash."""

    program: Program
    columns: Columns
    on: date
    catalogue: str
    planes: list[Planes] = field(repr=False)
    days: list[Interval] = field(repr=False)

    @property
    def size(self) -> int:
        """The number of cases."""
        return self.columns.size

    def values(self, question: str) -> npt.NDArray[np.int8]:
        """Return 0, 1 or 3 per case for a question, norm, doubt or definition. Raises ``KeyError`` for an unknown id."""
        return self._values(self.program.targets[question].slot)

    def counts(self, question: str) -> dict[str, int]:
        """Return how many cases are answered yes, no and not established; the three add up to the number of cases."""
        sure, possible = (_count(plane, self.size) for plane in self.planes[self.program.targets[question].slot])
        return {"yes": sure, "not_established": possible - sure, "no": self.size - possible}

    def lanes(self) -> list[str]:
        """Return the lane of every case."""
        names = [*self.program.lanes, CLARIFY]
        found = np.full(self.size, len(names) - 1, dtype=np.int16)
        for number, site in reversed(list(enumerate(self.program.lanes.values()))):
            found[_unpack(self.planes[site.slot][0], self.size)] = number
        return [names[number] for number in found]

    def lane_counts(self) -> dict[str, int]:
        """Return how many cases are in each lane, those without a certain one in ``clarify``."""
        found = self.lanes()
        return {name: found.count(name) for name in dict.fromkeys((*self.program.lanes, CLARIFY))}

    def deciding_facts(self, question: str) -> dict[str, int]:
        """Return in how many cases each fact is among the deciding ones where the question is not yes, most frequent first."""
        goal = self.program.targets[question]
        relevant = _relevance(goal, self.planes)
        masks: dict[str, Mask] = {}
        for site, plane in relevant.items():
            if site.fact_names:
                for name, mask in self._deciding_names(site, _unpack(plane, self.size)):
                    masks[name] = masks[name] | mask if name in masks else mask
        counted = {name: int(mask.sum()) for name, mask in masks.items()}
        return dict(sorted(((name, count) for name, count in counted.items() if count), key=lambda pair: -pair[1]))

    def _deciding_names(self, site: Site, relevant: Mask) -> Iterable[tuple[str, Mask]]:
        """Yield the deciding facts of a leaf with their cases, as ``proof.deciding_names`` does for one case."""
        names = site.fact_names
        if len(names) == 1:
            yield names[0], relevant
            return
        unknown = np.equal(self._values(site.slot), UNKNOWN)
        chosen = {name: self._lacking(name, unknown) == unknown for name in names}
        if LAND_FACT in chosen:
            chosen[LAND_FACT] &= unknown
        nobody = ~np.logical_or.reduce(list(chosen.values()))
        for name, mask in chosen.items():
            yield name, relevant & (mask | nobody)

    def _lacking(self, name: str, unknown: Mask) -> Mask:
        """Return where a fact of a leaf is missing, or too imprecise for a leaf that is ``unknown``."""
        known = self.columns.known(name)
        if name not in self.columns.days:
            return ~known
        first, last = self.columns.days[name]
        imprecise: Mask = (first != last) & unknown
        return ~known | imprecise

    def _values(self, slot: int) -> npt.NDArray[np.int8]:
        sure, possible = (_unpack(plane, self.size) for plane in self.planes[slot])
        return np.where(sure, YES, np.where(possible, UNKNOWN, NO)).astype(np.int8)


def assess_many(catalogue: Catalogue, columns: Columns, on: date) -> Caseload:
    """Return the answers to all questions for all cases. Works in memory: give larger stocks in batches."""
    program = catalogue.program
    days = _run_days(program, columns, on)
    words = -(-columns.size // _WORD)
    planes: list[Planes] = [(np.zeros(0, np.uint64), np.zeros(0, np.uint64))] * program.size
    for leaf in program.leaves:
        if leaf.op != LeafOp.DAY:
            planes[leaf.out] = _leaf(leaf, columns, words)
    for out, left, right, equal in program.comparisons:
        planes[out] = (
            _pack(days[left][1] < days[right][0] + equal, words),
            _pack(days[left][0] < days[right][1] + equal, words),
        )
    for op, out, slots, count in program.gates:
        planes[out] = _gate(Op(op), [planes[slot] for slot in slots], count)
    return Caseload(program, columns, on, catalogue.hash, planes, days)


def _leaf(leaf: Leaf, columns: Columns, words: int) -> Planes:
    known = columns.known(leaf.name)
    if leaf.op == LeafOp.ESTABLISHED:
        return _pack(known, words), _pack(known | columns.in_dispute(leaf.name), words)
    holds = _holds(leaf, columns)
    return _pack(holds & known, words), _pack(holds | ~known, words)


def _holds(leaf: Leaf, columns: Columns) -> Mask:
    """Return where the leaf holds; what it says of cases without the fact does not count."""
    name = leaf.name
    if leaf.op == LeafOp.TRUTH and name in columns.truths:
        return np.equal(columns.truths[name], YES)
    if leaf.op == LeafOp.ONE_OF and name in columns.choices:
        codes, categories = columns.choices[name]
        wanted = [number for number, category in enumerate(categories) if category in leaf.keys]
        return np.isin(codes, wanted)
    if leaf.op == LeafOp.AT_LEAST and name in columns.numbers:
        return np.greater_equal(columns.numbers[name], leaf.bound)
    if leaf.op == LeafOp.BELOW and name in columns.numbers:
        return np.less(columns.numbers[name], leaf.bound)
    return np.zeros(columns.size, dtype=np.bool_)


def _run_days(program: Program, columns: Columns, on: date) -> list[Interval]:
    def constant(ordinal: int) -> Days:
        return np.full(columns.size, ordinal, dtype=np.int32)

    today = constant(on.toordinal())
    days: list[Interval] = [(today, today)] * program.day_size
    for out, ordinal in program.fixed_days:
        fixed = constant(ordinal)
        days[out] = fixed, fixed
    for leaf in program.leaves:
        if leaf.op == LeafOp.DAY:
            days[leaf.out] = columns.days.get(leaf.name) or (constant(FIRST), constant(LAST))
    lands = _lands(columns)
    for gate in program.day_gates:
        days[gate[1]] = _day(gate, days[gate[2]], days[gate[3]], lands)
    return days


def _lands(columns: Columns) -> list[tuple[str | None, Mask]]:
    """Return the Länder that occur, each with its cases; None for cases whose Land is not established."""
    codes, categories = columns.choices.get(LAND_FACT, (np.full(columns.size, -1, dtype=np.int32), ()))
    masks: dict[str | None, Mask] = {None: codes < 0}
    for number, category in enumerate(categories):
        land = calendar.land_of(category)
        mask = codes == number
        masks[land] = masks[land] | mask if land in masks else mask
    return [(land, mask) for land, mask in masks.items() if mask.any()]


def _day(gate: DayGate, first: Interval, second: Interval, lands: list[tuple[str | None, Mask]]) -> Interval:
    op, _, _, _, count, unit = gate
    if op == DayOp.EARLIER:
        return np.minimum(first[0], second[0]), np.minimum(first[1], second[1])
    if op == DayOp.LATER:
        return np.maximum(first[0], second[0]), np.maximum(first[1], second[1])
    low, high = (calendar.map_days(ends, lambda day: calendar.shift(day, count, unit)) for ends in first)
    if op == DayOp.SHIFT:
        return low, high
    start, end = low.copy(), high.copy()
    for land, mask in lands:
        start[mask] = calendar.map_days(low[mask], lambda day, land=land: calendar.working_day_from(day, land))  # type: ignore[misc]
        end[mask] = calendar.map_days(high[mask], lambda day, land=land: _latest_end(day, land))  # type: ignore[misc]
    return start, end


def _latest_end(day: int, land: str | None) -> int:
    return calendar.latest_working_day_from(day) if land is None else calendar.working_day_from(day, land)


def _gate(op: Op, parts: list[Planes], count: int) -> Planes:
    match op:
        case Op.AND:
            return _all([sure for sure, _ in parts]), _all([possible for _, possible in parts])
        case Op.OR:
            return _any([sure for sure, _ in parts]), _any([possible for _, possible in parts])
        case Op.NOR:
            return ~_any([possible for _, possible in parts]), ~_any([sure for sure, _ in parts])
        case Op.NOT:
            ((sure, possible),) = parts
            return ~possible, ~sure
        case Op.EXCEPT:
            (rule_sure, rule_possible), (sure, possible) = parts
            return rule_sure & ~possible, rule_possible & ~sure
        case Op.PRESUMED:
            (rule_sure, rule_possible), (sure, _) = parts
            return rule_sure & ~sure, rule_possible & ~sure
        case Op.UNVERIFIED:
            ((sure, possible),) = parts
            return np.zeros_like(sure), possible
        case Op.AT_LEAST:
            return _at_least([sure for sure, _ in parts], count), _at_least([possible for _, possible in parts], count)


def _all(planes: list[Plane]) -> Plane:
    result = planes[0]
    for plane in planes[1:]:
        result = result & plane
    return result


def _any(planes: list[Plane]) -> Plane:
    result = planes[0]
    for plane in planes[1:]:
        result = result | plane
    return result


def _at_least(planes: list[Plane], count: int) -> Plane:
    """Return where at least ``count`` planes are set: ``reached[k]`` is where k of the planes so far are."""
    reached = [~np.zeros_like(planes[0])] + [np.zeros_like(planes[0]) for _ in range(count)]
    for plane in planes:
        for k in range(count, 0, -1):
            reached[k] = reached[k] | (reached[k - 1] & plane)
    return reached[count]


def _relevance(goal: Site, planes: list[Planes]) -> dict[Site, Plane]:
    """Return, for every site below the goal, the cases in which it belongs to the minimal proof of an answer that is not yes."""
    relevant: dict[Site, Plane] = {goal: ~planes[goal.slot][0]}
    pending = {goal.number: goal}
    while pending:
        # A site is numbered after everything below it: so the highest pending number has met all its parents.
        site = pending.pop(max(pending))
        for child, mask in zip(site.children, _child_masks(site, planes), strict=True):
            plane = relevant[site] & mask
            relevant[child] = relevant[child] | plane if child in relevant else plane
            pending[child.number] = child
    return relevant


def _child_masks(site: Site, planes: list[Planes]) -> list[Plane]:
    sure, possible = planes[site.slot]
    same = [_equal(planes[child.slot], (sure, possible)) for child in site.children]
    opposite = [_equal(planes[child.slot], (~possible, ~sure)) for child in site.children]
    match Selection(site.selection):
        case Selection.SAME:
            return same
        case Selection.OPPOSITE:
            return opposite
        case Selection.ALL:
            return [~np.zeros_like(sure) for _ in site.children]
        case Selection.EXCEPT:
            return [same[0], opposite[1]]
        case Selection.PRESUMED:
            return [same[0], sure | planes[site.children[1].slot][0]]


def _equal(a: Planes, b: Planes) -> Plane:
    return ~((a[0] ^ b[0]) | (a[1] ^ b[1]))


def _pack(mask: Mask, words: int) -> Plane:
    padded = np.zeros(words * 8, dtype=np.uint8)
    packed = np.packbits(mask, bitorder="little")
    padded[: len(packed)] = packed
    return padded.view(np.uint64)


def _unpack(plane: Plane, size: int) -> Mask:
    return np.unpackbits(plane.view(np.uint8), count=size, bitorder="little").astype(np.bool_)


def _count(plane: Plane, size: int) -> int:
    return int(_unpack(plane, size).sum())
