"""The same cases on two days, or by two catalogues: which answers and lanes change, how often, and in which cases."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from augenmass.law.caseload import Caseload, assess_many
from augenmass.law.catalogue import BEGINS, Catalogue
from augenmass.law.columns import Columns
from augenmass.law.planes import Plane, count, inside, unpack
from augenmass.law.values import NO, UNKNOWN, YES, from_word, word

ANSWERS: Final = (YES, UNKNOWN, NO)

Flows = Mapping[tuple[str, str], int]
"""How many cases go from one answer or lane to another, those that stay included; what no case does is left out."""


class NotComparable(ValueError):
    """Why two days cannot be compared, as a German and an English sentence."""

    def __init__(self, de: str, en: str) -> None:
        super().__init__(de)
        self.de = de
        self.en = en


def check_days(earlier: date, later: date) -> None:
    """Raise ``NotComparable`` for a day before the catalogue begins and for days in the wrong order."""
    for day in (earlier, later):
        if day < BEGINS:
            raise NotComparable(
                f"Zum {_german(day)} ist nichts festgestellt: Der Rechtskatalog beginnt am {_german(BEGINS)}.",
                f"Nothing is established for {day.isoformat()}: the catalogue of law begins on {BEGINS.isoformat()}.",
            )
    if later < earlier:
        raise NotComparable(
            f"Der zweite Tag ({_german(later)}) liegt vor dem ersten ({_german(earlier)}).",
            f"The second day ({later.isoformat()}) lies before the first ({earlier.isoformat()}).",
        )


def _german(day: date) -> str:
    """A day as it is written in German, the year with four digits also where it has fewer."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


