"""Mein Tag: what waits for the actor today, for them and for everybody they stand in for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.cases.models import LegalPosition, PositionMark
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.models import IncomingPost, Task
from augenmass.work.queries.deadlines import learned_rows_q
from augenmass.work.queries.paging import Page, page_of
from augenmass.work.queries.post import State, for_me, given_by_me, visible_post
from augenmass.work.queries.sections import Section, first_of, sections_of
from augenmass.work.queries.standing_in import Standing, standing
from augenmass.work.queries.tasks import SECOND_PERSON, own, section, visible_tasks
from augenmass.work.rules import EXPIRING

OWN = ("overdue", "today", "resubmission")
SHARED = ("to_sign", "to_read", "waiting")
LEAD = timedelta(days=28)
"""How long before its end a suspension or a provisional title is shown."""


@dataclass(frozen=True, slots=True)
class MyDay:
    """Everything on the page; ``tasks`` and ``post`` by section."""

    day: date
    standing: Standing
    tasks: dict[str, Section[Task]]
    post: dict[str, Section[IncomingPost]]
    doubts: Section[LegalPosition]
    expiring: Section[PositionMark]

    @property
    def parts(self) -> "list[Section[Any]]":
        """All sections."""
        return [*self.tasks.values(), *self.post.values(), self.doubts, self.expiring]

    @property
    def empty(self) -> bool:
        """Whether nothing waits at all."""
        return not any(part.count for part in self.parts)


def my_day(actor: Actor) -> MyDay:
    """What waits today: at most nine reads whatever the size, and one access line."""
    day = today()
    who = standing(actor)
    mine = {name: section(actor, who, name, day) for name in OWN}
    shared = {name: section(actor, who, name, day) for name in SHARED}
    tasks = visible_tasks(actor).select_related("case__position", "assignee")
    found = MyDay(
        day=day,
        standing=who,
        # What all sections have in common stands in front of them, where the indexes serve it.
        tasks={
            **sections_of(tasks.filter(own(who), due__lte=day), mine, ("due", "pk")),
            **sections_of(tasks.filter(kind__in=SECOND_PERSON), shared, ("due", "pk")),
        },
        post=_post(actor, who),
        doubts=first_of(doubtful(actor, who), ("due", "pk")),
        expiring=first_of(_expiring(actor, who, day), ("day", "pk")),
    )
    if actor.may(Permission.READ_CASES):
        log.read(actor, "my_day", categories=["identity", "file"], rows=sum(len(part.rows) for part in found.parts))
    return found


def _post(actor: Actor, who: Standing) -> dict[str, Section[IncomingPost]]:
    views = {"mine": for_me(actor, who), "given": given_by_me(actor, who)}
    found = visible_post(actor).filter(state__in=[State.NEW, State.ASSIGNED])
    return sections_of(found.select_related("case__position", "assignee", "unit"), views, ("received_on", "pk"))


def doubtful(actor: Actor, who: Standing) -> "QuerySet[LegalPosition]":
    """Positions of the actor's cases whose entries give rise to doubts."""
    found = LegalPosition.objects.filter(learned_rows_q(actor), officer__in=who.accounts, doubts__gt=0)
    return found.select_related("case")


def _expiring(actor: Actor, who: Standing, day: date) -> "QuerySet[PositionMark]":
    kinds = PositionMark.Kind
    marks = PositionMark.objects.filter(learned_rows_q(actor), kind=kinds.DEADLINE, key__in=EXPIRING, day__gte=day)
    return marks.filter(day__lte=day + LEAD, case__officer__in=who.accounts).select_related("case__position")


def doubtful_list(actor: Actor, page: int = 1) -> Page[LegalPosition]:
    """The whole list behind the section: the actor's cases with doubts. Writes an access line."""
    rows = page_of(doubtful(actor, standing(actor)).order_by("due", "pk"), page)
    log.read(actor, "doubts", categories=["identity", "file"], rows=len(rows.rows))
    return rows


def expiring_list(actor: Actor, page: int = 1) -> Page[PositionMark]:
    """The whole list behind the section: papers of the actor's cases that end soon. Writes an access line."""
    rows = page_of(_expiring(actor, standing(actor), today()).order_by("day", "pk"), page)
    log.read(actor, "expiring", categories=["identity", "file"], rows=len(rows.rows))
    return rows
