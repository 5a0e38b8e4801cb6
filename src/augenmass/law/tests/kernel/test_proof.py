"""Proofs: the smallest deciding set, in words, stored by ids and rendered again; and what would change an answer."""

import json
from datetime import date, timedelta

import pytest

from augenmass.law import language as say
from augenmass.law.changes import what_would_change
from augenmass.law.evaluate import prove
from augenmass.law.facts import Held
from augenmass.law.proof import held_facts, restore
from augenmass.law.running import run
from augenmass.law.tests.kernel.samples import ON, SMALL, facts, one_day
from augenmass.law.tests.kernel.trees import asking
from augenmass.law.values import NO, UNKNOWN, YES

pytestmark = pytest.mark.unit

A, B, C, D = (say.fact(name) for name in "abcd")


def _deciding(goal, **held):
    proof = prove(asking(goal), "q0", facts(**held), ON)
    return proof.value, [leaf.site.fact_names[0] for leaf in proof.leaves()]


@pytest.mark.parametrize(
    ("goal", "held", "expected"),
    [
        (say.all_of(A, B, C), {"a": YES, "b": NO}, (NO, ["b"])),
        (say.all_of(A, B, C), {"a": YES, "b": YES}, (UNKNOWN, ["c"])),
        (say.all_of(A, B), {"a": YES, "b": YES}, (YES, ["a", "b"])),
        (say.any_of(A, B, C), {"a": NO, "b": YES}, (YES, ["b"])),
        (say.any_of(A, B), {"a": NO, "b": NO}, (NO, ["a", "b"])),
        (say.any_of(A, B), {"a": NO}, (UNKNOWN, ["b"])),
        (say.none_of(A, B), {"a": NO, "b": YES}, (NO, ["b"])),
        (say.none_of(A, B), {"a": NO, "b": NO}, (YES, ["a", "b"])),
        (say.not_(A), {"a": YES}, (NO, ["a"])),
        (say.at_least(2, A, B, C), {"a": YES, "b": NO, "c": NO}, (NO, ["b", "c"])),
        (say.at_least(2, A, B, C), {"a": YES, "b": NO, "c": YES}, (YES, ["a", "c"])),
        (say.exception(A, unless=B), {"a": YES, "b": YES}, (NO, ["b"])),
        (say.exception(A, unless=B), {"a": YES}, (UNKNOWN, ["b"])),
        (say.presumed(A, unless=B, cite="X/1"), {"a": YES, "b": YES}, (NO, ["b"])),
        (say.presumed(A, unless=B, cite="X/1"), {"a": YES}, (YES, ["a", "b"])),
        (say.presumed(A, unless=B, cite="X/1"), {}, (UNKNOWN, ["a"])),
    ],
)
def test_only_what_decides_is_in_the_proof(goal, held, expected):
    assert _deciding(goal, **held) == expected


def test_the_smallest_reason_comes_first():
    value, order = _deciding(say.all_of(say.any_of(A, B), C), a=NO, b=NO, c=NO)
    assert (value, order) == (NO, ["c", "a", "b"])


@pytest.mark.parametrize(
    ("held", "why"),
    [
        ({}, "missing"),
        ({"a": Held(YES, 7, disputed=True)}, "disputed"),
    ],
)
def test_a_proof_says_why_a_fact_is_not_established(held, why):
    (leaf,) = prove(asking(A), "q0", held, ON).leaves()
    assert leaf.why == why


def test_a_vague_term_waits_for_a_judgement():
    (leaf,) = prove(asking(say.assessment("weighty")), "q0", {}, ON).leaves()
    assert leaf.why == "judgement"
    assert leaf.rendered()["facts"][0]["established_by"] == ("lawyer",)


def test_a_partial_day_is_named_as_too_imprecise():
    goal = say.day("served").before(say.TODAY)
    held = {"served": Held((date(2026, 11, 1).toordinal(), date(2026, 11, 30).toordinal()), 4)}
    (leaf,) = prove(asking(goal), "q0", held, ON).leaves()
    assert (leaf.value, leaf.why) == (UNKNOWN, "imprecise")
    assert leaf.sentence() == "„Merkmal served“ (11/2026) liegt vor „Stichtag“ (22.11.2026): nicht festgestellt"


def test_a_standing_presumption_and_an_unconfirmed_reading_are_shown():
    presumed = prove(asking(say.presumed(A, unless=B, cite="X/1")), "q0", facts(a=YES), ON).children[0]
    assert presumed.why == "presumed"
    unverified = prove(asking(say.unverified(A)), "q0", facts(a=YES), ON).children[0]
    assert (unverified.value, unverified.why) == (UNKNOWN, "unverified")


