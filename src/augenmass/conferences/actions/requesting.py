"""Requesting a conference by the written criteria, and the gatekeeper's answer."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.actions.changing import changing, require_part
from augenmass.conferences.actions.inviting import invite
from augenmass.conferences.actions.seating import seat_officer
from augenmass.conferences.actions.settled import check_basis
from augenmass.conferences.models import Conference, Lead, Participant, Point, Reach
from augenmass.conferences.queries.seats import AGENDA_OPEN, LEADING, seat_in
from augenmass.conferences.rules.criteria import Criterion, admissible
from augenmass.directory.models import Body
from augenmass.law.time import now
from augenmass.record.ledger import entry
from augenmass.record.once import AlreadyDone, once
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.refusal import NotDone

State = Conference.State
FARTHEST = timedelta(days=365)
LONGEST_MEETING = 480
"""Minutes."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is written of a conference that somebody wishes. ``key`` comes from the form: it is requested once."""

    key: UUID
    title: str
    concern: str
    criteria: tuple[str, ...]
    told: str
    told_reason: str
    lead: int
    purpose: str
    provision: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where."""

    begins_at: datetime
    minutes: int
    place: str = ""
    video: str = ""


def request_conference(actor: Actor, said: Request) -> Conference:
    """Request a conference; who requests it sits in it. Raises ``NotDone``, ``NotPermitted``."""
    require_part(actor)
    lead = _checked(actor, said)

    def make() -> Conference:
        with as_system(SystemRole.CONFERENCE), entry(actor, "conference.requested") as e:
            made = Conference.objects.create(
                key=said.key,
                body=actor.body,
                requested_by=actor.account,
                requested_at=e.book.at,
                title=said.title.strip(),
                concern=said.concern.strip(),
                criteria=sorted(set(said.criteria)),
                told=said.told,
                told_reason=said.told_reason.strip(),
            )
            Lead.objects.create(
                conference=made,
                turn=1,
                body=lead,
                purpose=said.purpose,
                provision=said.provision.strip(),
                since=e.book.at,
            )
            for body in {actor.body_id, lead.pk}:
                Reach.objects.create(conference=made, body_id=body)
            seat_officer(made, actor.account, actor.body, e.book.at)
            e.refer(conference=made.pk)
        return made

    return once(lambda: Conference.objects.filter(key=said.key, body=actor.body_id).first(), make)


def accept_request(actor: Actor, key: UUID, meeting: Meeting) -> Conference:
    """Admit a conference and set its time; participants are invited without content. Raises ``NotDone``, ``NotPermitted``."""
    check_meeting(meeting)
    with changing(actor, "conference.accepted", key, [State.REQUESTED], as_gatekeeper=True) as change:
        found, at = change.conference, change.entry.book.at
        _decide(change.conference, actor, at, State.ACCEPTED, "")
        write_meeting(found, meeting)
        if seat_in(actor, found) is None:
            seat_officer(found, actor.account, actor.body, at)
        for seat in Participant.objects.filter(conference=found, ended_at=None):
            invite(change.entry, seat)
    return found


def give_request_back(actor: Actor, key: UUID, reason: str) -> Conference:
    """Send a request back with a reason. Raises ``NotDone``, ``NotPermitted``."""
    if not reason.strip() or len(reason) > 1000:
        raise NotDone(_("Bitte schreiben Sie, welches Kriterium fehlt und was statt einer Konferenz hilft."))
    refuse_person(actor, reason)
    with changing(actor, "conference.returned", key, [State.REQUESTED], as_gatekeeper=True) as change:
        _decide(change.conference, actor, change.entry.book.at, State.RETURNED, reason.strip())
    return change.conference


def move_meeting(actor: Actor, key: UUID, meeting: Meeting) -> Conference:
    """Give a conference that was admitted another time; everybody is invited again. The same time again changes nothing.

    Raises ``NotDone``, ``NotPermitted``.
    """
    check_meeting(meeting)
    with suppress(AlreadyDone), changing(actor, "conference.moved", key, [State.ACCEPTED], as_lead=True) as change:
        if _held(change.conference) == (
            meeting.begins_at,
            meeting.minutes,
            meeting.place.strip(),
            meeting.video.strip(),
        ):
            raise AlreadyDone
        write_meeting(change.conference, meeting)
        for seat in Participant.objects.filter(conference=change.conference, ended_at=None):
            invite(change.entry, seat)
    return Conference.objects.get(key=key)


def _held(found: Conference) -> tuple[datetime | None, int, str, str]:
    return found.begins_at, found.minutes_planned, found.place, found.video


def add_point(actor: Actor, key: UUID, point: UUID, title: str, minutes: int, case_id: int | None) -> Point:
    """Put a point on the agenda with its time; a case by reference, if the actor's body works it. Raises ``NotDone``, ``NotPermitted``."""
    if not title.strip() or len(title) > 120 or not 1 <= minutes <= LONGEST_MEETING:
        raise NotDone(_("Bitte geben Sie eine Bezeichnung und eine Dauer zwischen 1 und 480 Minuten an."))
    refuse_person(actor, title)

    def make() -> Point:
        with changing(actor, "conference.point_added", key, AGENDA_OPEN) as change:
            seat = change.own_seat
            made = Point.objects.create(
                key=point,
                conference=change.conference,
                place=Point.objects.filter(conference=change.conference).count() + 1,
                title=title.strip(),
                minutes=minutes,
                case_id=case_id,
            )
            change.entry.refer(point=made.pk, seat=seat.pk)
        return made

    return once(lambda: Point.objects.filter(key=point, conference__key=key).first(), make)


