"""Measures against the person: not knowing what protects never opens one, and each has a case that it allows."""

from collections.abc import Mapping

import pytest

from augenmass.law.norms.measures.collected import QUESTIONS
from augenmass.law.norms.measures.entry_ban import BAN
from augenmass.law.norms.measures.entry_ban_orders import OVERSTAYED
from augenmass.law.norms.measures.expulsion import EXPELLABLE
from augenmass.law.norms.measures.identity import UNPROVEN
from augenmass.law.norms.measures.movement import TOLERATED
from augenmass.law.norms.measures.residence_rule import RULED
from augenmass.law.norms.measures.union_loss import CITIZEN
from augenmass.law.norms.specimens import OBLIGED, Facts, with_facts
from augenmass.law.tests.norms.asking import ask, without
from augenmass.law.tests.norms.test_protective import PROTECTIVE, values_of

MEASURES = ("may_order", "may_expel", "may_list", "may_find", "may_search", "may_read")
CASES: Mapping[str, Facts] = {
    "may_order_overstay_ban": OVERSTAYED,
    "may_order_office_ban": {
        "entry_ban_ground": "federal_office",
        "entry_ban_office_ground": "section_29a",
        "entry_ban_ordered_on": "2026-08-03",
        "protection_status": "none",
        "prohibition_human_rights": "no",
        "prohibition_concrete_danger": "no",
        "title_kind": "none",
    },
    "may_order_longer_ban": {**BAN, "entry_ban_extension_justified": "yes"},
    "may_expel": EXPELLABLE,
    "may_expel_on_condition": with_facts(
        EXPELLABLE, asylum_ever_applied="yes", asylum_procedure_final="no", asylum_warning_enforceable="no"
    ),
    "may_order_limit": with_facts(TOLERATED, steps_to_end_stay_imminent="yes"),
    "may_order_reporting": with_facts(TOLERATED, steps_directly_imminent="yes"),
    "may_order_place": RULED,
    "may_list_to_find": with_facts(OBLIGED, whereabouts_unknown="yes"),
    "may_list_for_ban": {**BAN, "sis_alert_exists": "no"},
    "may_search_for_papers": UNPROVEN,
    "may_search_home": with_facts(UNPROVEN, search_ordered_by_judge="yes"),
    "may_read_data_carriers": UNPROVEN,
    "may_read_and_evaluate": UNPROVEN,
    "may_order_fingerprints": UNPROVEN,
    "may_order_appearance": with_facts(OBLIGED, appearance_needed="yes"),
    "may_find_loss": CITIZEN,
    "may_find_no_right": with_facts(CITIZEN, free_movement_feigned="yes"),
}
_FINAL = {"decision_suspensive_effect_restored": "a final decision can no longer be suspended"}
NEEDLESS: Mapping[str, Mapping[str, str]] = {
    "may_order_overstay_ban": {"departure_period_extended_until": "an extension counts when it was granted"},
    "may_order_limit": _FINAL,
    "may_order_reporting": _FINAL,
}
"""Protective facts that need not be known, with the reason."""


def opened(question: str) -> dict[str, list[str]]:
    """Return the protective facts of which some value bars a measure that forgetting the fact allows, with these values."""
    facts, found = CASES[question], {}
    for name in PROTECTIVE:
        barred = [value for value in values_of(name) if ask(question, {**facts, name: value}) == "no"]
        if barred and ask(question, without(facts, name)) == "yes":
            found[name] = barred
    return found


def test_every_measure_has_a_case_that_it_allows() -> None:
    assert {question.id for question in QUESTIONS if question.id.startswith(MEASURES)} == set(CASES)
    for question, facts in CASES.items():
        assert ask(question, facts) == "yes", question


@pytest.mark.parametrize("question", CASES)
def test_what_protects_is_not_opened_by_forgetting_it(question: str) -> None:
    assert set(opened(question)) == set(NEEDLESS.get(question, {}))
