"""What a message that follows an earlier one must fit to, and what its signature does to the earlier one."""

from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.record.ledger import Entry
from augenmass.transmissions.models import Envelope, Received, Transmission
from augenmass.transmissions.models.sent import notice_of
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.kinds import FOLLOWING, MessageKind
from augenmass.work.actions.tasks import close_tasks

Sent = Transmission.State
OUT = (Sent.SIGNED, Sent.DELIVERED, Sent.ACCEPTED)
"""States in which a transmission is or may be with its receiver."""
_OF_OWN = {
    MessageKind.REMINDER: (MessageKind.REQUEST.value, MessageKind.CORRECTION_REQUEST.value),
    MessageKind.CORRECTION: (MessageKind.TRANSMISSION.value, MessageKind.ANSWER.value, MessageKind.CORRECTION.value),
    MessageKind.RECALL: (
        MessageKind.TRANSMISSION.value,
        MessageKind.ANSWER.value,
        MessageKind.CORRECTION.value,
        MessageKind.REQUEST.value,
        MessageKind.CORRECTION_REQUEST.value,
    ),
}


def check_reference(body_id: int, case_id: int, kind: MessageKind, refers_to: UUID | None, partner: Partner) -> None:
    """Refuse a message that follows nothing it could follow. Raises ``NotSent``."""
    if kind in _OF_OWN:
        earlier = Transmission.objects.filter(
            sender=body_id, case=case_id, key__in=[refers_to], kind__in=_OF_OWN[kind], state__in=OUT
        )
        if not earlier.filter(receiver=partner.body, outside=partner.outside).exists():
            raise NotSent(
                _(
                    "Die frühere Nachricht gibt es nicht, oder sie ist schon zurückgegeben, zurückgerufen oder an eine andere Stelle gegangen."
                )
            )
    elif kind is MessageKind.ANSWER:
        asked = Received.objects.filter(body=body_id, message__in=[refers_to], kind=MessageKind.REQUEST.value)
        asked = asked.filter(state=Received.State.ACCEPTED, sender=partner.body, outside=partner.outside)
        if not asked.exists():
            raise NotSent(
                _("Eine Antwort gehört zu einem angenommenen Ersuchen derselben Stelle. Bitte nehmen Sie es zuerst an.")
            )


def after_signing(e: Entry, transmission: Transmission) -> None:
    """What a signed message does to the one that it follows, on the locked case."""
    kind = MessageKind(transmission.kind)
    if kind is MessageKind.ANSWER and transmission.refers_to is not None:
        close_tasks(e, f"received:{transmission.refers_to}")
    if kind in FOLLOWING:
        close_tasks(e, notice_of(transmission.refers_to))
    if kind is MessageKind.RECALL:
        earlier = Transmission.objects.filter(key__in=[transmission.refers_to], state__in=OUT)
        earlier.update(state=Sent.RECALLED, changed_at=e.book.at)
        # What has not left the house stays in it.
        Envelope.objects.filter(message__in=[transmission.refers_to], state=Envelope.State.WAITING, attempts=0).update(
            state=Envelope.State.FAILED, problem=_("Zurückgerufen, bevor gesendet wurde.")
        )
