"""Units of a statute's text and their hashes: a changed text raises an alarm, without the text being kept here.

A unit is a paragraph with its Absatz (``AufenthG/59/1``), or a whole paragraph that has no Absatz (``AufenthG/97a``). The text is
normalised to Unicode NFC with white space collapsed before SHA-256 is taken of it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

_PARAGRAPH = re.compile(r"^#+\s*§\s*(\d+[a-z]*)\b[^\n]*\n", re.MULTILINE)
_ABSATZ = re.compile(r"^\((\d+[a-z]*)\)\s", re.MULTILINE)


def unit_of(cite: str) -> str:
    """Return the unit that a citation lies in: statute, paragraph and, where named, Absatz."""
    return "/".join(cite.split("/")[:3])


def text_hash(text: str) -> str:
    """Return the SHA-256 of a text, normalised, as 64 hexadecimal digits."""
    normalised = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(normalised.encode()).hexdigest()


def units(statute: str, markdown: str) -> Mapping[str, str]:
    """Return the text of every unit of one statute in Markdown, by unit id.

    A paragraph without Absatz is one unit. Where a statute numbers two Absätze alike, the first one counts.
    """
    found: dict[str, str] = {}
    for number, body in _sections(_PARAGRAPH, markdown):
        found.setdefault(f"{statute}/{number}", body)
        for absatz, text in _sections(_ABSATZ, body):
            found.setdefault(f"{statute}/{number}/{absatz}", text)
    return found


def _sections(heading: re.Pattern[str], text: str) -> list[tuple[str, str]]:
    marks = list(heading.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)][: len(marks)]
    return [(mark.group(1), text[mark.start() : end]) for mark, end in zip(marks, ends, strict=True)]
