"""Cases that the first reading of the catalogue answered wrongly, provision by provision."""

import pytest

from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.tests.norms.asking import SHIPPED, applies, ask, position, without

ASYLUM = with_facts(
    WARNED,
    obligation_basis="asylum_refused",
    decision_kind="asylum",
    asylum_warning_enforceable="yes",
    asylum_departure_period_until="2026-08-06",
    warning_issued_on=None,
    warning_served_on=None,
    warning_service_proven=None,
    departure_period_until=None,
    departure_period_days=None,
)
"""Refused by the Federal Office, whose warning is enforceable and whose period is over; never held a title."""


@pytest.mark.parametrize("fact_name", ["nationality", "second_nationality"])
def test_germans_are_not_obliged_to_leave_and_their_entry_is_doubtful(fact_name: str) -> None:
    german = with_facts(WARNED, **{fact_name: "DE"})
    assert ask("obliged_to_leave", german) == "no"
    assert "doubt_free_movement" in position(german).doubts
    assert ask("may_close", german) == "yes"


def test_numbers_of_a_list_are_cited_as_numbers_of_their_sentence() -> None:
    ids = {norm.id for norm in SHIPPED.norms}
    assert {"AufenthG/51/1/1/1", "AufenthG/51/1/1/9", "AufenthG/84/1/1/1"} <= ids
    assert not {"AufenthG/51/1/1", "AufenthG/51/1/9", "AufenthG/84/1/1"} & ids


def test_a_title_that_ends_later_or_is_said_not_to_have_ended_still_stands() -> None:
    titled = with_facts(OBLIGED, title_kind="residence_permit", title_valid_until="2027-01-31")
    assert ask("obliged_to_leave", with_facts(titled, title_ended_by="revocation", title_ended_on="2026-12-01")) == "no"
    assert ask("obliged_to_leave", with_facts(titled, title_ended_by="none", title_ended_on="2026-05-01")) == "no"
    assert (
        ask("obliged_to_leave", with_facts(titled, title_ended_by="revocation", title_ended_on="2026-05-07")) == "yes"
    )


def test_a_visa_may_outlive_absence() -> None:
    visa = with_facts(OBLIGED, title_kind="visa_national", title_valid_until="2027-01-31", title_ended_by="absence")
    assert ask("obliged_to_leave", visa) == "no"
    assert ask("obliged_to_leave", with_facts(visa, title_kind="residence_permit")) == "yes"


def test_a_title_that_was_revoked_does_not_continue_by_an_application() -> None:
    applied = {
        "application_pending": "yes",
        "title_kind": "residence_permit",
        "title_valid_until": "2027-01-31",
        "application_filed_on": "2026-06-10",
    }
    assert applies("AufenthG/81/4/1", applied) == "yes"
    assert applies("AufenthG/81/4/1", {**applied, "title_ended_by": "revocation"}) == "no"


def test_a_late_application_after_a_lawful_stay_ran_out_is_left_to_a_human() -> None:
    late = with_facts(
        WARNED, application_pending="yes", application_in_time="no", lawful_stay_when_applied="no", entry_kind="exempt"
    )
    assert applies("AufenthG/81/3/2", late) == "not_established"
    assert ask("may_arrange_removal", late) == "not_established"
    assert applies("AufenthG/81/3/2", with_facts(late, entry_kind="unlawful")) == "no"


def test_a_stay_deemed_suspended_by_law_asks_for_a_certificate_and_for_no_grant() -> None:
    late = with_facts(OBLIGED, application_pending="yes", application_in_time="no", lawful_stay_when_applied="yes")
    found = position(late)
    assert found.lane == "suspended"
    assert "certify_provisional" in found.next_steps
    assert "grant_suspension" not in found.next_steps
    assert ask("suspension_missing", late) == "no"


def test_an_expulsion_is_not_enforceable_because_an_application_was_refused_too() -> None:
    expelled = with_facts(OBLIGED, obligation_basis="expulsion", decision_final_since=None)
    assert ask("obligation_enforceable", expelled) == "not_established"
    final = with_facts(expelled, decision_final_since="2026-06-09")
    assert ask("obligation_enforceable", final) == "yes"


def test_who_held_a_title_needs_more_than_the_warning_of_the_federal_office() -> None:
    assert ask("obligation_enforceable", ASYLUM) == "yes"
    held = with_facts(
        ASYLUM, title_kind="residence_permit", title_valid_until="2026-01-31", decision_service_proven=None
    )
    assert ask("obligation_enforceable", held) == "not_established"


@pytest.mark.parametrize("act", ["warning", "decision"])
def test_a_court_order_counts_against_the_federal_offices_warning_too(act: str) -> None:
    assert ask("may_arrange_removal", with_facts(ASYLUM, **{f"{act}_suspensive_effect_restored": "yes"})) == "no"


def test_where_the_federal_office_warned_the_authority_neither_hears_nor_warns() -> None:
    unheard = with_facts(ASYLUM, heard_on=None, hearing_letter_on=None, hearing_until=None)
    assert ask("may_issue_warning", ASYLUM) == "no"
    assert not {"hear_person", "issue_warning"} & set(position(unheard).next_steps)
    assert ask("may_issue_warning", with_facts(ASYLUM, asylum_warning_enforceable=None)) == "not_established"


