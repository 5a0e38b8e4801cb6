"""Handing an envelope over: to a body of this instance in the same transaction, to others by file or over HTTP later."""

from augenmass.access.reader import SystemRole, as_system
from augenmass.record.ledger import Entry
from augenmass.transmissions.actions.admitting import admit, verified
from augenmass.transmissions.models import Envelope
from augenmass.transmissions.rules.kinds import Channel

State = Envelope.State


def hand_over(e: Entry, envelope: Envelope) -> None:
    """Put an envelope into the inbox of a body of this instance; one for outside waits.

    The same checks run as for what comes from outside. Raises ``NotTaken``, which stops the signature.
    """
    if envelope.receiver_id is None:
        return
    with as_system(SystemRole.TRANSMISSION):
        admit(e.book, verified(envelope.text), Channel.INSIDE)
    Envelope.objects.filter(pk=envelope.pk, state=State.WAITING).update(state=State.DELIVERED)
