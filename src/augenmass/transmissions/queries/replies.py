"""Reading answers out of the inbox, and what the form of one offers."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.law.time import today
from augenmass.transmissions.actions.replying import Settled, ask_to_answer, entered_before, right_to_confirm, settle
from augenmass.transmissions.models import Envelope, Received, Reply
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.composing import ClassOffer, Offer
from augenmass.transmissions.queries.received import content_of_received, received_of
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.classes import class_of, matrix_kind
from augenmass.transmissions.rules.enquiring import HeldFact, questions
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.message import Content, read_message
from augenmass.transmissions.rules.replying import can_be_given, facts_between


@dataclass(frozen=True, slots=True)
class AnswerOffer:
    """What can be said in an answer: the facts that a provision lets go, those that it does not, and what is still to be answered."""

    partner: Partner
    offer: Offer
    """As composing out of a case shows it; its facts have no values yet."""
    open: tuple[str, ...]
    """Names of the facts that may be entered."""
    barred: tuple[str, ...]
    more: Mapping[str, tuple[str, ...]]
    """Facts that can be added, by class of data."""


def offer_to_answer(actor: Actor, came: Received, added: Collection[str], told: Mapping[str, str]) -> AnswerOffer:
    """Ask the matrix for what the request asks for and what an officer adds. Raises ``NotSent``."""
    partner = Partner(body=came.sender, outside=came.outside)
    more = facts_between(matrix_kind(actor.body.kind) or "", partner.kind, came.purpose)
    leads_there = {name for names in more.values() for name in names}
    content = content_of_received(came)
    asked = [one.name for one in content.asked if can_be_given(one.name)] if content is not None else []
    names = list(dict.fromkeys([*asked, *(name for name in added if name in leads_there)]))
    answered = ask_to_answer(actor, came, partner, told, names)
    facts = [HeldFact(0, name, "", today()) for name in names]
    classes = tuple(
        ClassOffer(one.data_class, one, tuple(fact for fact in facts if fact.data_class == one.data_class), ())
        for one in answered.answer.by_class
    )
    may_go = set(answered.answer.classes)
    return AnswerOffer(
        partner,
        Offer(answered, classes, questions(answered)),
        tuple(name for name in names if class_of(name) in may_go),
        tuple(name for name in names if class_of(name) not in may_go),
        more,
    )


def to_be_answered(came: Received) -> bool:
    """Whether a message that was found is a request that waits for an answer out of the inbox."""
    waits = came.kind == MessageKind.REQUEST.value and came.state == Received.State.ACCEPTED and came.case_id is None
    return waits and not came.replies.exclude(state__in=Reply.OVER).exists()


def request_of(actor: Actor, key: UUID) -> UUID:
    """The message that an answer of the actor's body is about. Raises ``Reply.DoesNotExist``."""
    mine = Reply.objects.filter(body=actor.body_id, request__in=received_of(actor))
    return mine.select_related("request").get(key=key).request.message


def reply_to(came: Received) -> Reply | None:
    """The newest answer to a request that was found."""
    return came.replies.select_related("prepared_by", "signature__signed_by", "signature__second_by").first()


def envelope_of_reply(found: Reply) -> Envelope | None:
    """The signed message of an answer; None before its signature, and where it is deleted."""
    return Envelope.objects.filter(message=found.key, body=found.body_id).select_related("outside").first()


def content_of_reply(actor: Actor, came: Received, found: Reply) -> Content | None:
    """What an answer says: as it was signed, or as it would go now; None where it is deleted or may no longer go."""
    envelope = envelope_of_reply(found)
    if envelope is not None:
        return read_message(envelope.text)[0].content if envelope.erased_by_id is None else None
    if found.state != Reply.State.WAITING:
        return None
    try:
        settled: Settled = settle(actor, came, entered_before(found))
    except NotSent:
        return None
    return settled.content


def waiting_replies(actor: Actor) -> QuerySet[Reply]:
    """Answers that wait for the actor as the second person, oldest first."""
    if not actor.may(right_to_confirm(actor)):
        return Reply.objects.none()
    found = Reply.objects.filter(body=actor.body_id, state=Reply.State.WAITING, request__in=received_of(actor))
    return found.exclude(prepared_by=actor.account_id).select_related("request", "prepared_by").order_by("prepared_at")