def test_sentences_carry_the_citation_in_force_and_both_languages():
    proof = prove(SMALL, "may_warn", facts(a=YES, c=YES, d=NO), ON)
    assert proof.sentence() == "Darf angedroht werden? Nein."
    assert proof.sentence("en") == "May a warning be issued? No."
    leaf = next(proof.leaves())
    assert (leaf.sentence(), leaf.cite) == ("Merkmal c: ja", "AufenthG/60/1/1")


@pytest.mark.parametrize(
    ("goal", "german", "english"),
    [
        (
            say.is_in("status", "tolerated", "permit"),
            "„Merkmal status“ lautet „geduldet“ oder „erlaubt“",
            "“Feature status” is “tolerated” or “permitted”",
        ),
        (
            say.number("size").at_least(2.5),
            "„Merkmal size“ beträgt mindestens 2,5 m",
            "“Feature size” is at least 2.5 m",
        ),
        (say.established("a"), "Eine Angabe zu „Merkmal a“ liegt vor", "“Feature a” is on record"),
        (
            say.after(say.TODAY, say.deadline(say.day("served"), say.months(1))),
            "„Stichtag“ (22.11.2026) liegt nach Fristende (1 Monat ab „Merkmal served“: 02.03.2026)",
            "the reference day (2026-11-22) lies after end of the period (1 month from “Feature served”: 2026-03-02)",
        ),
        (
            say.not_before(say.earlier(say.day("served"), say.day("ends") - say.years(1)), say.on(date(2026, 1, 1))),
            "das Frühere aus „Merkmal served“ und „Merkmal ends“ minus 1 Jahr (nicht festgestellt) (bis 31.01.2026) "
            "liegt nicht vor 01.01.2026",
            "the earlier of “Feature served” and “Feature ends” minus 1 year (not established) (until 2026-01-31) "
            "does not lie before 2026-01-01",
        ),
    ],
)
def test_leaves_state_themselves(goal, german, english):
    held = facts(served=one_day(date(2026, 1, 31)), land="ST")
    (leaf,) = prove(asking(goal), "q0", held, ON).leaves()
    assert leaf.statement() == german
    assert leaf.statement("en") == english


def test_a_page_leaves_out_lists_that_lead_to_one_reason_only():
    goal = say.all_of(A, say.any_of(B, say.all_of(C, D)))
    page = prove(asking(goal), "q0", facts(a=YES, b=NO, c=NO, d=YES), ON).rendered()
    (open_list,) = page["children"]
    assert open_list["statement"] == "Mindestens eine der folgenden Voraussetzungen liegt vor"
    assert [child["statement"] for child in open_list["children"]] == ["Merkmal b", "Merkmal c"]


def test_a_page_knows_which_reasons_count_by_their_opposite():
    page = prove(asking(say.exception(A, unless=B)), "q0", facts(a=YES, b=YES), ON).rendered()
    (exception,) = page["children"]
    assert [(child["statement"], child["value"], child["turned"]) for child in exception["children"]] == [
        ("Merkmal b", "yes", True)
    ]
    page = prove(asking(say.all_of(A, say.none_of(B))), "q0", facts(a=YES, b=NO), ON).rendered()
    assert [child["turned"] for child in page["children"][0]["children"]] == [False, False]
    assert page["children"][0]["children"][1]["children"][0]["turned"]


def test_a_long_list_of_choices_is_cut_with_the_number_of_the_rest():
    goal = say.is_in("remark", *"stuvwxyz")
    (leaf,) = prove(asking(goal), "q0", {}, ON).leaves()
    assert leaf.statement() == "„Merkmal remark“ lautet „s“, „t“, „u“, „v“, „w“ oder eine von 3 weiteren Angaben"


def test_a_stored_proof_names_facts_by_id_and_renders_again():
    held = facts(a=YES, served=one_day(date(2026, 9, 1)), land="ST", b=NO)
    proof = prove(SMALL, "period_over", held, ON)
    stored = json.loads(json.dumps(proof.to_json()))
    assert "2026-09" not in json.dumps(stored)
    record = {fact.fact_id: fact for fact in held.values() if fact.fact_id is not None}
    kept = held_facts(stored, record)
    assert {name: fact.fact_id for name, fact in kept.items()} == {"a": 1, "served": 2, "land": 3}
    again = restore(stored, SMALL.program, run(SMALL.program, kept, ON))
    assert again.rendered() == proof.rendered()
    assert again.rendered("en") == proof.rendered("en")


def test_a_stored_proof_of_another_catalogue_is_refused():
    stored = prove(SMALL, "period_over", facts(a=YES), ON).to_json()
    other = asking(A)
    with pytest.raises(LookupError):
        restore(stored, other.program, run(other.program, {}, ON))


def test_what_would_change_names_the_fact_the_value_and_who():
    (change,) = what_would_change(SMALL, "may_warn", facts(a=YES, d=NO), ON)
    assert (change.fact, change.needed, change.current, change.alone) == ("c", "no", "missing", True)
    assert change.established_by == ("caseworker",)
    assert change.needed_de == "„Merkmal c“ wird mit „Nein“ festgestellt."
    assert change.cite == "AufenthG/60/1/1"


