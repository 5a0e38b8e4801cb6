"""Data categories × roles × purposes, read from ``matrix.toml``: what is not listed is not shown."""

import json
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from augenmass.access.actor import Purpose
from augenmass.directory.roles import Role
from augenmass.law.vocabulary import CATEGORIES

FILE = Path(__file__).resolve().parent / "matrix.toml"
NEEDED = ("categories", "roles", "purposes", "provision", "reviewer")


class TableRefused(ValueError):
    """A sentence: what is wrong in a table of access, and where."""


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


Cell = tuple[str, str, str]
"""Category, role, purpose."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a newer matrix lets be read and an older one did not, and the other way round: cells with their provision."""

    added: tuple[tuple[Cell, str], ...]
    removed: tuple[tuple[Cell, str], ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)


def read_lines(text: str, needed: Iterable[str] = NEEDED) -> list[dict[str, Any]]:
    """The lines of a table of access, each with the columns that it needs. Raises ``TableRefused``."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableRefused(f"Die Datei ist kein gültiges TOML: {error}.") from error
    lines = raw.get("line", [])
    if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines) or not lines:
        raise TableRefused("Die Datei enthält keine Zeilen [[line]].")
    for number, line in enumerate(lines, 1):
        missing = [name for name in needed if name not in line]
        if missing:
            raise TableRefused(f"In Zeile {number} fehlt die Angabe „{missing[0]}“.")
    return lines


def read_reviewed_on(line: dict[str, Any], number: int) -> date | None:
    """The day of the confirmation, None where there is none. Raises ``TableRefused``."""
    day = line.get("reviewed_on")
    if day is not None and (not isinstance(day, date) or not line["reviewer"]):
        raise TableRefused(f"In Zeile {number} ist „reviewed_on“ kein Datum, oder es fehlt, wer bestätigt hat.")
    return day


def known(names: Iterable[Any], words: Iterable[str], what: str, number: int) -> tuple[str, ...]:
    """Names that all exist. Raises ``TableRefused`` for the first that does not."""
    possible = frozenset(words)
    found = tuple(names)
    for name in found:
        if name not in possible:
            raise TableRefused(f"In Zeile {number} steht {what} „{name}“. Möglich: {', '.join(sorted(possible))}.")
    if not found:
        raise TableRefused(f"In Zeile {number} steht {what} ohne Namen.")
    return found


def parse(text: str) -> tuple[MatrixLine, ...]:
    """The lines of a matrix. Raises ``TableRefused`` with a sentence for what it does not know."""
    return tuple(_line(line, number) for number, line in enumerate(read_lines(text), 1))


def _line(line: dict[str, Any], number: int) -> MatrixLine:
    if not str(line["provision"]).strip():
        raise TableRefused(f"In Zeile {number} fehlt die Vorschrift.")
    return MatrixLine(
        categories=known(line["categories"], CATEGORIES, "die unbekannte Kategorie", number),
        roles=tuple(Role(name) for name in known(line["roles"], Role, "die unbekannte Rolle", number)),
        purposes=tuple(Purpose(name) for name in known(line["purposes"], Purpose, "der unbekannte Zweck", number)),
        provision=str(line["provision"]),
        reviewer=str(line["reviewer"]),
        reviewed_on=read_reviewed_on(line, number),
    )


@cache
def lines(path: Path = FILE) -> tuple[MatrixLine, ...]:
    """The lines of a matrix. Raises ``TableRefused``."""
    return parse(path.read_text(encoding="utf-8"))


def written(matrix: Iterable[MatrixLine]) -> str:
    """A matrix as canonical JSON, one line each: what its hash is over. Comments and white space of the file do not count."""
    rows = [
        {
            "categories": sorted(line.categories),
            "roles": sorted(line.roles),
            "purposes": sorted(line.purposes),
            "provision": line.provision,
            "reviewer": line.reviewer,
            "reviewed_on": line.reviewed_on.isoformat() if line.reviewed_on else "",
        }
        for line in matrix
    ]
    return "\n".join(sorted(json.dumps(row, ensure_ascii=False, sort_keys=True) for row in rows))


def hash_of(content: str) -> str:
    """64 hexadecimal digits over the canonical content."""
    return sha256(content.encode()).hexdigest()


def cells_of(content: str) -> dict[Cell, str]:
    """The cells of a canonical matrix with their provision, also of one whose names this version no longer knows."""
    cells: dict[Cell, str] = {}
    for row in map(json.loads, content.splitlines()):
        for category in row["categories"]:
            for role in row["roles"]:
                for purpose in row["purposes"]:
                    cells.setdefault((category, role, purpose), row["provision"])
    return cells


def compare(older: str, newer: str) -> Difference:
    """What was added and what was removed between two canonical matrices."""
    before, after = cells_of(older), cells_of(newer)
    return Difference(
        added=tuple(sorted((cell, after[cell]) for cell in after.keys() - before.keys())),
        removed=tuple(sorted((cell, before[cell]) for cell in before.keys() - after.keys())),
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
