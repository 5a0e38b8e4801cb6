"""The meeting: opening it, the statement of confidentiality, the time of its points, its end, and the end of the conference."""

from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.conferences.actions.changing import changing
from augenmass.conferences.models import Approval, Conference, Measure, Minutes, Participant, Point
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.law.time import day_of, today
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.once import AlreadyDone
from augenmass.work.refusal import NotDone

State = Conference.State
FARTHEST_REVIEW = timedelta(days=730)


def open_meeting(actor: Actor, key: UUID) -> Conference:
    """Open the meeting. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "conference.opened", key, [State.ACCEPTED], as_lead=True) as change:
        if not Point.objects.filter(conference=change.conference).exists():
            raise NotDone(_("Bitte setzen Sie zuerst mindestens einen Punkt auf die Tagesordnung."))
        change.conference.state, change.conference.opened_at = State.MEETING, change.entry.book.at
        change.conference.save(update_fields=["state", "opened_at"])
    return change.conference


def accept_statement(actor: Actor, key: UUID) -> Participant:
    """Accept the statement of confidentiality; only then anything is read. A second time changes nothing. Raises ``NotDone``."""
    with changing(actor, "conference.statement_accepted", key, UNDER_WAY) as change:
        seat = change.own_seat
        if seat.accepted_at is None:
            seat.accepted_at = change.entry.book.at
        if change.conference.state == State.MEETING and seat.attendance == Participant.Attendance.INVITED:
            seat.attendance = Participant.Attendance.PRESENT
        seat.save(update_fields=["accepted_at", "attendance"])
        change.entry.refer(participant=seat.pk)
    return seat


def time_point(actor: Actor, key: UUID, point: UUID) -> Point:
    """Begin a point, or end it when it was begun. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "conference.point_timed", key, [State.MEETING], as_lead=True) as change:
        found = Point.objects.filter(conference=change.conference, key=point).first()
        if found is None or found.ended_at is not None:
            raise NotDone(_("Dieser Punkt ist schon beendet."))
        if found.begun_at is None:
            Point.objects.filter(conference=change.conference, begun_at__isnull=False, ended_at=None).update(
                ended_at=change.entry.book.at
            )
            found.begun_at = change.entry.book.at
        else:
            found.ended_at = change.entry.book.at
        found.save(update_fields=["begun_at", "ended_at"])
        change.entry.refer(point=found.pk)
    return found


def end_meeting(actor: Actor, key: UUID, review_on: date | None) -> Conference:
    """End the meeting; the minutes follow. ``review_on``: when it is looked at again. Raises ``NotDone``, ``NotPermitted``."""
    if review_on is not None and not today() <= review_on <= today() + FARTHEST_REVIEW:
        raise NotDone(
            _(
                "Der Tag der Überprüfung liegt in der Vergangenheit oder mehr als zwei Jahre entfernt. Bitte wählen Sie einen anderen Tag."
            )
        )
    with changing(actor, "conference.ended", key, [State.MEETING], as_lead=True) as change:
        found, at = change.conference, change.entry.book.at
        found.state, found.ended_at, found.review_on = State.MINUTES, at, review_on
        found.save(update_fields=["state", "ended_at", "review_on"])
        Point.objects.filter(conference=found, begun_at__isnull=False, ended_at=None).update(ended_at=at)
        Participant.objects.filter(conference=found, ended_at=None, attendance=Participant.Attendance.INVITED).update(
            attendance=Participant.Attendance.ABSENT
        )
    return found


def release_minutes(actor: Actor, key: UUID) -> Minutes:
    """Put an edition of the minutes before the participants; the one that holds stays while nothing is changed. Raises ``NotDone``, ``NotPermitted``."""
    with (
        suppress(AlreadyDone),
        changing(actor, "conference.minutes_released", key, [State.MINUTES], as_lead=True) as change,
    ):
        of_it = Minutes.objects.filter(conference=change.conference)
        if of_it.filter(replaced_at=None).exists():
            raise AlreadyDone
        made = of_it.create(
            conference=change.conference,
            number=of_it.count() + 1,
            made_by=actor.account,
            made_at=change.entry.book.at,
        )
        change.entry.refer(minutes=made.pk)
    return Minutes.objects.get(conference__key=key, replaced_at=None)


def say_of_minutes(actor: Actor, key: UUID, number: int, approved: bool, objection: str = "") -> Approval:
    """Approve one's own part of an edition, or object to it. Said again it replaces what was said. Raises ``NotDone``, ``NotPermitted``."""
    if not approved and not objection.strip():
        raise NotDone(_("Bitte schreiben Sie, was in Ihrem Teil des Protokolls nicht stimmt."))
    if len(objection) > 1000:
        raise NotDone(_("Der Einwand ist zu lang. Bitte kürzen Sie ihn auf höchstens 1.000 Zeichen."))
    refuse_person(actor, objection)
    with changing(actor, "conference.minutes_answered", key, [State.MINUTES]) as change:
        seat = change.own_seat
        held = Minutes.objects.filter(conference=change.conference, replaced_at=None).first()
        if held is None or held.number != number:
            raise NotDone(_("Das Protokoll wurde inzwischen geändert. Bitte lesen Sie die neue Fassung."))
        said, _made = Approval.objects.update_or_create(
            minutes=held,
            participant=seat,
            defaults={
                "approved": approved,
                "objection": "" if approved else objection.strip(),
                "at": change.entry.book.at,
            },
        )
        change.entry.refer(minutes=held.pk, participant=seat.pk, approved=approved)
    return said


def close_conference(actor: Actor, key: UUID) -> Conference:
    """Close a conference: its minutes are approved, every measure of who still takes part is done or dropped. It is deleted by rule afterwards. Raises ``NotDone``."""
    with changing(actor, "conference.closed", key, [State.MINUTES], as_lead=True) as change:
        found = change.conference
        if not approved_by_all(found):
            raise NotDone(_("Noch nicht alle, die dabei waren, haben dem Protokoll zugestimmt."))
        # Whoever takes part no longer ends no measure here any more.
        standing = Measure.objects.filter(item__conference=found, owner__ended_at=None)
        if standing.filter(done_at=None, dropped_at=None).exists():
            raise NotDone(_("Noch sind Maßnahmen offen. Sie werden verfolgt, bis sie erledigt oder aufgegeben sind."))
        found.state, found.closed_on = State.CLOSED, day_of(change.entry.book.at)
        found.save(update_fields=["state", "closed_on"])
    return found


def approved_by_all(found: Conference) -> bool:
    """Whether everybody of a body who was there and still sits there approved the edition that holds."""
    held = Minutes.objects.filter(conference=found, replaced_at=None).first()
    if held is None:
        return False
    there = Participant.objects.filter(
        conference=found,
        kind=Participant.Kind.OFFICER,
        ended_at=None,
        attendance=Participant.Attendance.PRESENT,
    )
    return there.exists() and not there.exclude(approvals__in=held.approvals.filter(approved=True)).exists()
