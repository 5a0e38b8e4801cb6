"""Delivering what waits for outside: over HTTP by the worker, or as a file by hand.

An envelope is claimed before anything leaves the house, and what it carries is asked again. It is sent until a signed receipt is here:
the other side takes the same message in once, however often it comes. So a cut at any point leaves either a receipt or another attempt.
"""

from datetime import timedelta
from uuid import UUID

import structlog
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.visible import worked_q
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.record.ledger import System, book, entry
from augenmass.record.models import Fact
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.models import Envelope, Transmission
from augenmass.transmissions.posting import Unreachable, Unwilling, post
from augenmass.transmissions.refusal import NotSent, NotTaken
from augenmass.transmissions.rules.checking import reason_to_return
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.kinds import Channel
from augenmass.transmissions.rules.message import read_message
from augenmass.work.duties import Turn

log = structlog.get_logger()
State = Envelope.State
BATCH = 50
ATTEMPTS = 14
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=4)
NO_LONGER = gettext_noop(
    "Nicht gesendet: Eine Angabe wurde seit der Unterschrift geändert, bestritten oder darf nicht mehr übermittelt werden. Bitte stellen Sie die Übermittlung neu zusammen."
)
NOBODY_THERE = gettext_noop("Die andere Anwendung ist nicht erreichbar. Es wird weiter versucht.")
GIVEN_UP = gettext_noop("Die andere Anwendung war lange nicht erreichbar. Bitte senden Sie die Datei auf anderem Weg.")


def deliver_waiting(turn: Turn) -> int:
    """Deliver what waits and whose receiver takes in over HTTP; returns how many were delivered."""
    done = 0
    waiting = Envelope.objects.filter(state=State.WAITING, not_before__lte=now(), outside__isnull=False)
    for pk in list(waiting.exclude(outside__url="").order_by("made_at", "pk").values_list("pk", flat=True)[:BATCH]):
        if turn.stopping:
            break
        turn.renew()
        done += deliver(pk)
    return done


def deliver(pk: int) -> int:
    """Deliver one envelope; 1 where its receipt is here afterwards."""
    envelope = _claimed(pk)
    if envelope is None or envelope.outside is None:
        return 0
    try:
        receipt = post(envelope.outside, envelope.text)
    except Unreachable:
        _put_off(envelope)
        return 0
    except Unwilling as error:
        _settle(envelope, State.FAILED, str(error)[:300])
        return 0
    return _received(envelope, receipt)


def _received(envelope: Envelope, receipt: str) -> int:
    """Take the receipt in, which says that the message is there; a receipt itself gets none."""
    if not receipt:
        return _settle(envelope, State.DELIVERED, "")
    try:
        take_in(System(), receipt, Channel.HTTP)
    except NotTaken as error:
        log.error("receipt_refused", code=error.code)
        _put_off(envelope)
        return 0
    return 1


def _claimed(pk: int) -> Envelope | None:
    """The envelope with its next attempt noted, committed before anything leaves; None where it must not or no longer go."""
    with as_system(SystemRole.TRANSMISSION):
        found = Envelope.objects.select_related("transmission").filter(pk=pk).first()
        if found is None:
            return None
        case = found.transmission.case_id if found.transmission is not None else None
        with book(System(), [case] if case is not None else [], of_any_body=True):
            mine = Envelope.objects.filter(pk=pk, state=State.WAITING, attempts=found.attempts)
            if not may_still_go(found):
                mine.update(state=State.FAILED, problem=NO_LONGER)
                return None
            pause = min(FIRST_PAUSE * 2**found.attempts, LONGEST_PAUSE)
            if not mine.update(attempts=found.attempts + 1, not_before=now() + pause):
                return None
        return Envelope.objects.select_related("outside", "body").get(pk=pk)


def may_still_go(envelope: Envelope) -> bool:
    """Whether what was signed may still be handed over: provisions in force, every fact held and undisputed, not recalled."""
    transmission = envelope.transmission
    if transmission is not None and not _stands(transmission):
        return False
    message, _raw = read_message(envelope.text)
    if message.content is None:
        return True
    sender = matrix_kind(envelope.body.kind) or ""
    return reason_to_return(message.content, sender, message.head.receiver.kind, (today(),)) is None


def _stands(transmission: Transmission) -> bool:
    """Whether a transmission was not recalled and every fact of it is held and undisputed."""
    if transmission.state == Transmission.State.RECALLED:
        return False
    standing = Fact.objects.filter(pk__in=transmission.facts, closed_by=None, disputed_by=None, erased_by=None)
    return standing.count() == len(transmission.facts)


def _put_off(envelope: Envelope) -> None:
    given_up = envelope.attempts >= ATTEMPTS
    log.warning("delivery_failed", attempt=envelope.attempts, final=given_up)
    _settle(envelope, State.FAILED if given_up else State.WAITING, GIVEN_UP if given_up else NOBODY_THERE)


def _settle(envelope: Envelope, state: State, problem: str) -> int:
    """Write the outcome of this attempt, unless a receipt was quicker."""
    mine = Envelope.objects.filter(pk=envelope.pk, state=State.WAITING, attempts=envelope.attempts)
    return mine.update(state=state, problem=problem)


def try_again(actor: Actor, key: UUID) -> Envelope:
    """Deliver again what failed. Raises ``NotSent`` and ``Envelope.DoesNotExist``."""
    envelope = _own(actor, key)
    with entry(actor, "transmission.tried_again", _case(envelope)) as e:
        if not may_still_go(envelope):
            raise NotSent(_(NO_LONGER))
        failed = Envelope.objects.filter(pk=envelope.pk, state__in=[State.FAILED, State.HANDED_OVER])
        failed.update(state=State.WAITING, attempts=0, not_before=e.book.at, problem="")
        e.refer(envelope=envelope.pk)
    envelope.refresh_from_db()
    return envelope


def take_out(actor: Actor, key: UUID) -> Envelope:
    """The signed file of a message for outside, to be carried over by hand. May be taken again until its receipt is here.

    Raises ``NotSent`` where it must not go any more, ``NotPermitted`` and ``Envelope.DoesNotExist``.
    """
    envelope = _own(actor, key)
    if envelope.outside_id is None:
        raise NotSent(_("Diese Nachricht liegt schon im Posteingang der anderen Stelle."))
    with entry(actor, "transmission.handed_over", _case(envelope)) as e:
        if envelope.state != State.DELIVERED and not may_still_go(envelope):
            raise NotSent(_(NO_LONGER))
        waits = Envelope.objects.filter(pk=envelope.pk, state__in=[State.WAITING, State.FAILED])
        waits.update(state=State.HANDED_OVER, problem="")
        e.refer(envelope=envelope.pk)
    envelope.refresh_from_db()
    return envelope


def _case(envelope: Envelope) -> int | None:
    return envelope.transmission.case_id if envelope.transmission is not None else None


def _own(actor: Actor, key: UUID) -> Envelope:
    actor.require(Permission.RECEIVE)
    actor.require_writing()
    found = Envelope.objects.select_related("transmission__case", "outside", "body").get(
        message=key, body=actor.body_id
    )
    if found.transmission is not None:
        actor.require(Permission.TRANSMIT)
        Transmission.objects.filter(worked_q(actor, prefix="case__")).get(pk=found.transmission.pk)
    return found
