"""Reminders whose sending did not end well: a counsellor decides whether they go out again."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import require_counsel
from augenmass.agreements.models import Agreement, Reminder
from augenmass.agreements.queries.reminders import reminders_of
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.mails import Decision
from augenmass.work.refusal import NotDone

State = Reminder.State
UNSETTLED = (State.UNCLEAR, State.FAILED)
_OUTCOMES = {Decision.ARRIVED: State.SENT, Decision.AGAIN: State.WAITING, Decision.DROPPED: State.DROPPED}


def settle_reminder(actor: Actor, key: UUID, decision: Decision) -> None:
    """Decide about a mail that is unclear or could not be delivered; ``again`` sends it once more, at the risk that it arrives twice.

    Raises ``NotDone``, ``NotPermitted``, ``Reminder.DoesNotExist``.
    """
    require_counsel(actor)
    with entry(actor, "agreement.reminder_settled") as e:
        found = reminders_of(actor).select_related("agreement__participant").get(key=key)
        changes: dict[str, object] = {"settled_by": e.action_id}
        if decision is Decision.AGAIN:
            changes = {"settled_by": None, "attempts": 0} | _recipient(found)
        mine = Reminder.objects.filter(pk=found.pk, state__in=UNSETTLED, settled_by=None)
        if not mine.update(state=_OUTCOMES[decision], changed_at=e.book.at, not_before=e.book.at, **changes):
            raise NotDone(_("Über diese Nachricht wurde bereits entschieden. Bitte laden Sie die Seite neu."))
        e.refer(reminder=found.pk, decision=decision.value)


def drop_waiting(e: Entry, agreement: Agreement, about: UUID | None = None) -> None:
    """Let what waits go unsent, in an action under way: the agreement ended, its talk moved, or the person wants no more reminders."""
    waiting = Reminder.objects.filter(agreement=agreement, state=State.WAITING)
    if about is not None:
        waiting = waiting.filter(about=about)
    waiting.update(state=State.DROPPED, changed_at=e.book.at)


def _recipient(found: Reminder) -> dict[str, object]:
    """The address as it is known now: the one that failed may have been corrected."""
    if found.agreement.state != Agreement.State.ACTIVE:
        raise NotDone(_("Die Vereinbarung ist beendet: Es wird nicht mehr erinnert."))
    if not found.to_person:
        return {"recipient": found.agreement.counsellor.email}
    person = found.agreement.participant
    if not person.gets_mails:
        raise NotDone(_("Die Person möchte keine E-Mails mehr. Lassen Sie es dabei."))
    return {"recipient": person.email}
