"""``augenmass law compare`` and Parquet: two days over the cases of a file, and sentences for what cannot be read."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow
import pyarrow.parquet
import pytest

from augenmass.law.catalogue import Catalogue
from augenmass.law.position import assess
from augenmass.law.values import UNKNOWN, word
from augenmass.site.command import main
from augenmass.site.command.case_files import CaseInFile, read_cases
from augenmass.site.command.evaluate import with_derived
from augenmass.site.command.parquet import read_parquet

pytestmark = pytest.mark.whole

FROM, TO = "2026-08-01", "2026-12-01"
CASES = [
    {"case": "a", "date_of_birth": "2008-10-01", "departure_period_until": "2026-09-30", "nationality": "SY"},
    {"case": "b", "date_of_birth": "1990", "title_kind": "none", "identity_established": "yes"},
    {"case": "c", "suspension_valid_until": "2026-10-15", "minor": "no"},
    {"case": "d"},
]


def compare(path: Path, *more: str) -> int:
    return main(["law", "compare", "--from", FROM, "--to", TO, str(path), *more])


def written(tmp_path: Path, cases: list[dict[str, str]]) -> tuple[Path, Path]:
    """The same cases as JSON lines and as Parquet."""
    lines, table = tmp_path / "cases.jsonl", tmp_path / "cases.parquet"
    lines.write_text("\n".join(json.dumps(case) for case in cases))
    names = dict.fromkeys(name for case in cases for name in case)
    pyarrow.parquet.write_table(pyarrow.table({name: [case.get(name) for case in cases] for name in names}), table)
    return lines, table


@pytest.mark.parametrize("more", [[], ["--land", "ST"]])
def test_a_file_is_compared_as_each_of_its_cases_is_evaluated(tmp_path, capsys, more) -> None:
    lines, table = written(tmp_path, CASES)

    assert compare(lines, "--format", "json", *more) == 0
    found = json.loads(capsys.readouterr().out)
    assert compare(table, "--format", "json", *more) == 0

    assert json.loads(capsys.readouterr().out) == found
    if not more:
        catalogue = Catalogue.shipped()
        expected: dict[tuple[str, str], int] = {}
        read = [[case for case in read_cases(lines, day, None) if isinstance(case, CaseInFile)] for day in days()]
        for one, other in zip(*read, strict=True):
            answers = [
                assess(catalogue, with_derived(case, {}, {}, day), day, whole=True).answers["departure_period_ended"]
                for case, day in zip((one, other), days(), strict=True)
            ]
            pair = word(answers[0]), word(answers[1])
            expected[pair] = expected.get(pair, 0) + 1
        flows = found["questions"]["departure_period_ended"]["answers"]
        assert {(flow["from"], flow["to"]): flow["cases"] for flow in flows} == expected
        assert sum(flow["cases"] for flow in found["lanes"]) == len(CASES)


def days() -> list[date]:
    return [date.fromisoformat(FROM), date.fromisoformat(TO)]


def test_the_cases_of_a_question_are_named_when_asked_for(tmp_path, capsys) -> None:
    lines, _table = written(tmp_path, CASES)
    assert compare(lines, "--format", "json") == 0
    changed = [key for key, said in json.loads(capsys.readouterr().out)["questions"].items() if said["changed"]]
    assert changed
    assert compare(lines, "--format", "json", "--cases", changed[0]) == 0
    said = json.loads(capsys.readouterr().out)["questions"][changed[0]]
    named = [key for flow in said["answers"] for key in flow.get("ids", [])]
    assert len(named) == said["changed"]
    assert set(named) <= {"a", "b", "c", "d"}
    assert compare(lines, "--cases", changed[0]) == 0
    assert ", ".join(named) in capsys.readouterr().out or len(named) > 1


def test_invented_cases_can_be_written_as_parquet(tmp_path, capsys) -> None:
    path = tmp_path / "x.parquet"
    assert main(["demo-data", "--cases", "40", "--seed", "7", "--out", str(path)]) == 0
    keys, columns = read_parquet(path)
    assert (len(set(keys)), columns.size) == (40, 40)
    assert (columns.truth("identity_established") != UNKNOWN).any()
    born, latest = columns.days["date_of_birth"].ends()
    assert (born <= latest).all()
    assert compare(path) == 0
    assert "40 Fälle" in capsys.readouterr().err


def test_numbers_dates_and_truths_are_read_from_parquet_as_they_are(tmp_path) -> None:
    path = tmp_path / "typed.parquet"
    pyarrow.parquet.write_table(
        pyarrow.table(
            {
                "case": [1, 2],
                "entered_on": pyarrow.array([date(2020, 2, 29), None]),
                "in_custody": [True, None],
                "departure_period_days": [14, None],
            }
        ),
        path,
    )
    keys, columns = read_parquet(path)
    assert keys == ["1", "2"]
    assert columns.days["entered_on"].first.tolist()[0] == date(2020, 2, 29).toordinal()
    assert columns.truth("in_custody").tolist() == [3, UNKNOWN]
    assert columns.numbers["departure_period_days"][0] == 14
    assert np.isnan(columns.numbers["departure_period_days"][1])


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("2026-01-01", TO, "Der Rechtskatalog beginnt am 04.05.2026"),
        (TO, FROM, "liegt vor"),
    ],
)
def test_days_that_cannot_be_compared_are_refused(tmp_path, capsys, start, end, says) -> None:
    lines, _table = written(tmp_path, CASES)
    assert main(["law", "compare", "--from", start, "--to", end, str(lines)]) == 3
    assert says in capsys.readouterr().err


def test_files_that_cannot_be_read_are_refused(tmp_path, capsys) -> None:
    _lines, unknown = written(tmp_path, [{"case": "a", "identity_establishd": "yes"}])
    broken, wrong = tmp_path / "broken.parquet", tmp_path / "wrong.parquet"
    broken.write_bytes(b"PAR1 and nothing more")
    pyarrow.parquet.write_table(pyarrow.table({"case": ["a"], "entered_on": ["32.13.2020"]}), wrong)
    nameless = tmp_path / "nameless.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"entered_on": ["2020"]}), nameless)
    for path, says in (
        (tmp_path / "none.parquet", "gibt es nicht"),
        (unknown, "Gemeint ist vielleicht „identity_established“"),
        (broken, "nicht als Parquet lesen"),
        (wrong, "gibt es im Kalender nicht"),
        (nameless, "„case“"),
    ):
        assert compare(path) == 3
        assert says in capsys.readouterr().err


def test_a_question_that_does_not_exist_is_refused(tmp_path, capsys) -> None:
    lines, _table = written(tmp_path, CASES)
    assert compare(lines, "--cases", "unheard_of") == 3
    assert "augenmass law questions" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ([], "enthält keinen Fall"),
        (["a", None], "Zeile 2 hat keine Kennung des Falls"),
        (["a", "b", "a"], "Der Fall a steht mehrmals in der Datei"),
    ],
)
def test_parquet_must_name_each_case_once(tmp_path, capsys, keys, says) -> None:
    path = tmp_path / "keys.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"case": pyarrow.array(keys, pyarrow.string())}), path)
    assert compare(path) == 3
    assert says in capsys.readouterr().err


def test_what_is_called_parquet_and_is_none_or_is_cut_off_is_said_to_be_so(tmp_path, capsys) -> None:
    _lines, whole = written(tmp_path, CASES)
    content = whole.read_bytes()
    for number, bad in enumerate((b"", b"case;a\n1;2\n", content[: len(content) // 2], content[:-5])):
        path = tmp_path / f"bad{number}.parquet"
        path.write_bytes(bad)
        assert compare(path) == 3
        assert "lässt sich nicht als Parquet lesen. Vielleicht ist sie abgeschnitten" in capsys.readouterr().err
    assert compare(path, "--language", "en") == 3
    assert "cannot be read as Parquet" in capsys.readouterr().err


def test_a_comparison_answers_in_english(tmp_path, capsys) -> None:
    lines, _table = written(tmp_path, CASES)
    assert compare(lines, "--language", "en") == 0
    said = capsys.readouterr()
    assert "Lane on" in said.out
    assert "4 cases compared" in said.err


def test_a_comparison_says_how_many_cases_contradict_themselves(tmp_path, capsys) -> None:
    lines, _table = written(
        tmp_path, [{"case": "a", "entered_on": "2020-01-02", "departed_on": "2020-01-01"}, *CASES[1:]]
    )
    assert compare(lines) == 0
    assert "1 Fälle enthalten zum 01.08.2026 Angaben, die sich widersprechen" in capsys.readouterr().err


def test_a_file_of_lines_without_a_case_is_refused(tmp_path, capsys) -> None:
    path = tmp_path / "cut.jsonl"
    path.write_text('{"case": "a"}\n{"case": "b", "ent')
    assert compare(path) == 3
    assert "Zeile 2 ist kein gültiges JSON" in capsys.readouterr().err
    path.write_bytes(b'{"case": "a"}\n{"case": "\xff"}\n')
    assert compare(path) == 3
    assert "kein Text in UTF-8" in capsys.readouterr().err


def test_a_text_that_differs_in_every_case_is_read_in_its_order(tmp_path) -> None:
    path = tmp_path / "texts.parquet"
    names = [f"Name {number}" for number in range(20_000)]
    pyarrow.parquet.write_table(pyarrow.table({"case": names, "family_name": [*names[:-1], None]}), path)
    codes, texts = read_parquet(path)[1].choices["family_name"]
    assert [texts[code] for code in codes[:3]] == names[:3]
    assert (codes[-1], len(texts)) == (-1, 19_999)
