"""Tables as text: encoding, separator and quoting are found out from the content."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from augenmass.intake.rules import limits
from augenmass.intake.rules.problem import FileRefused, Problem
from augenmass.intake.rules.sheet import RawRow, name_columns, shape_row

_SEPARATORS = (";", ",", "\t", "|")
_BLOCK_BYTES = 1024 * 1024
_UNREADABLE = "\ufffd"
_UNREADABLE_BYTES = _UNREADABLE.encode()
_EXCEL_HINT = "sep="


class TextTable:
    """A CSV file; every call of `rows` reads it anew, one record in memory at a time."""

    serial_epoch: int | None = None

    def __init__(self, path: Path) -> None:
        self._path = path
        self.encoding, notes = find_encoding(path)
        with self._open() as file:
            sample = file.read(65_536)
        self._skipped, self.separator = _find_separator(sample)
        self._header_number, cells = self._first_record()
        self.headers, header_notes = name_columns(tuple(cells))
        self.notes: tuple[Problem, ...] = (*notes, *header_notes)

    def rows(self, after: int = 0) -> Iterator[RawRow]:
        """The rows with a number above `after`; see `Sheet.rows`."""
        taken = 0
        for number, cells, problem in self._records():
            if number <= self._header_number:
                continue
            row = self._row(number, cells, problem)
            if row is None:
                continue
            taken += 1
            if taken > limits.MAX_ROWS:
                raise FileRefused("too_many_rows", limit=limits.MAX_ROWS)
            if number > after:
                yield row

    def _row(self, number: int, cells: list[str], problem: Problem | None) -> RawRow | None:
        if problem is not None:
            padded = [*cells, *[""] * (len(self.headers) - len(cells))][: len(self.headers)]
            return RawRow(number, tuple(padded), (problem,))
        return shape_row(number, cells, self.headers, exact=True)

    def _first_record(self) -> tuple[int, list[str]]:
        for number, cells, problem in self._records():
            if problem is None and any(cell.strip() for cell in cells):
                return number, cells
        raise FileRefused("no_header")

    def _records(self) -> Iterator[tuple[int, list[str], Problem | None]]:
        """Number, cells and what is wrong with the quotation marks of each record, the header among them."""
        with self._open() as file:
            for _ in range(self._skipped):
                file.readline(limits.MAX_LINE_CHARACTERS)
            lines = _GuardedLines(file, self._skipped)
            reader = csv.reader(lines, delimiter=self.separator, strict=True)
            number = self._skipped
            while True:
                lines.begin_record()
                number += 1
                try:
                    cells = next(reader)
                except StopIteration:
                    return
                except csv.Error as error:
                    if lines.ended:
                        raise FileRefused("quote_not_closed", line=lines.record_start) from error
                    yield number, [lines.last.rstrip("\r\n")], Problem.of("row_bad_quotes")
                    continue
                yield number, cells, None

    def _open(self) -> TextIO:
        return self._path.open("r", encoding=self.encoding, errors="replace", newline="")


class _GuardedLines:
    """Lines of a file for the csv reader; refuses endless lines and records that never end."""

    def __init__(self, file: TextIO, skipped: int) -> None:
        self._file = file
        self._line = skipped
        self.record_start = 1
        self.last = ""
        self.ended = False

    def begin_record(self) -> None:
        self.record_start = self._line + 1

    def __iter__(self) -> "_GuardedLines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(limits.MAX_LINE_CHARACTERS)
        if not line:
            self.ended = True
            raise StopIteration
        self._line += 1
        if len(line) >= limits.MAX_LINE_CHARACTERS:
            raise FileRefused("line_too_long", line=self._line, limit=limits.MAX_LINE_CHARACTERS)
        if self._line - self.record_start >= limits.MAX_LINES_PER_RECORD:
            raise FileRefused("quote_not_closed", line=self.record_start)
        self.last = line
        return line


def find_encoding(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """The encoding of a text file with what should be said about it, judged over the whole file.

    UTF-8 with and without mark, UTF-16 with mark; everything else is read as Windows-1252. A file whose letters beyond
    ASCII are nearly all sound UTF-8 stays UTF-8, and its damaged rows are returned.
    """
    with path.open("rb") as file:
        mark = file.read(3)
    if mark.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", (Problem.of("read_as_utf16"),)
    encoding = "utf-8-sig" if mark == codecs.BOM_UTF8 else "utf-8"
    sound, damaged = _count_letters(path, encoding)
    if damaged == 0:
        return encoding, ()
    if encoding == "utf-8-sig" or sound > 5 * damaged:
        return encoding, (Problem.of("mixed_encoding"),)
    return "cp1252", ()


def _count_letters(path: Path, encoding: str) -> tuple[int, int]:
    """How many characters beyond ASCII decode soundly, and how many places do not."""
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    sound = damaged = 0
    tail = b""
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK_BYTES)
            # A replacement character that stands in the file itself decodes soundly: an earlier program lost the letter.
            damaged -= (tail + block).count(_UNREADABLE_BYTES)
            tail = block[-2:]
            text = decoder.decode(block, final=not block)
            if not text.isascii():
                lost = text.count(_UNREADABLE)
                damaged += lost
                sound += len(text) - len(text.encode("ascii", "ignore")) - lost
            if not block:
                return sound, damaged


def _find_separator(sample: str) -> tuple[int, str]:
    """How many lines stand before the table, and the separator, from the first lines of the file."""
    first, _, rest = sample.partition("\n")
    hint = first.strip().strip('"').lower()
    if hint.startswith(_EXCEL_HINT) and len(hint) == len(_EXCEL_HINT) + 1:
        return 1, hint[-1]
    if hint == _EXCEL_HINT and rest:
        return 1, "\t"
    widths = {separator: _agreement(sample, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: widths[separator])
    if widths[best] == (0.0, 0):
        raise FileRefused("no_header")
    return 0, best


def _agreement(sample: str, separator: str) -> tuple[float, int]:
    """Share of the sample's records that are as wide as the first one, and that width; (0, 0) for one column."""
    lines = sample.splitlines(keepends=True)[: limits.SAMPLE_ROWS]
    widths: list[int] = []
    try:
        widths.extend(len(cells) for cells in csv.reader(lines, delimiter=separator) if any(cells))
    except csv.Error:
        # A field beyond the csv module's limit: the records before it still speak for or against the separator.
        widths.append(0)
    if not widths or widths[0] < 2:
        return 0.0, 0
    share = sum(1 for width in widths if width == widths[0]) / len(widths)
    return (1.0 if share >= 0.5 else share), widths[0]
