"""Counting the agreements of services that take part, quarter by quarter, and agreeing to be counted."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.evaluation.models import Delivery, Pilot, Place
from augenmass.evaluation.reading import numbers_of
from augenmass.evaluation.rights import require_service
from augenmass.evaluation.rules.counting import counted_from
from augenmass.evaluation.rules.measures import OFFERED, Numbers
from augenmass.law.quarters import Quarter, through
from augenmass.law.time import today
from augenmass.record.ledger import System, entry
from augenmass.work.refusal import NotDone


def join_pilot(actor: Actor, place: UUID) -> None:
    """Agree for the own service to be counted in a pilot that names it. Raises ``NotDone``, ``NotPermitted``, ``Place.DoesNotExist``."""
    require_service(actor)
    with as_system(SystemRole.EVALUATION), entry(actor, "pilot.joined") as e:
        found = Place.objects.select_for_update().select_related("pilot").get(key=place, body=actor.body_id)
        if found.pilot.state != Pilot.State.OPEN:
            raise NotDone(_("Diese Erprobung läuft nicht."))
        if found.joined_at is None:
            Place.objects.filter(pk=found.pk).update(joined_at=e.book.at)
        e.refer(place=found.pk)


def count_due() -> Iterator[Delivery]:
    """Count every quarter that is over and not yet there, of every service that agreed; gives each when it is done.

    A quarter that a report already shows stays without.
    """
    places = Place.objects.filter(joined_at__isnull=False, body__isnull=False, pilot__state=Pilot.State.OPEN)
    for place in places.select_related("pilot").prefetch_related("deliveries", "pilot__reports"):
        there = {one.quarter for one in place.deliveries.all()}
        frozen = max((report.until for report in place.pilot.reports.all()), default=None)
        for quarter in through(place.pilot.first, place.pilot.last):
            late = frozen is not None and quarter <= frozen
            if quarter not in there and not late and counted_from(quarter) <= today():
                yield _count(place, quarter)


def _offered(place: Place, quarter: Quarter) -> Numbers:
    """What the service entered; nothing where it did not: that is no zero."""
    found = place.offered.filter(year=quarter.year, number=quarter.number).first()
    return {} if found is None else {OFFERED: [found.people]}


def _count(place: Place, quarter: Quarter) -> Delivery:
    assert place.body_id is not None
    with entry(System(), "pilot.counted") as e:
        made = Delivery.objects.create(
            place=place,
            year=quarter.year,
            number=quarter.number,
            numbers=numbers_of(place.body_id, quarter) | _offered(place, quarter),
            origin=Delivery.Origin.COUNTED,
            delivered_at=e.book.at,
        )
        e.refer(delivery=made.pk)
    return made
