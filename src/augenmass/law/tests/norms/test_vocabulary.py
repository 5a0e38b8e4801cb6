"""The vocabulary: each fact once, readable spellings, nothing that must not be held."""

import re

import pytest

from augenmass.law.facts import canonical, parse_value
from augenmass.law.vocabulary import (
    CATEGORIES,
    EVIDENCE_KINDS,
    GROUPS,
    RETENTION_CLASSES,
    RETIRED,
    VOCABULARY,
    FactDeclaration,
    Kind,
)
from augenmass.law.vocabulary.plausibility import CLASSES

FORBIDDEN = re.compile(
    r"religi|konfession|glaube|ethni|volkszugeh|rasse\b|race\b|politische (überzeugung|gesinnung)|political opinion|"
    r"diagnos|score|rangfolge|gewerkschaft|sexuelle orientierung",
    re.IGNORECASE,
)
CHOICES = [declaration for declaration in VOCABULARY.values() if declaration.kind is Kind.CHOICE]


def test_every_fact_belongs_to_a_known_group_category_and_retention_class() -> None:
    for declaration in VOCABULARY.values():
        assert declaration.group in GROUPS, declaration.name
        assert declaration.category in CATEGORIES, declaration.name
        assert declaration.retention in RETENTION_CLASSES, declaration.name


def test_every_group_and_category_is_used() -> None:
    assert {declaration.group for declaration in VOCABULARY.values()} == set(GROUPS)
    assert {declaration.category for declaration in VOCABULARY.values()} == set(CATEGORIES)


def test_labels_and_meanings_are_given_in_both_languages_and_labels_differ() -> None:
    for declaration in VOCABULARY.values():
        assert declaration.de
        assert declaration.en
        assert declaration.meaning_en.endswith(".")
        assert declaration.meaning.endswith("."), f"{declaration.name}: the meaning is a sentence"
    labels = [declaration.de for declaration in VOCABULARY.values()]
    assert len(labels) == len(set(labels))


def test_no_column_head_proposes_two_facts() -> None:
    owners: dict[str, str] = {}
    for declaration in VOCABULARY.values():
        for head in declaration.headers:
            assert owners.setdefault(head.casefold(), declaration.name) == declaration.name, head


@pytest.mark.parametrize("declaration", CHOICES, ids=lambda declaration: declaration.name)
def test_every_spelling_of_a_choice_is_read_as_that_choice(declaration: FactDeclaration) -> None:
    assert declaration.choices
    for choice in declaration.choices:
        for spelling in (choice.key, choice.de, *choice.words):
            assert parse_value(declaration, spelling) == choice.key, spelling
        assert canonical(declaration, choice.key) == choice.key


def test_no_fact_can_hold_belief_origin_opinion_diagnosis_or_score() -> None:
    for declaration in VOCABULARY.values():
        words = f"{declaration.name} {declaration.de} {declaration.en} {' '.join(choice.de for choice in declaration.choices)}"
        assert not FORBIDDEN.search(words), declaration.name


def test_date_and_course_of_a_removal_are_a_category_of_their_own() -> None:
    secret = {name for name, declaration in VOCABULARY.items() if declaration.category == "enforcement_secret"}
    entry = {name for name, declaration in VOCABULARY.items() if declaration.group == "home_entry"}
    assert entry, "entering a home is part of the course"
    assert secret == {"removal_date", "removal_course", "appearance_ordered_for"} | entry
    assert all(not VOCABULARY[name].headers for name in secret), "secrets do not come in by import"


def test_every_class_of_error_has_a_day_on_which_it_was_checked() -> None:
    assert all(VOCABULARY[f"checked_{key}_on"].kind is Kind.DAY for key, _, _ in CLASSES)


def test_facts_of_the_land_and_of_age_are_derived_and_never_imported() -> None:
    derived = {name for name, declaration in VOCABULARY.items() if declaration.derived}
    assert {"age", "minor", "minor_child_in_household", "child_under_twelve", "land"} <= derived
    assert all(not VOCABULARY[name].headers for name in derived)


def test_a_nationality_that_is_not_clarified_is_not_established() -> None:
    assert parse_value(VOCABULARY["nationality"], "ungeklärt") is None
    assert parse_value(VOCABULARY["nationality"], "staatenlos") == "XXA"


def test_evidence_is_asked_for_by_the_kinds_under_which_documents_are_kept() -> None:
    asked = {kind for declaration in VOCABULARY.values() for kind in declaration.evidence}
    assert asked == set(EVIDENCE_KINDS)
    for declaration in VOCABULARY.values():
        assert len(declaration.evidence) == len(set(declaration.evidence)), declaration.name


def test_a_vague_term_is_answered_by_a_named_officer_and_never_derived() -> None:
    for declaration in VOCABULARY.values():
        if declaration.assessment:
            assert not declaration.derived, f"{declaration.name}: a named officer answers it"
            assert declaration.kind is Kind.YES_NO, declaration.name


def test_what_somebody_lives_on_is_a_category_of_its_own() -> None:
    benefits = {name for name, declaration in VOCABULARY.items() if declaration.category == "benefits"}
    chapter = {name for name, declaration in VOCABULARY.items() if declaration.group == "benefits"}
    livelihood = {name for name in VOCABULARY if name.startswith("livelihood_")}
    # Whether livelihood is dispensed with for illness is an outcome about health, which fewer people read.
    assert chapter | (livelihood - {"livelihood_language_dispensed"}) < benefits
    assert VOCABULARY["livelihood_language_dispensed"].category == "health"


def test_a_retired_fact_is_gone_and_names_one_of_the_same_kind_of_answer() -> None:
    assert not set(RETIRED) & set(VOCABULARY)
    assert {retired.successor for retired in RETIRED.values()} <= set(VOCABULARY)
