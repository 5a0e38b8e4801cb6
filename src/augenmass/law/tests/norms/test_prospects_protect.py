"""Questions about measures in the area of prospects, work, courses and benefits: not knowing never allows one, and never closes a prospect."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.norms.prospects import (
    benefits,
    courses,
    employment,
    identity,
    integration,
    reducing,
    training,
    youth,
)
from augenmass.law.norms.prospects.humanitarian import STUCK, VICTIM
from augenmass.law.norms.prospects.work import WORKER
from augenmass.law.norms.specimens import OBLIGED, Facts, with_facts
from augenmass.law.tests.norms.asking import SHIPPED, ask, without
from augenmass.law.vocabulary import VOCABULARY, Kind

MEASURES = ("may_forbid", "may_end", "may_mark", "may_reduce", "may_continue", "may_exclude", "may_oblige")
_ELSEWHERE = {
    "benefits_ground": "enforceable",
    "protected_in_other_member_state": "yes",
    "transfer_decision_served": "no",
    "transfer_suspended_by_court": "no",
    "benefits_hardship": "no",
}
_JOB = {
    **courses.NEWCOMER,
    "basic_income_received": "yes",
    "course_demanded_by_job_centre": "yes",
    "course_demanded_on": "2026-07-20",
}
CASES: Mapping[str, Facts] = {
    "may_forbid_work": with_facts(WORKER, removal_fails_by_own_fault="yes"),
    "may_end_training_permit": with_facts(training.PERMIT_HOLDER, expulsion_or_58a_order="yes"),
    "may_end_employment_suspension": with_facts(employment.HOLDER, insured_employment="no"),
    "may_mark_identity_unclear": identity.UNDOCUMENTED,
    "may_reduce_benefits": reducing.REDUCED_CASE,
    "may_continue_reduction": {
        **reducing.REDUCED_CASE,
        "reduction_until": "2026-07-31",
        "breach_persists": "yes",
    },
    "may_exclude_from_benefits": _ELSEWHERE,
    "may_oblige_to_course": courses.NEWCOMER,
    "may_oblige_to_job_language": _JOB,
}
"""Cases in which each measure is possible."""

MUST_REST_ON = {
    "may_forbid_work": {"suspension_kind", "suspension_valid_until", "protection_status"},
    "may_end_training_permit": {"title_kind", "title_valid_until"},
    "may_end_employment_suspension": {
        "suspension_kind",
        "suspension_valid_until",
        "insured_employment",
        "employment_gap_harmless",
    },
    "may_mark_identity_unclear": {
        "suspension_kind",
        "suspension_valid_until",
        "passport_acts_credible",
        "asylum_not_finally_refused",
        "asylum_procedure_running",
        "asylum_follow_up_pending",
        "prohibition_human_rights",
        "prohibition_concrete_danger",
        "protection_status",
        "application_60d_pending",
    },
    "may_reduce_benefits": {"benefits_ground", "own_fault_rebutted"},
    "may_continue_reduction": {"benefits_ground", "own_fault_rebutted"},
    "may_exclude_from_benefits": {"benefits_ground", "protected_in_other_member_state", "benefits_hardship"},
    "may_oblige_to_course": {"course_title", "lasting_stay", "german_simple", "course_excused", "course_completed"},
    "may_oblige_to_job_language": set(),
}
"""What the statute lets protect against each measure."""
PROTECTED = [(question, name) for question, names in MUST_REST_ON.items() for name in sorted(names)]
PROTECTIVE = sorted(name for name, declaration in VOCABULARY.items() if declaration.protective)
NEEDLESS = {
    ("may_mark_identity_unclear", "passport_acts_made_up_on"): "acts made up count when they are recorded",
    ("may_mark_identity_unclear", "decision_suspensive_effect_restored"): "a final decision can no longer be suspended",
}
"""Protective facts that bar a measure, but whose absence leaves it possible, with the reason."""

OPEN: Mapping[str, Facts] = {
    "prospect_25_3": {"protection_status": "national", "prohibition_permit_excluded": "no"},
    "prospect_25_4a": VICTIM,
    "prospect_25_4b": VICTIM,
    "prospect_25_5": STUCK,
    "prospect_25_5_shall": STUCK,
    "prospect_25a": with_facts(youth.YOUTH, suspension_since="2025-06-02"),
    "prospect_25a_parents": youth.PARENT,
    "prospect_25a_family": with_facts(youth.PARENT, family_of_integrated_youth="yes"),
    "prospect_25b": integration.SETTLED,
    "prospect_25b_family": with_facts(integration.SETTLED, family_of_integrated_person="yes"),
    "prospect_16g": training.APPRENTICE,
    "prospect_60c": training.APPRENTICE,
    "prospect_60d": employment.EMPLOYED,
    "prospect_hardship": with_facts(OBLIGED, offences_of_weight="no"),
}
"""Cases in which each prospect is established."""


def values_of(name: str) -> tuple[str, ...]:
    """Return values that a fact can have."""
    declaration = VOCABULARY[name]
    if declaration.kind is Kind.YES_NO:
        return ("yes", "no")
    if declaration.kind is Kind.CHOICE:
        return tuple(choice.key for choice in declaration.choices)
    return ("2026-07-20", "2026-09-04")


def test_every_measure_has_a_case_that_allows_it_and_every_prospect_one_that_opens_it() -> None:
    asked = {question.id for question in SHIPPED.questions}
    assert {question for question in asked if question.startswith(MEASURES)} == set(CASES) == set(MUST_REST_ON)
    assert {question for question in asked if question.startswith("prospect_")} == set(OPEN)
    for question, facts in (*CASES.items(), *OPEN.items()):
        assert ask(question, facts) == "yes", question


@pytest.mark.parametrize(("question", "name"), PROTECTED, ids=[f"{question}-{name}" for question, name in PROTECTED])
def test_without_a_protective_fact_the_measure_is_not_possible(question: str, name: str) -> None:
    assert ask(question, without(CASES[question], name)) != "yes"


@pytest.mark.parametrize("question", CASES)
def test_what_bars_a_measure_is_not_removed_by_forgetting_it(question: str) -> None:
    found = {
        name
        for name in PROTECTIVE
        if ask(question, without(CASES[question], name)) == "yes"
        and any(ask(question, {**CASES[question], name: value}) == "no" for value in values_of(name))
    }
    assert found == {name for asked, name in NEEDLESS if asked == question}


@pytest.mark.parametrize("question", CASES)
def test_a_measure_about_which_nothing_is_known_is_not_possible(question: str) -> None:
    assert ask(question, {}) != "yes"


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(OPEN)), st.sets(st.integers(min_value=0, max_value=200), max_size=30))
def test_forgetting_never_closes_a_prospect(question: str, drawn: set[int]) -> None:
    names = sorted(OPEN[question])
    forgotten = {names[number % len(names)] for number in drawn}
    assert ask(question, without(OPEN[question], *forgotten)) != "no"


@pytest.mark.parametrize("question", OPEN)
def test_a_prospect_about_which_nothing_is_known_is_open(question: str) -> None:
    assert ask(question, {}) == "not_established"


def test_prospects_are_excluded_together_only_when_each_is_looked_at() -> None:
    assert ask("no_prospect_left", OBLIGED) == "not_established"
    assert ask("any_prospect", {}) == "not_established"
    for facts in OPEN.values():
        if facts is not OPEN["prospect_hardship"]:
            assert ask("any_prospect", facts) == "yes"
            assert ask("no_prospect_left", facts) == "no"


def test_benefits_cases_are_entitled() -> None:
    assert ask("benefits_due", benefits.ORDINARY) == "yes"
    assert ask("benefits_due", _ELSEWHERE) == "no"
