"""Suspensions of one's own body: those that the authority owes, those that end soon, and tasks that came late."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.released import learns_position
from augenmass.access.visible import NOTHING, Reach, visible_q
from augenmass.cases.models import PositionMark
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.prospects.actions.renewing import STEP
from augenmass.prospects.duties import EXPIRY, lead_of
from augenmass.prospects.models import RenewalNotice
from augenmass.steps.models import StepTaking
from augenmass.work.queries.deadlines import learned_rows_q
from augenmass.work.queries.paging import Page, page_of

VIEWS = ("owed", "ending", "late")
GRANT = "grant_suspension"
LATE_SHOWN = timedelta(days=90)
OPEN_TAKING = (StepTaking.State.DRAFT, StepTaking.State.WAITING)


@dataclass(frozen=True, slots=True)
class Suspensions:
    """One page of a view, and how many weeks ahead the Land renews."""

    page: Page[PositionMark] | Page[RenewalNotice]
    counts: dict[str, int]
    weeks: int


def suspensions(actor: Actor, view: str, page: int = 1) -> Suspensions:
    """A view for who learns of next steps and deadlines; empty for others, counts too. Writes an access line."""
    lead = lead_of(Body.objects.get(pk=actor.body_id))
    found = {"owed": _owed(actor), "ending": _ending(actor, lead), "late": _late(actor)}
    order = {"owed": ("day", "case"), "ending": ("day", "case"), "late": ("-set_on", "-pk")}[view]
    rows = page_of(found[view].order_by(*order), page)
    log.read(actor, "suspensions", categories=["identity", "file"], rows=len(rows.rows))
    return Suspensions(rows, {name: query.count() for name, query in found.items()}, lead // 7)


def _owed(actor: Actor) -> "QuerySet[PositionMark]":
    """Who is entitled to a suspension and holds none: in the lane of suspension a grant is a next step only then."""
    marks = PositionMark.objects.filter(learned_rows_q(actor), kind=PositionMark.Kind.STEP, key=GRANT)
    return _shown(marks.filter(case__position__lane="suspended"), GRANT)


def _ending(actor: Actor, lead: int) -> "QuerySet[PositionMark]":
    day: date = today()
    marks = PositionMark.objects.filter(learned_rows_q(actor), kind=PositionMark.Kind.DEADLINE, key=EXPIRY)
    return _shown(marks.filter(day__range=(day, day + timedelta(days=lead))), STEP)


def _shown(marks: "QuerySet[PositionMark]", step: str) -> "QuerySet[PositionMark]":
    drafts = StepTaking.objects.filter(case=OuterRef("case"), step=step, state__in=OPEN_TAKING)
    return marks.annotate(drafted=Exists(drafts)).select_related("case__position", "case__officer")


def _late(actor: Actor) -> QuerySet[RenewalNotice]:
    reached = visible_q(actor, prefix="case__", reach=Reach.OWN)
    seen = reached if learns_position(actor.roles, actor.purpose) else NOTHING
    found = RenewalNotice.objects.filter(seen, late=True, set_on__gte=today() - LATE_SHOWN)
    return found.select_related("case__position", "case__officer")
