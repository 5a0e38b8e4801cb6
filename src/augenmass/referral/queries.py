"""Reading referrals: the lists, and what stands in the way of one."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import visible_to
from augenmass.competence.models import Referral
from augenmass.competence.queries import in_view, referrals_of
from augenmass.letters.models import Letter
from augenmass.steps.models import StepTaking
from augenmass.work.queries.paging import PAGE, Page, page_of

UNDER_WAY = (StepTaking.State.DRAFT, StepTaking.State.WAITING)


def unfinished(case_id: int) -> list[str]:
    """What the present body has begun in a case and neither finished nor given up: another body could not finish it."""
    found = []
    if StepTaking.objects.filter(case=case_id, state__in=UNDER_WAY).exists():
        found.append(_("ein vorbereiteter Schritt"))
    states = [Letter.State.DRAFT, Letter.State.SIGNED]
    letters = set(Letter.objects.filter(case=case_id, state__in=states).values_list("state", flat=True))
    if Letter.State.DRAFT in letters:
        found.append(_("der Entwurf eines Schreibens"))
    if Letter.State.SIGNED in letters:
        found.append(_("ein unterzeichnetes Schreiben, das nicht versandt ist"))
    return found


def referral_list(actor: Actor, view: str, page: int = 1) -> Page[Referral]:
    """One page of referrals: those that wait by deadline, the others by their last change. Writes an access line."""
    return _listed(actor, in_view(actor, view), view != "answered", page)


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """Which referrals; what is left empty does not narrow."""

    direction: str = ""
    """``incoming`` or ``outgoing``."""
    state: str = ""
    case: UUID | None = None
    """Key of a case that the actor can open; any other finds nothing."""


def filtered_referrals(actor: Actor, chosen: ReferralFilter, page: int = 1, size: int = PAGE) -> Page[Referral]:
    """One page of referrals, ordered as in ``referral_list``. Writes an access line."""
    found = referrals_of(actor)
    if chosen.direction:
        found = found.filter(**{"sender" if chosen.direction == "outgoing" else "receiver": actor.body_id})
    if chosen.state:
        found = found.filter(state=chosen.state)
    if chosen.case is not None:
        found = found.filter(case__in=visible_to(actor).filter(key=chosen.case))
    return _listed(actor, found, chosen.state == Referral.State.IN_PROGRESS, page, size)


def _listed(actor: Actor, found: QuerySet[Referral], by_deadline: bool, page: int, size: int = PAGE) -> Page[Referral]:
    order = ("deadline", "pk") if by_deadline else ("-changed_at", "-pk")
    rows = page_of(found.select_related("sender", "receiver").order_by(*order), page, size)
    log.read(actor, "referrals", categories=["file"], rows=len(rows.rows))
    return rows
