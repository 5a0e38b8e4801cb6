"""A catalogue compiled to one flat program: every condition and day once, each after what it depends on.

Both back ends run the same program: ``running`` for one case, ``caseload`` for many. Beside the program stand the *sites*: the trees as
they were written, with citations, each pointing to the slot that holds its value; proofs are read off them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from augenmass.law import nodes as n
from augenmass.law.norm import DeadlineRule, Doubt, Norm, Question
from augenmass.law.vocabulary.declaration import Vocabulary

if TYPE_CHECKING:
    from augenmass.law.catalogue import Catalogue

Target = n.Definition | Norm | Doubt | Question


class CatalogueError(ValueError):
    """A catalogue that cannot be compiled, with the reason."""


class Op(IntEnum):
    """What a gate computes of its arguments."""

    AND = 0
    OR = 1
    NOR = 2
    NOT = 3
    EXCEPT = 4
    PRESUMED = 5
    UNVERIFIED = 6
    AT_LEAST = 7


class LeafOp(IntEnum):
    """What a leaf reads of a fact."""

    TRUTH = 0
    ESTABLISHED = 1
    ONE_OF = 2
    AT_LEAST = 3
    BELOW = 4
    DAY = 5


class Selection(IntEnum):
    """Which children decide a site: those of the same value, of the opposite one, all, or as a presumption or exception says."""

    SAME = 0
    OPPOSITE = 1
    ALL = 2
    PRESUMED = 3
    EXCEPT = 4


class DayOp(IntEnum):
    """How a day is computed from others."""

    SHIFT = 0
    DEADLINE = 1
    EARLIER = 2
    LATER = 3


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is read of one fact, and the slot (of a day, for ``DAY``, else of a condition) it is written to."""

    op: LeafOp
    name: str
    out: int
    keys: frozenset[str] = frozenset()
    bound: float = 0.0


Gate = tuple[int, int, tuple[int, ...], int]
"""Operation, slot written, slots read, count (of ``AT_LEAST``)."""

DayGate = tuple[int, int, int, int, int, str]
"""Operation, slot written, first and second slot read, count and unit of the period."""

Comparison = tuple[int, int, int, int]
"""Slot written, left day, right day, one when the left day may equal the right one (else it must lie before)."""


@dataclass(eq=False, slots=True)
class Site:
    """A node where it stands: with the citation in force there, the slot of its value and the sites below.

    ``target`` is the definition, norm, doubt or question that a use refers to; ``fact_names`` are the facts that a leaf reads;
    ``norm`` is the norm it stands in;
    ``number`` is its place in ``Program.sites``, ``selection`` tells which children decide (``Selection``);
    ``core`` is the first site below (or this one) where reasons divide, end, or are a doubt.
    """

    node: n.Condition
    cite: str
    slot: int
    children: tuple[Site, ...] = ()
    target: Target | None = None
    fact_names: tuple[str, ...] = ()
    norm: str = ""
    number: int = 0
    selection: int = 0
    core: Site = field(init=False)

    def __post_init__(self) -> None:
        only = len(self.children) == 1 and not isinstance(self.target, Doubt)
        self.core = self.children[0].core if only else self


@dataclass(eq=False, slots=True)
class Program:
    """The compiled catalogue. Slots of conditions and of days are numbered apart; day slot 0 is today.

    ``moving`` holds the comparisons that change with the day, each with the slot of its side that follows today.
    ``straight`` and ``blockers`` are kept by ``running`` and ``position``: what is the same for every case.
    """

    vocabulary: Vocabulary
    leaves: list[Leaf] = field(default_factory=list)
    sites: list[Site] = field(default_factory=list)
    fixed_days: list[tuple[int, int]] = field(default_factory=list)
    day_gates: list[DayGate] = field(default_factory=list)
    comparisons: list[Comparison] = field(default_factory=list)
    gates: list[Gate] = field(default_factory=list)
    size: int = 0
    day_size: int = 1
    following_today: set[int] = field(default_factory=lambda: {0})
    moving: list[tuple[Comparison, int]] = field(default_factory=list)
    targets: dict[str, Site] = field(default_factory=dict)
    questions: dict[str, Site] = field(default_factory=dict)
    norms: dict[str, Site] = field(default_factory=dict)
    doubts: dict[str, Site] = field(default_factory=dict)
    lanes: dict[str, Site] = field(default_factory=dict)
    deadlines: dict[str, tuple[Site, int, tuple[str, ...]]] = field(default_factory=dict)
    leaves_of: dict[str, list[Leaf]] = field(default_factory=dict)
    blockers: dict[Any, Any] = field(default_factory=dict)
    straight: Callable[[Callable[[str], Any], int, str | None], tuple[list[int], list[int], list[int]]] | None = None
    day_slots: dict[n.DayExpression, int] = field(default_factory=lambda: {n.Today(): 0})

    @property
    def fact_names(self) -> frozenset[str]:
        """The facts that the program reads."""
        return frozenset(self.leaves_of)


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
