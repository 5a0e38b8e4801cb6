"""A row becomes facts, or goes back with reasons that a person understands."""

from pathlib import Path

import pytest

from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.row import ParsedRow
from augenmass.intake.tests.tables import HEAD, codes, read_all, write_csv


def one(tmp_path: Path, heads: tuple[str, ...], cells: tuple[str, ...]) -> ParsedRow:
    (row,) = read_all(open_sheet(write_csv(tmp_path / "export.csv", [heads, cells])))
    return row


@pytest.mark.parametrize(
    ("written", "kept"),
    [("31.12.1990", "1990-12-31"), ("1990-12-31", "1990-12-31"), ("00.00.1990", "1990"), ("00.12.1990", "1990-12")],
)
def test_days_are_read_in_every_usual_spelling(tmp_path: Path, written: str, kept: str) -> None:
    assert one(tmp_path, HEAD, ("33-1", "Kaya", written)).facts["date_of_birth"] == kept


def test_an_empty_cell_says_nothing(tmp_path: Path) -> None:
    row = one(tmp_path, (*HEAD, "Staatenlos"), ("33-1", "Kaya", "unbekannt", ""))

    assert row.facts == {"file_number": "33-1", "family_name": "Kaya"}
    assert row.problems == ()


def test_an_impossible_day_goes_back_with_column_cell_and_sentence(tmp_path: Path) -> None:
    row = one(tmp_path, HEAD, ("33-1", "Kaya", "31.02.1990"))

    assert codes(row) == ["cell_unreadable"]
    assert (row.problems[0].column, row.problems[0].cell) == ("Geburtsdatum", "31.02.1990")
    assert "31.02.1990" in row.problems[0].de
    assert "date_of_birth" not in row.facts


def test_all_problems_of_a_row_are_named_at_once(tmp_path: Path) -> None:
    row = one(tmp_path, (*HEAD, "Geschlecht", "Staatenlos"), ("", "Kaya", "irgendwann", "weiß nicht", "vielleicht"))

    assert codes(row) == ["cell_unreadable", "cell_unreadable", "cell_unreadable", "key_missing"]


def test_a_birth_in_the_future_goes_back_and_a_validity_in_the_future_does_not(tmp_path: Path) -> None:
    heads = ("AZ", "Geburtsdatum", "Duldung gültig bis")

    assert codes(one(tmp_path, heads, ("33-1", "02.08.2026", "31.12.2026"))) == ["day_in_future"]
    assert codes(one(tmp_path, heads, ("33-1", "01.08.2026", "31.12.2026"))) == []


def test_a_year_that_has_begun_is_not_the_future(tmp_path: Path) -> None:
    assert codes(one(tmp_path, HEAD, ("33-1", "Kaya", "00.00.2026"))) == []


def test_two_columns_that_disagree_send_the_row_back(tmp_path: Path) -> None:
    row = one(tmp_path, ("AZ", "Geburtsdatum", "Geb.-Datum"), ("33-1", "01.02.1990", "02.01.1990"))

    assert codes(row) == ["columns_disagree"]
    assert "01.02.1990" in row.problems[0].de
    assert "02.01.1990" in row.problems[0].de


@pytest.mark.parametrize(("first", "second"), [("01.02.1990", "1990-02-01"), ("01.02.1990", ""), ("", "01.02.1990")])
def test_two_columns_that_agree_or_of_which_one_is_empty_give_the_value(
    tmp_path: Path, first: str, second: str
) -> None:
    row = one(tmp_path, ("AZ", "Geburtsdatum", "Geb.-Datum"), ("33-1", first, second))

    assert row.problems == ()
    assert row.facts["date_of_birth"] == "1990-02-01"


def test_right_to_left_names_are_kept_and_only_direction_marks_go(tmp_path: Path) -> None:
    row = one(tmp_path, HEAD, ("33-1", "\u202eمحمدی\u202c", "1990"))

    assert row.facts["family_name"] == "محمدی"
    assert [note.code for note in row.notes] == ["bidi_removed"]
    assert row.problems == ()


def test_a_very_long_name_is_kept_whole(tmp_path: Path) -> None:
    name = " ".join(["Adeboyejo-Wolfeschlegelsteinhausen"] * 20)

    assert one(tmp_path, HEAD, ("33-1", name, "1990")).facts["family_name"] == name


def test_a_cell_beyond_the_limit_goes_back(tmp_path: Path) -> None:
    row = one(tmp_path, HEAD, ("33-1", "x" * 5000, "1990"))

    assert codes(row) == ["cell_too_long"]
    assert len(row.problems[0].de) < 300


def test_nul_bytes_in_a_cell_send_the_row_back(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"AZ;Name\n33-1;Ka\0ya\n33-2;Meier\n" + b"33-3;Meier\n" * 40)

    rows = read_all(open_sheet(path))

    assert codes(rows[0]) == ["cell_nul"]
    assert codes(rows[1]) == []


def test_unreadable_characters_send_the_row_back(tmp_path: Path) -> None:
    assert codes(one(tmp_path, HEAD, ("33-1", "H\ufffdhn", "1990"))) == ["cell_bad_characters"]


def test_links_name_the_other_case_and_never_the_own(tmp_path: Path) -> None:
    row = one(tmp_path, ("AZ", "AZ Mutter", "AZ Vater"), ("33-3", "33-1", "33-3"))

    assert row.links == (("mother", "33-1"),)
    assert codes(row) == ["link_to_itself"]


def test_rows_that_say_the_same_have_one_fingerprint(tmp_path: Path) -> None:
    rows = read_all(
        open_sheet(
            write_csv(
                tmp_path / "export.csv",
                [
                    HEAD,
                    ("33-1", "Kaya", "31.12.1990"),
                    ("33-1", " Kaya", "1990-12-31"),
                    ("33-1", "Kayan", "1990-12-31"),
                ],
            )
        )
    )

    assert rows[0].fingerprint == rows[1].fingerprint
    assert rows[0].fingerprint != rows[2].fingerprint
