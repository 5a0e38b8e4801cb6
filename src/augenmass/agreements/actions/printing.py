"""Letters for the post room: set together, handed over once, or discarded before that."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.agreements.actions.changing import require_counsel
from augenmass.agreements.models import PrintBatch, Reminder
from augenmass.agreements.queries.reminders import letters_to_print, visible_batches
from augenmass.agreements.reminder_letters import as_pdf
from augenmass.law.time import day_of, today
from augenmass.record.ledger import Entry, entry
from augenmass.record.once import once
from augenmass.work.refusal import NotDone

State = Reminder.State
MOST = 300
"""Letters in one file."""


def make_batch(actor: Actor, key: UUID) -> PrintBatch:
    """Set the letters that wait as one file; ``key`` comes from the form. Raises ``NotDone``, ``NotPermitted``, ``RenderError``."""
    require_counsel(actor)
    return once(lambda: visible_batches(actor).filter(key=key).first(), lambda: _make(actor, key))


def hand_over(actor: Actor, key: UUID) -> None:
    """Note that the letters went to the post room; a second time changes nothing. Raises ``NotDone``, ``NotPermitted``, ``PrintBatch.DoesNotExist``."""
    require_counsel(actor)
    if visible_batches(actor).get(key=key).state == PrintBatch.State.HANDED_OVER:
        return
    with entry(actor, "agreement.letters_handed_over") as e:
        batch = _open(actor, key)
        batch.reminders.filter(state=State.PRINTED).update(state=State.SENT, changed_at=e.book.at)
        _close(e, batch, PrintBatch.State.HANDED_OVER, handed_over_on=day_of(e.book.at))


def discard(actor: Actor, key: UUID) -> None:
    """Discard a file that was not handed over: its letters wait again. Raises as ``hand_over``."""
    require_counsel(actor)
    with entry(actor, "agreement.letters_discarded") as e:
        batch = _open(actor, key)
        batch.reminders.filter(state=State.PRINTED).update(state=State.WAITING, batch=None, changed_at=e.book.at)
        _close(e, batch, PrintBatch.State.DISCARDED)


def _make(actor: Actor, key: UUID) -> PrintBatch:
    waiting = list(letters_to_print(actor)[:MOST])
    if not waiting:
        raise NotDone(_("Es wartet kein Brief."))
    # Set before the transaction: it takes seconds, in which nobody else could write.
    content = as_pdf(actor.body, waiting, today())
    with entry(actor, "agreement.letters_printed") as e:
        batch = PrintBatch.objects.create(
            key=key,
            body=actor.body,
            letters=len(waiting),
            content=content,
            made_at=e.book.at,
            made_by=actor.account,
        )
        mine = letters_to_print(actor).filter(pk__in=[one.pk for one in waiting])
        taken = Reminder.objects.filter(pk__in=mine.values("pk"), state=State.WAITING).update(
            state=State.PRINTED, batch=batch, changed_at=e.book.at
        )
        if taken != len(waiting):
            raise NotDone(_("Inzwischen hat sich etwas geändert. Bitte erstellen Sie den Druckstapel noch einmal."))
        e.refer(batch=batch.pk, letters=taken)
    return batch


def _open(actor: Actor, key: UUID) -> PrintBatch:
    batch = visible_batches(actor).select_for_update().get(key=key)
    if batch.state != PrintBatch.State.MADE:
        raise NotDone(_("Dieser Druckstapel ist schon übergeben oder verworfen."))
    return batch


def _close(e: Entry, batch: PrintBatch, state: PrintBatch.State, **changes: object) -> None:
    PrintBatch.objects.filter(pk=batch.pk).update(state=state, content=b"", **changes)
    e.refer(batch=batch.pk)
