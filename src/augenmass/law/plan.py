"""What of a program has to be computed to answer some questions for many cases, and what each of them rests on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter

from augenmass.law.planes import Pair, steps_of
from augenmass.law.program import Comparison, DayGate, Gate, Leaf, LeafOp, Program, Site
from augenmass.law.turning import Turned, turn, turnable


@dataclass(frozen=True, eq=False, slots=True)
class Way:
    """The way from a target down to the facts that it rests on: how what matters at the top is handed down, row by row.

    ``names``: the facts, whose rows come first; ``rows``: how many there are at most. ``goal``: the row to begin at. ``gates``: numbers of the gates that are passed.
    ``steps``: row above, row of where it decides, row below, and whether that row is reached for the first time.
    """

    names: tuple[str, ...]
    rows: int
    goal: int
    gates: tuple[int, ...]
    steps: tuple[tuple[int, int, int, bool], ...]


@dataclass(frozen=True, eq=False)
class Plan:
    """The part of a program below some targets, in its order. ``asked`` holds the sites by id, ``rows`` the row of each kept slot.

    ``turnable`` comparisons have one side that is the same for all cases; for ``comparisons``, the others, the days of the cases
    are computed: ``day_leaves`` and ``day_gates``.
    """

    program: Program
    asked: Mapping[str, Site]
    rows: Mapping[int, int]
    leaves: tuple[Leaf, ...]
    turnable: tuple[Comparison, ...]
    comparisons: tuple[Comparison, ...]
    gates: tuple[Gate, ...]
    day_leaves: tuple[Leaf, ...]
    day_gates: tuple[DayGate, ...]
    _turned: dict[tuple[int, tuple[str | None, ...]], Turned] = field(default_factory=dict)

    def turned(self, on: int, places: Sequence[str | None]) -> Turned:
        """Return what the turnable comparisons say of the facts on one day, for cases of these Länder."""
        key = on, tuple(places)
        if key not in self._turned:
            self._turned[key] = turn(self.program, self.turnable, on, places)
        return self._turned[key]

    @cached_property
    def keys(self) -> Mapping[str, frozenset[str]]:
        """By choice: the keys that any leaf asks for."""
        found: dict[str, frozenset[str]] = {}
        for leaf in self.leaves:
            if leaf.op == LeafOp.ONE_OF:
                found[leaf.name] = found.get(leaf.name, frozenset()).union(leaf.keys)
        return found

    @cached_property
    def steps(self) -> Sequence[tuple[Callable[..., object], Callable[[list[Pair]], tuple[Pair, ...]]]]:
        """The gates in steps: what is computed, and how its pairs are taken from those of all slots."""
        return [
            (how, itemgetter(*taken))
            for op, out, slots, least in self.gates
            for how, taken in steps_of(op, out, slots, least)
        ]

    @cached_property
    def names(self) -> Mapping[int, tuple[str, ...]]:
        """The facts that each slot of a leaf reads."""
        return {site.slot: site.fact_names for site in self.program.sites if site.fact_names}

    @cached_property
    def first_edges(self) -> Sequence[int]:
        """By number of a gate: how many arguments the gates before it have; last, how many all have."""
        found = [0]
        for _, _, slots, _ in self.gates:
            found.append(found[-1] + len(slots))
        return found

    @cached_property
    def choices(self) -> Mapping[tuple[int, str], int]:
        """For leaves that read several facts: the row in which stands where each of them decides, after those of the gates."""
        pairs = [(slot, name) for slot, names in self.names.items() if len(names) > 1 for name in names]
        return {pair: self.first_edges[-1] + number for number, pair in enumerate(pairs)}

    @cached_property
    def ways(self) -> Mapping[str, Way]:
        """By target: the way from it down to the facts."""
        return {name: self._way(site.slot) for name, site in self.asked.items()}

    def _way(self, goal: int) -> Way:
        reached, gates = {goal}, []
        for number in range(len(self.gates) - 1, -1, -1):
            _, out, slots, _ = self.gates[number]
            if out in reached:
                gates.append(number)
                reached.update(slots)
        leaves = [slot for slot in sorted(reached) if slot in self.names]
        names = tuple(dict.fromkeys(name for slot in leaves for name in self.names[slot]))
        rows = {name: row for row, name in enumerate(names)}
        # A leaf that reads one fact shares the fact's row; every other slot has one of its own.
        row_of = {slot: rows[self.names[slot][0]] for slot in leaves if len(self.names[slot]) == 1}
        row_of |= {slot: len(names) + row for row, slot in enumerate(sorted(reached - row_of.keys()))}
        steps: list[tuple[int, int, int]] = []
        for number in gates:
            _, out, slots, _ = self.gates[number]
            first = self.first_edges[number]
            steps += [(row_of[out], first + place, row_of[slot]) for place, slot in enumerate(slots)]
        for slot in leaves:
            if len(self.names[slot]) > 1:
                steps += [(row_of[slot], self.choices[slot, name], rows[name]) for name in self.names[slot]]
        return Way(names, len(names) + len(reached), row_of[goal], tuple(gates), _marked(steps, row_of[goal]))


def _marked(steps: Iterable[tuple[int, int, int]], goal: int) -> tuple[tuple[int, int, int, bool], ...]:
    """Say of every step whether it is the first to reach its row."""
    seen = {goal}
    found = []
    for source, mask, target in steps:
        found.append((source, mask, target, target not in seen))
        seen.add(target)
    return tuple(found)


def plan_for(program: Program, asked: Iterable[str] | None = None, *, lanes: bool = False) -> Plan:
    """Return the plan for some targets, by default for all, and for the lanes where asked. Raises ``KeyError`` for an unknown id."""
    sites = dict(program.targets) if asked is None else {name: program.targets[name] for name in asked}
    slots = [site.slot for site in (*sites.values(), *(program.lanes.values() if lanes else ()))]
    needed = set(slots)
    gates = []
    for gate in reversed(program.gates):
        if gate[1] in needed:
            gates.append(gate)
            needed.update(gate[2])
    comparisons = [comparison for comparison in program.comparisons if comparison[0] in needed]
    turned_round = turnable(program, comparisons)
    others = tuple(comparison for comparison in comparisons if comparison not in set(turned_round))
    day_leaves, day_gates = days_below(program, [slot for comparison in others for slot in comparison[1:3]])
    return Plan(
        program=program,
        asked=sites,
        rows={slot: row for row, slot in enumerate(dict.fromkeys(slots))},
        leaves=tuple(leaf for leaf in program.leaves if leaf.op != LeafOp.DAY and leaf.out in needed),
        turnable=turned_round,
        comparisons=others,
        gates=tuple(reversed(gates)),
        day_leaves=day_leaves,
        day_gates=day_gates,
    )


def days_below(program: Program, slots: Iterable[int]) -> tuple[tuple[Leaf, ...], tuple[DayGate, ...]]:
    """Return the facts and the computations that some slots of days rest on, in order."""
    needed = set(slots)
    gates = []
    for gate in reversed(program.day_gates):
        if gate[1] in needed:
            gates.append(gate)
            needed.update(gate[2:4])
    return tuple(leaf for leaf in program.leaves_of_days if leaf.out in needed), tuple(reversed(gates))
