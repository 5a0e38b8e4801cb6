"""Incoming post of the body, by state and person."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by, worked_q
from augenmass.cases.models import LegalPosition
from augenmass.cases.queries.worklist import WorklistFilter, filtered
from augenmass.directory.roles import Permission
from augenmass.record.models import Case
from augenmass.work.models import IncomingPost
from augenmass.work.queries.paging import Page, page_of
from augenmass.work.queries.standing_in import Standing

State = IncomingPost.State
VIEWS = ("open", "mine", "new", "given", "answered")
MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class PostFilter:
    """What the list is narrowed to: one of ``VIEWS``, and a kind."""

    view: str = "open"
    kind: str = ""


def visible_post(actor: Actor) -> QuerySet[IncomingPost]:
    """Post of the actor's body; what belongs to a case only with the case. Nothing without the right to handle post."""
    if not actor.may(Permission.POST):
        return IncomingPost.objects.none()
    return IncomingPost.objects.filter(Q(case=None) | worked_q(actor, prefix="case__"), body_id=actor.body_id)


def for_me(actor: Actor, standing: Standing) -> Q:
    """Post that waits for the actor, or for somebody they stand in for, or for their unit as a whole."""
    return Q(assignee__in=standing.accounts) | Q(assignee=None, unit__in=actor.unit_ids)


def given_by_me(actor: Actor, standing: Standing) -> Q:
    """Post that the actor gave to others and that is not answered."""
    return Q(given_by=actor.account_id) & ~for_me(actor, standing)


def _of_view(actor: Actor, standing: Standing, view: str) -> Q:
    unanswered = Q(state__in=[State.NEW, State.ASSIGNED])
    match view:
        case "mine":
            return unanswered & for_me(actor, standing)
        case "new":
            return Q(state=State.NEW)
        case "given":
            return unanswered & given_by_me(actor, standing)
        case "answered":
            return Q(state=State.ANSWERED)
        case _:
            return unanswered


def post_list(actor: Actor, standing: Standing, chosen: PostFilter, page: int = 1) -> Page[IncomingPost]:
    """One page of post, the longest waiting first; answered post newest first. Writes an access line."""
    found = visible_post(actor).filter(_of_view(actor, standing, chosen.view))
    if chosen.kind in IncomingPost.Kind.values:
        found = found.filter(kind=chosen.kind)
    order = ("-answered_on", "-pk") if chosen.view == "answered" else ("received_on", "pk")
    rows = page_of(found.select_related("case__position", "assignee", "unit").order_by(*order), page)
    log.read(actor, "post", categories=["identity", "file"], rows=len(rows.rows))
    return rows


def post_counts(actor: Actor, standing: Standing) -> dict[str, int]:
    """How many pieces each view holds: the numbers match ``post_list``."""
    views = {view: Count("pk", filter=_of_view(actor, standing, view)) for view in VIEWS}
    return dict(visible_post(actor).aggregate(**views))


def post_piece(actor: Actor, key: UUID) -> IncomingPost:
    """One piece of post. Writes an access line. Raises ``IncomingPost.DoesNotExist``."""
    related = ("case__position", "assignee", "unit", "document", "given_by", "statement")
    post = visible_post(actor).select_related(*related).get(key=key)
    log.read(actor, "post", case_id=post.case_id, categories=["identity", "file"])
    return post


def case_candidates(actor: Actor, text: str) -> list[LegalPosition]:
    """Cases that a piece of post may belong to, by number or name; at most ten. Writes an access line."""
    if not text.strip():
        return []
    found = filtered(actor, WorklistFilter(search=text)).select_related("case").order_by("number", "pk")
    rows = list(found[:MOST_CANDIDATES])
    log.read(actor, "search", categories=["identity", "file"], rows=len(rows))
    return rows


def case_by_number(actor: Actor, number: str) -> Case | None:
    """The visible case with this file number, written in capitals or not; None when there is none."""
    return worked_by(actor).filter(number__iexact=number.strip()).first() if number.strip() else None
