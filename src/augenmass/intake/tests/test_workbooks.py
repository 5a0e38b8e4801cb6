"""Excel workbooks are opened by content and without trust."""

import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.problem import FileRefused
from augenmass.intake.tests.tables import HEAD, read_all, with_parts, write_workbook

pytestmark = pytest.mark.whole

ROW = ("33-1", "Grünwäldt", datetime(1990, 12, 31))


def refusal(path: Path) -> str:
    with pytest.raises(FileRefused) as refused:
        list(open_sheet(path).rows())
    assert refused.value.de.endswith(".")
    assert refused.value.en.endswith(".")
    return refused.value.code


def test_cells_become_text_as_a_person_would_write_them(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "export.csv", [(*HEAD, "Staatenlos", "Zahl"), (*ROW, True, 12.0), ("33-2", "Kaya", None, False, 1.5)]
    )

    assert [row.cells for row in open_sheet(path).rows()] == [
        ("33-1", "Grünwäldt", "1990-12-31", "ja", "12"),
        ("33-2", "Kaya", "", "nein", "1.5"),
    ]


@pytest.mark.parametrize(
    ("epoch", "serial"), [(openpyxl.utils.datetime.WINDOWS_EPOCH, 33238), (openpyxl.utils.datetime.MAC_EPOCH, 31776)]
)
def test_a_day_that_lost_its_format_is_read_from_its_serial_number(
    tmp_path: Path, epoch: datetime, serial: int
) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    book.epoch = epoch
    book.active.append(HEAD)
    book.active.append(("33-1", "Kaya", serial))
    book.save(path)

    assert read_all(open_sheet(path))[0].facts["date_of_birth"] == "1990-12-31"


def test_four_digits_stay_a_year_of_birth(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "export.xlsx", [HEAD, ("33-1", "Kaya", 1990)])

    assert read_all(open_sheet(path))[0].facts["date_of_birth"] == "1990"


def test_formulas_and_error_values_are_problems_of_their_rows(tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "export.xlsx", [HEAD, ("33-1", "=HYPERLINK(1)", None), ("33-2", "#REF!", None), ROW]
    )

    rows = list(open_sheet(path).rows())

    assert [[problem.code for problem in row.problems] for row in rows] == [["cell_formula"], ["cell_error"], []]
    assert rows[0].problems[0].column == "Familienname"
    assert "enthält eine Formel" in rows[0].problems[0].de


def test_only_the_first_visible_sheet_with_content_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "Leer"
    for title in ("Geheim", "Fälle", "Legende"):
        sheet = book.create_sheet(title)
        sheet.append(HEAD)
        sheet.append((title, "Kaya", None))
    book["Geheim"].sheet_state = "hidden"
    book["Fälle"].merge_cells("B3:C3")
    book["Fälle"].row_dimensions[2].hidden = True
    book.save(path)

    sheet = open_sheet(path)

    assert next(iter(sheet.rows())).cells[0] == "Fälle"
    assert [note.code for note in sheet.notes] == ["other_sheets", "hidden_sheets", "merged_cells", "hidden_rows"]
    assert "Leer, Legende" in sheet.notes[0].de


def test_a_false_dimension_does_not_widen_the_rows(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "export.xlsx", [HEAD, ROW])
    with zipfile.ZipFile(path) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    with_parts(path, {"xl/worksheets/sheet1.xml": part.replace(b'ref="A1:C2"', b'ref="A1:XFD1048576"')})

    assert [len(row.cells) for row in open_sheet(path).rows()] == [3]


def test_external_links_are_named_and_not_followed(tmp_path: Path) -> None:
    path = with_parts(
        write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]),
        {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
    )

    assert [note.code for note in open_sheet(path).notes] == ["external_links"]


def test_a_workbook_with_macros_is_refused(tmp_path: Path) -> None:
    path = with_parts(write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]), {"xl/vbaProject.bin": b"\0"})

    assert refusal(path) == "file_has_macros"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_parts(
        write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]), {"xl/worksheets/sheet9.xml": bytes(50 * 1024 * 1024)}
    )
    assert path.stat().st_size < 200_000

    assert refusal(path) == "file_unpacks_too_large"


def test_an_archive_with_thousands_of_parts_is_refused(tmp_path: Path) -> None:
    parts = {f"xl/media/{number}.txt": b"" for number in range(2_001)}

    assert refusal(with_parts(write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]), parts)) == "file_unpacks_too_large"


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    path = with_parts(write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]), {"xl/worksheets/sheet1.xml": laughs})

    assert refusal(path) == "file_defines_entities"


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_a_workbook_that_was_cut_off_is_refused(tmp_path: Path, keep: float) -> None:
    path = write_workbook(tmp_path / "export.xlsx", [HEAD, *[ROW] * 50])
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])

    assert refusal(path) == "file_damaged"


def test_a_sheet_with_broken_markup_is_refused(tmp_path: Path) -> None:
    path = with_parts(
        write_workbook(tmp_path / "export.xlsx", [HEAD, ROW]),
        {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"},
    )

    assert refusal(path) == "file_damaged"


def test_a_workbook_without_content_is_refused(tmp_path: Path) -> None:
    assert refusal(write_workbook(tmp_path / "export.xlsx", [])) == "no_visible_sheet"


def test_ten_thousand_columns_are_refused(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "export.xlsx", [[f"Spalte {number}" for number in range(10_000)], ROW])

    assert refusal(path) == "too_many_columns"


def archive_of(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"},
            "file_is_open_document",
        ),
        ({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, "file_is_archive"),
        ({"[Content_Types].xml": b"<x/>", "xl/workbook.bin": b"\0"}, "file_is_binary_excel"),
        ({"export.csv": b"AZ;Name"}, "file_is_archive"),
    ],
)
def test_other_archives_behind_a_right_name_are_refused(tmp_path: Path, parts: dict[str, bytes], code: str) -> None:
    assert refusal(archive_of(tmp_path / "export.xlsx", parts)) == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n", "file_is_pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_is_old_excel"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><table><tr><td>AZ;Name</td>", "file_is_web_page"),
        (b"<?xml version='1.0'?><Workbook>", "file_is_web_page"),
        (b"\x89PNG\r\n\x1a\n", "file_is_image"),
        (b"\x1f\x8b\x08\x00", "file_is_archive"),
        (b"PK\x03\x04 no archive at all", "file_damaged"),
    ],
)
@pytest.mark.parametrize("name", ["export.csv", "export.xlsx"])
def test_other_content_behind_a_right_name_is_refused(tmp_path: Path, content: bytes, code: str, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    assert refusal(path) == code


def test_a_day_cell_is_read_as_that_day(tmp_path: Path) -> None:
    path = write_workbook(tmp_path / "export.xlsx", [HEAD, ("33-1", "Kaya", date(1990, 12, 31))])

    assert read_all(open_sheet(path))[0].facts["date_of_birth"] == "1990-12-31"
