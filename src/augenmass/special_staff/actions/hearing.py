"""Telling the person, by a letter too, keeping what they say of it, examining again why they were not told, inviting them to a counselling service."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import ROLE_LABELS, Permission, Role
from augenmass.law.time import day_of, today
from augenmass.letters.actions.informing import sign_joint_work
from augenmass.letters.models import SignedLetter
from augenmass.special_staff.actions.changing import ask_to_tell, end_telling, locked
from augenmass.special_staff.actions.nominating import refuse_half_reason
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.queries.telling import joint_work_of
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
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
        end_telling(e, found)
    return found


def write_information(actor: Actor, key: UUID, seen: int) -> SignedLetter:
    """Sign the letter that tells the person why which bodies work together, in their language beside the German; a task asks to send it.

    Raises ``NotDone``, also as ``LetterIncomplete`` where the record lacks what a letter needs.
    """
    actor.require(Permission.NOMINATE)
    actor.require(Permission.TAKE_STEPS)
    if actor.program:
        raise NotDone(_("Ein Programm zeichnet nicht. Bitte öffnen Sie die Seite der Benennung."))
    with locked(actor, key, seen, "special_staff.information_written", ended=True) as (e, found):
        if found.review_on is None:
            raise NotDone(
                _("Erst wenn die Benennung bestätigt ist, gibt es gemeinsame Arbeit, über die zu schreiben ist.")
            )
        signed = sign_joint_work(e, actor.account, str(ROLE_LABELS[Role.CASEWORKER]), joint_work_of(found))
        open_task(
            e,
            kind=Task.Kind.TASK,
            title=_("Schreiben über die gemeinsame Arbeit versenden"),
            due=today(),
            assignee_id=actor.account_id,
            about=f"letter:{signed.letter.key}",
        )
    return signed


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
