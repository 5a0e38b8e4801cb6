"""The language of the law: how trees of conditions over facts and days are written.

A condition answers yes, no or not established; a day expression is an interval of days (a partial date is not one day).
Nodes carry their citation, hold no functions, compare and hash by content. A node without citation takes that of the node above it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from augenmass.law.nodes import (
    LAND_FACT,
    AllOf,
    AnyOf,
    Assessment,
    AtLeast,
    Condition,
    DayExpression,
    DayFact,
    Deadline,
    Definition,
    Earlier,
    Established,
    Excepted,
    Fact,
    FixedDay,
    LanguageError,
    Later,
    NoneOf,
    Not,
    OneOf,
    Period,
    Presumed,
    Threshold,
    Today,
    Unverified,
    Use,
)

__all__ = [
    "LAND_FACT",
    "TODAY",
    "Condition",
    "DayExpression",
    "Definition",
    "LanguageError",
    "NumberFact",
    "Period",
    "after",
    "all_of",
    "any_of",
    "assessment",
    "at_least",
    "before",
    "day",
    "days",
    "deadline",
    "earlier",
    "established",
    "exception",
    "fact",
    "is_in",
    "later",
    "months",
    "none_of",
    "not_",
    "not_after",
    "not_before",
    "number",
    "on",
    "presumed",
    "unverified",
    "use",
    "weeks",
    "years",
]

TODAY = Today()
"""The day for which a question is asked."""


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
    """Return the condition that anything is known of the fact ``name``: not established while it is disputed."""
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
