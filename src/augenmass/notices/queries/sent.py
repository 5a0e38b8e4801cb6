"""Reading notices at their sender: what the own body sent, with receipts. Nothing of any case is in it."""

from uuid import UUID

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.notices.models import Notice, ReturnedNotice
from augenmass.notices.queries.receivers import sends
from augenmass.work.queries.paging import Page, page_of

VIEWS = ("sent", "asked", "returned")


def sent_by(actor: Actor) -> QuerySet[Notice]:
    """What the actor's body sent, for who sends."""
    return Notice.objects.filter(sender=actor.body_id) if sends(actor) else Notice.objects.none()


def asked_for(actor: Actor) -> QuerySet[Notice]:
    """Starts that the body sent and whose end it was asked for."""
    return sent_by(actor).filter(asked_on__isnull=False, end_due__isnull=False)


def returned_to(actor: Actor) -> QuerySet[ReturnedNotice]:
    """What went back to the actor's body."""
    return ReturnedNotice.objects.filter(sender=actor.body_id) if sends(actor) else ReturnedNotice.objects.none()


def list_sent(actor: Actor, view: str, page: int = 1) -> Page[Notice]:
    """One page of what the body sent, the newest first, or of what it is asked for, the longest due first. Writes an access line."""
    if view == "asked":
        found = asked_for(actor).order_by("end_due", "pk")
    else:
        found = sent_by(actor).order_by("-arrived_at", "-pk")
    rows = page_of(found.select_related("content", "receiver"), page)
    log.read(actor, "notices_sent", categories=["criminal", "identity"], rows=len(rows.rows))
    return rows


def sent_counts(actor: Actor, known: dict[str, int] | None = None) -> dict[str, int]:
    """How many rows each of ``VIEWS`` holds; ``known``: what was counted for the page already."""
    there = known or {}
    found = (sent_by(actor), asked_for(actor), returned_to(actor))
    return {view: there[view] if view in there else rows.count() for view, rows in zip(VIEWS, found, strict=True)}


def find_sent(actor: Actor, number: UUID) -> Notice:
    """One notice that the body sent. Writes an access line. Raises ``Notice.DoesNotExist``."""
    related = ("content", "receiver", "land_provision", "author", "corrects")
    notice = sent_by(actor).select_related(*related).get(number=number)
    log.read(actor, "notice_sent", categories=["criminal", "identity"])
    return notice


def content_shown(notice: Notice) -> bool:
    """Whether the sender's pages show what a notice said: until it is examined. After that nobody tells from them whether it is kept."""
    return notice.content_held and receipt_of(notice) == "received"


def can_be_taken_back(notice: Notice) -> bool:
    """Whether the sender can correct a notice or take it back."""
    return receipt_of(notice) in ("received", "examined")


def receipt_of(notice: Notice) -> str:
    """What the sender learns of a notice: received, examined or gone, never what came of it nor whether there is a case."""
    if notice.state == Notice.State.EXAMINED or notice.gone in ("irrelevant", "not_ours", "nobody_found"):
        return "examined"
    return notice.gone or "received"
