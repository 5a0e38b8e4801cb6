"""The database goes away or the disk is full: a sentence, the form is kept, nothing confirmed is lost, nothing half is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import psycopg
import pytest
from django.db import connection
from django.urls import reverse

from augenmass.access.actor import Actor
from augenmass.record.models import Action, Fact

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeCase

pytestmark = pytest.mark.db
TEXT = "Die Person hat heute ihren Pass vorgelegt."


@pytest.fixture
def browser(client_of: "Callable[[Actor], Client]", actor: Actor) -> "Client":
    made = client_of(actor)
    made.raise_request_exception = False
    return made


@pytest.mark.sqlite
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_is_said_and_the_form_is_kept(browser: "Client", case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Haddad"})
    before = Action.objects.count()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    try:
        answer = None
        for number in range(60):  # the free pages of the file are used up first
            answer = browser.post(
                reverse("note_new", args=[case.key]), {"key": _key(number), "text": TEXT + " Dazu: " + "x" * 9000}
            )
            if answer.status_code != 302:
                break
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")
    assert answer is not None
    assert answer.status_code == 503
    page = answer.content.decode()
    assert "kein Speicherplatz" in page
    assert TEXT in page
    assert Action.objects.filter(kind="note.written").count() == number
    assert Action.objects.count() == before + number
    again = browser.post(reverse("note_new", args=[case.key]), {"key": _key(number), "text": TEXT})
    assert again.status_code == 302


def _key(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


@pytest.mark.pg
@pytest.mark.django_db(transaction=True)
def test_a_database_that_restarts_is_said_and_what_was_confirmed_stays(
    browser: "Client", case_with: "MakeCase", monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_with({"family_name": "Haddad"})
    page = reverse("note_new", args=[case.key])
    assert browser.post(page, {"key": _key(1), "text": TEXT}).status_code == 302

    from augenmass.record import ledger

    seal = ledger.Book.finish

    def cut_off(book: ledger.Book) -> None:
        """As a restart does: every connection of this database is ended, in the middle of an action."""
        parameters = connection.get_connection_params()
        address = {
            name: parameters[name] for name in ("dbname", "user", "password", "host", "port") if name in parameters
        }
        with psycopg.connect(**address) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        seal(book)

    monkeypatch.setattr(ledger.Book, "finish", cut_off)
    answer = browser.post(page, {"key": _key(2), "text": TEXT + " Zweitens."})
    assert answer.status_code == 503
    assert "Die Datenbank ist gerade nicht erreichbar" in answer.content.decode()
    assert "Zweitens." in answer.content.decode()
    monkeypatch.undo()
    connection.close()
    assert Action.objects.filter(kind="note.written").count() == 1
    assert Fact.objects.filter(case=case).exists()
    assert browser.post(page, {"key": _key(2), "text": TEXT + " Zweitens."}).status_code == 302
    assert Action.objects.filter(kind="note.written").count() == 2


@pytest.mark.django_db
def test_our_own_error_stays_an_error(browser: "Client", monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("augenmass.doors.desk.views.my_day.my_day", broken)
    answer = browser.get("/")
    assert answer.status_code == 500
    assert "Im Programm ist ein Fehler aufgetreten" in answer.content.decode()
