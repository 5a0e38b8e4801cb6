"""What is agreed, as data, and its digest. Pure.

A text is a sequence of lines; its digest is the SHA-256 of its words, so that anybody can compute it from what stands on the paper.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

MOST_GOALS: Final = 10
MOST_STEPS: Final = 30
LONGEST: Final = 500
"""Characters of a point, a goal, a step."""
WEEKS: Final = (2, 4, 6, 8, 12, 26)
"""Rhythms of review talks."""


class Topic(StrEnum):
    """What a person may want to name of where they stand; none is asked for."""

    LANGUAGE = "language"
    SCHOOL = "school"
    WORK = "work"
    RECOGNITION = "recognition"
    HOUSING = "housing"
    FAMILY = "family"
    HEALTH = "health"
    OTHER = "other"


class Side(StrEnum):
    """Whose a step is."""

    PERSON = "person"
    COUNSELLOR = "counsellor"
    PROVIDER = "provider"


class Form(StrEnum):
    """What the agreement is: a plan that binds nobody, or a contract under public law that was chosen explicitly (VwVfG §§ 54, 57)."""

    PLAN = "plan"
    CONTRACT = "contract"


class Kind(StrEnum):
    """Kind of a line of the text."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step as it stands in an edition; ``key`` stays the same over all editions."""

    key: UUID
    side: Side
    what: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """Starting point by topic, goals in the person's words, steps of the two sides, keys of promises, rhythm of reviews."""

    points: Mapping[Topic, str]
    goals: tuple[str, ...] = ()
    steps: tuple[PlannedStep, ...] = ()
    promises: tuple[UUID, ...] = ()
    review_weeks: int = 6
    purpose: str = ""
    """Of a contract."""

    def to_json(self) -> dict[str, Any]:
        """Plain JSON as it is stored."""
        return {
            "points": {topic.value: text for topic, text in self.points.items()},
            "goals": list(self.goals),
            "steps": [
                {
                    "key": str(step.key),
                    "side": step.side.value,
                    "what": step.what,
                    "due": step.due.isoformat() if step.due else None,
                }
                for step in self.steps
            ],
            "promises": [str(key) for key in self.promises],
            "review_weeks": self.review_weeks,
            "purpose": self.purpose,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Content":
        """What ``to_json`` stored."""
        return cls(
            points={Topic(topic): text for topic, text in raw["points"].items()},
            goals=tuple(raw["goals"]),
            steps=tuple(
                PlannedStep(
                    UUID(step["key"]),
                    Side(step["side"]),
                    step["what"],
                    date.fromisoformat(step["due"]) if step["due"] else None,
                )
                for step in raw["steps"]
            ),
            promises=tuple(UUID(key) for key in raw["promises"]),
            review_weeks=raw["review_weeks"],
            purpose=raw["purpose"],
        )

    def step(self, key: UUID) -> PlannedStep | None:
        """The step of this key."""
        return next((step for step in self.steps if step.key == key), None)


def lines_from(raw: Sequence[Sequence[str]]) -> tuple[Line, ...]:
    """Stored lines, typed."""
    return tuple(Line(Kind(kind), text) for kind, text in raw)


def lines_to(lines: Iterable[Line]) -> list[list[str]]:
    """Lines as they are stored."""
    return [[line.kind.value, line.text] for line in lines]


def plain(lines: Iterable[Line]) -> str:
    """The words of a text, a line each."""
    return "\n".join(line.text for line in lines)


def digest_of_text(lines: Iterable[Line]) -> str:
    """SHA-256 of the words of one text (UTF-8), 64 hexadecimal signs."""
    return hashlib.sha256(plain(lines).encode()).hexdigest()


def digest_of_texts(german: Sequence[Line], own: Sequence[Line]) -> str:
    """SHA-256 over the digests of both texts, the German one first; what is signed."""
    return hashlib.sha256(f"{digest_of_text(german)}{digest_of_text(own)}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Change:
    """A line of a comparison of two texts: ``mark`` is "-" (gone), "+" (new) or "" (as before)."""

    mark: str
    line: Line


def difference(before: Sequence[Line], after: Sequence[Line]) -> list[Change]:
    """Line by line what a new text leaves out and adds, in reading order."""
    found: list[Change] = []
    for tag, first, last, new_first, new_last in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Change("", line) for line in after[new_first:new_last]]
            continue
        found += [Change("-", line) for line in before[first:last]]
        found += [Change("+", line) for line in after[new_first:new_last]]
    return found
