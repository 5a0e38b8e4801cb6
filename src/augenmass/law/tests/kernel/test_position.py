"""The legal position of one case, and the same of many."""

import json
from dataclasses import replace
from datetime import date

import pytest

from augenmass.law import language as say
from augenmass.law.caseload import assess_many
from augenmass.law.columns import Columns
from augenmass.law.evaluate import prove
from augenmass.law.facts import Held
from augenmass.law.nodes import Definition
from augenmass.law.position import assess, blockers_of, position_of
from augenmass.law.proof import prove_site
from augenmass.law.running import run
from augenmass.law.tests.kernel.samples import ON, SMALL, VOCABULARY, facts, large, large_facts, one_day
from augenmass.law.values import NO, UNKNOWN, YES

pytestmark = pytest.mark.unit
SERVED = one_day(date(2026, 11, 2))


def test_the_lane_is_the_first_that_is_certain():
    assert assess(SMALL, facts(d=YES, a=YES), ON, whole=True).lane == "clarify"
    assert assess(SMALL, facts(a=YES), ON, whole=True).lane == "voluntary"
    assert assess(SMALL, facts(a=NO), ON, whole=True).lane == "closed"
    assert assess(SMALL, {}, ON, whole=True).lane == "clarify"


def test_steps_of_the_lane_are_next_or_blocked_in_their_order():
    position = assess(SMALL, facts(a=YES, c=NO, d=NO, served=SERVED, land="ST"), ON, whole=True)
    assert position.next_steps == ("warn",)
    assert [blocked.step for blocked in position.blocked] == ["check_period", "refer"]
    assert [blocked.answer for blocked in position.blocked] == [NO, UNKNOWN]


def test_a_step_without_occasion_is_neither_next_nor_blocked():
    done = Definition("not_warned", "Noch nicht angedroht", "Not yet warned", say.not_(say.fact("b")), "X/1")
    steps = tuple(replace(step, due="not_warned") if step.id == "warn" else step for step in SMALL.steps)
    catalogue = replace(SMALL, definitions=(*SMALL.definitions, done), steps=steps)
    held = facts(a=YES, c=NO, d=NO, b=YES)
    position = assess(catalogue, held, ON, whole=True)
    assert "warn" not in {*position.next_steps, *(blocked.step for blocked in position.blocked)}
    assert assess(catalogue, {**held, "b": Held(NO)}, ON, whole=True).next_steps == ("warn",)
    assert assess(catalogue, facts(a=YES, c=NO, d=NO), ON, whole=True).next_steps == ("warn",)


def test_a_blocker_names_fact_norm_reason_and_who_can_clear_it():
    position = assess(SMALL, facts(a=YES, d=NO), ON, whole=True)
    blocked = next(blocked for blocked in position.blocked if blocked.step == "warn")
    (blocker,) = blocked.blockers
    assert (blocker.kind, blocker.id, blocker.value, blocker.why) == ("fact", "c", "not_established", "missing")
    assert (blocker.norm, blocker.cite, blocker.who, blocker.de) == (
        "AufenthG/60/1/1", "AufenthG/60/1/1", ("caseworker",), "Merkmal c",
    )  # fmt: skip


def test_a_recorded_contrary_is_named_by_its_id():
    position = assess(SMALL, {**facts(a=YES, d=NO), "c": Held(YES, 99)}, ON, whole=True)
    (blocker,) = next(blocked for blocked in position.blocked if blocked.step == "warn").blockers
    assert (blocker.why, blocker.value, blocker.fact_id) == ("held", "yes", 99)


def test_a_doubt_blocks_as_a_doubt_with_the_facts_that_clear_it():
    position = assess(SMALL, facts(a=YES, c=NO, d=YES), ON, whole=True)
    assert position.doubts == ("entry_doubtful",)
    (blocker,) = blockers_of(SMALL, "warn", facts(a=YES, c=NO, d=YES), ON)
    assert (blocker.kind, blocker.id, blocker.why, blocker.facts) == (
        "doubt",
        "entry_doubtful",
        "held",
        ("b", "weighty"),
    )
    assert blocker.who == ("caseworker", "lawyer")
    assert assess(SMALL, facts(a=YES), ON, whole=True).open_doubts == ("entry_doubtful",)


