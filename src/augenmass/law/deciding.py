"""Which facts decide the answers of a block of cases: the proofs read backwards, for all cases at once.

A gate's answer is decided by those of its arguments that share (or oppose) its value, as ``proof.deciding`` says. What decides which
argument is the same for every question, so it is computed once for all of them.
"""

from collections.abc import Iterable

import numpy as np

from augenmass.law.block import Block
from augenmass.law.nodes import LAND_FACT
from augenmass.law.planes import Plane, deciding


class Backward:
    """The backward pass over one block that was run."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._plan = block.plan
        room, words = block.room, block.words
        self._relevant = room.relevant[:, :words]
        self._rows: list[Plane] = list(self._relevant)
        self._decides: list[Plane] = list(room.deciding[:, :words])
        self._spare = room.spare[:, :words]
        self._done: set[int] = set()
        self._chosen = False
        self._lacks: dict[str, tuple[Plane, Plane]] = {}

    def counts(self, question: str) -> dict[str, int]:
        """Return in how many cases of the block each fact is among the deciding ones where the question is not yes."""
        way = self._plan.ways[question]
        self._prepare(way.gates)
        rows, decides, spare = self._rows, self._decides, self._spare[0]
        both, either = np.bitwise_and, np.bitwise_or
        goal = rows[way.goal]
        np.invert(self._block.planes[self._plan.asked[question].slot][0], out=goal)
        both(goal, self._block.inside, goal)
        for above, mask, below, first in way.steps:
            if first:
                both(rows[above], decides[mask], rows[below])
            else:
                both(rows[above], decides[mask], spare)
                either(rows[below], spare, rows[below])
        counted = np.bitwise_count(self._relevant[: len(way.names)]).sum(axis=1, dtype=np.uint32)
        return dict(zip(way.names, counted.tolist(), strict=True))

    def _prepare(self, gates: Iterable[int]) -> None:
        """Write where each argument of these gates decides it, and for leaves of several facts, which of them; once for all questions."""
        planes = self._block.planes
        for number in gates:
            if number not in self._done:
                self._done.add(number)
                op, out, slots, _ = self._plan.gates[number]
                first = self._plan.first_edges[number]
                rows = self._decides[first : first + len(slots)]
                deciding(op, planes[out], [planes[slot] for slot in slots], self._spare, rows)
        if not self._chosen:
            self._chosen = True
            for slot, names in self._plan.names.items():
                if len(names) > 1:
                    self._choose(slot, names)

    def _choose(self, slot: int, names: tuple[str, ...]) -> None:
        """Write which facts of a leaf decide it, as ``proof.deciding_names`` does for one case."""
        sure, possible = self._block.planes[slot]
        open_ = possible & ~sure
        chosen: list[Plane] = []
        for name in names:
            unknown, imprecise = self._lacking(name)
            plane = ~((unknown | (imprecise & open_)) ^ open_)
            chosen.append(plane & open_ if name == LAND_FACT else plane)
        nobody = ~np.bitwise_or.reduce(chosen)
        for name, plane in zip(names, chosen, strict=True):
            np.bitwise_or(plane, nobody, out=self._decides[self._plan.choices[slot, name]])

    def _lacking(self, name: str) -> tuple[Plane, Plane]:
        """Return where a fact is missing, and where it is too imprecise for a leaf that is open."""
        if name not in self._lacks:
            self._lacks[name] = ~self._block.known(name), self._block.imprecise(name)
        return self._lacks[name]
