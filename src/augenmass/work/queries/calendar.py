"""A person's days for a calendar on another machine: which kind of thing falls on which day, and nothing of the case.

Rooms above add days of their own kind: ``source`` registers a function that gives them.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.matrix import categories_for
from augenmass.access.visible import worked_q
from augenmass.cases.models import PositionMark
from augenmass.law.time import today
from augenmass.record.models import Fact
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.queries.deadlines import learned_rows_q
from augenmass.work.queries.standing_in import Standing, standing
from augenmass.work.queries.tasks import own, visible_tasks

BACK, AHEAD = timedelta(days=90), timedelta(days=366)
MOST = 1_000
"""Days of one kind at most, the next first."""
PLANNED = "departure_planned_on"


class DayKind(StrEnum):
    """What falls on a day. Its word is all that the calendar says."""

    DEADLINE = "deadline"
    RESUBMISSION = "resubmission"
    TASK = "task"
    APPOINTMENT = "appointment"
    DEPARTURE = "departure"


KIND_LABELS: dict[DayKind, str | Promise] = {
    DayKind.DEADLINE: _("Frist"),
    DayKind.RESUBMISSION: _("Wiedervorlage"),
    DayKind.TASK: _("Aufgabe"),
    DayKind.APPOINTMENT: _("Termin"),
    DayKind.DEPARTURE: _("Ausreise"),
}


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """One day of a person. ``row`` tells it from others of its kind and never leaves this program as it is."""

    day: date
    kind: DayKind
    row: str


Source = Callable[[Actor, Standing, date, date], Iterable[Dated]]
_sources: list[Source] = []


def source(gives: Source) -> Source:
    """Register a function that gives the actor's days (and of those they stand in for) from one day to another."""
    if gives not in _sources:
        _sources.append(gives)
    return gives


def days_of(actor: Actor) -> list[Dated]:
    """The actor's days, a quarter back and a year ahead. Writes an access line."""
    who, first, last = standing(actor), today() - BACK, today() + AHEAD
    found = sorted({dated for gives in _sources for dated in gives(actor, who, first, last)})
    log.read(actor, "calendar", categories=["file"], rows=len(found))
    return found


@source
def _tasks(actor: Actor, who: Standing, first: date, last: date) -> Iterable[Dated]:
    rows = visible_tasks(actor).filter(own(who), due__range=(first, last), assignee__in=who.accounts)
    for pk, kind, day in rows.order_by("due", "pk").values_list("pk", "kind", "due")[:MOST]:
        resubmitted = kind == Task.Kind.RESUBMISSION
        yield Dated(day, DayKind.RESUBMISSION if resubmitted else DayKind.TASK, f"task:{pk}")


@source
def _deadlines(actor: Actor, who: Standing, first: date, last: date) -> Iterable[Dated]:
    """Entered deadlines and those that the facts give; one that stands in both with the same day comes once."""
    booked = BookedDeadline.objects.filter(
        worked_q(actor, prefix="case__"), body_id=actor.body_id, ended_by=None, due__range=(first, last)
    )
    entered = booked.filter(case__officer__in=who.accounts).values_list("case_id", "rule", "due")
    marks = PositionMark.objects.filter(
        learned_rows_q(actor), kind=PositionMark.Kind.DEADLINE, day__range=(first, last), case__officer__in=who.accounts
    )
    given = marks.order_by("day", "pk").values_list("case_id", "key", "day")
    for case_id, rule, day in {*entered.order_by("due", "pk")[:MOST], *given[:MOST]}:
        if day is not None:
            yield Dated(day, DayKind.DEADLINE, f"deadline:{case_id}:{rule}")


@source
def _departures(actor: Actor, who: Standing, first: date, last: date) -> Iterable[Dated]:
    """Planned voluntary departures. The day of a removal is secret (AufenthG § 97a) and comes into no calendar."""
    if "departure" not in categories_for(actor.roles, actor.purpose):
        return
    planned = Fact.objects.filter(
        worked_q(actor, prefix="case__"),
        name=PLANNED,
        closed_at=None,
        disputed_by=None,
        case__officer__in=who.accounts,
        case__closed_at=None,
        value__range=(first.isoformat(), last.isoformat()),
    )
    for case_id, value in planned.order_by("value", "pk").values_list("case_id", "value")[:MOST]:
        if len(value) == len("2026-01-31"):
            yield Dated(date.fromisoformat(value), DayKind.DEPARTURE, f"departure:{case_id}")
