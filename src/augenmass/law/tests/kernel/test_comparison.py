"""Two days or two catalogues compared: tables that add up, flows between lanes, the cases behind a cell."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from augenmass.law.columns import Columns
from augenmass.law.comparison import compare
from augenmass.law.position import assess
from augenmass.law.tests.kernel.samples import ON, SMALL, VOCABULARY, facts, large, large_facts, one_day
from augenmass.law.values import NO, YES, word

pytestmark = pytest.mark.unit
SERVED = one_day(date(2026, 11, 2))


def test_the_cells_of_a_table_add_up_to_the_cases_and_name_them():
    catalogue = large(12, 8)
    cases = [large_facts(seed) for seed in range(90)]
    later = ON + timedelta(days=700)
    found = compare(catalogue, Columns.of(catalogue.vocabulary, cases), ON, later)
    positions = [
        (assess(catalogue, held, ON, whole=True), assess(catalogue, held, later, whole=True)) for held in cases
    ]
    for question in found.questions:
        expected: dict[tuple[str, str], list[int]] = {}
        for number, (one, other) in enumerate(positions):
            expected.setdefault((word(one.answers[question]), word(other.answers[question])), []).append(number)
        assert found.answers(question) == {pair: len(numbers) for pair, numbers in expected.items()}
        assert found.changed(question) == sum(len(some) for (one, other), some in expected.items() if one != other)
        for (one, other), numbers in expected.items():
            assert found.cases(question, one, other).tolist() == numbers
    lanes: dict[tuple[str, str], int] = {}
    for one, other in positions:
        lanes[one.lane, other.lane] = lanes.get((one.lane, other.lane), 0) + 1
    assert found.lanes() == lanes


def test_a_period_that_ends_between_the_days_shows_as_a_flow():
    columns = Columns.of(VOCABULARY, [facts(a=YES, served=SERVED, land="ST"), facts(a=NO)])
    found = compare(SMALL, columns, ON, date(2026, 12, 24), asked=["period_over"])
    assert found.answers("period_over") == {("no", "yes"): 1, ("no", "no"): 1}
    said = found.to_json()
    assert said["questions"]["period_over"]["changed"] == 1
    assert said["from"] == {"on": ON.isoformat(), "catalogue": SMALL.hash}
    assert said["questions"]["period_over"]["answers"][0] == {"from": "no", "to": "yes", "cases": 1}


def test_two_catalogues_are_compared_on_what_both_ask():
    other = replace(SMALL, questions=(*SMALL.questions[:1], replace(SMALL.questions[1], id="renamed")), steps=())
    found = compare(SMALL, Columns.of(VOCABULARY, [facts(a=YES)]), ON, ON, later_catalogue=other)
    assert (found.questions, found.gone, found.new) == (("may_warn",), ("period_over", "may_refer"), ("renamed",))
    assert found.changed("may_warn") == 0


def test_facts_may_differ_on_the_later_day_but_not_the_number_of_cases():
    now, then = Columns.of(VOCABULARY, [facts(a=YES)]), Columns.of(VOCABULARY, [facts(a=NO)])
    assert compare(SMALL, now, ON, ON, later_columns=then).lanes() == {("voluntary", "closed"): 1}
    with pytest.raises(ValueError, match="other cases"):
        compare(SMALL, now, ON, ON, later_columns=Columns.of(VOCABULARY, []))
    with pytest.raises(KeyError):
        compare(SMALL, now, ON, ON, asked=["unheard_of"])


def test_no_cases_are_compared_too():
    found = compare(SMALL, Columns.of(VOCABULARY, []), ON, ON)
    assert (found.answers("may_warn"), found.lanes(), found.cases("may_warn", "no", "no").tolist()) == ({}, {}, [])
    assert np.array_equal(found.earlier.kept, found.later.kept)
