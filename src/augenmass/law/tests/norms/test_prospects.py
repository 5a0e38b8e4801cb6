"""Prospects of residence by their dates and ages, what an application for return support costs, old and new texts beside each other."""

from datetime import date

import pytest

from augenmass.law.norms.prospects import courses, employment, identity, integration, reducing, training, youth
from augenmass.law.norms.prospects.clocks import DEADLINES
from augenmass.law.norms.prospects.humanitarian import HOLDER, STUCK
from augenmass.law.norms.prospects.work import WORKER
from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, with_facts
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.tests.norms.asking import applies, ask, position, without

YOUTH = with_facts(youth.YOUTH, suspension_since="2025-06-02")


@pytest.mark.parametrize(
    ("born", "answer"),
    [
        ("1999-08-22", "yes"),
        ("1999-08-21", "yes"),
        ("1999-08-20", "no"),
        ("2000-02-29", "yes"),
        ("2012-08-20", "yes"),
        ("2012-08-22", "not_established"),
    ],
)
def test_section_25a_ends_with_the_day_before_the_27th_birthday(born: str, answer: str) -> None:
    assert ask("prospect_25a", with_facts(YOUTH, date_of_birth=born)) == answer


@pytest.mark.parametrize(
    ("on", "answer"), [(date(2027, 2, 27), "yes"), (date(2027, 2, 28), "yes"), (date(2027, 3, 1), "no")]
)
def test_whoever_is_born_on_a_leap_day_completes_the_year_on_the_last_of_february(on: date, answer: str) -> None:
    leap = with_facts(YOUTH, date_of_birth="2000-02-29", suspension_valid_until="2027-12-31")
    assert ask("prospect_25a", leap, on) == answer


def test_an_application_before_the_27th_birthday_keeps_the_prospect() -> None:
    older = with_facts(YOUTH, date_of_birth="1999-05-10")
    assert ask("prospect_25a", older) == "no"
    pending = with_facts(older, application_25a_pending="yes")
    assert ask("prospect_25a", pending) == "not_established"
    assert ask("prospect_25a", with_facts(pending, application_25a_filed_on="2026-05-09")) == "yes"
    assert ask("prospect_25a", with_facts(pending, application_25a_filed_on="2026-05-10")) == "no"


@pytest.mark.parametrize(
    ("since", "child", "answer"),
    [
        ("2020-08-20", "no", "yes"),
        ("2020-08-21", "no", "no"),
        ("2022-08-20", "yes", "yes"),
        ("2022-08-21", "yes", "no"),
        ("2022-08-20", "no", "no"),
    ],
)
def test_section_25b_asks_for_six_years_or_four_with_a_child(since: str, child: str, answer: str) -> None:
    facts = with_facts(integration.SETTLED, countable_stay_since=since, minor_child_in_household=child)
    assert ask("prospect_25b", without(facts, "suspension_kind") | {"suspension_kind": "impossible"}) == answer


def test_a_missing_usual_condition_leaves_section_25b_to_the_overall_appraisal() -> None:
    facts = with_facts(integration.SETTLED, german_oral_sufficient="no", integration_comparable=None)
    assert ask("prospect_25b", facts) == "not_established"
    assert ask("prospect_25b", with_facts(facts, integration_comparable="yes")) == "yes"


def test_times_with_open_identity_close_nothing_while_their_effect_is_disputed() -> None:
    marked = with_facts(STUCK, identity_suspension_times="yes", identity_suspension_ended_on="2026-01-31")
    assert ask("prospect_25_5_shall", marked) == "not_established"
    assert ask("prospect_25_5_shall", with_facts(marked, identity_suspension_ended_on="2025-02-20")) == "yes"


def test_the_claim_to_a_suspension_without_certificate_leaves_prospects_open() -> None:
    bare = with_facts(integration.SETTLED, suspension_kind="none", suspension_valid_until=None)
    assert ask("suspension_missing", bare) == "yes"
    assert ask("prospect_25b", bare) == "not_established"


