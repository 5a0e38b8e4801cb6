"""Hiding numbers of which some are the sums of others, where all of them are flows on the arcs of one net. Pure.

Every number is the flow on an arc, and "rows and columns add up" is what goes into a knot goes out of it. What somebody can work out of
the shown numbers is then the room that a flow leaves on an arc, and that is computed exactly. A zero is hidden only where a caller says so,
and who looks knows it: any other hidden number is at least one.
"""

import heapq
from collections import deque
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Generic, TypeVar

Knot = Hashable
Name = TypeVar("Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Net(Generic[Name]):
    """Numbers by name, the arc of each (from, to), and what it costs to hide one; ``known``: names that were shown before."""

    numbers: Mapping[Name, int]
    ends: Mapping[Name, tuple[Knot, Knot]]
    cost: Callable[[Name], int]
    known: Collection[Name] = field(default_factory=frozenset)

    def hidden(self, asked: Collection[Name], room: int, already: Collection[Name] = ()) -> frozenset[Name] | None:
        """What to hide so that each of ``asked`` could be greater by ``room`` for all that is shown; None where nothing hides them.

        ``asked`` is gone through in its order. ``already``: what is hidden anyway.
        """
        hidden = {*asked, *already}
        for name in asked:
            if self.more(hidden, name, room) < room:
                way = self._cheapest_way(hidden, name, room)
                if way is None:
                    return None
                hidden.update(way)
        return frozenset(hidden)

    def more(self, hidden: Collection[Name], name: Name, wanted: int) -> int:
        """How much greater a hidden number could be, up to ``wanted``."""
        start, end = self.ends[name]
        return _flow(self._arcs(hidden, name), end, start, wanted)

    def bounds(self, hidden: Collection[Name], name: Name) -> tuple[int, int | None]:
        """The least and the greatest that a hidden number can be for all that is shown; None where there is no greatest."""
        most = sum(self.numbers.values()) + 1
        start, end = self.ends[name]
        less = min(self.numbers[name] - 1, _flow(self._arcs(hidden, name), start, end, most))
        more = self.more(hidden, name, most)
        return self.numbers[name] - less, None if more >= most else self.numbers[name] + more

    def _arcs(self, hidden: Collection[Name], without: Name) -> dict[Knot, dict[Knot, int]]:
        """How much more can flow between two knots: on a hidden arc without limit, against it as much as leaves one."""
        unlimited = sum(self.numbers.values()) + 1
        arcs: dict[Knot, dict[Knot, int]] = {}
        for name in hidden:
            if name != without:
                start, end = self.ends[name]
                _widen(arcs, start, end, unlimited)
                _widen(arcs, end, start, max(self.numbers[name] - 1, 0))
        return arcs

    def _cheapest_way(self, hidden: Collection[Name], name: Name, room: int) -> list[Name] | None:
        """The names to hide so that ``name`` could be ``room`` more: a way round through its arc; None where there is none."""
        start, end = self.ends[name]
        ways = self._ways(hidden, name, room)
        waiting: list[tuple[int, int, Knot, list[Name]]] = [(0, 0, end, [])]
        done: set[Knot] = set()
        taken = 0
        while waiting:
            cost, _order, knot, way = heapq.heappop(waiting)
            if knot == start:
                return way
            if knot not in done:
                done.add(knot)
                for following, more, other in ways.get(knot, []):
                    taken += 1
                    heapq.heappush(waiting, (cost + more, taken, following, [*way, other]))
        return None

    def _ways(self, hidden: Collection[Name], without: Name, room: int) -> dict[Knot, list[tuple[Knot, int, Name]]]:
        ways: dict[Knot, list[tuple[Knot, int, Name]]] = {}
        for other, number in self.numbers.items():
            if other == without or (other not in hidden and (not number or other in self.known)):
                continue
            cost = 0 if other in hidden else self.cost(other)
            a, b = self.ends[other]
            ways.setdefault(a, []).append((b, cost, other))
            if number > room:
                ways.setdefault(b, []).append((a, cost, other))
        return ways


def _widen(arcs: dict[Knot, dict[Knot, int]], start: Knot, end: Knot, by: int) -> None:
    ahead = arcs.setdefault(start, {})
    ahead[end] = ahead.get(end, 0) + by


def _flow(arcs: dict[Knot, dict[Knot, int]], start: Knot, end: Knot, wanted: int) -> int:
    """The greatest flow from one knot to another, at most ``wanted``; ``arcs`` is used up."""
    found = 0
    while found < wanted:
        before = _reached(arcs, start)
        if end not in before:
            break
        way = [end]
        while way[-1] != start:
            way.append(before[way[-1]])
        steps = [(after, ahead) for ahead, after in pairwise(way)]
        pushed = min(wanted - found, *(arcs[a][b] for a, b in steps))
        for a, b in steps:
            arcs[a][b] -= pushed
            back = arcs.setdefault(b, {})
            back[a] = back.get(a, 0) + pushed
        found += pushed
    return found


def _reached(arcs: Mapping[Knot, Mapping[Knot, int]], start: Knot) -> dict[Knot, Knot]:
    before: dict[Knot, Knot] = {start: start}
    waiting = deque([start])
    while waiting:
        knot = waiting.popleft()
        for following, free in arcs.get(knot, {}).items():
            if free and following not in before:
                before[following] = knot
                waiting.append(following)
    return before
