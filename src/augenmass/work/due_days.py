"""Days on which something falls due in a case: every room says its own, the worker sets the task in time and never twice.

    @source("fund.tranches")
    def tranches(body: Body, window: Window) -> Iterable[DueDay]: ...

A source reads from the state of rows what falls due until ``window.until(lead)``; what it gave before is left out by the worker.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from augenmass.directory.models import Body
from augenmass.work.models import Task


@dataclass(frozen=True, slots=True)
class Window:
    """The day on which the worker looks, and the day on which it last looked with success.

    ``stood_still``: whether it looked so long ago that deadlines may have come and gone meanwhile.
    """

    since: date
    day: date
    stood_still: bool = False

    def until(self, lead: int) -> date:
        """The last day that is near with a lead in days."""
        return self.day + timedelta(days=lead)


@dataclass(frozen=True, slots=True)
class DueDay:
    """One day on which something falls due.

    ``about``: what, as the task names it; the same again with another day takes the place of the earlier one. ``title`` says what is
    to be done, without content of facts. ``lead``: from how many days before on it is told. ``known_by``: names of the facts whose
    record made the day known, ``known_on`` the day itself: before it nobody could tell. ``urgent`` tells by mail too.
    """

    case_id: int
    about: str
    day: date
    title: str
    lead: int = 0
    known_on: date | None = None
    known_by: tuple[str, ...] = ()
    urgent: bool = False
    kind: Task.Kind = Task.Kind.TASK


Days = Callable[[Body, Window], Iterable[DueDay]]


@dataclass(frozen=True, slots=True)
class Source:
    """Days of one kind. ``ends``: how its tasks begin to name what they are about, where a task ends once its day is no longer given."""

    days: Days
    ends: str = ""


_sources: dict[str, Source] = {}

told_by_rooms: dict[str, Callable[[Body, Window], frozenset[tuple[int, date]]] | None] = {}
"""Deadlines of the law that a room tells of by itself, by rule: all of them (None), or those of the cases and days that it names."""


def source(name: str, ends: str = "") -> Callable[[Days], Days]:
    """Register a function as source ``name``. Raises ``ValueError`` when the name is taken by another function."""

    def registered(found: Days) -> Days:
        if _sources.setdefault(name, Source(found, ends)).days is not found:
            raise ValueError(f"the source {name} exists already")
        return found

    return registered


def all_sources() -> Mapping[str, Source]:
    """Every registered source by name, in the order of registration."""
    return _sources