@pytest.mark.parametrize(
    ("entered", "known", "answer"),
    [
        ("2016-12-31", "2026-08-19", "yes"),
        ("2017-01-01", "2020-06-30", "yes"),
        ("2017-01-01", "2020-07-01", "no"),
        ("2019-12-31", "2020-06-30", "yes"),
        ("2020-01-01", "2020-07-01", "yes"),
        ("2020-01-01", "2020-07-02", "no"),
    ],
)
@pytest.mark.parametrize("question", ["prospect_60c", "prospect_16g"])
def test_training_knows_three_classes_of_entry(question: str, entered: str, known: str, answer: str) -> None:
    assert ask(question, with_facts(training.APPRENTICE, entered_on=entered, identity_established_on=known)) == answer


@pytest.mark.parametrize(
    ("entered", "known", "answer"),
    [
        ("2016-12-31", "2026-08-19", "yes"),
        ("2017-01-01", "2024-12-31", "yes"),
        ("2017-01-01", "2025-01-01", "no"),
        ("2022-12-31", "2024-12-31", "yes"),
        ("2023-01-01", "2024-12-31", "no"),
    ],
)
def test_employment_knows_two_classes_of_entry(entered: str, known: str, answer: str) -> None:
    facts = with_facts(
        employment.EMPLOYED, entered_on=entered, identity_established_on=known, identity_measures_taken="no"
    )
    assert ask("prospect_60d", facts) == answer


def test_an_early_application_for_employment_fixes_the_day_of_identity() -> None:
    early = with_facts(employment.EMPLOYED, application_60d_filed_on="2023-05-01", identity_measures_taken="no")
    assert ask("prospect_60d", early) == "no"
    assert ask("prospect_60d", with_facts(early, application_60d_filed_on="2023-05-08")) == "yes"


def test_three_months_of_suspension_are_counted_at_the_application() -> None:
    young = with_facts(training.APPRENTICE, suspension_since="2026-05-20")
    assert ask("prospect_60c", young) == "yes"
    assert ask("prospect_60c", with_facts(young, training_application_filed_on="2026-08-19")) == "no"
    assert ask("prospect_60c", with_facts(young, training_application_filed_on="2026-08-20")) == "yes"
    assert ask("prospect_60c", with_facts(young, application_60c_pending="yes")) == "not_established"


def test_return_support_costs_training_and_work_only_before_the_application() -> None:
    assert ask("return_support_costs_rights", training.APPRENTICE) == "yes"
    supported = with_facts(
        training.APPRENTICE,
        return_support_applied="yes",
        steps_connected="yes",
        first_concrete_step_on="2026-08-10",
    )
    assert ask("return_support_costs_rights", supported) == "no"
    assert ask("prospect_60c", supported) == "no"
    earlier = with_facts(supported, training_application_filed_on="2026-08-03")
    assert ask("prospect_60c", earlier) == "yes"
    assert ask("work_shall_be_permitted", WORKER) == "yes"
    worker = with_facts(
        WORKER, return_support_applied="yes", steps_connected="yes", first_concrete_step_on="2026-08-10"
    )
    assert ask("work_shall_be_permitted", worker) == "no"
    assert ask("work_shall_be_permitted", with_facts(worker, work_permission_applied_on="2026-08-03")) == "yes"


def test_what_return_support_costs_stays_open_while_it_is_not_looked_at() -> None:
    assert ask("return_support_costs_rights", SUSPENDED) == "not_established"
    assert ask("return_support_notice_missing", SUSPENDED) == "yes"
    assert ask("return_support_notice_missing", with_facts(SUSPENDED, return_support_notice_on="2026-08-03")) == "no"


def test_a_date_of_removal_closes_hardship_as_a_rule_only_while_it_lies_ahead() -> None:
    facts = with_facts(OBLIGED, offences_of_weight="no")
    assert ask("prospect_hardship", facts) == "yes"
    assert ask("hardship_notice_missing", facts) == "no"
    assert ask("hardship_notice_missing", with_facts(facts, hardship_informed_on=None)) == "yes"
    assert ask("prospect_hardship", with_facts(facts, removal_date="2026-09-15")) == "no"
    assert ask("prospect_hardship", with_facts(facts, removal_date="2026-08-10")) == "yes"


def test_an_old_chance_permit_continues_only_with_the_right_application() -> None:
    applied = with_facts(HOLDER, application_pending="yes", application_filed_on="2026-11-16")
    later = date(2027, 1, 11)
    assert applies("AufenthG/81/4/1", applied, later) == "no"
    assert applies("AufenthG/81/4/1", with_facts(applied, application_25b_pending="yes"), later) == "yes"
    unknown = without(applied, "permit_104c", "application_25a_pending", "application_25b_pending")
    assert applies("AufenthG/81/4/1", unknown, later) == "yes", "the title continues until more is established"


