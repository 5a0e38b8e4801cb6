"""What was decided for every table: who may read a row, how long it is kept, how a change is traced. Read from ``tables.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "tables.toml"
KEEPS = frozenset({"case_file", "work", "people", "log", "session", "lasting"})
AUDITS = frozenset({"sealed", "action", "log", "derived", "own", "none"})


@dataclass(frozen=True, slots=True)
class Table:
    """The decisions for one table, by the label of its model."""

    label: str
    rows: str
    keeps: str
    audit: str


@cache
def tables() -> dict[str, Table]:
    """All decisions by label. Raises ``KeyError`` or ``ValueError`` for a line that is not complete."""
    found = {
        label: Table(label, **decided) for label, decided in tomllib.loads(FILE.read_text("utf-8"))["tables"].items()
    }
    for table in found.values():
        if table.keeps not in KEEPS or table.audit not in AUDITS:
            raise ValueError(f"{table.label}: unknown decision")
    return found
