"""The digest of the tables of access moves when somebody may read or learn something else, and only then."""

from dataclasses import replace
from datetime import date

import pytest

from augenmass.access import matrix, released
from augenmass.gate.versions import access_tables


def test_naming_who_confirmed_a_line_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = access_tables()
    read = tuple(replace(line, reviewer="Dr. Stark", reviewed_on=date(2026, 8, 1)) for line in matrix.lines())
    monkeypatch.setattr(matrix, "lines", lambda: read)
    assert access_tables() == before


def test_another_cell_or_another_conclusion_changes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    before = access_tables()
    fewer, learned = matrix.lines()[1:], released.lines()[1:]
    with monkeypatch.context() as patched:
        patched.setattr(matrix, "lines", lambda: fewer)
        assert access_tables() != before
    monkeypatch.setattr(released, "lines", lambda: learned)
    assert access_tables() != before
