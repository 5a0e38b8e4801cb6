"""Mails whose sending did not end well: a person decides what happens to them."""

from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.directory.roles import Permission
from augenmass.record.ledger import entry
from augenmass.work.models import OutgoingMail
from augenmass.work.refusal import NotDone

State = OutgoingMail.State


class Decision(StrEnum):
    """What a person decides about an unclear or failed mail."""

    ARRIVED = "arrived"
    AGAIN = "again"
    DROPPED = "dropped"


_OUTCOMES = {Decision.ARRIVED: State.SENT, Decision.AGAIN: State.WAITING, Decision.DROPPED: State.FAILED}


def settle_mail(actor: Actor, key: UUID, decision: Decision) -> OutgoingMail:
    """Decide about a mail of the own body that is unclear or failed.

    ``again`` sends it once more, at the risk that it arrives twice. Raises ``NotDone`` and ``OutgoingMail.DoesNotExist``.
    """
    actor.require(Permission.REASSIGN)
    mail = OutgoingMail.objects.get(key=key, created_by__body=actor.body_id)
    with entry(actor, "mail.settled") as e:
        open_states = OutgoingMail.objects.filter(pk=mail.pk, state__in=[State.UNCLEAR, State.FAILED], settled_by=None)
        changes = {"attempts": 0, "settled_by": None} if decision is Decision.AGAIN else {"settled_by": e.action_id}
        if not open_states.update(state=_OUTCOMES[decision], changed_at=e.book.at, not_before=e.book.at, **changes):
            raise NotDone(_("Über diese Nachricht wurde bereits entschieden. Bitte laden Sie die Seite neu."))
        e.refer(mail=mail.pk, decision=decision.value)
    mail.refresh_from_db()
    return mail
