"""Which facts decide the answers of a block of cases: the proofs read backwards, for all cases at once.

A gate's answer is decided by those of its arguments that share (or oppose) its value, as ``proof.deciding`` says. What decides which
argument is the same for every question, so it is computed once for all of them.
"""

from collections.abc import Iterable, Iterator

from augenmass.law.block import Block
from augenmass.law.nodes import LAND_FACT
from augenmass.law.planes import Plane, Planes, any_of, count, deciding
from augenmass.law.program import Op


class Backward:
    """The backward pass over one block whose planes are known."""

    def __init__(self, block: Block, planes: list[Planes]) -> None:
        self._block = block
        self._plan = block.plan
        self._planes = planes
        self._masks: dict[int, list[Plane | None]] = {}
        self._chosen: dict[int, list[tuple[str, Plane | None]]] = {}
        self._lacks: dict[str, tuple[Plane, Plane]] = {}

    def counts(self, question: str) -> dict[str, int]:
        """Return in how many cases of the block each fact is among the deciding ones where the question is not yes."""
        goal = self._plan.asked[question].slot
        gates, leaves = self._plan.reaches[question]
        relevant: dict[int, Plane] = {goal: ~self._planes[goal][0] & self._block.inside}
        for number in gates:
            _, out, slots, _ = self._plan.gates[number]
            own = relevant.pop(out)  # all above it are done, so its place in the cache is free for the next
            for slot, mask in zip(slots, self._deciding(number), strict=True):
                _join(relevant, slot, own if mask is None else own & mask)
        by_name: dict[str, list[Plane]] = {}
        for slot in leaves:
            for name, plane in self._by_name(slot, relevant[slot]):
                by_name.setdefault(name, []).append(plane)
        return {name: count(any_of(planes)) for name, planes in by_name.items()}

    def _deciding(self, number: int) -> list[Plane | None]:
        """Return where each argument of a gate decides it; shared by all questions."""
        if number not in self._masks:
            op, out, slots, _ = self._plan.gates[number]
            self._masks[number] = deciding(Op(op), self._planes[out], [self._planes[slot] for slot in slots])
        return self._masks[number]

    def _by_name(self, slot: int, relevant: Plane) -> Iterator[tuple[str, Plane]]:
        """Yield the deciding facts of a leaf with their cases, as ``proof.deciding_names`` does for one case."""
        if slot not in self._chosen:
            names = self._plan.names[slot]
            self._chosen[slot] = [(names[0], None)] if len(names) == 1 else list(self._choose(slot, names))
        for name, mask in self._chosen[slot]:
            yield name, relevant if mask is None else relevant & mask

    def _choose(self, slot: int, names: Iterable[str]) -> Iterator[tuple[str, Plane]]:
        sure, possible = self._planes[slot]
        open_ = possible & ~sure
        chosen: dict[str, Plane] = {}
        for name in names:
            unknown, imprecise = self._lacking(name)
            chosen[name] = ~((unknown | (imprecise & open_)) ^ open_)
        if LAND_FACT in chosen:
            chosen[LAND_FACT] = chosen[LAND_FACT] & open_
        nobody = ~any_of(list(chosen.values()))
        for name, plane in chosen.items():
            yield name, plane | nobody

    def _lacking(self, name: str) -> tuple[Plane, Plane]:
        """Return where a fact is missing, and where it is too imprecise for a leaf that is open."""
        if name not in self._lacks:
            self._lacks[name] = ~self._block.known(name), self._block.imprecise(name)
        return self._lacks[name]


def _join(relevant: dict[int, Plane], slot: int, plane: Plane) -> None:
    held = relevant.get(slot)
    relevant[slot] = plane if held is None else held | plane
