"""The tables of a report from what places delivered: the same deliveries and earlier reports give the same bytes. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from augenmass.evaluation.rules.measures import RULES, Measure, Numbers, measures_of
from augenmass.evaluation.rules.protection import ALL, Asked, Earlier, Name, Shown, shown, shown_answers
from augenmass.law.quarters import Quarter, through

Content = dict[str, Any]
"""The tables of a report as JSON."""


@dataclass(frozen=True, slots=True)
class Material:
    """All that a report is made of. ``answers``: counts of the questionnaire by question; None where it is not shown yet.

    ``rules``: the version after which it is made; an old report is made again after its own.
    """

    first: Quarter
    until: Quarter
    places: Sequence[int]
    delivered: Mapping[tuple[int, Quarter], Numbers]
    smallest: int
    compares: bool
    answers: Mapping[str, Sequence[int]] | None
    earlier: Sequence[Content] = ()
    rules: str = RULES


def canonical(value: object) -> bytes:
    """The one way in which a value is written for its digest."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(value: object) -> str:
    """SHA-256, 64 hexadecimal signs."""
    return hashlib.sha256(canonical(value)).hexdigest()


def digest_of_deliveries(delivered: Mapping[tuple[int, Quarter], Numbers]) -> str:
    """SHA-256 over everything that was delivered, whatever its order."""
    return digest_of([[place, str(quarter), delivered[place, quarter]] for place, quarter in sorted(delivered)])


def content_of(material: Material) -> Content:
    """The protected tables."""
    quarters = list(through(material.first, material.until))
    there = {key for key in material.delivered if key[1] <= material.until}
    return {
        "rules": material.rules,
        "smallest": material.smallest,
        "first": str(material.first),
        "until": str(material.until),
        "compares": material.compares,
        "places": list(material.places),
        "missing": [[p, str(q)] for p in material.places for q in quarters if (p, q) not in there],
        "measures": [
            _measure(key, measure, material, quarters) for key, measure in measures_of(material.rules).items()
        ],
        "answers": _answers(material),
    }


def _measure(key: str, measure: Measure, material: Material, quarters: Sequence[Quarter]) -> Content:
    counts = {
        at: numbers[key] for at, numbers in material.delivered.items() if key in numbers and at[1] <= material.until
    }
    width = len(measure.outcomes)
    said = (_earlier(key, width, content) for content in material.earlier)
    earlier = tuple(one for one in said if one is not None)
    found = shown(Asked(counts, width, measure.repeats, material.until, material.compares, material.smallest, earlier))
    places = sorted({place for place, _quarter in counts})
    return {
        "key": key,
        "delivered": len(counts),
        "quarters": [[str(q), *_row(found, "quarter", q, width)] for q in quarters if any(q == at[1] for at in counts)],
        "all": [*_row(found, "until", material.until, width)],
        "places": [[place, *_row(found, "place", place, width)] for place in places] if found.places else None,
    }


def _row(found: Shown, kind: str, what: object, width: int) -> tuple[list[int | None], int | None]:
    return found.row(kind, what, width)


def _earlier(key: str, width: int, content: Content) -> Earlier | None:
    """What an earlier report said of a measure, read off its tables; None where it did not know the measure."""
    table = next((one for one in content["measures"] if one["key"] == key), None)
    if table is None:
        return None
    until = Quarter.parse(content["until"])
    rows: list[tuple[str, object, list[int | None], int | None]] = [("until", until, *table["all"])]
    rows += [("quarter", Quarter.parse(quarter), cells, total) for quarter, cells, total in table["quarters"]]
    rows += [("place", place, cells, total) for place, cells, total in table["places"] or ()]
    names: dict[Name, int | None] = {}
    for kind, what, cells, total in rows:
        names |= {(kind, what, outcome): cell for outcome, cell in enumerate(cells)} | {(kind, what, ALL): total}
    return Earlier(
        until,
        frozenset(name for name, number in names.items() if number is not None),
        frozenset(name for name, number in names.items() if number is None),
    )


def _answers(material: Material) -> Content | None:
    if material.answers is None:
        return None
    sheets = max((sum(counts) for counts in material.answers.values()), default=0)
    if sheets < material.smallest:
        return {"sheets": None, "questions": []}
    questions = [[key, shown_answers(counts, material.smallest)] for key, counts in material.answers.items()]
    return {"sheets": sheets, "questions": questions}


def share(cells: Iterable[int | None], total: int | None) -> int | None:
    """The first outcome in percent; None where that would tell what is not shown, or of nothing."""
    first = next(iter(cells))
    return None if first is None or not total else round(100 * first / total)
