"""Wording of letters whose text is fixed: German, and the same passages in further languages, kept in ``texts``.

A translation is a help beside the German text. What a translator confirms is the pair of both texts, by its digest: whichever of
the two changes, the confirmation no longer counts.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from augenmass.letters.document import Block, Bullets, Paragraph, bind

FOLDER = Path(__file__).resolve().parents[1] / "texts"
GERMAN = "de"
FALLBACK = "en"
"""For a person whose language the program has no texts in."""
RIGHT_TO_LEFT = frozenset({"ar", "fa"})
REMEDY = "legal_remedy"
"""The wording of the legal remedies: printed in a further language only once it is confirmed."""
_SPOKEN_AS = {"prs": "fa"}
_VALUE = re.compile(r"\{(\w+)\}")
_FOREIGN = re.compile(r"\(((?:§|[A-Za-z]|\{basis|\{provision)(?:[^()]|\([^()]*\))*)\)")
"""What stands in brackets in another script: a provision, a German word."""
_POINT = "- "


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading (may be empty) with its paragraphs; one that begins with ``- `` is a point of a list."""

    heading: str
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The subject of a letter and its passages by key."""

    subject: str
    passages: Mapping[str, Passage]

    def lines(self) -> Iterator[str]:
        """Everything in its order, for reading and for the digest."""
        yield self.subject
        for passage in self.passages.values():
            yield from filter(None, (passage.heading, *passage.text))


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its own name, the marks of a translation, the wording of each letter."""

    key: str
    name: str
    not_confirmed: str
    prevails: str
    german_only: str
    remedy_german: str
    wordings: Mapping[str, Wording]


@cache
def languages() -> Mapping[str, Language]:
    """Every language of the folder by its key, German first."""
    found = [_read(path) for path in sorted(FOLDER.glob("*.toml"))]
    return {language.key: language for language in sorted(found, key=lambda one: (one.key != GERMAN, one.key))}


def further() -> tuple[str, ...]:
    """The languages beside German."""
    return tuple(key for key in languages() if key != GERMAN)


def names() -> tuple[str, ...]:
    """The wordings that there are, in the order of the German file."""
    return tuple(languages()[GERMAN].wordings)


def wording(name: str, language: str) -> Wording:
    """One wording in one language. Raises ``KeyError`` where there is none."""
    return languages()[language].wordings[name]


def text_sha256(name: str, language: str) -> str:
    """SHA-256 over the German text and the translation: what a translator confirms."""
    both = [list(wording(name, key).lines()) for key in (GERMAN, language)]
    return hashlib.sha256(json.dumps(both, ensure_ascii=False).encode()).hexdigest()


def language_for(spoken: str) -> str:
    """The further language for a person who speaks ``spoken`` (key of the vocabulary); "" for German and where nothing is known."""
    if spoken in ("", GERMAN):
        return ""
    key = _SPOKEN_AS.get(spoken, spoken)
    return key if key in languages() else FALLBACK


def directed(text: str, language: str) -> str:
    """A text whose provisions stay on one line and, in a right-to-left language, in their own direction."""
    text = bind(text)
    if language not in RIGHT_TO_LEFT:
        return text
    return _FOREIGN.sub(lambda found: "(\u2066" + found[1].replace(" ", "\u00a0") + "\u2069)", text)


def filled(text: str, values: Mapping[str, str], language: str) -> str:
    """A text with its values, which keep their own direction in a right-to-left language. Raises ``KeyError``."""
    text = directed(text, language)
    if language in RIGHT_TO_LEFT:
        values = {key: f"\u2068{value}\u2069" for key, value in values.items()}
    return _VALUE.sub(lambda found: values[found[1]], text)


def blocks_of_lines(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """Paragraphs and lists from the lines of a passage."""
    found: list[Block] = []
    points: list[str] = []
    for line in (*lines, ""):
        if line.startswith(_POINT):
            points.append(line.removeprefix(_POINT))
            continue
        if points:
            found.append(Bullets(tuple(points)))
            points = []
        if line:
            found.append(Paragraph(line))
    return tuple(found)


def _read(path: Path) -> Language:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    wordings = {name: _wording(table) for name, table in raw.items() if isinstance(table, dict)}
    marks = {name: text for name, text in raw.items() if isinstance(text, str)}
    return Language(key=path.stem, wordings=wordings, **marks)


def _wording(table: Mapping[str, str | Mapping[str, str | list[str]]]) -> Wording:
    passages = {
        key: Passage(str(raw.get("heading", "")), tuple(raw["text"]))
        for key, raw in table.items()
        if isinstance(raw, Mapping)
    }
    return Wording(str(table["subject"]), passages)
