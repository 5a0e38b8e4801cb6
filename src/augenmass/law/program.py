"""A catalogue compiled to one flat program: every condition and day once, each after what it depends on.

Both back ends run the same program: ``running`` for one case, ``caseload`` for many. Beside the program stand the *sites*: the trees as
they were written, with citations, each pointing to the slot that holds its value; proofs are read off them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from augenmass.law import nodes as n
from augenmass.law.norm import Doubt, Norm, Question
from augenmass.law.vocabulary.declaration import Vocabulary

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
    ``of_steps`` are the targets that steps ask. ``parts`` and ``blockers`` are kept by ``running`` and ``position``: what is the same for every case.
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
    of_steps: tuple[str, ...] = ()
    blockers: dict[Any, Any] = field(default_factory=dict)
    parts: dict[str, Any] = field(default_factory=dict)
    day_slots: dict[n.DayExpression, int] = field(default_factory=lambda: {n.Today(): 0})

    @property
    def fact_names(self) -> frozenset[str]:
        """The facts that the program reads."""
        return frozenset(self.leaves_of)

    @property
    def leaves_of_days(self) -> list[Leaf]:
        """The leaves that write a day; a leaf's slot is one of a day just for them."""
        return [leaf for leaf in self.leaves if leaf.op == LeafOp.DAY]
