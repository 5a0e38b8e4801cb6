"""Deadlines and the questions of letters: only proven service starts a period."""

from collections.abc import Mapping
from datetime import date

import pytest

from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, with_facts
from augenmass.law.tests.norms.asking import ask, position, without
from augenmass.law.values import YES

RUNNING = with_facts(WARNED, departure_period_until="2026-09-04")


def due(facts: Mapping[str, str], rule: str, on: date = date(2026, 8, 20)) -> date | None:
    """Return the day of a deadline that certainly runs, or None."""
    found = [item for item in position(facts, on).deadlines if item.rule == rule and item.runs == YES]
    return found[0].earliest if found else None


def test_the_period_for_departure_runs_only_from_proven_service() -> None:
    assert due(RUNNING, "departure_period") == date(2026, 9, 4)
    assert due(without(RUNNING, "warning_service_proven"), "departure_period") is None
    assert due(with_facts(RUNNING, warning_service_proven="no"), "departure_period") is None


def test_an_extension_replaces_the_end_and_removal_waits_for_it() -> None:
    extended = with_facts(WARNED, departure_period_extended_until="2026-09-30")
    assert due(extended, "departure_period") is None
    assert due(extended, "departure_period_extended") == date(2026, 9, 30)
    assert ask("departure_period_ended", extended) == "no"
    assert ask("may_arrange_removal", extended) == "no"


def test_an_interrupted_period_does_not_end_until_it_was_computed_anew() -> None:
    lost = with_facts(WARNED, enforceability_lost_on="2026-07-20")
    assert ask("departure_period_ended", lost) == "not_established"
    returned = with_facts(lost, enforceability_returned_on="2026-08-03")
    assert ask("departure_period_ended", returned) == "no"
    assert due(returned, "departure_period") is None
    anew = with_facts(returned, departure_period_until="2026-08-18", enforceability_returned_on="2026-08-03")
    assert ask("departure_period_ended", anew) == "yes"


@pytest.mark.parametrize(
    ("objection", "rule"), [("yes", "warning_objection"), ("no", "warning_action")], ids=["objection", "action"]
)
def test_a_correct_instruction_gives_a_month_to_the_remedy_of_the_land(objection: str, rule: str) -> None:
    case = with_facts(WARNED, land_objection_required=objection, warning_final_since="2026-08-31")
    assert due(case, rule, date(2026, 8, 1)) == date(2026, 8, 7)


def test_without_a_correct_instruction_a_year_applies() -> None:
    case = with_facts(WARNED, warning_instruction="missing", warning_remedy_pending="yes")
    assert due(case, "warning_remedy_year") == date(2027, 7, 7)
    assert due(case, "warning_action") is None


def test_a_deadline_moves_past_the_weekend() -> None:
    case = with_facts(WARNED, warning_served_on="2026-07-08", warning_remedy_pending="yes")
    assert due(case, "warning_action", date(2026, 8, 10)) == date(2026, 8, 10), "8 August 2026 is a Saturday"
    assert due(case, "warning_action", date(2026, 8, 11)) is None, "what is over no longer runs"


def test_a_suspension_warns_four_weeks_before_it_ends() -> None:
    assert due(SUSPENDED, "suspension_expiry") == date(2026, 11, 30)
    assert due(SUSPENDED, "suspension_renewal") == date(2026, 11, 2)


def test_a_check_of_enforceability_is_due_anew_on_the_fifteenth_day() -> None:
    assert due(OBLIGED, "recheck") == date(2026, 8, 29)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"representative_appointed": "yes", "written_authority_shown": "yes", "minor": "no"},
            "serve_on_representative",
        ),
        ({"representative_appointed": "no", "minor": "no"}, "serve_on_person"),
        ({"representative_appointed": "no", "minor": "yes", "legal_guardian_present": "yes"}, "serve_on_guardian"),
    ],
    ids=["representative", "person", "guardian"],
)
def test_the_addressee_follows_from_authority_and_age(facts: dict[str, str], expected: str) -> None:
    answers = {name: ask(name, facts) for name in ("serve_on_representative", "serve_on_person", "serve_on_guardian")}
    assert answers == {name: "yes" if name == expected else "no" for name in answers}


def test_an_unchecked_authority_leaves_the_addressee_open() -> None:
    assert ask("serve_on_person", {"representative_appointed": "yes", "minor": "no"}) == "not_established"


@pytest.mark.parametrize(
    ("days", "changes", "answer"),
    [
        ("7", {}, "yes"),
        ("30", {}, "yes"),
        ("6", {}, "no"),
        ("6", {"shorter_period_imperative": "yes"}, "yes"),
        ("45", {"extension_justified": "yes"}, "yes"),
        ("45", {"extension_justified": "no"}, "no"),
        ("30", {"victim_indications": "yes"}, "no"),
        ("92", {"victim_indications": "yes"}, "yes"),
    ],
)
def test_which_length_of_the_period_is_allowed(days: str, changes: dict[str, str], answer: str) -> None:
    assert ask("period_allowed", with_facts(WARNED, departure_period_days=days, **changes)) == answer


def test_the_remedy_suspends_unless_the_land_or_an_order_excludes_it() -> None:
    assert ask("remedy_suspends", WARNED) == "no"
    assert ask("remedy_suspends", with_facts(WARNED, land_excludes_suspensive_effect="no")) == "yes"
    ordered = with_facts(WARNED, land_excludes_suspensive_effect="no", warning_immediate_execution="yes")
    assert ask("remedy_suspends", ordered) == "no"


def test_after_the_period_the_date_of_removal_stays_secret() -> None:
    assert ask("removal_date_secret", WARNED) == "yes"
    assert ask("removal_date_secret", RUNNING) == "no"


def test_a_period_shorter_than_a_week_ends_only_where_that_was_imperative() -> None:
    short = with_facts(WARNED, departure_period_until="2026-07-10", departure_period_days="3")
    assert ask("departure_period_ended", short) == "no"
    assert ask("departure_period_ended", with_facts(short, shorter_period_imperative="yes")) == "yes"
    assert ask("departure_period_ended", with_facts(short, in_custody="yes")) == "yes"


def test_removal_without_a_period_needs_its_reason() -> None:
    waived = with_facts(WARNED, departure_period_waived="yes", departure_period_until=None, departure_period_days=None)
    assert ask("may_arrange_removal", waived) != "yes"
    assert ask("may_arrange_removal", with_facts(waived, in_custody="yes")) == "yes"
