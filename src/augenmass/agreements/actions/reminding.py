"""Mails without content, once for each occasion: to the counsellor about talks and own promises, to the person by wish."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from augenmass.agreements.models import Agreement, Promise, Reminder, Review, Step
from augenmass.agreements.rules.content import Side
from augenmass.agreements.wording.mails import STAFF, reminder
from augenmass.law.time import today
from augenmass.record.ledger import System, entry
from augenmass.work.duties import Turn
from augenmass.work.outbox import queue_mail

AHEAD: Final = timedelta(days=3)
"""So long before a talk a mail goes out."""
MOST: Final = 200
"""Agreements in one turn; what is left comes in the next."""
Kind = Reminder.Kind


@dataclass(frozen=True, slots=True)
class Occasion:
    """What somebody is reminded of, once."""

    agreement: Agreement
    kind: str
    about: UUID
    due: date

    @property
    def to_person(self) -> bool:
        """Whether the mail goes to the person."""
        return self.kind == Kind.REVIEW_PERSON

    @property
    def recipient(self) -> str:
        """The address; "" where there is none, or the person wants no mail."""
        person = self.agreement.participant
        if self.to_person:
            return person.email if person.reminded else ""
        return self.agreement.counsellor.email


def remind(turn: Turn) -> int:
    """Write the mails that are due; each in its own short transaction with the row that keeps it from being written again."""
    written = 0
    for occasion in _due(today()):
        if turn.stopping:
            break
        turn.renew()
        written += _write(occasion)
    return written


def _write(occasion: Occasion) -> int:
    with entry(System(), "agreement.reminded") as e:
        Agreement.objects.select_for_update().get(pk=occasion.agreement.pk)
        row, made = Reminder.objects.get_or_create(
            agreement=occasion.agreement, kind=occasion.kind, about=occasion.about, due=occasion.due
        )
        e.refer(reminder=row.pk)
        if made:
            words = reminder(occasion.agreement.participant.language) if occasion.to_person else STAFF
            queue_mail(e, occasion.recipient, words.subject, words.text)
    return int(made)


def _due(on: date) -> Iterator[Occasion]:
    active = {"agreement__state": Agreement.State.ACTIVE}
    talks = Review.objects.filter(**active, state=Review.State.PLANNED, due__lte=on + AHEAD)
    for kind in (Kind.REVIEW_PERSON, Kind.REVIEW_COUNSELLOR):
        # The person is reminded of what is to come; what is overdue is for the counsellor to arrange.
        coming = talks.filter(due__gte=on) if kind == Kind.REVIEW_PERSON else talks
        yield from _occasions(coming, kind)
    steps = Step.objects.filter(**active, side=Side.COUNSELLOR, done_on=None, dropped_in=None, due__lt=on)
    yield from _occasions(steps, Kind.STEP_COUNSELLOR)
    services = Promise.objects.filter(**active, state=Promise.State.ACCEPTED, due__lt=on)
    yield from _occasions(services, Kind.PROMISE_LATE)


def _occasions(rows: "QuerySet[Review] | QuerySet[Step] | QuerySet[Promise]", kind: str) -> Iterable[Occasion]:
    told = Reminder.objects.filter(
        agreement=OuterRef("agreement"), kind=kind, about=OuterRef("key"), due=OuterRef("due")
    )
    found = rows.filter(~Exists(told)).select_related("agreement__participant", "agreement__counsellor")
    for row in found.order_by("due", "pk")[:MOST]:
        assert row.due is not None
        occasion = Occasion(row.agreement, kind, row.key, row.due)
        if occasion.recipient:
            yield occasion
