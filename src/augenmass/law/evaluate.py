"""Questions asked of one case: the answer, its proof, and what would change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from augenmass.law import nodes as n
from augenmass.law.calendar import FIRST, LAST, Interval
from augenmass.law.catalogue import Catalogue
from augenmass.law.facts import CaseFacts, Held, Value
from augenmass.law.program import Program, Site
from augenmass.law.proof import Proof, deciding_names, prove_site
from augenmass.law.running import Run, flip_of, is_known, next_change, run
from augenmass.law.values import NO, YES
from augenmass.law.vocabulary.declaration import Kind
from augenmass.law.words import fact_label

_FLIPS_TRIED: Final = 12


def answer(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> int:
    """Return ``YES``, ``NO`` or ``UNKNOWN`` for one question. Raises ``KeyError`` for an unknown question, ``TypeError`` for a value
    of another kind."""
    program = catalogue.program
    return run(program, facts, on).values[program.questions[question].slot]


def answers(catalogue: Catalogue, facts: CaseFacts, on: date) -> dict[str, int]:
    """Return the answers to all questions by id."""
    program = catalogue.program
    values = run(program, facts, on).values
    return {name: values[site.slot] for name, site in program.questions.items()}


def prove(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> Proof:
    """Return the proof of the answer to a question, a norm, a doubt or a definition. Raises ``KeyError`` for an unknown id."""
    program = catalogue.program
    return prove_site(program.targets[question], run(program, facts, on))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that could turn the answer to yes.

    ``fact`` and ``needed`` (canonical value; empty when any or when time alone does it) say what to establish; ``current`` what is
    held now (``missing``, ``disputed`` or ``held``). ``alone``: this one change suffices. ``on``: the day from which lapse of time
    does it. ``needed_de``/``needed_en`` are sentences.
    """

    fact: str
    needed: str
    current: str
    established_by: tuple[str, ...]
    evidence: tuple[str, ...]
    alone: bool
    cite: str
    needed_de: str
    needed_en: str
    on: date | None = None


def what_would_change(catalogue: Catalogue, question: str, facts: CaseFacts, on: date) -> tuple[Change, ...]:
    """Return what could turn the answer to yes, what alone suffices first; empty when it is yes already.

    Each change is tried: the program runs with it. Raises ``KeyError`` for an unknown question.
    """
    program = catalogue.program
    goal = program.targets[question]
    state = run(program, facts, on)
    found: dict[tuple[str, str], Change] = {}
    for site, wanted in _open_leaves(goal, YES, state):
        for change in _changes(program, goal, site, wanted, state):
            found.setdefault((change.fact, change.needed_de), change)
    for change in _by_time(program, goal, facts, on):
        found.setdefault((change.fact, change.needed_de), change)
    return tuple(sorted(found.values(), key=lambda change: (not change.alone, change.on is not None)))


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


def _changes(program: Program, goal: Site, site: Site, wanted: int, state: Run) -> Iterator[Change]:
    for name in deciding_names(site, state):
        declaration = program.vocabulary.get(name)
        if declaration is None:
            continue
        held = state.facts.get(name)
        values = _values_for(site, name, wanted, state)
        suffices = [value for value in values if _try(program, goal, name, value, state)]
        alone = bool(suffices)
        chosen: Value | None = suffices[0] if alone else (values[0] if len(values) == 1 else None)
        known = is_known(held, declaration.kind)
        yield Change(
            fact=name,
            needed=_canonical_of(declaration.kind, chosen),
            current="disputed" if held is not None and held.disputed else "held" if known else "missing",
            established_by=declaration.established_by,
            evidence=declaration.evidence,
            alone=alone,
            cite=site.cite,
            needed_de=_needed(site, name, wanted, state, "de"),
            needed_en=_needed(site, name, wanted, state, "en"),
            on=_lapse(program, goal, site, state) if known else None,
        )


def _values_for(site: Site, name: str, wanted: int, state: Run) -> list[Value]:
    """Return values of the fact that would give the leaf the wanted value; days are taken from the other side of a comparison."""
    declaration = state.program.vocabulary[name]
    match site.node:
        case n.Fact() | n.Assessment():
            return [wanted]
        case n.Established():
            return [] if wanted == NO else _any_value(declaration.kind, [choice.key for choice in declaration.choices])
        case n.OneOf(keys=keys):
            return (
                [*keys] if wanted == YES else [choice.key for choice in declaration.choices if choice.key not in keys]
            )
        case n.Threshold(at_least=at_least, value=value):
            return [value if at_least == (wanted == YES) else value - 1]
        case n.Compared() if declaration.kind is Kind.DAY:
            return list(_days_around(site.node, state))
        case _:
            return [choice.key for choice in declaration.choices]


def _any_value(kind: Kind, keys: list[str]) -> list[Value]:
    match kind:
        case Kind.YES_NO:
            return [YES, NO]
        case Kind.CHOICE:
            return [*keys]
        case Kind.NUMBER:
            return [0.0]
        case Kind.DAY:
            return []
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


def _needed(site: Site, name: str, wanted: int, state: Run, language: str) -> str:
    vocabulary: Any = state.program.vocabulary
    english = language == "en"
    named = fact_label(vocabulary, name, language)
    word = ("yes" if wanted == YES else "no") if english else ("Ja" if wanted == YES else "Nein")
    match site.node:
        case n.Fact() | n.Assessment():
            return f"“{named}” is established as “{word}”." if english else f"„{named}“ wird mit „{word}“ festgestellt."
        case n.Established() if wanted == YES:
            return f"“{named}” is established." if english else f"„{named}“ wird festgestellt."
        case n.Established():
            return (
                f"“{named}” is no longer held as established."
                if english
                else f"„{named}“ gilt nicht mehr als festgestellt."
            )
        case _:
            stated = Proof(site, state.values[site.slot], (), state).statement(language)
            if english:
                return (
                    f"“{named}” is established so that this {'holds' if wanted == YES else 'does not hold'}: {stated}."
                )
            return f"„{named}“ wird so festgestellt, dass {'dies' if wanted == YES else 'dies nicht mehr'} zutrifft: {stated}."


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
                cite=goal.cite,
                needed_de=f"Ab dem {day:%d.%m.%Y} durch Zeitablauf.",
                needed_en=f"From {day.isoformat()} by lapse of time.",
                on=day,
            )
            return
