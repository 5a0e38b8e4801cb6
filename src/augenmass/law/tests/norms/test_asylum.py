"""Asylum law before and since the reform: which text applies, deadlines, enforceability, contradictions, measures."""

from collections.abc import Mapping
from datetime import date

import pytest

from augenmass.law.asylum_service import by_posting_to_last_address, by_reception_centre
from augenmass.law.norm import Review
from augenmass.law.norms.asylum.follow_up import NEW, OLD, SETTLED
from augenmass.law.norms.asylum.identity import NO_PASSPORT
from augenmass.law.norms.asylum.questions import QUESTIONS
from augenmass.law.norms.asylum.transition import REFORM, TRANSFER_REGIME
from augenmass.law.norms.specimens import WARNED, Facts, with_facts
from augenmass.law.tests.norms.asking import SHIPPED, applies, ask, position, without
from augenmass.law.tests.norms.test_protective import NEEDLESS as KNOWN_NEEDLESS
from augenmass.law.tests.norms.test_protective import PROTECTIVE, values_of
from augenmass.law.values import UNKNOWN, YES
from augenmass.law.vocabulary import VOCABULARY

BEFORE = {"asylum_applied_on": "2026-06-11"}
SINCE = {"asylum_applied_on": "2026-06-12"}
DECIDED = {
    "land": "ST",
    "asylum_decision_served_on": "2026-08-10",
    "asylum_removal_act": "warning",
    "asylum_outcome": "manifestly_unfounded",
    "asylum_article_68_3": "yes",
    "asylum_article_67_7_a": "yes",
    "asylum_instruction": "correct",
    "asylum_urgent_outcome": "none",
    "asylum_action_outcome": "none",
    "asylum_stay_permitted_by_court": "no",
    "court_prohibits_removal": "no",
    "application_pending": "no",
}
"""Refused with the week's time; served on Monday, 10 August 2026."""
ENFORCING = ("may_enforce", "may_read", "may_evaluate", "may_compare")
CASES: Mapping[str, Facts] = {
    "may_enforce_after_follow_up": {**WARNED, **NEW},
    "may_read_data_carriers_asylum": NO_PASSPORT,
    "may_evaluate_data_carriers": NO_PASSPORT,
    "may_compare_pictures": NO_PASSPORT,
}
NEEDLESS: Mapping[str, Mapping[str, str]] = {
    "may_enforce_after_follow_up": KNOWN_NEEDLESS["may_arrange_removal"],
    "may_read_data_carriers_asylum": dict.fromkeys(
        ("device_milder_means_suffice", "only_core_privacy_expected"),
        "limits the evaluating, not the reading (AsylG § 15a (2))",
    ),
    "may_evaluate_data_carriers": {},
    "may_compare_pictures": {"other_identity_evidence": "section 15b (1) asks for passport or substitute only"},
}
COUNTS_ON_RECORD = {
    "travel_fitness", "serious_illness_indicated", "departure_period_extended_until", "enforceability_lost_on", "transfer_suspended_by_court",
}  # fmt: skip
"""Facts that the cases do not hold: they count when they are on record, as for every removal."""
PROTECTED = [
    (question, name)
    for question, facts in CASES.items()
    for name in facts
    if VOCABULARY[name].protective and name not in NEEDLESS[question]
]


def due(facts: Mapping[str, str], rule: str, on: date) -> tuple[date | None, int] | None:
    """Return the day of a deadline and whether it runs, or None where it does not."""
    found = [item for item in position(facts, on).deadlines if item.rule == rule]
    return (found[0].earliest, found[0].runs) if found else None


def test_every_measure_has_a_case_that_it_allows() -> None:
    assert {question.id for question in QUESTIONS if question.id.startswith(ENFORCING)} == set(CASES)
    for question, facts in CASES.items():
        assert ask(question, facts) == "yes", question


@pytest.mark.parametrize(("question", "name"), PROTECTED, ids=[f"{question}-{name}" for question, name in PROTECTED])
def test_a_protective_fact_taken_away_leaves_no_yes(question: str, name: str) -> None:
    assert ask(question, without(CASES[question], name)) != "yes"


@pytest.mark.parametrize("question", CASES)
def test_what_is_barred_by_a_protective_fact_is_not_opened_by_forgetting_it(question: str) -> None:
    for name in PROTECTIVE:
        barred = [value for value in values_of(name) if ask(question, {**CASES[question], name: value}) == "no"]
        opened = ask(question, without(CASES[question], name)) == "yes"
        assert not (barred and opened and name not in {*NEEDLESS[question], *COUNTS_ON_RECORD}), f"{name}: {barred}"


