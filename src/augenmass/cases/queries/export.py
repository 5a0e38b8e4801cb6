"""Lists that were asked for as a file: one's own, and those that wait for a second person."""

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.models import ListExport
from augenmass.directory.roles import Permission
from augenmass.law.time import now

FREE = 200
"""Up to so many cases one person takes a list out alone."""
MOST = 50


def needs_second(asked: ListExport) -> bool:
    """Whether a second person has to agree."""
    return asked.rows > FREE


def exports_of(actor: Actor) -> list[ListExport]:
    """What the actor asked for in this body, the newest first."""
    found = ListExport.objects.filter(account=actor.account_id, body=actor.body_id)
    return list(found.select_related("confirmed_by", "refused_by")[:MOST])


def waiting_exports(actor: Actor) -> list[ListExport]:
    """What waits for the actor as the second person; nothing for those who cannot be it."""
    if not actor.may(Permission.SECOND_SIGNATURE):
        return []
    return list(undecided(actor).exclude(account=actor.account_id).filter(rows__gt=FREE).select_related("account"))


def undecided(actor: Actor) -> QuerySet[ListExport]:
    """The requests of the body that can still be decided."""
    return ListExport.objects.filter(body=actor.body_id, confirmed_by=None, refused_by=None, until__gt=now())
