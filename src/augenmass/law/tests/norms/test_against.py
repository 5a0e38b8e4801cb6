"""Over the whole catalogue: what protects, once it is no longer known, never opens a measure against the person.

Thousands of invented cases stand near one that a measure allows: a worked example in which its answer is yes, with some facts drawn
anew. In all of them every protective fact is taken away in turn, and the questions that read it are asked again.
"""

import random
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest

from augenmass.law.caseload import assess_many
from augenmass.law.checking import facts_of
from augenmass.law.columns import Columns
from augenmass.law.facts import Held
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.tests.norms import test_asylum, test_measures, test_prospects_protect, test_protective
from augenmass.law.tests.norms.asking import SHIPPED, held
from augenmass.law.tests.norms.test_back_ends import drawn_value
from augenmass.law.values import UNKNOWN, YES

Answers = npt.NDArray[np.int8]
Cases = list[dict[str, Held]]

AGAINST = [question.id for question in SHIPPED.questions if question.against]
READS = {question: facts_of(SHIPPED, question) for question in AGAINST}
READ = sorted({name for names in READS.values() for name in names})
PROTECTIVE = [name for name in READ if SHIPPED.vocabulary[name].protective]
WORKED = [dict(example.facts) for norm in SHIPPED.norms for example in norm.examples]
ALLOWED = {
    **test_protective.CASES,
    **test_asylum.CASES,
    **test_measures.CASES,
    **test_prospects_protect.CASES,
}
COUNTS_WHEN_RECORDED = {
    "serious_illness_indicated": ("health_opposes_removal", "indications must exist (AufenthG § 60a (2d) sentence 2)"),
    "travel_fitness": ("health_opposes_removal", "is looked at with the other reasons of health"),
    "asylum_urgent_outcome": ("urgent_application_pending", "the outcome counts once there is one"),
    "asylum_stay_permitted_by_court": ("court_prohibits_removal", "a court's order counts once there is one"),
    "transfer_suspended_by_court": ("court_prohibits_removal", "a court's order counts once there is one"),
    "decision_suspensive_effect_restored": ("decision_final_since", "a final decision can no longer be suspended"),
    "passport_acts_made_up_on": ("passport_acts_credible", "acts made up count when they were made up"),
    "departure_period_extended_until": ("departure_period_until", "an extension counts when it was granted"),
    "enforceability_lost_on": ("departure_period_until", "an interruption counts when it came to pass"),
}
"""Protective facts of something that first has to happen: not on record, nothing of the kind is known. For each the fact of the same
matter that must be established all the same, and the reason. A disputed entry never counts as none."""


def near_allowed(number: int, seed: int) -> Cases:
    """Return cases near those that allow a measure: worked examples with up to five facts drawn anew, missing or disputed."""
    chance = random.Random(seed)
    examples = [held(facts) for facts in (*WORKED, *ALLOWED.values())]
    answers = assess_many(SHIPPED, Columns.of(SHIPPED.vocabulary, examples, READ), EXAMPLE_DAY, AGAINST)
    cases = []
    for question in AGAINST:
        allowed = np.flatnonzero(answers.values(question) == YES)
        assert len(allowed), f"{question}: no worked example allows it"
        for _ in range(number):
            case = dict(examples[chance.choice(allowed)])
            for _ in range(chance.choice((0, 1, 1, 2, 3, 5))):
                name = chance.choice(READS[question])
                case[name] = Held(drawn_value(chance, SHIPPED.vocabulary[name]), disputed=chance.random() < 0.1)
                if chance.random() < 0.15:
                    del case[name]
            cases.append(case)
    return cases


def without(columns: Columns, *names: str, disputed: bool = False) -> Columns:
    """Return the cases with facts no longer known: disputed where they were on record, else not on record at all."""
    kept = Columns(
        columns.size,
        *(dict(getattr(columns, part)) for part in ("truths", "days", "numbers", "choices", "disputed")),
    )
    for name in names:
        known = columns.known(name) | columns.in_dispute(name)
        for part in (kept.truths, kept.days, kept.numbers, kept.choices, kept.disputed):
            part.pop(name, None)
        if disputed:
            kept.disputed[name] = known
    return kept


@pytest.fixture(scope="module")
def cases() -> Columns:
    return Columns.of(SHIPPED.vocabulary, near_allowed(150, seed=20260821), READ)


@pytest.fixture(scope="module")
def before(cases: Columns) -> dict[str, Answers]:
    answers = assess_many(SHIPPED, cases, EXAMPLE_DAY, AGAINST)
    return {question: answers.values(question) for question in AGAINST}


def opened(columns: Columns, before: dict[str, Answers], *names: str, disputed: bool = False) -> Iterator[str]:
    """Yield the measures that some case allows only once the facts are no longer known."""
    asked = [question for question in AGAINST if set(names) & set(READS[question])]
    after = assess_many(SHIPPED, without(columns, *names, disputed=disputed), EXAMPLE_DAY, asked)
    yield from (question for question in asked if ((before[question] != YES) & (after.values(question) == YES)).any())


def test_every_case_of_a_measure_elsewhere_is_of_a_question_against_the_person() -> None:
    assert set(ALLOWED) <= set(AGAINST)


def test_every_measure_is_allowed_and_left_open_by_many_of_the_cases(before: dict[str, Answers]) -> None:
    assert len(AGAINST) > 40
    for question, answers in before.items():
        assert (answers == YES).sum() > 20, question
        assert (answers == UNKNOWN).any(), question


def test_disputing_what_protects_opens_no_measure(cases: Columns, before: dict[str, Answers]) -> None:
    found = {name: list(opened(cases, before, name, disputed=True)) for name in PROTECTIVE}
    assert {name: questions for name, questions in found.items() if questions} == {}


def test_what_protects_and_is_no_longer_on_record_opens_no_measure(cases: Columns, before: dict[str, Answers]) -> None:
    found = {name: list(opened(cases, before, name)) for name in PROTECTIVE}
    assert {name for name, questions in found.items() if questions} == set(COUNTS_WHEN_RECORDED)


@pytest.mark.parametrize("name", COUNTS_WHEN_RECORDED)
def test_what_counts_only_when_recorded_has_a_fact_beside_it_that_must_be_established(
    name: str, cases: Columns, before: dict[str, Answers]
) -> None:
    beside, reason = COUNTS_WHEN_RECORDED[name]
    assert reason
    assert list(opened(cases, before, name, beside)) == []


def test_a_step_asks_a_question_against_the_person_exactly_where_it_needs_a_second_person() -> None:
    against = {step.id for step in SHIPPED.steps if SHIPPED.question(step.question).against}
    assert against == {step.id for step in SHIPPED.steps if step.second_person}
