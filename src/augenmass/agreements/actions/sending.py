"""Sending reminders by mail: at most once each, in parts, so that a run that is cut off goes on where it was.

The mark "taken" is committed before a mail leaves the house. Whoever finds a mail that was taken and not sent does not send it again:
it may have gone out, and a person decides (``settling``).
"""

import time
from contextlib import closing
from datetime import timedelta
from functools import partial
from typing import Final

import structlog
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from augenmass.agreements.models import Agreement, Reminder
from augenmass.agreements.wording.mails import STAFF, Words, reminder_from
from augenmass.agreements.wording.senders import Office
from augenmass.law.time import now
from augenmass.work.duties import Turn
from augenmass.work.sending import ATTEMPTS, CUT_OFF_AFTER, FIRST_PAUSE, SERVER_PATIENCE, deliver

log = structlog.get_logger()
State, Way = Reminder.State, Reminder.Way
PART: Final = 500
"""Mails in one turn; the other duties of the worker come between two turns."""
RENEWED_AFTER: Final = 30.0
"""Seconds after which a turn extends its lease."""


def send_reminders(turn: Turn) -> int:
    """Send one part of what waits; returns how many mails left. Never sends one that was taken before."""
    mark_cut_off()
    ids = list(
        Reminder.objects.filter(state=State.WAITING, way=Way.MAIL, not_before__lte=now())
        .order_by("not_before", "pk")
        .values_list("pk", flat=True)[:PART]
    )
    if not ids:
        return 0
    sent, renewed = 0, 0.0
    with closing(get_connection(timeout=SERVER_PATIENCE)) as server:
        # A server that cannot be reached fails the duty before anything is taken: all of it simply waits.
        server.open()
        for pk in ids:
            if turn.stopping:
                break
            if time.monotonic() - renewed > RENEWED_AFTER:
                turn.renew()
                renewed = time.monotonic()
            sent += _send_one(server, pk)
    return sent


def mark_cut_off() -> int:
    """Reminders whose sending did not end become ``unclear``; returns how many."""
    found = Reminder.objects.filter(state=State.TAKEN, changed_at__lt=now() - CUT_OFF_AFTER).update(
        state=State.UNCLEAR, changed_at=now()
    )
    if found:
        log.error("reminders_unclear", reminders=found)
    return found


def take(pk: int) -> Reminder | None:
    """Take a waiting reminder; the mark is committed when this returns. None when somebody else has it, or the agreement has ended."""
    active = Agreement.objects.filter(state=Agreement.State.ACTIVE)
    mine = Reminder.objects.filter(pk=pk, state=State.WAITING, agreement__in=active)
    if not mine.update(state=State.TAKEN, attempts=F("attempts") + 1, changed_at=now()):
        return None
    return Reminder.objects.select_related("agreement__participant", "agreement__body", "agreement__counsellor").get(
        pk=pk
    )


def _send_one(server: BaseEmailBackend, pk: int) -> int:
    found = take(pk)
    if found is None:
        return 0

    def unclear(error: Exception) -> None:
        _settle(found, State.UNCLEAR)
        log.error("reminders_unclear", reminders=1, error=type(error).__name__)

    if not deliver(server, message_of(found), refused=partial(_put_off, found), unclear=unclear):
        return 0
    _settle(found, State.SENT)
    return 1


def message_of(found: Reminder) -> EmailMessage:
    """The mail as it leaves; its Message-ID is the same whenever it is sent."""
    words = words_of(found)
    headers = {"Message-ID": f"<{found.key}@augenmass>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(words.subject, words.text, to=[found.recipient], headers=headers)


def words_of(found: Reminder) -> Words:
    """What a mail says: to the person in their language and from which office, to staff in German."""
    if not found.to_person:
        return STAFF
    step = found.kind == Reminder.Kind.STEP_PERSON
    return reminder_from(office_of(found.agreement), found.agreement.participant.reminded_in, step)


def office_of(agreement: Agreement) -> Office:
    """Where the person reaches whoever counsels them: the counsellor's telephone before that of the office."""
    body = agreement.body
    place = ", ".join(filter(None, (body.street, f"{body.postcode} {body.town}".strip())))
    return Office(body.name, place, agreement.counsellor.telephone or body.telephone, body.email)


def _put_off(found: Reminder, refusal: Exception) -> None:
    final = found.attempts >= ATTEMPTS
    log.warning("reminder_refused", attempt=found.attempts, error=type(refusal).__name__, final=final)
    pause: timedelta = FIRST_PAUSE * 4 ** (found.attempts - 1)
    _settle(found, State.FAILED if final else State.WAITING, not_before=now() + pause)


def _settle(found: Reminder, state: Reminder.State, **changes: object) -> None:
    """Write the outcome of this attempt, also when it took so long that the mail counts as cut off by now."""
    mine = Reminder.objects.filter(pk=found.pk, attempts=found.attempts, state__in=[State.TAKEN, State.UNCLEAR])
    mine.update(state=state, changed_at=now(), **changes)
