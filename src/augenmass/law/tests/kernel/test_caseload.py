"""Many cases at once: days by table, changed cases alone, the next change, deciding facts, all as one case has them."""

import os
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law import calendar, caseload
from augenmass.law.caseload import assess_many, changed
from augenmass.law.columns import Columns
from augenmass.law.facts import Held
from augenmass.law.many_days import Lands, shifted
from augenmass.law.next_changes import NEVER, next_changes
from augenmass.law.running import next_change, run
from augenmass.law.tests.kernel.samples import ON, SMALL, VOCABULARY, facts, large, large_facts
from augenmass.law.tests.kernel.trees import asking, cases, conditions, days
from augenmass.law.values import NO, YES

pytestmark = pytest.mark.unit
quick = settings(max_examples=int(os.environ.get("AUGENMASS_EXAMPLES", "15")), deadline=None)
any_day = st.one_of(
    st.sampled_from([calendar.FIRST, calendar.LAST, date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal()]),
    st.integers(date(1880, 1, 1).toordinal(), date(2310, 1, 1).toordinal()),
    st.integers(date(2015, 1, 1).toordinal(), date(2035, 1, 1).toordinal()),
)


@quick
@given(
    st.lists(any_day, min_size=1, max_size=20),
    st.integers(-40, 40),
    st.sampled_from(["days", "weeks", "months", "years"]),
)
def test_days_are_moved_by_table_as_one_by_one(some, count, unit):
    found = shifted(np.array(some, dtype=np.int32), count, unit)
    assert found.tolist() == [calendar.shift(day, count, unit) for day in some]


@quick
@given(
    st.lists(st.tuples(any_day, st.integers(-1, 3)), min_size=1, max_size=20),
    st.integers(0, 40),
    st.sampled_from(["days", "weeks", "months", "years"]),
    st.booleans(),
)
def test_ends_of_periods_are_read_off_a_table_as_one_by_one(some, count, unit, latest):
    names = ("ST", "BY", "de-bw", "nowhere")
    codes = np.array([code for _, code in some], dtype=np.int32)
    starts = np.array([day for day, _ in some], dtype=np.int32)
    found = Lands(len(some), codes, names).period_ends(starts, count, unit, latest=latest)
    for day, (start, code) in zip(found.tolist(), some, strict=True):
        land = calendar.land_of(names[code]) if code >= 0 else None
        assert day == calendar.deadline((start, start), count, unit, land)[latest]


def test_a_day_that_all_cases_share_is_moved_once():
    day = date(2026, 12, 24).toordinal()
    assert Lands(3).period_ends(day, 1, "days", latest=False) == calendar.working_day_from(day + 1, None)
    assert Lands(2, np.array([0, -1], np.int32), ("ST",)).period_ends(day, 1, "days", latest=True).tolist() == [
        calendar.working_day_from(day + 1, "ST"),
        calendar.latest_working_day_from(day + 1),
    ]


@quick
@given(st.lists(conditions, min_size=1, max_size=3), st.lists(cases(), min_size=1, max_size=6), days)
def test_the_next_change_of_many_cases_is_that_of_each(goals, some, on):
    program = asking(*goals).program
    found = next_changes(program, Columns.of(VOCABULARY, some), on)
    for ordinal, held in zip(found.tolist(), some, strict=True):
        following = next_change(run(program, held, on))
        assert ordinal == (NEVER if following is None else following.toordinal())


@quick
@given(
    conditions, st.lists(cases(), min_size=2, max_size=9), st.lists(cases(), min_size=1, max_size=9), st.data(), days
)
def test_changed_cases_are_assessed_as_if_all_were_made_anew(goal, some, others, data, on):
    catalogue = asking(goal)
    others = others[: len(some)]
    rows = sorted(data.draw(st.permutations(range(len(some))))[: len(others)])
    many = assess_many(catalogue, Columns.of(VOCABULARY, some), on)
    changed(many, np.array(rows, dtype=np.int64), Columns.of(VOCABULARY, others))
    for row, held in zip(rows, others, strict=True):
        some[row] = held
    fresh = assess_many(catalogue, Columns.of(VOCABULARY, some), on)
    assert many.values("q0").tolist() == fresh.values("q0").tolist()
    assert many.deciding_facts("q0") == fresh.deciding_facts("q0")


@pytest.mark.parametrize("rows", [[1, 0], [0, 0], [0, 9], [-1, 1], [0]])
def test_changed_cases_are_named_in_order_and_once(rows):
    many = assess_many(SMALL, Columns.of(VOCABULARY, [facts(a=YES), facts(a=NO), facts()]), ON)
    with pytest.raises(ValueError, match="changed case"):
        changed(many, np.array(rows, dtype=np.int64), Columns.of(VOCABULARY, [facts(a=NO), facts(a=NO)]))


def test_blocks_and_threads_answer_as_one_piece(monkeypatch):
    catalogue = large(12, 8)
    columns = Columns.of(catalogue.vocabulary, [large_facts(seed) for seed in range(300)])
    whole = assess_many(catalogue, columns, ON)
    monkeypatch.setattr(caseload, "BLOCK", 64)
    parts = assess_many(catalogue, columns, ON)
    assert (parts.kept == whole.kept).all()
    asked = list(catalogue.program.questions)
    in_parts = parts.all_deciding_facts(asked)
    monkeypatch.setattr(caseload, "BLOCK", 1024)
    together, facts = caseload.assess_with_facts(catalogue, columns, ON, asked)
    assert facts == in_parts
    assert (together.values("q3") == whole.values("q3")).all()
    assert in_parts == {question: whole.deciding_facts(question) for question in asked}


def test_only_what_was_asked_is_kept():
    many = assess_many(SMALL, Columns.of(VOCABULARY, [facts(a=YES)]), ON, ["may_warn"])
    assert many.counts("may_warn")["not_established"] == 1
    with pytest.raises(KeyError):
        many.counts("may_refer")
    with pytest.raises(KeyError):
        assess_many(SMALL, Columns.of(VOCABULARY, []), ON, ["unheard_of"])


def test_a_choice_that_no_case_held_before_is_learned():
    many = assess_many(asking_status(), Columns.of(VOCABULARY, [{"status": Held("permit")}, {}]), ON)
    changed(many, np.array([1]), Columns.of(VOCABULARY, [{"status": Held("tolerated")}]))
    assert many.values("q0").tolist() == [NO, YES]


def asking_status():
    from augenmass.law import language as say

    return asking(say.is_in("status", "tolerated"))
