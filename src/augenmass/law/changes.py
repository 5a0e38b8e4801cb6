"""What would turn an answer to yes: one line for each fact that could, tried on the program itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from augenmass.law import nodes as n
from augenmass.law.calendar import FIRST, LAST, Interval
from augenmass.law.catalogue import Catalogue
from augenmass.law.change_words import Wish, sentence
from augenmass.law.facts import CaseFacts, Held, Value
from augenmass.law.program import Program, Site
from augenmass.law.proof import deciding_names
from augenmass.law.running import Run, flip_of, is_known, next_change, run
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind

_FLIPS_TRIED: Final = 12
_REACH: Final = 60_000
"""So many days before and after the reference day a day is looked for."""

Demand = tuple[Site, int]
"""A leaf that stands against the answer, with the value that it would need."""


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that could turn the answer to yes.

    ``fact`` and ``needed`` (canonical value; empty when any or when time alone does it) say what to establish; ``current`` what is
    held now (``missing``, ``disputed`` or ``held``). ``alone``: this one change suffices. ``on``: the day from which lapse of time
    does it. ``needed_de``/``needed_en`` are sentences; ``speaks_of`` are the other facts whose values they may give away.
    """

    fact: str
    needed: str
    current: str
    established_by: tuple[str, ...]
    evidence: tuple[str, ...]
    alone: bool
    cites: tuple[str, ...]
    needed_de: str
    needed_en: str
    on: date | None = None
    speaks_of: tuple[str, ...] = ()

    @property
    def cite(self) -> str:
        """The provision of the first leaf that the fact decides."""
        return self.cites[0]


