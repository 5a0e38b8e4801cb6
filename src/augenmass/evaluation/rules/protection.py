"""Which numbers of a measure are not shown. Pure.

A report shows two tables of each measure, outcomes by quarter and (when the pilot is over) outcomes by place. They share their sums, and
earlier reports showed sums over fewer quarters. All of that is one net (``overview.rules.flows``): from the source over places to
outcomes, from there over the quarters to the sink; the sums of earlier reports are arcs on the way to the quarters that they cover. So
what can be worked out of all reports together is computed exactly. There is no table of places by quarters.

An agreement counts once in a quarter, but again in the next. Behind a number over several quarters stand at least as many agreements as
were counted in the greatest quarter of each place; where that is less than the smallest number, it is hidden however great it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from augenmass.law.quarters import Quarter
from augenmass.overview.rules.flows import Knot, Net

ALL: Final = -1
"""In place of an outcome: all of them."""
SOURCE: Final = "source"
TOP: Final = "top"
"""With an outcome: the knot below the places."""

Name = tuple[str, object, int]
"""``("quarter", Quarter, outcome)``, ``("place", number, outcome)``, ``("until", Quarter, outcome)``: the sum up to a quarter."""
Counts = Mapping[tuple[int, Quarter], Sequence[int]]
"""By place and quarter the counts in the order of the outcomes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to show of one measure. ``until``: its last quarter; ``places``: whether it compares them.

    ``earlier``: the reports before this one.
    """

    counts: Counts
    outcomes: int
    repeats: bool
    until: Quarter
    places: bool
    smallest: int
    earlier: "tuple[Earlier, ...]" = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a report before this one showed of the measure, and what it hid, up to its last quarter."""

    until: Quarter
    shown: frozenset[Name]
    hidden: frozenset[Name]


@dataclass(slots=True)
class _Built:
    numbers: dict[Name, int] = field(default_factory=dict)
    behind: dict[Name, int] = field(default_factory=dict)
    ends: dict[Name, tuple[Knot, Knot]] = field(default_factory=dict)

    def add(self, name: Name, number: int, behind: int, ends: tuple[Knot, Knot]) -> None:
        self.numbers[name], self.behind[name], self.ends[name] = number, behind, ends


@dataclass(frozen=True, slots=True)
class Shown:
    """The numbers of a measure, None where one is hidden. ``places`` is false where they could not be protected otherwise."""

    numbers: Mapping[Name, int | None]
    places: bool

    def row(self, kind: str, what: object, outcomes: int) -> tuple[list[int | None], int | None]:
        """The outcomes of a row and their sum."""
        return [self.numbers[kind, what, c] for c in range(outcomes)], self.numbers[kind, what, ALL]


def shown(asked: Asked) -> Shown:
    """What may be shown. Where places cannot be protected they are left out; where nothing can, everything is hidden."""
    for places in (True, False) if asked.places else (False,):
        built = net_of(asked, places)
        known = frozenset(name for before in asked.earlier for name in before.shown if name in built.numbers)
        hidden = _hidden(built, asked, known)
        if hidden is not None:
            return Shown({n: None if n in hidden else number for n, number in built.numbers.items()}, places)
    return Shown({n: None if number and n not in known else number for n, number in built.numbers.items()}, False)


def _hidden(built: _Built, asked: Asked, known: frozenset[Name]) -> frozenset[Name] | None:
    order = {name: place for place, name in enumerate(built.numbers)}
    small = [n for n, behind in built.behind.items() if 0 < behind < asked.smallest and n not in known]
    # What an earlier report hid stays hidden, unless another one showed it.
    before = {name for one in asked.earlier for name in one.hidden}
    gone = [name for name, number in built.numbers.items() if number and name in before and name not in known]
    net = as_net(built, known)
    return net.hidden(sorted(small, key=order.__getitem__), asked.smallest, gone)


