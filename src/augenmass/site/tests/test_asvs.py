"""The table of ASVS names what there is: every requirement has a row, every row a status, every claim a file or test that exists."""

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).resolve().parents[2]
ROOT = PACKAGE.parents[1]
TABLE = ROOT / "docs/security/asvs.md"
STATUSES = {"met", "partly", "gap", "not applicable"}
SECTIONS = {
    1: (2, 9, 11, 3, 2),
    2: (3, 3, 4, 1),
    3: (0, 2, 4, 6, 5, 0, 2),
    4: (3, 1, 2, 4),
    5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4),
    7: (3, 4, 2, 5, 2, 2),
    8: (2, 3, 1, 1),
    9: (3, 4),
    10: (2, 2, 4, 11, 5, 2, 3),
    11: (2, 3, 3, 4, 1, 1),
    12: (3, 2, 4),
    13: (1, 5, 2, 5),
    14: (2, 4, 3),
    15: (3, 3, 7),
    16: (1, 5, 4, 3, 3),
    17: (1, 4, 2),
}
"""Requirements of levels 1 and 2 by chapter and section; in each section they come before those of level 3."""
ID = re.compile(r"\d+\.\d+\.\d+")
PATH = re.compile(r"`((?:[\w-]+/)*[\w.-]+(?:/|\.(?:py|md|toml|html|js|json))|script/\w+)(?:::(\w+))?`")


class Row(NamedTuple):
    """One row of a chapter's table."""

    ids: list[str]
    higher: bool
    status: str
    evidence: str


def rows(text: str) -> list[Row]:
    found = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!`)\|", line.strip("|"))]
        if line.startswith("| ") and ID.match(cells[0]):
            assert len(cells) == 4, line
            found.append(Row(ids_of(cells[0]), "(L3)" in cells[0], cells[2], cells[3]))
    return found


def ids_of(cell: str) -> list[str]:
    """``6.2.5 – 6.2.8, 6.3.1`` as single identifiers."""
    found = []
    for part in cell.replace("(L3)", "").split(","):
        first, _dash, last = (text.strip() for text in part.partition("–"))
        assert ID.fullmatch(first), cell
        section, number = first.rsplit(".", 1)
        until = int(last.rsplit(".", 1)[1]) if last else int(number)
        assert not last or last.rsplit(".", 1)[0] == section, cell
        found += [f"{section}.{one}" for one in range(int(number), until + 1)]
    return found


ROWS = rows(TABLE.read_text(encoding="utf-8"))


def place(path: str) -> Path | None:
    return next((found for base in (ROOT, PACKAGE) if (found := base / path).exists()), None)


@cache
def names_in(file: Path) -> frozenset[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def missing(evidence: str) -> list[str]:
    """Files and tests that a text names and that are not there."""
    wrong = []
    for path, test in PATH.findall(evidence):
        file = place(path)
        if file is None or (test and test not in names_in(file)):
            wrong.append(f"{path}::{test}")
    return wrong


def test_every_requirement_of_both_levels_has_one_row() -> None:
    required = {
        f"{chapter}.{section}.{number}"
        for chapter, counts in SECTIONS.items()
        for section, most in enumerate(counts, 1)
        for number in range(1, most + 1)
    }
    assert len(required) == 253  # as many as ASVS 5.0.0 has of levels 1 and 2
    listed = [one for row in ROWS for one in row.ids if not row.higher]
    assert sorted(listed) == sorted(required)
    assert not required & {one for row in ROWS for one in row.ids if row.higher}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.ids[0])
def test_every_row_has_a_status_and_what_it_names_exists(row: Row) -> None:
    assert row.status in STATUSES
    assert row.evidence
    assert missing(row.evidence) == []
    if row.status in {"met", "partly"}:
        assert PATH.search(row.evidence) or "](#" in row.evidence


def test_what_is_not_there_is_found() -> None:
    there = "`site/tests/test_asvs.py::test_what_is_not_there_is_found`"
    assert missing(f"{there}, `docs/operator.md`, `script/audit`") == []
    assert missing(there.replace("found`", "lost`")) == ["site/tests/test_asvs.py::test_what_is_not_there_is_lost"]
    assert missing("`site/tests/test_no.py` and `script/nothing`") == ["site/tests/test_no.py::", "script/nothing::"]
    with pytest.raises(AssertionError):
        ids_of("6.2.x")


def test_links_inside_the_table_lead_somewhere() -> None:
    text = TABLE.read_text(encoding="utf-8")
    heads = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in re.findall(r"^## (.+)$", text, re.M)}
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= heads
