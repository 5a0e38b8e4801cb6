"""Reading pilots: who runs them reads protected reports; a service sees which pilots name it."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.evaluation.models import AnswerCounts, Delivery, Edition, Pilot, Place, Report
from augenmass.evaluation.rights import may_evaluate, require_evaluation, require_service
from augenmass.evaluation.rules.counting import counted_from
from augenmass.law.quarters import Quarter, through
from augenmass.law.time import today

SERVES = (Body.Kind.COUNSELLING, Body.Kind.COUNSELLING_PRIVATE, Body.Kind.MUNICIPALITY)
"""Kinds of bodies that conclude agreements."""


def visible_pilots(actor: Actor) -> QuerySet[Pilot]:
    """The pilots of the own body, for those who evaluate them; none for anybody else."""
    if not may_evaluate(actor):
        return Pilot.objects.none()
    return Pilot.objects.filter(body=actor.body_id)


@dataclass(frozen=True, slots=True)
class OnePilot:
    """A pilot with what its page says. ``there``: which place delivered which quarter, and how; no counts."""

    pilot: Pilot
    places: list[Place]
    editions: list[Edition]
    reports: list[Report]
    there: dict[tuple[int, Quarter], str]
    quarters: list[Quarter]

    @property
    def due(self) -> list[Quarter]:
        """Quarters that are long enough over to be counted."""
        return [quarter for quarter in self.quarters if counted_from(quarter) <= today()]

    @property
    def frozen(self) -> Quarter | None:
        """The last quarter that a report shows: what was delivered up to it is not changed any more."""
        return max((report.until for report in self.reports), default=None)

    @property
    def over(self) -> bool:
        """Whether the report on the whole time is made: after it nothing is delivered, so there is nothing more to report."""
        return any(report.compares for report in self.reports)

    @property
    def missing(self) -> list[tuple[Place, Quarter]]:
        """What could be there and is not."""
        return [(place, q) for place in self.places for q in self.due if (place.pk, q) not in self.there]


def one_pilot(actor: Actor, key: UUID) -> OnePilot:
    """A pilot of the own body. Raises ``Pilot.DoesNotExist``."""
    pilot = visible_pilots(actor).select_related("prepared_by", "opened_by").get(key=key)
    delivered = Delivery.objects.filter(place__pilot=pilot).values_list("place_id", "year", "number", "origin")
    return OnePilot(
        pilot,
        list(pilot.places.select_related("body")),
        list(pilot.editions.select_related("by")),
        list(pilot.reports.select_related("made_by")),
        {(place, Quarter(year, number)): origin for place, year, number, origin in delivered},
        list(through(pilot.first, pilot.last)),
    )


def one_report(actor: Actor, key: UUID) -> Report:
    """A report of the own body. Raises ``Report.DoesNotExist``."""
    return Report.objects.select_related("pilot__body", "made_by").get(key=key, pilot__in=visible_pilots(actor))


def places_of(pilot: Pilot) -> dict[int, Place]:
    """The places of a pilot by their number."""
    return {place.number: place for place in pilot.places.all()}


def services(actor: Actor) -> list[Body]:
    """Bodies of this installation whose agreements can be counted, by name."""
    require_evaluation(actor)
    return list(Body.objects.filter(kind__in=SERVES, dissolved_on=None).order_by("name"))


def answers_of(pilot: Pilot) -> dict[str, list[int]] | None:
    """The counted answers of a pilot; None before they were counted."""
    found = AnswerCounts.objects.filter(pilot=pilot).first()
    return None if found is None else found.counts


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A pilot that names the own service, with the quarters that were delivered; ``asks``: sheets of the questionnaire are taken."""

    place: Place
    body: Body
    delivered: list[Quarter]
    asks: bool
    offered: dict[Quarter, int]
    """What the service entered: to how many people it offered an agreement."""
    to_enter: list[Quarter]
    """Quarters whose number can be entered or corrected still."""


def takes_sheets(pilot: Pilot) -> bool:
    """Whether sheets are given out and taken in: from the first day to the end of the pilot, until they were opened."""
    in_time = pilot.first.first <= today() < counted_from(pilot.last)
    return pilot.state == Pilot.State.OPEN and in_time and not AnswerCounts.objects.filter(pilot=pilot).exists()


def quarters_to_enter(place: Place) -> list[Quarter]:
    """Quarters of a running pilot that have begun, are not counted, and that no report shows; none before the service takes part."""
    pilot = place.pilot
    if place.joined_at is None or pilot.state != Pilot.State.OPEN:
        return []
    there = {one.quarter for one in place.deliveries.all()}
    frozen = max((report.until for report in pilot.reports.all()), default=None)
    begun = [quarter for quarter in through(pilot.first, pilot.last) if quarter.first <= today()]
    return [quarter for quarter in begun if quarter not in there and (frozen is None or quarter > frozen)]


def named_in(actor: Actor) -> list[NamedIn]:
    """The open and closed pilots that name the actor's service. Raises ``NotPermitted`` for whoever works no agreements."""
    require_service(actor)
    with as_system(SystemRole.EVALUATION):  # pilots of another body, only where they name this one
        places = Place.objects.filter(body=actor.body_id).exclude(pilot__state=Pilot.State.DRAFT)
        return [
            NamedIn(
                place,
                place.pilot.body,
                [one.quarter for one in place.deliveries.all()],
                takes_sheets(place.pilot),
                {one.quarter: one.people for one in place.offered.all()},
                quarters_to_enter(place),
            )
            for place in places.select_related("pilot__body").prefetch_related(
                "deliveries", "offered", "pilot__reports"
            )
        ]
