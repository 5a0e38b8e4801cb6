"""A catalogue's version, its way through JSON, its time, and what the check finds."""

import json
from dataclasses import replace
from datetime import date

import pytest

from augenmass.law import language as say
from augenmass.law.catalogue import Catalogue
from augenmass.law.evaluate import answer, answers
from augenmass.law.facts import Held
from augenmass.law.nodes import Definition, Today, Use
from augenmass.law.norm import Doubt, Modality, Norm, Question, Review, Step
from augenmass.law.program import CatalogueError
from augenmass.law.tests.kernel.samples import ON, SMALL, VOCABULARY, WARNING_DUE, facts, large, large_facts
from augenmass.law.tests.kernel.trees import asking
from augenmass.law.values import NO, UNKNOWN, YES

pytestmark = pytest.mark.unit


def _through_json(catalogue: Catalogue) -> Catalogue:
    return Catalogue.from_json(json.loads(json.dumps(catalogue.to_json())), catalogue.vocabulary)


def test_a_catalogue_survives_its_json():
    restored = _through_json(SMALL)
    assert restored.hash == SMALL.hash
    for part in ("definitions", "norms", "questions", "steps", "doubts", "deadlines", "lanes"):
        assert getattr(restored, part) == getattr(SMALL, part)


def test_a_restored_catalogue_gives_the_same_answers():
    catalogue = large()
    restored = _through_json(catalogue)
    for seed in range(5):
        assert answers(restored, large_facts(seed), ON) == answers(catalogue, large_facts(seed), ON)


def test_labels_and_review_marks_leave_the_hash_alone():
    worded = replace(SMALL, questions=tuple(replace(question, de="Anders gefragt?") for question in SMALL.questions))
    assert worded.hash == SMALL.hash
    released = SMALL.release(ON, ["erste Person", "zweite Person"])
    assert released.hash == SMALL.hash
    assert released.released
    assert _through_json(released).reviewers == ("erste Person", "zweite Person")
    assert _through_json(released).released_on == ON


def test_a_changed_condition_changes_the_hash():
    changed = replace(SMALL, norms=(*SMALL.norms[:-1], replace(WARNING_DUE, when=say.fact("a"))))
    assert changed.hash != SMALL.hash


def test_a_release_needs_two_people():
    with pytest.raises(ValueError, match="two different people"):
        SMALL.release(ON, ["eine Person", "eine Person"])


def test_another_format_is_not_read():
    with pytest.raises(ValueError, match="format"):
        Catalogue.from_json({**SMALL.to_json(), "format": 99}, VOCABULARY)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 2, 26), NO),
        (date(2024, 2, 27), YES),
        (date(2030, 12, 31), YES),
        (date(2031, 1, 1), NO),
    ],
)
def test_a_norm_applies_only_within_its_time(on, expected):
    held = facts(a=YES, c=NO, d=NO)
    assert answer(SMALL, "may_warn", held, on) == expected
    assert (WARNING_DUE in SMALL.norms_valid_on(on)) is (expected == YES)


def test_a_norm_applies_only_where_its_transition_condition_is_yes():
    norm = Norm("X/1", "Norm", "Norm", Modality.MAY, say.fact("a"), transition=say.fact("b"))
    catalogue = replace(asking(say.use(norm)), norms=(norm,))
    assert answer(catalogue, "q0", facts(a=YES, b=YES), ON) == YES
    assert answer(catalogue, "q0", facts(a=YES, b=NO), ON) == NO
    assert answer(catalogue, "q0", facts(a=YES), ON) == UNKNOWN


def test_the_small_catalogue_is_sound():
    assert SMALL.problems() == ()


def test_the_check_finds_each_kind_of_fault():
    faulty = Catalogue(
        vocabulary=VOCABULARY,
        definitions=(
            Definition("one", "Eins", "One", say.use("two"), "X/1"),
            Definition("two", "Zwei", "Two", say.use("one"), "X/1"),
        ),
        norms=(Norm("X/9", "N", "N", Modality.MAY, say.fact("a"), since=date(2026, 1, 1), until=date(2025, 1, 1)),),
        questions=(
            Question("q", "Frage?", "Question?", say.all_of(say.fact("nowhere"), say.fact("served")), "X/1"),
            Question("uncited", "Frage?", "Question?", say.any_of(say.fact("a"), say.fact("b", cite="X/2"))),
            Question(
                "wrong", "Frage?", "Question?", say.all_of(say.is_in("status", "gone"), say.assessment("a")), "X/1"
            ),
            Question(
                "lost", "Frage?", "Question?", say.all_of(Use("missing"), say.before(say.day("a"), Today())), "X/1"
            ),
        ),
        steps=(
            Step("s", "S", "S", "", "", "unasked", "no_lane", asks=("nothing",), writes=("c=yes", "void=yes")),
            Step("t", "T", "T", "", "", "q", due="undue"),
        ),
        doubts=(Doubt("d", "D", "D", say.fact("d"), ("unheard",), "X/1"),),
    )
    found = "\n".join(faulty.problems())
    for sentence in (
        "circle: one → two → one.",
        "Norm X/9: it ends before it begins.",
        "Question q: the vocabulary has no fact 'nowhere'.",
        "Question q: 'served' is day, but is read as yes_no.",
        "Question uncited: a condition on a has no citation.",
        "Question wrong: 'status' has no choice 'gone'.",
        "Question wrong: 'a' is read as an assessment, but is not declared as one.",
        "Question lost: nothing has the id 'missing'.",
        "Question lost: 'a' is yes_no, but is read as day.",
        "Step t: there is no definition 'undue' of when it is due.",
        "Step s: there is no question 'unasked'.",
        "Step s: there is no lane 'no_lane'.",
        "Step s: the vocabulary has no fact 'nothing'.",
        "Step s: the vocabulary has no fact 'void'.",
        "Doubt d: the vocabulary has no fact 'unheard'.",
    ):
        assert sentence in found


def test_circles_and_unknown_ids_do_not_compile():
    circle = Catalogue(VOCABULARY, definitions=(Definition("one", "", "", say.use("one"), "X"),))
    with pytest.raises(CatalogueError, match="circle"):
        answers(circle, {}, ON)
    with pytest.raises(CatalogueError, match="missing"):
        answers(asking(Use("missing")), {}, ON)


def test_an_id_given_twice_is_refused():
    twice = replace(SMALL, doubts=(*SMALL.doubts, Doubt("may_warn", "", "", say.fact("a"), (), "X")))
    assert twice.problems() == ("the id 'may_warn' is given twice",)


def test_a_value_of_another_kind_is_an_error_that_names_the_fact():
    with pytest.raises(TypeError, match="'a' holds a value of another kind"):
        answer(SMALL, "may_warn", {"a": Held("ja")}, ON)
    with pytest.raises(TypeError, match="'served' holds"):
        answer(SMALL, "period_over", {"served": Held(3)}, ON)


def test_shipped_catalogue_is_built_once_and_not_yet_reviewed_here():
    assert Catalogue.shipped() is Catalogue.shipped()
    assert Catalogue.shipped().review is Review.NOT_REVIEWED


def test_an_unverified_norm_must_not_answer_yes_by_itself():
    *others, last = SMALL.norms
    marked = replace(last, review=Review.UNVERIFIED)
    assert any("by itself" in found for found in replace(SMALL, norms=(*others, marked)).problems())
    lowered = replace(marked, when=say.unverified(last.when))
    assert not any("by itself" in found for found in replace(SMALL, norms=(*others, lowered)).problems())
