"""Booking the journey: carrier, route and day; moving and cancelling it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.departure.actions.acting import Acting, acting, write_fact
from augenmass.departure.models import Booking
from augenmass.departure.queries.departures import find_booking, visible_departures
from augenmass.departure.queries.standing import PLANNED
from augenmass.law.time import today
from augenmass.work.once import once
from augenmass.work.refusal import NotDone

State = Booking.State


@dataclass(frozen=True, slots=True)
class Journey:
    """What was booked; ``key`` comes from the form."""

    key: UUID
    carrier: str
    route: str
    travels_on: date


def book_journey(actor: Actor, key: UUID, journey: Journey) -> Booking:
    """Record a booking; the agreed day of departure is that of the journey. Where one is booked already, it counts as moved.

    The same form sent twice makes one. Raises ``NotDone`` (day past, carrier or route missing, no declaration, departed).
    """
    if not journey.carrier.strip() or not journey.route.strip():
        raise NotDone(_("Bitte nennen Sie Beförderung und Reiseweg."))
    if journey.travels_on < today():
        raise NotDone(_("Der Reisetag liegt in der Vergangenheit. Bitte prüfen Sie ihn."))
    departure = visible_departures(actor).get(key=key)
    return once(
        lambda: Booking.objects.filter(key=journey.key, departure=departure).first(),
        lambda: _book(actor, key, journey),
    )


def _book(actor: Actor, key: UUID, journey: Journey) -> Booking:
    with acting(actor, key, "departure.booked") as made:
        _require_declared(made)
        if Booking.objects.filter(departure=made.departure, state=State.BOOKED).update(state=State.MOVED):
            for e in made.entries.values():
                e.kind = "departure.booking_moved"
        booking = Booking(
            key=journey.key,
            departure=made.departure,
            carrier=journey.carrier.strip()[:200],
            route=journey.route.strip()[:300],
            travels_on=journey.travels_on,
        )
        made.lead.seal(booking)
        made.refer(booking=booking.pk)
        for member in made.members:
            write_fact(made, member.case, PLANNED, journey.travels_on.isoformat(), _("Tag der gebuchten Reise"))
    return booking


def _require_declared(made: Acting) -> None:
    progress = made.standing().progress
    if progress.departed:
        raise NotDone(_("Die Ausreise ist bereits bestätigt. Eine Buchung ist danach nicht mehr möglich."))
    if not progress.declared:
        raise NotDone(_("Bitte halten Sie zuerst die Erklärung aller Personen fest, die gemeinsam ausreisen."))


def cancel_journey(actor: Actor, booking: UUID) -> Booking:
    """Record that a booked journey was cancelled; the agreed day stays until another is agreed. Raises ``NotDone``."""
    found = find_booking(actor, booking)
    with acting(actor, found.departure.key, "departure.booking_cancelled") as made:
        if not Booking.objects.filter(pk=found.pk, state=State.BOOKED).update(state=State.CANCELLED):
            raise NotDone(_("Diese Buchung ist schon verlegt oder storniert."))
        made.refer(booking=found.pk)
    found.state = State.CANCELLED
    return found
