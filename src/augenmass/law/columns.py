"""The facts of many cases as columns, one array per fact: the input of ``caseload``."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from augenmass.law.calendar import FIRST, LAST
from augenmass.law.day_column import DayColumn
from augenmass.law.facts import CaseFacts
from augenmass.law.planes import Pair, Places, packed, unpacked
from augenmass.law.values import UNKNOWN
from augenmass.law.vocabulary.declaration import Kind, Vocabulary

Truths = npt.NDArray[np.int8]
Numbers = npt.NDArray[np.float64]
Codes = npt.NDArray[np.int8 | np.int32]
_SMALL = 126
"""So many categories are numbered in a byte, with room for one more number on either side."""
_Scalar = TypeVar("_Scalar", np.float64, np.bool_)


@dataclass(eq=False, slots=True)
class Columns:
    """N cases. A fact without a column is not established in any.

    ``truths``: 0, 1 (not established) or 3 per case, as two planes (``planes.packed``). ``numbers``: NaN when unknown. ``choices``: number of the category per case (-1 when unknown) and the categories;
    use ``coded``, which takes the least memory that so many categories need.
    """

    size: int
    truths: dict[str, Pair] = field(default_factory=dict)
    days: dict[str, DayColumn] = field(default_factory=dict)
    numbers: dict[str, Numbers] = field(default_factory=dict)
    choices: dict[str, tuple[Codes, tuple[str, ...]]] = field(default_factory=dict)
    disputed: dict[str, npt.NDArray[np.bool_]] = field(default_factory=dict)

    @staticmethod
    def of(vocabulary: Vocabulary, cases: Sequence[CaseFacts], names: Sequence[str] | None = None) -> "Columns":
        """Return the cases as columns; disputed facts count as not established. ``names`` limits the columns."""
        columns = Columns(len(cases))
        held = {name for facts in cases for name in facts}
        for name in vocabulary if names is None else names:
            if name in held:
                columns.take(name, vocabulary[name].kind, cases)
        return columns

    def take(self, name: str, kind: Kind, cases: Sequence[CaseFacts]) -> None:
        """Add the column of one fact. Raises ``TypeError`` or ``ValueError`` for values of another kind."""
        held = [_undisputed(facts, name) for facts in cases]
        disputed = np.array([name in facts and facts[name].disputed for facts in cases], dtype=np.bool_)
        if disputed.any():
            self.disputed[name] = disputed
        match kind:
            case Kind.YES_NO:
                values = np.array([UNKNOWN if value is None else value for value in held], dtype=np.int8)
                self.truths[name] = packed(values)
            case Kind.DAY:
                pairs = np.array([(FIRST, LAST) if value is None else value for value in held], dtype=np.int32)
                pairs = pairs.reshape(-1, 2)
                self.days[name] = DayColumn.of(pairs[:, 0].copy(), pairs[:, 1])
            case Kind.NUMBER:
                self.numbers[name] = np.array([np.nan if value is None else value for value in held], dtype=np.float64)
            case Kind.CHOICE | Kind.TEXT:
                number: dict[object, int] = {}
                codes = [-1 if value is None else number.setdefault(value, len(number)) for value in held]
                self.choices[name] = coded(np.array(codes, dtype=np.int32), tuple(str(value) for value in number))

    def replace(self, rows: npt.NDArray[np.int64], other: "Columns") -> None:
        """Put the facts of other cases in the place of those at ``rows``; what the others lack is no longer established there."""
        places = Places(rows)
        for name in {*self.truths, *other.truths}:
            self._put_truths(name, places, other.truths.get(name), other.size)
        for name in {*self.numbers, *other.numbers}:
            _put(self.numbers, name, rows, other.numbers.get(name), self.size, np.float64(np.nan))
        for name in {*self.disputed, *other.disputed}:
            _put(self.disputed, name, rows, other.disputed.get(name), self.size, np.bool_(False))
        for name in {*self.days, *other.days}:
            self._put_days(name, rows, other.days.get(name))
        for name in {*self.choices, *other.choices}:
            self._put_choices(name, rows, other.choices.get(name))

    def add_missing(self, other: "Columns", places: npt.NDArray[np.int64]) -> None:
        """Add facts where nothing is known of them: case by case those of the other's case at ``places``."""
        for name in [*other.truths, *other.days, *other.numbers, *other.choices]:
            gaps = np.flatnonzero(~self.known(name) & other.known(name)[places])
            gaps = gaps[~self.in_dispute(name)[gaps]]
            if len(gaps):
                _fill(self, other, name, gaps, places[gaps])

    def truth(self, name: str) -> Truths:
        """Return the column of a fact that is true or not: 0, 1 or 3 per case. Raises ``KeyError`` when there is none."""
        return unpacked(self.truths[name], self.size)

    def _put_truths(self, name: str, places: Places, values: Pair | None, size: int) -> None:
        held = self.truths.setdefault(name, _not_established(self.size))
        places.write(held, _not_established(size) if values is None else values)

    def _put_days(self, name: str, rows: npt.NDArray[np.int64], days: DayColumn | None) -> None:
        held = self.days.setdefault(name, DayColumn.unknown(self.size))
        held.put(rows, DayColumn.unknown(len(rows)) if days is None else days)

    def _put_choices(
        self, name: str, rows: npt.NDArray[np.int64], choices: tuple[Codes, tuple[str, ...]] | None
    ) -> None:
        codes, categories = self.choices.get(name, (np.full(self.size, -1, dtype=np.int8), ()))
        if choices is None:
            codes[rows] = -1
            return
        new, own = choices
        together = tuple(dict.fromkeys((*categories, *own)))
        numbers = np.array([*(together.index(category) for category in own), -1], dtype=np.int32)
        codes, _ = coded(codes, together)
        codes[rows] = numbers[new]
        self.choices[name] = codes, together

    def in_dispute(self, name: str) -> npt.NDArray[np.bool_]:
        """Return in which cases the fact is held but disputed."""
        return self.disputed.get(name, np.zeros(self.size, dtype=np.bool_))

    def known(self, name: str) -> npt.NDArray[np.bool_]:
        """Return in which cases anything is known of the fact."""
        if name in self.truths:
            return np.not_equal(self.truth(name), UNKNOWN)
        if name in self.days:
            return self.days[name].known()
        if name in self.numbers:
            return ~np.isnan(self.numbers[name])
        if name in self.choices:
            return np.greater_equal(self.choices[name][0], 0)
        return np.zeros(self.size, dtype=np.bool_)


