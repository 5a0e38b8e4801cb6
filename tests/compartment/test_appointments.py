"""Appointments: agreeing, how they went, moving, and the calendar that knows times only."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from augenmass.compartment.actions.appointments import (
    AppointmentForm,
    agree_appointment,
    close_appointment,
    make_calendar_address,
    move_appointment,
    read_calendar,
    revoke_calendar_address,
)
from augenmass.compartment.actions.body import close_account
from augenmass.compartment.actions.persons import hand_over
from augenmass.compartment.chain import verify
from augenmass.compartment.configuration import configuration
from augenmass.compartment.models import AccessLine, Account, Action, Appointment, CalendarAddress, Person
from augenmass.compartment.rules import NotDone
from augenmass.law.time import BERLIN, now, travel

if TYPE_CHECKING:
    from django.test import Client

    Browser = Callable[[Account], Client]

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=BERLIN)


def form(begins_at: datetime = NOON, **more: Any) -> AppointmentForm:
    said = {"minutes": 45, "way": "place", "place": "Zimmer Sentinel", "language": "fr", "interpreter": "asked"}
    return AppointmentForm(begins_at, **{**said, **more})


def agreed(counsellor: Account, person: Person, begins_at: datetime = NOON, **more: Any) -> Appointment:
    return agree_appointment(counsellor, person.key, uuid4(), form(begins_at, **more))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"way": "fax"}, "wählen"),
        ({"place": " "}, "Ort"),
        ({"minutes": 1}, "5 Minuten"),
        ({"interpreter": "maybe"}, "wählen"),
        ({"begins_at": datetime(2062, 1, 1, tzinfo=BERLIN)}, "zwei Jahre"),
    ],
)
def test_an_appointment_that_cannot_be_right_is_refused_with_a_sentence(
    counsellor: Account, person: Person, wrong: dict[str, Any], says: str
) -> None:
    with travel(NOON), pytest.raises(NotDone, match=says):
        agree_appointment(counsellor, person.key, uuid4(), form(**wrong))


def test_on_the_telephone_no_place_is_needed(counsellor: Account, person: Person) -> None:
    with travel(NOON):
        assert agreed(counsellor, person, way="telephone", place="").content()["way"] == "telephone"


def test_an_appointment_in_the_future_is_neither_kept_nor_missed(counsellor: Account, person: Person) -> None:
    with travel(NOON - timedelta(days=1)):
        one = agreed(counsellor, person)
        for state in ("kept", "missed"):
            with pytest.raises(NotDone, match="Zukunft"):
                close_appointment(counsellor, one.key, state, "person", one.version)
        assert close_appointment(counsellor, one.key, "cancelled", "person", one.version).state == "cancelled"


def test_who_missed_it_is_said_and_stays_encrypted(counsellor: Account, person: Person) -> None:
    with travel(NOON - timedelta(days=1)):
        one = agreed(counsellor, person)
    with travel(NOON + timedelta(hours=1)):
        with pytest.raises(NotDone, match="an wem es lag"):
            close_appointment(counsellor, one.key, "missed", "", one.version)
        close_appointment(counsellor, one.key, "missed", "interpreter", one.version)
    one.refresh_from_db()
    assert one.content()["by"] == "interpreter"
    assert not Action.objects.filter(references__icontains="interpreter").exists()


def test_a_moved_appointment_leads_to_the_new_one_and_is_moved_once(counsellor: Account, person: Person) -> None:
    with travel(NOON - timedelta(days=1)):
        one, key = agreed(counsellor, person), uuid4()
        later = form(NOON + timedelta(days=7), interpreter="booked")
        for _ in range(2):
            made = move_appointment(counsellor, one.key, key, "person", later, one.version)
        with pytest.raises(NotDone, match="inzwischen geändert"):
            move_appointment(counsellor, one.key, uuid4(), "person", later, one.version)
    one.refresh_from_db()
    assert (one.state, one.moved_to, one.content()["by"]) == ("moved", made, "person")
    assert Appointment.objects.count() == 2
    assert list(verify()) == []


def test_from_the_form_to_its_outcome_in_the_browser(
    counsellor: Account, person: Person, browser_of: "Browser"
) -> None:
    browser, key = browser_of(counsellor), str(uuid4())
    sent = {"key": key, "day": "20.11.2026", "time": "12:00", "minutes": 45, "way": "video", "place": ""}
    sent |= {"language": "fr", "interpreter": "booked"}
    with travel(NOON - timedelta(days=1)):
        for _ in range(2):
            assert browser.post(f"/personen/{person.key}/termin/", sent).status_code == 302
        assert Appointment.objects.get().begins_at == NOON
        assert "Herr Sentinel" in browser.get("/termine/").content.decode()
        early = browser.post(f"/termine/{key}/ausgang/", {"seen_version": 1, "state": "kept"})
        assert early.status_code == 422
    with travel(NOON + timedelta(days=1)):
        assert "Wie gingen diese Termine aus?" in browser.get("/termine/").content.decode()
        assert browser.post(f"/termine/{key}/ausgang/", {"seen_version": 1, "state": "kept"}).status_code == 302
        page = browser.get(f"/termine/{key}/").content.decode()
        assert "hat stattgefunden" in page
        assert "Verlegen" not in page
        assert "hat stattgefunden" in browser.get(f"/personen/{person.key}/").content.decode()
    assert {"appointment", "appointments"} <= set(AccessLine.objects.values_list("what", flat=True))


def test_nobody_else_finds_an_appointment(
    counsellor: Account, colleague: Account, lead: Account, person: Person, browser_of: "Browser"
) -> None:
    one = agreed(counsellor, person, now() + timedelta(days=1))
    for other in (colleague, lead):
        browser = browser_of(other)
        assert browser.get(f"/termine/{one.key}/").status_code == 404
        assert (
            browser.post(f"/termine/{one.key}/ausgang/", {"seen_version": 1, "state": "cancelled"}).status_code == 404
        )
        assert "Sentinel" not in browser.get("/termine/").content.decode()
    hand_over(counsellor, colleague)
    assert browser_of(colleague).get(f"/termine/{one.key}/").status_code == 200
    assert browser_of(counsellor).get(f"/termine/{one.key}/").status_code == 404


def _address(browser: "Client") -> str:
    page = browser.post("/termine/kalender/anlegen/").content.decode()
    found = re.search(r"http://testserver(/kalender/[^\"]+\.ics)", page)
    assert found
    return found.group(1)


def test_the_calendar_says_times_and_nothing_else(
    counsellor: Account, person: Person, browser_of: "Browser", client: "Client"
) -> None:
    with travel(NOON):
        agreed(counsellor, person, NOON + timedelta(days=1))
        gone = agreed(counsellor, person, NOON + timedelta(days=2))
        close_appointment(counsellor, gone.key, "cancelled", "person", gone.version)
        browser = browser_of(counsellor)
        address = _address(browser)
        assert address not in browser.get("/termine/").content.decode(), "it is shown once"
        configuration().keys.unlink()  # times are read without any key
        answer = client.get(address)
    text = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer["Cache-Control"]
    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART:20261121T110000Z\r\nDTEND:20261121T114500Z\r\nSUMMARY:Termin\r\n" in text
    for secret in ("Sentinel", "Beratung", "Zimmer", "fr", "LOCATION", "DESCRIPTION", "ORGANIZER"):
        assert secret not in text, secret


def test_a_revoked_replaced_or_guessed_address_opens_nothing(
    counsellor: Account, browser_of: "Browser", client: "Client"
) -> None:
    browser = browser_of(counsellor)
    first = _address(browser)
    second = _address(browser)
    assert [client.get(address).status_code for address in (first, second, "/kalender/x.ics")] == [404, 200, 404]
    assert browser.post("/termine/kalender/widerrufen/").status_code == 302
    assert client.get(second).status_code == 404
    assert CalendarAddress.objects.filter(revoked_at=None).count() == 0
    revoke_calendar_address(counsellor)


def test_the_address_is_kept_nowhere_and_ends_with_the_account(counsellor: Account) -> None:
    secret = make_calendar_address(counsellor)
    assert secret not in str(list(CalendarAddress.objects.values())) + str(list(Action.objects.values()))
    assert read_calendar(secret) == counsellor
    assert CalendarAddress.objects.get().read_at is not None
    close_account(counsellor)
    assert read_calendar(secret) is None


def test_appointments_are_encrypted_anew_with_the_rest(counsellor: Account, person: Person) -> None:
    from augenmass.compartment.rotation import begin_rotation, encrypt_anew

    one = agreed(counsellor, person, now())
    begin_rotation()
    encrypt_anew()
    assert Appointment.objects.get(key=UUID(str(one.key))).content()["place"] == "Zimmer Sentinel"
