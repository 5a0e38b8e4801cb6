"""A program of a house: what it reports is taken once, in any order, and it learns nothing of any case."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from augenmass.access.reader import SystemRole, as_system
from augenmass.accommodation.actions.delivering import deliver_waiting
from augenmass.accommodation.models import House, Report, Resident
from augenmass.accommodation.tests.conftest import Turn
from augenmass.client import Client
from augenmass.directory.models import Body
from augenmass.doors.api.tests.conftest import Calls
from augenmass.law.time import now
from augenmass.record.models import Action
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
PATH = "/accommodation-events"
KARIM = {"family_name": "Haddad", "first_names": "Karim"}


@pytest.fixture
def staff(make_actor: "MakeActor") -> "Actor":
    centre = Body.objects.create(key="aufnahme", kind=Body.Kind.RECEPTION_CENTRE, name="Aufnahme", land="ST")
    return make_actor("engel", centre, "accommodation")


@pytest.fixture
def house(staff: "Actor", body: Body) -> House:
    return House.objects.create(body=staff.body, authority=body, name="Haus am Kanal", postcode="06999", town="Ort")


@pytest.fixture
def calls(staff: "Actor", calls_of: Callable[..., Calls]) -> Calls:
    return calls_of(staff)


@pytest.fixture
def said(house: House) -> Callable[..., dict[str, Any]]:
    def make(event: str, hours: float = 1, **more: Any) -> dict[str, Any]:
        at = (now() - timedelta(hours=hours)).isoformat()
        given = {"submission": str(uuid4()), "house": str(house.key), "event": event, "happened_at": at}
        return {**given, "number": "N-1", **KARIM, **more}

    return make


Said = Callable[..., dict[str, Any]]


def test_a_report_is_taken_once_whatever_how_often_it_is_sent(calls: Calls, said: Said, house: House) -> None:
    assert calls.get("/houses").json() == [{"key": str(house.key), "name": "Haus am Kanal", "closed": False}]
    sent = said("arrival", 50)
    answers = [calls.post(PATH, sent) for _twice in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json()["note"] == ""
    assert Report.objects.count() == 1
    assert Action.objects.get(kind="accommodation.reported").references["program"]
    changed = calls.post(PATH, {**sent, "event": "absence"})
    assert (changed.status_code, changed.json()["type"]) == (409, "urn:augenmass:problem:conflict")
    other = calls.post(PATH, said("arrival", 20))
    assert (other.status_code, other.json()["submission"]) == (200, sent["submission"])
    assert "bereits gemeldet" in other.json()["note"]


def test_the_answer_does_not_tell_whether_there_is_a_case(calls: Calls, said: Said, case_with: "MakeCase") -> None:
    case_with(KARIM, number="N-1")
    known, unknown = said("arrival"), said("arrival", number="N-2")
    texts = []
    for sent in (known, unknown):
        answer = calls.post(PATH, sent).json()
        texts.append({name: value for name, value in answer.items() if value not in sent.values()})
    assert texts[0].keys() == texts[1].keys()
    assert "case" not in str(texts).lower()


def test_events_in_any_order_lead_to_the_same_state(calls: Calls, said: Said, case_with: "MakeCase") -> None:
    case = case_with(KARIM, number="N-1")
    for event, hours in (("return", 2), ("absence", 50), ("arrival", 200)):
        assert calls.post(PATH, said(event, hours)).status_code == 201
    with as_system(SystemRole.WORKER):
        deliver_waiting(Turn())
    assert Resident.objects.get().standing == "present"
    assert [task.title for task in Task.objects.filter(case=case)] == [
        "Ankunft in Haus am Kanal: Anschrift prüfen und erfassen"
    ]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"happened_at": "2999-01-02T10:00:00Z"}, "/happened_at"),
        ({"happened_at": "2026-01-02T10:00:00"}, "/happened_at"),
        ({"event": "escape"}, "/event"),
        ({"event": "transfer", "to_place": "Ort"}, "/to_place"),
        ({"to_postcode": "069"}, "/to_postcode"),
        ({"family_name": ""}, "/family_name"),
        ({"number": " "}, "/number"),
        ({"health": "krank"}, "/health"),
    ],
)
def test_what_cannot_be_meant_says_where(calls: Calls, said: Said, changes: dict[str, Any], at: str) -> None:
    answer = calls.post(PATH, {**said("arrival"), **changes})
    assert answer.status_code == 422
    assert at in [found["at"] for found in answer.json()["errors"]]
    assert not Report.objects.exists()


def test_a_few_hours_are_not_reported(calls: Calls, said: Said) -> None:
    answer = calls.post(PATH, said("absence", 3))
    assert answer.status_code == 422
    assert "ab 24 Stunden" in answer.json()["errors"][0]["detail"]


def test_a_house_that_is_closed_or_anothers_is_refused(calls: Calls, said: Said, house: House, body: Body) -> None:
    house.closed_on = now().date() - timedelta(days=10)
    house.save()
    assert "geschlossen" in str(calls.post(PATH, said("arrival")).json())
    other = House.objects.create(body=body, authority=body, name="B", postcode="06999", town="Ort")
    assert calls.post(PATH, said("arrival", house=str(other.key))).status_code == 404


def test_who_works_on_cases_reports_no_event_and_a_house_reads_no_case(
    calls: Calls, said: Said, actor: "Actor", calls_of: Callable[..., Calls], case_with: "MakeCase"
) -> None:
    case = case_with(KARIM)
    assert calls_of(actor).post(PATH, said("arrival")).status_code == 403
    for path in ("/cases", f"/cases/{case.key}", "/referrals", "/granted-cases"):
        assert calls.get(path).status_code == 403


@pytest.mark.django_db(transaction=True)
def test_the_client_reports(live_server: Any, staff: "Actor", house: House, token_of: Callable[..., str]) -> None:
    client = Client(live_server.url, token_of(staff))
    assert client.houses() == {house.key: "Haus am Kanal"}
    at, submission = now() - timedelta(hours=3), uuid4()
    notes = [
        client.report_event(house.key, "arrival", "N-1", at, submission=submission, family_name="Haddad")
        for _twice in range(2)
    ]
    assert notes == ["", "Diese Meldung liegt bereits vor."]