def test_every_reason_why_a_protective_fact_is_needless_is_needed() -> None:
    for question, reasons in NEEDLESS.items():
        for name in reasons:
            assert ask(question, without(CASES[question], name)) == "yes", f"{question}: {name}"


@pytest.mark.parametrize(
    "facts", [OLD, {**OLD, **SETTLED, "follow_up_exception": "none"}, {**NEW, **SETTLED, "follow_up_exception": "none"}]
)
def test_after_a_follow_up_application_old_and_new_law_lead_to_the_same_measure(facts: Facts) -> None:
    case = {**WARNED, **facts}
    assert ask("may_enforce_after_follow_up", case) == "yes"
    assert ask("may_enforce_after_follow_up", {**case, "follow_up_message": "further_procedure"}) == "no"
    assert ask("may_enforce_after_follow_up", without(case, "follow_up_filed_on")) != "yes"


def test_the_day_of_the_application_decides_which_text_applies() -> None:
    assert date(2026, 6, 12) == REFORM
    assert [ask("asylum_new_law", facts) for facts in (BEFORE, SINCE, {})] == ["no", "yes", "not_established"]
    assert applies("AsylG/36/1@2026-06-09", {**BEFORE, "asylum_outcome": "manifestly_unfounded"}) == "yes"
    assert applies("AsylG/36/1@2026-06-09", {**SINCE, "asylum_outcome": "manifestly_unfounded"}) == "no"


def test_every_earlier_norm_has_a_transition_or_an_end() -> None:
    earlier = [norm for norm in SHIPPED.norms if norm.id.startswith("AsylG/") and "@" in norm.id]
    assert len(earlier) > 20
    assert all(norm.transition is not None or norm.until is not None for norm in earlier)


@pytest.mark.parametrize(
    ("anchor", "rule"), [(BEFORE, "asylum_action_week"), (SINCE, "asylum_action_week")], ids=["before", "since"]
)
def test_a_week_for_action_and_urgent_application(anchor: Facts, rule: str) -> None:
    case = {**DECIDED, **anchor}
    assert due(case, rule, date(2026, 8, 11)) == (date(2026, 8, 17), YES)
    assert due(case, "asylum_urgent_week", date(2026, 8, 11)) == (date(2026, 8, 17), YES)
    assert due(case, rule, date(2026, 8, 18)) is None, "what is over no longer runs"


@pytest.mark.parametrize(
    ("anchor", "rule", "end"),
    [(BEFORE, "asylum_action_year", date(2027, 8, 10)), (SINCE, "asylum_action_three_months", date(2026, 11, 10))],
    ids=["before", "since"],
)
def test_without_a_correct_instruction_a_year_became_three_months(anchor: Facts, rule: str, end: date) -> None:
    case = {**DECIDED, **anchor, "asylum_instruction": "missing"}
    assert due(case, rule, date(2026, 8, 20)) == (end, YES)
    assert ask("asylum_action_possible", case) == "yes"
    assert ask("asylum_action_possible", {**case, "asylum_instruction": "correct"}) == "no"


def test_a_plain_refusal_gives_two_weeks_and_a_month_for_the_grounds() -> None:
    plain = {
        **DECIDED,
        **SINCE,
        "asylum_outcome": "unfounded",
        "asylum_article_68_3": "no",
        "asylum_article_67_7_a": "no",
    }
    assert due(plain, "asylum_action_two_weeks", date(2026, 8, 20)) == (date(2026, 8, 24), YES)
    filed = {**plain, "asylum_action_filed_on": "2026-08-20", "asylum_action_outcome": "pending"}
    assert due(filed, "asylum_grounds", date(2026, 8, 21)) == (date(2026, 9, 10), YES)
    assert due(filed, "asylum_action_two_weeks", date(2026, 8, 21)) is None
    assert due(plain, "asylum_period_thirty_days", date(2026, 8, 25)) == (date(2026, 9, 23), YES)


def test_without_any_entry_on_asylum_no_deadline_of_it_shows() -> None:
    assert not [
        item.rule
        for item in position(WARNED).deadlines
        if item.rule.startswith(("asylum", "transfer", "border", "reception"))
    ]


def test_a_plain_refusal_suspends_by_earlier_law_and_is_left_open_by_new_law() -> None:
    plain = {"asylum_outcome": "unfounded", "asylum_removal_act": "warning", "asylum_article_68_3": "no"}
    assert ask("asylum_action_holds_up", {**BEFORE, **plain}) == "yes"
    assert ask("asylum_action_holds_up", {**SINCE, **plain}) == "not_established", "the regulation was not at hand"
    assert ask("asylum_action_holds_up", {**DECIDED, **BEFORE}) == "no"
    assert ask("asylum_action_holds_up", {**DECIDED, **SINCE}) == "no"


