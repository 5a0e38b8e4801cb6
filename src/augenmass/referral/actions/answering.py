"""Answering a referral without moving the case: the receiver rejects it or sends it back, the sender takes it back.

Every answer locks the case first, so that of two answers at the same moment one wins and the other gets a sentence.
"""

from collections.abc import Callable
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actions import end_grants
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.competence.models import Referral, ReferralAnswer
from augenmass.competence.queries import referrals_of
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact
from augenmass.referral.actions.of_step import WRITTEN
from augenmass.referral.actions.opening import NotReferred
from augenmass.referral.completeness import label, missing_of
from augenmass.referral.rules import missing_lines
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task

State = Referral.State


class AnsweredAlready(NotReferred):
    """Another answer was quicker; ``state`` is what the referral is now."""

    def __init__(self, state: State) -> None:
        super().__init__(
            _("Diese Abgabe ist inzwischen %(state)s. Es wurde nichts geändert. Bitte laden Sie die Seite neu.")
            % {"state": state.label}
        )
        self.state = state


def reject_referral(actor: Actor, key: UUID, reason: str) -> Referral:
    """Say that one's own body is not responsible. A second time by the same person changes nothing.

    Raises ``NotReferred`` (not the receiver, answered already, no reason) and ``Referral.DoesNotExist``.
    """
    referral = as_receiver(actor, key)
    if answered_by(referral, actor, State.REJECTED):
        return referral
    if not reason.strip():
        raise NotReferred(_("Bitte begründen Sie, warum Ihre Stelle nicht zuständig ist."))
    _refuse_dissolved(referral)
    with as_system(SystemRole.HANDOVER), entry(actor, "referral.rejected", referral.case_id, of_any_body=True) as e:
        settle(e, actor, referral, State.REJECTED, reason=reason)
        _tell_sender(e, referral, _("Abgabe abgelehnt durch %(body)s: Zuständigkeit klären"))
        _undo_step(e, referral)
    return referral


def return_referral(actor: Actor, key: UUID, missing: str, reason: str = "") -> Referral:
    """Send a referral back to its sender with a list of what is missing, one thing a line. Raises as ``reject_referral``."""
    referral = as_receiver(actor, key)
    if answered_by(referral, actor, State.RETURNED):
        return referral
    lines = missing_lines(missing)
    if not lines:
        raise NotReferred(_("Bitte schreiben Sie auf, was fehlt, in jede Zeile eines."))
    return _give_back(actor, referral, lambda: lines, reason)


def return_incomplete(actor: Actor, key: UUID) -> Referral:
    """Send a referral back with what the checklist of the Land misses in its case now. Raises as ``reject_referral``."""
    referral = as_receiver(actor, key)
    if answered_by(referral, actor, State.RETURNED):
        return referral
    return _give_back(actor, referral, lambda: [label(item) for item in missing_of(referral)])


def _give_back(actor: Actor, referral: Referral, listed: Callable[[], list[str]], reason: str = "") -> Referral:
    """``listed`` is asked under the lock of the case: what came in meanwhile is not asked for again."""
    _refuse_dissolved(referral)
    with as_system(SystemRole.HANDOVER), entry(actor, "referral.returned", referral.case_id, of_any_body=True) as e:
        lines = listed()
        if not lines:
            raise NotReferred(
                _("Es fehlt nichts mehr: Die Abgabe ist inzwischen vollständig. Bitte laden Sie die Seite neu.")
            )
        settle(e, actor, referral, State.RETURNED, reason=reason, missing=lines)
        _tell_sender(e, referral, _("%(body)s hat die Abgabe zurückgegeben: Fehlendes ergänzen und erneut abgeben"))
        _undo_step(e, referral)
    return referral


def revoke_referral(actor: Actor, key: UUID, reason: str = "") -> Referral:
    """Take one's own body's referral back before it is answered. Raises as ``reject_referral``."""
    actor.require(Permission.REFER)
    referral = referrals_of(actor).get(key=key)
    if referral.sender_id != actor.body_id:
        raise NotReferred(_("Zurückziehen kann eine Abgabe nur die Stelle, die sie eingeleitet hat."))
    if answered_by(referral, actor, State.REVOKED):
        return referral
    with as_system(SystemRole.HANDOVER), entry(actor, "referral.revoked", referral.case_id, of_any_body=True) as e:
        settle(e, actor, referral, State.REVOKED, reason=reason)
        _undo_step(e, referral)
    return referral


def as_receiver(actor: Actor, key: UUID) -> Referral:
    """A referral that the actor's body received. Raises ``NotReferred`` for the sender, ``Referral.DoesNotExist`` for others.

    Competence is decided by people: no token answers, by whatever door it comes.
    """
    if actor.program:
        raise NotReferred(
            _("Ein Programm entscheidet nicht über eine Abgabe. Bitte beantworten Sie sie auf ihrer Seite.")
        )
    actor.require(Permission.REFER)
    referral = referrals_of(actor).get(key=key)
    if referral.receiver_id != actor.body_id:
        raise NotReferred(_("Über die Übernahme entscheidet die andere Stelle, nicht die abgebende."))
    return referral


def answered_by(referral: Referral, actor: Actor, state: State) -> bool:
    """Whether the actor gave this answer already: the same form, sent twice."""
    answer = ReferralAnswer.objects.filter(referral=referral, outcome=state).first()
    return answer is not None and answer.answered_by_id == actor.account_id


def settle(
    e: Entry, actor: Actor, referral: Referral, state: State, *, reason: str = "", missing: list[str] | None = None
) -> None:
    """Give the one answer, under the lock of the case: what belonged to the referral ends with it. Raises ``AnsweredAlready``."""
    won = Referral.objects.filter(pk=referral.pk, state=State.IN_PROGRESS).update(state=state, changed_at=e.book.at)
    referral.refresh_from_db(fields=["state", "changed_at"])
    if not won:
        raise AnsweredAlready(State(referral.state))
    answer = ReferralAnswer(
        referral=referral,
        outcome=state.value,
        reason=reason.strip()[:2000],
        missing=missing or [],
        answered_by_id=actor.account_id,
        answered_at=e.book.at,
    )
    e.seal(answer)
    e.refer(referral=referral.pk)
    end_grants(e, referral.about)
    close_tasks(e, referral.about)


def _refuse_dissolved(referral: Referral) -> None:
    """Nobody would read the answer: a case goes back only to a body that exists. Raises ``NotReferred``."""
    gone = referral.sender.dissolved_on
    if gone is not None and gone <= today():
        raise NotReferred(
            _(
                "%(body)s gibt es nicht mehr; dorthin kann nichts zurück. Bitte übernehmen Sie den Fall oder fragen Sie die Fachaufsicht."
            )
            % {"body": referral.sender.name}
        )


def _tell_sender(e: Entry, referral: Referral, title: str) -> None:
    named = title % {"body": referral.receiver.name}
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=named,
        due=today(),
        assignee_id=referral.opened_by_id,
        about=referral.about,
    )


def _undo_step(e: Entry, referral: Referral) -> None:
    """The case was not handed over after all: what the step noted no longer holds, and the step can be taken again."""
    if referral.taking is None:
        return
    noted = Fact.objects.filter(case=e.case, name=WRITTEN, closed_by=None, value=day_of(referral.opened_at).isoformat())
    e.close(noted.values_list("pk", flat=True))
    e.book.flush()
    recompute(affected_by([referral.case_id]))
