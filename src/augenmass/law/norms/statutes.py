"""Units of a statute's text and their hashes: a changed text raises an alarm, without the text being kept here.

A unit is a paragraph with its Absatz (``AufenthG/59/1``), or a whole paragraph that has no Absatz (``AufenthG/97a``). The text is
normalised to Unicode NFC with white space collapsed before SHA-256 is taken of it.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

_PARAGRAPH = re.compile(r"^#+\s*§\s*(\d+[a-z]*)\b[^\n]*\n", re.MULTILINE)
_ABSATZ = re.compile(r"^\((\d+[a-z]*)\)\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Statute:
    """A statute that norms are written from: how it is called, the file of its text (empty: not at hand) and its official page."""

    name: str
    file: str = ""
    page: str = ""
    article: bool = False
    """Whether it is divided into articles, not paragraphs."""


STATUTES: Mapping[str, Statute] = MappingProxyType(
    {
        "AufenthG": Statute("AufenthG", "AufenthG", "aufenthg_2004"),
        "AsylG": Statute("AsylG", "AsylG", "asylvfg_1992"),
        "AsylbLG": Statute("AsylbLG", "AsylbLG", "asylblg"),
        "AZRG": Statute("AZRG", "AZRG", "azrg"),
        "AZRG-DV": Statute("AZRG-DV", "AZRG-DV", "azrg-dv"),
        "AufenthV": Statute("AufenthV", "AufenthV", "aufenthv"),
        "BDSG": Statute("BDSG", "BDSG", "bdsg_2018"),
        "BPolG": Statute("BPolG", "BPolG", "bgsg_1994"),
        "FamFG": Statute("FamFG", "FamFG", "famfg"),
        "FreizügG/EU": Statute("FreizügG/EU", "FreizuegG_EU", "freiz_gg_eu_2004"),
        "IntV": Statute("IntV", "IntV", "intv"),
        "StVG": Statute("StVG", "StVG", "stvg"),
        "VwGO": Statute("VwGO", "VwGO", "vwgo"),
        "VwVfG": Statute("VwVfG", "VwVfG", "vwvfg"),
        "VwZG": Statute("VwZG", "VwZG", "vwzg_2005"),
        "BGB": Statute("BGB", page="bgb"),
        "SGB-VIII": Statute("SGB VIII", page="sgb_8"),
        "SGB-X": Statute("SGB X", page="sgb_10"),
        "StGB": Statute("StGB", page="stgb"),
        "GG": Statute("GG", page="gg", article=True),
        "EMRK": Statute("EMRK", article=True),
        "AEUV": Statute("AEUV", article=True),
        "AnerkennungsVO": Statute("VO (EU) 2024/1347", article=True),
        "AsylverfahrensVO": Statute("VO (EU) 2024/1348", article=True),
        "RückkehrgrenzverfahrensVO": Statute("VO (EU) 2024/1349", article=True),
        "AsylmanagementVO": Statute("VO (EU) 2024/1351", article=True),
        "ScreeningVO": Statute("VO (EU) 2024/1356", article=True),
        "Dublin-III-VO": Statute("VO (EU) Nr. 604/2013", article=True),
        "DSGVO": Statute("DSGVO", article=True),
    }
)
"""By the first part of a citation. A norm from a text that is not at hand is unverified."""

_PARTS = ("Abs.", "Satz", "Nr.", "Buchst.")


def split_cite(cite: str) -> tuple[str, list[str], str]:
    """Return the key of the statute (empty when unknown), the places below it and the day of the text, empty for the present one."""
    place, _, day = cite.partition("@")
    parts = place.split("/")
    for many in (2, 1):  # FreizügG/EU is one
        key = "/".join(parts[:many])
        if key in STATUTES and len(parts) > many:
            return key, parts[many:], day
    return "", [], day


def unit_of(cite: str) -> str:
    """Return the unit that a citation lies in: statute, paragraph and, where named, Absatz; of an older text with its day.

    A paragraph without Absatz leaves that place empty: ``AsylG/48//1/2`` is § 48 sentence 1 no. 2 and lies in ``AsylG/48``.
    """
    key, parts, day = split_cite(cite)
    return "/".join([key, *parts[:2]]).rstrip("/") + (f"@{day}" if day else "") if key else cite


def cite_text(cite: str) -> str:
    """Return a citation as lawyers write it: ``AufenthG/59/1/1`` → ``§ 59 Abs. 1 Satz 1 AufenthG``; anything else stays as it is."""
    key, parts, day = split_cite(cite)
    if not key:
        return cite
    statute = STATUTES[key]
    first = "Art." if statute.article else "§"
    words = [f"{word} {part}" for word, part in zip((first, *_PARTS), parts, strict=False) if part]
    text = f"{' '.join(words)} {statute.name}"
    return f"{text} (Textstand {date.fromisoformat(day):%d.%m.%Y})" if day else text


def cite_address(cite: str) -> str:
    """Return the official page of the cited section, empty when there is none."""
    key, parts, _day = split_cite(cite)
    if not key or not parts or not STATUTES[key].page:
        return ""
    place = "art_" if STATUTES[key].article else "__"
    return f"https://www.gesetze-im-internet.de/{STATUTES[key].page}/{place}{parts[0].lower()}.html"


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
