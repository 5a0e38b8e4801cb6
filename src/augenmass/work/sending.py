"""Sending what the outbox holds: at most once.

waiting → sending (committed before anything leaves the house) → sent. A mail that the server refused waits and is tried
again, five times. A mail whose sending was cut off may have gone out: it becomes ``unclear`` and a person decides.
"""

import smtplib
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from functools import partial

import structlog
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from augenmass.law.time import now
from augenmass.work.duties import Turn
from augenmass.work.models import OutgoingMail

log = structlog.get_logger()
State = OutgoingMail.State
CUT_OFF_AFTER = timedelta(minutes=5)
"""A mail that is "sending" for longer was cut off; the mail server's own time limit is far below."""
ATTEMPTS = 5
FIRST_PAUSE = timedelta(minutes=2)
BATCH = 50
SERVER_PATIENCE = 30
"""Seconds that the mail server may take for an answer."""


def send_waiting(turn: Turn) -> int:
    """Send what waits; returns how many mails left. Never sends a mail that another worker has claimed."""
    mark_cut_off()
    ids = list(
        OutgoingMail.objects.filter(state=State.WAITING, not_before__lte=now())
        .order_by("not_before", "pk")
        .values_list("pk", flat=True)[:BATCH]
    )
    if not ids:
        return 0
    sent = 0
    with closing(get_connection(timeout=SERVER_PATIENCE)) as server:
        # A server that cannot be reached fails the duty before any mail is claimed: all of them simply wait.
        server.open()
        for pk in ids:
            if turn.stopping:
                break
            turn.renew()
            sent += _send_one(server, pk)
    return sent


def mark_cut_off() -> int:
    """Mails whose sending did not end become ``unclear``; returns how many."""
    old = OutgoingMail.objects.filter(state=State.SENDING, changed_at__lt=now() - CUT_OFF_AFTER)
    found = old.update(state=State.UNCLEAR, changed_at=now())
    if found:
        log.error("mail_unclear", mails=found)
    return found


def claim(pk: int) -> OutgoingMail | None:
    """Claim a waiting mail; the claim is committed when this returns. None when somebody else has it."""
    mine = OutgoingMail.objects.filter(pk=pk, state=State.WAITING, not_before__lte=now())
    claimed = mine.update(state=State.SENDING, attempts=F("attempts") + 1, changed_at=now())
    return OutgoingMail.objects.get(pk=pk) if claimed else None


def _send_one(server: BaseEmailBackend, pk: int) -> int:
    mail = claim(pk)
    if mail is None:
        return 0

    def unclear(error: Exception) -> None:
        _settle(mail, State.UNCLEAR)
        log.error("mail_unclear", mails=1, error=type(error).__name__)

    if not deliver(server, message_of(mail), refused=partial(_put_off, mail), unclear=unclear):
        return 0
    _settle(mail, State.SENT)
    return 1


def deliver(
    server: BaseEmailBackend,
    message: EmailMessage,
    *,
    refused: Callable[[Exception], None],
    unclear: Callable[[Exception], None],
) -> bool:
    """Send one mail; false where the server certainly did not take it, which ``refused`` notes.

    Raises ``OSError`` or ``smtplib.SMTPException`` where nobody knows, after ``unclear`` noted it.
    """
    try:
        server.send_messages([message])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as refusal:
        # The server answered with a refusal: the mail has certainly not gone out. Some refusals end the connection,
        # so the next mail gets a fresh one before it is claimed.
        refused(refusal)
        server.close()
        server.open()
        return False
    except (OSError, smtplib.SMTPException) as error:
        # The connection broke in the middle: the server may have accepted the mail.
        unclear(error)
        raise
    return True


def message_of(mail: OutgoingMail) -> EmailMessage:
    """The mail as it leaves; its Message-ID is the same whenever it is sent."""
    headers = {"Message-ID": f"<{mail.key}@augenmass>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(mail.subject, mail.text, to=[mail.recipient], headers=headers)


def _put_off(mail: OutgoingMail, refusal: Exception) -> None:
    final = mail.attempts >= ATTEMPTS
    log.warning("mail_refused", attempt=mail.attempts, error=type(refusal).__name__, final=final)
    pause = FIRST_PAUSE * 4 ** (mail.attempts - 1)
    _settle(mail, State.FAILED if final else State.WAITING, not_before=now() + pause)


def _settle(mail: OutgoingMail, state: State, **changes: object) -> None:
    """Write the outcome of this attempt, also when it took so long that the mail counts as cut off by now."""
    mine = OutgoingMail.objects.filter(pk=mail.pk, attempts=mail.attempts, state__in=[State.SENDING, State.UNCLEAR])
    mine.update(state=state, changed_at=now(), **changes)
