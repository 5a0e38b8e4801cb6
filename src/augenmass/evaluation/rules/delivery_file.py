"""The file with the counts of places that do not run this program: what it must say, and what is wrong with it. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from augenmass.evaluation.rules.measures import MEASURES, Numbers
from augenmass.law.quarters import Quarter

HEADS: Final = ("Gemeindeschlüssel", "Vierteljahr", "Messgröße", "Ausgang", "Anzahl")
MOST: Final = 100_000
MOST_PROBLEMS: Final = 20


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row: a code for the sentence, the number of the row, what stands there."""

    code: str
    row: int = 0
    said: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """German names in the file: of measures and, by measure, of outcomes."""

    measures: Mapping[str, str]
    outcomes: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Expected:
    """Places by municipality key, and the quarters that can be delivered."""

    places: Mapping[str, int]
    quarters: frozenset[Quarter]
    words: Words


@dataclass(slots=True)
class Read:
    """What a file says, by place and quarter, or what is wrong with it; then nothing of it is taken."""

    delivered: dict[tuple[int, Quarter], Numbers] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)


def read_rows(rows: Iterable[tuple[int, Mapping[str, str]]], expected: Expected) -> Read:
    """Read numbered rows by head. All outcomes of a measure must be there, each once."""
    found, cells = Read(), dict[tuple[int, Quarter, str, str], int]()
    for number, row in rows:
        read = _row(number, row, expected)
        if isinstance(read, Wrong):
            found.wrong.append(read)
        elif read[0] in cells:
            found.wrong.append(Wrong("twice", number, " · ".join(row[head] for head in HEADS[:4])))
        else:
            cells[read[0]] = read[1]
        if len(found.wrong) >= MOST_PROBLEMS:
            return found
    if not cells and not found.wrong:
        found.wrong.append(Wrong("empty"))
    if not found.wrong:
        _gather(cells, expected, found)
    return found


def _row(number: int, row: Mapping[str, str], expected: Expected) -> tuple[tuple[int, Quarter, str, str], int] | Wrong:
    place = expected.places.get(row[HEADS[0]].strip().zfill(8))
    if place is None:
        return Wrong("place", number, row[HEADS[0]])
    try:
        quarter = Quarter.parse(row[HEADS[1]])
    except ValueError:
        return Wrong("quarter", number, row[HEADS[1]])
    if quarter not in expected.quarters:
        return Wrong("not_open", number, row[HEADS[1]])
    measure = _key(expected.words.measures, row[HEADS[2]])
    if measure is None:
        return Wrong("measure", number, row[HEADS[2]])
    outcome = _key(expected.words.outcomes[measure], row[HEADS[3]])
    if outcome is None:
        return Wrong("outcome", number, row[HEADS[3]])
    said = row[HEADS[4]].strip()
    if not (said.isascii() and said.isdigit()) or int(said) > MOST:
        return Wrong("count", number, row[HEADS[4]])
    return (place, quarter, measure, outcome), int(said)


def _key(names: Mapping[str, str], said: str) -> str | None:
    wanted = " ".join(said.split()).casefold()
    return next((key for key, name in names.items() if name.casefold() == wanted), None)


def _gather(cells: Mapping[tuple[int, Quarter, str, str], int], expected: Expected, found: Read) -> None:
    keys = {(place, quarter, measure) for place, quarter, measure, _outcome in cells}
    names = {number: key for key, number in expected.places.items()}
    for place, quarter, measure in sorted(keys):
        outcomes = MEASURES[measure].outcomes
        if any((place, quarter, measure, outcome) not in cells for outcome in outcomes):
            said = f"{names[place]} · {quarter} · {expected.words.measures[measure]}"
            found.wrong.append(Wrong("incomplete", 0, said))
            continue
        counts = [cells[place, quarter, measure, outcome] for outcome in outcomes]
        found.delivered.setdefault((place, quarter), {})[measure] = counts
