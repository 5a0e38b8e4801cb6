"""The outbox: a mail is written in the transaction of an action and sent after it by the worker, never twice.

A mail travels open through other systems. Subject and text therefore say only that there is something to look at,
never what or about whom.
"""

import structlog
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Absence, Account
from augenmass.law.time import today
from augenmass.record.ledger import Entry
from augenmass.record.models import Case
from augenmass.work.models import OutgoingMail

log = structlog.get_logger()


def queue_mail(entry: Entry, recipient: str, subject: str, text: str) -> OutgoingMail:
    """Put a mail into the outbox as part of an action. ``subject`` and ``text`` name no person and no case.

    Raises ``ValidationError`` when ``recipient`` is no address, ``ValueError`` when the subject has line breaks.
    """
    validate_email(recipient)
    if len(subject.splitlines()) != 1:
        raise ValueError("a subject is one line")
    moment = entry.book.at
    # A mail is read by whoever reads its action, and that is written last: until then nobody but the program sees the row.
    with as_system(SystemRole.WORKER):
        return OutgoingMail.objects.create(
            recipient=recipient,
            subject=subject,
            text=text,
            created_by_id=entry.action_id,
            not_before=moment,
            changed_at=moment,
        )


def queue_if_usable(entry: Entry, recipient: str, subject: str, text: str) -> OutgoingMail | None:
    """Put a mail into the outbox as ``queue_mail`` does; None for an address that is none: it must not keep an action from being done."""
    try:
        return queue_mail(entry, recipient, subject, text)
    except ValidationError:
        log.warning("mail_address_unusable")
        return None


def tell_of_work(entry: Entry, recipient: str) -> OutgoingMail | None:
    """Tell a member of staff by mail that something urgent waits for them; None when no usable address is known."""
    return queue_if_usable(
        entry,
        recipient,
        _("Augenmaß: Für Sie liegt ein eiliger Vorgang bereit"),
        _(
            "Guten Tag,\n\nin Augenmaß liegt ein eiliger Vorgang für Sie bereit. Bitte melden Sie sich an und öffnen Sie „Mein Tag“.\n\nDiese Nachricht enthält aus Gründen des Datenschutzes keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
        ),
    )


def tell_who_works(entry: Entry) -> None:
    """Tell by mail without content whoever works the entry's case today, stand-ins too; where nobody does, the body."""
    assert entry.case is not None
    people = _on_duty(entry.case)
    for address in [person.email for person in people] or [entry.case.body.email]:
        tell_of_work(entry, address)


def _on_duty(case: Case) -> list[Account]:
    officer = case.officer
    if officer is None or not officer.is_active:
        return []
    day = today()
    away = Absence.objects.filter(account=officer, first_day__lte=day, last_day__gte=day).select_related("stand_in")
    return [officer, *(absence.stand_in for absence in away)]