def _put(
    columns: dict[str, npt.NDArray[_Scalar]],
    name: str,
    rows: npt.NDArray[np.int64],
    values: npt.NDArray[_Scalar] | None,
    size: int,
    unknown: _Scalar,
) -> None:
    if name not in columns:
        columns[name] = np.full(size, unknown, dtype=unknown.dtype)
    columns[name][rows] = unknown if values is None else values


def _fill(
    columns: Columns, other: Columns, name: str, rows: npt.NDArray[np.int64], places: npt.NDArray[np.int64]
) -> None:
    """Write one fact of some cases of another caseload into ``rows``."""
    if name in other.truths:
        columns._put_truths(name, Places(rows), packed(other.truth(name)[places]), len(rows))
    elif name in other.numbers:
        _put(columns.numbers, name, rows, other.numbers[name][places], columns.size, np.float64(np.nan))
    elif name in other.days:
        columns._put_days(name, rows, other.days[name].at(places))
    else:
        codes, categories = other.choices[name]
        columns._put_choices(name, rows, (codes[places], categories))


def coded(codes: Codes, categories: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """Return a column of choices and its categories, each number as small as so many categories allow."""
    return codes.astype(np.int8 if len(categories) <= _SMALL else np.int32, copy=False), categories


def _not_established(size: int) -> Pair:
    return packed(np.full(size, UNKNOWN, dtype=np.int8))


def _undisputed(facts: CaseFacts, name: str) -> object:
    held = facts.get(name)
    return None if held is None or held.disputed else held.value
