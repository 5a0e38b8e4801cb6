"""Data categories × roles × purposes, read from ``matrix.toml``: what is not listed is not shown."""

import tomllib
from functools import cache
from pathlib import Path

from augenmass.access.actor import Purpose
from augenmass.directory.roles import Role

FILE = Path(__file__).resolve().parent / "matrix.toml"


@cache
def _matrix() -> dict[tuple[str, str], frozenset[str]]:
    cells: dict[tuple[str, str], set[str]] = {}
    for line in tomllib.loads(FILE.read_text(encoding="utf-8"))["line"]:
        for role in line["roles"]:
            for purpose in line["purposes"]:
                cells.setdefault((role, purpose), set()).add(line["category"])
    return {key: frozenset(value) for key, value in cells.items()}


def categories_of(role: Role, purpose: Purpose) -> frozenset[str]:
    """Categories that a role may read for a purpose."""
    return _matrix().get((role.value, purpose.value), frozenset())
