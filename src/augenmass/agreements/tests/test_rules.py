"""Pure rules: days, texts, differences, the seal of a file, the configuration."""

from datetime import date
from string import Formatter
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.agreements.rules.content import (
    Content,
    Kind,
    Line,
    PlannedStep,
    Side,
    Topic,
    difference,
    digest_of_texts,
)
from augenmass.agreements.rules.copy_seal import Finding, Sealed, seal, verdict_on
from augenmass.agreements.rules.days import falls_on, is_minor
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.agreements.rules.late import Tracked, tally
from augenmass.agreements.situations import offered, situations
from augenmass.agreements.wording import frame
from augenmass.law.time import today
from augenmass.transmissions.rules.signing import public_text

pytestmark = pytest.mark.unit
DAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "named"),
    [(date(2026, 12, 25), "Erster Weihnachtstag"), (date(2026, 11, 28), "Samstag"), (date(2026, 11, 27), "")],
)
def test_a_day_is_named(day: date, named: str) -> None:
    assert falls_on(day, "ST") == named


def test_of_age_on_the_birthday() -> None:
    born = date(2008, 11, 26)
    assert not is_minor(born, DAY)
    assert is_minor(date(2008, 11, 27), DAY)
    assert not is_minor(None, DAY)


def test_a_service_that_nobody_accepted_is_nobodys_delay() -> None:
    rows = [Tracked(Side.PROVIDER, date(2026, 1, 1), counts=False), Tracked(Side.COUNSELLOR, date(2026, 1, 1))]
    found = {line.side: line for line in tally(rows, DAY)}
    assert found[Side.PROVIDER].late == 0
    assert found[Side.COUNSELLOR].late == 1


def test_content_comes_back_as_it_was_stored() -> None:
    held = Content(
        {Topic.WORK: "sucht Arbeit"},
        ("Arbeit",),
        (PlannedStep(uuid4(), Side.PERSON, "Bewerben", DAY), PlannedStep(uuid4(), Side.COUNSELLOR, "Helfen")),
        (uuid4(),),
        8,
        "Zweck",
    )
    assert Content.from_json(held.to_json()) == held


def test_a_difference_reads_in_order() -> None:
    first, second, third = (Line(Kind.ITEM, text) for text in ("a", "b", "c"))
    found = [(change.mark, change.line.text) for change in difference((first, second), (first, third))]
    assert found == [("", "a"), ("-", "b"), ("+", "c")]


def test_every_word_of_either_text_changes_the_digest() -> None:
    german, own = (Line(Kind.TITLE, "Plan"),), (Line(Kind.TITLE, "план"),)
    assert digest_of_texts(german, own) != digest_of_texts(german, ())
    assert digest_of_texts(german, own) != digest_of_texts((Line(Kind.TITLE, "Plan."),), own)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sentences_with_the_same_places(language: str) -> None:
    german, other = frame("de"), frame(language)
    assert set(other) == set(german)
    for name, text in german.items():
        places = {place for _text, place, _spec, _conversion in Formatter().parse(text) if place}
        assert {place for _t, place, _s, _c in Formatter().parse(other[name]) if place} == places, name


def test_templates_preset_nothing_by_who_the_person_is_and_have_two_sides() -> None:
    assert offered(today())
    for one in situations():
        assert {step.side for step in one.steps} in ({Side.PERSON, Side.COUNSELLOR}, set()), one.key
        assert "national" not in f"{one.key} {one.de} {one.en}".lower()


@pytest.fixture
def sealed() -> tuple[bytes, Sealed, Ed25519PrivateKey]:
    private = Ed25519PrivateKey.generate()
    said = Sealed(uuid4(), 2, "a" * 64, DAY, "beratung-1", public_text(private))
    return b"%PDF-1.7 head " + said.line().encode() + b" middle " + said.line().encode() + b" tail", said, private


def test_a_sealed_file_is_unchanged_and_any_other_byte_is_told(sealed: tuple[bytes, Sealed, Ed25519PrivateKey]) -> None:
    pdf, said, private = sealed
    content = seal(pdf, said, private)
    assert verdict_on(content).finding is Finding.UNCHANGED
    assert verdict_on(content).sealed == said
    for at in range(0, len(content), 7):
        changed = bytearray(content)
        changed[at] ^= 2
        assert verdict_on(bytes(changed)).finding is not Finding.UNCHANGED, at


def test_who_signs_again_with_another_key_shows_another_key(sealed: tuple[bytes, Sealed, Ed25519PrivateKey]) -> None:
    pdf, said, private = sealed
    other = Ed25519PrivateKey.generate()
    with pytest.raises(ValueError, match="key"):
        seal(pdf, said, other)
    assert verdict_on(seal(pdf, said, private)).sealed == said


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x00" * 100, b"augenmass-agreement/1;edition="])
def test_whatever_else_is_sent_is_no_copy(content: bytes) -> None:
    assert verdict_on(content).finding is Finding.NO_COPY