def test_a_norm_out_of_its_time_blocks_as_a_norm():
    (blocker,) = blockers_of(SMALL, "warn", facts(a=YES, c=NO, d=NO), date(2024, 1, 1))
    assert (blocker.kind, blocker.id, blocker.why, blocker.who) == ("norm", "AufenthG/59/1/1", "time", ())


def test_a_step_whose_question_is_yes_has_no_blockers():
    assert blockers_of(SMALL, "warn", facts(a=YES, c=NO, d=NO), ON) == ()


def test_deadlines_run_with_their_interval_or_say_what_is_missing():
    (deadline,) = assess(SMALL, facts(a=YES, served=SERVED, land="ST"), ON, whole=True).deadlines
    assert (deadline.rule, deadline.earliest, deadline.latest, deadline.runs) == (
        "period", date(2026, 12, 2), date(2026, 12, 2), YES,
    )  # fmt: skip
    (deadline,) = assess(SMALL, facts(a=YES), ON, whole=True).deadlines
    assert (deadline.earliest, deadline.missing) == (None, ("served", "land"))
    assert assess(SMALL, facts(a=NO, served=SERVED), ON, whole=True).deadlines == ()
    (deadline,) = assess(SMALL, facts(served=SERVED, land="ST"), ON, whole=True).deadlines
    assert deadline.runs == UNKNOWN
    assert assess(SMALL, facts(served=SERVED, land="ST"), ON, whole=True).next_deadline is None


def test_the_next_change_is_the_day_on_which_a_comparison_flips():
    held = facts(a=YES, served=SERVED, land="ST")
    position = assess(SMALL, held, ON, whole=True)
    assert position.next_change == date(2026, 12, 3)
    assert position.answers["period_over"] == NO
    assert assess(SMALL, held, date(2026, 12, 3), whole=True).answers["period_over"] == YES
    assert assess(SMALL, held, date(2026, 12, 3), whole=True).next_change == date(2031, 1, 1)


def test_a_position_is_stored_without_content_of_facts():
    stored = json.dumps(assess(SMALL, facts(a=YES, remark="Geheimes", served=SERVED), ON, whole=True).to_json())
    assert "Geheimes" not in stored
    assert SMALL.hash in stored
    assert '"may_warn": "not_established"' in stored


def test_many_cases_have_the_answers_and_lanes_of_each():
    catalogue = large()
    cases = [large_facts(seed) for seed in range(130)]
    many = assess_many(catalogue, Columns.of(catalogue.vocabulary, cases), ON)
    positions = [assess(catalogue, held, ON, whole=True) for held in cases]
    assert many.lanes() == [position.lane for position in positions]
    for question in catalogue.questions[:10]:
        expected = [position.answers[question.id] for position in positions]
        assert many.values(question.id).tolist() == expected
        counts = many.counts(question.id)
        assert counts == {
            "yes": expected.count(YES), "not_established": expected.count(UNKNOWN), "no": expected.count(NO),
        }  # fmt: skip
        assert sum(counts.values()) == many.size


def test_many_cases_know_which_fact_decides_how_many():
    cases = [facts(a=YES, d=NO), facts(a=YES, d=NO, c=YES), facts(a=NO), facts(a=YES, c=NO, d=NO)]
    many = assess_many(SMALL, Columns.of(VOCABULARY, cases), ON)
    assert many.deciding_facts("may_warn") == {"c": 2, "a": 1}
    assert many.lane_counts() == {"clarify": 0, "voluntary": 3, "closed": 1}


def test_position_and_proof_can_be_read_off_one_run():
    held = facts(a=YES, c=NO, d=NO, served=SERVED, land="ST")
    state = run(SMALL.program, held, ON)
    assert position_of(SMALL, state) == assess(SMALL, held, ON, whole=True)
    proof = prove_site(SMALL.program.questions["may_warn"], state)
    assert proof.to_json() == prove(SMALL, "may_warn", held, ON).to_json()


def test_no_cases_are_a_caseload_too():
    many = assess_many(SMALL, Columns.of(VOCABULARY, []), ON)
    assert (many.size, many.lanes(), many.counts("may_warn")["no"]) == (0, [], 0)
