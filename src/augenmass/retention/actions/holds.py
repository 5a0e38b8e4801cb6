"""Keeping a file beyond its time: ordered by one person with reason and a day of review, lifted by a second."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.record.ledger import entry
from augenmass.record.models import Case
from augenmass.record.once import once
from augenmass.retention.models import LegalHold
from augenmass.retention.refusal import NotDecided

SHORTEST_REASON = 10


@dataclass(frozen=True, slots=True)
class HoldForm:
    """Which file by its number, why, and when somebody asks again. ``key`` comes from the form."""

    key: UUID
    number: str
    reason: str
    review_on: date


def set_hold(actor: Actor, form: HoldForm) -> LegalHold:
    """Keep a file of the own body. The same key again gives the same hold. Raises ``NotDecided`` and ``NotPermitted``."""
    actor.require_writing()
    actor.require(Permission.RETENTION)
    reason = _reason(form.reason)
    if form.review_on <= today():
        raise NotDecided(_("Der Tag der nächsten Prüfung muss in der Zukunft liegen."))
    with as_system(SystemRole.CONTROL):
        return once(
            lambda: LegalHold.objects.filter(key=form.key, set_by=actor.account_id).first(),
            lambda: _set(actor, form, reason),
        )


def _set(actor: Actor, form: HoldForm, reason: str) -> LegalHold:
    missing = NotDecided(_("Einen Fall mit diesem Aktenzeichen gibt es in Ihrer Dienststelle nicht (mehr)."))
    case = Case.objects.filter(body=actor.body_id, number=form.number.strip()).first()
    if case is None:
        raise missing
    try:
        with entry(actor, "hold.set", case.pk) as e:
            made = LegalHold.objects.create(
                key=form.key,
                case=case,
                reason=reason,
                review_on=form.review_on,
                set_by=actor.account,
                set_at=e.book.at,
            )
            e.refer(hold=made.pk)
    except Case.DoesNotExist:
        # It was erased, or left the body, while its lock was awaited.
        raise missing from None
    return made


def lift_hold(actor: Actor, key: UUID, reason: str) -> LegalHold:
    """End a hold as the second person. Raises ``NotDecided``, ``NotPermitted`` and ``LegalHold.DoesNotExist``."""
    actor.require_writing()
    actor.require(Permission.RETENTION)
    why = _reason(reason)
    with as_system(SystemRole.CONTROL):
        hold = LegalHold.objects.get(key=key, case__body=actor.body_id)
        if hold.set_by_id == actor.account_id:
            raise NotDecided(
                _("Wer die Aufbewahrung angeordnet hat, hebt sie nicht selbst auf. Das tut eine zweite Person.")
            )
        with entry(actor, "hold.lifted", hold.case_id) as e:
            running = LegalHold.objects.filter(pk=hold.pk, lifted_at=None)
            if not running.update(lifted_by=actor.account, lifted_at=now(), lift_reason=why):
                raise NotDecided(_("Diese Aufbewahrung ist bereits aufgehoben."))
            e.refer(hold=hold.pk)
        hold.refresh_from_db()
    return hold


def _reason(text: str) -> str:
    reason = text.strip()
    if len(reason) < SHORTEST_REASON:
        raise NotDecided(_("Bitte nennen Sie den Grund in einem Satz."))
    return reason[:1000]
