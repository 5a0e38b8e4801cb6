"""``augenmass evaluate``: exports and JSON lines, times of facts, errors that say what is wrong."""

import json
from datetime import date
from pathlib import Path

import pytest

from augenmass.demo.export import write_export
from augenmass.law.catalogue import Catalogue
from augenmass.law.values import YES
from augenmass.site.command import main
from augenmass.site.command.case_files import read_cases
from augenmass.site.command.evaluate import children_in, with_derived

pytestmark = pytest.mark.whole

ON = "2026-08-01"
DAY = date(2026, 8, 1)


def evaluate(path: Path, capsys: pytest.CaptureFixture[str], *more: str) -> list[dict]:
    assert main(["evaluate", str(path), "--as-of", ON, *more]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def json_lines(tmp_path: Path, *cases: dict) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(case) for case in cases))
    return path


def test_every_case_of_an_export_gets_a_line_with_all_questions_answered(tmp_path, capsys) -> None:
    path = tmp_path / "x.csv"
    write_export(path, 12, 7)

    lines = evaluate(path, capsys)

    questions = {question.id for question in Catalogue.shipped().questions}
    assert len(lines) == 12
    for line in lines:
        assert set(line) >= {"case", "lane", "next_steps", "blockers", "deadlines", "doubts", "answers"}
        assert set(line["answers"]) == questions
        assert set(line["answers"].values()) <= {"yes", "no", "not_established"}
        assert all(blocker["norm"] and blocker["fact"] for blocker in line["blockers"])


def test_the_same_file_gives_the_same_answers(tmp_path, capsys) -> None:
    path = tmp_path / "x.csv"
    write_export(path, 5, 7)

    assert evaluate(path, capsys) == evaluate(path, capsys)


def test_a_missing_name_and_null_are_both_not_established(tmp_path, capsys) -> None:
    path = json_lines(tmp_path, {"case": "a"}, {"case": "b", "family_name": None, "title_exempt": None})

    first, second = evaluate(path, capsys)

    assert first["answers"] == second["answers"]
    assert first["answers"]["entry_reliable"] == "not_established"


def test_age_is_derived_from_the_date_of_birth_and_what_the_file_says_goes_first(tmp_path) -> None:
    path = json_lines(
        tmp_path,
        {"case": "child", "date_of_birth": "2015-05-01"},
        {"case": "partial", "date_of_birth": "2008"},
        {"case": "said", "date_of_birth": "1990", "minor": True},
    )

    child, partial, said = (with_derived(case, {}, {}, DAY) for case in read_cases(path, DAY, None))

    assert child["minor"].value == said["minor"].value == YES
    assert child["age"].value == 11
    assert "minor" not in partial


def test_a_fact_counts_only_while_it_is_true_and_once_it_is_known(tmp_path, capsys) -> None:
    always = {"case": "a", "title_exempt": True}
    over = {"case": "a", "title_exempt": {"value": True, "true_to": "2026-07-31"}}
    later = {"case": "a", "title_exempt": {"value": True, "known_at": "2026-07-20T10:00:00+02:00"}}
    path = json_lines(tmp_path, always, over, later, {"case": "a"})

    held, ended, learned, nothing = evaluate(path, capsys)
    before = evaluate(path, capsys, "--known-at", "2026-07-19")

    assert held["answers"] == learned["answers"] != nothing["answers"]
    assert ended["answers"] == nothing["answers"]
    assert before[2]["answers"] == nothing["answers"]


def test_of_several_values_the_one_learned_last_counts(tmp_path, capsys) -> None:
    values = [
        {"value": True, "known_at": "2026-02-01"},
        {"value": False, "known_at": "2026-01-01"},
    ]
    path = json_lines(tmp_path, {"case": "a", "title_exempt": values}, {"case": "b", "title_exempt": True})

    first, second = evaluate(path, capsys)

    assert first["answers"] == second["answers"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"case": "a", "famly_name": "x"}', "„family_name“"),
        ('{"case": "a", "xyz": 1}', "augenmass law vocabulary"),
        ('{"case": "a"', "kein gültiges JSON"),
        ('{"case": "a", "date_of_birth": "31.02.1990"}', "date_of_birth"),
        ('{"case": "a", "family_name": {"value": "x", "since": "2026"}}', "since"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_its_number_before_anything_is_printed(
    tmp_path, capsys, line: str, says: str
) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"case": "fine"}\n' + line)

    assert main(["evaluate", str(path)]) == 3

    out, err = capsys.readouterr()
    assert out == ""
    assert "Zeile 2" in err
    assert says in err


