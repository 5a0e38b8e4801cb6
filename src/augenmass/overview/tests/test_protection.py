"""No small number can be read or worked out of the numbers that are shown, also by who knows the rule."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.overview.rules.protection import ALL, ROOM, Cell, bounds, hidden_cells, is_small, with_sums

Table = list[list[int]]
numbers_of_cases = st.one_of(st.integers(0, 5), st.integers(0, 200))


@st.composite
def tables(draw: st.DrawFn, most_rows: int = 5, most_columns: int = 4) -> Table:
    columns = draw(st.integers(1, most_columns))
    row = st.lists(numbers_of_cases, min_size=columns, max_size=columns)
    return draw(st.lists(row, min_size=1, max_size=most_rows))


@pytest.mark.unit
@given(tables())
def test_nobody_can_tell_a_small_number_from_one_that_is_greater_by_the_room(rows: Table) -> None:
    numbers, hidden = with_sums(rows), hidden_cells(rows)
    for cell, number in numbers.items():
        if is_small(number):
            assert cell in hidden
            _least, most = bounds(numbers, hidden, cell)
            assert most is None or most >= number + ROOM


@pytest.mark.unit
@given(tables())
def test_a_table_without_small_numbers_is_shown_whole_and_a_zero_always(rows: Table) -> None:
    numbers, hidden = with_sums(rows), hidden_cells(rows)
    assert all(numbers[cell] for cell in hidden)
    if not any(is_small(number) for number in numbers.values()):
        assert not hidden


@pytest.mark.unit
@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=1, max_size=2))
def test_the_bounds_are_those_that_an_attacker_finds_by_trying_every_table(rows: Table) -> None:
    numbers, hidden = with_sums(rows), hidden_cells(rows)
    tried = 12
    seen: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    for other in _tables_alike(rows, numbers, hidden, tried):
        for cell in hidden:
            seen[cell].add(other[cell])
    for cell in hidden:
        least, most = bounds(numbers, hidden, cell)
        assert min(seen[cell]) == least
        assert max(seen[cell]) >= (tried if most is None else min(most, tried))


def _tables_alike(
    rows: Table, numbers: Mapping[Cell, int], hidden: Collection[Cell], tried: int
) -> Iterator[dict[Cell, int]]:
    """Every table up to a size that shows the same numbers, with no zero among the hidden ones."""
    choices = [
        range(1, tried + 1) if (r, c) in hidden else [number]
        for r, row in enumerate(rows)
        for c, number in enumerate(row)
    ]
    for drawn in product(*choices):
        width = len(rows[0])
        other = with_sums([list(drawn[at : at + width]) for at in range(0, len(drawn), width)])
        if all(other[cell] == number for cell, number in numbers.items() if cell not in hidden) and all(
            other[cell] for cell in hidden
        ):
            yield other


@pytest.mark.unit
def test_one_small_number_takes_a_second_with_it_and_so_do_the_sums() -> None:
    rows = [[10, 2], [20, 30], [40, 50], [60, 70]]
    hidden = hidden_cells(rows)
    assert (0, 1) in hidden
    assert (0, 0) in hidden, "the sum of the quarter would give it away"
    assert {(1, 0), (1, 1)} <= hidden, "the sums of the year would give it away"
    assert (2, 0) not in hidden
    assert (0, ALL) not in hidden


@pytest.mark.unit
def test_a_year_with_one_case_shows_nothing_of_it() -> None:
    hidden = hidden_cells([[0, 0], [1, 0], [0, 0], [0, 0]])
    assert {(1, 0), (1, ALL), (ALL, 0), (ALL, ALL)} <= hidden
