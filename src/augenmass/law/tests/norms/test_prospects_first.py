"""Prospects first: no measure while a prospect is possible or open, and none booked before hardship and petition were looked at."""

import pytest

from augenmass.law.norms.prospects.each import EACH
from augenmass.law.norms.specimens import OBLIGED, WARNED, with_facts
from augenmass.law.tests.norms.asking import ask
from augenmass.law.tests.norms.test_protective import CASES
from augenmass.law.vocabulary.prospect_checks import EACH_PROSPECT, assessed

KEYS = [key for key, *_ in EACH_PROSPECT]


def test_each_prospect_that_is_a_question_has_its_assessment_with_the_same_provision() -> None:
    assert [(key, cite) for key, _, _, cite in EACH_PROSPECT] == [(key, norms[0]) for key, _, _, norms in EACH]


@pytest.mark.parametrize("question", [*CASES, "may_book_removal"])
@pytest.mark.parametrize("key", KEYS)
def test_no_measure_while_a_prospect_is_possible_or_was_not_looked_at(question: str, key: str) -> None:
    facts = CASES.get(question, WARNED)
    assert ask(question, facts) == "yes"
    assert ask(question, with_facts(facts, **{assessed(key): "yes"})) == "no"
    assert ask(question, with_facts(facts, **{assessed(key): None})) == "not_established"


@pytest.mark.parametrize("question", ["may_arrange_removal", "may_announce_removal", "may_book_removal"])
def test_nothing_is_booked_or_arranged_before_the_person_was_told_of_the_hardship_commission(question: str) -> None:
    facts = CASES.get(question, WARNED)
    assert ask(question, with_facts(facts, hardship_informed_on=None)) == "no"
    assert ask(question, with_facts(facts, hardship_informed_on=None, removal_date="2026-09-15")) == "no"


@pytest.mark.parametrize("pending", ["hardship_pending", "petition_pending"])
def test_hardship_and_petition_that_nobody_looked_at_leave_the_booking_open(pending: str) -> None:
    assert ask("may_book_removal", with_facts(WARNED, **{pending: "yes"})) == "no"
    assert ask("may_book_removal", with_facts(WARNED, **{pending: None})) == "not_established"
    stale = with_facts(WARNED, enforceability_checked_on=None, checked_petition_on="2026-07-20")
    assert ask("may_book_removal", stale) == "no"


def test_a_declaration_that_is_not_answered_bars_warning_and_removal() -> None:
    assert ask("may_arrange_removal", with_facts(WARNED, departure_declared_on="2026-08-18")) == "no"
    assert ask("may_issue_warning", with_facts(OBLIGED, departure_declared_on="2026-08-18")) == "no"
