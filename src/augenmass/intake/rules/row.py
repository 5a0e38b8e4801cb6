"""One row of a file becomes facts in canonical form, or reasons why it goes back."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from augenmass.intake.rules import limits
from augenmass.intake.rules.characters import (
    DIRECTION_MARKS,
    collapse,
    without_direction_marks,
)
from augenmass.intake.rules.contradictions import contradictions
from augenmass.intake.rules.mapping import Column, Plan
from augenmass.intake.rules.problem import Problem
from augenmass.intake.rules.sheet import RawRow, Sheet
from augenmass.intake.rules.targets import KEY, SPECIAL_COLUMNS
from augenmass.law.consistency import may_lie_ahead
from augenmass.law.facts import FormatError, canonical, parse_value
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind

_REMEMBERED_CELLS = 50_000
_SERIALS = range(1, 110_000)


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """What a row says.

    `facts` maps names to canonical texts (an unknown value is absent), `links` holds relation and file number of other
    cases, `problems` are the reasons for returning it (empty: it can be taken), `notes` what was changed in reading.
    """

    number: int
    key: str
    facts: Mapping[str, str]
    links: tuple[tuple[str, str], ...]
    unit: str
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]

    @property
    def fingerprint(self) -> str:
        """The same for rows that say the same, in hexadecimal digits."""
        said = (sorted(self.facts.items()), self.links, self.unit)
        return hashlib.sha256(repr(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Cell:
    value: str = ""
    problem: Problem | None = None


class RowReader:
    """Reads the rows of one sheet with one plan; remembers cells that occur often."""

    def __init__(self, sheet: Sheet, plan: Plan, vocabulary: Mapping[str, FactDeclaration], today: date) -> None:
        self._epoch = sheet.serial_epoch
        self._labels = tuple(header.label for header in sheet.headers)
        self._vocabulary = vocabulary
        self._today = today
        self._values = plan.values
        self._checks = plan.checks
        self._key_labels = {column.header.label for column in plan.columns if column.target == KEY}
        self._remembered: dict[tuple[int, str], _Cell] = {}

    def read(self, row: RawRow) -> ParsedRow:
        """Parse a row; everything that is wrong is collected, so that a person corrects it in one go."""
        problems = list(row.problems)
        notes: list[Problem] = []
        if not row.problems:
            problems.extend(self._damaged_cells(row))
            notes.extend(self._stripped_cells(row))
        facts: dict[str, str] = {}
        special: dict[str, str] = {}
        spoken_of = {problem.column for problem in problems}
        for column in self._values:
            cell = self._read(column, row.cells[column.header.position])
            if cell.problem is not None and column.header.label not in spoken_of:
                problems.append(cell.problem)
            elif cell.value:
                (special if column.target in SPECIAL_COLUMNS else facts)[column.target] = cell.value
        problems.extend(self._disagreements(row, facts, special))
        key = facts.get(KEY, "")
        if len(key) > limits.MAX_KEY_CHARACTERS:
            problems.append(Problem.of("key_too_long", length=len(key), limit=limits.MAX_KEY_CHARACTERS))
        elif not key and not {problem.column for problem in problems} & self._key_labels:
            problems.append(Problem.of("key_missing"))
        links = self._links(special, key, problems)
        problems.extend(contradictions(facts, self._today))
        return ParsedRow(
            row.number,
            key,
            facts,
            links,
            special.get("case:unit", ""),
            tuple(problems),
            tuple(notes),
        )

    def _links(self, special: Mapping[str, str], key: str, problems: list[Problem]) -> tuple[tuple[str, str], ...]:
        links = []
        for target, value in special.items():
            kind, _, relation = target.partition(":")
            if kind != "link":
                continue
            if value == key:
                column = next(column for column in self._values if column.target == target)
                problems.append(Problem.of("link_to_itself", column=column.header.label, cell=value))
            else:
                links.append((relation, value))
        return tuple(links)

    def _damaged_cells(self, row: RawRow) -> Iterator[Problem]:
        for label, text in zip(self._labels, row.cells, strict=True):
            if len(text) > limits.MAX_CELL_CHARACTERS:
                yield _too_long(label, text, len(text), limits.MAX_CELL_CHARACTERS)
            elif "\0" in text:
                yield Problem.of("cell_nul", column=label, cell=text)
            elif "\ufffd" in text:
                yield Problem.of("cell_bad_characters", column=label, cell=text)

    def _stripped_cells(self, row: RawRow) -> Iterator[Problem]:
        for label, text in zip(self._labels, row.cells, strict=True):
            if not text.isascii() and DIRECTION_MARKS.search(text):
                yield Problem.of("bidi_removed", column=label, cell=text)

    def _read(self, column: Column, text: str) -> _Cell:
        if not text:
            return _Cell()
        known = self._remembered.get((column.header.position, text))
        if known is None:
            known = self._parse(column, text)
            if len(self._remembered) >= _REMEMBERED_CELLS:
                self._remembered.clear()
            self._remembered[(column.header.position, text)] = known
        return known

    def _parse(self, column: Column, text: str) -> _Cell:
        plain = collapse(without_direction_marks(text))
        if column.target in SPECIAL_COLUMNS:
            return _Cell("" if plain == "-" else plain)
        declaration = self._vocabulary[column.target]
        label = column.header.label
        if declaration.kind is Kind.DAY:
            plain = self._from_serial(plain)
        try:
            value = parse_value(declaration, plain)
        except FormatError as error:
            return _Cell(
                problem=Problem.of("cell_unreadable", column=label, cell=text, reason=error.de, reason_en=error.en)
            )
        if value is None:
            return _Cell()
        kept = canonical(declaration, value)
        if len(kept) > limits.MAX_VALUE_CHARACTERS:
            return _Cell(problem=_too_long(label, text, len(kept), limits.MAX_VALUE_CHARACTERS))
        if isinstance(value, tuple) and value[0] > self._today.toordinal() and not may_lie_ahead(declaration.name):
            return _Cell(problem=Problem.of("day_in_future", column=label, cell=text))
        return _Cell(kept)

    def _from_serial(self, text: str) -> str:
        """A day that a workbook holds as a bare number, as 1990-12-31; everything else unchanged.

        Four digits stay what they are: in exports they are a year of birth, not a day before 1928.
        """
        if self._epoch is None or not text.isdigit() or len(text) < 5 or int(text) not in _SERIALS:
            return text
        return date.fromordinal(self._epoch + int(text)).isoformat()

    def _disagreements(self, row: RawRow, facts: dict[str, str], special: dict[str, str]) -> Iterator[Problem]:
        """Columns of the same target that do not say the same; where only the further one speaks, it gives the value."""
        for check in self._checks:
            text = row.cells[check.header.position]
            cell = self._read(check, text)
            read = special if check.target in SPECIAL_COLUMNS else facts
            if cell.problem is not None:
                yield cell.problem
            elif cell.value and cell.value != read.setdefault(check.target, cell.value):
                leading = next(column for column in self._values if column.target == check.target)
                declared = self._vocabulary.get(check.target) or SPECIAL_COLUMNS[check.target]
                yield Problem.of(
                    "columns_disagree",
                    column=leading.header.label,
                    cell=row.cells[leading.header.position],
                    other=check.header.label,
                    other_cell=text,
                    fact=declared.de,
                    fact_en=declared.en,
                )


def _too_long(label: str, text: str, length: int, limit: int) -> Problem:
    return Problem.of("cell_too_long", column=label, cell=text, length=length, limit=limit)
