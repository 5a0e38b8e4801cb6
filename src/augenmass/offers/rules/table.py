"""A file with a directory: which columns it has, which rows are entries, which are refused and why. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from augenmass.intake.rules.characters import comparable
from augenmass.intake.rules.opening import open_sheet
from augenmass.intake.rules.problem import Problem
from augenmass.intake.rules.sheet import Header, RawRow, Sheet
from augenmass.intake.rules.writing import write_table
from augenmass.offers.rules.cells import PARTS_BY_HEAD
from augenmass.offers.rules.entry import COLUMNS, HEADS, NEEDED, Entry, cells_of
from augenmass.offers.rules.reading import NotAnEntry, read_entry
from augenmass.offers.rules.sentences import TableRefused, problem

MAX_BYTES: Final = 5_000_000
MAX_ROWS: Final = 20_000
REASON: Final = {"de": "Was zu ändern ist", "en": "What to change"}
"""Head of the column that says why a row was refused; it is skipped when the mended file comes back."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A row that is an entry; ``given``: the parts for which the file has a column."""

    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is none: its cells as they stand in the file, and what would be right."""

    number: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a file says. ``parts``: of the entry, for which it has a column; ``heads`` as they stand in it."""

    heads: tuple[str, ...]
    parts: frozenset[str]
    accepted: tuple[Accepted, ...]
    refused: tuple[Refused, ...]
    notes: tuple[Problem, ...]


def read_table(path: Path, today: date) -> Table:
    """Read a file. Raises ``TableRefused`` or the intake's ``FileRefused`` with a sentence that says what to do."""
    if path.stat().st_size > MAX_BYTES:
        raise TableRefused("file_too_large", limit=MAX_BYTES // 1_000_000)
    sheet = open_sheet(path)
    columns, unknown = _columns(sheet.headers)
    accepted: list[Accepted] = []
    refused: list[Refused] = []
    taken: dict[str, int] = {}
    for count, row in enumerate(sheet.rows(), 1):
        if count > MAX_ROWS:
            raise TableRefused("too_many_rows", limit=MAX_ROWS)
        found = _read(row, columns, today, taken)
        if isinstance(found, Accepted):
            accepted.append(found)
        else:
            refused.append(found)
    if not accepted and not refused:
        raise TableRefused("no_rows")
    heads = tuple(header.label for header in sheet.headers)
    return Table(heads, frozenset(columns.values()), tuple(accepted), tuple(refused), (*_notes(sheet), *unknown))


def _notes(sheet: Sheet) -> Iterator[Problem]:
    """What the reader says of the file; of heads without words only where they are no trailing ones."""
    yield from sheet.notes


def _columns(headers: Sequence[Header]) -> tuple[dict[int, str], list[Problem]]:
    """Position -> part, and a note for each column that is not known."""
    found: dict[int, str] = {}
    heads: dict[str, str] = {}
    unknown: list[Problem] = []
    reasons = {comparable(word) for word in REASON.values()}
    for header in headers:
        part = PARTS_BY_HEAD.get(comparable(header.text))
        if part is None:
            if header.text and comparable(header.text) not in reasons:
                unknown.append(problem("unknown_column", header.label))
            continue
        if part in heads:
            raise TableRefused("column_twice", first=heads[part], second=header.label)
        found[header.position] = part
        heads[part] = header.label
    missing = [HEADS[part] for part in NEEDED if part not in heads]
    if missing:
        raise TableRefused("columns_missing", missing=", ".join(missing))
    return found, unknown


def _read(row: RawRow, columns: Mapping[int, str], today: date, taken: dict[str, int]) -> Accepted | Refused:
    if row.problems:
        return Refused(row.number, row.cells, row.problems)
    given = {part: row.cells[position] for position, part in columns.items()}
    try:
        entry = read_entry(given, today)
    except NotAnEntry as error:
        return Refused(row.number, row.cells, tuple(error.problems))
    first = taken.setdefault(entry.code.casefold(), row.number)
    if first != row.number:
        code = "twice" if given.get("code", "").strip() else "same_twice"
        return Refused(row.number, row.cells, (problem(code, HEADS["code"], entry.code, first=first),))
    return Accepted(row.number, entry)


def write_entries(path: Path, entries: Iterator[Entry] | Sequence[Entry]) -> int:
    """Write entries as a table that ``read_table`` reads back to the same ones; returns how many."""
    rows = ([cells[column.part] for column in COLUMNS] for cells in map(cells_of, entries))
    return write_table(path, [column.head for column in COLUMNS], rows)


def write_refused(path: Path, table: Table, language: str) -> int:
    """Write the refused rows as they stood in the file, with what would be right beside them."""
    rows = (
        [" ".join(one.en if language == "en" else one.de for one in row.problems), *row.cells] for row in table.refused
    )
    return write_table(path, [REASON[language], *table.heads], rows)
