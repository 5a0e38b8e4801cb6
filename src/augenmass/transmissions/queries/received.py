"""Reading what came in: the inbox of a body, one message with its content, and the cases that its person may have here."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by, worked_q
from augenmass.directory.roles import Permission
from augenmass.law.vocabulary import CATEGORIES
from augenmass.record.models import Case, Fact
from augenmass.transmissions.models import Envelope, Received
from augenmass.transmissions.rules.kinds import RECEIPTS, MessageKind
from augenmass.transmissions.rules.message import Content, Item, read_message
from augenmass.work.queries.paging import Page, page_of

State = Received.State
VIEWS = ("new", "to_answer", "recalled", "decided")
_RECEIPTS = [kind.value for kind in RECEIPTS]
_TO_ANSWER = Q(kind=MessageKind.REQUEST.value, state=State.ACCEPTED, case=None)
"""Requests that no file here belongs to: they are answered out of the inbox, and no task of a case reminds of them."""
_KNOWN_BY = ("family_name", "date_of_birth")


def received_of(actor: Actor) -> QuerySet[Received]:
    """Messages that the actor's body received, receipts left out: those of no case, and those of cases that the actor works."""
    if not actor.may(Permission.RECEIVE) or actor.reads_only:
        return Received.objects.none()
    mine = Received.objects.filter(body=actor.body_id).exclude(kind__in=_RECEIPTS)
    return mine.filter(Q(case=None) | worked_q(actor, prefix="case__"))


def inbox(actor: Actor, view: str, page: int = 1) -> Page[Received]:
    """One page of what came in: what is to be decided with the oldest first, the rest by its last change. Writes an access line."""
    found = in_view(actor, view)
    order = ("received_at", "pk") if view in ("new", "to_answer") else ("-changed_at", "-pk")
    rows = page_of(found.select_related("case").order_by(*order), page)
    log.read(actor, "transmissions", rows=len(rows.rows))
    return rows


def in_view(actor: Actor, view: str) -> QuerySet[Received]:
    """The messages of one of ``VIEWS``."""
    found = received_of(actor)
    if view == "new":
        return found.filter(state=State.NEW)
    if view == "to_answer":
        return found.filter(_TO_ANSWER)
    if view == "recalled":
        return found.filter(state=State.RECALLED)
    return found.exclude(state__in=[State.NEW, State.RECALLED]).exclude(_TO_ANSWER)


def inbox_counts(actor: Actor) -> dict[str, int]:
    """How many messages each view holds."""
    return {view: in_view(actor, view).count() for view in VIEWS}


def waiting_messages(actor: Actor) -> int:
    """How many messages wait for the actor's body: to be decided, answered out of the inbox, or deleted."""
    return received_of(actor).filter(Q(state__in=[State.NEW, State.RECALLED]) | _TO_ANSWER).count()


def find_received(actor: Actor, message: UUID) -> Received:
    """One message. Writes an access line with its classes of data. Raises ``Received.DoesNotExist``."""
    related = ("content", "case", "sender", "outside", "decided_by")
    found = received_of(actor).select_related(*related).get(message=message)
    log.read(actor, "transmission", case_id=found.case_id, categories=CATEGORIES.keys() & set(found.classes))
    return found


def content_held(received: Received) -> bool:
    """Whether the content of a message is still here."""
    content = getattr(received, "content", None)
    return content is not None and content.erased_by_id is None


def content_of_received(received: Received) -> Content | None:
    """What a message says; None for one without content, and where its content is deleted."""
    return read_message(received.content.text)[0].content if content_held(received) else None


def items_of(received: Received) -> tuple[Item, ...]:
    """The facts that a message holds; none where its content is gone."""
    content = content_of_received(received)
    return tuple(content.items) if content is not None else ()


def cases_of_person(actor: Actor, items: Iterable[Item]) -> list[Case]:
    """The cases of the actor's body with the same family name and date of birth, oldest first; none where one of the two is missing."""
    values = {item.name: item.value for item in items if item.name in _KNOWN_BY}
    if len(values) < len(_KNOWN_BY):
        return []
    found = worked_by(actor)
    for name, value in values.items():
        found = found.filter(pk__in=Fact.objects.filter(name=name, value=value, closed_by=None).values("case"))
    return list(found.order_by("pk")[:10])


def receipts_to_hand_out(actor: Actor) -> list[Envelope]:
    """Signed receipts of the actor's body for bodies outside whose instance takes nothing in over HTTP: they go by file."""
    if not actor.may(Permission.RECEIVE) or actor.reads_only:
        return []
    waiting = Envelope.objects.filter(body=actor.body_id, kind__in=_RECEIPTS, outside__url="")
    waits = waiting.filter(state__in=[Envelope.State.WAITING, Envelope.State.FAILED])
    return list(waits.select_related("outside").order_by("made_at", "pk")[:50])
