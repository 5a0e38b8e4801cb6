"""Mails that a person has to look at."""

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.work.models import OutgoingMail

State = OutgoingMail.State


def mails_to_settle(actor: Actor) -> list[OutgoingMail]:
    """Unclear and failed mails of the actor's body that nobody has decided about, oldest first; at most 100."""
    if not actor.may(Permission.REASSIGN):
        return []
    found = OutgoingMail.objects.filter(
        created_by__body=actor.body_id, state__in=[State.UNCLEAR, State.FAILED], settled_by=None
    )
    return list(found.order_by("changed_at", "pk")[:100])