@dataclass(frozen=True, eq=False, slots=True)
class Comparison:
    """Two caseloads of the same cases: ``earlier`` and ``later``. Questions that only one catalogue asks are in ``gone`` and ``new``."""

    earlier: Caseload
    later: Caseload
    questions: tuple[str, ...]
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def answers(self, question: str) -> Flows:
        """Return the flows between answers (``yes``, ``not_established``, ``no``). Raises ``KeyError`` for another question."""
        before, after = self._sides(question)
        found = {
            (word(one), word(other)): count(_where(before, one) & _where(after, other) & self._inside())
            for one in ANSWERS
            for other in ANSWERS
        }
        return {pair: number for pair, number in found.items() if number}

    def changed(self, question: str) -> int:
        """Return how many cases answer the question otherwise on the later day."""
        (sure, possible), (sure_later, possible_later) = self._sides(question)
        return count((sure ^ sure_later) | (possible ^ possible_later))

    def moved(self) -> list[str]:
        """Return the questions that any case answers otherwise, those that most cases do first."""
        found = {question: self.changed(question) for question in self.questions}
        return sorted((question for question, number in found.items() if number), key=lambda name: -found[name])

    def lanes(self) -> Flows:
        """Return the flows between lanes."""
        before, after = self.earlier.lane_names, self.later.lane_names
        pairs = self.earlier.lane_codes().astype(np.int64) * len(after) + self.later.lane_codes()
        found: dict[tuple[str, str], int] = {}
        for pair, number in enumerate(np.bincount(pairs, minlength=len(before) * len(after))):
            if number:
                one, other = divmod(pair, len(after))
                key = before[one], after[other]
                found[key] = found.get(key, 0) + int(number)
        return found

    def cases(self, question: str, before: str, after: str) -> npt.NDArray[np.int64]:
        """Return the numbers of the cases that go from one answer to the other, for whoever may see them."""
        sides = self._sides(question)
        both = _where(sides[0], from_word(before)) & _where(sides[1], from_word(after))
        return np.flatnonzero(unpack(both, self.earlier.size))

    def cases_between_lanes(self, before: str, after: str) -> npt.NDArray[np.int64]:
        """Return the numbers of the cases that go from one lane to another. Raises ``ValueError`` for an unknown lane."""
        here = self.earlier.lane_codes() == self.earlier.lane_names.index(before)
        return np.flatnonzero(here & (self.later.lane_codes() == self.later.lane_names.index(after)))

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as JSON values: counts, no cases."""
        return {
            "from": {"on": self.earlier.on.isoformat(), "catalogue": self.earlier.catalogue},
            "to": {"on": self.later.on.isoformat(), "catalogue": self.later.catalogue},
            "cases": self.earlier.size,
            "questions": {
                question: {"changed": self.changed(question), "answers": _listed(self.answers(question))}
                for question in self.questions
            },
            "lanes": _listed(self.lanes()),
            "gone": list(self.gone),
            "new": list(self.new),
        }

    def _sides(self, question: str) -> tuple[tuple[Plane, Plane], tuple[Plane, Plane]]:
        return self.earlier.planes(question), self.later.planes(question)

    def _inside(self) -> Plane:
        return inside(self.earlier.size)


def compare(
    catalogue: Catalogue,
    columns: Columns,
    earlier: date,
    later: date,
    *,
    later_catalogue: Catalogue | None = None,
    later_columns: Columns | None = None,
    asked: Collection[str] | None = None,
) -> Comparison:
    """Assess the cases on two days and compare.

    ``later_catalogue``: another version of the law for the later day. ``later_columns``: the same cases, in the same order, with what
    is true of them on the later day (age). ``asked``: questions to compare, by default all that both ask. Raises ``KeyError`` for an
    unknown question, ``ValueError`` when the later columns hold another number of cases.
    """
    other = catalogue if later_catalogue is None else later_catalogue
    then = columns if later_columns is None else later_columns
    if then.size != columns.size:
        raise ValueError("the later columns hold other cases")
    mine, theirs = catalogue.program.questions, other.program.questions
    questions = tuple(name for name in mine if name in theirs) if asked is None else tuple(asked)
    return Comparison(
        earlier=assess_many(catalogue, columns, earlier, questions, lanes=True),
        later=assess_many(other, then, later, questions, lanes=True),
        questions=questions,
        gone=tuple(name for name in mine if name not in theirs),
        new=tuple(name for name in theirs if name not in mine),
    )


@dataclass(slots=True)
class Tally:
    """The numbers of comparisons of several parts of a caseload, added up: cases, flows by question, flows between lanes."""

    cases: int = 0
    questions: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    lanes: dict[tuple[str, str], int] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def add(self, found: Comparison) -> None:
        """Add another part of the caseload, compared between the same days and catalogues."""
        self.cases += found.earlier.size
        self.gone, self.new = found.gone, found.new
        _add(self.lanes, found.lanes())
        for question in found.questions:
            _add(self.questions.setdefault(question, {}), found.answers(question))

    def to_json(self) -> dict[str, Any]:
        """Return the numbers as JSON values."""
        return {
            "cases": self.cases,
            "questions": {question: _listed(flows) for question, flows in self.questions.items()},
            "lanes": _listed(self.lanes),
            "gone": list(self.gone),
            "new": list(self.new),
        }

    @staticmethod
    def from_json(said: Mapping[str, Any]) -> "Tally":
        """Return the numbers that ``to_json`` wrote; none from an empty mapping."""
        return Tally(
            cases=said.get("cases", 0),
            questions={question: _read(flows) for question, flows in said.get("questions", {}).items()},
            lanes=_read(said.get("lanes", ())),
            gone=tuple(said.get("gone", ())),
            new=tuple(said.get("new", ())),
        )


def moved_in(flows: Flows) -> int:
    """Return how many cases do not stay what they were."""
    return sum(number for (before, after), number in flows.items() if before != after)


def _add(flows: dict[tuple[str, str], int], more: Flows) -> None:
    for way, number in more.items():
        flows[way] = flows.get(way, 0) + number


def _read(listed: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], int]:
    return {(flow["from"], flow["to"]): flow["cases"] for flow in listed}


def _where(planes: tuple[Plane, Plane], answer: int) -> Plane:
    sure, possible = planes
    if answer == YES:
        return sure
    return ~possible if answer == NO else possible & ~sure


def _listed(flows: Flows) -> list[dict[str, Any]]:
    return [{"from": before, "to": after, "cases": number} for (before, after), number in flows.items()]
