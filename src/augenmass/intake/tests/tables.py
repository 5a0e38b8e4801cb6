"""Files for the tests of the intake, written as specialist systems write them, and as nobody should."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl

from augenmass.intake.rules.mapping import Plan, propose
from augenmass.intake.rules.row import ParsedRow, RowReader
from augenmass.intake.rules.sheet import Sheet
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration, Kind

TODAY = date(2026, 8, 1)


def _declared(name: str, kind: Kind, de: str, *headers: str, choices: tuple[Choice, ...] = ()) -> FactDeclaration:
    return FactDeclaration(
        name, kind, de, name, de, name, category="person", group="person", choices=choices, headers=headers
    )


VOCABULARY = {
    declaration.name: declaration
    for declaration in (
        _declared("file_number", Kind.TEXT, "Aktenzeichen", "AZ", "Az."),
        _declared("family_name", Kind.TEXT, "Familienname", "Name"),
        _declared("first_names", Kind.TEXT, "Vornamen", "Vorname"),
        _declared("date_of_birth", Kind.DAY, "Geburtsdatum", "Geb.-Datum"),
        _declared("entry_date", Kind.DAY, "Einreisedatum", "Einreise am"),
        _declared(
            "sex",
            Kind.CHOICE,
            "Geschlecht",
            choices=(Choice("female", "weiblich", "female", ("w",)), Choice("male", "männlich", "male", ("m",))),
        ),
        _declared("stateless", Kind.YES_NO, "Staatenlos"),
        _declared("suspension_valid_until", Kind.DAY, "Duldung gültig bis"),
    )
}

HEAD = ("Aktenzeichen", "Familienname", "Geburtsdatum")


def write_csv(path: Path, rows: Sequence[Sequence[str]], encoding: str = "utf-8", separator: str = ";") -> Path:
    """Write the rows, the header among them, without quotation marks."""
    path.write_bytes("".join(separator.join(row) + "\r\n" for row in rows).encode(encoding))
    return path


def write_workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Write the rows to the only sheet of a workbook."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def with_parts(path: Path, parts: dict[str, bytes]) -> Path:
    """Write a workbook again with parts added or replaced."""
    source = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename not in parts:
                new.writestr(entry, old.read(entry.filename))
        for name, content in parts.items():
            new.writestr(name, content)
    return path


def read_all(sheet: Sheet, plan: Plan | None = None) -> list[ParsedRow]:
    """Every row of a sheet as the intake understands it."""
    reader = RowReader(sheet, plan or propose(sheet.headers, VOCABULARY), VOCABULARY, TODAY)
    return [reader.read(row) for row in sheet.rows()]


def codes(row: ParsedRow) -> list[str]:
    """The codes of a row's problems."""
    return [problem.code for problem in row.problems]
