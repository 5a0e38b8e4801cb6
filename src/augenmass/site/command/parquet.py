"""Caseloads as Parquet: a column ``case`` with the identifiers, every other named as in the vocabulary.

Values are texts, numbers, dates or true and false, read as in any other file; each different one of a column is read once.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from augenmass.law.calendar import FIRST, LAST
from augenmass.law.columns import Columns, coded
from augenmass.law.day_column import DayColumn
from augenmass.law.facts import FormatError, Value, canonical, parse_value
from augenmass.law.planes import packed
from augenmass.law.values import UNKNOWN
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind
from augenmass.site.command.case_files import CaseFileError, suggestion

if TYPE_CHECKING:
    import pyarrow

KEY: Final = "case"
ROWS: Final = 50_000
"""Rows of a group, written and kept in memory at a time."""


def is_parquet(path: Path) -> bool:
    """Whether the file begins as Parquet does or says by its name that it is such a file."""
    with path.open("rb") as file:
        return file.read(4) == b"PAR1" or path.suffix.lower() == ".parquet"


def read_parquet(path: Path) -> tuple[list[str], Columns]:
    """Return the identifiers and the facts of the cases. Raises ``CaseFileError`` with a sentence."""
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.read_table(path)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        raise CaseFileError(
            _(
                "Die Datei %(path)s lässt sich nicht als Parquet lesen. Vielleicht ist sie abgeschnitten oder keine solche Datei."
            )
            % {"path": path}
        ) from error
    names = table.column_names
    if names.count(KEY) != 1 or len(set(names)) != len(names):
        raise CaseFileError(
            _("In %(path)s muss jede Spalte einmal vorkommen, darunter „case“ mit der Kennung des Falls.")
            % {"path": path}
        )
    for name in names:
        if name != KEY and name not in VOCABULARY:
            raise CaseFileError(
                _("Das Vokabular kennt die Spalte „%(name)s“ nicht.") % {"name": name} + suggestion(name)
            )
    columns = Columns(table.num_rows)
    for name in names:
        if name != KEY:
            _take(columns, VOCABULARY[name], table[name])
    return _keys(table[KEY].to_pylist()), columns


def _keys(read: Sequence[object]) -> list[str]:
    """The identifiers of the cases. Raises ``CaseFileError`` where one is empty or given twice."""
    keys = ["" if key is None else str(key).strip() for key in read]
    if not keys:
        raise CaseFileError(_("Die Datei enthält keinen Fall."))
    if not all(keys):
        raise CaseFileError(_("Zeile %(number)s hat keine Kennung des Falls.") % {"number": keys.index("") + 1})
    if len(set(keys)) < len(keys):
        twice = next(key for key, count in Counter(keys).items() if count > 1)
        raise CaseFileError(_("Der Fall %(case)s steht mehrmals in der Datei.") % {"case": twice})
    return keys


def _take(columns: Columns, declared: FactDeclaration, column: "pyarrow.ChunkedArray") -> None:
    import pyarrow

    try:
        held = column.combine_chunks().dictionary_encode()
        codes = np.asarray(held.indices.fill_null(-1)).astype(np.int32)
        values = [_value(declared, value) for value in held.dictionary.to_pylist()]
    except (pyarrow.ArrowException, TypeError) as error:
        raise CaseFileError(
            _("Die Spalte „%(name)s“ hat eine Art, die hier nicht gelesen wird.") % {"name": declared.name}
        ) from error
    match declared.kind:
        case Kind.YES_NO:
            known = [UNKNOWN if value is None else value for value in values]
            columns.truths[declared.name] = packed(np.array([*known, UNKNOWN], dtype=np.int8)[codes])
        case Kind.DAY:
            ends = np.array([*((FIRST, LAST) if value is None else value for value in values), (FIRST, LAST)], np.int32)
            columns.days[declared.name] = DayColumn.of(ends[codes, 0], ends[codes, 1])
        case Kind.NUMBER:
            numbers = [np.nan if value is None else value for value in values]
            columns.numbers[declared.name] = np.array([*numbers, np.nan], dtype=np.float64)[codes]
        case Kind.CHOICE | Kind.TEXT:
            kept: dict[str, int] = {}
            places = [-1 if value is None else kept.setdefault(str(value), len(kept)) for value in values]
            columns.choices[declared.name] = coded(np.array([*places, -1], dtype=np.int32)[codes], tuple(kept))


def _value(declared: FactDeclaration, value: object) -> Value | None:
    try:
        return parse_value(declared, value)
    except FormatError as error:
        reason = error.en if get_language() == "en" else error.de
        raise CaseFileError(_("Spalte „%(name)s“: %(reason)s") % {"name": declared.name, "reason": reason}) from error


def write_parquet(path: Path, heads: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]]) -> int:
    """Write an export (heads with the names they mean) as canonical texts; returns the number of rows.

    Cells that cannot be read are left out, as not established; so are links to other cases.
    """
    import pyarrow
    import pyarrow.parquet

    named = [(place, VOCABULARY[name]) for place, (_head, name) in enumerate(heads) if name in VOCABULARY]
    key = [name for _head, name in heads].index("file_number")
    text = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    schema = pyarrow.schema([(KEY, pyarrow.string()), *((declared.name, text) for _, declared in named)])
    written = 0
    with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _groups(rows):
            arrays = [pyarrow.array([row[key] for row in group], pyarrow.string())]
            for place, declared in named:
                texts = _texts(declared, [row[place] for row in group])
                arrays.append(pyarrow.array(texts, pyarrow.string()).dictionary_encode())
            writer.write_table(pyarrow.Table.from_arrays(arrays, schema=schema))
            written += len(group)
    return written


def _groups(rows: Iterable[Sequence[str]]) -> Iterable[list[Sequence[str]]]:
    group: list[Sequence[str]] = []
    for row in rows:
        group.append(row)
        if len(group) == ROWS:
            yield group
            group = []
    if group:
        yield group


def _texts(declared: FactDeclaration, cells: list[str]) -> list[str | None]:
    """Canonical texts of the cells of a column, each different cell read once."""
    known: dict[str, Any] = {}
    for cell in set(cells):
        try:
            value = parse_value(declared, cell)
            known[cell] = None if value is None else canonical(declared, value)
        except FormatError:
            known[cell] = None
    return [known[cell] for cell in cells]
