"""Files with a directory: good ones in every habit, bad ones of every kind, rows refused and given back."""

from datetime import date
from pathlib import Path

import pytest

from augenmass.intake.rules.problem import FileRefused
from augenmass.offers.rules import table as rules
from augenmass.offers.rules.sentences import TableRefused
from augenmass.offers.rules.table import read_table, write_entries, write_refused
from augenmass.offers.tests.conftest import WriteFile

pytestmark = pytest.mark.unit
TODAY = date(2026, 11, 26)
HEAD = "Kennung;Art;Name;AGS;Gemeinde"
GOOD = f"{HEAD}\r\nA-1;Sprachkurs;Café für Anfänger;15001000;Nordheim\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_encoding_of_excel_is_read(write_file: WriteFile, encoding: str) -> None:
    found = read_table(write_file(GOOD, encoding), TODAY)
    assert [row.entry.name for row in found.accepted] == ["Café für Anfänger"]
    assert found.accepted[0].number == 2


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_separator_is_read_and_the_order_of_columns_does_not_matter(
    write_file: WriteFile, separator: str
) -> None:
    text = "Gemeinde;Gemeindeschlüssel;Bezeichnung;Art des Angebots\nNordheim;15001000;Kurs;language_course\n"
    found = read_table(write_file(text.replace(";", separator)), TODAY)
    assert found.accepted[0].entry.name == "Kurs"
    assert found.parts == {"municipality", "ags", "name", "kind"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Name;Ort\nKurs;Nordheim\n", "columns_missing"),
        (f"{HEAD}\n", "no_rows"),
        (f"{HEAD};Bezeichnung\nA;Sprachkurs;K;15001000;N;K\n", "column_twice"),
        ("nur eine Spalte\nx\n", "no_header"),
        ("", "file_empty"),
        ("%PDF-1.7 x", "file_is_pdf"),
        ("<html><table></table></html>", "file_is_web_page"),
    ],
)
def test_a_file_that_is_no_directory_is_refused_with_a_sentence(write_file: WriteFile, text: str, code: str) -> None:
    with pytest.raises((TableRefused, FileRefused)) as caught:
        read_table(write_file(text), TODAY)
    assert caught.value.code == code
    assert caught.value.de.endswith(".")
    assert caught.value.en.endswith(".")


def test_too_large_and_too_long_files_are_refused(write_file: WriteFile, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TableRefused, match="größer als 5 MB"):
        read_table(write_file("x" * 5_000_001), TODAY)
    monkeypatch.setattr(rules, "MAX_ROWS", 1)
    with pytest.raises(TableRefused, match="mehr als 1 Zeilen"):
        read_table(write_file(GOOD + "A-2;Sprachkurs;B;15001000;Nordheim\n"), TODAY)


def test_refused_rows_come_back_as_they_were_and_pass_once_mended(write_file: WriteFile, tmp_path: Path) -> None:
    text = (
        f"{HEAD};Bemerkung;Montag\r\n"
        "A-1;Sprachkurs;Gut;15001000;Nordheim;;9-12\r\n"
        "A-2;Zaubern;Schlecht;15;Nordheim;bleibt;9-12\r\n"
        "a-1;Sprachkurs;Doppelt;15001000;Nordheim;;\r\n"
        "A-4;Sprachkurs;Kurz\r\n"
    )
    found = read_table(write_file(text, "cp1252"), TODAY)
    assert [row.number for row in found.accepted] == [2]
    assert [(row.number, row.problems[0].code) for row in found.refused] == [
        (3, "no_kind"),
        (4, "twice"),
        (5, "row_too_narrow"),
    ]
    assert [note.code for note in found.notes] == ["unknown_column"]
    back = tmp_path / "zurueck.csv"
    assert write_refused(back, found, "de") == 3
    written = back.read_text(encoding="utf-8-sig")
    assert "bleibt" in written
    assert "steht schon in Zeile 2" in written
    back.write_text(
        written.replace("Zaubern", "Sprachkurs").replace(";15;", ";15001000;").replace("a-1", "A-3"),
        encoding="utf-8-sig",
    )
    again = read_table(back, TODAY)
    assert [row.entry.code for row in again.accepted] == ["A-2", "A-3"]
    assert [note.code for note in again.notes] == ["unknown_column"], "the reason is skipped, the remark is named"


def test_without_a_key_the_same_offer_is_the_same_and_twice_is_refused(write_file: WriteFile) -> None:
    head = "Art;Name;AGS;Gemeinde"
    text = f"{head}\nSprachkurs;Kurs;15001000;Nordheim\nSprachkurs;kurs ;15001000;Nordheim\n"
    found = read_table(write_file(text), TODAY)
    assert [row.problems[0].code for row in found.refused] == ["same_twice"]
    assert found.accepted[0].entry.code.startswith("auto-")


def test_what_is_written_is_read_back(write_file: WriteFile, tmp_path: Path) -> None:
    text = (
        "Kennung;Art;Name;AGS;Gemeinde;Breite;Länge;Sprachen;Aufzug;Dienstag;Freie Plätze;Stand der Plätze\n"
        'A-1;Kinderbetreuung;"Kita ""Sonne""; Haus 2";15001000;Nordheim;51,83;12,2464;de, sr;ja;9-12 Uhr;3;1.11.2026\n'
    )
    first = read_table(write_file(text), TODAY)
    for name in ("b.csv", "b.xlsx"):
        write_entries(tmp_path / name, [row.entry for row in first.accepted])
        assert [row.entry for row in read_table(tmp_path / name, TODAY).accepted] == [first.accepted[0].entry]
