"""CSV files are opened by content: encoding, separator, quotation marks, limits."""

from pathlib import Path

import pytest

from augenmass.intake.rules import limits
from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.tests.tables import HEAD, write_csv

ROWS = [HEAD, ("33-1", "Grünwäldt", "31.12.1990"), ("33-2", "Çelik", "1990-12-31")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_the_same_table_is_read_from_every_encoding_and_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.csv", ROWS, encoding, separator))

    assert [header.text for header in sheet.headers] == list(HEAD)
    assert [(row.number, row.cells) for row in sheet.rows()] == [(2, ROWS[1]), (3, ROWS[2])]


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.xlsx", ROWS))

    assert len(list(sheet.rows())) == 2


def test_utf16_is_said(tmp_path: Path) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.txt", ROWS, "utf-16", "\t"))

    assert [note.code for note in sheet.notes] == ["read_as_utf16"]


def test_an_umlaut_late_in_the_file_still_decides_the_encoding(tmp_path: Path) -> None:
    # As far behind the first rows as a file of 60,000 short ones: what counts is where the byte stands, not how many cells precede it.
    early = [(f"33-{number}", "Meier " * 25, "1990") for number in range(6_000)]
    rows = [HEAD, *early, ("33-x", "Müßig", "1990")]
    sheet = open_sheet(write_csv(tmp_path / "export.csv", rows, "cp1252"))

    assert list(sheet.rows())[-1].cells[1] == "Müßig"


def test_a_few_damaged_places_in_utf8_are_kept_to_their_rows(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    rows = [HEAD, *[(f"33-{number}", "Müßig", "1990") for number in range(10)]]
    write_csv(path, rows)
    path.write_bytes(path.read_bytes() + "33-y;Höhn;1990\r\n".encode("cp1252"))

    sheet = open_sheet(path)

    assert [note.code for note in sheet.notes] == ["mixed_encoding"]
    assert next(iter(sheet.rows())).cells[1] == "Müßig"
    assert list(sheet.rows())[-1].cells[1] == "H\ufffdhn"


def test_separators_and_line_ends_inside_quotation_marks_belong_to_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text('AZ;Name;Notiz\n33-1;"Meier; geb. Schulz";"eins\nzwei ""drei"""\n33-2;Kaya;\n', encoding="utf-8")

    rows = list(open_sheet(path).rows())

    assert rows[0].cells == ("33-1", "Meier; geb. Schulz", 'eins\nzwei "drei"')
    assert [row.number for row in rows] == [2, 3]


def test_the_separator_line_of_excel_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("sep=,\nAZ,Name\n33-1,Kaya\n", encoding="utf-8")

    sheet = open_sheet(path)

    assert [header.text for header in sheet.headers] == ["AZ", "Name"]
    assert [(row.number, row.cells) for row in sheet.rows()] == [(3, ("33-1", "Kaya"))]


def test_reading_goes_on_after_a_row_that_is_already_known(tmp_path: Path) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.csv", ROWS))

    assert [row.number for row in sheet.rows(after=2)] == [3]


def test_empty_lines_count_but_are_no_rows(tmp_path: Path) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.csv", [HEAD, ("", " ", ""), ROWS[1]]))

    assert [row.number for row in sheet.rows()] == [3]


def test_a_row_with_other_width_says_so(tmp_path: Path) -> None:
    sheet = open_sheet(
        write_csv(tmp_path / "export.csv", [HEAD, ("33-1", "Kaya", "1990", "x"), ("33-2", "Kaya"), ROWS[1]])
    )

    assert [[problem.code for problem in row.problems] for row in sheet.rows()] == [
        ["row_too_wide"],
        ["row_too_narrow"],
        [],
    ]


def test_mismatched_quotation_marks_cost_only_their_row(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text('AZ;Name\n33-1;"Kaya" (alias)\n33-2;Meier\n', encoding="utf-8")

    rows = list(open_sheet(path).rows())

    assert [problem.code for problem in rows[0].problems] == ["row_bad_quotes"]
    assert rows[0].cells[0] == '33-1;"Kaya" (alias)'
    assert rows[1].cells == ("33-2", "Meier")


@pytest.mark.parametrize("following", [3, limits.MAX_LINES_PER_RECORD + 10])
def test_a_quotation_mark_that_is_never_closed_refuses_the_file(tmp_path: Path, following: int) -> None:
    path = tmp_path / "export.csv"
    path.write_text("AZ;Name\n33-0;Kaya\n" + '33-1;"Kaya\n' + "33-2;Meier\n" * following, encoding="utf-8")
    sheet = open_sheet(path)

    with pytest.raises(FileRefused, match="Zeile 3") as refused:
        list(sheet.rows())

    assert refused.value.code == "quote_not_closed"


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("AZ;Name\n33-1;" + "x" * (limits.MAX_LINE_CHARACTERS + 5), encoding="utf-8")

    with pytest.raises(FileRefused) as refused:
        list(open_sheet(path).rows())

    assert refused.value.code == "line_too_long"


def test_nul_bytes_throughout_are_no_table(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"AZ;Name\n" + bytes(5000))

    with pytest.raises(FileRefused, match="Nullbytes"):
        open_sheet(path)


def test_ten_thousand_columns_are_refused_with_their_number(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "export.csv", [[f"Spalte {number}" for number in range(10_000)], ["1"] * 10_000])

    with pytest.raises(FileRefused, match="10000 Spalten") as refused:
        open_sheet(path)

    assert refused.value.code == "too_many_columns"


def test_more_rows_than_the_limit_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 1)
    sheet = open_sheet(write_csv(tmp_path / "export.csv", ROWS))

    with pytest.raises(FileRefused) as refused:
        list(sheet.rows())

    assert refused.value.code == "too_many_rows"


@pytest.mark.parametrize(("content", "code"), [(b"", "file_empty"), (b"nur eine Spalte\n1\n", "no_header")])
def test_a_file_without_a_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(content)

    with pytest.raises(FileRefused) as refused:
        open_sheet(path)

    assert refused.value.code == code


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)

    with pytest.raises(FileRefused, match="200 MB") as refused:
        open_sheet(path)

    assert refused.value.code == "file_too_large"


def test_repeated_and_empty_heads_get_labels_of_their_own(tmp_path: Path) -> None:
    sheet = open_sheet(write_csv(tmp_path / "export.csv", [("AZ", "Datum", "", "Datum"), ("1", "2", "3", "4")]))

    assert [header.label for header in sheet.headers] == ["AZ", "Datum", "Spalte 3", "Datum (2)"]
    assert [note.code for note in sheet.notes] == ["header_empty", "header_twice"]
