"""The nodes of the law's language. They are built by the functions of ``language``.

A condition answers yes, no or not established; a day expression is an interval of days (a partial date is not one day).
Nodes carry their citation, hold no functions, compare and hash by content. A node without citation takes that of the node above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

LAND_FACT = "land"
"""The fact that names the Land whose holidays move the end of a period."""


class LanguageError(ValueError):
    """A tree that the language cannot answer exactly, with the reason."""


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time by the calendar: months and years keep the day's number (BGB § 188)."""

    count: int
    unit: str  # "days", "weeks", "months" or "years"

    def __neg__(self) -> Period:
        return Period(-self.count, self.unit)


# ---------------------------------------------------------------------------------------------------------------- days


@dataclass(frozen=True, slots=True)
class DayExpression:
    """Anything that names a day, or an interval of days when it is not known exactly."""

    tag: ClassVar[str] = ""

    def __add__(self, period: Period) -> DayExpression:
        return Shifted(self, period)

    def __sub__(self, period: Period) -> DayExpression:
        return Shifted(self, -period)

    def before(self, other: DayExpression, *, cite: str = "") -> Condition:
        """Return the condition that this day lies before the other."""
        return Compared("before", self, other, cite)

    def not_after(self, other: DayExpression, *, cite: str = "") -> Condition:
        """Return the condition that this day is the other or an earlier one."""
        return Compared("not_after", self, other, cite)

    def after(self, other: DayExpression, *, cite: str = "") -> Condition:
        """Return the condition that this day lies after the other."""
        return Compared("after", self, other, cite)

    def not_before(self, other: DayExpression, *, cite: str = "") -> Condition:
        """Return the condition that this day is the other or a later one."""
        return Compared("not_before", self, other, cite)


@dataclass(frozen=True, slots=True)
class DayFact(DayExpression):
    """The day that a fact holds."""

    tag: ClassVar[str] = "day"
    name: str


@dataclass(frozen=True, slots=True)
class Today(DayExpression):
    """The day for which the question is asked."""

    tag: ClassVar[str] = "today"


@dataclass(frozen=True, slots=True)
class FixedDay(DayExpression):
    """A day named by the law itself."""

    tag: ClassVar[str] = "on"
    value: date


@dataclass(frozen=True, slots=True)
class Shifted(DayExpression):
    """A day moved by a period, without regard to weekends."""

    tag: ClassVar[str] = "shift"
    base: DayExpression
    period: Period


@dataclass(frozen=True, slots=True)
class Deadline(DayExpression):
    """The last day of a period that an event on ``base`` sets running, moved past weekends and holidays of the case's Land."""

    tag: ClassVar[str] = "deadline"
    base: DayExpression
    period: Period


@dataclass(frozen=True, slots=True)
class Earlier(DayExpression):
    """The earlier of two days."""

    tag: ClassVar[str] = "earlier"
    left: DayExpression
    right: DayExpression


@dataclass(frozen=True, slots=True)
class Later(DayExpression):
    """The later of two days."""

    tag: ClassVar[str] = "later"
    left: DayExpression
    right: DayExpression


def follows_today(expression: DayExpression) -> bool:
    """Return whether the day named moves with the day of the question."""
    match expression:
        case Today():
            return True
        case Shifted(base=base) | Deadline(base=base):
            return follows_today(base)
        case Earlier(left=left, right=right) | Later(left=left, right=right):
            return follows_today(left) or follows_today(right)
        case _:
            return False


# ---------------------------------------------------------------------------------------------------------- conditions


@dataclass(frozen=True, slots=True)
class Condition:
    """Anything that answers yes, no or not established."""

    tag: ClassVar[str] = ""


@dataclass(frozen=True, slots=True)
class Fact(Condition):
    """A yes/no fact holds."""

    tag: ClassVar[str] = "fact"
    name: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Assessment(Condition):
    """A vague term or discretion, answered by a named officer."""

    tag: ClassVar[str] = "assessment"
    name: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class OneOf(Condition):
    """A choice or text fact is one of ``keys``."""

    tag: ClassVar[str] = "in"
    name: str
    keys: tuple[str, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Established(Condition):
    """Anything is known of a fact: yes or no. Of a disputed fact it stays open, so that disputing what protects removes no protection."""

    tag: ClassVar[str] = "established"
    name: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Threshold(Condition):
    """A number is at least ``value`` (``at_least`` true), or below it."""

    tag: ClassVar[str] = "number"
    name: str
    at_least: bool
    value: float
    cite: str = ""


RELATIONS = ("before", "not_after", "after", "not_before")


@dataclass(frozen=True, slots=True)
class Compared(Condition):
    """Two days stand in a relation. Only one side may follow today: so the answer flips at known days."""

    tag: ClassVar[str] = "compare"
    relation: str
    left: DayExpression
    right: DayExpression
    cite: str = ""

    def __post_init__(self) -> None:
        if self.relation not in RELATIONS:
            raise LanguageError(f"unknown relation {self.relation!r}")
        if follows_today(self.left) and follows_today(self.right):
            raise LanguageError("only one side of a comparison may follow today")


@dataclass(frozen=True, slots=True)
class AllOf(Condition):
    """All parts hold."""

    tag: ClassVar[str] = "all"
    parts: tuple[Condition, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds."""

    tag: ClassVar[str] = "any"
    parts: tuple[Condition, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class NoneOf(Condition):
    """No part holds."""

    tag: ClassVar[str] = "none"
    parts: tuple[Condition, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold."""

    tag: ClassVar[str] = "not"
    part: Condition
    cite: str = ""


@dataclass(frozen=True, slots=True)
class AtLeast(Condition):
    """At least ``count`` parts hold."""

    tag: ClassVar[str] = "at_least"
    count: int
    parts: tuple[Condition, ...]
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Presumed(Condition):
    """The rule stands unless the rebuttal is *established*: the only place where not knowing counts against a person."""

    tag: ClassVar[str] = "presumed"
    rule: Condition
    unless: Condition
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Excepted(Condition):
    """The rule holds and its exception does not; an exception that is not established leaves the answer open."""

    tag: ClassVar[str] = "exception"
    rule: Condition
    unless: Condition
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Unverified(Condition):
    """The reading of the law was not verified: a yes is lowered to not established."""

    tag: ClassVar[str] = "unverified"
    part: Condition
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Use(Condition):
    """A definition holds, or a norm applies, by its id."""

    tag: ClassVar[str] = "use"
    id: str
    cite: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """A named condition that several norms and questions share, with its words and its source."""

    id: str
    de: str
    en: str
    condition: Condition
    cite: str = ""