def test_a_file_that_is_no_table_is_refused_with_a_sentence(tmp_path, capsys) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"%PDF-1.7\n" + bytes(200))

    assert main(["evaluate", str(path)]) == 3
    assert "PDF" in capsys.readouterr().err


def test_a_row_that_cannot_be_read_is_named_and_the_others_are_evaluated(tmp_path, capsys) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Aktenzeichen;Name;Geb.-Datum\n1;Ada;31.02.1990\n2;Ida;01.02.1990\n2;Eva;01.02.1991\n")

    assert main(["evaluate", str(path), "--strict"]) == 4

    out, err = capsys.readouterr()
    assert [json.loads(line)["case"] for line in out.splitlines()] == ["2"]
    assert "Zeile 2 (1)" in err
    assert "Zeile 4 (2)" in err


def test_a_child_in_the_household_is_seen_through_the_file_numbers(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Aktenzeichen;Name;Geb.-Datum;AZ Mutter;Straße/Hausnr.;PLZ\n"
        "1;Ada;01.02.1990;;Weg 1;12345\n"
        "2;Eva;01.02.2020;1;Weg 1;12345\n"
        "3;Ida;01.02.1991;;Weg 2;12345\n"
        "4;Uta;01.02.2020;3;;\n"
    )
    children = children_in(path, DAY)

    mother, _child, other, _elsewhere = (with_derived(case, children, {}, DAY) for case in read_cases(path, DAY, None))

    assert mother["minor_child_in_household"].value == mother["child_under_twelve"].value == YES
    assert other["child_under_twelve"].value == YES
    assert "minor_child_in_household" not in other


def test_an_unknown_land_is_refused_with_the_known_ones(tmp_path, capsys) -> None:
    assert main(["evaluate", str(json_lines(tmp_path, {"case": "a"})), "--land", "ZZ"]) == 3
    assert "XM" in capsys.readouterr().err


def test_the_table_names_lane_and_step_in_words(tmp_path, capsys) -> None:
    assert main(["evaluate", str(json_lines(tmp_path, {"case": "A-1"})), "--format", "table"]) == 0

    head, _rule, row = capsys.readouterr().out.splitlines()
    assert head.split()[:2] == ["Fall", "Spur"]
    assert row.startswith("A-1")
    assert "_" not in row


def test_entries_that_contradict_each_other_are_named_and_the_case_is_evaluated(tmp_path, capsys) -> None:
    path = json_lines(
        tmp_path, {"case": "a", "entered_on": "2026-01-01", "departed_on": "2025-01-01"}, {"case": "b", "minor": "no"}
    )
    assert main(["evaluate", str(path), "--as-of", ON]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert "Fall a: „Eingereist am“ liegt nach „Ausgereist am“." in said.err
    assert "Fall b" not in said.err


def test_before_the_catalogue_begins_nothing_is_established(tmp_path, capsys) -> None:
    path = json_lines(tmp_path, {"case": "a", "minor": "no"})
    assert main(["evaluate", str(path), "--as-of", "2026-05-03"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "Zum 03.05.2026 ist nichts festgestellt: Der Rechtskatalog beginnt am 04.05.2026." in said.err
    assert main(["evaluate", str(path), "--as-of", "2026-05-04"]) == 0


def test_periods_and_days_at_the_end_of_the_calendar_are_evaluated(tmp_path, capsys) -> None:
    case = {
        "departure_period_days": "99999999999",
        "warning_served_on": "9999-12-31",
        "reception_since": "9999-06-01",
        "entry_ban_ordered_on": "0001-01-01",
        "entry_ban_length_months": "999999999",
        "land": "HH",
    }
    path = json_lines(tmp_path, {"case": "a", **case})
    for day in (ON, "9999-12-31"):
        assert main(["evaluate", str(path), "--as-of", day]) == 0
        assert json.loads(capsys.readouterr().out)["answers"]["may_arrange_removal"] != "yes"


def test_days_ahead_and_times_in_the_wrong_order_are_said(tmp_path, capsys) -> None:
    path = json_lines(tmp_path, {"case": "a", "entered_on": "9999-12-30", "departure_period_until": "9999-12-30"})
    assert main(["evaluate", str(path), "--as-of", ON]) == 0
    assert capsys.readouterr().err.count("liegt in der Zukunft") == 1
    for times, says in (
        ({"true_from": "2026-09-03", "true_to": "2026-08-01"}, "„true_to“ liegt vor „true_from“."),
        ({"true_from": "2026-09-31"}, "„2026-09-31“ ist kein Tag der Form JJJJ-MM-TT."),
    ):
        path = json_lines(tmp_path, {"case": "a", "minor": {"value": "no", **times}})
        assert main(["evaluate", str(path), "--as-of", ON]) == 3
        assert says in capsys.readouterr().err
