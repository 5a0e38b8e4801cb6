"""Over the whole catalogue: what protects must be established, and not knowing never opens what was barred.

Each question that begins a step of enforcement is asked of a case in which the answer is yes, and of every such case with one obstacle.
"""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.norms.specimens import OBLIGED, SUSPENDED, WARNED, Facts, with_facts
from augenmass.law.tests.norms.asking import SHIPPED, ask, without
from augenmass.law.vocabulary import VOCABULARY, Kind

ENFORCING = ("may_arrange", "may_refer", "may_issue_warning", "may_revoke", "may_announce")
PROMOTING = {"may_refer_application"}
"""Begins like a step of enforcement, but opens a right."""
REVOKED = with_facts(
    WARNED,
    suspension_kind="impossible",
    suspension_valid_until="2026-11-30",
    suspension_since="2024-06-01",
    suspension_revoked_on="2026-08-03",
    revocation_remedy_suspends="no",
    child_under_twelve="yes",
    own_deception_or_no_cooperation="no",
)
CASES: Mapping[str, Facts] = {
    "may_issue_warning": OBLIGED,
    "may_revoke_suspension": with_facts(SUSPENDED, suspension_ground_ended="yes", removal_impossible_in_fact="no"),
    "may_announce_removal": REVOKED,
    "may_arrange_removal": WARNED,
    "may_refer_to_central_body": with_facts(WARNED, land_authority_arranges_removal="no"),
}

_ALWAYS = {
    "minor": "an accompanied person is no unaccompanied minor, whatever the age",
    "unaccompanied": "an adult is no unaccompanied minor",
    "minor_child_in_household": "children are weighed by the assessment of their best interests",
    "continuation_ordered": "no application is pending",
    "decision_remedy_pending": "a refusal is enforceable in spite of a remedy (AufenthG § 84 (1))",
    "decision_suspensive_effect_restored": "a decision that is final can no longer be suspended",
}
_BEFORE_REVOCATION = {
    "child_under_twelve": "the month's notice follows a revocation (AufenthG § 60a (5a))",
}
_WARNING_SETTLED = {
    "warning_remedy_pending": "the Land excludes suspensive effect (VwGO § 80 (2) sentence 2)",
    "voluntary_departure_assured": "the period is over, so departure is to be supervised (AufenthG § 58 (3) no. 2)",
}
_BARS_REMOVAL_ONLY = dict.fromkeys(
    (
        "removal_impossible_in_fact", "removal_impossible_in_law", "needed_for_criminal_trial", "urgent_personal_reasons",
        "land_removal_stop", "parent_of_minor_with_25a", "criminal_proceedings_open", "witness_protection", "suspension_kind",
    ),
    "bars the removal, not yet its warning (AufenthG § 59 (1) sentences 1 and 5, § 72 (4))",
)  # fmt: skip
_SUSPENSION_REVOKED = dict.fromkeys(
    ("suspension_kind", "suspension_valid_until"), "the revocation took effect and no remedy suspends it"
)
_EXTRA = {
    "travel_fitness": "was looked at with the other reasons of health, which are established",
    "serious_illness_indicated": "indications must exist (AufenthG § 60a (2d) sentence 2)",
    "departure_period_extended_until": "an extension counts when it was granted",
    "enforceability_lost_on": "an interruption counts when it came to pass",
    "asylum_urgent_outcome": "counts when on record; that no urgent application is pending is established by a fact of its own",
    "asylum_stay_permitted_by_court": "counts when on record; that no court forbids the removal is established by a fact of its own",
    "transfer_suspended_by_court": "counts when on record; that no court forbids the removal is established by a fact of its own",
}
"""Facts that the cases do not hold: they count when they are on record."""
NEEDLESS: Mapping[str, Mapping[str, str]] = {
    "may_issue_warning": {**_ALWAYS, **_BEFORE_REVOCATION, **_BARS_REMOVAL_ONLY},
    "may_revoke_suspension": {**_ALWAYS, **_BEFORE_REVOCATION},
    "may_announce_removal": {**_ALWAYS, **_WARNING_SETTLED, **_SUSPENSION_REVOKED},
    "may_arrange_removal": {**_ALWAYS, **_BEFORE_REVOCATION, **_WARNING_SETTLED},
    "may_refer_to_central_body": {**_ALWAYS, **_BEFORE_REVOCATION, **_WARNING_SETTLED},
}
"""Protective facts that another fact of the case makes needless, with the reason."""
PROTECTED = [
    (question, name)
    for question, facts in CASES.items()
    for name in facts
    if VOCABULARY[name].protective and name not in NEEDLESS[question]
]
PROTECTIVE = sorted(name for name, declaration in VOCABULARY.items() if declaration.protective)


def values_of(name: str) -> tuple[str, ...]:
    """Return values that a fact can have: both answers, every choice, a day before and one after that of the examples."""
    declaration = VOCABULARY[name]
    if declaration.kind is Kind.YES_NO:
        return ("yes", "no")
    if declaration.kind is Kind.CHOICE:
        return tuple(choice.key for choice in declaration.choices)
    return ("2026-07-20", "2026-09-04")


def test_every_question_of_enforcement_has_a_case_that_it_allows() -> None:
    asked = {question.id for question in SHIPPED.questions if question.id.startswith(ENFORCING)} - PROMOTING
    assert asked == set(CASES)
    for question, facts in CASES.items():
        assert ask(question, facts) == "yes", question


@pytest.mark.parametrize(("question", "name"), PROTECTED, ids=[f"{question}-{name}" for question, name in PROTECTED])
def test_a_protective_fact_taken_away_leaves_no_yes(question: str, name: str) -> None:
    assert ask(question, without(CASES[question], name)) != "yes"


@pytest.mark.parametrize("question", CASES)
def test_what_is_barred_by_a_protective_fact_is_not_opened_by_forgetting_it(question: str) -> None:
    needless = {*NEEDLESS[question], *_EXTRA}
    for name in PROTECTIVE:
        barred = [value for value in values_of(name) if ask(question, {**CASES[question], name: value}) == "no"]
        opened = ask(question, without(CASES[question], name)) == "yes"
        assert not (barred and opened and name not in needless), f"{name}: {barred}"


def test_every_reason_why_a_protective_fact_is_needless_is_needed() -> None:
    for question, reasons in NEEDLESS.items():
        for name, reason in reasons.items():
            assert reason
            assert ask(question, without(CASES[question], name)) == "yes", f"{question}: {name}"


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(sorted(CASES)),
    st.dictionaries(
        st.sampled_from(PROTECTIVE),
        st.integers(min_value=0, max_value=20),
        min_size=1,
        max_size=3,
    ),
    st.sets(st.sampled_from(PROTECTIVE), max_size=6),
)
def test_while_one_obstacle_stands_forgetting_others_opens_nothing(
    question: str, drawn: dict[str, int], forgotten: set[str]
) -> None:
    obstacles = {name: values_of(name)[number % len(values_of(name))] for name, number in drawn.items()}
    for name, value in obstacles.items():
        if ask(question, {**CASES[question], name: value}) == "no":
            known = {**CASES[question], **obstacles}
            assert ask(question, without(known, *(forgotten - {name}))) != "yes", f"{name} = {value}"
