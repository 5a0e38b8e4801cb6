"""Custody, entry and supervision: not knowing never allows, no question proposes custody, and every longest time has an end."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.custody_clock import latest_release, longest_end
from augenmass.law.norm import Modality
from augenmass.law.norms.custody import chapter, deadlines
from augenmass.law.norms.custody.specimens import DETAINED, FREE, HELD, kind
from augenmass.law.norms.residence_act.home_entry import ENTRY, SEARCH
from augenmass.law.norms.residence_act.removal_order import ORDERED
from augenmass.law.norms.residence_act.supervision import MONITORED
from augenmass.law.norms.specimens import OBLIGED, WARNED, Facts, with_facts
from augenmass.law.tests.norms.asking import SHIPPED, applies, ask, position, without
from augenmass.law.tests.norms.test_protective import values_of
from augenmass.law.time import BERLIN
from augenmass.law.vocabulary import VOCABULARY

_HOLDING = {
    **HELD,
    "holding_strong_suspicion": "yes",
    "judge_not_reachable_before": "yes",
    "holding_evasion_suspected": "yes",
}
ALLOWING: Mapping[str, tuple[Facts, str]] = {
    "custody_must_release": (DETAINED, "no"),
    "custody_order_at_hand": (DETAINED, "yes"),
    "custody_maximum_over": (DETAINED, "no"),
    "custody_barred": (DETAINED, "no"),
    "custody_lift_due": (DETAINED, "no"),
    "holding_barred": (_HOLDING, "no"),
    "home_entry_barred": (ENTRY, "no"),
    "home_search_barred": (SEARCH, "no"),
    "home_night_barred": (with_facts(ENTRY, home_entry_at_night="yes", night_frustration_by_facts="yes"), "no"),
    "monitoring_must_end": (MONITORED, "no"),
    "removal_order_stayed": (ORDERED, "no"),
}
"""Each question with a case in which its answer lets a measure go on, and that answer."""
PROTECTIVE = sorted(name for name, declaration in VOCABULARY.items() if declaration.protective)
NEEDLESS = {
    ("removal_order_stayed", "travel_fitness"): "was looked at with the other reasons of health, which are established",
}
"""Protective facts that stop a measure when on record and are not missed when they are not, with the reason."""
OBSTACLES: tuple[tuple[str, Facts], ...] = (
    ("custody_must_release", {"custody_order_state": "lifted"}),
    ("custody_must_release", {"custody_order_state": "suspended"}),
    ("custody_must_release", {"custody_order_until": "2026-08-15"}),
    ("custody_must_release", {"custody_order_on": "2025-08-01"}),
    ("custody_must_release", {"custody_kind": "securing", "custody_total_ends_on": "2026-08-15"}),
    ("custody_must_release", {"custody_kind": "departure", "custody_kind_since": "2026-07-20"}),
    ("custody_must_release", {"custody_kind": "cooperation", "custody_kind_since": "2026-08-01"}),
    ("custody_must_release", {"custody_order_provisional": "yes", "custody_order_on": "2026-07-01"}),
    ("custody_must_release", {"held_without_order_since": "2026-08-18", "custody_order_state": "lifted"}),
    ("custody_maximum_over", {"custody_kind": "refusal", "custody_kind_since": "2024-01-01"}),
    ("custody_barred", {"minor": "yes"}),
    ("custody_barred", {"minor_child_in_household": "yes"}),
    ("custody_barred", {"milder_means_suffice": "yes"}),
    ("custody_barred", {"removal_not_within_six_months": "yes"}),
    ("custody_barred", {"custody_kind": "asylum", "custody_endangers_health": "yes"}),
    ("custody_barred", {"custody_kind": "cooperation", "custody_notice_given": "no"}),
    ("custody_barred", {"custody_kind": "departure", "removal_uncertain_within_28_days": "yes"}),
    ("custody_lift_due", {"custody_grounds_gone": "yes"}),
    ("holding_barred", {"custody_kind": "securing", "judge_not_reachable_before": "no"}),
    ("home_entry_barred", {"home_presence_by_facts": "no"}),
    ("home_entry_barred", {"home_entry_at_night": "yes", "night_frustration_by_facts": "no"}),
    ("home_search_barred", {"home_search_intended": "yes", "home_search_ordered_by_judge": "no", "imminent_danger_by_facts": "no"}),
    ("monitoring_must_end", {"monitoring_ordered_on": "2026-05-10", "monitoring_until": "2026-08-01"}),
    ("monitoring_must_end", {"monitoring_ordered_on": "2026-07-01", "monitoring_grounds_gone": "yes"}),
    ("removal_order_stayed", {"removal_order_issued_on": "2026-08-17", "removal_order_notified_on": "2026-08-18"}),
    ("removal_order_stayed", {"removal_order_issued_on": "2026-08-03", "removal_order_relief": "pending"}),
    ("removal_order_stayed", {"prohibition_human_rights": "yes"}),
)  # fmt: skip
"""What stops the measure of a question when it is on record."""


def test_each_case_lets_its_measure_go_on() -> None:
    for question, (case, answer) in ALLOWING.items():
        assert ask(question, case) == answer, question


@pytest.mark.parametrize("question", ALLOWING)
def test_what_a_protective_fact_stops_is_not_allowed_by_forgetting_it(question: str) -> None:
    case, allowing = ALLOWING[question]
    missed = []
    for name in PROTECTIVE:
        stopping = [
            value
            for value in values_of(name)
            if ask(question, {**case, name: value}) not in (allowing, "not_established")
        ]
        if stopping and ask(question, without(case, name)) == allowing:
            missed.append(name)
    assert missed == [name for asked, name in NEEDLESS if asked == question]


def test_nothing_is_allowed_of_a_case_of_which_nothing_is_known() -> None:
    assert ask("custody_order_at_hand", {}) == "no", "an order that is not on record covers no day"
    for question, (_, allowing) in ALLOWING.items():
        assert ask(question, {}) != allowing, question


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(OBSTACLES), st.data())
def test_while_an_obstacle_stands_forgetting_anything_else_allows_nothing(
    obstacle: tuple[str, Facts], data: st.DataObject
) -> None:
    question, stops = obstacle
    case, allowing = ALLOWING[question]
    known = {**case, **stops}
    assert ask(question, known) not in (allowing, "not_established")
    forgotten = data.draw(st.sets(st.sampled_from(sorted(set(known) - set(stops)))))
    assert ask(question, without(known, *forgotten)) != allowing


@pytest.mark.parametrize("name", ["minor", "milder_means_suffice", "removal_not_within_six_months"])
def test_a_bar_that_nobody_looked_at_leaves_the_question_open(name: str) -> None:
    assert ask("custody_barred", without(DETAINED, name)) == "not_established"


def test_an_exception_against_the_person_must_be_established() -> None:
    excluded = with_facts(DETAINED, removal_not_within_six_months="yes")
    assert ask("custody_barred", excluded) == "yes"
    assert ask("custody_barred", {**excluded, "danger_to_life_or_internal_security": "yes"}) == "no"
    minor = with_facts(kind("asylum"), minor="yes")
    assert applies("AsylG/70a/3/1", minor) == "yes"
    assert applies("AsylG/70a/3/1", {**minor, "minor_custody_last_resort": "yes"}) == "no"


def test_an_old_end_of_custody_does_not_hide_a_new_seizure() -> None:
    again = {**HELD, "custody_ended_on": "2026-05-02"}
    assert ask("custody_must_release", again) == "yes"
    assert ask("custody_must_release", {**again, "custody_ended_on": "2026-08-19"}) == "no"
    assert ask("custody_must_release", FREE) == "no"


def test_a_person_seized_without_a_kind_on_record_is_not_forgotten() -> None:
    assert ask("custody_must_release", without(HELD, "custody_kind")) == "yes"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30), timezones=st.just(BERLIN)), st.integers(0, 4))
@settings(max_examples=25, deadline=None)
def test_norm_and_clock_agree_on_the_day_of_release(seized: datetime, later: int) -> None:
    today = seized.date() + timedelta(days=later)
    held = {"custody_kind": "securing", "held_without_order_since": seized.date().isoformat()}
    over = latest_release(seized).over(datetime(today.year, today.month, today.day, tzinfo=BERLIN))
    assert applies("FamFG/428/1/2", held, today) == ("yes" if over else "no")


@pytest.mark.parametrize(
    ("norm", "custody", "count", "unit"),
    [
        ("AufenthG/62b/1/1", "departure", 28, "days"),
        ("AufenthG/62/6/1", "cooperation", 14, "days"),
        ("AufenthG/62/2/2", "preparatory", 6, "weeks"),
        ("AufenthG/62/4/1", "securing", 6, "months"),
        ("AufenthG/62/4/4", "securing", 18, "months"),
    ],
)
@given(st.dates(date(2024, 1, 1), date(2026, 6, 1)))
@settings(max_examples=10, deadline=None)
def test_norm_and_clock_agree_on_a_longest_time(norm: str, custody: str, count: int, unit: str, first: date) -> None:
    case = kind(custody, custody_kind_since=first.isoformat(), custody_total_ends_on="2031-01-01")
    term = longest_end(first, count, unit, norm)
    assert applies(norm, case, term.earliest) == "no"
    assert applies(norm, case, term.latest) == "not_established"
    assert applies(norm, case, term.latest + timedelta(days=1)) == "yes"


def test_a_longer_extension_never_outlasts_the_total() -> None:
    extended = kind("securing", custody_kind_since="2025-01-06", custody_extension_ground="attributable")
    assert applies("AufenthG/62/4/1", extended, date(2026, 1, 1)) == "no"
    assert applies("AufenthG/62/4/4", extended, date(2026, 7, 7)) == "yes"
    unknown = with_facts(extended, custody_extension_ground=None)
    assert applies("AufenthG/62/4/1", unknown, date(2025, 7, 8)) == "yes", "an extension counts when it is on record"


def test_the_compulsory_lawyer_of_the_repealed_section_asks_for_nothing_now() -> None:
    case = with_facts(DETAINED, custody_lawyer="no", custody_application_on="2026-05-20")
    assert ask("custody_lawyer_due", case, date(2026, 6, 1)) == "yes"
    assert ask("custody_lawyer_due", case, date(2026, 6, 9)) == "no"
    assert ask("custody_lawyer_due", without(case, "custody_lawyer")) == "no"


def test_old_and_new_text_on_asylum_out_of_custody_divide_by_the_day_of_the_application() -> None:
    case = kind(
        "securing",
        asylum_ever_applied="yes",
        asylum_applied_on="2026-06-11",
        other_state_asked_to_take_charge="no",
        asylum_application_refused="no",
    )
    assert applies("AsylG/14/3/3@2026-05-04", case) == "yes"
    assert applies("AsylG/14/4/3", case) == "no"
    later = {**case, "asylum_applied_on": "2026-06-12"}
    assert applies("AsylG/14/3/3@2026-05-04", later) == "no"
    assert applies("AsylG/14/4/3", later) == "yes"
    assert ask("custody_must_release", case) == ask("custody_must_release", later) == "yes"
    assert ask("custody_must_release", without(later, "asylum_applied_on")) == "not_established"


def test_time_served_counts_only_from_the_day_of_its_text() -> None:
    case = {**DETAINED, "custody_departure_served": "yes"}
    assert applies("AufenthG/62b/3/2", case, date(2026, 6, 12)) == "yes"
    assert applies("AufenthG/62b/3/2", case, date(2026, 6, 11)) == "no"
    assert applies("AufenthG/62/4/5", {**DETAINED, "custody_preparatory_served": "yes"}, date(2026, 6, 1)) == "yes"


def test_border_return_custody_counts_perhaps() -> None:
    assert ask("custody_earlier_time_counts", {**DETAINED, "custody_border_return_served": "yes"}) == "not_established"


def test_organisation_and_absence_open_no_home() -> None:
    night = with_facts(
        SEARCH, home_entry_at_night="yes", home_search_ordered_by_judge="no", imminent_danger_by_facts="no"
    )
    assert ask("home_night_barred", night) == "not_established"
    assert ask("home_search_barred", night) == "yes"
    assert (
        ask("home_search_barred", without(night, "imminent_danger_by_facts", "home_entry_at_night"))
        == "not_established"
    )
    shared = with_facts(ENTRY, home_of_others="yes", home_is_shared_housing="yes")
    assert ask("home_entry_barred", shared) == "no"
    assert ask("home_entry_barred", {**shared, "home_is_shared_housing": "no"}) == "yes"


def test_seven_days_pass_before_a_removal_order_is_carried_out_and_a_pending_application_stays_it() -> None:
    fresh = with_facts(ORDERED, removal_order_notified_on="2026-08-13")
    assert ask("removal_order_stayed", fresh, date(2026, 8, 20)) == "yes"
    assert ask("removal_order_stayed", fresh, date(2026, 8, 21)) == "no"
    weekend = with_facts(ORDERED, removal_order_notified_on="2026-08-15")
    assert ask("removal_order_stayed", weekend, date(2026, 8, 24)) == "yes", (
        "a period that ends on a Saturday ends on Monday"
    )
    pending = with_facts(ORDERED, removal_order_relief="pending")
    assert ask("removal_order_stayed", pending) == "yes", "unless it is established that it came too late"
    assert ask("removal_order_stayed", {**pending, "removal_order_relief_applied_on": "2026-08-19"}) == "no"


def test_no_question_and_no_step_asks_whether_to_take_somebody_into_custody() -> None:
    ours = {question.id for question in SHIPPED.questions} & set(ALLOWING)
    assert ours == set(ALLOWING)
    assert not {step.question for step in SHIPPED.steps} & {question.id for question in chapter.QUESTIONS}
    assert not [question.id for question in chapter.QUESTIONS if question.id.startswith("may_")]
    powers = {norm.id for norm in chapter.NORMS if norm.modality is Modality.MAY}
    assert powers == {"AufenthG/62/3/2", "FamFG/418/3/1", "FamFG/418/3/2", "FamFG/426/2/1"}, "each is for the person"


def test_the_clocks_show_release_end_and_complaint() -> None:
    assert {due.rule for due in position(HELD).deadlines} >= {"custody_release"}
    shown = {due.rule for due in position({**DETAINED, "custody_order_notified_on": "2026-08-05"}).deadlines}
    assert shown >= {"custody_order_end", "custody_complaint"}
    assert "custody_release" not in shown


def test_cases_without_custody_show_no_clock_of_custody() -> None:
    ours = {rule.id for rule in deadlines.DEADLINES}
    assert not ours & {due.rule for due in position(OBLIGED).deadlines}
    assert not ours & {due.rule for due in position({}).deadlines}


def test_prison_for_an_offence_is_no_custody_of_this_chapter() -> None:
    prisoner = with_facts(DETAINED, custody_kind="criminal", custody_order_until="2026-08-01", minor="yes")
    assert ask("custody_must_release", prisoner) == "no"
    assert ask("custody_lift_due", prisoner) == "no"
    assert ask("custody_barred", prisoner) == "yes", "and no custody of this chapter may follow it"


def test_departure_is_not_secured_by_custody_while_its_period_runs() -> None:
    case = with_facts(
        WARNED, **kind("departure", overstay_excused_or_slight="no", removal_uncertain_within_28_days="no")
    )
    assert ask("custody_barred", case) == "no"
    assert ask("custody_barred", {**case, "departure_period_until": "2026-09-04"}) == "yes"
    assert ask("custody_barred", without(case, "departure_period_until")) == "not_established"
