"""Houses as pages: the staff sees its list and nothing else; the officer sees what was reported where the day begins."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.accommodation.actions.delivering import deliver_waiting
from augenmass.accommodation.models import House, Report, Resident
from augenmass.accommodation.tests.conftest import Turn
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.law.time import BERLIN, now, today
from augenmass.record.models import Case
from augenmass.work.models import Task

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
SignIn = Callable[[Actor], Client]
KARIM = {"family_name": "Haddad", "first_names": "Karim"}


@pytest.fixture
def centre(db: None) -> Body:
    return Body.objects.create(
        key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahmeeinrichtung Nordheim", land="ST"
    )


@pytest.fixture
def staff(make_actor: MakeActor, centre: Body) -> Actor:
    return make_actor("engel", centre, "accommodation")


@pytest.fixture
def house(centre: Body, body: Body) -> House:
    return House.objects.create(
        body=centre, authority=body, name="Haus am Kanal", street="Am Kanal 7", postcode="06999", town="Nordheim"
    )


@pytest.fixture
def case(case_with: MakeCase) -> Case:
    return case_with(KARIM, number="N-1")


def form(hours: float = 1, **more: str) -> dict[str, str]:
    at = (now() - timedelta(hours=hours)).astimezone(BERLIN)
    return {"key": str(uuid4()), "day": f"{at:%d.%m.%Y}", "time": f"{at:%H:%M}", **more}


WHO = {"number": "N-1", "family_name": "Haddad", "first_names": "Karim"}


def reported(client: Client, house: House, event: str, hours: float, **more: str) -> None:
    resident = Resident.objects.first()
    asked = f"?art={event}" + (f"&person={resident.pk}" if resident else "")
    sent = form(hours, **({} if resident else WHO), **more)
    answer = client.post(reverse("house_report", args=[house.key]) + asked, sent)
    assert answer.status_code == 302, answer.context["form"].errors


def delivered() -> None:
    with as_system(SystemRole.WORKER):
        deliver_waiting(Turn())


def test_an_arrival_sent_twice_is_one_line_of_the_list(
    client_of: SignIn, staff: Actor, house: House, actor: Actor
) -> None:
    client = client_of(staff)
    page = client.get(reverse("house", args=[house.key])).content.decode()
    assert "Auf der Liste steht niemand" in page
    sent = form(2, **WHO)
    address = reverse("house_report", args=[house.key]) + "?art=arrival"
    answers = [client.post(address, sent, follow=True) for _twice in range(2)]
    assert "Die Meldung ist aufgenommen" in answers[0].content.decode()
    assert "liegt bereits vor" in answers[1].content.decode()
    assert Report.objects.count() == 1
    page = client.get(reverse("house", args=[house.key])).content.decode()
    assert "Haddad, Karim" in page
    assert "Abwesenheit festgestellt" in page


def test_the_staff_of_a_house_reaches_no_case_and_nobody_else_the_list(
    client_of: SignIn, staff: Actor, house: House, actor: Actor, case: Case, make_actor: MakeActor, centre: Body
) -> None:
    client = client_of(staff)
    for name, args in (("worklist", []), ("case", [case.key]), ("case_reports", [case.key]), ("search", [])):
        assert client.get(reverse(name, args=args)).status_code == 403
    assert "Unterkünfte" in client.get(reverse("my_day")).content.decode()
    assert client_of(actor).get(reverse("house", args=[house.key])).status_code == 403
    head = client_of(make_actor("haupt", centre, "body_administrator"))
    reported(client, house, "arrival", 5)
    page = head.get(reverse("house", args=[house.key])).content.decode()
    assert "Unterkunft schließen" in page
    assert "Haddad" not in page
    elsewhere = Body.objects.create(key="b", kind=Body.Kind.RECEPTION_CENTRE, name="Andere", land="ST")
    stranger = client_of(make_actor("fremd2", elsewhere, "accommodation"))
    assert stranger.get(reverse("house", args=[house.key])).status_code == 404


@pytest.mark.parametrize(
    ("event", "hours", "more", "says"),
    [
        ("absence", -3, {}, "liegt in der Zukunft"),
        ("absence", 3, {}, "ab 24 Stunden"),
        ("transfer", 1, {}, "wohin verlegt wurde"),
        ("arrival", 1, {"time": "25:00"}, "Uhrzeit"),
    ],
)
def test_what_cannot_be_meant_comes_back_with_a_sentence(
    client_of: SignIn, staff: Actor, house: House, event: str, hours: float, more: dict[str, str], says: str
) -> None:
    client = client_of(staff)
    reported(client, house, "arrival", 100)
    asked = f"?art={event}&person={Resident.objects.get().pk}"
    answer = client.post(reverse("house_report", args=[house.key]) + asked, form(hours, **more))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Report.objects.count() == 1


def test_an_event_or_a_person_that_does_not_exist_is_refused(client_of: SignIn, staff: Actor, house: House) -> None:
    client = client_of(staff)
    address = reverse("house_report", args=[house.key])
    assert client.get(address + "?art=escape").status_code == 400
    assert client.get(address + "?art=absence&person=9").status_code == 404
    assert client.get(address + "?art=absence&person=x").status_code == 404


def test_an_absence_stands_on_the_day_of_its_officer_and_in_the_case_until_it_is_read(
    client_of: SignIn, staff: Actor, house: House, actor: Actor, case: Case
) -> None:
    client = client_of(staff)
    reported(client, house, "arrival", 100)
    reported(client, house, "absence", 30)
    desk = client_of(actor)
    assert "Meldungen aus Unterkünften" not in desk.get(reverse("my_day")).content.decode()
    delivered()
    assert "Abwesenheit festgestellt, Haus am Kanal" in desk.get(reverse("my_day")).content.decode()
    assert "2 neue Meldungen der Unterkunft" in desk.get(reverse("case", args=[case.key])).content.decode()
    page = desk.get(reverse("case_reports", args=[case.key])).content.decode()
    assert "Ankunft" in page
    assert "spät gemeldet" in page
    for report in Report.objects.all():
        desk.post(reverse("report_note", args=[case.key, report.key]))
    assert "Meldungen aus Unterkünften" not in desk.get(reverse("my_day")).content.decode()
    assert "gelesen: Berger" in desk.get(reverse("case_reports", args=[case.key])).content.decode()
    task = Task.objects.get(title__startswith="Abwesenheit")
    assert task.due == today() + timedelta(days=3)
    assert reverse("case_reports", args=[case.key]) in desk.get(reverse("task", args=[task.key])).content.decode()


def test_whose_case_is_not_found_is_matched_by_a_human(
    client_of: SignIn, staff: Actor, house: House, actor: Actor, case: Case
) -> None:
    client = client_of(staff)
    client.post(reverse("house_report", args=[house.key]), form(2, number="U-7", family_name="Hadad", first_names="K."))
    delivered()
    desk = client_of(actor)
    assert "Meldungen ohne Fall" in desk.get(reverse("my_day")).content.decode()
    [pk] = Resident.objects.values_list("pk", flat=True)
    wrong = desk.post(reverse("resident_match", args=[pk]), {"do": "match", "number": "X-1"})
    assert wrong.status_code == 422
    assert "keinen Fall" in wrong.content.decode()
    right = desk.post(reverse("resident_match", args=[pk]), {"do": "match", "number": "N-1"}, follow=True)
    assert "Zugeordnet" in right.content.decode()
    assert desk.post(reverse("resident_match", args=[pk]), {"do": "aside"}).status_code == 404
    delivered()
    assert "1 neue Meldung der Unterkunft" in desk.get(reverse("case", args=[case.key])).content.decode()


def test_who_belongs_to_no_case_is_set_aside(client_of: SignIn, staff: Actor, house: House, actor: Actor) -> None:
    reported(client_of(staff), house, "arrival", 5)
    delivered()
    answer = client_of(actor).post(
        reverse("resident_match", args=[Resident.objects.get().pk]), {"do": "aside"}, follow=True
    )
    assert "Jede Meldung hat ihren Fall" in answer.content.decode()


def test_a_house_is_opened_and_closed_by_the_administration(
    client_of: SignIn, make_actor: MakeActor, centre: Body, body: Body, staff: Actor
) -> None:
    head = client_of(make_actor("haupt", centre, "body_administrator"))
    new = {
        "key": str(uuid4()),
        "house_name": "Haus B",
        "street": "",
        "postcode": "06999",
        "town": "Nordheim",
        "reports_to": str(body.pk),
    }
    assert "fünf Ziffern" in head.post(reverse("house_new"), new | {"postcode": "699"}).content.decode()
    assert head.post(reverse("house_new"), new).status_code == 302
    made = House.objects.get()
    reported(client_of(staff), made, "arrival", 5)
    refused = head.post(reverse("house_close", args=[made.key]), {"closed_on": f"{today():%d.%m.%Y}"})
    assert refused.status_code == 422
    assert "noch 1 Person" in refused.content.decode()
    assert client_of(staff).post(reverse("house_new"), new).status_code == 403
