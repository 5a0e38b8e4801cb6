"""The days of an officer in a calendar on another machine: what it tells, to whom, and how it ends."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from icalendar import Calendar

from augenmass.access.actor import Actor
from augenmass.access.models import AccessLine, ApiToken
from augenmass.access.tokens import TokenForm, make_token
from augenmass.directory.models import Membership
from augenmass.law.time import travel
from augenmass.record.ledger import entry
from augenmass.work.actions.tasks import open_task
from augenmass.work.models import Task

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeCase

SignIn = Callable[[Actor], "Client"]
TODAY = date(2026, 8, 20)
WORDS = {"Frist", "Wiedervorlage", "Aufgabe", "Termin", "Ausreise"}


@pytest.fixture(autouse=True)
def _on_a_day() -> Iterator[None]:
    with travel(TODAY):
        yield


def _made(actor: Actor, client_of: SignIn) -> str:
    page = client_of(actor).post("/kalender/", {"submission": str(uuid4())})
    assert page.status_code == 201
    found = re.search(r"http://testserver(/kalender/\S+\.ics)", page.content.decode())
    assert found is not None
    return found[1]


def _read(address: str) -> tuple[int, bytes]:
    from django.test import Client

    answer = Client().get(address)
    return answer.status_code, answer.content


def _busy(actor: Actor, case_with: "MakeCase") -> None:
    facts = {"family_name": "Haddad", "departure_planned_on": "2026-09-15", "removal_date": "2026-09-20"}
    case = case_with({**facts, "suspension_valid_until": "2026-10-01"}, number="XM-4711")
    with entry(actor, "task.opened", case.pk) as e:
        for kind, day in ((Task.Kind.RESUBMISSION, 5), (Task.Kind.TASK, 6)):
            open_task(
                e, kind=kind, title="Haddad anrufen", due=TODAY + timedelta(days=day), assignee_id=actor.account_id
            )


def test_a_calendar_learns_days_and_one_word_each_and_nothing_else(
    actor: Actor, case_with: "MakeCase", client_of: SignIn
) -> None:
    _busy(actor, case_with)
    status, content = _read(_made(actor, client_of))
    assert status == 200
    events = Calendar.from_ical(content).walk("VEVENT")
    days = {(str(event["summary"]), event["dtstart"].dt) for event in events}
    assert {
        ("Wiedervorlage", date(2026, 8, 25)),
        ("Aufgabe", date(2026, 8, 26)),
        ("Ausreise", date(2026, 9, 15)),
    } <= days
    assert {word for word, _ in days} <= WORDS
    assert ("Ausreise", date(2026, 9, 20)) not in days
    assert {name for event in events for name in event} == {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS", "TRANSP"}
    for secret in (b"Haddad", b"4711", b"2026-09-20", b"20260920"):
        assert secret not in content


def test_each_read_stands_in_the_access_log_and_the_address_is_kept_as_a_digest(
    actor: Actor, case_with: "MakeCase", client_of: SignIn
) -> None:
    _busy(actor, case_with)
    address = _made(actor, client_of)
    _read(address)
    token = ApiToken.objects.get()
    line = AccessLine.objects.get(what="calendar")
    assert (line.account, line.program) == (actor.account_id, token.key_id)
    assert token.secret_hash not in address
    assert token.last_used_on == TODAY


def test_another_officers_days_do_not_appear(
    actor: Actor, approver: Actor, case_with: "MakeCase", client_of: SignIn
) -> None:
    _busy(actor, case_with)
    _status, content = _read(_made(approver, client_of))
    assert Calendar.from_ical(content).walk("VEVENT") == []


def test_a_new_address_ends_the_earlier_and_each_can_be_taken_back(actor: Actor, client_of: SignIn) -> None:
    first, second = _made(actor, client_of), _made(actor, client_of)
    assert [_read(address)[0] for address in (first, second)] == [404, 200]
    client_of(actor).post("/kalender/zurueckziehen/")
    assert _read(second) == (404, b"")


def test_the_same_form_sent_twice_makes_one(actor: Actor, client_of: SignIn) -> None:
    sent = {"submission": str(uuid4())}
    assert [client_of(actor).post("/kalender/", sent).status_code for _ in range(2)] == [201, 302]
    assert client_of(actor).post("/kalender/", {"submission": "x"}).status_code == 302
    assert ApiToken.objects.count() == 1


def test_it_ends_with_the_role_and_after_a_year(actor: Actor, client_of: SignIn) -> None:
    address = _made(actor, client_of)
    with travel(TODAY + timedelta(days=366)):
        assert _read(address)[0] == 404
    Membership.objects.filter(account=actor.account).update(valid_to=TODAY - timedelta(days=1))
    assert _read(address)[0] == 404


def test_a_token_that_can_do_more_and_a_guess_give_nothing(actor: Actor) -> None:
    asked = TokenForm("Verfahren", ("cases:read", "calendar:read"), "case_work", TODAY, uuid4())
    _token, secret = make_token(actor, asked)
    for text in (secret, "augenmass_0123456789ab_" + "0" * 64, "x"):
        assert _read(f"/kalender/{text}.ics")[0] == 404


def test_a_calendar_address_is_no_access_to_the_interface(actor: Actor, client_of: SignIn) -> None:
    from django.test import Client

    secret = _made(actor, client_of).removeprefix("/kalender/").removesuffix(".ics")
    answer = Client().get("/api/v1/cases", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code in {401, 403, 404}
    assert b"number" not in answer.content