def test_what_would_change_marks_what_does_not_suffice_alone():
    changes = what_would_change(SMALL, "may_warn", facts(a=NO), ON)
    assert {(change.fact, change.needed, change.alone) for change in changes} == {
        ("a", "yes", False), ("c", "no", False), ("d", "no", False),
    }  # fmt: skip
    assert next(change for change in changes if change.fact == "a").current == "held"


def test_what_would_change_knows_the_day_from_which_time_does_it():
    held = facts(a=YES, served=one_day(date(2026, 11, 2)), land="ST")
    changes = what_would_change(SMALL, "period_over", held, ON)
    lapse = next(change for change in changes if change.fact == "")
    assert lapse.on == date(2026, 12, 3)
    assert lapse.needed_de == "Ab dem 03.12.2026 durch Zeitablauf."
    assert "land" not in {change.fact for change in changes}


def test_nothing_needs_to_change_for_a_yes():
    assert what_would_change(SMALL, "may_warn", facts(a=YES, c=NO, d=NO), ON) == ()


def test_of_a_choice_any_fitting_value_is_tried():
    (change,) = what_would_change(asking(say.not_(say.is_in("status", "tolerated"))), "q0", {}, ON)
    assert (change.fact, change.needed, change.alone) == ("status", "permit", True)


def test_a_number_and_a_day_are_moved_across_their_bound():
    goal = say.all_of(say.number("size").below(3), say.day("served").not_after(say.TODAY - say.months(6)))
    changes = {change.fact: change for change in what_would_change(asking(goal), "q0", facts(size=4.0), ON)}
    assert (changes["size"].needed, changes["size"].alone) == ("2", False)
    changes = {change.fact: change for change in what_would_change(asking(goal), "q0", facts(size=2.0), ON)}
    assert changes["served"].alone


def _lines(goal, language="de", **held):
    changes = what_would_change(asking(goal), "q0", facts(**held), ON)
    return {change.fact: change.needed_en if language == "en" else change.needed_de for change in changes}


def test_a_fact_that_decides_several_conditions_is_named_once_with_what_suits_them_all():
    day = say.day("served")
    goal = say.all_of(say.established("served"), day.not_after(say.TODAY), day.not_before(say.TODAY - say.days(14)))
    (change,) = what_would_change(asking(goal), "q0", {}, ON)
    first, last = ON - timedelta(days=14), ON
    assert change.alone
    assert change.needed_de == (
        f"„Merkmal served“ wird festgestellt: zwischen dem {first:%d.%m.%Y} und dem {last:%d.%m.%Y}."
    )
    assert change.needed_en.endswith(f"is established: between {first.isoformat()} and {last.isoformat()}.")


def test_a_day_that_depends_on_another_unknown_day_says_on_which():
    goal = say.day("served").before(say.day("ends") + say.days(3))
    changes = {change.fact: change for change in what_would_change(asking(goal), "q0", {}, ON)}
    assert changes["served"].needed_de == (
        "„Merkmal served“ wird festgestellt; dabei kommt es auch auf „Merkmal ends“ an."
    )
    assert changes["served"].speaks_of == ("ends",)


def test_every_day_is_no_condition():
    goal = say.any_of(say.day("served").before(say.TODAY), say.day("served").not_before(say.TODAY))
    assert _lines(goal) == {"served": "„Merkmal served“ wird festgestellt."}


def test_choices_that_several_conditions_exclude_are_excluded_together():
    goal = say.none_of(say.is_in("status", "permit"), say.is_in("status", "none"))
    assert _lines(goal)["status"].startswith("„Merkmal status“ wird festgestellt: ")
    assert _lines(say.not_(say.is_in("land", "BY")), "en")["land"].endswith("is established, but not as “BY”.")
    assert _lines(say.is_in("land", "ST"), "de")["land"].endswith("wird festgestellt: „ST“.")


def test_bounds_of_a_number_are_one_line():
    goal = say.all_of(say.number("size").at_least(3), say.number("size").below(5))
    assert _lines(goal)["size"].removeprefix("„Merkmal size“ wird festgestellt: ").startswith("mindestens 3")
    either = say.any_of(say.number("size").below(3), say.number("size").at_least(5))
    assert " oder weniger als 3" in _lines(either)["size"]


def test_an_assessment_that_counts_both_ways_says_so():
    goal = say.any_of(say.all_of(A, B), say.all_of(say.not_(A), C))
    assert _lines(goal)["a"] == "„Merkmal a“ wird festgestellt, mit „Ja“ oder „Nein“."
    assert _lines(goal, "en")["a"].endswith(", with “Yes” or “No”.")