@pytest.mark.parametrize("anchor", [BEFORE, SINCE], ids=["before", "since"])
def test_a_timely_urgent_application_keeps_the_warning_from_being_enforced(anchor: Facts) -> None:
    case = {**DECIDED, **anchor, "asylum_final_since": "2026-12-31"}
    assert ask("asylum_enforceable", case) == "yes", "the week is over on 20 August and nobody applied"
    assert ask("asylum_enforceable", case, date(2026, 8, 14)) == "no"
    filed = {**case, "asylum_urgent_filed_on": "2026-08-14", "asylum_urgent_outcome": "pending"}
    assert ask("asylum_enforceable", filed) == "no"
    refused = {**filed, "asylum_urgent_outcome": "refused"}
    assert ask("asylum_enforceable", refused) == "not_established", "the refusal was not served"
    assert ask("asylum_enforceable", {**refused, "asylum_urgent_refusal_served_on": "2026-08-19"}) == "yes"


@pytest.mark.parametrize(
    "name",
    ["asylum_urgent_outcome", "asylum_stay_permitted_by_court", "court_prohibits_removal", "application_pending"],
)
def test_what_is_not_known_about_courts_makes_no_warning_enforceable(name: str) -> None:
    for anchor in (BEFORE, SINCE):
        assert ask("asylum_enforceable", without({**DECIDED, **anchor}, name)) == "not_established"


def test_the_notice_on_record_decides_where_there_is_one() -> None:
    case = {**DECIDED, **BEFORE}
    assert ask("asylum_enforceable", {**case, "asylum_warning_enforceable": "no"}) == "no"
    assert (
        ask("asylum_stay_permitted", {"asylum_procedure_running": "no", **SINCE, "asylum_outcome": "unfounded"}) == "no"
    )
    assert ask("asylum_stay_permitted", {"asylum_procedure_running": "yes"}) == "yes"


@pytest.mark.parametrize(
    "entries",
    [
        {"asylum_warning_enforceable": "yes", "asylum_outcome": "open"},
        {"asylum_warning_enforceable": "yes", "asylum_urgent_outcome": "granted"},
        {
            "asylum_warning_enforceable": "yes",
            "asylum_decision_served_on": "2026-08-10",
            "asylum_urgent_outcome": "pending",
            "asylum_urgent_filed_on": "2026-08-14",
        },
        {"asylum_outcome": "open"},
        {"follow_up_message": "further_procedure"},
        {"asylum_applied_on": "2026-07-06", "asylum_decision_served_on": "2026-05-04"},
    ],
)
def test_entries_that_contradict_each_other_raise_the_doubt_and_stop_removal(entries: Facts) -> None:
    case = with_facts(WARNED, **entries)
    assert ask("asylum_entries_contradictory", case) == "yes"
    assert "doubt_asylum_procedure" in position(case).doubts
    assert ask("may_arrange_removal", case) == "no"


@pytest.mark.parametrize(
    ("entries", "doubt"),
    [
        ({"asylum_urgent_outcome": "pending"}, "doubt_urgent_application"),
        ({"asylum_urgent_outcome": "granted"}, "doubt_court_order"),
        ({"asylum_stay_permitted_by_court": "yes"}, "doubt_court_order"),
        ({"transfer_suspended_by_court": "yes"}, "doubt_court_order"),
    ],
)
def test_courts_on_record_in_the_asylum_case_raise_the_doubts_about_courts(entries: Facts, doubt: str) -> None:
    assert doubt in position(with_facts(WARNED, **entries)).doubts
    assert ask("may_arrange_removal", with_facts(WARNED, **entries)) == "no"


def test_a_transfer_period_never_certainly_runs_and_stays_open_between_the_two_days() -> None:
    accepted = {
        "transfer_accepted_on": "2026-07-20",
        "transfer_delay_ground": "none",
        "transfer_suspended_by_court": "no",
    }
    assert date(2026, 7, 1) == TRANSFER_REGIME
    days = ("2026-06-11", "2026-06-12", "2026-06-30", "2026-07-01")
    answers = [ask("transfer_by_old_rules", {"asylum_registered_on": day}) for day in days]
    assert answers == ["yes", "not_established", "not_established", "no"]
    case = {**accepted, "asylum_registered_on": "2026-07-06"}
    assert due(case, "transfer_period", date(2026, 8, 20)) == (date(2027, 1, 20), UNKNOWN)
    assert ask("transfer_period_over", case) == "no"
    assert ask("transfer_period_over", case, date(2027, 1, 21)) == "not_established"
    assert due({**case, "transfer_done_on": "2026-08-03"}, "transfer_period", date(2026, 8, 20)) is None


