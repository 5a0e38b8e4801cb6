"""What a message means for what is already here: receipts move the transmission that they answer, others their earlier message."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.transmissions.models import Envelope, Received, Reply, Transmission
from augenmass.transmissions.refusal import NotTaken
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task

Sent = Transmission.State
Came = Received.State
_UNDER_WAY = (Sent.SIGNED, Sent.DELIVERED)


def follow_up(e: Entry, received: Received) -> None:
    """Do what the kind of a message asks for. Raises ``NotTaken`` for a receipt or an answer that belongs to nothing here."""
    kind = MessageKind(received.kind)
    match kind:
        case MessageKind.ARRIVAL | MessageKind.ACCEPTANCE | MessageKind.RETURN | MessageKind.DELETED:
            _receipt(e, received, kind)
        case MessageKind.ANSWER:
            _answer(e, received)
        case MessageKind.REMINDER | MessageKind.CORRECTION:
            _about_earlier(e, received)
        case MessageKind.RECALL:
            _recall(e, received)
        case _:
            pass


def followed(message: UUID | None, body_id: int, sender_address: str) -> Received | None:
    """The earlier message of the same sender to the same body."""
    if message is None:
        return None
    mine = Received.objects.filter(body=body_id, sender_address=sender_address)
    return mine.filter(message=message).select_related("content").first()


def _receipt(e: Entry, received: Received, kind: MessageKind) -> None:
    if _of_reply(e, received, kind):
        return
    sent = _answered(received)
    Envelope.objects.filter(message=sent.key).exclude(state=Envelope.State.DELIVERED).update(
        state=Envelope.State.DELIVERED, problem=""
    )
    Received.objects.filter(pk=received.pk).update(case=sent.case_id)
    if kind is MessageKind.ARRIVAL:
        _move(e, sent, (Sent.SIGNED,), Sent.DELIVERED)
    elif kind is MessageKind.ACCEPTANCE:
        _move(e, sent, _UNDER_WAY, Sent.ACCEPTED)
    elif kind is MessageKind.DELETED:
        _move(e, sent, _UNDER_WAY, Sent.ACCEPTED)
        if sent.kind == MessageKind.RECALL.value and sent.refers_to is not None:
            _move_key(e, sent.refers_to, Sent.DELETED)
    elif _move(e, sent, _UNDER_WAY, Sent.RETURNED):
        _tell_of_return(e, sent)


def _of_reply(e: Entry, received: Received, kind: MessageKind) -> bool:
    """Move the answer out of the inbox that a receipt belongs to; one that came back makes its request open again."""
    partner = {"request__sender": received.sender_id, "request__outside": received.outside_id}
    found = Reply.objects.filter(key__in=[received.refers_to], body=received.body_id, **partner)
    if not found.exists():
        return False
    Envelope.objects.filter(message__in=[received.refers_to]).exclude(state=Envelope.State.DELIVERED).update(
        state=Envelope.State.DELIVERED, problem=""
    )
    states = Reply.State
    before = (states.SIGNED,) if kind is MessageKind.ARRIVAL else (states.SIGNED, states.DELIVERED)
    after = {MessageKind.ARRIVAL: states.DELIVERED, MessageKind.RETURN: states.RETURNED}.get(kind, states.ACCEPTED)
    moved = found.filter(state__in=before).update(state=after, changed_at=e.book.at)
    if moved and after == states.RETURNED:
        answered = Received.objects.filter(replies__in=found.values("pk"), state=Came.ANSWERED)
        Received.objects.filter(pk__in=list(answered.values_list("pk", flat=True))).update(state=Came.ACCEPTED)
    return True


def _answered(received: Received) -> Transmission:
    """The transmission that a receipt or an answer belongs to, sent by this body to that partner. Raises ``NotTaken``."""
    sent = Transmission.objects.filter(key__in=[received.refers_to], sender=received.body_id)
    partner = {"receiver": received.sender_id} if received.sender_id is not None else {"outside": received.outside_id}
    found = sent.filter(**partner).select_related("receiver", "outside").first()
    if found is None:
        raise NotTaken(
            "nothing_sent",
            _("Diese Antwort bezieht sich auf eine Nachricht, die von hier nicht an diesen Absender ging."),
        )
    return found


def _move(e: Entry, sent: Transmission, before: tuple[Sent, ...], after: Sent) -> bool:
    """Move a transmission on; what is further already stays."""
    moved = Transmission.objects.filter(pk=sent.pk, state__in=before).update(state=after, changed_at=e.book.at)
    return bool(moved)


def _move_key(e: Entry, key: UUID, after: Sent) -> None:
    Transmission.objects.filter(key=key, state=Sent.RECALLED).update(state=after, changed_at=e.book.at)


def _tell_of_return(e: Entry, sent: Transmission) -> None:
    title = _("Übermittlung zurück von %(body)s: Grund ansehen") % {"body": sent.receiver_name}
    made = _task(e, sent.case_id, title, sent.about, sent.prepared_by_id)
    if made is not None:
        # Nothing of it is held there, so nobody is to be told of a change.
        close_tasks(made, sent.notice)


def _answer(e: Entry, received: Received) -> None:
    sent = _answered(received)
    Received.objects.filter(pk=received.pk).update(case=sent.case_id)
    received.case_id = sent.case_id
    _move(e, sent, _UNDER_WAY, Sent.ACCEPTED)
    made = _entry(e, sent.case_id)
    if made is not None:
        close_tasks(made, sent.about)
    title = _("Antwort von %(body)s eingegangen: sichten") % {"body": received.sender_name}
    _task(e, sent.case_id, title, received.about, sent.prepared_by_id)


def _about_earlier(e: Entry, received: Received) -> None:
    """A reminder or a correction lies with the message that it follows."""
    earlier = followed(received.refers_to, received.body_id, received.sender_address)
    if earlier is None or earlier.case_id is None:
        return
    Received.objects.filter(pk=received.pk).update(case=earlier.case_id)
    received.case_id = earlier.case_id
    if received.kind == MessageKind.CORRECTION.value:
        title = _("Berichtigung von %(body)s eingegangen: Angaben prüfen") % {"body": received.sender_name}
        _task(e, earlier.case_id, title, received.about, None)


def _recall(e: Entry, received: Received) -> None:
    earlier = followed(received.refers_to, received.body_id, received.sender_address)
    assert earlier is not None
    Received.objects.filter(pk=earlier.pk).update(state=Came.RECALLED, changed_at=e.book.at)
    Received.objects.filter(pk=received.pk).update(case=earlier.case_id)
    if earlier.case_id is not None:
        title = _("Rückruf von %(body)s: Angaben löschen") % {"body": received.sender_name}
        _task(e, earlier.case_id, title, earlier.about, None)


def _entry(e: Entry, case_id: int) -> Entry | None:
    """An action on a case that the book holds locked; None where it was not locked (it left meanwhile)."""
    case = e.book.cases.get(case_id)
    return e.book.entry("transmission.answered", case) if case is not None else None


def _task(e: Entry, case_id: int, title: str, about: str, assignee_id: int | None) -> Entry | None:
    made = _entry(e, case_id)
    if made is None:
        return None
    assert made.case is not None
    if assignee_id is None:
        assignee_id = made.case.officer_id
    open_task(made, kind=Task.Kind.TASK, title=title, due=today(), assignee_id=assignee_id, about=about)
    return made
