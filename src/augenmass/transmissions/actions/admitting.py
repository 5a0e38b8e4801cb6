"""Taking a message in: verified first, then written once, then what it means for what is already here.

``verified`` changes nothing and refuses with a sentence. ``admit`` writes in a transaction under way. The id of the message is unique:
the same message again gives what it gave, another text under the same id is refused.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.directory.models import Body
from augenmass.law.time import day_of, now, today
from augenmass.record.ledger import Book, Entry
from augenmass.record.seal import digest_of
from augenmass.transmissions.actions.following_up import follow_up, followed
from augenmass.transmissions.actions.writing import Outgoing, is_test, write_message
from augenmass.transmissions.models import Envelope, KnownMessage, Received, ReceivedContent, Transmission
from augenmass.transmissions.parties import Partner, body_at, key_of, partner_at
from augenmass.transmissions.queries.received import content_held
from augenmass.transmissions.refusal import NotTaken, key_refused, not_readable
from augenmass.transmissions.rules.checking import reason_to_return
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.kinds import FOLLOWING, RECEIPTS, Channel, MessageKind, ReturnReason
from augenmass.transmissions.rules.message import Message, Receipt, Unreadable, canonical, read_message, unsigned_part
from augenmass.transmissions.rules.signing import problem_with, proves

State = Received.State
AHEAD = timedelta(minutes=15)
"""How far the clocks of two instances may differ."""


@dataclass(frozen=True, slots=True)
class Verified:
    """A message that its sender signed, for a body of this instance."""

    message: Message
    text: str
    body: Body
    partner: Partner
    earlier: Received | None = None
    """The same message, taken in before."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What became of a message. ``again``: it was here before, nothing was written."""

    received: Received
    receipt: Envelope | None
    again: bool = False


def verified(text: str) -> Verified:
    """Check form, receiver, sender, key and signature. Raises ``NotTaken``; nothing is written."""
    try:
        message, raw = read_message(text)
    except Unreadable as error:
        raise not_readable(error) from error
    head = message.head
    body = body_at(head.receiver.address)
    if body is None or (body.dissolved_on is not None and body.dissolved_on <= today()):
        raise NotTaken(
            "no_such_receiver",
            _("Diese Nachricht ist an eine Stelle gerichtet, die hier nicht geführt wird. Es wurde nichts übernommen."),
        )
    partner = partner_at(head.sender.address, body)
    if partner is None or partner.kind != head.sender.kind:
        raise NotTaken(
            "unknown_sender",
            _(
                "Der Absender steht nicht oder als Stelle anderer Art im Adressbuch der empfangenden Dienststelle. Bitte tragen Sie ihn mit seinem Schlüssel ein, bevor Sie die Nachricht übernehmen."
            ),
        )
    _check_signature(message, raw, partner)
    return Verified(message, text, body, partner, _taken_before(message, text))


def _check_signature(message: Message, raw: dict[str, Any], partner: Partner) -> None:
    key = key_of(partner, message.signature.key)
    if key is None:
        raise NotTaken(
            "unknown_key",
            _(
                "Die Nachricht ist mit einem Schlüssel unterzeichnet, der für diesen Absender nicht eingetragen ist. Bitte prüfen Sie den Fingerabdruck am Telefon."
            ),
        )
    if not proves(key.public_key, canonical(unsigned_part(raw)), message.signature.value):
        raise NotTaken(
            "forged",
            _(
                "Die Unterschrift passt nicht zum Inhalt: Die Nachricht wurde verändert oder gefälscht. Es wurde nichts übernommen; bitte rufen Sie den Absender an."
            ),
        )
    if message.head.created_at > now() + AHEAD:
        raise NotTaken(
            "from_the_future", _("Die Nachricht trägt eine Zeit in der Zukunft. Bitte prüfen Sie die Uhren.")
        )
    for day in (day_of(message.head.created_at), today()):
        if (problem := problem_with(key, day)) is not None:
            raise key_refused(problem)


def _taken_before(message: Message, text: str) -> Received | None:
    """The same message from before. Raises ``NotTaken`` for another text under its id."""
    earlier = Received.objects.filter(message=message.head.message).select_related("content").first()
    if earlier is None:
        if KnownMessage.objects.filter(message=message.head.message).exists():
            raise NotTaken(
                "erased",
                _(
                    "Diese Nachricht war hier schon eingegangen; was von ihr aufbewahrt wurde, ist inzwischen gelöscht. Es wurde nichts übernommen."
                ),
            )
        return None
    content = getattr(earlier, "content", None)
    same = earlier.sender_address == message.head.sender.address and earlier.kind == message.head.kind.value
    if content is not None and content.erased_by_id is None:
        label = ReceivedContent._meta.label_lower
        same = same and bytes(content.digest) == digest_of(bytes(content.salt), [label, content.pk, earlier.pk, text])
    if not same:
        raise NotTaken(
            "replayed",
            _(
                "Unter dieser Nachrichtennummer ist hier schon eine andere Nachricht eingegangen. Es wurde nichts übernommen; bitte rufen Sie den Absender an."
            ),
        )
    return earlier


