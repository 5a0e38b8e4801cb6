"""Which numbers of a report are shown. Pure.

The cases of a quarter are a flow: what was open before and what came in goes out by an outcome or stays open into the next quarter. So the
numbers of all reports of a body are one net (``overview.rules.flows``); what was shown stays known, what was hidden stays hidden, and what
can be worked out of all of them together is computed exactly.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from augenmass.overview.rules.flows import Net

SMALLEST: Final = 5
"""A smaller number of cases, zero apart, is not shown."""
OUTSIDE: Final = "outside"
BEFORE, NEW, ENDED, OPEN = "before", "new", "ended", "open"
OUTCOMES: Final = ("gone", "staying", "other")
"""Coarse on purpose: a finer table would hide more than it shows."""
MEASURES: Final = (BEFORE, NEW, ENDED, *OUTCOMES, OPEN)

Name = tuple[str, str]
"""Quarter and measure."""
Counts = Mapping[str, int]
"""The counts of a quarter by measure."""


def net_of(quarters: Sequence[tuple[str, Counts]], known: Collection[Name] = ()) -> Net[Name]:
    """The net of consecutive quarters, oldest first. What is open at the end of one is what was open before the next."""
    numbers: dict[Name, int] = {}
    ends: dict[Name, tuple[object, object]] = {}
    for place, (quarter, counts) in enumerate(quarters):
        here, gone = (quarter, "cases"), (quarter, "ended")
        last = place == len(quarters) - 1
        arcs: dict[str, tuple[object, object]] = {
            NEW: (OUTSIDE, here),
            ENDED: (here, gone),
            OPEN: (here, OUTSIDE if last else (quarters[place + 1][0], "cases")),
            **dict.fromkeys(OUTCOMES, (gone, OUTSIDE)),
        }
        if place == 0:
            arcs[BEFORE] = (OUTSIDE, here)
        for measure, arc in arcs.items():
            numbers[quarter, measure], ends[quarter, measure] = counts[measure], arc
    most = sum(numbers.values()) + 1
    return Net(numbers, ends, lambda name: numbers[name] + 1 + (most if name[1] in (ENDED, OPEN) else 0), known)


def shown(
    quarters: Sequence[tuple[str, Counts]],
    before: Mapping[str, Collection[str]],
    smallest: int,
    near: Collection[str] = (),
) -> frozenset[str]:
    """The measures of the last quarter that are shown.

    ``before``: of each earlier quarter the measures that its report showed. ``near``: measures of the last quarter that reports of others
    come too near (``near_others``). Where nothing can be protected otherwise, nothing of the
    quarter is shown, not even what is zero: an open number of the quarter before and "none came in" would say too much of the rest.
    """
    newest = quarters[-1][0]
    known = frozenset((quarter, measure) for quarter, measures in before.items() for measure in measures)
    net = net_of(quarters, known)
    small = [name for name, number in net.numbers.items() if 0 < number < smallest and name not in known]
    small += [(newest, measure) for measure in MEASURES if measure in near and net.numbers.get((newest, measure))]
    gone = [
        name
        for name, number in net.numbers.items()
        if name[0] in before and name not in known and (number or not before[name[0]])
    ]
    hidden = net.hidden(small, smallest, gone)
    if hidden is None:
        return frozenset()
    return frozenset(
        measure for quarter, measure in net.numbers if quarter == newest and (newest, measure) not in hidden
    )


def near_others(
    counts: Counts, others: Sequence[Counts], smallest: int, beside: Sequence[Counts] = ()
) -> frozenset[str]:
    """The measures that are a small number away from what reports of others show of the same cases: from one, or from all of them together.

    ``others``: what each of them shows, of a ministry's Land its towns, of a town the ministry. ``beside``: what the other towns show,
    which together with this one come near the ministry.
    """
    found = set()
    for measure, number in counts.items():
        told = [other[measure] for other in others if measure in other]
        own = (number, number + sum(one[measure] for one in beside if measure in one))
        if any(0 < abs(mine - one) < smallest for mine in own for one in (*told, *([sum(told)] if told else []))):
            found.add(measure)
    return frozenset(found)