def test_the_duty_to_get_a_passport_has_effects_only_after_notice() -> None:
    told = identity.UNDOCUMENTED
    assert ask("may_mark_identity_unclear", told) == "yes"
    assert ask("may_mark_identity_unclear", without(told, "passport_duty_notice_on")) == "no"
    assert ask("passport_notice_due", without(told, "passport_duty_notice_on")) == "yes"
    assert ask("may_mark_identity_unclear", with_facts(told, passport_acts_made_up_on="2026-08-10")) == "no"
    assert ask("may_mark_identity_unclear", with_facts(told, suspension_under_review="no")) == "no"


def test_job_centres_oblige_by_the_text_of_the_day_of_their_demand() -> None:
    facts = {
        **courses.NEWCOMER,
        "basic_income_received": "yes",
        "course_demanded_by_job_centre": "yes",
        "course_demanded_on": "2026-06-30",
    }
    assert applies("AufenthG/44a/1/1/2@2026-05-04", facts) == "yes"
    assert applies("AufenthG/44a/1/1/2", facts) == "no"
    facts["course_demanded_on"] = "2026-07-01"
    assert applies("AufenthG/44a/1/1/2@2026-05-04", facts) == "no"
    assert applies("AufenthG/44a/1/1/2", facts) == "yes"


@pytest.mark.parametrize(
    ("on", "answer"), [(date(2026, 6, 11), "no"), (date(2026, 6, 12), "yes"), (date(2026, 7, 29), "yes")]
)
def test_whoever_was_refused_entry_is_reached_only_by_the_new_text(on: date, answer: str) -> None:
    facts = {**reducing.REDUCED_CASE, "benefits_ground": "entry_refused"}
    assert ask("may_reduce_benefits", facts, on) == answer


@pytest.mark.parametrize(("on", "answer"), [(date(2026, 7, 28), "no"), (date(2026, 7, 29), "yes")])
def test_the_addition_to_a_suspension_reduces_by_itself_since_the_end_of_july(on: date, answer: str) -> None:
    facts = {
        **reducing.REDUCED_CASE,
        "removal_fails_by_own_fault": "no",
        "suspension_kind": "identity",
        "suspension_valid_until": "2026-11-30",
    }
    assert ask("may_reduce_benefits", facts, on) == answer


def test_a_court_order_against_a_transfer_restores_benefits_only_since_the_reform() -> None:
    facts = {
        **reducing.NOTHING,
        "benefits_ground": "enforceable",
        "transfer_decision_served": "yes",
        "transfer_suspended_by_court": "yes",
        "benefits_hardship": "no",
    }
    assert ask("may_exclude_from_benefits", facts, date(2026, 6, 11)) == "yes"
    assert ask("may_exclude_from_benefits", facts, date(2026, 6, 12)) == "no"


def test_a_reduction_ends_after_six_months_or_with_its_reason() -> None:
    running = {**reducing.REDUCED_CASE, "reduction_from": "2026-03-01", "reduction_until": "2026-08-31"}
    assert ask("reduction_must_end_now", running) == "no"
    assert ask("reduction_must_end_now", {**running, "own_fault_rebutted": "yes"}) == "yes"
    assert ask("reduction_must_end_now", {**running, "reduction_until": "2026-09-01"}) == "yes"


def test_a_reduction_and_the_last_day_for_young_people_stand_in_the_deadlines() -> None:
    due = {deadline.rule: deadline.earliest for deadline in position(YOUTH).deadlines}
    assert due["application_25a_latest"] == date(2032, 3, 9)
    reduced = {**reducing.REDUCED_CASE, "reduction_from": "2026-03-01"}
    found = {deadline.rule: deadline.earliest for deadline in position(reduced, EXAMPLE_DAY).deadlines}
    assert found["benefit_reduction_end"] == date(2026, 8, 31)


def test_a_case_about_which_nothing_is_known_has_none_of_these_deadlines() -> None:
    added = {rule.id for rule in DEADLINES}
    assert {deadline.rule for deadline in position({}).deadlines} & added == set()
    assert {deadline.rule for deadline in position(OBLIGED).deadlines} & added == set()
