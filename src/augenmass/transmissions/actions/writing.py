"""Signing one message in an entry under way and putting it on its way: kept whole, handed over inside at once."""

import json
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any
from uuid import UUID, uuid4

from augenmass.directory.models import Body
from augenmass.record.ledger import Entry
from augenmass.site.configuration import Mode, configuration
from augenmass.transmissions.actions.signing_keys import signing_key
from augenmass.transmissions.keys import private_of
from augenmass.transmissions.models import Envelope, Transmission
from augenmass.transmissions.parties import Partner, party_of
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.message import VERSION, Content, Head, Receipt, canonical
from augenmass.transmissions.rules.signing import sign

PRODUCT = "Augenmaß"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to be written: to whom, of which kind, with what, about which earlier message."""

    sender: Body
    receiver: Partner
    kind: MessageKind
    refers_to: UUID | None = None
    content: Content | None = None
    receipt: Receipt | None = None
    message: UUID | None = None
    """Given where the id is known before (a transmission's key)."""
    transmission: Transmission | None = None


def is_test() -> bool:
    """Whether what this installation sends holds invented data only."""
    return configuration().mode is not Mode.PRODUCTION


def write_message(e: Entry, out: Outgoing) -> Envelope:
    """Sign a message and keep its envelope. Raises ``NotSent`` where the body has no key that can sign."""
    message = out.message or uuid4()
    key = signing_key(e, out.sender)
    unsigned = _unsigned(e, out, message)
    signature = sign(private_of(key), canonical(unsigned))
    signed = {**unsigned, "signature": {"algorithm": "Ed25519", "key": key.key_id, "value": signature}}
    envelope = Envelope(
        message=message,
        kind=out.kind.value,
        body=out.sender,
        receiver=out.receiver.body,
        outside=out.receiver.outside,
        refers_to=out.refers_to,
        text=json.dumps(signed, ensure_ascii=False, sort_keys=True, indent=1),
        made_at=e.book.at,
        transmission=out.transmission,
        not_before=e.book.at,
    )
    e.seal(envelope)
    e.refer(envelope=envelope.pk)
    return envelope


def _unsigned(e: Entry, out: Outgoing, message: UUID) -> dict[str, Any]:
    head = Head(
        message=message,
        kind=out.kind,
        created_at=e.book.at,
        sender=party_of(out.sender),
        receiver=out.receiver.party,
        refers_to=out.refers_to,
        product=PRODUCT,
        product_version=version("augenmass"),
        test=is_test(),
    )
    return {
        "schema": VERSION,
        "head": head.model_dump(mode="json"),
        "content": out.content.model_dump(mode="json") if out.content is not None else None,
        "receipt": out.receipt.model_dump(mode="json") if out.receipt is not None else None,
    }
