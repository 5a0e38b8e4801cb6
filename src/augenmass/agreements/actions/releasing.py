"""What a talk that is not held on its day lets go: reminders that wait, and interpreters who were asked."""

from collections.abc import Iterable

from django.db.models import QuerySet

from augenmass.agreements.actions.settling import drop_waiting
from augenmass.agreements.models import Agreement, Interpreting, Review
from augenmass.agreements.wording.mails import TAKEN_BACK
from augenmass.law.time import day_of
from augenmass.record.ledger import Entry
from augenmass.work.outbox import queue_mail

State = Interpreting.State


def release_talk(e: Entry, agreement: Agreement, review: Review) -> None:
    """Let go what was arranged for a talk that moves or was held, in an action under way."""
    drop_waiting(e, agreement, review.key)
    send_taken_back(e, agreement, _ahead(e, agreement).filter(review=review))


def release_all(e: Entry, agreement: Agreement) -> None:
    """The same for an agreement that ends."""
    drop_waiting(e, agreement)
    send_taken_back(e, agreement, _ahead(e, agreement))


def send_taken_back(e: Entry, agreement: Agreement, requests: "Iterable[Interpreting]") -> None:
    """Take requests back and tell each service, without content."""
    for found in requests:
        Interpreting.objects.filter(pk=found.pk).update(state=State.TAKEN_BACK)
        said = {"body": agreement.body.name, "reference": found.reference}
        queue_mail(e, found.email, TAKEN_BACK.subject, TAKEN_BACK.text.format(**said))


def _ahead(e: Entry, agreement: Agreement) -> "QuerySet[Interpreting]":
    """What was asked or accepted for a day that is not over: who came yesterday is not told not to come."""
    return Interpreting.objects.filter(
        agreement=agreement, state__in=[State.ASKED, State.CONFIRMED], day__gt=day_of(e.book.at)
    )
