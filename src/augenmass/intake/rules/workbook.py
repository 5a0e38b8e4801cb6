"""Tables in Excel workbooks: one visible sheet, streamed; formulas and error values are problems of their rows."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.exceptions import InvalidFileException

from augenmass.intake.rules import limits
from augenmass.intake.rules.problem import FileRefused, Problem
from augenmass.intake.rules.sheet import Header, RawRow, name_columns, shape_row

_DAMAGED = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    zlib.error,
)
_TYPE_DEFINITION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_BLOCK_BYTES = 1024 * 1024
_HIDDEN = re.compile(rb'<(row|col) [^>]*hidden="(1|true)"')


class WorkbookTable:
    """The first visible sheet with content of a workbook; every call of `rows` reads it anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with _damage_is_said():
            _refuse_type_definitions(path)
        with _opened(path) as book:
            self.serial_epoch: int | None = _zero_day(book)
            self._sheet_title, others, hidden = _choose_sheet(book)
            self._header_number, cells = self._first_record(book)
            self.headers, header_notes = name_columns(tuple(cells))
            # The library has no public way to the name of the sheet's part in the archive.
            part: str = book[self._sheet_title]._worksheet_path
            layout = tuple(_notes_on_layout(path, part))
        self.notes: tuple[Problem, ...] = (
            *_notes_on_sheets(self._sheet_title, others, hidden),
            *layout,
            *header_notes,
        )

    def rows(self, after: int = 0) -> Iterator[RawRow]:
        """The rows with a number above `after`; see `Sheet.rows`."""
        taken = 0
        with _opened(self._path) as book:
            for number, row in self._cells(book):
                if number <= self._header_number:
                    continue
                cells, problems = _read_cells(row, self.headers)
                shaped = shape_row(number, cells, self.headers, exact=False)
                if shaped is None:
                    continue
                taken += 1
                if taken > limits.MAX_ROWS:
                    raise FileRefused("too_many_rows", limit=limits.MAX_ROWS)
                if number > after:
                    yield RawRow(number, shaped.cells, (*shaped.problems, *problems))

    def _first_record(self, book: openpyxl.Workbook) -> tuple[int, list[str]]:
        for number, row in self._cells(book):
            cells = [cell_text(cell.value) for cell in row]
            if any(cells):
                return number, cells
        raise FileRefused("no_header")

    def _cells(self, book: openpyxl.Workbook) -> Iterator[tuple[int, tuple[Any, ...]]]:
        sheet = book[self._sheet_title]
        # The declared dimension is a claim of the file: a false one would pad every row to 16,384 cells.
        sheet.reset_dimensions()
        yield from enumerate(sheet.iter_rows(), start=1)


def cell_text(value: object) -> str:
    """A cell's value as text: days as 1990-12-31, yes/no as ja and nein, numbers without a trailing .0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _read_cells(row: tuple[Any, ...], headers: tuple[Header, ...]) -> tuple[list[str], list[Problem]]:
    cells: list[str] = []
    problems: list[Problem] = []
    for position, cell in enumerate(row):
        text = cell_text(cell.value)
        cells.append(text)
        kind = cell.data_type
        if kind in ("f", "e") and text:
            column = headers[position].label if position < len(headers) else ""
            problems.append(Problem.of("cell_formula" if kind == "f" else "cell_error", column=column, cell=text))
    return cells, problems


@contextmanager
def _damage_is_said() -> Iterator[None]:
    """Whatever the libraries raise about a broken workbook becomes one sentence; the cause stays attached."""
    try:
        yield
    except FileRefused:
        raise
    except _DAMAGED as error:
        raise FileRefused("file_damaged") from error


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    # The library judges a path by its ending; an open file it judges by its content.
    with _damage_is_said(), path.open("rb") as file:
        with warnings.catch_warnings():
            # The library warns about parts that it leaves out (styles, validation lists); none of them is read here.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _zero_day(book: openpyxl.Workbook) -> int:
    # In the 1900 calendar, day 60 is a 29 February that never was; all later serials count from 1899-12-30.
    return date(1904, 1, 1).toordinal() if book.epoch == CALENDAR_MAC_1904 else date(1899, 12, 30).toordinal()


def _choose_sheet(book: openpyxl.Workbook) -> tuple[str, list[str], list[str]]:
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    for sheet in visible:
        sheet.reset_dimensions()
        first = next(
            (row for row in sheet.iter_rows(values_only=True) if any(value is not None for value in row)), None
        )
        if first is not None:
            return sheet.title, [other.title for other in visible if other is not sheet], hidden
    raise FileRefused("no_visible_sheet")


def _notes_on_sheets(title: str, others: list[str], hidden: list[str]) -> Iterator[Problem]:
    if others:
        yield Problem.of("other_sheets", sheet=title, others=", ".join(others))
    if hidden:
        yield Problem.of("hidden_sheets", others=", ".join(hidden))


def _notes_on_layout(path: Path, part: str) -> Iterator[Problem]:
    merged = hidden = False
    with zipfile.ZipFile(path) as archive:
        linked = any(name.startswith("xl/externalLinks/") for name in archive.namelist())
        with archive.open(part) as file:
            tail = b""
            while block := file.read(_BLOCK_BYTES):
                window = tail + block
                merged = merged or b"<mergeCell " in window
                hidden = hidden or _HIDDEN.search(window) is not None
                tail = block[-400:]
    if merged:
        yield Problem.of("merged_cells")
    if hidden:
        yield Problem.of("hidden_rows")
    if linked:
        yield Problem.of("external_links")


def _refuse_type_definitions(path: Path) -> None:
    """Excel writes no document type definitions; one that is there can only serve to multiply entities."""
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if not entry.filename.endswith((".xml", ".rels")):
                continue
            with archive.open(entry) as file:
                if _TYPE_DEFINITION.search(file.read(16_384)):
                    raise FileRefused("file_defines_entities")
