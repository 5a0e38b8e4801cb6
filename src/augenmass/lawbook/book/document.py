"""What the document is made of. Plain data: the PDF and the page are both set from ``Book.to_json``, so they say the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; ``to``: the anchor that it refers to, empty where it refers to nothing; ``language``: where not the document's."""

    text: str
    to: str = ""
    language: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of a tree with the lines below it."""

    runs: Runs
    below: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A word and what it stands for, in one line."""

    label: str
    runs: Runs


@dataclass(frozen=True, slots=True)
class Tree:
    """A word and the tree of conditions that it stands for, or a list, which is a tree of one level."""

    label: str
    branches: tuple[Branch, ...]


Row = Said | Tree


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it until the next one. ``level`` counts from 1; ``listed``: named in the table of contents."""

    heading: str
    level: int
    anchor: str
    rows: tuple[Row, ...] = ()
    paragraphs: tuple[str, ...] = ()
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Book:
    """The whole document. ``front`` stands on the title page."""

    title: str
    subtitle: str
    language: str
    on: date
    front: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    sections: tuple[Section, ...]
    words: dict[str, str]

    def to_json(self) -> dict[str, Any]:
        """Return the document as JSON values; a reference to what this document does not hold is plain text."""
        anchors = {section.anchor for section in self.sections}
        return {
            "title": self.title,
            "subtitle": self.subtitle,
            "language": self.language,
            "date": self.on.isoformat(),
            "author": "Augenmaß",
            "keywords": [],
            "front": [list(pair) for pair in self.front],
            "notes": list(self.notes),
            "words": self.words,
            "sections": [
                {
                    "heading": section.heading,
                    "level": section.level,
                    "anchor": section.anchor,
                    "listed": section.listed,
                    "paragraphs": list(section.paragraphs),
                    "rows": [_row(row, anchors) for row in section.rows],
                }
                for section in self.sections
            ],
        }


def _row(row: Row, anchors: set[str]) -> dict[str, Any]:
    if isinstance(row, Said):
        return {"label": row.label, "runs": _runs(row.runs, anchors)}
    return {"label": row.label, "branches": [_branch(branch, anchors) for branch in row.branches]}


def _branch(branch: Branch, anchors: set[str]) -> dict[str, Any]:
    return {"runs": _runs(branch.runs, anchors), "below": [_branch(below, anchors) for below in branch.below]}


def _runs(runs: Runs, anchors: set[str]) -> list[list[str]]:
    return [[run.text, run.to if run.to in anchors else "", run.language] for run in runs]


def separated(found: Iterable[Runs], by: str = ", ") -> Runs:
    """Return texts with a sign between them."""
    pieces: list[Run] = []
    for runs in found:
        pieces += [Run(by), *runs] if pieces else runs
    return tuple(pieces)


def joined(found: Iterable[Run]) -> Runs:
    """Return pieces with commas between them."""
    return separated((run,) for run in found)