def what_would_change(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> tuple[Change, ...]:
    """Return what could turn the answer to yes, what alone suffices first; empty when it is yes already.

    A fact is named once, however many conditions it decides. Each change is tried: the program runs with it. Raises ``KeyError`` for
    an unknown question.
    """
    program = catalogue.program
    goal = program.targets[question]
    state = run(program, facts, on)
    demands: dict[str, dict[tuple[int, int], Demand]] = {}
    for site, wanted in _open_leaves(goal, YES, state):
        for name in deciding_names(site, state):
            demands.setdefault(name, {}).setdefault((site.slot, wanted), (site, wanted))
    found = [
        _change(program, goal, program.vocabulary[name], list(of_fact.values()), state)
        for name, of_fact in demands.items()
        if name in program.vocabulary
    ]
    found.extend(_by_time(program, goal, facts, on))
    return tuple(sorted(found, key=lambda change: (not change.alone, change.on is not None)))


def _open_leaves(site: Site, wanted: int, state: Run) -> Iterator[tuple[Site, int]]:
    """Yield the leaves that stand against ``wanted``, each with the value that it would need."""
    if state.values[site.slot] == wanted:
        return
    if not site.children:
        if site.fact_names:
            yield site, wanted
        return
    other = NO if wanted == YES else YES
    match site.node:
        case n.NoneOf() | n.Not():
            needs = [other] * len(site.children)
        case n.Presumed() | n.Excepted():
            needs = [wanted, other]
        case n.Unverified() if wanted == YES:
            return
        case _:
            needs = [wanted] * len(site.children)
    for child, need in zip(site.children, needs, strict=True):
        yield from _open_leaves(child, need, state)


def _change(program: Program, goal: Site, declared: FactDeclaration, demands: list[Demand], state: Run) -> Change:
    name = declared.name
    wish = _wish(declared, demands, state)
    tried = _to_try(declared, wish, demands, state)
    suffices = [value for value in tried if _try(program, goal, name, value, state)]
    if suffices and declared.kind in (Kind.YES_NO, Kind.CHOICE):
        wish = Wish(values=tuple(suffices))
    chosen: Value | None = suffices[0] if suffices else (tried[0] if len(tried) == 1 else None)
    held = state.facts.get(name)
    known = is_known(held, declared.kind)
    lapses = [_lapse(program, goal, site, state) for site, _wanted in demands] if known else []
    others = [other for site, _wanted in demands for other in _others(site, name)]
    return Change(
        fact=name,
        needed=_canonical_of(declared.kind, chosen),
        current="disputed" if held is not None and held.disputed else "held" if known else "missing",
        established_by=declared.established_by,
        evidence=declared.evidence,
        alone=bool(suffices),
        cites=tuple(dict.fromkeys(site.cite for site, _wanted in demands)),
        needed_de=sentence(declared, wish, program.vocabulary, "de"),
        needed_en=sentence(declared, wish, program.vocabulary, "en"),
        on=next((day for day in lapses if day is not None), None),
        speaks_of=tuple(dict.fromkeys(others)),
    )


def _wish(declared: FactDeclaration, demands: list[Demand], state: Run) -> Wish:
    """Return what all demands on a fact together ask of its value; where they exclude each other, what any of them asks."""
    if all(isinstance(site.node, n.Established) and wanted == NO for site, wanted in demands):
        return Wish(withdrawn=True)
    match declared.kind:
        case Kind.YES_NO:
            wanted_words = [wanted for site, wanted in demands if isinstance(site.node, n.Fact | n.Assessment)]
            return Wish(values=tuple(dict.fromkeys(wanted_words)))
        case Kind.CHOICE:
            return Wish(values=_keys(declared, demands))
        case Kind.NUMBER:
            return _bounds(demands)
        case Kind.DAY:
            return _days(declared.name, demands, state)
        case Kind.TEXT:
            return Wish()


def _keys(declared: FactDeclaration, demands: list[Demand]) -> tuple[Value, ...]:
    every = [choice.key for choice in declared.choices]
    sets = [
        {key for key in every if (key in site.node.keys) is (wanted == YES)}
        for site, wanted in demands
        if isinstance(site.node, n.OneOf)
    ]
    if not sets:
        return ()
    fitting = set.intersection(*sets) or set.union(*sets)
    return tuple(key for key in every if key in fitting)


def _bounds(demands: list[Demand]) -> Wish:
    least: list[float] = []
    below: list[float] = []
    for site, wanted in demands:
        if isinstance(site.node, n.Threshold):
            (least if site.node.at_least is (wanted == YES) else below).append(site.node.value)
    return Wish(least=max(least, default=None), below=min(below, default=None))


def _days(name: str, demands: list[Demand], state: Run) -> Wish:
    first: list[int] = []
    last: list[int] = []
    others: dict[str, None] = {}
    for site, wanted in demands:
        if not isinstance(site.node, n.Compared):
            continue
        edge = _edge(name, site, wanted, state)
        if edge is None:
            others.update(dict.fromkeys(_others(site, name)))
        elif edge:
            (first if edge > 0 else last).append(abs(edge))
    return Wish(first=max(first, default=None), last=min(last, default=None), others=tuple(others))


def _others(site: Site, name: str) -> tuple[str, ...]:
    """Return the other facts of a leaf; the Land, which only moves the end of a period by days, is none of them."""
    return tuple(other for other in site.fact_names if other not in (name, n.LAND_FACT))


def _edge(name: str, site: Site, wanted: int, state: Run) -> int | None:
    """Return from which day on the comparison has the wanted value, or, negative, until which; 0 for any day.

    None when no day of this fact alone gives it: it also depends on others. A comparison turns once as one of its days moves on.
    """

    def holds(day: int) -> bool:
        tried = {**state.facts, name: Held((day, day))}
        return run(state.program, tried, date.fromordinal(state.on)).values[site.slot] == wanted

    early, late = max(FIRST, state.on - _REACH), min(LAST, state.on + _REACH)
    at_early = holds(early)
    if at_early is holds(late):
        return 0 if at_early else None
    while late - early > 1:
        middle = (early + late) // 2
        if holds(middle) is at_early:
            early = middle
        else:
            late = middle
    return -early if at_early else late


def _to_try(declared: FactDeclaration, wish: Wish, demands: list[Demand], state: Run) -> list[Value]:
    """Return values that would meet the wish; of days those at its edges and days far away from everything."""
    match declared.kind:
        case _ if wish.withdrawn:
            return []
        case Kind.YES_NO:
            return list(wish.values) or [YES, NO]
        case Kind.CHOICE:
            return list(wish.values) or [choice.key for choice in declared.choices]
        case Kind.NUMBER:
            bounds: list[Value] = [] if wish.least is None else [wish.least]
            return bounds + ([] if wish.below is None else [wish.below - 1]) or [0.0]
        case Kind.DAY:
            edges: list[Value] = [(day, day) for day in (wish.first, wish.last) if day is not None]
            nodes = [site.node for site, _wanted in demands]
            return edges + [day for node in nodes if isinstance(node, n.Compared) for day in _days_around(node, state)]
        case Kind.TEXT:
            return []


def _days_around(node: n.Compared, state: Run) -> Iterator[Interval]:
    """Yield a day far before and far after both sides, within the calendar: one of them satisfies a comparison of this fact."""
    slots = state.program.day_slots
    ends = [state.on]
    for side in (node.left, node.right):
        low, high = state.lows[slots[side]], state.highs[slots[side]]
        ends.extend(end for end in (low, high) if FIRST < end < LAST and state.on - 60_000 < end < state.on + 60_000)
    for day in (max(ends) + 40_000, max(FIRST, min(ends) - 40_000)):
        yield day, day


def _try(program: Program, goal: Site, name: str, value: Value, state: Run) -> bool:
    """Run again with one fact established and tell whether the goal is then yes."""
    tried = {**state.facts, name: Held(value)}
    return run(program, tried, date.fromordinal(state.on)).values[goal.slot] == YES


def _canonical_of(kind: Kind, value: Value | None) -> str:
    if value is None or kind is Kind.DAY:
        return ""
    if kind is Kind.YES_NO:
        return "yes" if value == YES else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _lapse(program: Program, goal: Site, site: Site, state: Run) -> date | None:
    """Return the day on which the leaf changes by lapse of time, when then the goal is yes."""
    if not isinstance(site.node, n.Compared):
        return None
    flip = flip_of(state, site.slot)
    if flip is None or run(program, state.facts, flip).values[goal.slot] != YES:
        return None
    return flip


def _by_time(program: Program, goal: Site, facts: CaseFacts, on: date) -> Iterator[Change]:
    """Yield the first day, among the next flips of any comparison, from which the goal is yes without anybody's doing."""
    day = on
    for _ in range(_FLIPS_TRIED):
        following = next_change(run(program, facts, day))
        if following is None or run(program, facts, on).values[goal.slot] == YES:
            return
        day = following
        if run(program, facts, day).values[goal.slot] == YES:
            yield Change(
                fact="",
                needed="",
                current="held",
                established_by=(),
                evidence=(),
                alone=True,
                cites=(goal.cite,),
                needed_de=f"Ab dem {day:%d.%m.%Y} durch Zeitablauf.",
                needed_en=f"From {day.isoformat()} by lapse of time.",
                on=day,
            )
            return