def test_an_extension_of_the_transfer_period_counts_only_if_the_other_state_was_told_in_time() -> None:
    case = {
        "asylum_registered_on": "2025-10-06",
        "transfer_accepted_on": "2025-11-03",
        "transfer_suspended_by_court": "no",
        "transfer_delay_ground": "absconded",
    }
    assert ask("transfer_period_over", {**case, "transfer_extension_notified_on": "2026-03-02"}) == "no"
    assert ask("transfer_period_over", {**case, "transfer_extension_notified_on": "2026-06-01"}) == "not_established"
    assert ask("transfer_period_over", case) == "not_established"


def test_with_a_wrong_instruction_the_period_for_departure_has_not_begun() -> None:
    case = {**DECIDED, **SINCE}
    assert ask("asylum_period_begun", case) == "yes"
    assert ask("asylum_period_begun", {**case, "asylum_instruction": "wrong"}) == "no"
    assert ask("asylum_period_begun", without(case, "asylum_instruction")) == "not_established"


def test_at_the_border_the_time_for_the_urgent_application_has_its_own_length() -> None:
    for anchor, rule, end in (
        (BEFORE, "asylum_urgent_airport", date(2026, 8, 13)),
        (SINCE, "asylum_urgent_border", date(2026, 8, 17)),
    ):
        case = {**DECIDED, **anchor, "asylum_border_procedure": "yes"}
        assert due(case, rule, date(2026, 8, 11)) == (end, YES)
    assert due({**DECIDED, **BEFORE, "asylum_border_procedure": "yes"}, "asylum_urgent_week", date(2026, 8, 11)) is None


def test_families_leave_the_reception_centre_after_six_months() -> None:
    alone = {"reception_kind": "ordinary", "reception_since": "2026-01-12", "reception_family": "no", "minor": "no", "minor_child_in_household": "no",
             "asylum_safe_origin_procedure": "no", "reception_land_rule": "no"}  # fmt: skip
    duties = dict.fromkeys(
        (
            "asylum_documents_duty_breached",
            "asylum_duties_breached_repeatedly",
            "identity_deception_continued",
            "departure_cooperation_refused",
        ),
        "no",
    )
    assert due(alone, "reception_end", date(2026, 8, 20)) == (date(2027, 7, 12), YES)
    family = {**alone, **duties, "minor_child_in_household": "yes"}
    assert due(family, "reception_end_family", date(2026, 7, 1)) == (date(2026, 7, 12), YES)
    assert ask("reception_must_end", family) == "yes"
    assert ask("reception_must_end", without({**alone, **duties}, "minor_child_in_household")) == "not_established"
    breached = {**family, "asylum_documents_duty_breached": "yes"}
    assert ask("reception_must_end", breached) == "yes", "breaches lengthen nothing for families"


def test_norms_from_texts_that_were_not_at_hand_are_unverified() -> None:
    for norm in SHIPPED.norms:
        if norm.id.startswith(("AsylverfahrensVO/", "AsylmanagementVO/", "Dublin-III-VO/")):
            assert norm.review is Review.UNVERIFIED, norm.id


def test_service_in_the_asylum_procedure() -> None:
    assert by_posting_to_last_address(date(2026, 8, 3)).earliest == date(2026, 8, 3)
    assert by_reception_centre(date(2026, 8, 3)).earliest == date(2026, 8, 7)
    assert by_reception_centre(date(2026, 8, 3), handed_out=date(2026, 8, 5)).earliest == date(2026, 8, 5)
    assert by_reception_centre(date(2026, 8, 3), handed_out=date(2026, 8, 10)).earliest == date(2026, 8, 7)


def test_a_paragraph_without_absatz_is_cited_by_number() -> None:
    norm = SHIPPED.norm("AsylG/48///2")
    assert norm.text_hash == SHIPPED.norm("AsylG/48///1").text_hash


def test_only_unaccompanied_minors_have_another_time_to_reason_the_action_at_the_border() -> None:
    month = "AsylG/74/2/1"
    sued = {**DECIDED, **SINCE, "asylum_action_outcome": "pending", "asylum_border_procedure": "yes"}
    assert applies(month, {**sued, "minor": "no", "unaccompanied": "no"}) == "yes"
    assert applies(month, {**sued, "minor": "yes", "unaccompanied": "yes"}) == "no"
    assert applies(month, sued) == "not_established"
    before = {**sued, **BEFORE, "minor": "yes", "unaccompanied": "yes"}
    assert applies(month, before) == "yes", "the earlier text knew no such exception"