def check_meeting(meeting: Meeting) -> None:
    """Raise ``NotDone`` for a time or an address that cannot be."""
    if not now() - timedelta(hours=1) <= meeting.begins_at <= now() + FARTHEST:
        raise NotDone(
            _(
                "Der Beginn liegt in der Vergangenheit oder mehr als ein Jahr entfernt. Bitte prüfen Sie Tag und Uhrzeit."
            )
        )
    if not 5 <= meeting.minutes <= LONGEST_MEETING or len(meeting.place) > 200:
        raise NotDone(_("Eine Konferenz dauert zwischen 5 und 480 Minuten. Bitte ändern Sie die Dauer."))
    if meeting.video:
        try:
            URLValidator(schemes=["https"])(meeting.video)
        except ValidationError as error:
            raise NotDone(_("Die Adresse der Videokonferenz muss mit https:// beginnen.")) from error


def write_meeting(found: Conference, meeting: Meeting) -> None:
    """Keep when and where, on a conference that is locked."""
    found.begins_at, found.minutes_planned = meeting.begins_at, meeting.minutes
    found.place, found.video = meeting.place.strip(), meeting.video.strip()
    found.save(update_fields=["begins_at", "minutes_planned", "place", "video"])


def _decide(found: Conference, actor: Actor, at: datetime, state: State, words: str) -> None:
    found.state, found.decided_by, found.decided_at, found.decision = state, actor.account, at, words
    found.save(update_fields=["state", "decided_by", "decided_at", "decision"])


def _checked(actor: Actor, said: Request) -> Body:
    if not said.title.strip() or not said.concern.strip() or len(said.title) > 120 or len(said.concern) > 2000:
        raise NotDone(_("Bitte geben Sie eine Bezeichnung an und schreiben Sie, was zu klären ist."))
    if unknown := [key for key in said.criteria if key not in set(Criterion)]:
        raise NotDone(
            _("Dieses Kriterium gibt es nicht: %(key)s. Bitte wählen Sie aus der Liste.") % {"key": unknown[0]}
        )
    if not admissible(said.criteria):
        raise NotDone(
            _(
                "Eine Konferenz braucht mehrere Stellen und eine Frage, die sich nicht zu zweit klären lässt, und dazu mindestens einen weiteren Grund. Ist das nicht so, genügt eine Übermittlung oder ein Anruf."
            )
        )
    if said.told not in Conference.Told.values or (said.told == Conference.Told.NO and not said.told_reason.strip()):
        raise NotDone(_("Bitte sagen Sie, ob die Person davon weiß, und wenn nicht, warum."))
    check_basis(said.purpose, said.provision)
    refuse_person(actor, said.title, said.concern, said.told_reason)
    lead = Body.objects.filter(pk=said.lead, dissolved_on=None, kind__in=LEADING).first()
    if lead is None:
        raise NotDone(_("Bitte wählen Sie die Stelle, die federführend ist."))
    return lead
