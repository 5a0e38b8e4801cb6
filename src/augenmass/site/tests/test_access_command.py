"""``augenmass access``: the tables of access on the command line."""

import json
from pathlib import Path

import pytest

from augenmass.site.command import main

LINE = """
[[line]]
categories = ["identity"]
roles = ["caseworker"]
purposes = ["case_work"]
provision = "AufenthG § 86 Satz 1"
reviewer = ""
"""


def test_the_command_line_lists_both_tables_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    older, newer = tmp_path / "alt.toml", tmp_path / "neu.toml"
    older.write_text(LINE, encoding="utf-8")
    newer.write_text(LINE.replace('"identity"', '"identity", "contact"'), encoding="utf-8")

    assert main(["access", "matrix", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {"category", "role", "purpose", "provision", "reviewer", "reviewed_on"} == set(rows[0])
    assert main(["access", "released"]) == 0
    assert "may_arrange_removal" in capsys.readouterr().out
    assert main(["access", "compare", str(older), str(older)]) == 0
    assert main(["access", "compare", str(older), str(newer)]) == 1
    assert capsys.readouterr().out == "+ contact × caseworker × case_work  (AufenthG § 86 Satz 1)\n"
    newer.write_text(LINE.replace('"identity"', '"religion"'), encoding="utf-8")
    assert main(["access", "compare", str(older), str(newer)]) == 3
    assert "Kategorie „religion“" in capsys.readouterr().err
