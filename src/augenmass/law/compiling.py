"""From the trees of a catalogue to its program: names resolved, what is computed twice shared, everything in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from augenmass.law import nodes as n
from augenmass.law.norm import DeadlineRule, Doubt, Norm, Question
from augenmass.law.program import CatalogueError, DayOp, Leaf, LeafOp, Op, Program, Selection, Site, Target
from augenmass.law.vocabulary.declaration import Vocabulary

if TYPE_CHECKING:
    from augenmass.law.catalogue import Catalogue


def targets_of(catalogue: Catalogue) -> dict[str, Target]:
    """Return everything that ``use`` can refer to, by id. Raises ``CatalogueError`` when two things share an id."""
    found: dict[str, Target] = {}
    things: tuple[Iterable[Target], ...] = (
        catalogue.definitions,
        catalogue.norms,
        catalogue.doubts,
        catalogue.questions,
    )
    for thing in (thing for group in things for thing in group):
        if thing.id in found:
            raise CatalogueError(f"the id {thing.id!r} is given twice")
        found[thing.id] = thing
    return found


def applicability(norm: Norm) -> n.Condition:
    """Return when a norm applies: within its time, its transition condition and its own conditions all yes."""
    parts: list[n.Condition] = []
    if norm.since is not None:
        parts.append(n.Compared("not_before", n.Today(), n.FixedDay(norm.since)))
    if norm.until is not None:
        parts.append(n.Compared("not_after", n.Today(), n.FixedDay(norm.until)))
    if norm.transition is not None:
        parts.append(norm.transition)
    return n.AllOf((*parts, norm.when)) if parts else norm.when


def condition_of(target: Target) -> n.Condition:
    """Return the condition that a use of the target asks."""
    match target:
        case n.Definition(condition=condition):
            return condition
        case Norm():
            return applicability(target)
        case Doubt(when=when):
            return when
        case Question(goal=goal):
            return goal


def source_of(target: Target) -> str:
    """Return the citation of a target: its own, or for a norm its id."""
    return target.id if isinstance(target, Norm) else target.cite


def compile_catalogue(catalogue: Catalogue) -> Program:
    """Compile all definitions, norms, questions, doubts, lanes and deadlines. Raises ``CatalogueError`` for unknown ids and cycles."""
    builder = _Builder(targets_of(catalogue), catalogue.vocabulary)
    program = builder.program
    for thing in builder.things:
        program.targets[thing] = builder.target(thing)
    program.questions = {question.id: program.targets[question.id] for question in catalogue.questions}
    program.norms = {norm.id: program.targets[norm.id] for norm in catalogue.norms}
    program.doubts = {doubt.id: program.targets[doubt.id] for doubt in catalogue.doubts}
    program.lanes = {lane.id: builder.condition(lane.when, "") for lane in catalogue.lanes}
    for rule in catalogue.deadlines:
        program.deadlines[rule.id] = builder.deadline(rule)
    asked = (name for step in catalogue.steps for name in (step.question, step.due) if name)
    program.of_steps = tuple(dict.fromkeys(name for name in asked if name in program.targets))
    following = program.following_today
    for comparison in program.comparisons:
        for day in comparison[1:3]:
            if day in following:
                program.moving.append((comparison, day))
    for leaf in program.leaves:
        program.leaves_of.setdefault(leaf.name, []).append(leaf)
    return program


class _Builder:
    """Builds the program; a computation that was built once is shared by everything that needs it again."""

    def __init__(self, things: Mapping[str, Target], vocabulary: Vocabulary) -> None:
        self.program = Program(vocabulary)
        self.things = things
        self._slots: dict[object, int] = {}
        self._days = self.program.day_slots
        self._sites: dict[tuple[n.Condition, str, str], Site] = {}
        self._open: list[str] = []

    def target(self, name: str) -> Site:
        """Return the site of a definition, norm, doubt or question, built at its first use."""
        done = self.program.targets.get(name)
        if done is not None:
            return done
        thing = self.things.get(name)
        if thing is None:
            raise CatalogueError(f"nothing has the id {name!r}")
        if name in self._open:
            raise CatalogueError("conditions refer to each other in a circle: " + " → ".join([*self._open, name]))
        self._open.append(name)
        inner = self.condition(condition_of(thing), source_of(thing))
        self._open.pop()
        site = self._numbered(Site(n.Use(name), source_of(thing), inner.slot, (inner,), thing))
        self.program.targets[name] = site
        return site

    def condition(self, node: n.Condition, cite: str) -> Site:
        """Return the site of a node below the citation ``cite``."""
        own = getattr(node, "cite", "") or cite
        key = (node, own, self._norm())
        if key not in self._sites:
            self._sites[key] = self._numbered(self._build(node, own))
        return self._sites[key]

    def _numbered(self, site: Site) -> Site:
        site.number = len(self.program.sites)
        site.norm = self._norm()
        site.selection = _SELECTIONS.get(type(site.node), Selection.SAME)
        self.program.sites.append(site)
        return site

    def _norm(self) -> str:
        """Return the norm that is being built, when no definition or other use lies between."""
        name = self._open[-1] if self._open else ""
        return name if isinstance(self.things.get(name), Norm) else ""

    def deadline(self, rule: DeadlineRule) -> tuple[Site, int, tuple[str, ...]]:
        """Return the site of whether the deadline runs, the slot of its day, and the facts that the day needs."""
        return self.condition(rule.runs, rule.cite), self._day(rule.due), tuple(dict.fromkeys(days_read(rule.due)))

    def _build(self, node: n.Condition, cite: str) -> Site:
        match node:
            case n.Use(id=name):
                inner = self.target(name)
                return Site(node, cite, inner.slot, inner.children, inner.target)
            case n.Compared():
                names = tuple(dict.fromkeys((*days_read(node.left), *days_read(node.right))))
                return Site(node, cite, self._comparison(node), fact_names=names)
            case n.Fact(name=name) | n.Assessment(name=name):
                return Site(node, cite, self._leaf(LeafOp.TRUTH, name), fact_names=(name,))
            case n.Established(name=name):
                return Site(node, cite, self._leaf(LeafOp.ESTABLISHED, name), fact_names=(name,))
            case n.OneOf(name=name, keys=keys):
                return Site(node, cite, self._leaf(LeafOp.ONE_OF, name, frozenset(keys)), fact_names=(name,))
            case n.Threshold(name=name, at_least=at_least, value=value):
                op = LeafOp.AT_LEAST if at_least else LeafOp.BELOW
                return Site(node, cite, self._leaf(op, name, bound=value), fact_names=(name,))
            case _:
                return self._combination(node, cite)

    def _combination(self, node: n.Condition, cite: str) -> Site:
        children = tuple(self.condition(part, cite) for part in parts_of(node))
        slots = tuple(child.slot for child in children)
        count = node.count if isinstance(node, n.AtLeast) else 0
        op = _GATES[type(node)]
        if op in (Op.AND, Op.OR, Op.NOR):
            slots = tuple(sorted(set(slots)))
        if op in (Op.AND, Op.OR) and len(slots) == 1:
            return Site(node, cite, slots[0], children)
        key = (op, slots, count)
        if key not in self._slots:
            self._slots[key] = self._new_slot()
            self.program.gates.append((int(op), self._slots[key], slots, count))
        return Site(node, cite, self._slots[key], children)

    def _leaf(self, op: LeafOp, name: str, keys: frozenset[str] = frozenset(), bound: float = 0.0) -> int:
        key = (op, name, keys, bound)
        if key not in self._slots:
            self._slots[key] = self._new_slot()
            self.program.leaves.append(Leaf(op, name, self._slots[key], keys, bound))
        return self._slots[key]

    def _comparison(self, node: n.Compared) -> int:
        left, right = self._day(node.left), self._day(node.right)
        if node.relation in ("after", "not_before"):
            left, right = right, left
        key = ("compare", left, right, int(node.relation in ("not_after", "not_before")))
        if key not in self._slots:
            self._slots[key] = self._new_slot()
            self.program.comparisons.append((self._slots[key], *key[1:]))
        return self._slots[key]

    def _day(self, node: n.DayExpression) -> int:
        if node not in self._days:
            self._days[node] = self._new_day(node)
            if n.follows_today(node):
                self.program.following_today.add(self._days[node])
        return self._days[node]

    def _new_day(self, node: n.DayExpression) -> int:
        program = self.program
        match node:
            case n.DayFact(name=name):
                out = self._day_slot()
                program.leaves.append(Leaf(LeafOp.DAY, name, out))
            case n.FixedDay(value=value):
                out = self._day_slot()
                program.fixed_days.append((out, value.toordinal()))
            case n.Shifted(base=base, period=period) | n.Deadline(base=base, period=period):
                op = DayOp.SHIFT if isinstance(node, n.Shifted) else DayOp.DEADLINE
                source, out = self._day(base), self._day_slot()
                program.day_gates.append((int(op), out, source, source, period.count, period.unit))
            case n.Earlier(left=left, right=right) | n.Later(left=left, right=right):
                op = DayOp.EARLIER if isinstance(node, n.Earlier) else DayOp.LATER
                first, second, out = self._day(left), self._day(right), self._day_slot()
                program.day_gates.append((int(op), out, first, second, 0, ""))
            case _:
                raise CatalogueError(f"unknown day expression {node!r}")
        return out

    def _new_slot(self) -> int:
        self.program.size += 1
        return self.program.size - 1

    def _day_slot(self) -> int:
        self.program.day_size += 1
        return self.program.day_size - 1


_GATES: dict[type[n.Condition], Op] = {
    n.AllOf: Op.AND,
    n.AnyOf: Op.OR,
    n.NoneOf: Op.NOR,
    n.Not: Op.NOT,
    n.AtLeast: Op.AT_LEAST,
    n.Presumed: Op.PRESUMED,
    n.Excepted: Op.EXCEPT,
    n.Unverified: Op.UNVERIFIED,
}


_SELECTIONS: dict[type[n.Condition], Selection] = {
    n.NoneOf: Selection.OPPOSITE,
    n.Not: Selection.OPPOSITE,
    n.Unverified: Selection.ALL,
    n.Presumed: Selection.PRESUMED,
    n.Excepted: Selection.EXCEPT,
}


def parts_of(node: n.Condition) -> tuple[n.Condition, ...]:
    """Return the conditions directly below a node (none below a leaf or a use)."""
    match node:
        case n.AllOf(parts=parts) | n.AnyOf(parts=parts) | n.NoneOf(parts=parts) | n.AtLeast(parts=parts):
            return parts
        case n.Not(part=part) | n.Unverified(part=part):
            return (part,)
        case n.Presumed(rule=rule, unless=unless) | n.Excepted(rule=rule, unless=unless):
            return (rule, unless)
        case _:
            return ()


def days_read(node: n.DayExpression) -> tuple[str, ...]:
    """Return the names of facts that a day expression reads, the Land of a deadline included."""
    match node:
        case n.DayFact(name=name):
            return (name,)
        case n.Shifted(base=base):
            return days_read(base)
        case n.Deadline(base=base):
            return (*days_read(base), n.LAND_FACT)
        case n.Earlier(left=left, right=right) | n.Later(left=left, right=right):
            return (*days_read(left), *days_read(right))
        case _:
            return ()
