"""Hearings and appearances without a result, for an officer's calendar: the day alone."""

from collections.abc import Iterable
from datetime import date

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_q
from augenmass.travel_papers.models import Application, ApplicationEvent
from augenmass.travel_papers.queries import happened
from augenmass.travel_papers.rules.course import open_hearings
from augenmass.work.queries.calendar import MOST, Dated, DayKind
from augenmass.work.queries.standing_in import Standing


def hearings(actor: Actor, who: Standing, first: date, last: date) -> Iterable[Dated]:
    """The open hearings of the cases of the actor and of those they stand in for."""
    held = Application.objects.filter(
        worked_q(actor, prefix="case__"),
        case__officer__in=who.accounts,
        state=Application.State.OPEN,
        events__kind=ApplicationEvent.Kind.HEARING_SET,
        events__on__range=(first, last),
    )
    for application in held.order_by("pk").distinct().prefetch_related("events")[:MOST]:
        for day in open_hearings(happened(application.events.all())):
            if first <= day <= last:
                yield Dated(day, DayKind.APPOINTMENT, f"hearing:{application.pk}")
