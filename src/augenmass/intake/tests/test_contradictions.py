"""Entries that contradict themselves inside a row; doubtful entries are no contradiction."""

import pytest

from augenmass.intake.rules.contradictions import contradictions
from augenmass.intake.tests.tables import TODAY
from augenmass.law.consistency import AHEAD, EXCLUSIONS, IN_ORDER, may_lie_ahead
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Kind


def reasons(**facts: str) -> list[str]:
    return [problem.de for problem in contradictions(facts, TODAY)]


def test_every_name_is_in_the_vocabulary_with_the_right_kind() -> None:
    for name in [*AHEAD, *(name for pair in IN_ORDER for name in pair)]:
        assert VOCABULARY[name].kind is Kind.DAY
    for exclusion in EXCLUSIONS:
        declared = VOCABULARY[exclusion.name]
        assert declared.kind is Kind.YES_NO or declared.choice(exclusion.value)
        assert VOCABULARY[exclusion.other].kind is (Kind.DAY if exclusion.ahead else VOCABULARY[exclusion.other].kind)


def test_a_title_that_is_none_cannot_be_valid() -> None:
    (reason,) = reasons(title_kind="none", title_valid_until="2026-12-31")

    assert "kein Aufenthaltstitel" in reason
    assert "Titel gültig bis" in reason


def test_a_title_that_is_none_may_have_been_valid_once() -> None:
    assert reasons(title_kind="none", title_valid_until="2026-07-31") == []


def test_nobody_enters_before_birth() -> None:
    assert len(reasons(date_of_birth="1990-05-01", entered_on="1990-04-30")) == 1


@pytest.mark.parametrize("born", ["1990", "1990-05", "1990-05-01"])
def test_a_partial_day_contradicts_only_when_it_certainly_does(born: str) -> None:
    assert reasons(date_of_birth=born, entered_on="1990-05-01") == []
    assert len(reasons(date_of_birth=born, entered_on="1989-12-31")) == 1


def test_a_yes_excludes_only_the_contrary_yes() -> None:
    assert len(reasons(asylum_ever_applied="no", asylum_procedure_running="yes")) == 1
    assert reasons(asylum_ever_applied="no", asylum_procedure_running="no") == []


def test_a_doubtful_entry_is_not_a_contradiction() -> None:
    assert (
        reasons(registered_status="obliged_enforceable", title_kind="residence_permit", title_valid_until="2027-01-01")
        == []
    )
    assert reasons(registered_status="obliged_enforceable", asylum_procedure_running="yes", free_movement="yes") == []


def test_ends_of_validity_may_lie_ahead_and_past_events_may_not() -> None:
    assert may_lie_ahead("suspension_valid_until")
    assert may_lie_ahead("departure_planned_on")
    assert not may_lie_ahead("entered_on")
    assert not may_lie_ahead("warning_served_on")
