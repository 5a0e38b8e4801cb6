"""A house of the invented Land and what it reported, by the ordinary actions; the worker has brought some of it to the cases."""

from datetime import timedelta
from uuid import UUID, uuid4

from augenmass.access.actor import Actor, actor_for
from augenmass.accommodation.actions.delivering import deliver_waiting
from augenmass.accommodation.actions.houses import NewHouse, open_house
from augenmass.accommodation.actions.reporting import NewReport, report_event
from augenmass.accommodation.models import House
from augenmass.accommodation.rules import Event
from augenmass.cases.models import LegalPosition
from augenmass.competence.models import Referral
from augenmass.directory.models import Account
from augenmass.law.time import now

PEOPLE = 4


class _Turn:
    """The worker's turn, done once while the demonstration is set up."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


def let_a_house_report() -> None:
    """Open two houses and report what happened to some people of the authority, once."""
    if House.objects.exists():
        return
    staff, officer = _actor("wendt"), _actor("okonkwo")
    houses = [
        open_house(_actor("jansen"), NewHouse(uuid4(), name, street, "99001", "Auenburg", officer.body_id))
        for name, street in (("Haus am Kanal", "Am Kanal 7"), ("Haus Lindenhof", "Lindenhof 12"))
    ]
    under_way = Referral.objects.filter(state=Referral.State.IN_PROGRESS).values("case")
    rows = (
        LegalPosition.objects.filter(body=officer.body, officer=officer.account)
        .exclude(name="")
        .exclude(case__in=under_way)
    )
    for number, row in enumerate(rows.order_by("number")[:PEOPLE]):
        family, _comma, first = row.name.partition(", ")
        for event, hours in ((Event.ARRIVAL, 300 + number), *_LATER[number]):
            _say(staff, houses[0].key, event, hours, row.number, family, first)
    _say(staff, houses[0].key, Event.ARRIVAL, 20, "K-118", "Sahin", "Meral")
    deliver_waiting(_Turn())


_LATER: tuple[tuple[tuple[Event, float], ...], ...] = (
    (),
    ((Event.ABSENCE, 40),),
    ((Event.ABSENCE, 90), (Event.RETURN, 30)),
    ((Event.TRANSFER, 5),),
)


def _say(staff: Actor, house: UUID, event: Event, hours: float, number: str, family: str, first: str) -> None:
    at, place = now() - timedelta(hours=hours), event is Event.TRANSFER
    sent = NewReport(
        key=uuid4(),
        house=house,
        event=event,
        happened_at=at,
        number=number,
        family_name=family,
        first_names=first,
        to_postcode="00410" if place else "",
        to_place="Talstadt, Gartenweg 3" if place else "",
    )
    report_event(staff, sent)


def _actor(username: str) -> Actor:
    found = actor_for(Account.objects.get(username=username))
    assert found is not None
    return found
