"""The numbers of a body for a year, as they are kept and as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from augenmass.overview.rules.lasting import Quartiles, Spell, quartiles
from augenmass.overview.rules.measures import LASTING, OUTCOMES, Counted, Course, counted
from augenmass.overview.rules.periods import QUARTERS, YEAR, quarter_of
from augenmass.overview.rules.protection import ALL, Cell, hidden_cells, with_sums

ROWS: Final = (*QUARTERS, YEAR)
NOT_SHOWN: Final = Quartiles()


@dataclass(frozen=True, slots=True)
class Line:
    """A quarter or the year of one measure: its two outcomes and their sum, None where a number is not shown."""

    quarter: int
    outcomes: tuple[int | None, int | None]
    total: int | None
    lasted: Quartiles = NOT_SHOWN

    @property
    def share(self) -> int | None:
        """The first outcome in percent of both; None where that would tell what is not shown, or of nothing."""
        first = self.outcomes[0]
        return None if first is None or not self.total else round(100 * first / self.total)


@dataclass(slots=True)
class _Tally:
    """A year while it is counted."""

    counts: dict[str, list[list[int]]] = field(
        default_factory=lambda: {measure: [[0, 0] for _ in QUARTERS] for measure in OUTCOMES}
    )
    spells: dict[tuple[str, int], list[Spell]] = field(default_factory=dict)

    def add(self, one: Counted) -> None:
        quarter = quarter_of(one.day)
        self.counts[one.measure][quarter - 1][OUTCOMES[one.measure].index(one.outcome)] += 1
        if one.spell is not None:
            for row in (quarter, YEAR):
                self.spells.setdefault((one.measure, row), []).append(one.spell)

    def to_json(self) -> dict[str, Any]:
        lasted = {measure: [_kept(self.spells.get((measure, row), [])) for row in ROWS] for measure in LASTING}
        return {"counts": self.counts, "lasted": lasted}


def numbers_of(courses: Iterable[Course], years: Iterable[int], as_of: date) -> dict[int, dict[str, Any]]:
    """The numbers of years as they are kept (JSON): for each measure the outcomes by quarter, and quartiles where it lasts.

    All years at once: what a case adds is worked out once for all of them.
    """
    tallies = {year: _Tally() for year in years}
    for course in courses:
        for one in counted(course, as_of):
            tally = tallies.get(one.day.year)
            if tally is not None:
                tally.add(one)
    return {year: tally.to_json() for year, tally in tallies.items()}


def _kept(spells: list[Spell]) -> list[int | None]:
    found = quartiles(spells)
    return [found.first, found.median, found.third]


def shown_lines(kept: dict[str, Any], measure: str) -> list[Line]:
    """The lines of a measure, quarters and then the year, without what is not to be shown.

    Which numbers are hidden is decided for the whole year at once, so that a quarter cannot be taken from the year.
    """
    rows = kept["counts"][measure]
    numbers, hidden = with_sums(rows), hidden_cells(rows)

    def shown(cell: Cell) -> int | None:
        return None if cell in hidden else numbers[cell]

    lines = []
    for place, quarter in enumerate(ROWS):
        row = ALL if quarter == YEAR else place
        cells = (shown((row, 0)), shown((row, 1)))
        total = shown((row, ALL))
        lasted = NOT_SHOWN
        if measure in LASTING and None not in (*cells, total):
            lasted = Quartiles(*kept["lasted"][measure][place])
        lines.append(Line(quarter, cells, total, lasted))
    return lines
