"""Writing reminders: for talks, steps and services of other bodies, once for each occasion, many in one short transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from augenmass.agreements.models import Agreement, Promise, Reminder, Review, Step
from augenmass.agreements.rules.content import Side
from augenmass.law.time import day_of, today
from augenmass.record.ledger import System, entry
from augenmass.work.duties import Turn

AHEAD: Final = timedelta(days=3)
"""So long before its day the person is reminded."""
LETTERS_AHEAD: Final = timedelta(days=10)
"""A letter has to be printed and delivered."""
PART: Final = 500
"""Reminders in one transaction."""
Kind, State, Way = Reminder.Kind, Reminder.State, Reminder.Way
Row = Review | Step | Promise


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is looked for: which rows, and the kind of reminder that each of them asks for."""

    kind: Reminder.Kind
    rows: "QuerySet[Any]"


def remind(turn: Turn) -> int:
    """Write the reminders that are due; returns how many. A run that is cut off goes on where it was: what is written is read from the rows."""
    written = 0
    for occasion in _occasions(today()):
        last = None
        while rows := _unwritten(occasion, last):
            if turn.stopping:
                return written
            turn.renew()
            written += _write(occasion.kind, rows)
            last = rows[-1]
    return written


def _write(kind: Reminder.Kind, rows: Sequence[Row]) -> int:
    """One part, in one transaction with the rows that keep it from being written again."""
    with entry(System(), "agreement.reminded") as e:
        made = [_reminder(kind, row, e.book.at) for row in rows]
        if kind not in Reminder.TO_PERSON:
            _cover(made)
        Reminder.objects.bulk_create(made, ignore_conflicts=True)
        kept = Reminder.objects.filter(key__in=[one.key for one in made])
        ids = sorted(kept.values_list("pk", flat=True))
        e.refer(reminders=ids, kind=kind.value)
    return len(ids)


def _reminder(kind: Reminder.Kind, row: Row, at: datetime) -> Reminder:
    person = row.agreement.participant
    on_paper = kind in Reminder.TO_PERSON and person.gets_letters
    mail_to = person.email if kind in Reminder.TO_PERSON else row.agreement.counsellor.email
    assert row.due is not None
    return Reminder(
        agreement_id=row.agreement_id,
        kind=kind,
        about=row.key,
        due=row.due,
        way=Way.LETTER if on_paper else Way.MAIL,
        recipient="" if on_paper else mail_to,
        state=State.WAITING,
        written_on=day_of(at),
        not_before=at,
        changed_at=at,
    )


def _cover(made: Sequence[Reminder]) -> None:
    """One mail a day is enough for a counsellor: it says that there is something to look at, and the pages say what."""
    told = set(
        Reminder.objects.filter(
            recipient__in={one.recipient for one in made},
            written_on=made[0].written_on,
            kind__in=[Kind.REVIEW_COUNSELLOR, Kind.STEP_COUNSELLOR, Kind.PROMISE_LATE],
        ).values_list("recipient", flat=True)
    )
    for one in made:
        if one.recipient in told:
            one.state = State.COVERED
        told.add(one.recipient)


def _occasions(on: date) -> Iterator[Occasion]:
    active = {"agreement__state": Agreement.State.ACTIVE}
    talks = Review.objects.filter(**active, state=Review.State.PLANNED)
    steps = Step.objects.filter(**active, done_on=None, dropped_in=None)
    # The person is reminded of what is to come; what is overdue is for the counsellor to arrange.
    yield Occasion(Kind.REVIEW_PERSON, _of_person(talks, on))
    yield Occasion(Kind.STEP_PERSON, _of_person(steps.filter(side=Side.PERSON), on))
    staff = Q(agreement__counsellor__email__gt="", agreement__counsellor__is_active=True)
    yield Occasion(Kind.REVIEW_COUNSELLOR, talks.filter(staff, due__lte=on + AHEAD))
    yield Occasion(Kind.STEP_COUNSELLOR, steps.filter(staff, side=Side.COUNSELLOR, due__lt=on))
    services = Promise.objects.filter(**active, state=Promise.State.ACCEPTED, due__lt=on)
    yield Occasion(Kind.PROMISE_LATE, services.filter(staff))


def _of_person(rows: "QuerySet[Any]", on: date) -> "QuerySet[Any]":
    """What lies ahead of people who want to be reminded and can be reached; those who get letters earlier."""
    person = "agreement__participant__"
    wished = rows.filter(**{f"{person}reminded": True, "due__gte": on, "due__lte": on + LETTERS_AHEAD})
    paper = ~Q(**{f"{person}address": ""}) & (Q(**{f"{person}by_letter": True}) | Q(**{f"{person}email": ""}))
    return wished.filter(paper | (Q(due__lte=on + AHEAD) & Q(**{f"{person}email__gt": ""})))


def _unwritten(occasion: Occasion, after: Row | None) -> list[Row]:
    """The next rows that nobody was reminded of, from the place where the part before ended."""
    told = Reminder.objects.filter(
        agreement=OuterRef("agreement"), kind=occasion.kind, about=OuterRef("key"), due=OuterRef("due")
    )
    found = occasion.rows.filter(~Exists(told)).select_related("agreement__participant", "agreement__counsellor")
    if after is not None:
        found = found.filter(Q(due__gt=after.due) | Q(due=after.due, pk__gt=after.pk), due__gte=after.due)
    return list(found.order_by("due", "pk")[:PART])
