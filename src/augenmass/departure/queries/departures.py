"""Reading departures: those of cases that the actor's body works, for who works on cases."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import casework_q
from augenmass.cases.models import PositionMark
from augenmass.departure.models import Application, Booking, Certificate, Departure, Member
from augenmass.record.models import Case
from augenmass.work.queries.paging import Page, page_of

State = Departure.State
RUNNING = (State.REQUESTED, State.APPROVED, State.BOOKED)


def visible_departures(actor: Actor) -> QuerySet[Departure]:
    """Departures that are led in a case of the actor's body."""
    return Departure.objects.filter(casework_q(actor, prefix="case__"))


def find_departure(actor: Actor, key: UUID) -> Departure:
    """One of them. Raises ``Departure.DoesNotExist``."""
    return visible_departures(actor).select_related("case__body", "opened_by").get(key=key)


def members_of(actor: Actor, departure: Departure) -> list[Member]:
    """Who leaves with it, as far as the actor's body works their cases: one that moved to another body is no longer named here."""
    found = Member.objects.filter(casework_q(actor, prefix="case__"), departure=departure)
    return list(found.select_related("case__position", "case__officer"))


def departures_of(actor: Actor, case: Case) -> QuerySet[Departure]:
    """The departures that somebody takes part in by their case, newest first."""
    own = Member.objects.filter(case=case).values("departure")
    return visible_departures(actor).filter(pk__in=own).order_by("-pk")


def find_certificate(actor: Actor, key: UUID) -> Certificate:
    """A certificate of a case that the actor's body works. Raises ``Certificate.DoesNotExist``."""
    found = Certificate.objects.filter(casework_q(actor, prefix="case__"))
    return found.select_related("departure", "case", "document").get(key=key)


def find_application(actor: Actor, key: UUID) -> Application:
    """An application of a departure that is visible. Raises ``Application.DoesNotExist``."""
    found = Application.objects.filter(departure__in=visible_departures(actor))
    return found.select_related("departure", "terms__programme").get(key=key)


def find_booking(actor: Actor, key: UUID) -> Booking:
    """A booking of a departure that is visible. Raises ``Booking.DoesNotExist``."""
    return Booking.objects.filter(departure__in=visible_departures(actor)).select_related("departure").get(key=key)


@dataclass(frozen=True, slots=True)
class Filter:
    """What the list shows: a state ("" all that run, ``all`` every one), only undecided declarations, only one's own cases."""

    state: str = ""
    undecided: bool = False
    mine: bool = False


def departure_list(
    actor: Actor, chosen: Filter, undecided: "QuerySet[PositionMark, int]", page: int = 1
) -> Page[Departure]:
    """One page, what changed last first. ``undecided``: ids of cases whose declaration waits. Writes an access line."""
    found = visible_departures(actor)
    if chosen.state in State.values:
        found = found.filter(state=chosen.state)
    elif chosen.state != "all":
        found = found.filter(state__in=RUNNING)
    if chosen.mine:
        found = found.filter(case__officer=actor.account_id)
    if chosen.undecided:
        found = found.filter(pk__in=Member.objects.filter(open=True, case__in=undecided).values("departure"))
    found = found.select_related("case__position", "case__officer").order_by("-changed_at", "-pk")
    rows = page_of(found, page)
    log.read(actor, "departures", categories=["departure"], rows=len(rows.rows))
    return rows


def members_by_departure(actor: Actor, departures: Collection[Departure]) -> dict[int, list[Member]]:
    """The members of many departures, each as ``members_of`` gives them."""
    found: dict[int, list[Member]] = {row.pk: [] for row in departures}
    for member in Member.objects.filter(casework_q(actor, prefix="case__"), departure__in=list(found)).select_related(
        "case"
    ):
        found[member.departure_id].append(member)
    return found