def test_persecution_and_serious_harm_are_found_by_the_federal_office_alone() -> None:
    assert SHIPPED.norm("AufenthG/60/1/1").decider == SHIPPED.norm("AufenthG/60/2/1").decider
    assert "Ausländerbehörde" not in SHIPPED.norm("AufenthG/60/1/1").decider
    assert "Beteiligung" in SHIPPED.norm("AufenthG/60/5").decider


def test_a_notice_for_a_later_day_makes_nothing_enforceable_today() -> None:
    assert ask("obligation_enforceable", with_facts(ASYLUM, asylum_warning_enforceable_since="2026-09-01")) == "no"


def test_an_extension_by_the_authority_counts_for_the_federal_offices_period_too() -> None:
    assert ask("departure_period_ended", ASYLUM) == "yes"
    assert ask("may_arrange_removal", ASYLUM) == "yes"
    extended = with_facts(ASYLUM, departure_period_extended_until="2026-09-30")
    assert ask("departure_period_ended", extended) == "no"
    assert ask("may_arrange_removal", extended) == "no"
    assert "extend_period" in position(with_facts(ASYLUM, asylum_departure_period_until="2026-09-04")).next_steps


def test_an_interruption_counts_for_every_period() -> None:
    asylum = with_facts(ASYLUM, enforceability_lost_on="2026-07-20", enforceability_returned_on="2026-08-03")
    assert ask("departure_period_ended", asylum) == "no"
    extended = with_facts(
        WARNED,
        departure_period_extended_until="2026-08-15",
        enforceability_lost_on="2026-08-10",
        enforceability_returned_on="2026-08-18",
    )
    assert ask("departure_period_ended", extended) == "no"
    assert applies("AufenthG/50/2", extended) == "no"


def test_whoever_lost_freedom_of_movement_has_a_month() -> None:
    lost = with_facts(
        WARNED, obligation_basis="loss_of_free_movement", decision_kind="loss_of_free_movement", free_movement="no"
    )
    assert ask("departure_period_ended", with_facts(lost, departure_period_until="2026-08-07")) == "yes"
    assert ask("departure_period_ended", with_facts(lost, departure_period_until="2026-08-05")) == "no"
    assert ask("period_allowed", with_facts(lost, departure_period_days="30")) == "no"
    assert ask("period_allowed", with_facts(lost, departure_period_days="31")) == "yes"


def test_an_extradition_request_and_an_undecided_claim_stop_removal() -> None:
    assert ask("may_arrange_removal", with_facts(WARNED, extradition_pending="yes")) == "no"
    assert ask("may_arrange_removal", without(WARNED, "extradition_pending")) == "not_established"
    claimed = {"prohibition_claimed": "yes", "federal_office_participated": "yes"}
    assert ask("may_arrange_removal", with_facts(WARNED, **claimed)) == "no"
    assert ask("may_issue_warning", with_facts(OBLIGED, **claimed)) == "no"


def test_a_check_of_prospects_grows_old() -> None:
    assert ask("may_issue_warning", with_facts(OBLIGED, prospects_checked_on="2026-02-20")) == "no"
    assert ask("may_arrange_removal", with_facts(WARNED, prospects_checked_on="2021-06-15")) == "no"


def test_obstacles_that_nobody_looked_at_leave_the_case_to_be_clarified() -> None:
    assert position(WARNED).lane == "enforcement"
    assert position(without(WARNED, "family_ties_oppose")).lane == "clarify"


def test_after_notice_fitness_is_presumed_for_the_removal_as_for_the_warning() -> None:
    silent = without(WARNED, "health_opposes_removal")
    assert ask("may_arrange_removal", silent) == "not_established"
    assert ask("may_arrange_removal", {**silent, "medical_duty_notice_on": "2026-06-16"}) == "yes"


def test_an_open_hearing_is_not_over_because_of_an_older_one() -> None:
    anew = with_facts(OBLIGED, hearing_letter_on="2026-08-18", hearing_until=None)
    assert ask("may_issue_warning", {**anew, "hearing_dispensable": "no", "hearing_barred": "no"}) != "yes"
    stale = with_facts(anew, hearing_until="2026-06-30", hearing_dispensable="no", hearing_barred="no")
    assert ask("may_issue_warning", stale) == "no"


def test_the_office_of_the_land_is_no_judge_of_asylum_deadlines() -> None:
    running = {
        item.rule for item in position(with_facts(ASYLUM, decision_final_since=None)).deadlines if item.runs == 3
    }
    assert not {"decision_remedy", "decision_remedy_year"} & running
    assert ask("decision_remedy_suspends", ASYLUM) == "not_established"


def test_a_minor_without_a_known_guardian_is_not_served_as_a_matter_of_course() -> None:
    alone = {"representative_appointed": "no", "minor": "yes", "legal_guardian_present": "no"}
    assert ask("serve_on_person", alone) == "not_established"


def test_a_missed_examination_counts_only_after_a_certificate_was_presented() -> None:
    missed = {"medical_examination_missed": "yes", "medical_duty_notice_on": "2026-06-16"}
    assert applies("AufenthG/60a/2d/3", missed) == "not_established"
    assert applies("AufenthG/60a/2d/3", {**missed, "medical_certificate_presented_on": "2026-06-25"}) == "yes"


def test_the_translation_is_not_due_after_expulsion_for_a_conviction() -> None:
    convicted = with_facts(OBLIGED, obligation_basis="expulsion", obliged_by_conviction="yes")
    assert ask("translation_due", convicted) == "no"
