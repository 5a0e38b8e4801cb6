"""What the program looks at itself: each check says nothing where all is well, and a sentence where it is not."""

from datetime import timedelta

import pytest
from django.test import override_settings

from augenmass.access.actor import Actor
from augenmass.directory.models import Account
from augenmass.gate import checks
from augenmass.gate.performed import note
from augenmass.law.altered import CatalogueAltered
from augenmass.law.time import now, travel
from augenmass.site.configuration import Configuration
from augenmass.work.models import DutyRun

pytestmark = pytest.mark.db
OWN = "x" * 40


def look(key: str) -> str:
    [found] = [one for one in checks.CHECKS if one.key == key]
    return found.look()


def told(monkeypatch: pytest.MonkeyPatch, **values: object) -> None:
    monkeypatch.setattr(checks, "configuration", lambda: Configuration(**values))  # type: ignore[arg-type]


def test_every_check_has_a_key_of_its_own_and_answers() -> None:
    keys = [one.key for one in checks.CHECKS]
    assert len(set(keys)) == len(keys)
    for one in checks.CHECKS:
        found = one.look()
        assert not found or found.endswith(".")


@pytest.mark.parametrize(
    ("key", "well", "bad"),
    [
        ("secret_key", {"SECRET_KEY": OWN}, {"SECRET_KEY": "kurz"}),
        ("debug_off", {"DEBUG": False}, {"DEBUG": True}),
        ("second_factor", {"SECOND_FACTOR": True}, {"SECOND_FACTOR": False}),
        ("scanner", {"SCANNER": "clamdscan"}, {"SCANNER": ""}),
        ("time_zone", {"TIME_ZONE": "Europe/Berlin"}, {"TIME_ZONE": "Europe/Lisbon"}),
    ],
)
def test_settings_are_looked_at(key: str, well: dict[str, object], bad: dict[str, object]) -> None:
    with override_settings(**well):
        assert look(key) == ""
    with override_settings(**bad):
        assert look(key)


def test_https_needs_secure_cookies_and_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, hosts=["augenmass.example.de"])
    with override_settings(SESSION_COOKIE_SECURE=False):
        assert "SECURE_COOKIES" in look("https")
    with override_settings(SESSION_COOKIE_SECURE=True):
        assert look("https") == ""
        told(monkeypatch, hosts=["localhost"])
        assert "AUGENMASS_HOSTS" in look("https")


def test_mail_needs_a_server_encryption_and_an_address_that_exists(monkeypatch: pytest.MonkeyPatch) -> None:
    for values, sentence in (
        ({}, "MAIL_HOST"),
        ({"mail_host": "mail.example.de"}, "unverschlüsselt"),
        ({"mail_host": "mail.example.de", "mail_tls": True}, "MAIL_FROM"),
    ):
        told(monkeypatch, **values)
        assert sentence in look("mail")
    told(monkeypatch, mail_host="localhost", mail_from="augenmass@example.de")
    assert look("mail") == ""


def test_a_clock_that_stands_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert look("clock") == ""
    told(monkeypatch, fixed_now="2026-08-17")
    assert "FIXED_NOW" in look("clock")


def test_accounts_of_the_demonstration_are_found(actor: Actor) -> None:
    assert look("no_demo_accounts") == ""
    Account.objects.filter(pk=actor.account_id).update(is_demo=True)
    assert "Datenbank: 1." in look("no_demo_accounts")


def test_a_silent_worker_is_found(db: None) -> None:
    assert look("worker")
    DutyRun.objects.create(name="mail.send", last_success=now())
    assert look("worker") == ""
    with travel(now() + timedelta(minutes=16)):
        assert look("worker")


@pytest.mark.parametrize(
    ("name", "key", "longest"),
    [(checks.BACKUP, "backup", checks.YOUNG_BACKUP), (checks.LODGED, "lodged_head", checks.YOUNG_ANCHOR)],
)
def test_what_was_done_too_long_ago_is_found(db: None, name: str, key: str, longest: timedelta) -> None:
    assert "noch nie" in look(key)
    note(name)
    assert look(key) == ""
    with travel(now() + longest + timedelta(minutes=1)):
        assert look(key)
        note(name)
        assert look(key) == ""


def test_the_catalogue_has_to_be_released_and_unchanged(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Zwei Personen" in look("catalogue")

    def altered(**_how: object) -> None:
        raise CatalogueAltered("abc")

    monkeypatch.setattr(checks, "in_force", altered)
    assert "anders" in look("catalogue")


@pytest.mark.sqlite
def test_sqlite_is_no_second_lock(db: None) -> None:
    assert "SQLite" in look("row_security")


@pytest.mark.pg
def test_on_postgresql_the_clocks_are_compared(db: None) -> None:
    assert look("clock") == ""
    with travel(now() + timedelta(minutes=5)):
        assert "300 Sekunden" in look("clock")
