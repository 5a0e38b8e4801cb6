"""The plausibility gate: nothing is relied on that nobody looked at, and every class of error stops enforcement."""

import pytest

from augenmass.law.norms.plausibility import CLASSES, RECHECK_DAYS
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.norms.steps import CHECK_FACTS
from augenmass.law.tests.norms.asking import SHIPPED, ask, position, without

POSITIVE: dict[str, dict[str, str | None]] = {
    "asylum_procedure": {"asylum_procedure_running": "yes"},
    "free_movement": {"nationality": "PL"},
    "protection_status": {"protection_status": "subsidiary"},
    "valid_title": {"title_kind": "residence_permit", "title_valid_until": "2027-01-31"},
    "provisional_effect": {"provisional_certificate": "continued", "provisional_valid_until": "2026-12-31"},
    "court_order": {"court_prohibits_removal": "yes"},
    "urgent_application": {"urgent_change_application_pending": "yes"},
    "hardship": {"hardship_pending": "yes"},
    "petition": {"petition_pending": "yes"},
    "minor": {"minor": "yes", "unaccompanied": "yes", "minor_handover_assured": "no"},
    "unserved_decision": {"decision_service_proven": "no"},
    "temporary_protection": {"temporary_protection": "yes"},
    "association_right": {"association_right": "yes"},
    "withdrawal_agreement": {"withdrawal_agreement_right": "yes"},
    "derived_union_right": {"derived_union_right": "yes"},
    "training": {"application_60c_pending": "yes"},
    "employment": {"application_60d_pending": "yes"},
    "integrated_youth": {"application_25a_pending": "yes"},
    "lasting_integration": {"application_25b_pending": "yes"},
    "victim": {"victim_indications": "yes"},
    "paternity": {"paternity_procedure_pending": "yes"},
    "human_rights_court": {"human_rights_court_measure": "yes"},
    "united_nations": {"united_nations_measure": "yes"},
}
KEYS = [key for key, _, _ in CLASSES]
ENFORCEMENT = ("may_arrange_removal", "may_issue_warning")


def test_every_class_has_a_doubt_and_a_positive_case() -> None:
    assert set(POSITIVE) == set(KEYS)
    assert [doubt.id for doubt in SHIPPED.doubts] == [f"doubt_{key}" for key in KEYS]


@pytest.mark.parametrize("key", KEYS)
def test_a_positive_indication_raises_the_doubt_and_stops_every_step_of_enforcement(key: str) -> None:
    case = with_facts(WARNED, **POSITIVE[key])
    assert f"doubt_{key}" in position(case).doubts
    assert ask("entry_reliable", case) == "no"
    assert ask("may_arrange_removal", case) == "no"
    assert ask("may_issue_warning", with_facts(OBLIGED, **POSITIVE[key])) == "no"


@pytest.mark.parametrize("key", KEYS)
def test_an_item_nobody_looked_at_leaves_the_gate_not_established(key: str) -> None:
    case = without(WARNED, f"checked_{key}_on", "enforceability_checked_on")
    assert ask("entry_reliable", case) == "not_established"
    assert ask("may_arrange_removal", case) != "yes"


@pytest.mark.parametrize("key", KEYS)
def test_each_doubt_says_what_clears_it_and_the_check_asks_for_that(key: str) -> None:
    doubt = SHIPPED.doubt(f"doubt_{key}")
    assert set(doubt.clears_with) <= set(SHIPPED.vocabulary)
    assert set(doubt.clears_with) & set(CHECK_FACTS), "the re-check asks for at least one fact of the class"


def test_an_empty_case_is_never_relied_on() -> None:
    assert ask("entry_reliable", {}) == "not_established"


def test_the_recheck_alone_can_make_a_clean_entry_reliable() -> None:
    checked = {name: OBLIGED[name] for name in CHECK_FACTS}
    written = dict.fromkeys(
        (writes.partition("=")[0] for writes in SHIPPED.step("recheck_enforceability").writes), "2026-08-20"
    )
    assert ask("entry_reliable", checked) == "not_established"
    assert ask("entry_reliable", {**checked, **written}) == "yes"


def test_a_check_counts_for_fourteen_days() -> None:
    assert RECHECK_DAYS == 14
    assert ask("recheck_current", {"enforceability_checked_on": "2026-08-06"}) == "yes"
    assert ask("recheck_current", {"enforceability_checked_on": "2026-08-05"}) == "no"
    stale = with_facts(WARNED, enforceability_checked_on="2026-08-05")
    assert ask("may_arrange_removal", stale) == "no"
    assert "recheck_enforceability" in position(stale).next_steps


def test_a_finding_of_loss_clears_the_doubt_about_freedom_of_movement() -> None:
    case = with_facts(OBLIGED, nationality="PL", free_movement="yes", loss_of_free_movement_enforceable="yes")
    assert "doubt_free_movement" not in position(case).doubts


def test_a_second_nationality_of_a_member_state_protects() -> None:
    assert "doubt_free_movement" in position(with_facts(OBLIGED, second_nationality="IT")).doubts
