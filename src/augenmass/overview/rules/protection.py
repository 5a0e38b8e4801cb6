"""Which numbers of a table are not shown, so that no small one can be read or worked out.

A table has rows (quarters), columns (outcomes) and all its sums. Read as a flow from a source over rows and columns to a sink, every
number, also a sum, is the flow on one arc, and "rows and columns add up" is what goes into a knot goes out of it. What somebody can work
out of the shown numbers is then the room that a flow leaves on an arc, and that is computed exactly.

A number of one or two is never shown; a zero is, because nobody stands behind it. Beside each such number others are hidden until nobody
can tell it from one that is greater by ``ROOM``, even who knows this rule.
"""

import heapq
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import Final

SMALLEST: Final = 3
"""The smallest number of cases that is shown."""
ROOM: Final = 3
"""Up to how much more a hidden small number could be, for all that is shown."""

ALL: Final = -1
"""In place of a row or column: its sum."""
SOURCE: Final = "source"
SINK: Final = "sink"

Cell = tuple[int, int]
"""Row and column; ``ALL`` for a sum."""
Knot = str


def with_sums(rows: Sequence[Sequence[int]]) -> dict[Cell, int]:
    """Every number of a table with all its sums. Raises ``ValueError`` where rows are of different length."""
    numbers = {(r, c): number for r, row in enumerate(rows) for c, number in enumerate(row)}
    for r, row in enumerate(rows):
        numbers[r, ALL] = sum(row)
    for c, column in enumerate(zip(*rows, strict=True)):
        numbers[ALL, c] = sum(column)
    numbers[ALL, ALL] = sum(numbers[r, ALL] for r in range(len(rows)))
    return numbers


def ends_of(cell: Cell) -> tuple[Knot, Knot]:
    """The arc of a cell: from a row to a column, from the source to a row, from a column to the sink, and back from the sink."""
    row, column = cell
    if row == ALL and column == ALL:
        return SINK, SOURCE
    if column == ALL:
        return SOURCE, f"row {row}"
    return f"row {row}" if row != ALL else f"column {column}", f"column {column}" if row != ALL else SINK


def is_small(number: int) -> bool:
    """Whether a number is one that is never shown."""
    return 0 < number < SMALLEST


def hidden_cells(rows: Sequence[Sequence[int]]) -> frozenset[Cell]:
    """The cells that are not shown: the small ones, and as few and small others as protect them."""
    numbers = with_sums(rows)
    small = [cell for cell, number in numbers.items() if is_small(number)]
    hidden = set(small)
    for cell in sorted(small):
        if _more(numbers, hidden, cell, ROOM) < ROOM:
            hidden.update(_cheapest_way(numbers, hidden, cell))
    return frozenset(hidden)


def bounds(numbers: Mapping[Cell, int], hidden: Collection[Cell], cell: Cell) -> tuple[int, int | None]:
    """The least and the greatest that a hidden number can be for all that is shown; None where there is no greatest.

    Who looks knows that no zero is ever hidden, so a hidden number is at least one.
    """
    most = sum(numbers.values()) + 1
    start, end = ends_of(cell)
    arcs = _arcs(numbers, hidden, cell)
    less = min(numbers[cell] - 1, _flow(arcs, start, end, most))
    more = _flow(_arcs(numbers, hidden, cell), end, start, most)
    return numbers[cell] - less, None if more >= most else numbers[cell] + more


def _more(numbers: Mapping[Cell, int], hidden: Collection[Cell], cell: Cell, wanted: int) -> int:
    start, end = ends_of(cell)
    return _flow(_arcs(numbers, hidden, cell), end, start, wanted)


def _arcs(numbers: Mapping[Cell, int], hidden: Collection[Cell], without: Cell) -> dict[Knot, dict[Knot, int]]:
    """How much more can flow between two knots: on a hidden arc without limit, against it as much as leaves one."""
    unlimited = sum(numbers.values()) + 1
    arcs: dict[Knot, dict[Knot, int]] = {}
    for cell in hidden:
        if cell != without:
            start, end = ends_of(cell)
            arcs.setdefault(start, {})[end] = unlimited
            arcs.setdefault(end, {})[start] = numbers[cell] - 1
    return arcs


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


def _cheapest_way(numbers: Mapping[Cell, int], hidden: Collection[Cell], cell: Cell) -> list[Cell]:
    """The cells to hide so that ``cell`` could be ``ROOM`` more: a way round through its arc, small numbers before great, sums last.

    There is one in every table: over the sums of the column and of the row and the sum of all.
    """
    start, end = ends_of(cell)
    ways: dict[Knot, list[tuple[Knot, int, Cell]]] = {}
    for other, number in numbers.items():
        if other != cell and number:
            cost = 0 if other in hidden else number + (numbers[ALL, ALL] * 4 if ALL in other else 0) + 1
            a, b = ends_of(other)
            ways.setdefault(a, []).append((b, cost, other))
            if number > ROOM:
                ways.setdefault(b, []).append((a, cost, other))
    waiting: list[tuple[int, Knot, list[Cell]]] = [(0, end, [])]
    done: set[Knot] = set()
    while True:
        cost, knot, way = heapq.heappop(waiting)
        if knot == start:
            return way
        if knot not in done:
            done.add(knot)
            for following, more, other in ways.get(knot, []):
                heapq.heappush(waiting, (cost + more, following, [*way, other]))
