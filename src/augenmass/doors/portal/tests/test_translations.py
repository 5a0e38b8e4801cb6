"""The catalogues of the door: whole in every language, none a guess, compiled as written, with the marks that the German has."""

import gettext
import re
from pathlib import Path

import pytest

from augenmass.doors.portal.languages import GERMAN, LANGUAGES
from augenmass.letters.wording.portal_code import LETTERS

pytestmark = pytest.mark.unit
DOOR = Path(__file__).resolve().parents[1]
CODES = [code for code in LANGUAGES if code != GERMAN.code]
ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.*)"$', re.M)
MARKS = re.compile(r"%\(\w+\)[sd]|<[^>]+>")
BRIEF = {"Passkey", "Text", "Dokument", "Termin", "Telefon"}
"""Words that some language shares with German."""


def folder(code: str) -> Path:
    language, _dash, variant = code.partition("-")
    return DOOR / "locale" / (f"{language}_{variant.title()}" if variant else language) / "LC_MESSAGES"


def entries(code: str) -> dict[str, str]:
    return dict(ENTRY.findall((folder(code) / "django.po").read_text(encoding="utf-8")))


def used() -> set[str]:
    """Every text that a template or module of the door marks for translation."""
    found: set[str] = set()
    for path in DOOR.glob("templates/**/*.html"):
        found.update(re.findall(r'{% translate "([^"]+)" %}', path.read_text(encoding="utf-8")))
    for path in (*DOOR.glob("*.py"), *DOOR.glob("views/*.py"), *DOOR.glob("forms/*.py")):
        found.update(re.findall(r'\b_\(\s*"([^"]+)"\s*\)', path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("code", CODES)
def test_every_text_has_its_translation(code: str) -> None:
    held = entries(code)
    assert len(used()) > 150
    assert sorted(used() - held.keys()) == []
    assert [german for german, own in held.items() if not own] == []


@pytest.mark.parametrize("code", CODES)
def test_none_is_a_guess_and_none_is_left_in_german(code: str) -> None:
    text = (folder(code) / "django.po").read_text(encoding="utf-8")
    assert "fuzzy" not in text.partition("\n\n")[2]
    if code != "de-simple":
        same = [german for german, own in entries(code).items() if german == own]
        assert set(same) <= BRIEF, same


@pytest.mark.parametrize("code", CODES)
def test_places_for_names_and_numbers_are_those_of_the_german(code: str) -> None:
    wrong = [
        german for german, own in entries(code).items() if sorted(MARKS.findall(german)) != sorted(MARKS.findall(own))
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_the_compiled_file_says_what_the_source_file_says(code: str) -> None:
    with (folder(code) / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert [german for german, own in entries(code).items() if compiled.gettext(german) != own] == []


def test_the_letter_with_the_code_is_in_every_language_of_the_door() -> None:
    assert set(LETTERS) == set(LANGUAGES) - {"de-simple"}


@pytest.mark.parametrize("code", ["uk", "ru"])
def test_persons_are_addressed_in_one_way(code: str) -> None:
    small = re.compile(r"(?<![\w’'-])(ви|вы|вас|вам|вами|ваш\w*)(?![\w’'])")
    assert [own for own in entries(code).values() if small.search(own)] == []
