"""A table as the intake sees it, whatever the file was: heads of columns and a stream of rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from augenmass.intake.rules import limits
from augenmass.intake.rules.characters import collapse, without_direction_marks
from augenmass.intake.rules.problem import FileRefused, Problem


@dataclass(frozen=True, slots=True)
class Header:
    """One column: its position from 0, the head as written, and a label that is unique in the file."""

    position: int
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file.

    `number` is the number that a spreadsheet program shows (the header line counts), `cells` has one text per
    column, `problems` is what already the reading found.
    """

    number: int
    cells: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class Sheet(Protocol):
    """A table that can be read again and again in constant memory."""

    @property
    def headers(self) -> tuple[Header, ...]:
        """The columns."""

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a reader should know about the file as a whole."""

    @property
    def serial_epoch(self) -> int | None:
        """Ordinal of the day that a spreadsheet counts as 0, None where a number is never a day."""

    def rows(self, after: int = 0) -> Iterator[RawRow]:
        """The rows with a number above `after`; raises `FileRefused` when the file turns out to be unreadable."""


def name_columns(cells: tuple[str, ...]) -> tuple[tuple[Header, ...], tuple[Problem, ...]]:
    """Name the columns of a header line so that every label is unique; empty and repeated heads are noted.

    Raises `FileRefused` for fewer than two named columns or more than the limit.
    """
    texts = [collapse(without_direction_marks(cell)) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > limits.MAX_COLUMNS:
        raise FileRefused("too_many_columns", columns=len(texts), limit=limits.MAX_COLUMNS)
    if sum(1 for text in texts if text) < 2:
        raise FileRefused("no_header")
    headers: list[Header] = []
    notes: list[Problem] = []
    taken: set[str] = set()
    for position, text in enumerate(texts):
        label = _free_label(text or f"Spalte {position + 1}", taken)
        taken.add(label)
        headers.append(Header(position, text, label))
        if not text:
            notes.append(Problem.of("header_empty", position=position + 1))
        elif label != text:
            notes.append(Problem.of("header_twice", column=text, label=label))
    return tuple(headers), tuple(notes)


def _free_label(text: str, taken: set[str]) -> str:
    label, count = text, 2
    while label in taken:
        label = f"{text} ({count})"
        count += 1
    return label


def shape_row(number: int, cells: list[str], headers: tuple[Header, ...], *, exact: bool) -> RawRow | None:
    """Fit a record to the columns; None for an empty line.

    `exact` says that every record of the format has all cells (CSV), so a shorter one was cut off.
    """
    if not any(cell and not cell.isspace() for cell in cells):
        return None
    width = len(headers)
    problems: list[Problem] = []
    if len(cells) > width and any(cell and not cell.isspace() for cell in cells[width:]):
        problems.append(Problem.of("row_too_wide", cells=len(cells), columns=width))
    elif len(cells) < width:
        if exact:
            problems.append(Problem.of("row_too_narrow", cells=len(cells), columns=width))
        cells = [*cells, *[""] * (width - len(cells))]
    else:
        cells = cells[:width]
    return RawRow(number, tuple(cells), tuple(problems))
