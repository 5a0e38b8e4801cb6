"""The program of a catalogue written out as one Python function without loops: about ten times as fast as walking the tree.

Only numbers of slots and fixed words go into the text of the function; names, choices and bounds come in as tables. So nothing that a
catalogue contains can become code.
"""

from collections.abc import Callable, Iterable, Iterator
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

Needed = tuple[frozenset[int], frozenset[int]]
"""Slots of conditions and slots of days."""

_NEGATION: Final = (YES, UNKNOWN, UNKNOWN, NO)
_TRUTHS: Final = {NO: NO, UNKNOWN: UNKNOWN, YES: YES}


def needed(program: Program, slots: Iterable[int], days: Iterable[int] = ()) -> Needed:
    """Return the slots of conditions and of days that those asked for rest on, themselves included."""
    conditions, read = set(slots), {0, *days}
    for _op, out, parts, _count in reversed(program.gates):
        if out in conditions:
            conditions.update(parts)
    for out, left, right, _equal in program.comparisons:
        if out in conditions:
            read.update((left, right))
    for gate in reversed(program.day_gates):
        if gate[1] in read:
            read.update(gate[2:4])
    return frozenset(conditions), frozenset(read)


def everything(program: Program) -> Needed:
    """Return all slots of the program."""
    return frozenset(range(program.size)), frozenset(range(program.day_size))


def straighten(program: Program, wanted: Needed) -> StraightRun:
    """Return the function that computes the wanted slots of the program for one case; the others are left not established."""
    conditions, days = wanted

    def asked(leaf: Leaf) -> bool:
        return leaf.out in (days if leaf.op == LeafOp.DAY else conditions)

    leaves_of = {name: kept for name, leaves in program.leaves_of.items() if (kept := list(filter(asked, leaves)))}
    names = tuple(leaves_of)
    keys: list[frozenset[str]] = []
    bounds: list[float] = []
    units = tuple(dict.fromkeys(gate[5] for gate in program.day_gates))
    lines = ["def straight(get, l0, land):", f" h0 = l0; T = TRUTHS; X = NEGATION; W = {UNKNOWN_DAY!r}"]
    for number, name in enumerate(names):
        lines.extend(_read(number, leaves_of[name], _kind(program, name), keys, bounds))
    lines.extend(f" l{out} = h{out} = {ordinal:d}" for out, ordinal in program.fixed_days if out in days)
    lines.extend(_day(gate, units) for gate in program.day_gates if gate[1] in days)
    lines.extend(_comparison(comparison) for comparison in program.comparisons if comparison[0] in conditions)
    lines.extend(f" v{gate[1]} = {_gate(gate)}" for gate in program.gates if gate[1] in conditions)
    values = _list("v", program.size, conditions, UNKNOWN)
    lows, highs = (_list(end, program.day_size, days, open_) for end, open_ in (("l", FIRST), ("h", LAST)))
    lines.append(f" return {values}, {lows}, {highs}")
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


def _list(letter: str, size: int, computed: frozenset[int], otherwise: int) -> str:
    texts = (f"{letter}{number}" if number in computed else str(otherwise) for number in range(size))
    return "[" + ", ".join(texts) + "]"
