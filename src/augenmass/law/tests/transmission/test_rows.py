"""Every row of the matrix answers its examples, is watched by a hash, and allows just what it names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from augenmass.law.checking import citations, unused_facts
from augenmass.law.norm import Modality, Review
from augenmass.law.norms.hashes import HASHES
from augenmass.law.norms.statutes import STATUTES, cite_text, split_cite, unit_of
from augenmass.law.tests.transmission.enquiring import CATALOGUE, asked, day_of, facts_of, of, value
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.duties import KINDS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.transmission.writing import Row
from augenmass.law.vocabulary import CATEGORIES

EXAMPLES = [(norm.id, example) for norm in CATALOGUE.norms for example in norm.examples]
VERIFIED = [found for found in ROWS if found.norm.review is not Review.UNVERIFIED]


def test_norms_answer_their_examples() -> None:
    wrong = [
        f"{norm}: {example.de}"
        for norm, example in EXAMPLES
        if value(norm, dict(example.facts), example.on) != example.answer
    ]
    assert wrong == []


def test_the_catalogue_of_transmissions_is_sound_and_uses_every_fact() -> None:
    assert CATALOGUE.problems() == ()
    assert unused_facts(CATALOGUE) == ()
    assert len({norm.id for norm in CATALOGUE.norms}) == len(CATALOGUE.norms)


def test_every_citation_of_a_text_at_hand_is_watched_by_a_hash() -> None:
    at_hand = {key for key, statute in STATUTES.items() if statute.file}
    cited = citations(CATALOGUE) | {duty.cite for found in ROWS for duty in found.duties}
    assert {unit_of(cite) for cite in cited if split_cite(cite)[0] in at_hand} <= set(HASHES)
    assert all(split_cite(cite)[0] for cite in cited)


def test_a_sentence_of_a_paragraph_without_absatz_lies_in_the_paragraph() -> None:
    assert unit_of("AZRG/26//6") == "AZRG/26"
    assert cite_text("AZRG/26//6") == "§ 26 Satz 6 AZRG"


def test_a_row_allows_what_it_names_when_nothing_bars() -> None:
    for found in VERIFIED:
        answer = asked(facts_of(found), day_of(found))
        assert answer.allowed, found.norm.id
        assert found in answer.provisions, found.norm.id
        assert set(found.duties) <= set(answer.duties), found.norm.id


@pytest.mark.parametrize("found", [row for row in ROWS if row not in VERIFIED], ids=lambda found: found.norm.id)
def test_a_row_that_nobody_could_read_allows_nothing(found: Row) -> None:
    assert asked(facts_of(found), day_of(found)).answer == "not_established"


BEYOND = [
    (found, name, choice.key)
    for found in ROWS
    for name, listed in (
        ("data_class", found.classes),
        ("sender_kind", found.senders),
        ("receiver_kind", found.receivers),
        ("purpose", found.purposes),
    )
    for choice in ENQUIRY[name].choices
    if choice.key not in listed
]


def test_what_no_list_of_a_row_names_is_asked_here() -> None:
    assert {found for found, _, _ in BEYOND} == set(ROWS)


@settings(max_examples=600, deadline=None)
@given(st.sampled_from(BEYOND))
def test_a_row_never_reaches_beyond_its_lists(beyond: tuple[Row, str, str]) -> None:
    found, name, key = beyond
    assert value(found.norm.id, {**facts_of(found), name: key}, day_of(found)) == "no"


def test_every_category_of_the_product_is_a_class_that_can_be_asked_for() -> None:
    assert set(CATEGORIES) <= {choice.key for choice in ENQUIRY["data_class"].choices}


def test_every_purpose_and_occasion_is_named_by_a_row() -> None:
    assert {choice.key for choice in ENQUIRY["purpose"].choices} == {key for found in ROWS for key in found.purposes}
    assert {choice.key for choice in ENQUIRY["occasion"].choices} == {key for found in ROWS for key in found.occasions}


def test_no_row_leads_to_the_state_of_origin_or_to_nobody_in_particular() -> None:
    assert not [
        found.norm.id for found in ROWS if {"state_of_origin", "person", "representative"} & set(found.receivers)
    ]


def test_duties_are_of_known_kinds() -> None:
    assert {duty.kind for found in ROWS for duty in found.duties} <= set(KINDS)


def test_commanded_and_permitted_are_told_apart() -> None:
    assert asked(of("AufenthG/87/4/1")).commanded
    may = asked(of("AufenthG/73/2/1"))
    assert may.allowed
    assert not may.commanded
    assert {found.norm.modality for found in may.provisions} == {Modality.MAY}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("AufenthG/87/2/3@2026-07-29", "AufenthG/87/2/3"),
        ("AufenthG/73/1a/1@2026-06-09", "AufenthG/73/1a/1"),
        ("AsylG/8/1a/1@2026-05-04", "AsylG/8/1a/1/1"),
        ("AsylG/8/1b@2026-05-04", "AsylG/8/1b"),
        ("AsylG/8/1c/1@2026-05-04", "AsylG/8/1c/1"),
        ("AsylG/24/3@2026-05-04", "AsylG/31/4"),
        ("AsylG/40/2@2026-05-04", "AsylG/40/2"),
        ("AZRG/18b/2@2026-05-04", "AZRG/18b/2"),
    ],
)
def test_old_and_new_text_follow_each_other_without_gap_or_overlap(old: str, new: str) -> None:
    before, after = CATALOGUE.norm(old), CATALOGUE.norm(new)
    assert before.until is not None
    assert after.since is not None
    assert (after.since - before.until).days == 1
    assert value(old, of(old), after.since) == "no"
    assert value(new, of(new), before.until) == "no"


def test_new_duties_hold_from_their_first_day_only() -> None:
    for id in ("AufenthG/87/7", "AufenthG/91j/1", "AufenthG/91j/2"):
        since = CATALOGUE.norm(id).since
        assert since is not None
        assert asked(of(id), since).allowed
        assert value(id, of(id), since.replace(day=since.day - 1)) == "no"