def admit(book: Book, found: Verified, channel: Channel) -> Admitted:
    """Write a verified message once, with its receipt. Raises ``NotTaken`` for a receipt that belongs to nothing here."""
    if found.earlier is not None:
        return Admitted(found.earlier, receipt_of(found.earlier), again=True)
    e = book.entry("transmission.received")
    reason, gone = _returned_because(found), _nothing_left(found)
    received = _written(e, found, channel, reason, keep=reason is None and not gone)
    e.refer(received=received.pk)
    if reason is None and not gone:
        follow_up(e, received)
    return Admitted(received, _receipt(e, found, channel, reason, gone=gone))


def receipt_of(received: Received) -> Envelope | None:
    """The newest receipt that was written for a message; None for one that gets none."""
    kinds = [kind.value for kind in RECEIPTS]
    return Envelope.objects.filter(refers_to=received.message, body=received.body_id, kind__in=kinds).last()


def _returned_because(found: Verified) -> ReturnReason | None:
    head, content = found.message.head, found.message.content
    if head.test != is_test():
        return ReturnReason.TEST
    if content is None:
        return None
    kind = matrix_kind(found.body.kind)
    if kind is None:
        return ReturnReason.NOT_COMPETENT
    return reason_to_return(content, found.partner.kind, kind, (day_of(head.created_at), today()))


def _nothing_left(found: Verified) -> bool:
    """Whether a correction or recall follows a message that is not or no longer here."""
    head = found.message.head
    if head.kind not in FOLLOWING:
        return False
    earlier = followed(head.refers_to, found.body.pk, head.sender.address)
    return earlier is None or earlier.state in (State.RETURNED, State.DELETED) or not content_held(earlier)


def _written(e: Entry, found: Verified, channel: Channel, reason: ReturnReason | None, *, keep: bool) -> Received:
    head, content = found.message.head, found.message.content
    received = Received(
        message=head.message,
        kind=head.kind.value,
        body=found.body,
        sender=found.partner.body,
        outside=found.partner.outside,
        sender_address=head.sender.address,
        sender_name=found.partner.name,
        purpose=content.purpose if content is not None else "",
        provisions=[basis.provision for basis in content.basis] if content is not None else [],
        classes=sorted({item.data_class for item in content.items}) if content is not None else [],
        regime=content.regime.value if content is not None else "",
        refers_to=head.refers_to,
        sent_at=head.created_at,
        received_at=e.book.at,
        channel=channel.value,
        state=_first_state(head.kind, reason, keep),
        reason=reason.value if reason is not None else "",
        changed_at=e.book.at,
    )
    e.seal(received)
    KnownMessage.objects.create(message=head.message)
    if keep:
        # What goes back or follows something deleted is not kept: only its head says that it was here.
        e.seal(ReceivedContent(received=received, text=found.text))
    return received


def _first_state(kind: MessageKind, reason: ReturnReason | None, keep: bool) -> State:
    if reason is not None:
        return State.RETURNED
    return State.NOTED if kind in RECEIPTS or kind is MessageKind.RECALL or not keep else State.NEW


def _receipt(
    e: Entry, found: Verified, channel: Channel, reason: ReturnReason | None, *, gone: bool
) -> Envelope | None:
    """The machine's own answer: back to sender, nothing left to follow, or here it is."""
    head = found.message.head
    if head.kind in RECEIPTS:
        return None
    kind, receipt = MessageKind.ARRIVAL, Receipt()
    if reason is not None:
        kind, receipt = MessageKind.RETURN, Receipt(reason=reason)
    elif gone:
        kind, receipt = MessageKind.DELETED, Receipt(already=True)
    envelope = write_message(e, Outgoing(found.body, found.partner, kind, head.message, receipt=receipt))
    if envelope.receiver_id is not None:
        admit(e.book, verified(envelope.text), Channel.INSIDE)
    if envelope.receiver_id is not None or channel is Channel.HTTP:
        # Over HTTP the answer itself carries it; asked again, the other side gets it again.
        Envelope.objects.filter(pk=envelope.pk).update(state=Envelope.State.DELIVERED)
    return envelope


def cases_about(earlier: UUID | None) -> list[int]:
    """The cases that a message about an earlier one says something about: they are locked before it is written."""
    if earlier is None:
        return []
    sent = Transmission.objects.filter(key=earlier).values_list("case_id", flat=True)
    came = Received.objects.filter(message=earlier).exclude(case=None).values_list("case_id", flat=True)
    return [case for case in (*sent, *came) if case is not None]
