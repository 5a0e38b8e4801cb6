"""Is a catalogue sound? Every finding is one sentence that names the thing and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Final

from augenmass.law import nodes as n
from augenmass.law.compiling import condition_of, days_read, parts_of, source_of, targets_of
from augenmass.law.norm import DeadlineRule, Doubt, Lane, Norm, Question, Review
from augenmass.law.program import CatalogueError, Site
from augenmass.law.vocabulary.declaration import Kind

if TYPE_CHECKING:
    from augenmass.law.catalogue import Catalogue

Thing = Norm | Question | Doubt | DeadlineRule | Lane | n.Definition
"""What a catalogue is made of and asks conditions."""

_CLARIFY: Final = "clarify"
_SOME_COMPARISON: Final = n.Compared("before", n.Today(), n.FixedDay(date.max))


def problems_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Return what is wrong: unknown names, kinds that do not fit, missing citations, unused facts, circles, steps without their
    question. A question that no step rests on is sound: rooms ask it by id."""
    try:
        targets_of(catalogue)
    except CatalogueError as error:
        return (str(error),)
    findings = [*_conditions(catalogue), *_circles(catalogue), *_steps(catalogue), *_rest(catalogue)]
    return tuple(dict.fromkeys(findings))


def roots(catalogue: Catalogue) -> Iterator[tuple[str, n.Condition, str]]:
    """Yield every condition of a catalogue with the name of where it stands and the citation above it."""
    for target in targets_of(catalogue).values():
        yield f"{type(target).__name__} {target.id}", condition_of(target), source_of(target)
    for lane in catalogue.lanes:
        yield f"Lane {lane.id}", lane.when, "-"
    for rule in catalogue.deadlines:
        yield f"DeadlineRule {rule.id}", rule.runs, rule.cite


def nodes_below(node: n.Condition) -> Iterator[n.Condition]:
    """Yield a node and all below it, not through uses."""
    yield node
    for part in parts_of(node):
        yield from nodes_below(part)


def facts_read(catalogue: Catalogue) -> frozenset[str]:
    """Return the names of facts that any condition or deadline of the catalogue reads."""
    names = {name for _, root, _ in roots(catalogue) for node in nodes_below(root) for name in _names(node)}
    names.update(name for rule in catalogue.deadlines for name in days_read(rule.due))
    return frozenset(names)


def _names(node: n.Condition) -> tuple[str, ...]:
    match node:
        case n.Compared(left=left, right=right):
            return (*days_read(left), *days_read(right))
        case n.Fact(name=name) | n.Assessment(name=name) | n.Established(name=name):
            return (name,)
        case n.OneOf(name=name) | n.Threshold(name=name):
            return (name,)
        case _:
            return ()


def _conditions(catalogue: Catalogue) -> Iterator[str]:
    targets = targets_of(catalogue)
    for where, root, cite in roots(catalogue):
        for node in nodes_below(root):
            if isinstance(node, n.Use) and node.id not in targets:
                yield f"{where}: nothing has the id {node.id!r}."
            for name in _names(node):
                yield from _fact(catalogue, where, node, name)
        if not cite:
            yield from _uncited(where, root)
    for rule in catalogue.deadlines:
        for name in days_read(rule.due):
            yield from _fact(catalogue, f"DeadlineRule {rule.id}", _SOME_COMPARISON, name)


def _uncited(where: str, node: n.Condition) -> Iterator[str]:
    if getattr(node, "cite", "") or isinstance(node, n.Use):
        return
    parts = parts_of(node)
    if not parts:
        yield f"{where}: a condition on {', '.join(_names(node)) or node.tag} has no citation."
    for part in parts:
        yield from _uncited(where, part)


def _fact(catalogue: Catalogue, where: str, node: n.Condition, name: str) -> Iterator[str]:
    declaration = catalogue.vocabulary.get(name)
    if declaration is None:
        yield f"{where}: the vocabulary has no fact {name!r}."
        return
    fitting = _fitting(node, name)
    if declaration.kind not in fitting:
        yield f"{where}: {name!r} is {declaration.kind.value}, but is read as {' or '.join(kind.value for kind in fitting)}."
    elif isinstance(node, n.OneOf) and declaration.kind is Kind.CHOICE:
        known = {choice.key for choice in declaration.choices}
        for key in node.keys:
            if key not in known:
                yield f"{where}: {name!r} has no choice {key!r}."
    if isinstance(node, n.Assessment) and not declaration.assessment:
        yield f"{where}: {name!r} is read as an assessment, but is not declared as one."


def _fitting(node: n.Condition, name: str) -> tuple[Kind, ...]:
    match node:
        case n.Fact() | n.Assessment():
            return (Kind.YES_NO,)
        case n.OneOf():
            return (Kind.CHOICE, Kind.TEXT)
        case n.Threshold():
            return (Kind.NUMBER,)
        case n.Compared():
            return (Kind.CHOICE, Kind.TEXT) if name == n.LAND_FACT else (Kind.DAY,)
        case _:
            return tuple(Kind)


