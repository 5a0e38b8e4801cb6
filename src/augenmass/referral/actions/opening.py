"""Asking another body to take a case over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actions import GrantForm, write_grant
from augenmass.access.actor import Actor, Purpose
from augenmass.access.matrix import categories_for
from augenmass.access.sight import sight_of
from augenmass.access.visible import worked_by
from augenmass.competence.models import Referral
from augenmass.competence.queries import KEEPERS
from augenmass.competence.rules import Matter
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission, roles_with
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.referral.queries import unfinished
from augenmass.referral.rules import READS_AFTER, DeadlineProblem, problem_with_deadline
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone, once
from augenmass.work.refusal import NotDone

State = Referral.State
ANSWERING = roles_with(Permission.REFER)
"""Roles that look at a referred case and answer."""
DEADLINE_SENTENCES = {
    DeadlineProblem.PAST: gettext_noop(
        "Die Frist liegt in der Vergangenheit. Bitte wählen Sie heute oder einen späteren Tag."
    ),
    DeadlineProblem.TOO_FAR: gettext_noop(
        "Die Frist liegt mehr als ein halbes Jahr entfernt. Bitte prüfen Sie das Jahr."
    ),
}


class NotReferred(NotDone):
    """A sentence for the user: why a case was not referred, or a referral not answered. Nothing was changed."""


class NotFitting(NotReferred):
    """One entry cannot be meant; ``field`` is its name in ``ReferralForm``."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """To whom, in which matter, by which provision, why, and by when an answer is asked for; ``key`` comes from the form."""

    key: UUID
    receiver_id: int
    matter: Matter
    provision: str
    reason: str
    deadline: date


def refer_case(actor: Actor, case_id: int, asked: ReferralForm) -> Referral:
    """Ask another body to take a case of one's own body over. The same form sent twice gives the same referral.

    Until the answer the case stays where it is, and the receiver reads of it what the check of competence needs.
    Raises ``NotReferred`` (``NotFitting`` for an entry that cannot be meant), ``NotPermitted`` and ``Case.DoesNotExist``.
    """
    actor.require(Permission.REFER)
    worked_by(actor).get(pk=case_id)
    same = Referral.objects.filter(key=asked.key, case=case_id, sender=actor.body_id)
    return once(same.first, lambda: _refer(actor, case_id, asked, same))


def _refer(actor: Actor, case_id: int, asked: ReferralForm, same: QuerySet[Referral]) -> Referral:
    try:
        with entry(actor, "referral.opened", case_id) as e:
            if same.exists():
                raise AlreadyDone
            return open_referral(e, actor, asked)
    except AlreadyDone:
        # The same form, sent twice at once: the other one had the lock first, and its referral is the one that runs.
        return same.get()


def open_referral(e: Entry, actor: Actor, asked: ReferralForm, taking: UUID | None = None) -> Referral:
    """Open a referral in an entry under way, on the entry's locked case. Raises ``NotReferred``."""
    assert e.case is not None
    _check(actor, asked)
    if e.case.body_id != actor.body_id:
        raise NotReferred(_("Diesen Fall bearbeitet inzwischen eine andere Stelle. Bitte laden Sie die Seite neu."))
    if Referral.objects.filter(case=e.case, state=State.IN_PROGRESS).exists():
        raise NotReferred(_("Für diesen Fall läuft bereits eine Abgabe. Bitte warten Sie die Antwort ab."))
    drafts = unfinished(e.case.pk)
    if drafts:
        raise NotReferred(
            _("Im Fall ist noch etwas offen: %(what)s. Bitte schließen Sie es ab oder ziehen Sie es zurück.")
            % {"what": "; ".join(drafts)}
        )
    referral = Referral(
        key=asked.key,
        case=e.case,
        number=e.case.number,
        sender_id=actor.body_id,
        receiver_id=asked.receiver_id,
        matter=asked.matter.value,
        provision=asked.provision.strip()[:200],
        reason=asked.reason.strip()[:2000],
        deadline=asked.deadline,
        opened_by_id=actor.account_id,
        opened_at=e.book.at,
        taking=taking,
        changed_at=e.book.at,
    )
    e.seal(referral)
    e.refer(referral=referral.pk)
    _let_the_receiver_look(e, actor, referral)
    title = _("Abgabe an %(body)s: Antwort abwarten") % {"body": referral.receiver.name}
    open_task(
        e,
        kind=Task.Kind.RESUBMISSION,
        title=title,
        due=asked.deadline,
        assignee_id=actor.account_id,
        about=referral.about,
    )
    return referral


def _check(actor: Actor, asked: ReferralForm) -> None:
    if asked.receiver_id == actor.body_id:
        raise NotFitting("receiver", _("Ihre eigene Dienststelle bearbeitet den Fall bereits."))
    body = Body.objects.filter(pk=asked.receiver_id).first()
    if body is None or (body.dissolved_on is not None and body.dissolved_on <= today()):
        raise NotFitting("receiver", _("Diese Stelle gibt es nicht oder nicht mehr."))
    if body.kind not in KEEPERS:
        raise NotFitting(
            "receiver", _("Eine Stelle dieser Art kann keinen Fall führen. Öffnen Sie ihr den Fall zur Mitwirkung.")
        )
    if not asked.provision.strip() or not asked.reason.strip():
        raise NotFitting(
            "reason" if asked.provision.strip() else "provision",
            _("Bitte nennen Sie die Vorschrift und den Grund der Abgabe."),
        )
    problem = problem_with_deadline(asked.deadline, today())
    if problem is not None:
        raise NotFitting("deadline", _(DEADLINE_SENTENCES[problem]))


def _let_the_receiver_look(e: Entry, actor: Actor, referral: Referral) -> None:
    """Open to the receiver what the matrix holds necessary for the check, as far as the sender sees it."""
    assert e.case is not None
    needed = categories_for(ANSWERING, Purpose.COMPETENCE) & sight_of(actor, e.case).categories
    write_grant(
        e,
        GrantForm(
            body_id=referral.receiver_id,
            categories=tuple(needed),
            purpose=Purpose.COMPETENCE,
            provision=referral.provision,
            reason=_("Prüfung der Zuständigkeit vor der Übernahme"),
            valid_until=referral.deadline + READS_AFTER,
        ),
        about=referral.about,
    )
