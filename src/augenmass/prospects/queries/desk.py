"""Reading the queue of the residence desk of one's own body."""

from uuid import UUID

from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.directory.models import Membership
from augenmass.law.time import today
from augenmass.prospects.models import DeskMatter
from augenmass.work.queries.paging import Page, page_of

VIEWS = ("mine", "open", "answered")


def matters(actor: Actor, view: str, page: int = 1) -> Page[DeskMatter]:
    """One page of a view: given to me or my team, all that wait, answered. Writes an access line."""
    order = ("-pk",) if view == "answered" else ("due", "pk")
    found = page_of(_of_view(actor, view).order_by(*order), page)
    log.read(actor, "residence_desk", categories=["identity", "file"], rows=len(found.rows))
    return found


def matter_counts(actor: Actor) -> dict[str, int]:
    """How many stand in each view."""
    return {view: _of_view(actor, view).count() for view in VIEWS}


def one_matter(actor: Actor, key: UUID) -> DeskMatter:
    """One of them. Writes an access line. Raises ``DeskMatter.DoesNotExist``."""
    found = _visible(actor).get(key=key)
    log.read(actor, "residence_desk", case_id=found.case_id, categories=["identity", "file"])
    return found


def _visible(actor: Actor) -> QuerySet[DeskMatter]:
    found = DeskMatter.objects.filter(casework_q(actor, prefix="case__"))
    return found.select_related("case__position", "unit", "assignee", "handed_by", "outcome__recorded_by")


def _of_view(actor: Actor, view: str) -> QuerySet[DeskMatter]:
    found = _visible(actor)
    if view == "answered":
        return found.exclude(state=DeskMatter.State.OPEN)
    waiting = found.filter(state=DeskMatter.State.OPEN)
    if view == "open":
        return waiting
    day = today()
    teams = Membership.objects.filter(
        Q(valid_to=None) | Q(valid_to__gte=day), account=actor.account_id, body=actor.body_id, valid_from__lte=day
    )
    units = teams.exclude(unit=None).values("unit")
    return waiting.filter(Q(assignee=actor.account_id) | Q(assignee=None, unit__in=units))
