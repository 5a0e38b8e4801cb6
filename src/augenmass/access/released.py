"""Released conclusions: what a role learns of the law's answers, read from ``released.toml``; the default is nothing."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path

from augenmass.access.actor import Purpose
from augenmass.directory.roles import Role

FILE = Path(__file__).resolve().parent / "released.toml"
EVERY = "*"


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
    """The lines of the table. Raises ``ValueError`` or ``KeyError`` for what it does not know."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))["line"]
    return tuple(
        ReleasedLine(
            questions=tuple(line["questions"]),
            roles=tuple(Role(role) for role in line["roles"]),
            purposes=tuple(Purpose(purpose) for purpose in line["purposes"]),
            learns=Learns[line["learns"].upper()],
            position=line["position"],
            why=line["why"],
            reviewer=line["reviewer"],
            reviewed_on=line.get("reviewed_on"),
        )
        for line in raw
    )


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
