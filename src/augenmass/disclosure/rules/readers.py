"""Pure rule of who looked: which reads an extract names by their day.

Whoever can be named for the course of a removal (AufenthG § 97a) also reads because of it, and the days would tell. Of these roles the
extract names the days on which something that it shows was written; of all others every day on which they looked.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Look:
    """On a day somebody of a body looked in a role for a purpose. Never who."""

    on: date
    body: str
    role: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the access log with what the rule needs to know of it."""

    look: Look
    body_id: int
    knows_secrets: bool
    """Whether role and purpose can be named for a secret fact."""


def looks(lines: Iterable[Line], written: Iterable[Look], left_out: frozenset[int]) -> list[Look]:
    """Each day, body, role and purpose once, oldest first. ``written``: of rows that the extract shows; ``left_out``: restricted bodies."""
    return sorted({*_read(lines, left_out), *written})


def _read(lines: Iterable[Line], left_out: frozenset[int]) -> Iterator[Look]:
    return (line.look for line in lines if not line.knows_secrets and line.body_id not in left_out)
