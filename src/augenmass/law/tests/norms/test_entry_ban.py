"""Lengths of entry bans, the remedy against a measure and the ends of limits, at their edges."""

from datetime import date

import pytest

from augenmass.law.norms.measures.asylum_area import IN_PROCEDURE
from augenmass.law.norms.measures.entry_ban import BAN
from augenmass.law.norms.measures.entry_ban_orders import OVERSTAYED
from augenmass.law.norms.measures.expulsion import EXPELLABLE
from augenmass.law.norms.measures.movement import TOLERATED
from augenmass.law.norms.measures.remedies import DISMISSED, MADE
from augenmass.law.norms.specimens import with_facts
from augenmass.law.tests.norms.asking import applies, ask, position, without
from augenmass.law.values import YES


@pytest.mark.parametrize(
    ("changes", "longest"),
    [
        ({}, "entry_ban_max_five_years"),
        ({"obliged_by_conviction": "yes"}, "entry_ban_max_ten_years"),
        ({"entry_ban_ground": "removal", "grave_danger_to_order": "yes"}, "entry_ban_max_ten_years"),
        ({"expelled_core_crime_or_terror": "yes"}, "entry_ban_twenty_years"),
        ({"entry_ban_ground": "order_58a"}, "entry_ban_may_be_endless"),
        ({"entry_ban_ground": "overstay", "entry_ban_ordered_before": "no"}, "entry_ban_max_one_year"),
        ({"entry_ban_ground": "federal_office", "entry_ban_ordered_before": "yes"}, "entry_ban_max_three_years"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_ground_has_its_longest_length(changes: dict[str, str], longest: str) -> None:
    limits = ("max_one_year", "max_three_years", "max_five_years", "max_ten_years", "twenty_years")
    asked = {f"entry_ban_{limit}": ask(f"entry_ban_{limit}", {**BAN, **changes}) for limit in limits}
    assert ask(longest, {**BAN, **changes}) == "yes"
    assert [limit for limit, answer in asked.items() if answer != "no"] in ([longest], [])


def test_a_length_is_measured_at_its_limit() -> None:
    assert ask("entry_ban_length_within_limit", {**BAN, "entry_ban_length_months": "60"}) == "yes"
    assert ask("entry_ban_length_within_limit", {**BAN, "entry_ban_length_months": "61"}) == "no"
    first = {**OVERSTAYED, "entry_ban_unlimited": "no"}
    assert ask("entry_ban_length_within_limit", {**first, "entry_ban_length_months": "12"}) == "yes"
    assert ask("entry_ban_length_within_limit", {**first, "entry_ban_length_months": "13"}) == "no"


def test_the_ban_of_a_removal_binds_only_once_removed() -> None:
    warned = {**BAN, "entry_ban_ground": "removal", "removed_on": "2026-09-30"}
    assert ask("entry_ban_applies", warned) == "no"
    assert ask("entry_ban_applies", {**warned, "removed_on": "2025-03-20"}) == "yes"


def test_old_and_new_grounds_of_the_federal_office_stand_side_by_side() -> None:
    order = {
        "entry_ban_office_ground": "section_30",
        "protection_status": "none",
        "prohibition_human_rights": "no",
        "prohibition_concrete_danger": "no",
        "title_kind": "none",
    }
    assert ask("may_order_office_ban", {**order, "entry_ban_ordered_on": "2026-07-28"}) == "no"
    assert ask("may_order_office_ban", {**order, "entry_ban_ordered_on": "2026-07-29"}) == "yes"
    second = {**order, "entry_ban_office_ground": "second"}
    assert ask("may_order_office_ban", {**second, "entry_ban_ordered_on": "2026-06-11"}) == "yes"
    assert ask("may_order_office_ban", {**second, "entry_ban_ordered_on": "2026-06-12"}) == "no"


def test_interests_never_decide_an_expulsion() -> None:
    grave = {**EXPELLABLE, "interest_54_1_1": "yes"}
    assert ask("expulsion_interest_grave", grave) == "yes"
    assert ask("may_expel", without(grave, "departure_interest_outweighs")) == "not_established"
    assert ask("may_expel", {**grave, "german_family_bond": "yes"}) == "yes", "the balancing stands as it was recorded"


def test_an_asylum_applicant_is_expelled_on_condition_only() -> None:
    applicant = with_facts(EXPELLABLE, asylum_ever_applied="yes", asylum_procedure_final="no")
    assert ask("may_expel", applicant) == "not_established"
    running = {**applicant, "asylum_warning_enforceable": "no"}
    assert ask("may_expel", running) == "no"
    assert ask("may_expel_on_condition", running) == "yes"


def test_prosecution_and_hearing_hold_back_an_expulsion() -> None:
    charged = {**EXPELLABLE, "criminal_proceedings_open": "yes", "only_minor_prosecution_interest": "no"}
    assert ask("may_expel", {**charged, "prosecution_consents": "no"}) == "no"
    unheard = without(EXPELLABLE, "heard_on", "hearing_letter_on", "hearing_until")
    assert ask("may_expel", unheard) == "not_established"


def test_a_limit_ends_on_the_day_three_months_are_reached() -> None:
    since = with_facts(TOLERATED, permitted_or_tolerated_since="2026-05-20", suspension_since="2026-05-20")
    assert ask("movement_limited", since, date(2026, 8, 19)) == "yes"
    assert ask("movement_limited", {**since, "asylum_procedure_running": "no"}, date(2026, 8, 20)) == "no"
    ends = [item.earliest for item in position(since, date(2026, 8, 1)).deadlines if item.rule == "movement_limit_end"]
    assert ends == [date(2026, 8, 20)]


def test_the_duty_to_live_in_the_centre_keeps_the_limit() -> None:
    long = {**IN_PROCEDURE, "permitted_or_tolerated_since": "2026-01-05"}
    assert applies("AsylG/56/1", long) == "no"
    assert applies("AsylG/56/1", {**long, "reception_duty": "yes"}) == "yes"


def test_a_remedy_suspends_unless_the_law_or_an_order_says_otherwise() -> None:
    assert ask("measure_remedy_suspends", MADE) == "yes"
    assert ask("measure_remedy_suspends", {**MADE, "measure_kind": "entry_ban"}) == "no"
    restored = {**MADE, "measure_kind": "entry_ban", "measure_effect_restored": "yes"}
    assert ask("measure_remedy_suspends", restored) == "yes"
    assert ask("measure_remedy_suspends", DISMISSED) == "no"
    assert ask("measure_remedy_suspends", {**DISMISSED, "measure_effect_restored": "yes"}) == "no", "VwGO § 80b (1)"
    assert ask("measure_remedy_suspends", {**DISMISSED, "stayed_until_final": "yes"}) == "yes"


def test_deadlines_run_only_from_a_recorded_day() -> None:
    found = {item.rule for item in position(BAN).deadlines if item.runs == YES}
    assert "entry_ban_end" in found
    assert "entry_ban_end" not in {item.rule for item in position(without(BAN, "entry_ban_until")).deadlines}
