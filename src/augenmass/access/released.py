"""Released conclusions: what a role learns of the law's answers, read from ``released.toml``; the default is nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Any

from augenmass.access.actor import Purpose
from augenmass.access.matrix import known, read_lines, read_reviewed_on
from augenmass.directory.roles import Role
from augenmass.law.catalogue import Catalogue

FILE = Path(__file__).resolve().parent / "released.toml"
EVERY = "*"
NEEDED = ("questions", "roles", "purposes", "learns", "position", "why", "reviewer")


class Learns(IntEnum):
    """What is learned of a question, from nothing to everything."""

    NOTHING = 0
    BLOCKED = 1
    WHO = 2
    REASONS = 3


@dataclass(frozen=True, slots=True)
class ReleasedLine:
    """One line of the table; ``why`` says what the role needs it for."""

    questions: tuple[str, ...]
    roles: tuple[Role, ...]
    purposes: tuple[Purpose, ...]
    learns: Learns
    position: bool
    why: str
    reviewer: str
    reviewed_on: date | None


@cache
def lines(path: Path = FILE) -> tuple[ReleasedLine, ...]:
    """The lines of the table. Raises ``TableRefused`` with a sentence for what it does not know."""
    raw = read_lines(path.read_text(encoding="utf-8"), NEEDED)
    return tuple(_line(line, number) for number, line in enumerate(raw, 1))


def _line(line: dict[str, Any], number: int) -> ReleasedLine:
    levels = [level.name.lower() for level in Learns]
    (learns,) = known([line["learns"]], levels, "die unbekannte Auskunft", number)
    return ReleasedLine(
        questions=known(line["questions"], questions(), "die unbekannte Frage", number),
        roles=tuple(Role(name) for name in known(line["roles"], Role, "die unbekannte Rolle", number)),
        purposes=tuple(Purpose(name) for name in known(line["purposes"], Purpose, "der unbekannte Zweck", number)),
        learns=Learns[learns.upper()],
        position=bool(line["position"]),
        why=str(line["why"]),
        reviewer=str(line["reviewer"]),
        reviewed_on=read_reviewed_on(line, number),
    )


def questions() -> frozenset[str]:
    """What a line can name: the questions of the catalogue, or all of them."""
    return frozenset({EVERY, *(question.id for question in Catalogue.shipped().questions)})


@cache
def _of_role(role: Role, purpose: Purpose, question: str) -> Learns:
    for line in lines():
        if role in line.roles and purpose in line.purposes and {question, EVERY}.intersection(line.questions):
            return line.learns
    return Learns.NOTHING


def learned(roles: Iterable[Role], purpose: Purpose, question: str) -> Learns:
    """What somebody with these roles learns of a question for a purpose: the most of what one role learns."""
    return max((_of_role(role, purpose, question) for role in roles), default=Learns.NOTHING)


@cache
def _positions() -> frozenset[tuple[Role, Purpose]]:
    return frozenset(
        (role, purpose) for line in lines() if line.position for role in line.roles for purpose in line.purposes
    )


def learns_position(roles: Iterable[Role], purpose: Purpose) -> bool:
    """Whether somebody with these roles learns lane, next steps, deadlines and doubts for a purpose."""
    return any((role, purpose) in _positions() for role in roles)
