"""Opening a case of another body: the reader says what for and why before the first page of it is shown."""

from datetime import timedelta

from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.models import Grant, Opening
from augenmass.access.sight import sight_of
from augenmass.access.visible import grants_of
from augenmass.law.time import now
from augenmass.record.ledger import entry
from augenmass.record.models import Case

HOLDS = timedelta(hours=8)
"""How long a reader may look into the case again without saying why: a working day."""
SHORTEST_REASON = 10


class PurposeNeeded(Exception):
    """The case was opened to the reader's body, and the reader has not said what for."""

    def __init__(self, case: Case) -> None:
        super().__init__(_("Bitte geben Sie an, wofür und warum Sie diesen Fall einer anderen Stelle öffnen."))
        self.case = case


class NotOpened(Exception):
    """A sentence: the purpose was not granted, or the reason is missing."""


def reason_for(actor: Actor, case: Case) -> str:
    """The reason on the access line of a read of this case; empty in one's own body's cases.

    Raises ``PurposeNeeded`` where it has to be given first. A referral asks nothing: it was addressed to the reader.
    """
    sight = sight_of(actor, case)
    if sight.own or any(grant.about for grant in sight.grants):
        return actor.reason
    held = Opening.objects.filter(case=case.pk, account=actor.account_id, until__gt=now())
    opening = held.filter(grant__in=[grant.pk for grant in sight.grants]).order_by("-at").first()
    if opening is None:
        raise PurposeNeeded(case)
    label = str(PURPOSE_LABELS[Purpose(opening.purpose)])
    return f"{label}: {opening.reason}"[:500]


def choices(actor: Actor, case: Case) -> list[Grant]:
    """The accesses under which the actor can open the case, one for each purpose."""
    return list({grant.purpose: grant for grant in sight_of(actor, case).grants}.values())


def open_case(actor: Actor, case: Case, purpose: str, reason: str) -> Opening:
    """Open a case that was granted (found through ``visible_to``). Raises ``NotOpened``."""
    actor.require_writing()
    grant = next((found for found in choices(actor, case) if found.purpose == purpose), None)
    if grant is None:
        raise NotOpened(_("Für diesen Zweck ist Ihnen der Fall nicht geöffnet."))
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotOpened(_("Bitte begründen Sie die Einsicht in einem Satz."))
    with entry(actor, "access.opened") as e:
        opening = Opening.objects.create(
            account=actor.account,
            case=case,
            grant=grant,
            purpose=purpose,
            reason=reason.strip()[:500],
            at=now(),
            until=now() + HOLDS,
        )
        e.refer(case=case.pk, grant=grant.pk, opening=opening.pk)
    log.read(actor, "opening", case_id=case.pk, reason=opening.reason, purpose=Purpose(purpose))
    return opening


def openings_of(actor: Actor) -> list[Opening]:
    """The openings of the actor that still hold, newest first, of accesses that still hold."""
    held = Opening.objects.filter(account=actor.account_id, until__gt=now(), grant__in=grants_of(actor))
    return list(held.select_related("case").order_by("-at", "-pk"))
