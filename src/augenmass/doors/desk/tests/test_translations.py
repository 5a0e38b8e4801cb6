"""The English of the desk: compiled as written, whole, and in step with the templates."""

import gettext
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[3]
FOLDER = PACKAGE / "locale/en/LC_MESSAGES"
TEMPLATES = PACKAGE / "doors/desk/templates"

pytestmark = pytest.mark.unit


def _entries() -> list[tuple[str, str, str]]:
    """Reference lines, German and English of each entry of the source file."""
    found = []
    for block in (FOLDER / "django.po").read_text(encoding="utf-8").split("\n\n")[1:]:
        texts: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if line.startswith(("msgctxt", "msgid", "msgstr")):
                name, line = line.split(" ", 1)
                texts[name] = ""
            if name and line.startswith('"'):
                texts[name] += line[1:-1].encode().decode("unicode_escape").encode("latin-1").decode()
        if "msgid" in texts:
            # As the compiled file has it: the context of a word that means two things stands before it.
            german = "\4".join(filter(None, (texts.get("msgctxt"), texts["msgid"])))
            found.append((block, german, texts.get("msgstr", texts.get("msgstr[0]", ""))))
    return found


def test_the_compiled_file_says_what_the_source_file_says() -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    stale = [
        german
        for block, german, english in _entries()
        if english and compiled.ngettext(german, "", 1) != english and compiled.gettext(german) != english
    ]
    assert stale == []


def test_every_text_has_its_english() -> None:
    entries = _entries()
    assert len(entries) > 800
    assert [german for _block, german, english in entries if not english] == []


def test_every_text_of_a_template_is_collected() -> None:
    known = {german for _block, german, _english in _entries()}
    used = {
        found
        for path in TEMPLATES.rglob("*.html")
        if path.name != "styleguide.html"
        for found in re.findall(r'{% translate "([^"]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(used) > 300
    assert sorted(used - known) == []


def test_no_translation_is_a_guess() -> None:
    assert "#, fuzzy" not in (FOLDER / "django.po").read_text(encoding="utf-8")
