"""Unknown is not no: what is not established never makes a step of enforcement possible."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.evaluate import answer
from augenmass.law.norms.specimens import OBLIGED, WARNED
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.tests.norms.asking import SHIPPED, ask, held, position, without
from augenmass.law.values import word
from augenmass.law.vocabulary import VOCABULARY

EITHER_SUFFICES = {
    "minor": "an accompanied person is no unaccompanied minor, whatever the age",
    "unaccompanied": "an adult is no unaccompanied minor",
    "minor_child_in_household": "children are weighed by the assessment of their best interests",
    "child_under_twelve": "matters only after a suspension was revoked",
    "continuation_ordered": "no application is pending",
    "decision_remedy_pending": "a refusal is enforceable in spite of a remedy (AufenthG § 84 (1))",
    "decision_suspensive_effect_restored": "a final decision can no longer be suspended",
    "warning_remedy_pending": "the Land excludes suspensive effect (VwGO § 80 (2))",
    "voluntary_departure_assured": "the period is over, so departure is to be supervised (AufenthG § 58 (3))",
}
PROTECTIVE = [name for name in WARNED if VOCABULARY[name].protective and name not in EITHER_SUFFICES]


def test_the_specimens_allow_the_steps_that_they_are_made_for() -> None:
    assert ask("may_arrange_removal", WARNED) == "yes"
    assert ask("may_issue_warning", OBLIGED) == "yes"


@pytest.mark.parametrize("name", PROTECTIVE)
def test_without_a_protective_fact_removal_is_not_possible(name: str) -> None:
    assert ask("may_arrange_removal", without(WARNED, name)) != "yes"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("departure_declared_on", "2026-08-20"),
        ("travel_fitness", "unfit"),
        ("serious_illness_indicated", "yes"),
        ("departure_period_extended_until", "2026-09-30"),
        ("enforceability_lost_on", "2026-07-20"),
        ("second_nationality", "IT"),
        ("decision_suspensive_effect_restored", "yes"),
    ],
)
def test_disputing_what_protects_opens_nothing(name: str, value: str) -> None:
    facts = held({**WARNED, name: value})
    assert word(answer(SHIPPED, "may_arrange_removal", facts, EXAMPLE_DAY)) != "yes"
    facts[name] = replace(facts[name], disputed=True)
    assert word(answer(SHIPPED, "may_arrange_removal", facts, EXAMPLE_DAY)) == "not_established"


def test_the_exceptions_are_facts_that_another_fact_makes_needless() -> None:
    for name in EITHER_SUFFICES:
        assert ask("may_arrange_removal", without(WARNED, name)) == "yes", EITHER_SUFFICES[name]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(WARNED))))
def test_taking_facts_away_never_makes_a_barred_removal_possible(names: set[str]) -> None:
    barred: Mapping[str, str] = {**WARNED, "family_ties_oppose": "yes"}
    assert ask("may_arrange_removal", barred) == "no"
    assert ask("may_arrange_removal", without(barred, *names)) != "yes"


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(sorted(WARNED)), min_size=1))
def test_the_lane_of_enforcement_needs_certainty(names: set[str]) -> None:
    found = position(without(WARNED, *names))
    if found.lane == "enforcement":
        assert found.answers["obligation_enforceable"] == 3
        assert found.answers["entry_reliable"] == 3


def test_a_case_of_which_nothing_is_known_is_to_be_clarified_and_offers_only_clarifying_steps() -> None:
    found = position({})
    assert found.lane == "clarify"
    assert set(found.next_steps) == {
        "establish_identity",
        "inform_about_rights",
        "check_prospects",
        "recheck_enforceability",
    }


def test_a_court_order_on_record_counts_even_against_a_decision_said_to_be_final() -> None:
    assert ask("may_arrange_removal", {**WARNED, "decision_suspensive_effect_restored": "yes"}) == "no"
    final = {**WARNED, "warning_final_since": "2026-08-10"}
    assert ask("may_arrange_removal", {**final, "warning_suspensive_effect_restored": "yes"}) == "no"
    assert ask("may_arrange_removal", without(final, "warning_suspensive_effect_restored")) == "yes"


def test_fitness_is_presumed_only_after_notice() -> None:
    silent = without(OBLIGED, "health_opposes_removal")
    assert ask("may_issue_warning", silent) == "not_established"
    assert ask("may_issue_warning", {**silent, "medical_duty_notice_on": "2026-06-16"}) == "yes"


def test_signs_of_serious_illness_stop_removal_to_the_last() -> None:
    assert ask("may_arrange_removal", {**WARNED, "serious_illness_indicated": "yes"}) == "no"
    assert ask("may_arrange_removal", {**WARNED, "travel_fitness": "unfit"}) == "no"


def test_unknown_criminal_proceedings_are_not_taken_for_none() -> None:
    assert ask("may_arrange_removal", without(WARNED, "criminal_proceedings_open")) == "not_established"
    open_case = {**WARNED, "criminal_proceedings_open": "yes", "only_minor_prosecution_interest": "no"}
    assert ask("may_arrange_removal", open_case) == "not_established"
    assert ask("may_arrange_removal", {**open_case, "prosecution_consents": "yes"}) == "yes"
