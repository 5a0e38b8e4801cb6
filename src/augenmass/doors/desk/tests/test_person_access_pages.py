"""The page of the way in: opened, letter once, ended; what was handed in is taken over; nobody of another body gets there."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.test import Client

from augenmass.access.actor import Actor
from augenmass.law.time import today
from augenmass.person_access.actions.handing_in import NewAddress, submit_address
from augenmass.person_access.actions.visits import recognise, sign_in_by_code
from augenmass.person_access.models import Access, Code, CounsellingBox, ReleasedDay
from augenmass.person_access.tests.conftest import access, case, code_in, print_code
from augenmass.record.models import Case

if TYPE_CHECKING:
    from augenmass.conftest import MakeActor
    from augenmass.directory.models import Body
    from augenmass.person_access.tests.conftest import PrintCode

pytestmark = [pytest.mark.db, pytest.mark.django_db]
__all__ = ["access", "case", "print_code"]
ClientOf = Callable[[Actor], Client]


def test_a_way_in_is_opened_and_its_letter_given_out_once(actor: Actor, case: Case, client_of: ClientOf) -> None:
    client, page = client_of(actor), f"/faelle/{case.key}/zugang/"
    assert "Noch kein Zugang" in client.get(page).content.decode()
    answer = client.post(page + "neu/", {"key": str(uuid4()), "kind": "person"}, follow=True)
    assert "Karim Haddad" in answer.content.decode()
    made, key = Access.objects.get(), str(uuid4())
    letter = client.post(f"/zugang/{made.key}/code/", {"key": key})
    assert letter["Content-Type"] == "application/pdf"
    assert "no-store" in letter["Cache-Control"]
    assert recognise(sign_in_by_code(code_in(letter.content))) is not None
    again = client.post(f"/zugang/{made.key}/code/", {"key": key}, follow=True)
    assert "schon erstellt" in again.content.decode()
    assert Code.objects.count() == 1
    client.post(f"/zugang/{made.key}/beenden/")
    made.refresh_from_db()
    assert made.ended_by_id is not None


def test_wrong_entries_stay_and_get_a_sentence(actor: Actor, case: Case, client_of: ClientOf) -> None:
    client, page = client_of(actor), f"/faelle/{case.key}/zugang/"
    answer = client.post(page + "neu/", {"key": str(uuid4()), "kind": "representative"})
    assert answer.status_code == 422
    assert "Vollmacht" in answer.content.decode()
    typed = {"key": str(uuid4()), "day_kind": "talk", "day": "31.02.2026", "place": "Zimmer 12"}
    answer = client.post(page + "termin/", typed)
    assert answer.status_code == 422
    assert 'value="31.02.2026"' in answer.content.decode()
    assert client.post(f"/zugang/{uuid4()}/code/", {"key": str(uuid4())}).status_code == 404
    assert not ReleasedDay.objects.exists()


def test_a_date_is_released_and_taken_back(actor: Actor, case: Case, client_of: ClientOf) -> None:
    client, page = client_of(actor), f"/faelle/{case.key}/zugang/"
    day = (today() + timedelta(days=9)).strftime("%d.%m.%Y")
    typed = {"key": str(uuid4()), "day_kind": "pick_up", "day": day, "time": "14:30", "place": "Zimmer 12"}
    assert "Zimmer 12" in client.post(page + "termin/", typed, follow=True).content.decode()
    client.post(f"/zugang/termin/{ReleasedDay.objects.get().key}/zuruecknehmen/")
    assert "Zimmer 12" not in client.get(page).content.decode()


def test_an_officer_takes_a_told_address_over(
    actor: Actor, access: Access, client_of: ClientOf, print_code: "PrintCode"
) -> None:
    person = recognise(sign_in_by_code(print_code(access)))
    assert person is not None
    made = submit_address(person, uuid4(), NewAddress("Rosenweg 12", "06998", "Südheim"))
    client, page = client_of(actor), f"/faelle/{access.case.key}/zugang/"
    assert "Rosenweg 12" in client.get(page).content.decode()
    client.post(f"/zugang/anschrift/{made.key}/uebernehmen/")
    text = client.get(page).content.decode()
    assert "übernommen" in text
    assert "Geprüft: übernehmen" not in text


def test_nobody_of_another_body_gets_there(outsider: Actor, access: Access, client_of: ClientOf) -> None:
    client = client_of(outsider)
    assert client.get(f"/faelle/{access.case.key}/zugang/").status_code == 404
    for path in (f"/zugang/{access.key}/code/", f"/zugang/{access.key}/beenden/"):
        assert client.post(path, {"key": str(uuid4())}).status_code == 404
    assert not Code.objects.exists()


def test_the_administration_names_the_service_that_persons_write_to(
    make_actor: "MakeActor", body: "Body", client_of: ClientOf
) -> None:
    client = client_of(make_actor("sommer", body, "body_administrator"))
    answer = client.post(
        "/verwaltung/beratung/postfach/", {"box_service": "Beratung Nord", "public_key": "xyz"}, follow=True
    )
    assert "kein öffentlicher Schlüssel" in answer.content.decode()
    client.post("/verwaltung/beratung/postfach/", {"box_service": "Beratung Nord", "public_key": "09" + 31 * "00"})
    assert CounsellingBox.objects.get().service == "Beratung Nord"
    assert "Beratung Nord" in client.get("/verwaltung/beratung/").content.decode()
