"""The language of the law: frozen trees of conditions over facts and days.

A condition answers yes, no or not established; a day expression is an interval of days (a partial date is not one day).
Nodes carry their citation, hold no functions, compare and hash by content. A node without citation takes that of the node above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

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


def days(count: int) -> Period:
    """Return a period of days."""
    return Period(count, "days")


def weeks(count: int) -> Period:
    """Return a period of weeks."""
    return Period(count, "weeks")


def months(count: int) -> Period:
    """Return a period of calendar months."""
    return Period(count, "months")


def years(count: int) -> Period:
    """Return a period of calendar years."""
    return Period(count, "years")


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


TODAY = Today()


def day(name: str) -> DayExpression:
    """Return the day that the fact ``name`` holds."""
    return DayFact(name)


def on(value: date) -> DayExpression:
    """Return a fixed day, such as a cut-off day in a statute."""
    return FixedDay(value)


def deadline(base: DayExpression, period: Period) -> DayExpression:
    """Return the end of a period started by an event on ``base`` (BGB §§ 187 (1), 188, 193; VwVfG § 31 (3)). Raises ``LanguageError`` for a negative period."""
    if period.count < 0:
        raise LanguageError("a deadline does not run backwards")
    return Deadline(base, period)


def earlier(a: DayExpression, b: DayExpression) -> DayExpression:
    """Return the earlier of two days."""
    return Earlier(a, b)


def later(a: DayExpression, b: DayExpression) -> DayExpression:
    """Return the later of two days."""
    return Later(a, b)


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
    """Anything is known of a fact: yes or no, never not established. A disputed fact is not established."""

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


class Named(Protocol):
    """What ``use`` refers to: a definition or a norm of the same catalogue."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number that a fact holds; compare it to get a condition."""

    name: str

    def at_least(self, value: float, *, cite: str = "") -> Condition:
        """Return the condition that the number is ``value`` or more."""
        return Threshold(self.name, True, float(value), cite)

    def below(self, value: float, *, cite: str = "") -> Condition:
        """Return the condition that the number is less than ``value``."""
        return Threshold(self.name, False, float(value), cite)


def fact(name: str, *, cite: str = "") -> Condition:
    """Return the condition that the yes/no fact ``name`` holds."""
    return Fact(name, cite)


def assessment(name: str, *, cite: str = "") -> Condition:
    """Return the condition that a named officer answered the vague term ``name`` with yes."""
    return Assessment(name, cite)


def is_in(name: str, *keys: str, cite: str = "") -> Condition:
    """Return the condition that the choice ``name`` is one of ``keys``. Raises ``LanguageError`` without keys."""
    if not keys:
        raise LanguageError(f"is_in({name!r}) names no key")
    return OneOf(name, keys, cite)


def established(name: str, *, cite: str = "") -> Condition:
    """Return the condition that anything undisputed is known of the fact ``name``."""
    return Established(name, cite)


def number(name: str) -> NumberFact:
    """Return the number that the fact ``name`` holds, to be compared."""
    return NumberFact(name)


def before(a: DayExpression, b: DayExpression, *, cite: str = "") -> Condition:
    """Return the condition that ``a`` lies before ``b``."""
    return a.before(b, cite=cite)


def not_after(a: DayExpression, b: DayExpression, *, cite: str = "") -> Condition:
    """Return the condition that ``a`` is ``b`` or an earlier day."""
    return a.not_after(b, cite=cite)


def after(a: DayExpression, b: DayExpression, *, cite: str = "") -> Condition:
    """Return the condition that ``a`` lies after ``b``."""
    return a.after(b, cite=cite)


def not_before(a: DayExpression, b: DayExpression, *, cite: str = "") -> Condition:
    """Return the condition that ``a`` is ``b`` or a later day."""
    return a.not_before(b, cite=cite)


def all_of(*parts: Condition, cite: str = "") -> Condition:
    """Return the condition that all parts hold. Raises ``LanguageError`` without parts."""
    return AllOf(_some(parts), cite)


def any_of(*parts: Condition, cite: str = "") -> Condition:
    """Return the condition that at least one part holds. Raises ``LanguageError`` without parts."""
    return AnyOf(_some(parts), cite)


def none_of(*parts: Condition, cite: str = "") -> Condition:
    """Return the condition that no part holds. Raises ``LanguageError`` without parts."""
    return NoneOf(_some(parts), cite)


def not_(part: Condition, *, cite: str = "") -> Condition:
    """Return the condition that ``part`` does not hold."""
    return Not(part, cite)


def at_least(count: int, *parts: Condition, cite: str = "") -> Condition:
    """Return the condition that ``count`` parts or more hold. Raises ``LanguageError`` when the count fits no number of parts."""
    if not 1 <= count <= len(parts):
        raise LanguageError(f"at least {count} of {len(parts)} parts cannot be asked")
    return AtLeast(count, parts, cite)


def presumed(condition: Condition, *, unless: Condition, cite: str) -> Condition:
    """Return a rule that stands until its rebuttal is established. Raises ``LanguageError`` without the provision that says so."""
    if not cite:
        raise LanguageError("a presumption needs the provision that puts the burden on the person")
    return Presumed(condition, unless, cite)


def exception(rule: Condition, *, unless: Condition, cite: str = "") -> Condition:
    """Return a rule with its exception."""
    return Excepted(rule, unless, cite)


def unverified(part: Condition, *, cite: str = "") -> Condition:
    """Return the condition with its yes lowered to not established, because the reading was not verified."""
    return Unverified(part, cite)


def use(target: Named | str, *, cite: str = "") -> Condition:
    """Return the condition that a definition holds or a norm applies, by the thing or its id."""
    return Use(target if isinstance(target, str) else target.id, cite)


def _some(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    if not parts:
        raise LanguageError("a list of conditions is empty")
    return parts