def _circles(catalogue: Catalogue) -> Iterator[str]:
    targets = targets_of(catalogue)
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> Iterator[str]:
        if name in path:
            yield "Conditions refer to each other in a circle: " + " → ".join([*path[path.index(name) :], name]) + "."
            return
        if name in done or name not in targets:
            return
        for node in nodes_below(condition_of(targets[name])):
            if isinstance(node, n.Use):
                yield from visit(node.id, (*path, name))
        done.add(name)

    for name in targets:
        yield from visit(name, ())


def _steps(catalogue: Catalogue) -> Iterator[str]:
    questions = {question.id for question in catalogue.questions}
    lanes = {lane.id for lane in catalogue.lanes}
    names = catalogue.vocabulary
    for step in catalogue.steps:
        if step.question not in questions:
            yield f"Step {step.id}: there is no question {step.question!r}."
        if step.lane and step.lane not in lanes:
            yield f"Step {step.id}: there is no lane {step.lane!r}."
        for name in (*step.asks, *(written.partition("=")[0] for written in step.writes)):
            if name not in names:
                yield f"Step {step.id}: the vocabulary has no fact {name!r}."
    targets = targets_of(catalogue)
    for step in catalogue.steps:
        if step.due and step.due not in targets:
            yield f"Step {step.id}: there is no definition {step.due!r} of when it is due."


def _rest(catalogue: Catalogue) -> Iterator[str]:
    names = catalogue.vocabulary
    if catalogue.lanes and _CLARIFY not in {lane.id for lane in catalogue.lanes}:
        yield f"There is no lane {_CLARIFY!r} for cases that fit no other."
    for doubt in catalogue.doubts:
        for name in doubt.clears_with:
            if name not in names:
                yield f"Doubt {doubt.id}: the vocabulary has no fact {name!r}."
    for norm in catalogue.norms:
        if norm.since and norm.until and norm.until < norm.since:
            yield f"Norm {norm.id}: it ends before it begins."
        if norm.review is Review.UNVERIFIED and not isinstance(norm.when, n.Unverified):
            yield f"Norm {norm.id}: it is unverified and could answer yes by itself."


def users_of(catalogue: Catalogue, name: str) -> Iterator[tuple[str, Thing]]:
    """Yield what asks a norm, question, definition or doubt directly, with the part of the catalogue that it stands in."""
    for part, thing in _things(catalogue):
        if name in _used_by(thing):
            yield part, thing


def all_users(catalogue: Catalogue) -> dict[str, list[tuple[str, Thing]]]:
    """Return what ``users_of`` yields for everything that is asked by anything, in one pass over the catalogue."""
    found: dict[str, list[tuple[str, Thing]]] = {}
    for part, thing in _things(catalogue):
        for name in _used_by(thing):
            found.setdefault(name, []).append((part, thing))
    return found


def _things(catalogue: Catalogue) -> Iterator[tuple[str, Thing]]:
    for part in ("norms", "definitions", "questions", "doubts", "deadlines", "lanes"):
        for thing in getattr(catalogue, part):
            yield part, thing


def _used_by(thing: Thing) -> dict[str, None]:
    """The ids that the condition of a thing refers to, each once."""
    return dict.fromkeys(node.id for node in nodes_below(_condition(thing)) if isinstance(node, n.Use))


def _condition(thing: Thing) -> n.Condition:
    match thing:
        case DeadlineRule(runs=runs):
            return runs
        case Lane(when=when):
            return when
        case _:
            return condition_of(thing)


def facts_of(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Return the facts that a norm, question, definition or doubt asks, also through what it uses, in the order of its tree."""
    found: dict[str, None] = {}
    seen: set[int] = set()

    def visit(site: Site) -> None:
        if site.number in seen:
            return
        seen.add(site.number)
        found.update(dict.fromkeys(site.fact_names))
        for child in site.children:
            visit(child)

    visit(catalogue.program.targets[name])
    return tuple(found)


def citations(catalogue: Catalogue) -> set[str]:
    """Return every citation of a catalogue: of its things, and of their conditions."""
    things: tuple[Question | Doubt | DeadlineRule | n.Definition, ...] = (
        *catalogue.questions,
        *catalogue.doubts,
        *catalogue.deadlines,
        *catalogue.definitions,
    )
    below = (getattr(node, "cite", "") for _, root, _ in roots(catalogue) for node in nodes_below(root))
    return {
        cite for cite in (*below, *(thing.cite for thing in things), *(norm.id for norm in catalogue.norms)) if cite
    }


def unused_facts(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the facts of the vocabulary that no condition reads and no step asks or writes: often right, always worth a look."""
    read = facts_read(catalogue)
    for step in catalogue.steps:
        read |= {*step.asks, *(written.partition("=")[0] for written in step.writes)}
    return tuple(name for name in catalogue.vocabulary if name not in read)
