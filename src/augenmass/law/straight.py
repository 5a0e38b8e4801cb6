"""The program of a catalogue written out as one Python function without loops: about ten times as fast as walking the tree.

Only numbers of slots and fixed words go into the text of the function; names, choices and bounds come in as tables. So nothing that a
catalogue contains can become code.
"""

from collections.abc import Callable, Iterator
from typing import Any, Final

from augenmass.law import calendar
from augenmass.law.calendar import FIRST, LAST, UNKNOWN_DAY
from augenmass.law.program import Comparison, DayGate, DayOp, Gate, Leaf, LeafOp, Op, Program
from augenmass.law.values import NO, UNKNOWN, YES
from augenmass.law.vocabulary.declaration import Kind

Values = tuple[list[int], list[int], list[int]]
"""Values of conditions, first days, last days, each by slot."""

StraightRun = Callable[[Callable[[str], Any], int, str | None], Values]
"""Takes a reader of facts by name, the ordinal of the day and the Land."""

_NEGATION: Final = (YES, UNKNOWN, UNKNOWN, NO)
_TRUTHS: Final = {NO: NO, UNKNOWN: UNKNOWN, YES: YES}


def straighten(program: Program) -> StraightRun:
    """Return the function that computes all slots of the program for one case."""
    names = tuple(program.leaves_of)
    keys: list[frozenset[str]] = []
    bounds: list[float] = []
    units = tuple(dict.fromkeys(gate[5] for gate in program.day_gates))
    lines = ["def straight(get, l0, land):", f" h0 = l0; T = TRUTHS; X = NEGATION; W = {UNKNOWN_DAY!r}"]
    for number, name in enumerate(names):
        lines.extend(_read(number, program.leaves_of[name], _kind(program, name), keys, bounds))
    lines.extend(f" l{out} = h{out} = {ordinal:d}" for out, ordinal in program.fixed_days)
    lines.extend(_day(gate, units) for gate in program.day_gates)
    lines.extend(_comparison(comparison) for comparison in program.comparisons)
    lines.extend(f" v{gate[1]} = {_gate(gate)}" for gate in program.gates)
    lines.append(f" return {_list('v', program.size)}, {_list('l', program.day_size)}, {_list('h', program.day_size)}")
    tables: dict[str, Any] = {
        "NAMES": names,
        "KEYS": tuple(keys),
        "BOUNDS": tuple(bounds),
        "UNITS": units,
        "TRUTHS": _TRUTHS,
        "NEGATION": _NEGATION,
        "shift": calendar.shift,
        "deadline": calendar.deadline,
    }
    exec(compile("\n".join(lines), "<catalogue>", "exec"), tables)  # noqa: S102 - numbers and fixed words only, see above
    straight: StraightRun = tables["straight"]
    return straight


def _kind(program: Program, name: str) -> Kind | None:
    declaration = program.vocabulary.get(name)
    return None if declaration is None else declaration.kind


def _read(
    number: int, leaves: list[Leaf], kind: Kind | None, keys: list[frozenset[str]], bounds: list[float]
) -> Iterator[str]:
    yield f" f = get(NAMES[{number}])"
    yield " if f is None or f.disputed:"
    for leaf in leaves:
        if leaf.op == LeafOp.DAY:
            yield f"  l{leaf.out} = {FIRST}; h{leaf.out} = {LAST}"
        else:
            absent = f"{NO} if f is None else {UNKNOWN}" if leaf.op == LeafOp.ESTABLISHED else str(UNKNOWN)
            yield f"  v{leaf.out} = {absent}"
    yield " else:"
    yield "  x = f.value"
    for leaf in leaves:
        yield "  " + _known(leaf, kind, keys, bounds)


def _known(leaf: Leaf, kind: Kind | None, keys: list[frozenset[str]], bounds: list[float]) -> str:
    match leaf.op:
        case LeafOp.TRUTH:
            return f"v{leaf.out} = T[x]"
        case LeafOp.DAY:
            return f"l{leaf.out}, h{leaf.out} = x"
        case LeafOp.ESTABLISHED:
            empty = {Kind.YES_NO: str(UNKNOWN), Kind.DAY: "W"}.get(kind) if kind else None
            return f"v{leaf.out} = {YES} if x != {empty} else {NO}" if empty else f"v{leaf.out} = {YES}"
        case LeafOp.ONE_OF:
            keys.append(leaf.keys)
            return f"v{leaf.out} = {YES} if x in KEYS[{len(keys) - 1}] else {NO}"
        case LeafOp.AT_LEAST | LeafOp.BELOW:
            bounds.append(leaf.bound)
            above, below = (YES, NO) if leaf.op == LeafOp.AT_LEAST else (NO, YES)
            bound = f"BOUNDS[{len(bounds) - 1}]"
            return f"v{leaf.out} = {above} if x >= {bound} else {below} if x < {bound} else {UNKNOWN}"


def _day(gate: DayGate, units: tuple[str, ...]) -> str:
    op, out, first, second, count, unit = gate
    match DayOp(op):
        case DayOp.SHIFT:
            text = f"UNITS[{units.index(unit)}]"
            return f" l{out} = shift(l{first}, {count:d}, {text}); h{out} = shift(h{first}, {count:d}, {text})"
        case DayOp.DEADLINE:
            return f" l{out}, h{out} = deadline((l{first}, h{first}), {count:d}, UNITS[{units.index(unit)}], land)"
        case DayOp.EARLIER:
            return " " + "; ".join(f"{e}{out} = {e}{first} if {e}{first} < {e}{second} else {e}{second}" for e in "lh")
        case DayOp.LATER:
            return " " + "; ".join(f"{e}{out} = {e}{first} if {e}{first} > {e}{second} else {e}{second}" for e in "lh")


def _comparison(comparison: Comparison) -> str:
    out, left, right, equal = comparison
    sure, never = ("<=", ">") if equal else ("<", ">=")
    return f" v{out} = {YES} if h{left} {sure} l{right} else {NO} if l{left} {never} h{right} else {UNKNOWN}"


def _gate(gate: Gate) -> str:
    op, _, slots, count = gate
    parts = [f"v{slot:d}" for slot in slots]
    match Op(op):
        case Op.AND:
            return " & ".join(parts)
        case Op.OR:
            return " | ".join(parts)
        case Op.NOR:
            return f"X[{' | '.join(parts)}]"
        case Op.NOT:
            return f"X[{parts[0]}]"
        case Op.EXCEPT:
            return f"{parts[0]} & X[{parts[1]}]"
        case Op.PRESUMED:
            return f"{NO} if {parts[1]} == {YES} else {parts[0]}"
        case Op.UNVERIFIED:
            return f"{parts[0]} & {UNKNOWN}"
        case Op.AT_LEAST:
            sure = " + ".join(f"({part} >> 1)" for part in parts)
            possible = " + ".join(f"({part} & 1)" for part in parts)
            return f"{YES} if {sure} >= {count:d} else {NO} if {possible} < {count:d} else {UNKNOWN}"


def _list(letter: str, size: int) -> str:
    return "[" + ", ".join(f"{letter}{number}" for number in range(size)) + "]"
