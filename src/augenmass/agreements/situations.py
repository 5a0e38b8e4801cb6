"""Situations from which an agreement is begun: dated configuration (``situations.toml``), nothing in it depends on who the person is."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from augenmass.agreements.rules.content import Content, PlannedStep, Side, Topic

_FILE = Path(__file__).parent / "situations.toml"


@dataclass(frozen=True, slots=True)
class Suggested:
    """A step that is often useful, and after how many weeks."""

    side: Side
    what: str
    weeks: int


@dataclass(frozen=True, slots=True)
class Situation:
    """A template: topics that the conversation may open with, suggested steps."""

    key: str
    de: str
    en: str
    since: date
    until: date | None
    topics: tuple[Topic, ...]
    steps: tuple[Suggested, ...]

    def offered(self, on: date) -> bool:
        """Whether it is offered on a day."""
        return self.since <= on and (self.until is None or on <= self.until)

    def content(self, on: date) -> Content:
        """A first draft, as if begun on a day."""
        steps = tuple(
            PlannedStep(uuid4(), step.side, step.what, on + timedelta(weeks=step.weeks)) for step in self.steps
        )
        return Content(points={}, steps=steps)


def _situation(raw: dict[str, Any]) -> Situation:
    return Situation(
        raw["key"],
        raw["de"],
        raw["en"],
        raw["since"],
        raw.get("until"),
        tuple(Topic(topic) for topic in raw["topics"]),
        tuple(Suggested(Side(step["side"]), step["what"], step["weeks"]) for step in raw["steps"]),
    )


@cache
def situations() -> tuple[Situation, ...]:
    """All situations, in the order of the file."""
    raw = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_situation(one) for one in raw["situation"])


def situation(key: str) -> Situation | None:
    """The situation of this key; None where there is none (any more)."""
    return next((one for one in situations() if one.key == key), None)


def offered(on: date) -> list[Situation]:
    """What is offered on a day."""
    return [one for one in situations() if one.offered(on)]
