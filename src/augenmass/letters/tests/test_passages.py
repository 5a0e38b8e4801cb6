"""The wording of letters in several languages: the same passages everywhere, and a digest that follows both texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from augenmass.letters.wording import passages
from augenmass.letters.wording.passages import (
    GERMAN,
    Passage,
    filled,
    further,
    language_for,
    languages,
    names,
    text_sha256,
    wording,
)

pytestmark = pytest.mark.unit

CITED = re.compile(r"§ (\d+[a-z]?)")


def test_the_letters_stand_in_the_languages_that_are_asked_for_most() -> None:
    assert set(further()) == {"ar", "en", "fa", "fr", "ru", "tr", "uk"}
    assert names()[-1] == passages.REMEDY


@pytest.mark.parametrize("language", further())
@pytest.mark.parametrize("name", names())
def test_a_translation_has_the_passages_points_values_and_provisions_of_the_german_text(
    name: str, language: str
) -> None:
    german, other = wording(name, GERMAN), wording(name, language)
    assert list(other.passages) == list(german.passages)
    for key, passage in german.passages.items():
        there = other.passages[key]
        assert bool(there.heading) == bool(passage.heading)
        assert [line.startswith("- ") for line in there.text] == [line.startswith("- ") for line in passage.text], key
        assert _values(there) == _values(passage), key
        assert Counter(CITED.findall(" ".join(there.text))) == Counter(CITED.findall(" ".join(passage.text))), key


def _values(passage: Passage) -> Counter[str]:
    return Counter(re.findall(r"\{(\w+)\}", " ".join((passage.heading, *passage.text))))


@pytest.mark.parametrize("language", further())
def test_no_translation_was_left_in_another_language(language: str) -> None:
    for name in names():
        german = {line for line in wording(name, GERMAN).lines() if len(line) > 12}
        same = german & set(wording(name, language).lines())
        assert not same, same


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [("", ""), ("de", ""), ("ar", "ar"), ("prs", "fa"), ("uk", "uk"), ("ti", "en"), ("en", "en")],
)
def test_the_further_language_goes_by_the_persons(spoken: str, expected: str) -> None:
    assert language_for(spoken) == expected


@pytest.mark.parametrize("changed", [GERMAN, "ar"])
def test_the_digest_follows_the_german_text_and_the_translation(changed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before, beside = text_sha256("hearing", "ar"), text_sha256("hearing", "fr")
    language = languages()[changed]
    other = replace(language.wordings["hearing"], subject="anders")
    now = replace(language, wordings={**language.wordings, "hearing": other})
    monkeypatch.setattr(passages, "languages", lambda: {**languages(), changed: now})
    assert text_sha256("hearing", "ar") != before
    assert (text_sha256("hearing", "fr") == beside) is (changed == "ar")


def test_a_value_is_placed_as_it_is_and_never_read_again() -> None:
    assert filled("bis zum {until}: {name}", {"until": "{name}", "name": "x"}, "fr") == "bis zum {name}: x"
    with pytest.raises(KeyError):
        filled("{unknown}", {}, "fr")


def test_in_arabic_values_and_provisions_keep_their_direction() -> None:
    text = filled("حتى {until} (§ 60a (5b), § 60c (2) Nr. 5 AufenthG).", {"until": "30.11.2026"}, "ar")
    assert (
        text.replace("\u00a0", " ") == "حتى \u206830.11.2026\u2069 (\u2066§ 60a (5b), § 60c (2) Nr. 5 AufenthG\u2069)."
    )
    assert "5 AufenthG" not in text, "a provision must not break over two lines"
    assert filled("{until}", {"until": "30.11.2026"}, "uk") == "30.11.2026"
