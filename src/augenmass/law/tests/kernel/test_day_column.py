"""Days of many cases, kept as earliest day and exceptions, are those that went in: whole, in parts, compared and written over."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from augenmass.law.calendar import FIRST, LAST
from augenmass.law.day_column import DayColumn, DayPlanes
from augenmass.law.planes import unpack

pytestmark = pytest.mark.unit
ordinal = st.one_of(st.sampled_from([FIRST, FIRST + 1, LAST - 1, LAST]), st.integers(737_000, 737_009))
pairs = st.tuples(ordinal, ordinal).map(lambda pair: (min(pair), max(pair)))
one_day = ordinal.map(lambda day: (day, day))
unknown = st.just((FIRST, LAST))
cases = st.lists(st.one_of(unknown, one_day, pairs), min_size=1, max_size=12)
bounds = st.one_of(ordinal, st.just(LAST + 1))


def column(some: list[tuple[int, int]]) -> DayColumn:
    first, last = np.array(some, dtype=np.int32).reshape(-1, 2).T
    return DayColumn.of(first.copy(), last.copy())


def planes_of(days: DayColumn) -> DayPlanes:
    return DayPlanes(days, np.zeros(len(days.first), dtype=np.bool_))


def listed(days: DayColumn) -> list[tuple[int, int]]:
    return list(zip(*(end.tolist() for end in days.ends()), strict=True))


@given(cases, st.data())
def test_what_went_in_comes_out_whole_and_in_parts(some, data):
    start, stop = sorted(data.draw(st.tuples(*[st.integers(0, len(some))] * 2)))
    rows = np.array(data.draw(st.permutations(range(len(some)))), dtype=np.int64)
    assert listed(column(some)) == some
    assert listed(column(some).part(slice(start, stop))) == some[start:stop]
    assert listed(column(some).at(rows)) == [some[row] for row in rows]


@given(cases, st.data())
def test_ends_are_compared_as_one_by_one(some, data):
    of_each = data.draw(st.lists(bounds, min_size=len(some), max_size=len(some)))
    held = column(some)
    if data.draw(st.booleans()):
        held.keep_whole()
    days = planes_of(held)
    for bound in (of_each[0], LAST + 1, np.array(of_each, dtype=np.int32)):
        each = [bound] * len(some) if isinstance(bound, int) else of_each
        earliest = days.earliest_before(bound)
        latest = days.latest_before(bound, lambda earliest=earliest: earliest)
        for end, plane in enumerate((earliest, latest)):
            expected = [pair[end] < other for pair, other in zip(some, each, strict=True)]
            assert unpack(plane, len(some)).tolist() == expected


@given(cases)
def test_what_is_known_and_what_is_no_single_day(some):
    days = column(some)
    known = [pair != (FIRST, LAST) for pair in some]
    assert days.known().tolist() == known
    planes = planes_of(days)
    assert unpack(planes.known, len(some)).tolist() == known
    assert unpack(planes.imprecise, len(some)).tolist() == [
        pair[0] != pair[1] and known for pair, known in zip(some, known, strict=True)
    ]


@given(cases, cases, st.data())
def test_others_are_written_over(some, others, data):
    others = others[: len(some)]
    rows = sorted(data.draw(st.permutations(range(len(some))))[: len(others)])
    days = column(some)
    if data.draw(st.booleans()):
        days.keep_whole()
    days.put(np.array(rows, dtype=np.int64), column(others))
    for row, pair in zip(rows, others, strict=True):
        some[row] = pair
    assert listed(days) == listed(DayColumn(days.first, days.rows, days.last)) == some
    assert days.rows.tolist() == sorted(days.rows.tolist())