def as_net(built: _Built, known: frozenset[Name] = frozenset()) -> Net[Name]:
    """The net in which hidden numbers are sought."""
    most = sum(built.numbers.values()) + 1

    def cost(name: Name) -> int:
        return built.numbers[name] + 1 + (most if name[2] == ALL else 0) + (most if name[0] == "until" else 0)

    return Net(built.numbers, built.ends, cost, known)


def net_of(asked: Asked, places: bool) -> _Built:
    """All numbers of a measure that this report shows or an earlier one showed, with the arcs of the net."""
    built, outcomes = _Built(), range(asked.outcomes)
    levels = sorted({asked.until, *(before.until for before in asked.earlier)})
    within = {key: counts for key, counts in asked.counts.items() if key[1] <= asked.until}
    for quarter in sorted({quarter for _place, quarter in within}):
        level = next(level for level in levels if quarter <= level)
        rows = {key: counts for key, counts in within.items() if key[1] == quarter}
        _row(
            built,
            asked,
            ("quarter", quarter),
            rows,
            [*(((c, level), quarter) for c in outcomes), (quarter, _all(level))],
        )
    for level, after in [*pairwise(levels), (levels[-1], None)]:
        rows = {key: counts for key, counts in within.items() if key[1] <= level}
        arcs = [(_above(c, after, places), (c, level)) for c in outcomes]
        _row(built, asked, ("until", level), rows, [*arcs, (_all(level), SOURCE if after is None else _all(after))])
    if places:
        for place in sorted({place for place, _quarter in within}):
            rows = {key: counts for key, counts in within.items() if key[0] == place}
            _row(built, asked, ("place", place), rows, [*((place, (c, TOP)) for c in outcomes), (SOURCE, place)])
    return built


def _all(level: Quarter) -> Knot:
    """Where the sums of the quarters up to a level meet."""
    return ALL, level


def _above(outcome: int, after: Quarter | None, places: bool) -> Knot:
    """Where the sum of an outcome up to a quarter comes from: a later sum, the places, or the source."""
    if after is not None:
        return outcome, after
    return (outcome, TOP) if places else SOURCE


def _row(
    built: _Built, asked: Asked, name: tuple[str, object], rows: Counts, arcs: Sequence[tuple[Knot, Knot]]
) -> None:
    """Add the outcomes of a row and then its sum, each with its arc."""
    for outcome in range(asked.outcomes):
        numbers = {key: counts[outcome] for key, counts in rows.items()}
        built.add((*name, outcome), sum(numbers.values()), _behind(numbers, asked.repeats), arcs[outcome])
    totals = {key: sum(counts) for key, counts in rows.items()}
    built.add((*name, ALL), sum(totals.values()), _behind(totals, asked.repeats), arcs[-1])


def _behind(numbers: Mapping[tuple[int, Quarter], int], repeats: bool) -> int:
    """How many agreements at least stand behind the sum."""
    if not repeats:
        return sum(numbers.values())
    greatest: dict[int, int] = {}
    for (place, _quarter), number in numbers.items():
        greatest[place] = max(number, greatest.get(place, 0))
    return sum(greatest.values())


def shown_answers(counts: Sequence[int], smallest: int) -> list[int | None] | None:
    """The answers to one question where their sum is known; None where they cannot be shown without telling a small one."""
    numbers: dict[int, int] = dict(enumerate(counts)) | {ALL: sum(counts)}
    if numbers[ALL] < smallest:
        return None
    ends: dict[int, tuple[Knot, Knot]] = dict.fromkeys(range(len(counts)), (SOURCE, "sink"))
    ends[ALL] = ("sink", SOURCE)
    net = Net(numbers, ends, lambda place: numbers[place] + 1, frozenset({ALL}))
    hidden = net.hidden([place for place in range(len(counts)) if 0 < counts[place] < smallest], smallest)
    return None if hidden is None else [None if place in hidden else number for place, number in enumerate(counts)]
