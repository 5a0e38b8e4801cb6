"""Steps and lanes: voluntary first, deficits of the authority, nothing twice."""

from collections.abc import Mapping

import pytest

from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, with_facts
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.position import assess
from augenmass.law.tests.norms.asking import SHIPPED, ask, held, position, without

RUNNING = with_facts(WARNED, departure_period_until="2026-09-04")


def test_every_step_of_the_first_catalogue_is_there_in_the_order_of_the_law() -> None:
    assert [step.id for step in SHIPPED.steps] == [
        "answer_declaration",
        "grant_suspension",
        "renew_suspension",
        "certify_provisional",
        "establish_identity",
        "inform_about_rights",
        "check_prospects",
        "refer_application",
        "recheck_enforceability",
        "offer_counselling",
        "hear_person",
        "issue_warning",
        "extend_period",
        "revoke_suspension",
        "announce_removal",
        "refer_to_central_body",
        "arrange_removal",
        "close_case",
    ]
    assert [step.order for step in SHIPPED.steps] == sorted(step.order for step in SHIPPED.steps)


def test_steps_that_end_or_enforce_ask_for_a_second_person() -> None:
    assert {step.id for step in SHIPPED.steps if step.second_person} == {
        "issue_warning",
        "revoke_suspension",
        "announce_removal",
        "refer_to_central_body",
        "arrange_removal",
    }


def test_the_warning_makes_its_letter() -> None:
    step = SHIPPED.step("issue_warning")
    assert step.letter == "departure_warning"
    assert "warning_issued_on=today" in step.writes


def test_whoever_is_enforceably_obliged_and_not_warned_is_in_the_voluntary_lane() -> None:
    found = position(OBLIGED)
    assert (found.lane, found.next_steps) == ("voluntary", ("issue_warning",))


def test_a_warning_that_was_issued_is_no_next_step_and_blocks_nothing() -> None:
    found = position(RUNNING)
    assert (found.lane, found.next_steps) == ("voluntary", ("extend_period",))
    assert "issue_warning" not in {blocked.step for blocked in found.blocked}


def test_after_the_period_removal_is_arranged_where_the_land_gives_competence() -> None:
    assert position(WARNED).next_steps == ("arrange_removal",)
    central = with_facts(WARNED, land_authority_arranges_removal="no")
    assert position(central).next_steps == ("refer_to_central_body",)
    assert ask("may_arrange_removal", central) == "no"


def test_a_declaration_of_departure_stops_enforcement_until_a_human_answers() -> None:
    declared = with_facts(WARNED, departure_declared_on="2026-08-20")
    found = position(declared)
    assert (found.lane, found.next_steps) == ("voluntary", ("answer_declaration",))
    assert ask("may_arrange_removal", declared) == "no"
    undated = with_facts(declared, departure_declaration_answer="declined")
    assert ask("may_arrange_removal", undated) == "no", "an answer without its day may be that to an older declaration"
    declined = with_facts(undated, departure_declaration_answered_on="2026-08-20")
    assert ask("may_arrange_removal", declined) == "yes"
    again = with_facts(declined, departure_declaration_answered_on="2026-08-19")
    assert ask("may_arrange_removal", again) == "no", "a later declaration needs an answer of its own"
    accepted = with_facts(
        declared,
        departure_declaration_answer="accepted",
        departure_declaration_answered_on="2026-08-20",
        departure_planned_on="2026-09-10",
    )
    assert (position(accepted).lane, ask("may_arrange_removal", accepted)) == ("voluntary", "no")


def test_whoever_is_entitled_to_a_suspension_and_holds_none_shows_as_a_deficit() -> None:
    missing = with_facts(OBLIGED, removal_impossible_in_fact="yes")
    found = position(missing)
    assert (found.lane, found.next_steps) == ("suspended", ("grant_suspension",))
    assert ask("suspension_missing", missing) == "yes"
    assert ask("suspension_missing", SUSPENDED) == "no"


def test_a_suspension_is_renewed_within_four_weeks_of_its_end() -> None:
    assert position(SUSPENDED).next_steps == ()
    ending = with_facts(SUSPENDED, suspension_valid_until="2026-09-17")
    assert position(ending).next_steps == ("renew_suspension",)
    assert position(with_facts(SUSPENDED, suspension_valid_until="2026-09-18")).next_steps == ()


