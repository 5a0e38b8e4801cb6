"""What of a program has to be computed to answer some questions for many cases, and what each of them rests on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from augenmass.law.program import Comparison, DayGate, Gate, Leaf, LeafOp, Program, Site


@dataclass(frozen=True, eq=False)
class Plan:
    """The part of a program below some targets, in its order. ``asked`` holds the sites by id, ``rows`` the row of each kept slot."""

    program: Program
    asked: Mapping[str, Site]
    rows: Mapping[int, int]
    leaves: tuple[Leaf, ...]
    comparisons: tuple[Comparison, ...]
    gates: tuple[Gate, ...]
    day_leaves: tuple[Leaf, ...]
    day_gates: tuple[DayGate, ...]

    @cached_property
    def names(self) -> Mapping[int, tuple[str, ...]]:
        """The facts that each slot of a leaf reads."""
        return {site.slot: site.fact_names for site in self.program.sites if site.fact_names}

    @cached_property
    def reaches(self) -> Mapping[str, tuple[tuple[int, ...], tuple[int, ...]]]:
        """By target: numbers of the gates below it, from the top down, and the slots of the leaves that they end in."""
        return {name: self._reach(site.slot) for name, site in self.asked.items()}

    def _reach(self, goal: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        reached, gates = {goal}, []
        for number in range(len(self.gates) - 1, -1, -1):
            _, out, slots, _ = self.gates[number]
            if out in reached:
                gates.append(number)
                reached.update(slots)
        return tuple(gates), tuple(slot for slot in sorted(reached) if slot in self.names)


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
    day_leaves, day_gates = days_below(program, [slot for comparison in comparisons for slot in comparison[1:3]])
    return Plan(
        program=program,
        asked=sites,
        rows={slot: row for row, slot in enumerate(dict.fromkeys(slots))},
        leaves=tuple(leaf for leaf in program.leaves if leaf.op != LeafOp.DAY and leaf.out in needed),
        comparisons=tuple(comparisons),
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
    leaves = tuple(leaf for leaf in program.leaves if leaf.op == LeafOp.DAY and leaf.out in needed)
    return leaves, tuple(reversed(gates))
