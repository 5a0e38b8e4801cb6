"""Nobody works a small number out of the tables: not from sums, not from two quarters, not from two reports at different times."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from augenmass.evaluation.rules.protection import (
    ALL,
    Asked,
    Earlier,
    Name,
    Shown,
    as_net,
    net_of,
    shown,
    shown_answers,
)
from augenmass.law.quarters import Quarter, through

FIRST = Quarter(2025, 1)
pytestmark = pytest.mark.unit
Counts = dict[tuple[int, Quarter], list[int]]


@st.composite
def series(draw: st.DrawFn) -> tuple[Counts, int, list[Quarter]]:
    outcomes = draw(st.integers(1, 4))
    quarters = list(through(FIRST, Quarter(2025, draw(st.integers(1, 4)))))
    number = st.one_of(st.integers(0, 6), st.integers(0, 60))
    row = st.lists(number, min_size=outcomes, max_size=outcomes)
    counts = {(place, q): draw(row) for place in range(draw(st.integers(1, 5))) for q in quarters}
    return counts, outcomes, quarters


def earlier_of(found: Shown, until: Quarter) -> Earlier:
    """What somebody keeps who read a report."""
    names = {
        name: number
        for name, number in found.numbers.items()
        if (name[0] != "place" or found.places) and (name[0] != "until" or name[1] == until)
    }
    return Earlier(
        until,
        frozenset(name for name, number in names.items() if number is not None),
        frozenset(name for name, number in names.items() if number is None),
    )


def in_sequence(counts: Counts, outcomes: int, quarters: list[Quarter], repeats: bool, smallest: int) -> list[Earlier]:
    """A report after every quarter; the last one compares places."""
    known: list[Earlier] = []
    for until in quarters:
        last = until == quarters[-1]
        found = shown(Asked(counts, outcomes, repeats, until, last, smallest, tuple(known)))
        known.append(earlier_of(found, until))
    return known


def compared(reports: list[Earlier]) -> bool:
    """Whether the last report compares places; where they could not be protected it leaves them out."""
    return any(name[0] == "place" for name in reports[-1].shown | reports[-1].hidden)


@settings(max_examples=150, deadline=None)
@example(
    ({(0, FIRST): [2], (0, FIRST.next): [0], (1, FIRST): [3], (1, FIRST.next): [0]}, 1, [FIRST, FIRST.next]), False, 5
)
@given(series(), st.booleans(), st.integers(5, 8))
def test_all_reports_together_leave_every_small_number_open(
    drawn: tuple[Counts, int, list[Quarter]], repeats: bool, smallest: int
) -> None:
    counts, outcomes, quarters = drawn
    reports = in_sequence(counts, outcomes, quarters, repeats, smallest)
    seen = frozenset().union(*(report.shown for report in reports))
    places = compared(reports)
    whole = net_of(Asked(counts, outcomes, repeats, quarters[-1], True, smallest, tuple(reports)), places=places)
    hidden = {name for name in whole.numbers if name not in seen and whole.numbers[name]}
    for name, behind in whole.behind.items():
        if 0 < behind < smallest:
            assert name not in seen
            _least, most = as_net(whole).bounds(hidden, name)
            assert most is None or most >= whole.numbers[name] + smallest


@settings(max_examples=10, deadline=None)
@example([2, 0, 3, 0])
@given(st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_an_attacker_who_tries_every_series_cannot_tell_a_small_number_from_one_that_is_five_greater(
    cells: list[int],
) -> None:
    """Two places, two quarters, a report after each: against every series with up to eight in a place and quarter."""
    quarters = list(through(FIRST, FIRST.next))
    keys = [(place, quarter) for place in (1, 2) for quarter in quarters]
    counts = {key: [number] for key, number in zip(keys, cells, strict=True)}
    known: dict[Name, int] = {}
    reports = in_sequence(counts, 1, quarters, repeats=False, smallest=5)
    for report in reports:
        known |= {name: _value(name, counts) for name in report.shown}
    small = [name for name in _names(quarters) if 0 < _value(name, counts) < 5]
    assert not (set(small) & set(known))
    seen: dict[Name, set[int]] = {name: set() for name in small}
    for tried in product(range(9), repeat=4):
        other = {key: [number] for key, number in zip(keys, tried, strict=True)}
        if all(_value(name, other) == number for name, number in known.items()):
            for name in small:
                seen[name].add(_value(name, other))
    for name in small:
        if name[0] != "place" or compared(reports):
            assert max(seen[name]) >= _value(name, counts) + 5
        else:  # of places that are not compared nothing is told but what all of them are together
            assert seen[name] >= set(range(min(sum(cells), 8) + 1))


def _names(quarters: list[Quarter]) -> list[Name]:
    rows: list[tuple[str, object]] = [("quarter", quarter) for quarter in quarters]
    rows += [("until", quarter) for quarter in quarters] + [("place", 1), ("place", 2)]
    return [(kind, what, outcome) for kind, what in rows for outcome in (0, ALL)]


def _value(name: Name, counts: Mapping[tuple[int, Quarter], list[int]]) -> int:
    kind, what, outcome = name
    total = 0
    for (place, quarter), cells in counts.items():
        inside = {"quarter": quarter == what, "place": place == what, "until": kind == "until" and quarter <= what}[
            kind
        ]  # type: ignore[operator]
        if inside:
            total += sum(cells) if outcome == ALL else cells[outcome]
    return total


def test_who_subtracts_an_earlier_report_from_a_later_one_gets_no_small_quarter() -> None:
    counts = {(1, FIRST): [40, 30], (1, FIRST.next): [12, 1]}
    first = earlier_of(shown(Asked(counts, 2, False, FIRST, False, 5)), FIRST)
    assert ("until", FIRST, 0) in first.shown
    later = shown(Asked(counts, 2, False, FIRST.next, False, 5, (first,)))
    assert later.numbers["quarter", FIRST.next, 1] is None
    assert later.numbers["until", FIRST.next, 1] is None


def test_one_person_counted_in_six_quarters_is_one_person() -> None:
    quarters = list(through(FIRST, Quarter(2026, 2)))
    counts = {(1, q): [1] for q in quarters} | {(2, q): [20] for q in quarters} | {(3, q): [30] for q in quarters}
    found = shown(Asked(counts, 1, True, quarters[-1], True, 5))
    assert found.numbers["place", 1, 0] is None
    assert found.numbers["place", 1, ALL] is None
    hidden = [place for place in (2, 3) if found.numbers["place", place, 0] is None]
    assert hidden, "the place alone could be taken from the sum"


def test_great_numbers_are_shown_whole_and_a_zero_always() -> None:
    counts = {(1, FIRST): [40, 0], (2, FIRST): [25, 9]}
    found = shown(Asked(counts, 2, False, FIRST, True, 5))
    assert None not in found.numbers.values()
    assert found.numbers["place", 1, 1] == 0


def test_what_a_report_hid_stays_hidden_in_the_next() -> None:
    counts = {
        (1, FIRST): [9, 2, 6],
        (2, FIRST): [20, 30, 12],
        (1, FIRST.next): [50, 60, 70],
        (2, FIRST.next): [9, 9, 9],
    }
    reports = in_sequence(counts, 3, [FIRST, FIRST.next], repeats=False, smallest=5)
    assert not (reports[0].hidden & reports[1].shown)


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5), st.integers(5, 8))
def test_answers_with_a_known_sum_leave_every_small_one_open(counts: list[int], smallest: int) -> None:
    found = shown_answers(counts, smallest)
    if found is None:
        return
    hidden = [place for place, number in enumerate(found) if number is None]
    assert not any(number is not None and 0 < number < smallest for number in found)
    rest = sum(counts[place] for place in hidden)
    for place in hidden:
        others = len(hidden) - 1
        if counts[place] < smallest:
            assert rest - others >= counts[place] + smallest
