"""A letter as data: who writes to whom, and its text as sections of plain blocks.

The data is what is stored with a letter. The PDF, the text version on the page and the copy in the hand-back are all set from it, so
they say the same even after the wording of new letters has changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

#: Version of the stored form; a reader of older letters asks for it.
SCHEMA = 1

#: An unbreakable space belongs between a sign or word of citation and its number.
_BOUND = re.compile(r"(§§?|Artikel|Absatz|Absätze|Satz|Sätze|Nummer|Nummern|Buchstabe) (?=[\dA-Za-z])")


def bind(text: str) -> str:
    """Keep citations together on a line. For our own wording only: what officers and data say stays as it is."""
    return _BOUND.sub("\\1\u00a0", text)


def _said_in(language: str | None) -> dict[str, str]:
    return {"language": language} if language else {}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line feeds inside become line breaks. ``language`` only where it is not that of its section."""

    text: str
    strong: bool = False
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"kind": "strong" if self.strong else "paragraph", "text": self.text} | _said_in(self.language)

    def lines(self) -> Iterator[str]:
        yield self.text


@dataclass(frozen=True, slots=True)
class Numbered:
    """Numbered points, such as an operative part."""

    items: tuple[str, ...]
    start: int = 1

    def to_json(self) -> dict[str, Any]:
        return {"kind": "numbered", "items": list(self.items), "start": self.start}

    def lines(self) -> Iterator[str]:
        for number, item in enumerate(self.items, self.start):
            yield f"{number}. {item}"


@dataclass(frozen=True, slots=True)
class Bullets:
    """Points without order. ``language`` only where it is not that of their section."""

    items: tuple[str, ...]
    language: str | None = None

    def to_json(self) -> dict[str, Any]:
        return {"kind": "bullets", "items": list(self.items)} | _said_in(self.language)

    def lines(self) -> Iterator[str]:
        for item in self.items:
            yield f"- {item}"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Words and what they stand for, such as an address."""

    rows: tuple[tuple[str, str], ...]

    def to_json(self) -> dict[str, Any]:
        return {"kind": "pairs", "rows": [list(row) for row in self.rows]}

    def lines(self) -> Iterator[str]:
        for label, value in self.rows:
            yield f"{label}: {value}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG, such as a bar code, with the words that stand for it."""

    svg: str
    words: str

    def to_json(self) -> dict[str, Any]:
        return {"kind": "image", "svg": self.svg, "words": self.words}

    def lines(self) -> Iterator[str]:
        yield self.words


Block = Paragraph | Numbered | Bullets | Pairs | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (may be empty) with its blocks. ``level`` counts from 1 below the subject; ``language`` only where it is not the letter's."""

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1
    language: str | None = None
    new_page: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "heading": self.heading,
            "blocks": [block.to_json() for block in self.blocks],
            "level": self.level,
            "language": self.language,
            "new_page": self.new_page,
        }


@dataclass(frozen=True, slots=True)
class Sender:
    """The body that writes; ``return_line`` is the small line above the recipient."""

    name: str
    unit: str
    return_line: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """Lines of the address zone and the note for the post above them (kind of dispatch)."""

    lines: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature block. ``signed`` is empty until somebody has signed, then it says when and with whom."""

    greeting: str
    behalf: str
    name: str
    role: str
    signed: str = ""


WORDS_DE: Mapping[str, str] = {
    "draft": "ENTWURF – nicht unterzeichnet",
    "draft_short": "ENTWURF",
    "page": "Seite",
    "of": "von",
    "enclosures": "Anlagen",
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter. ``date`` is an ISO day; ``appended`` follows the signature (translation, certificate)."""

    template: str
    date: str
    title: str
    reference: str
    sender: Sender
    recipient: Recipient
    info: tuple[tuple[str, str], ...]
    subject: str
    salutation: str
    sections: tuple[Section, ...]
    closing: Closing
    enclosures: tuple[str, ...] = ()
    appended: tuple[Section, ...] = ()
    choices: Mapping[str, str] = field(default_factory=dict)
    """What the rules chose (kind of addressee, kind of remedy); not printed, asked when the letter is served or comes back."""
    language: str = "de"
    words: Mapping[str, str] = field(default_factory=lambda: dict(WORDS_DE))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON as it is stored and as the template reads it."""
        footer = f"{self.reference} · {german_day(self.date)}"
        return {
            "schema": SCHEMA,
            "template": self.template,
            "language": self.language,
            "date": self.date,
            "title": self.title,
            "author": self.sender.name,
            "keywords": [self.reference],
            "reference": self.reference,
            "sender": asdict(self.sender),
            "recipient": {"lines": list(self.recipient.lines), "note": self.recipient.note},
            "info": [list(row) for row in self.info],
            "subject": self.subject,
            "salutation": self.salutation,
            "sections": [section.to_json() for section in self.sections],
            "closing": asdict(self.closing),
            "enclosures": list(self.enclosures),
            "appended": [section.to_json() for section in self.appended],
            "choices": dict(self.choices),
            "words": dict(self.words) | {"footer": footer},
        }


def german_day(iso: str) -> str:
    """``2026-11-22`` as ``22.11.2026``. Raises ``ValueError`` for anything that is no ISO day."""
    year, month, day = iso.split("-")
    return f"{int(day):02d}.{int(month):02d}.{int(year):04d}"


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Block]] = {
    "paragraph": lambda raw: Paragraph(raw["text"], language=raw.get("language")),
    "strong": lambda raw: Paragraph(raw["text"], strong=True, language=raw.get("language")),
    "numbered": lambda raw: Numbered(tuple(raw["items"]), raw["start"]),
    "bullets": lambda raw: Bullets(tuple(raw["items"]), raw.get("language")),
    "image": lambda raw: Picture(raw["svg"], raw["words"]),
    "pairs": lambda raw: Pairs(tuple((label, value) for label, value in raw["rows"])),
}


def blocks_of(raw_section: Mapping[str, Any]) -> tuple[Block, ...]:
    """The blocks of a stored section. Raises ``KeyError`` for a kind that this version does not know."""
    return tuple(_READERS[raw["kind"]](raw) for raw in raw_section["blocks"])


def plain_text(data: Mapping[str, Any]) -> str:
    """The text version of a stored letter, for screen readers, search and comparison; same words as the PDF."""
    parts = ["\n".join(data["recipient"]["lines"])]
    parts += ["\n".join(f"{label}: {value}" for label, value in data["info"]), data["subject"], data["salutation"]]
    parts += list(_section_texts(data["sections"]))
    closing = data["closing"]
    parts += [
        closing["greeting"],
        "\n".join(filter(None, [closing["behalf"], closing["signed"], closing["name"], closing["role"]])),
    ]
    if data["enclosures"]:
        parts.append(data["words"]["enclosures"] + "\n" + "\n".join(f"- {entry}" for entry in data["enclosures"]))
    parts += list(_section_texts(data["appended"]))
    return "\n\n".join(part for part in parts if part)


def _section_texts(sections: list[Mapping[str, Any]]) -> Iterator[str]:
    for section in sections:
        if section["heading"]:
            yield section["heading"]
        for block in blocks_of(section):
            yield "\n".join(block.lines())
