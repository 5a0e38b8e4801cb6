"""Reading reminders: counsellors those of their own body; and the letters for its post room."""

from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.agreements.models import Agreement, PrintBatch, Reminder
from augenmass.agreements.queries.agreements import may_counsel, visible_agreements

State = Reminder.State
MOST = 100


def reminders_of(actor: Actor) -> QuerySet[Reminder]:
    """The reminders of the agreements that the actor reads."""
    return Reminder.objects.filter(agreement__in=visible_agreements(actor))


def to_settle(actor: Actor) -> list[Reminder]:
    """Mails that may have gone out or could not be delivered and that nobody has decided about, oldest first; at most 100."""
    found = _unsettled(actor).select_related("agreement__participant", "agreement__counsellor")
    return list(found.order_by("changed_at", "pk")[:MOST])


def count_to_settle(actor: Actor) -> int:
    """How many of them there are."""
    return _unsettled(actor).count()


def _unsettled(actor: Actor) -> QuerySet[Reminder]:
    return reminders_of(actor).filter(state__in=[State.UNCLEAR, State.FAILED], settled_by=None)


def letters_to_print(actor: Actor) -> QuerySet[Reminder]:
    """Letters that wait to be set, those of the next days first; the agreement runs still."""
    found = reminders_of(actor).filter(
        state=State.WAITING, way=Reminder.Way.LETTER, agreement__state=Agreement.State.ACTIVE
    )
    return found.select_related("agreement__participant", "agreement__counsellor").order_by("due", "pk")


def visible_batches(actor: Actor) -> QuerySet[PrintBatch]:
    """The batches of the own body, for its counsellors."""
    return PrintBatch.objects.filter(body=actor.body_id) if may_counsel(actor) else PrintBatch.objects.none()


def batches(actor: Actor) -> list[PrintBatch]:
    """The newest twenty, without their files."""
    return list(visible_batches(actor).defer("content").select_related("made_by")[:20])


def one_batch(actor: Actor, key: UUID) -> tuple[PrintBatch, list[Reminder]]:
    """A batch with its letters in the order of the file. Raises ``PrintBatch.DoesNotExist``."""
    batch = visible_batches(actor).select_related("made_by").get(key=key)
    letters = batch.reminders.select_related("agreement__participant").order_by("due", "pk")
    return batch, list(letters)
