"""Data categories × roles × purposes, read from ``matrix.toml``: what is not listed is not shown."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from augenmass.access.actor import Purpose
from augenmass.directory.roles import Role

FILE = Path(__file__).resolve().parent / "matrix.toml"


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One line: these roles may read these categories for these purposes, by this provision.

    ``reviewer`` and ``reviewed_on`` are empty until a named person has confirmed the line for an installation.
    """

    categories: tuple[str, ...]
    roles: tuple[Role, ...]
    purposes: tuple[Purpose, ...]
    provision: str
    reviewer: str
    reviewed_on: date | None


@cache
def lines(path: Path = FILE) -> tuple[MatrixLine, ...]:
    """The lines of a matrix. Raises ``ValueError`` for an unknown role or purpose, ``KeyError`` for a missing column."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))["line"]
    return tuple(
        MatrixLine(
            categories=tuple(line["categories"]),
            roles=tuple(Role(role) for role in line["roles"]),
            purposes=tuple(Purpose(purpose) for purpose in line["purposes"]),
            provision=line["provision"],
            reviewer=line["reviewer"],
            reviewed_on=line.get("reviewed_on"),
        )
        for line in raw
    )


@cache
def _matrix() -> dict[tuple[Role, Purpose], frozenset[str]]:
    cells: dict[tuple[Role, Purpose], set[str]] = {}
    for line in lines():
        for role in line.roles:
            for purpose in line.purposes:
                cells.setdefault((role, purpose), set()).update(line.categories)
    return {key: frozenset(value) for key, value in cells.items()}


def categories_of(role: Role, purpose: Purpose) -> frozenset[str]:
    """Categories that a role may read for a purpose."""
    return _matrix().get((role, purpose), frozenset())


def categories_for(roles: Iterable[Role], purpose: Purpose) -> frozenset[str]:
    """Categories that somebody with these roles may read for a purpose."""
    return frozenset().union(*(categories_of(role, purpose) for role in roles))