def test_a_suspension_is_revoked_only_when_its_ground_has_ended_for_certain() -> None:
    ended = with_facts(SUSPENDED, suspension_ground_ended="yes", removal_impossible_in_fact="no")
    assert "revoke_suspension" in position(ended).next_steps
    assert ask("may_revoke_suspension", with_facts(SUSPENDED, suspension_ground_ended="yes")) == "no"
    assert ask("may_revoke_suspension", without(ended, "family_ties_oppose")) == "not_established"


def test_a_suspension_granted_after_a_revocation_holds() -> None:
    revoked = with_facts(
        SUSPENDED,
        suspension_granted_on="2025-12-01",
        suspension_revoked_on="2026-08-01",
        revocation_remedy_suspends="no",
    )
    assert ask("suspension_held_now", revoked) == "no"
    assert ask("suspension_held_now", with_facts(revoked, suspension_granted_on="2026-08-10")) == "yes"


def test_after_revocation_families_with_young_children_get_a_month() -> None:
    revoked = with_facts(
        WARNED,
        suspension_kind="impossible",
        suspension_valid_until="2026-11-30",
        suspension_since="2024-06-01",
        suspension_revoked_on="2026-07-01",
        revocation_remedy_suspends="no",
        child_under_twelve="yes",
        own_deception_or_no_cooperation="no",
    )
    assert ask("may_arrange_removal", revoked) != "yes"
    assert "announce_removal" in position(revoked).next_steps
    assert ask("may_arrange_removal", with_facts(revoked, removal_announced_on="2026-07-25")) == "no"
    assert ask("may_arrange_removal", with_facts(revoked, removal_announced_on="2026-07-10")) == "yes"


def test_a_found_prospect_comes_before_any_warning() -> None:
    prospect = with_facts(OBLIGED, residence_prospect="yes")
    found = position(prospect)
    assert (found.lane, found.next_steps) == ("prospects", ("refer_application",))
    assert ask("may_issue_warning", prospect) == "no"


def test_the_provisional_effect_is_certified() -> None:
    applied = with_facts(
        OBLIGED,
        application_pending="yes",
        title_kind="residence_permit",
        title_valid_until="2026-07-31",
        application_filed_on="2026-07-15",
    )
    found = position(applied)
    assert found.lane == "prospects"
    assert "certify_provisional" in found.next_steps
    certified = with_facts(applied, provisional_certificate="continued", provisional_valid_until="2026-12-31")
    assert "certify_provisional" not in position(certified).next_steps


@pytest.mark.parametrize(
    "obstacle", ["best_interests_of_child_oppose", "family_ties_oppose", "prohibition_human_rights"]
)
def test_obstacles_bar_the_warning_itself(obstacle: str) -> None:
    assert ask("may_issue_warning", with_facts(OBLIGED, **{obstacle: "yes"})) == "no"


def test_without_a_hearing_there_is_no_warning() -> None:
    unheard = without(OBLIGED, "heard_on", "hearing_letter_on", "hearing_until")
    assert ask("may_issue_warning", {**unheard, "hearing_dispensable": "no", "hearing_barred": "no"}) == "no"
    assert "hear_person" in position(unheard).next_steps
    assert ask("may_issue_warning", {**unheard, "hearing_dispensable": "yes"}) == "yes"


def test_proven_departure_closes_and_a_title_holder_is_not_pursued() -> None:
    departed = with_facts(RUNNING, departed_on="2026-08-18", departure_proven="yes")
    assert (position(departed).lane, position(departed).next_steps) == ("closed", ("close_case",))
    titled = with_facts(OBLIGED, title_kind="settlement_permit")
    assert (position(titled).lane, position(titled).next_steps) == ("closed", ("close_case",))


@pytest.mark.parametrize("facts", [OBLIGED, WARNED, {}], ids=["obliged", "warned", "empty"])
def test_the_working_part_answers_as_the_whole_catalogue(facts: Mapping[str, str]) -> None:
    part = assess(SHIPPED, held(facts), EXAMPLE_DAY)
    whole = assess(SHIPPED, held(facts), EXAMPLE_DAY, whole=True)
    assert part.answers.items() < whole.answers.items()
    assert {step.question for step in SHIPPED.steps} <= part.answers.keys()
    for name in ("lane", "next_steps", "blocked", "deadlines", "doubts", "open_doubts", "catalogue"):
        assert getattr(part, name) == getattr(whole, name), name


def test_the_central_office_takes_every_step_of_a_case_that_it_took_over() -> None:
    """Whoever could only enforce would leave a declaration undecided and counselling not offered."""
    others = [step.id for step in SHIPPED.steps if "central_office" not in step.roles]
    assert others == ["refer_to_central_body"]
