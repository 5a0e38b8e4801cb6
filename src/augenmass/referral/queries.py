"""Reading referrals: the lists, and what stands in the way of one."""

from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.competence.models import Referral
from augenmass.competence.queries import in_view
from augenmass.letters.models import Letter
from augenmass.steps.models import StepTaking
from augenmass.work.queries.paging import Page, page_of

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
    order = ("-changed_at", "-pk") if view == "answered" else ("deadline", "pk")
    rows = page_of(in_view(actor, view).select_related("sender", "receiver").order_by(*order), page)
    log.read(actor, "referrals", categories=["file"], rows=len(rows.rows))
    return rows
