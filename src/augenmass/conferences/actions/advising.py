"""An adviser of the person reads what was released to them by a link that opens once, while they may act for the person."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.actions.changing import changing
from augenmass.conferences.models import AdviserLink, Item, Participant
from augenmass.conferences.queries.items import items_of_seat
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.law.time import now, today
from augenmass.record.ledger import System, entry
from augenmass.record.once import once
from augenmass.record.signed_link import SignedLink
from augenmass.work.once import AlreadyDone
from augenmass.work.outbox import queue_if_usable
from augenmass.work.refusal import NotDone

ADVISER: Final = SignedLink("augenmass.conferences.adviser")
VALID: Final = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link shows before it is opened: when and where the meeting is, and what the reader promises; nothing of a person."""

    body: str
    begins_at: datetime | None
    place: str
    video: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class Part:
    """What was released to an adviser."""

    invitation: Invitation
    title: str
    items: tuple[Item, ...]


def send_link(
    actor: Actor, key: UUID, participant: UUID, address: Callable[[str], str], link: UUID | None = None
) -> AdviserLink:
    """Send an adviser a link; the one before opens nothing any more. The same ``link`` again, from the form, is sent once.

    Raises ``NotDone``, ``NotPermitted``.
    """
    known = link or uuid4()
    sent = AdviserLink.objects.filter(key=known, participant__key=participant, participant__conference__key=key)
    return once(sent.first, lambda: _send(actor, key, participant, address, known))


def _send(actor: Actor, key: UUID, participant: UUID, address: Callable[[str], str], link: UUID) -> AdviserLink:
    with changing(actor, "conference.link_sent", key, UNDER_WAY, as_lead=True) as change:
        seats = Participant.objects.filter(conference=change.conference, kind=Participant.Kind.ADVISER)
        seat = seats.filter(key=participant, ended_at=None).first()
        if seat is None or seat.authority_until is None or seat.authority_until < today():
            raise NotDone(
                _("Diese Person darf die betroffene Person nicht mehr vertreten; ein Link wird nicht gesandt.")
            )
        seat.links.filter(used_at=None).update(used_at=change.entry.book.at)
        made = AdviserLink.objects.create(
            key=link,
            participant=seat,
            valid_until=min(today() + VALID, seat.authority_until),
            made_by=actor.account,
            made_at=change.entry.book.at,
        )
        text = _(
            "Guten Tag,\n\nunter dieser Adresse finden Sie eine Nachricht einer Behörde. Sie lässt sich einmal öffnen, bis zum %(day)s:\n\n%(address)s\n\nDiese Nachricht enthält keine weiteren Angaben. Bitte antworten Sie nicht auf sie.\n"
        )
        said = text % {"day": f"{made.valid_until:%d.%m.%Y}", "address": address(ADVISER.token_of(made.key))}
        queue_if_usable(change.entry, seat.email, _("Augenmaß: Nachricht einer Behörde"), said)
        change.entry.refer(participant=seat.pk, link=made.pk)
    return made


def look_at_link(token: str) -> Invitation | None:
    """What a link shows before it is opened; None for one that is forged, used, expired, or whose reader may no longer act."""
    with _found(token) as link:
        return _invitation(link) if link is not None else None


def open_link(token: str) -> Part | None:
    """Open what was released, once; the reader accepts the statement of confidentiality by it. None as ``look_at_link``."""
    with _found(token) as link:
        if link is None:
            return None
        try:
            _use(link)
        except AlreadyDone:
            return None
        seat = Participant.objects.select_related("conference").get(pk=link.participant_id)
        items = items_of_seat(seat).select_related("giver_body", "point").order_by("made_at", "pk")
        return Part(_invitation(link), seat.conference.title, tuple(items))


def _use(link: AdviserLink) -> None:
    """Raises ``AlreadyDone`` where it was opened meanwhile: the empty action is taken back."""
    with entry(System(), "conference.link_opened") as e:
        if not AdviserLink.objects.filter(pk=link.pk, used_at=None).update(used_at=e.book.at):
            raise AlreadyDone
        Participant.objects.filter(pk=link.participant_id, accepted_at=None).update(accepted_at=e.book.at)
        e.refer(link=link.pk, conference=link.participant.conference_id)


def end_authorities() -> Iterator[int]:
    """End the seats of advisers whose authority ended; yields the id of each. For the worker."""
    over = Participant.objects.filter(kind=Participant.Kind.ADVISER, ended_at=None, authority_until__lt=today())
    for seat in over:
        # A seat that somebody ended meanwhile is left alone, and the empty action taken back.
        with suppress(AlreadyDone):
            _end_seat(seat)
            yield seat.pk


def _end_seat(seat: Participant) -> None:
    with as_system(SystemRole.CONFERENCE), entry(System(), "conference.seat_ended") as e:
        if not Participant.objects.filter(pk=seat.pk, ended_at=None).update(ended_at=e.book.at):
            raise AlreadyDone
        seat.links.filter(used_at=None).update(used_at=e.book.at)
        e.refer(participant=seat.pk, conference=seat.conference_id)


@contextmanager
def _found(token: str) -> Iterator[AdviserLink | None]:
    key = ADVISER.key_in(token)
    with as_system(SystemRole.CONFERENCE):
        if key is None:
            yield None
            return
        valid = AdviserLink.objects.filter(
            key=key,
            used_at=None,
            valid_until__gte=today(),
            participant__ended_at=None,
            participant__authority_until__gte=today(),
            participant__conference__state__in=UNDER_WAY,
            made_at__lte=now(),
        )
        yield valid.select_related("participant__conference").first()


def _invitation(link: AdviserLink) -> Invitation:
    found = link.participant.conference
    lead = found.leads.select_related("body").get(until=None)
    return Invitation(lead.body.name, found.begins_at, found.place, found.video, link.valid_until)
