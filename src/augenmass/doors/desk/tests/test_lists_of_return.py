"""The lists of return with more rows ask the database as often as with one: nothing is looked up row by row."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from augenmass.access.actor import Actor
from augenmass.accommodation.models import House, Report, Resident
from augenmass.competence.rules import Matter
from augenmass.conftest import MakeActor, MakeCase
from augenmass.departure.models import Departure, Member
from augenmass.directory.models import Body
from augenmass.law.time import now, today
from augenmass.obstacles.actions.reporting import Report as Reported
from augenmass.obstacles.actions.reporting import join_obstacle, report_obstacle
from augenmass.prospects.models import DeskMatter, RenewalNotice
from augenmass.record.ledger import Entry, entry
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.travel_papers.models import Application

pytestmark = [pytest.mark.db, pytest.mark.django_db]
ASKED = (
    ("officer", "/rueckkehr/"),
    ("officer", "/rueckkehr/?offen=on"),
    ("officer", "/reisedokumente/?ansicht=open"),
    ("officer", "/aufenthalt/?ansicht=open"),
    ("officer", "/duldungen/?ansicht=late"),
    ("officer", "/faelle/ohne-beratungsangebot/"),
    ("officer", "/abgaben/?ansicht=outgoing"),
    ("officer", "/hemmnisse/"),
    ("officer", "/unterkuenfte/zuordnen/"),
    ("central", "/abgaben/eingang/?ansicht=incomplete"),
    ("reporter", "/unterkuenfte/"),
    ("reporter", "/unterkuenfte/{house}/"),
)


SOME_ROWS = 300
"""Three rows more are at least so many bytes."""


class Stock:
    """Adds one row to every list."""

    def __init__(self, officer: Actor, office: Actor, reporter: Actor, case_with: MakeCase) -> None:
        self.officer, self.office, self.reporter = officer, office, reporter
        self._case_with = case_with
        authority = {"body": reporter.body, "authority": officer.body, "postcode": "06999", "town": "Nordheim"}
        self.house = House.objects.create(name="Haus am Kanal", **authority)
        self._houses: Iterator[House] = (House.objects.create(name=f"Haus {n}", **authority) for n in range(100))

    def add(self) -> None:
        case = self._case_with({"family_name": "Haddad", "departure_declared_on": today().isoformat()})
        with entry(self.officer, "case.made", case.pk) as e:
            self._of_case(e)
        about = (Matter.ENFORCEMENT, "AufenthG § 71 Abs. 1", "Bitte um Übernahme.", today() + timedelta(days=9))
        refer_case(self.officer, case.pk, ReferralForm(uuid4(), self.office.body_id, *about))
        said = Reported(uuid4(), "Kein Termin", "Es gibt keinen Termin.", today(), "documents", "GE", "", 7)
        made = report_obstacle(self.officer, said)
        join_obstacle(self.office, made.key, 12)
        next(self._houses)
        with entry(self.reporter, "accommodation.reported") as e:
            self._unknown_resident(e)

    def _of_case(self, e: Entry) -> None:
        account, at, case = self.officer.account, e.book.at, e.case
        assert case is not None
        departure = Departure(case=case, opened_by=account, opened_at=at, changed_at=at)
        e.seal(departure)
        e.seal(Member(departure=departure, case=case))
        told = {"country": "GE", "kind": "substitute", "applicant": "authority", "filed_on": today()}
        e.seal(Application(case=case, opened_by=account, opened_at=at, **told))
        e.seal(
            DeskMatter(
                case=case, prospects=["25_5"], reason="Bitte prüfen.", due=today(), handed_by=account, handed_at=at
            )
        )
        days = {"valid_until": today(), "wanted_on": today(), "set_on": today()}
        RenewalNotice.objects.create(case=case, late=True, **days)

    def _unknown_resident(self, e: Entry) -> None:
        sides = {"sender": self.house.body, "receiver": self.officer.body}
        found = Resident.objects.create(
            house=self.house, number=str(uuid4()), family_name="Haddad", standing="present", since=now(), **sides
        )
        said = {"event": "arrival", "happened_at": now(), "received_at": now(), "state": Report.State.UNMATCHED}
        e.seal(Report(sender=self.house.body, key=uuid4(), resident=found, author=self.reporter.account, **said))


@pytest.fixture
def stock(actor: Actor, make_actor: MakeActor, case_with: MakeCase) -> Stock:
    office = Body.objects.create(key="zentrale", kind=Body.Kind.CENTRAL_RETURN_OFFICE, name="Rückkehrstelle", land="ST")
    centre = Body.objects.create(key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahme", land="ST")
    people = make_actor("falk", office, "central_office"), make_actor("wendt", centre, "accommodation")
    return Stock(actor, *people, case_with)


def asked(client: Client, address: str) -> tuple[list[str], int]:
    """What a page asks the database, when it was opened once before; and how long the page is."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
    assert answer.status_code == 200
    return [one["sql"] for one in queries], len(answer.content)


def test_a_list_asks_as_often_for_many_rows(stock: Stock, client_of: Callable[[Actor], Client]) -> None:
    who = {"officer": stock.officer, "central": stock.office, "reporter": stock.reporter}
    clients = {name: client_of(one) for name, one in who.items()}
    addresses = [(name, address.format(house=stock.house.key)) for name, address in ASKED]
    stock.add()
    few = {address: asked(clients[name], address) for name, address in addresses}
    for _ in range(3):
        stock.add()
    many = {address: asked(clients[name], address) for name, address in addresses}
    assert [address for address in few if many[address][1] < few[address][1] + SOME_ROWS] == [], (
        "a list without rows shows nothing"
    )
    for address, (questions, _size) in few.items():
        assert len(many[address][0]) == len(questions), (address, questions, many[address][0])
