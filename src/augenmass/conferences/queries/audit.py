"""Meetings that the actor's body leads, counted for the audit of their quality. Measures are counted by their days, without their text."""

from datetime import date, datetime, timedelta

from augenmass.access.actor import Actor
from augenmass.access.inspection import start_of
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.models import Conference, Item, Participant
from augenmass.conferences.queries.seats import visible_conferences
from augenmass.conferences.rules.audit import Audit, Meeting, audit_of
from augenmass.law.time import day_of, today

SPAN = timedelta(days=365)
Kind = Participant.Kind


def audit(actor: Actor, first: date | None = None, last: date | None = None) -> Audit:
    """The quality of conferences that the actor's body leads, requested between two days (the last year if none is given)."""
    until = last or today()
    since = first or until - SPAN
    led = visible_conferences(actor).filter(leads__until=None, leads__body=actor.body_id)
    wanted = led.filter(requested_at__gte=start_of(since), requested_at__lt=start_of(until + timedelta(days=1)))
    ids = list(wanted.values_list("pk", flat=True))
    # Numbers of a whole meeting: its items are counted, not read, so that nobody's part is missing.
    with as_system(SystemRole.CONFERENCE):
        found = Conference.objects.filter(pk__in=ids).prefetch_related("participants", "points", "minutes__approvals")
        return audit_of([_meeting(one) for one in found], today())


def _meeting(found: Conference) -> Meeting:
    # Whoever left before the meeting was opened was not invited to it.
    officers = [
        seat
        for seat in found.participants.all()
        if seat.kind == Kind.OFFICER and (seat.ended_at is None or seat.accepted_at is not None)
    ]
    advisers = [seat for seat in found.participants.all() if seat.kind == Kind.ADVISER]
    present = Participant.Attendance.PRESENT
    points = list(found.points.all())
    items = Item.objects.filter(conference=found)
    measures = items.filter(kind=Item.Kind.MEASURE, measure__dropped_at=None).values_list(
        "measure__due", "measure__done_at"
    )
    return Meeting(
        found.requested_at,
        found.decided_at,
        found.opened_at,
        found.ended_at,
        _approved_at(found),
        len(officers),
        sum(seat.attendance == present for seat in officers),
        any(seat.accepted_at is not None or seat.attendance == present for seat in advisers),
        [point.minutes for point in points],
        [
            round((point.ended_at - point.begun_at).total_seconds() / 60)
            for point in points
            if point.begun_at is not None and point.ended_at is not None
        ],
        [(due, day_of(done) if done is not None else None) for due, done in measures],
        items.filter(kind=Item.Kind.DECISION).count(),
        items.filter(kind=Item.Kind.DISSENT).count(),
    )


def _approved_at(found: Conference) -> datetime | None:
    held = next((one for one in found.minutes.all() if one.replaced_at is None), None)
    if held is None or found.closed_on is None:
        return None
    return max((said.at for said in held.approvals.all() if said.approved), default=None)
