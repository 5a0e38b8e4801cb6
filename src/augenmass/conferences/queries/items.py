"""What an actor reads of a conference: the items they gave, and those released to them under the present lead. Kept equal to ``rules.reading``."""

from django.db.models import F, Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.conferences.models import Item, Participant, Release
from augenmass.conferences.queries.seats import may_take_part, reading_seats_q
from augenmass.conferences.rules.basis import Basis

NAMED = [basis.value for basis in Basis]


def visible_items(actor: Actor) -> QuerySet[Item]:
    """The items that the actor reads, of all conferences."""
    if not may_take_part(actor):
        return Item.objects.none()
    released = Release.objects.filter(
        reading_seats_q(actor, "participant__"),
        account=actor.account_id,
        body=actor.body_id,
        ended_at=None,
        basis__in=NAMED,
        turn=F("conference__turn"),
    )
    return Item.objects.filter(Q(pk__in=released.values("item")) | reading_seats_q(actor, "giver__"))


def items_of_seat(seat: Participant) -> QuerySet[Item]:
    """What was released to one seat, for an adviser who reads by a link. Called by a part of the program only."""
    if seat.ended_at is not None or seat.accepted_at is None:
        return Item.objects.none()
    released = Release.objects.filter(participant=seat, ended_at=None, basis__in=NAMED, turn=F("conference__turn"))
    return Item.objects.filter(pk__in=released.values("item"))
