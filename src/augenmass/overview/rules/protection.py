"""Which numbers of a table are not shown, so that no small one can be read or worked out.

A table has rows (quarters), columns (outcomes) and all its sums. It is read as a net (``flows``): from a source over rows and columns to
a sink, and back.

A number of one or two is never shown; a zero is, because nobody stands behind it. Beside each such number others are hidden until nobody
can tell it from one that is greater by ``ROOM``, even who knows this rule.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from augenmass.overview.rules.flows import Knot, Net

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
    """The cells that are not shown: the small ones, and as few and small others as protect them, sums last.

    There is a way round in every table: over the sums of the column and of the row and the sum of all.
    """
    numbers = with_sums(rows)
    found = _net(numbers).hidden(sorted(cell for cell, number in numbers.items() if is_small(number)), ROOM)
    assert found is not None
    return found


def bounds(numbers: Mapping[Cell, int], hidden: Collection[Cell], cell: Cell) -> tuple[int, int | None]:
    """The least and the greatest that a hidden number can be for all that is shown; None where there is no greatest."""
    return _net(numbers).bounds(hidden, cell)


def _net(numbers: Mapping[Cell, int]) -> Net[Cell]:
    def cost(cell: Cell) -> int:
        return numbers[cell] + (numbers[ALL, ALL] * 4 if ALL in cell else 0) + 1

    return Net(numbers, {cell: ends_of(cell) for cell in numbers}, cost)
