"""An invented caseload as columns: rows of the invented export, drawn again and again, with days moved and cells taken away.

What the law reads and no export carries (assessments, what the authority itself noted) is drawn at random, so that no condition is
answered without work. Values are drawn independently of each other beyond what a row holds together.
"""

import random
from collections.abc import Sequence

import numpy as np

from augenmass.demo.columns import HEADS
from augenmass.demo.export import generate
from augenmass.law.calendar import FIRST, LAST
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns, coded
from augenmass.law.day_column import DayColumn
from augenmass.law.facts import FormatError, Held, parse_value
from augenmass.law.planes import WORD, packed
from augenmass.law.time import today
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind

ROWS = 4_000
"""So many rows are read; the caseload is drawn from them."""
TAKEN_AWAY = 0.05
"""Share of the cells that are emptied beside those that the export leaves empty."""
NOT_IN_EXPORTS = 0.5
"""Share of the cases in which a fact that no export carries is established."""


def caseload(catalogue: Catalogue, cases: int, seed: int = 17) -> Columns:
    """Return columns of all facts that the catalogue reads."""
    vocabulary = catalogue.vocabulary
    read = sorted(catalogue.program.fact_names & vocabulary.keys())
    rows = _rows(ROWS, seed)
    base = Columns.of(vocabulary, rows, [name for name in read if any(name in row for row in rows)])
    chance = np.random.default_rng(seed)
    drawn = chance.integers(0, ROWS, cases)
    moved = chance.integers(-60, 61, cases, dtype=np.int32)
    columns = Columns(cases)
    for name in read:
        if not _draw_again(columns, base, name, drawn, moved, chance):
            _invent(columns, vocabulary[name], chance)
    return columns


def taken(columns: Columns, rows: "np.ndarray") -> Columns:
    """Return the columns of some cases."""
    return Columns(
        len(rows),
        {name: packed(columns.truth(name)[rows]) for name in columns.truths},
        {name: day.at(rows) for name, day in columns.days.items()},
        {name: column[rows] for name, column in columns.numbers.items()},
        {name: (codes[rows], categories) for name, (codes, categories) in columns.choices.items()},
        {name: column[rows] for name, column in columns.disputed.items()},
    )


def case_facts(columns: Columns, row: int) -> dict[str, Held]:
    """Return one case as the single evaluation reads it; what is disputed is left out."""
    facts = {name: Held(value) for name, pair in columns.truths.items() if (value := _bit(pair, row)) != UNKNOWN}
    for name, day in columns.days.items():
        (first,), (last,) = day.part(slice(row, row + 1)).ends()
        if (first, last) != (FIRST, LAST):
            facts[name] = Held((int(first), int(last)))
    for name, column in columns.numbers.items():
        if not np.isnan(column[row]):
            facts[name] = Held(float(column[row]))
    for name, (codes, categories) in columns.choices.items():
        if codes[row] >= 0:
            facts[name] = Held(categories[codes[row]])
    return facts


def _bit(pair: "np.ndarray", row: int) -> int:
    """The value of one case: 0, 1 or 3."""
    sure, possible = (int(plane[row // WORD]) >> row % WORD & 1 for plane in pair)
    return YES if sure else UNKNOWN if possible else NO


def _rows(cases: int, seed: int) -> list[dict[str, Held]]:
    vocabulary = Catalogue.shipped().vocabulary
    chance = random.Random(seed)
    found = []
    for row in generate(cases, seed, today()):
        facts = {"land": Held(chance.choice(("ST", "ST", "ST", "BW", "NW")))}
        for (_head, name), cell in zip(HEADS, row, strict=True):
            if name in vocabulary:
                try:
                    value = parse_value(vocabulary[name], cell)
                except FormatError:
                    value = None
                if value is not None:
                    facts[name] = Held(value)
        found.append(facts)
    return found


def _draw_again(
    columns: Columns, base: Columns, name: str, drawn: "np.ndarray", moved: "np.ndarray", chance: np.random.Generator
) -> bool:
    """Take a column of the rows for the cases; False where the rows have none."""
    gone = chance.random(len(drawn), dtype=np.float32) < TAKEN_AWAY
    if name in base.truths:
        columns.truths[name] = packed(np.where(gone, UNKNOWN, base.truth(name)[drawn]).astype(np.int8))
    elif name in base.days:
        first, last = (ends[drawn] for ends in base.days[name].ends())
        gone |= (first == FIRST) & (last == LAST)
        columns.days[name] = DayColumn.of(np.where(gone, FIRST, first + moved), np.where(gone, LAST, last + moved))
    elif name in base.numbers:
        columns.numbers[name] = np.where(gone, np.nan, base.numbers[name][drawn])
    elif name in base.choices:
        codes, categories = base.choices[name]
        columns.choices[name] = coded(np.where(gone, -1, codes[drawn]), categories)
    else:
        return False
    return True


def _invent(columns: Columns, declaration: FactDeclaration, chance: np.random.Generator) -> None:
    """Draw a fact that no export carries."""
    size = columns.size
    known = chance.random(size, dtype=np.float32) < NOT_IN_EXPORTS
    match declaration.kind:
        case Kind.YES_NO:
            yes = chance.random(size, dtype=np.float32) < 0.3
            columns.truths[declaration.name] = packed(np.where(known, np.where(yes, YES, NO), UNKNOWN).astype(np.int8))
        case Kind.DAY:
            day = (today().toordinal() - chance.integers(-400, 2_000, size)).astype(np.int32)
            last = day + np.where(chance.random(size, dtype=np.float32) < 0.1, 30, 0).astype(np.int32)
            columns.days[declaration.name] = DayColumn.of(
                np.where(known, day, FIRST).astype(np.int32),
                np.where(known, last, LAST).astype(np.int32),
            )
        case Kind.NUMBER:
            columns.numbers[declaration.name] = np.where(known, chance.integers(0, 90, size), np.nan).astype(np.float64)
        case Kind.CHOICE | Kind.TEXT:
            keys: Sequence[str] = [choice.key for choice in declaration.choices] or ["x"]
            codes = np.where(known, chance.integers(0, len(keys), size), -1).astype(np.int32)
            columns.choices[declaration.name] = coded(codes, tuple(keys))
