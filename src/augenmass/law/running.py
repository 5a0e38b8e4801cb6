"""The program run for one case: one pass over ints and intervals, and the day on which a comparison flips next."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from augenmass.law import calendar
from augenmass.law.calendar import FIRST, LAST
from augenmass.law.facts import CaseFacts, Held
from augenmass.law.nodes import LAND_FACT
from augenmass.law.program import Comparison, DayGate, DayOp, LeafOp, Op, Program
from augenmass.law.values import NO, UNKNOWN, YES

_HORIZON: Final = date(3000, 1, 1).toordinal()
"""Beyond this day nothing is told apart from never: an unknown day ends with the calendar."""


@dataclass(eq=False, slots=True)
class Run:
    """All values of one case on one day, by slot: conditions in ``values``, days as ``lows`` and ``highs``."""

    program: Program
    facts: CaseFacts
    on: int
    values: list[int]
    lows: list[int]
    highs: list[int]
    land: str | None
    proofs: dict[Any, Any] = field(default_factory=dict)


def run(program: Program, facts: CaseFacts, on: date) -> Run:
    """Compute every condition and day of the program. Raises ``TypeError`` when a fact holds a value of another kind."""
    values = [UNKNOWN] * program.size
    lows = [FIRST] * program.day_size
    highs = [LAST] * program.day_size
    today = lows[0] = highs[0] = on.toordinal()
    for out, ordinal in program.fixed_days:
        lows[out] = highs[out] = ordinal
    _read(program, facts, values, lows, highs)
    land = land_of_case(facts)
    for gate in program.day_gates:
        _run_day(gate, lows, highs, land)
    for out, left, right, equal in program.comparisons:
        if highs[left] < lows[right] + equal:
            values[out] = YES
        elif lows[left] >= highs[right] + equal:
            values[out] = NO
    _run_gates(program, values)
    return Run(program, facts, today, values, lows, highs, land)


def land_of_case(facts: CaseFacts) -> str | None:
    """Return the code of the Land whose holidays count, or None when it is not established."""
    held = facts.get(LAND_FACT)
    return None if held is None or held.disputed else calendar.land_of(held.value)


def is_known(held: Held | None) -> bool:
    """Return whether a fact is established: held, not disputed, and not the empty statement that anything is possible."""
    return held is not None and not held.disputed and held.value is not UNKNOWN and held.value != calendar.UNKNOWN_DAY


def _read(program: Program, facts: CaseFacts, values: list[int], lows: list[int], highs: list[int]) -> None:
    for leaf in program.leaves:
        if leaf.op == LeafOp.ESTABLISHED:
            values[leaf.out] = NO
    leaves_of = program.leaves_of
    for name, held in facts.items():
        leaves = leaves_of.get(name)
        if leaves is None or not is_known(held):
            continue
        value: Any = held.value
        for leaf in leaves:
            op = leaf.op
            try:
                if op == LeafOp.TRUTH:
                    values[leaf.out] = _TRUTHS[value]
                elif op == LeafOp.DAY:
                    lows[leaf.out], highs[leaf.out] = value
                elif op == LeafOp.ONE_OF:
                    values[leaf.out] = YES if value in leaf.keys else NO
                elif op == LeafOp.ESTABLISHED:
                    values[leaf.out] = YES
                else:
                    values[leaf.out] = YES if (value >= leaf.bound) == (op == LeafOp.AT_LEAST) else NO
            except (KeyError, TypeError, ValueError) as error:
                raise TypeError(f"the fact {name!r} holds a value of another kind: {value!r}") from error


_TRUTHS: Final = {NO: NO, YES: YES}


def _run_day(gate: DayGate, lows: list[int], highs: list[int], land: str | None) -> None:
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


def _run_gates(program: Program, values: list[int]) -> None:
    for op, out, slots, count in program.gates:
        if op == _AND:
            result = YES
            for slot in slots:
                result &= values[slot]
        elif op == _OR:
            result = NO
            for slot in slots:
                result |= values[slot]
        elif op == _NOR:
            result = NO
            for slot in slots:
                result |= values[slot]
            result = _NEGATION[result]
        elif op == _NOT:
            result = _NEGATION[values[slots[0]]]
        elif op == _EXCEPT:
            result = values[slots[0]] & _NEGATION[values[slots[1]]]
        elif op == _PRESUMED:
            result = NO if values[slots[1]] == YES else values[slots[0]]
        elif op == _UNVERIFIED:
            result = values[slots[0]] & UNKNOWN
        else:
            held = [values[slot] for slot in slots]
            result = YES if held.count(YES) >= count else NO if len(held) - held.count(NO) < count else UNKNOWN
        values[out] = result


_AND, _OR, _NOR, _NOT = int(Op.AND), int(Op.OR), int(Op.NOR), int(Op.NOT)
_EXCEPT, _PRESUMED, _UNVERIFIED = int(Op.EXCEPT), int(Op.PRESUMED), int(Op.UNVERIFIED)
_NEGATION: Final = (YES, UNKNOWN, UNKNOWN, NO)


# -------------------------------------------------------------------------------------------------------- next change


def next_change(state: Run) -> date | None:
    """Return the earliest day after the run's on which any comparison of the program changes its value, or None."""
    soonest = _HORIZON
    on, lows, highs = state.on, state.lows, state.highs
    for comparison, moving in state.program.moving:
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
    return None if soonest >= _HORIZON else date.fromordinal(soonest)


def flip_of(state: Run, slot: int) -> date | None:
    """Return the earliest day after the run's on which the comparison in ``slot`` changes its value, or None."""
    for comparison, moving in state.program.moving:
        if comparison[0] == slot:
            found = _flip(state, comparison, moving, _HORIZON)
            return None if found >= _HORIZON else date.fromordinal(found)
    return None


def _flip(state: Run, comparison: Comparison, moving: int, limit: int) -> int:
    """Return the first day up to ``limit`` on which a comparison differs from its value now, else ``limit``.

    As the day goes by it only moves from yes over not established to no, or the other way; so once it differs it keeps differing,
    and halving finds the day.
    """
    slot, left, right, equal = comparison
    now = state.values[slot]
    lows, highs = list(state.lows), list(state.highs)
    gates = _gates_below(state.program, moving)

    def differs(day: int) -> bool:
        lows[0] = highs[0] = day
        for gate in gates:
            _run_day(gate, lows, highs, state.land)
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


def _gates_below(program: Program, slot: int) -> list[DayGate]:
    """Return the gates that a day following today is computed by, in order."""
    needed, gates = {slot}, []
    for gate in reversed(program.day_gates):
        if gate[1] in needed and gate[1] in program.following_today:
            needed.update(gate[2:4])
            gates.append(gate)
    return gates[::-1]
