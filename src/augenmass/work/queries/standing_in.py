"""Who is away today and for whom the actor stands in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.directory.models import Absence, Membership
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.rules import Away, stands_in_for


@dataclass(frozen=True, slots=True)
class Standing:
    """The accounts whose work the actor does today: their own first, then those they stand in for (id and name)."""

    accounts: tuple[int, ...]
    absent: tuple[tuple[int, str], ...] = ()


def standing(actor: Actor) -> Standing:
    """The actor and everybody they stand in for today (one query). Only people of the same body count."""
    day = today()
    rows = _of_body(actor).filter(first_day__lte=day, last_day__gte=day).select_related("account")
    names = {row.account_id: row.account.name for row in rows}
    away = [Away(row.account_id, row.stand_in_id, row.first_day, row.last_day) for row in rows]
    absent = stands_in_for(actor.account_id, away, day)
    return Standing((actor.account_id, *absent), tuple((account, names[account]) for account in absent))


def _of_body(actor: Actor) -> QuerySet[Absence]:
    day = today()
    members = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), body_id=actor.body_id, valid_from__lte=day
    ).values("account_id")
    return Absence.objects.filter(account__in=members, stand_in__in=members)


def absences(actor: Actor, on: date | None = None) -> list[Absence]:
    """Present and coming absences: of the whole body for those who distribute work, else those that touch the actor."""
    found = _of_body(actor).filter(last_day__gte=on or today()).select_related("account", "stand_in")
    if not actor.may(Permission.REASSIGN):
        found = found.filter(Q(account=actor.account_id) | Q(stand_in=actor.account_id))
    return list(found.order_by("first_day", "account__name"))
