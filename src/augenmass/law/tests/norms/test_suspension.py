"""Suspension: who is to be given one, when a revocation takes effect, who is heard and told before."""

from datetime import date

import pytest

from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, with_facts
from augenmass.law.tests.norms.asking import applies, ask, position, without

ENDED = with_facts(SUSPENDED, suspension_ground_ended="yes", removal_impossible_in_fact="no")
FAMILY = with_facts(
    WARNED,
    suspension_kind="impossible",
    suspension_valid_until="2026-11-30",
    suspension_since="2024-06-01",
    suspension_revocation_issued_on="2026-06-28",
    suspension_revoked_on="2026-07-01",
    revocation_remedy_suspends="no",
    child_under_twelve="yes",
    own_deception_or_no_cooperation="no",
)


def test_a_revocation_ends_nothing_before_it_is_made_known() -> None:
    issued = with_facts(ENDED, suspension_revocation_issued_on="2026-08-20")
    assert ask("suspension_held_now", issued) == "yes"
    assert "revoke_suspension" not in position(issued).next_steps, "it was issued"


def test_a_remedy_that_suspends_keeps_the_suspension() -> None:
    revoked = with_facts(ENDED, suspension_revoked_on="2026-08-10")
    assert ask("suspension_held_now", revoked) == "yes", "whether a remedy suspends is not known"
    assert ask("suspension_held_now", with_facts(revoked, revocation_remedy_suspends="yes")) == "yes"
    assert ask("suspension_held_now", with_facts(revoked, revocation_remedy_suspends="no")) == "no"


def test_the_hearing_on_a_revocation_follows_the_last_grant() -> None:
    assert ask("may_revoke_suspension", ENDED) == "yes"
    renewed = with_facts(ENDED, suspension_granted_on="2026-08-01", hearing_dispensable="no", hearing_barred="no")
    assert ask("may_revoke_suspension", renewed) == "no"
    assert "hear_person" in position(renewed).next_steps
    heard = with_facts(renewed, hearing_letter_on="2026-08-05", hearing_until="2026-08-19", heard_on="2026-08-15")
    assert ask("may_revoke_suspension", heard) == "yes"


@pytest.mark.parametrize("kind", ["training", "employment"])
def test_suspensions_with_rules_of_their_own_are_not_revoked_here(kind: str) -> None:
    assert ask("may_revoke_suspension", with_facts(ENDED, suspension_kind=kind)) == "no"


def test_an_open_declaration_stops_revocation_and_announcement() -> None:
    declared = {"departure_declared_on": "2026-08-20"}
    assert ask("may_revoke_suspension", with_facts(ENDED, **declared)) == "no"
    assert ask("may_announce_removal", FAMILY) == "yes"
    assert ask("may_announce_removal", with_facts(FAMILY, **declared)) == "no"
    assert ask("may_issue_warning", with_facts(OBLIGED, **declared)) == "no"


def test_a_suspension_granted_anew_needs_no_announcement() -> None:
    assert "announce_removal" in position(FAMILY).next_steps
    anew = with_facts(FAMILY, suspension_granted_on="2026-08-10")
    assert ask("may_announce_removal", anew) == "no"
    assert "announce_removal" not in position(anew).next_steps


def test_an_announcement_before_an_earlier_revocation_does_not_count() -> None:
    old = with_facts(FAMILY, removal_announced_on="2025-02-01")
    assert "announce_removal" in position(old).next_steps
    assert ask("may_arrange_removal", old) == "no"


def test_the_month_counts_from_the_day_on_which_the_announcement_arrived() -> None:
    issued = with_facts(FAMILY, removal_announcement_issued_on="2026-07-05")
    assert ask("may_arrange_removal", issued) != "yes"
    arrived = with_facts(issued, removal_announced_on="2026-07-10")
    assert ask("may_arrange_removal", arrived, date(2026, 8, 10)) == "no"
    shown = [item for item in position(arrived, date(2026, 8, 10)).deadlines if item.rule == "removal_notice"]
    assert [item.earliest for item in shown] == [date(2026, 8, 11)]


def test_the_date_stays_secret_for_families_who_are_told_a_month_ahead() -> None:
    assert ask("removal_notice_due", FAMILY) == "yes"
    assert ask("removal_date_secret", FAMILY) == "yes"


def test_whoever_left_and_came_back_keeps_a_suspension_granted_since() -> None:
    back = with_facts(SUSPENDED, departed_on="2023-03-01", departure_proven="yes", entered_on="2024-02-01")
    assert ask("suspension_held_now", back) == "yes"
    assert ask("may_work_on_case", back) == "yes"
    assert ask("suspension_held_now", without(back, "entered_on")) == "no"


def test_an_applicant_for_asylum_is_not_waiting_for_a_suspension() -> None:
    applicant = with_facts(OBLIGED, asylum_procedure_running="yes", removal_impossible_in_fact="yes")
    assert ask("suspension_missing", applicant) == "no"
    assert ask("suspension_missing", with_facts(OBLIGED, removal_impossible_in_fact="yes")) == "yes"


def test_whoever_is_unfit_to_travel_is_to_be_given_a_suspension() -> None:
    unfit = with_facts(WARNED, travel_fitness="unfit")
    assert (position(unfit).lane, position(unfit).next_steps) == ("suspended", ("grant_suspension",))


def test_after_a_suspension_the_earlier_warning_remains_the_basis() -> None:
    assert applies("AufenthG/60a/5/3", with_facts(WARNED, suspension_valid_until="2026-05-31")) == "yes"
    assert ask("may_arrange_removal", with_facts(WARNED, suspension_valid_until="2026-05-31")) == "yes"
