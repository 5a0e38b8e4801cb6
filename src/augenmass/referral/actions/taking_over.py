"""Accepting a referral: the case moves with its file, in one transaction, and nothing of it stays behind unseen."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.models import Grant, SecretRecipient
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import SECRET_NAMES
from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.competence.models import Referral, Responsibility
from augenmass.directory.models import Account, Unit
from augenmass.law.time import today
from augenmass.notices.actions.moving import follow
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.answering import answered_by, as_receiver, settle
from augenmass.referral.actions.first_check import end_first_checks, start_clock
from augenmass.referral.actions.opening import NotReferred
from augenmass.referral.completeness import is_checked, label, missing_of
from augenmass.referral.queries import unfinished
from augenmass.referral.rules import LONGEST_NUMBER, number_in_body
from augenmass.work.actions.people import colleague, unit_of_body
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import BookedDeadline, IncomingPost, Task

State = Referral.State


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who works the case from now on; ``number`` is the body's own file number, "" to keep the sender's."""

    officer_id: int
    unit_id: int | None = None
    number: str = ""
    despite_missing: bool = False
    """Taken over although the checklist of the Land misses something; the answer says so."""


def accept_referral(actor: Actor, key: UUID, chosen: Acceptance) -> Referral:
    """Take a referred case over. A second time by the same person changes nothing.

    Raises ``NotReferred`` (not the receiver, answered already, drafts of the sender, file number in use), ``NotDone``
    (officer or unit of another body) and ``Referral.DoesNotExist``.
    """
    referral = as_receiver(actor, key)
    if answered_by(referral, actor, State.ACCEPTED):
        return referral
    officer = colleague(actor, chosen.officer_id)
    unit = unit_of_body(actor, chosen.unit_id) if chosen.unit_id is not None else None
    try:
        with as_system(SystemRole.HANDOVER), entry(actor, "referral.accepted", referral.case_id, of_any_body=True) as e:
            settle(e, actor, referral, State.ACCEPTED, reason=_check_complete(referral, chosen))
            if unfinished(referral.case_id):
                raise NotReferred(
                    _(
                        "Die abgebende Stelle hat in diesem Fall noch etwas begonnen und nicht abgeschlossen. Bitte wenden Sie sich an sie; bis dahin kann der Fall nicht übernommen werden."
                    )
                )
            _move(e, referral, officer, unit, chosen.number.strip())
    except IntegrityError as error:
        raise NotReferred(
            _(
                "Das Aktenzeichen wurde in diesem Augenblick anderweitig vergeben. Bitte senden Sie das Formular noch einmal."
            )
        ) from error
    actor.sights.pop(referral.case_id, None)
    return referral


def _check_complete(referral: Referral, chosen: Acceptance) -> str:
    """What the answer says of things that are missing, "" for none. Raises ``NotReferred`` unless they were accepted as missing."""
    lines = "; ".join(label(item) for item in missing_of(referral))
    if not lines:
        return ""
    if not chosen.despite_missing:
        raise NotReferred(
            _(
                "Es fehlt noch: %(lines)s. Geben Sie die Abgabe mit dieser Liste zurück, oder bestätigen Sie, dass Sie trotzdem übernehmen."
            )
            % {"lines": lines}
        )
    return _("Übernommen, obwohl noch fehlte: %(lines)s") % {"lines": lines}


def _move(e: Entry, referral: Referral, officer: Account, unit: Unit | None, wanted: str) -> None:
    case = e.case
    assert case is not None
    case.number = _number(referral, wanted)
    case.body_id, case.unit_id, case.officer_id = referral.receiver_id, unit.pk if unit else None, officer.pk
    Case.objects.filter(pk=case.pk).update(
        number=case.number, body=referral.receiver_id, unit=case.unit_id, officer=officer
    )
    reason = _("Übernommen von %(body)s") % {"body": referral.sender.name}
    e.seal(Responsibility(case=case, body_id=referral.receiver_id, since=today(), reason=reason[:300]))
    end_first_checks(e)
    _hand_over_work(e, referral, officer)
    _hand_over_accesses(e, referral, officer)
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_("Übernommener Fall: sichten"),
        due=today(),
        assignee_id=officer.pk,
        about=referral.about,
    )
    if is_checked(referral.matter, referral.receiver):
        start_clock(e, referral)
    recompute(affected_by([case.pk]))


def _number(referral: Referral, wanted: str) -> str:
    """The number in the new body: the chosen one if it is free, else the sender's with a suffix where that is in use."""
    if len(wanted) > LONGEST_NUMBER:
        raise NotReferred(_("Das Aktenzeichen ist zu lang. Möglich sind 60 Zeichen."))
    here = Case.objects.filter(body=referral.receiver_id)
    if wanted:
        if here.filter(number=wanted).exists():
            raise NotReferred(
                _("Dieses Aktenzeichen gibt es in Ihrer Dienststelle schon. Bitte wählen Sie ein anderes.")
            )
        return wanted
    return number_in_body(
        referral.number, set(here.filter(number__startswith=referral.number[:50]).values_list("number", flat=True))
    )


def _hand_over_work(e: Entry, referral: Referral, officer: Account) -> None:
    """Open tasks, the deadline book and the post of the case go to the new body; who read a deadline stays noted on it.

    What a second person shall do (reading a deadline again) waits for anybody in the new body.
    """
    body = referral.receiver_id
    mine = Task.objects.filter(case=e.case, body=referral.sender_id, done_by=None)
    mine.filter(kind=Task.Kind.SECOND_READING).update(body=body, assignee=None)
    mine.exclude(kind=Task.Kind.SECOND_READING).update(body=body, assignee=officer)
    BookedDeadline.objects.filter(case=e.case).update(body=body)
    assert e.case is not None
    follow(e.case, body)
    post = IncomingPost.objects.filter(case=e.case)
    post.exclude(state=IncomingPost.State.ANSWERED).update(
        body=body, unit=None, assignee=officer, given_by=None, state=IncomingPost.State.ASSIGNED
    )
    post.filter(state=IncomingPost.State.ANSWERED).update(body=body, unit=None)


def _hand_over_accesses(e: Entry, referral: Referral, officer: Account) -> None:
    """Accesses of other bodies go on and are now the new body's to end; its own is no longer needed.

    Of a secret fact (AufenthG § 97a) the recipients worked for the old body: the officer of the new one takes their place,
    or nobody at all could read it.
    """
    Grant.objects.filter(case=e.case, body=referral.receiver_id, ended_by=None).update(ended_by=e.action_id)
    Grant.objects.filter(case=e.case).update(owner=referral.receiver_id)
    secret = list(Fact.objects.filter(case=e.case, name__in=SECRET_NAMES, erased_by=None))
    if not secret:
        return
    SecretRecipient.objects.filter(fact__in=secret, ended_by=None).update(ended_by=e.action_id)
    named = e.book.entry("secret.recipient_named", e.case)
    for fact in secret:
        named.seal(SecretRecipient(fact=fact, account=officer))
