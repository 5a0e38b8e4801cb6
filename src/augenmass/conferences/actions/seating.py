"""Who sits in a conference: officers, advisers of the person, the lead; who comes, who leaves, who was not there."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted, actor_for
from augenmass.conferences.actions.changing import Change, changing, minutes_changed
from augenmass.conferences.actions.inviting import invite
from augenmass.conferences.actions.settled import check_basis
from augenmass.conferences.models import Conference, Lead, Participant, Reach
from augenmass.conferences.queries.seats import ATTENDED, UNDER_WAY, leads
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.refusal import NotDone

State = Conference.State
SEATING = (State.REQUESTED, *UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody whom the person named to represent or assist them, and until when."""

    key: UUID
    name: str
    organisation: str
    email: str
    until: date


def add_officer(actor: Actor, key: UUID, account_id: int, body_id: int) -> Participant:
    """Seat somebody who takes part for a body. A second time changes nothing. Raises ``NotDone``, ``NotPermitted``.

    Who joins late reads what is released to them from then on, nothing that was said before.
    """
    account = Account.objects.filter(pk=account_id).first()
    acting = actor_for(account, body_id) if account is not None else None
    if account is None or acting is None or acting.body_id != body_id or not acting.may(Permission.CONFERENCES):
        raise NotDone(_("Diese Person kann für die Stelle heute nicht an einer Konferenz teilnehmen."))
    with changing(actor, "conference.seated", key, SEATING) as change:
        _require_seating(actor, change)
        seat = seat_officer(change.conference, account, acting.body, change.entry.book.at)
        Reach.objects.get_or_create(conference=change.conference, body=acting.body)
        change.entry.refer(participant=seat.pk)
        if change.conference.state != State.REQUESTED:
            invite(change.entry, seat)
    return seat


def add_adviser(actor: Actor, key: UUID, said: Adviser) -> Participant:
    """Seat an adviser of the person, who has no account. Raises ``NotDone``, ``NotPermitted``."""
    name, organisation = said.name.strip(), said.organisation.strip()
    if not name or len(name) > 200 or not organisation or len(organisation) > 200:
        raise NotDone(_("Bitte geben Sie Namen und Kanzlei oder Organisation an."))
    if said.until < today():
        raise NotDone(_("Die Vertretung ist an diesem Tag schon beendet. Bitte prüfen Sie das Datum."))
    try:
        validate_email(said.email)
    except ValidationError as error:
        raise NotDone(_("Bitte geben Sie eine gültige E-Mail-Adresse an.")) from error
    with changing(actor, "conference.adviser_seated", key, SEATING) as change:
        _require_seating(actor, change)
        seat, _made = Participant.objects.get_or_create(
            key=said.key,
            conference=change.conference,
            defaults={
                "kind": Participant.Kind.ADVISER,
                "name": name,
                "organisation": organisation,
                "email": said.email,
                "authority_until": said.until,
                "joined_at": change.entry.book.at,
            },
        )
        change.entry.refer(participant=seat.pk)
    return seat


def remove_participant(actor: Actor, key: UUID, participant: UUID) -> Participant:
    """End a seat, also in the meeting: from then on it reads nothing. Ends an adviser's links too. Raises ``NotDone``, ``NotPermitted``."""
    with changing(actor, "conference.seat_ended", key, SEATING) as change:
        seat = _seat(change, participant)
        if seat.account_id != actor.account_id:
            _require_seating(actor, change)
        lead = Lead.objects.get(conference=change.conference, until=None)
        others = _standing(change).exclude(pk=seat.pk)
        if seat.body_id == lead.body_id and not others.filter(body=lead.body_id).exists():
            raise NotDone(
                _("Die federführende Stelle muss vertreten sein. Bitte geben Sie zuerst die Federführung ab.")
            )
        Participant.objects.filter(pk=seat.pk, ended_at=None).update(ended_at=change.entry.book.at)
        seat.links.filter(used_at=None).update(used_at=change.entry.book.at)
        kept = {lead.body_id, change.conference.body_id, *others.values_list("body_id", flat=True)}
        Reach.objects.filter(conference=change.conference).exclude(body__in=kept - {None}).delete()
        change.entry.refer(participant=seat.pk)
        # Not read again: whoever leaves as the last of a body no longer reads the row.
        seat.ended_at = change.entry.book.at
    return seat


def note_attendance(actor: Actor, key: UUID, participant: UUID, attendance: str) -> None:
    """Note who is there, excused or absent. Raises ``NotDone``, ``NotPermitted``."""
    if attendance not in Participant.Attendance.values:
        raise NotDone(_("Bitte wählen Sie, ob die Person anwesend ist."))
    with changing(actor, "conference.attendance", key, ATTENDED, as_lead=True) as change:
        seat = _seat(change, participant)
        Participant.objects.filter(pk=seat.pk).update(attendance=attendance)
        minutes_changed(change)
        change.entry.refer(participant=seat.pk, attendance=attendance)


def change_lead(actor: Actor, key: UUID, seen: int, body_id: int, purpose: str, provision: str) -> Conference:
    """Hand the lead over. Every release of the earlier lead opens nothing any more, until its giver bases it anew.

    Raises ``NotDone``, also where somebody else was quicker; ``NotPermitted``.
    """
    check_basis(purpose, provision)
    with changing(actor, "conference.lead_changed", key, UNDER_WAY, as_lead=True) as change:
        found, at = change.conference, change.entry.book.at
        if found.turn != seen:
            raise NotDone(_("Die Federführung hat inzwischen gewechselt. Bitte laden Sie die Seite neu."))
        chosen = _standing(change).filter(body=body_id).first()
        if chosen is None or body_id == actor.body_id:
            raise NotDone(_("Bitte wählen Sie eine andere Stelle, die an der Konferenz teilnimmt."))
        Lead.objects.filter(conference=found, until=None).update(until=at)
        found.turn += 1
        found.save(update_fields=["turn"])
        Lead.objects.create(
            conference=found, turn=found.turn, body_id=body_id, purpose=purpose, provision=provision.strip(), since=at
        )
        minutes_changed(change)
        change.entry.refer(lead=body_id, turn=found.turn)
    return found


def seat_officer(conference: Conference, account: Account, body: Body, at: datetime) -> Participant:
    """A seat for an officer, the one that stands where there is one. The conference is locked or new."""
    seat, _made = Participant.objects.get_or_create(
        conference=conference,
        kind=Participant.Kind.OFFICER,
        account=account,
        body=body,
        ended_at=None,
        defaults={"name": account.name, "organisation": body.name, "email": account.email, "joined_at": at},
    )
    return seat


def _require_seating(actor: Actor, change: Change) -> None:
    """The lead seats people; before the gatekeeper decided, whoever requested the conference does too."""
    requests = change.conference.state == State.REQUESTED and change.conference.body_id == actor.body_id
    if not (leads(actor, change.conference) or (requests and change.seat is not None)):
        raise NotPermitted(Permission.CONFERENCES)


def _standing(change: Change) -> QuerySet[Participant]:
    return Participant.objects.filter(conference=change.conference, ended_at=None)


def _seat(change: Change, participant: UUID) -> Participant:
    found = _standing(change).filter(key=participant).first()
    if found is None:
        raise NotDone(_("Diese Person nimmt nicht mehr an der Konferenz teil."))
    return found
