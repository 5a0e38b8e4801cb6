"""Which conferences an actor knows of, where they sit, and what they may do there."""

from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.models import Conference, Item, Lead, Participant
from augenmass.directory.roles import Permission, Role, kinds_with, roles_with

State = Conference.State
UNDER_WAY = (State.ACCEPTED, State.MEETING, State.MINUTES)
"""While something can be said: before the meeting (a written report), in it, and as a correction of the minutes."""
AGENDA_OPEN = (State.REQUESTED, State.ACCEPTED, State.MEETING)
"""While points can be added."""
ATTENDED = (State.MEETING, State.MINUTES)
"""While it can be noted who was there."""
LEADING = kinds_with(roles_with(Permission.SECOND_SIGNATURE) | {Role.SPECIAL_STAFF})
"""Kinds of bodies that can be asked to lead: somebody there admits the request or returns it (``may_decide``)."""
SEATED = kinds_with(roles_with(Permission.CONFERENCES))
"""Kinds of bodies whose people take part."""


def may_take_part(actor: Actor) -> bool:
    """Whether the actor's roles of today take part in conferences at all; who only looks on behalf of the operator does not."""
    return actor.may(Permission.CONFERENCES) and not actor.reads_only and not actor.program


def visible_conferences(actor: Actor) -> QuerySet[Conference]:
    """Conferences that the actor's body takes part in; for anybody else they do not exist."""
    if not may_take_part(actor):
        return Conference.objects.none()
    return Conference.objects.filter(reaches__body=actor.body_id)


def seats_of(actor: Actor) -> QuerySet[Participant]:
    """Seats that the actor holds today in the body that they act for."""
    if not may_take_part(actor):
        return Participant.objects.none()
    return Participant.objects.filter(account=actor.account_id, body=actor.body_id, ended_at=None)


def seat_in(actor: Actor, conference: Conference) -> Participant | None:
    """The actor's seat in a conference, None for somebody who has none or none any more."""
    return seats_of(actor).filter(conference=conference.pk).first()


def seat_ended(actor: Actor, key: UUID) -> bool:
    """Whether the actor took part in a conference, given by its key or by that of an item told there, and does so no longer."""
    if not may_take_part(actor):
        return False
    with as_system(SystemRole.CONFERENCE):
        at = Q(conference__key=key) | Q(conference__in=Item.objects.filter(key=key).values("conference"))
        held = Participant.objects.filter(at, account=actor.account_id, body=actor.body_id)
        ended = list(held.values_list("ended_at", flat=True))
    return bool(ended) and None not in ended


def reading_seats_q(actor: Actor, prefix: str = "") -> Q:
    """The condition "the actor reads from this seat": it stands, and the statement of confidentiality was accepted."""
    return Q(
        **{
            f"{prefix}account": actor.account_id,
            f"{prefix}body": actor.body_id,
            f"{prefix}ended_at": None,
            f"{prefix}accepted_at__isnull": False,
        }
    )


def lead_of(conference: Conference) -> Lead:
    """The lead of today. Raises ``Lead.DoesNotExist``."""
    return conference.leads.select_related("body").get(until=None)


def leads(actor: Actor, conference: Conference) -> bool:
    """Whether the actor sits there for the body that leads."""
    led = Lead.objects.filter(conference=conference.pk, until=None, body=actor.body_id).exists()
    return led and seat_in(actor, conference) is not None


def may_decide(actor: Actor, conference: Conference) -> bool:
    """Whether the actor is gatekeeper: approver or special staff of the leading body, and not who requested it."""
    keeps = actor.may(Permission.SECOND_SIGNATURE) or Role.SPECIAL_STAFF in actor.roles
    if not keeps or not may_take_part(actor) or conference.requested_by_id == actor.account_id:
        return False
    return Lead.objects.filter(conference=conference.pk, until=None, body=actor.body_id).exists()
