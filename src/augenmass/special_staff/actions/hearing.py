"""Telling the person, keeping what they say of it, examining again why they were not told, inviting them to a counselling service."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.special_staff.actions.changing import ask_to_tell, end_tasks, locked
from augenmass.special_staff.actions.nominating import refuse_half_reason
from augenmass.special_staff.models import Nomination
from augenmass.work.refusal import NotDone


def tell(actor: Actor, key: UUID, seen: int, on: date, how: str, comment: str) -> Nomination:
    """Record that the person was told, and what they say; a comment can follow later. Raises ``NotDone``."""
    actor.require(Permission.NOMINATE)
    if not how.strip():
        raise NotDone(_("Bitte schreiben Sie, wie die Person unterrichtet wurde und in welcher Sprache."))
    with locked(actor, key, seen, "special_staff.told", ended=True) as (e, found):
        if not day_of(found.proposed_at) <= on <= today():
            raise NotDone(_("Der Tag liegt vor der Benennung oder in der Zukunft. Bitte prüfen Sie das Datum."))
        found.told_on, found.told_how, found.comment = on, how.strip()[:200], comment.strip()
        found.not_told_provision, found.not_told_reason, found.not_told_until = "", "", None
        if found.state == Nomination.State.ENDED:
            end_tasks(e, found)
    return found


def not_yet(actor: Actor, key: UUID, seen: int, provision: str, reason: str, until: date | None) -> Nomination:
    """Say by which provision and why the person is not told, and when that is examined again. Raises ``NotDone``."""
    actor.require(Permission.NOMINATE)
    with locked(actor, key, seen, "special_staff.not_told", ended=True) as (e, found):
        if found.state == Nomination.State.ENDED and found.review_on is None:
            raise NotDone(_("Diese Benennung ist beendet."))
        if found.told_on is not None:
            raise NotDone(_("Die Person ist unterrichtet. Das lässt sich nicht zurücknehmen."))
        if not provision.strip():
            raise NotDone(_("Bitte nennen Sie Vorschrift und Grund."))
        refuse_half_reason(provision, reason, until)
        found.not_told_provision, found.not_told_reason = provision.strip()[:200], reason.strip()[:1000]
        found.not_told_until = until
        if found.state == Nomination.State.ENDED:
            end_tasks(e, found)
        ask_to_tell(e, found)
    return found


def invite(actor: Actor, key: UUID, seen: int, on: date) -> Nomination:
    """Record that the person was handed the invitation to a counselling service. No service is told; the person decides."""
    actor.require(Permission.NOMINATE)
    with locked(actor, key, seen, "special_staff.invited") as (_e, found):
        if found.state != Nomination.State.CONFIRMED or not day_of(found.proposed_at) <= on <= today():
            raise NotDone(_("Der Tag liegt vor der Benennung oder in der Zukunft. Bitte prüfen Sie das Datum."))
        found.invited_on = on
    return found
