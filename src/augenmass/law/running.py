"""The program run for one case: one pass over ints and intervals, and the day on which a comparison flips next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from augenmass.law import calendar
from augenmass.law.facts import CaseFacts, Held
from augenmass.law.nodes import LAND_FACT
from augenmass.law.program import Comparison, DayGate, DayOp, LeafOp, Program
from augenmass.law.straight import StraightRun, everything, needed, straighten
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.law.vocabulary.declaration import Kind

WHOLE: Final = ""
POSITIONS: Final = "="
"""What to run of a program instead of one target: all of it, or what steps, doubts, deadlines and lanes rest on."""

HORIZON: Final = date(3000, 1, 1).toordinal()
"""Beyond this day nothing is told apart from never: an unknown day ends with the calendar."""


@dataclass(eq=False, slots=True)
class Part:
    """What of a program is computed: the function, and the comparisons in it that change with the day."""

    straight: StraightRun
    moving: list[tuple[Comparison, int]]


@dataclass(eq=False, slots=True)
class Run:
    """Values of one case on one day, by slot: conditions in ``values``, days as ``lows`` and ``highs``.

    What lies outside the ``part`` that was asked for is not computed and reads as not established.
    """

    program: Program
    facts: CaseFacts
    on: int
    values: list[int]
    lows: list[int]
    highs: list[int]
    land: str | None
    part: Part


def run(program: Program, facts: CaseFacts, on: date, asked: str = WHOLE) -> Run:
    """Compute every condition and day of the program, or those that one target rests on (its id), or positions (``POSITIONS``).

    Raises ``KeyError`` for an unknown target and ``TypeError`` when a fact holds a value of another kind.
    """
    land = land_of_case(facts)
    part = program.parts.get(asked) or _part(program, asked)
    try:
        values, lows, highs = part.straight(facts.get, on.toordinal(), land)
    except (KeyError, TypeError, ValueError) as error:
        raise TypeError(_unfitting(program, facts)) from error
    return Run(program, facts, on.toordinal(), values, lows, highs, land, part)


def _part(program: Program, asked: str) -> Part:
    if asked == WHOLE:
        wanted = everything(program)
    elif asked == POSITIONS:
        ends = [(site.slot, day) for site, day, _names in program.deadlines.values()]
        sites = [
            *program.lanes.values(),
            *program.doubts.values(),
            *(program.targets[name] for name in program.of_steps),
        ]
        wanted = needed(
            program, [*(site.slot for site in sites), *(slot for slot, _ in ends)], [day for _, day in ends]
        )
    else:
        wanted = needed(program, [program.targets[asked].slot])
    moving = [pair for pair in program.moving if pair[0][0] in wanted[0]]
    program.parts[asked] = Part(straighten(program, wanted), moving)
    return program.parts[asked]  # type: ignore[no-any-return]


def _unfitting(program: Program, facts: CaseFacts) -> str:
    """Say which fact holds a value that the program cannot read."""
    for name, held in facts.items():
        for leaf in program.leaves_of.get(name, ()):
            if not _FITS[leaf.op](held.value):
                return f"the fact {name!r} holds a value of another kind: {held.value!r}"
    return "a fact holds a value of another kind"


def _is_interval(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 2


_FITS: Final[dict[LeafOp, Callable[[object], bool]]] = {
    LeafOp.TRUTH: lambda value: value in (NO, UNKNOWN, YES),
    LeafOp.DAY: _is_interval,
    LeafOp.ESTABLISHED: lambda value: True,
    LeafOp.ONE_OF: lambda value: isinstance(value, str),
    LeafOp.AT_LEAST: lambda value: isinstance(value, int | float),
    LeafOp.BELOW: lambda value: isinstance(value, int | float),
}


def land_of_case(facts: CaseFacts) -> str | None:
    """Return the code of the Land whose holidays count, or None when it is not established."""
    held = facts.get(LAND_FACT)
    return None if held is None or held.disputed else calendar.land_of(held.value)


def is_known(held: Held | None, kind: Kind | None) -> bool:
    """Return whether a fact is established: held, not disputed, and not the empty statement that anything is possible."""
    if held is None or held.disputed:
        return False
    if kind is Kind.YES_NO:
        return held.value != UNKNOWN
    return kind is not Kind.DAY or held.value != calendar.UNKNOWN_DAY


def run_day(gate: DayGate, lows: list[int], highs: list[int], land: str | None) -> None:
    """Write the day that a gate computes into the slots of its ends."""
    op, out, first, second, count, unit = gate
    if op == DayOp.SHIFT:
        lows[out] = calendar.shift(lows[first], count, unit)
        highs[out] = calendar.shift(highs[first], count, unit)
    elif op == DayOp.DEADLINE:
        lows[out], highs[out] = calendar.deadline((lows[first], highs[first]), count, unit, land)
    elif op == DayOp.EARLIER:
        lows[out] = min(lows[first], lows[second])
        highs[out] = min(highs[first], highs[second])
    else:
        lows[out] = max(lows[first], lows[second])
        highs[out] = max(highs[first], highs[second])


# -------------------------------------------------------------------------------------------------------- next change


def next_change(state: Run) -> date | None:
    """Return the earliest day after the run's on which any comparison of the program changes its value, or None."""
    soonest = HORIZON
    on, lows, highs = state.on, state.lows, state.highs
    for comparison, moving in state.part.moving:
        if moving != 0:
            soonest = _flip(state, comparison, moving, soonest)
            continue
        _, left, right, equal = comparison
        low, high = (
            (lows[right] + equal, highs[right] + equal)
            if left == 0
            else (lows[left] + 1 - equal, highs[left] + 1 - equal)
        )
        if on < low < soonest:
            soonest = low
        elif on < high < soonest:
            soonest = high
    return None if soonest >= HORIZON else date.fromordinal(soonest)


def flip_of(state: Run, slot: int) -> date | None:
    """Return the earliest day after the run's on which the comparison in ``slot`` changes its value, or None."""
    for comparison, moving in state.part.moving:
        if comparison[0] == slot:
            found = _flip(state, comparison, moving, HORIZON)
            return None if found >= HORIZON else date.fromordinal(found)
    return None


def _flip(state: Run, comparison: Comparison, moving: int, limit: int) -> int:
    """Return the first day up to ``limit`` on which a comparison differs from its value now, else ``limit``.

    As the day goes by it only moves from yes over not established to no, or the other way; so once it differs it keeps differing,
    and halving finds the day.
    """
    slot, left, right, equal = comparison
    now = state.values[slot]
    lows, highs = list(state.lows), list(state.highs)
    gates = gates_below(state.program, moving)

    def differs(day: int) -> bool:
        lows[0] = highs[0] = day
        for gate in gates:
            run_day(gate, lows, highs, state.land)
        value = YES if highs[left] < lows[right] + equal else NO if lows[left] >= highs[right] + equal else UNKNOWN
        return value != now

    low, high = state.on, limit
    if not differs(high):
        return limit
    while high - low > 1:
        middle = (low + high) // 2
        if differs(middle):
            high = middle
        else:
            low = middle
    return high


def gates_below(program: Program, slot: int) -> list[DayGate]:
    """Return the gates that a day following today is computed by, in order."""
    needed, gates = {slot}, []
    for gate in reversed(program.day_gates):
        if gate[1] in needed and gate[1] in program.following_today:
            needed.update(gate[2:4])
            gates.append(gate)
    return gates[::-1]
