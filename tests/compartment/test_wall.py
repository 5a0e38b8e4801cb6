"""The wall, from the compartment's side: what its process holds, what lies on the disk, what a copy of it holds."""

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import RequestFactory, override_settings

from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.backup import BackupRefused, write_copy
from augenmass.compartment.configuration import OF_MAIN_PROGRAM, Configuration
from augenmass.compartment.keys import keyring
from augenmass.compartment.models import Account, Person, Talk
from augenmass.compartment.queries import person_list
from augenmass.compartment.views.screen import failed
from augenmass.law.time import today
from augenmass.site.command.beside import environment_for_compartment
from augenmass.site.configuration import Mode

WITH_CASES = (
    "augenmass.access",
    "augenmass.administration",
    "augenmass.cases",
    "augenmass.competence",
    "augenmass.directory",
    "augenmass.doors.api",
    "augenmass.doors.desk.views",
    "augenmass.intake",
    "augenmass.lawbook",
    "augenmass.letters",
    "augenmass.record.ledger",
    "augenmass.record.models",
    "augenmass.referral",
    "augenmass.site.settings",
    "augenmass.steps",
    "augenmass.work",
)
SECRET = "Angst vor dem Bruder"


def _loaded(settings_module: str, more: str = "") -> list[str]:
    code = (
        "import django, json, sys; django.setup()\n"
        "from django.urls import get_resolver; get_resolver().url_patterns\n"
        "from django.core.handlers.wsgi import WSGIHandler; WSGIHandler()\n"
        f"{more}\n"
        "print(json.dumps(sorted(name for name in sys.modules if name.startswith('augenmass'))))"
    )
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings_module}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.whole
def test_the_compartments_process_loads_nothing_that_holds_cases() -> None:
    more = "import augenmass.compartment.command, augenmass.compartment.sending, augenmass.compartment.serving"
    loaded = _loaded("augenmass.compartment.settings", more)
    assert "augenmass.compartment.views.statements" in loaded
    assert [name for name in loaded if name.startswith(WITH_CASES)] == []


@pytest.mark.whole
def test_the_main_programs_process_loads_nothing_of_the_compartment() -> None:
    more = "import augenmass.site.command.arguments, augenmass.site.command.serving, augenmass.work.worker"
    loaded = _loaded("augenmass.site.settings", more)
    assert "augenmass.doors.api.routes.statements" in loaded
    assert [name for name in loaded if name.startswith("augenmass.compartment")] == []


def test_the_tables_are_its_own() -> None:
    own = {"account", "auth", "compartment", "contenttypes", "mfa", "sessions"}
    assert {model._meta.app_label for model in apps.get_models()} == own
    assert settings.SESSION_COOKIE_NAME != "sessionid"
    assert set(settings.DATABASES) == {"default"}


def test_the_process_is_started_without_a_setting_of_the_main_program() -> None:
    held = {"PATH": "/bin", "DJANGO_SETTINGS_MODULE": "x", "AUGENMASS_COMPARTMENT_MODE": "demo"}
    given = environment_for_compartment(held | dict.fromkeys([*OF_MAIN_PROGRAM, "AUGENMASS_MAIL_PASSWORD"], "geheim"))
    assert given == {"PATH": "/bin", "AUGENMASS_COMPARTMENT_MODE": "demo"}


def test_production_refuses_the_credentials_of_the_main_program(monkeypatch: pytest.MonkeyPatch) -> None:
    safe = Configuration(mode=Mode.PRODUCTION, secret_key="s" * 40, second_factor=True)
    for name in OF_MAIN_PROGRAM:
        monkeypatch.delenv(name, raising=False)
    assert safe.refusals == []
    monkeypatch.setenv("AUGENMASS_SECRET_KEY", "geheim")
    assert any("Hauptprogramms" in reason for reason in safe.refusals)


def test_production_refuses_keys_beside_the_data_and_a_missing_factor(tmp_path: Path) -> None:
    inside = Configuration(mode=Mode.PRODUCTION, data=tmp_path, key_file=tmp_path / "keys", second_factor=False)
    assert len([reason for reason in inside.refusals if "KEY_FILE" in reason or "SECOND_FACTOR" in reason]) == 2
    assert any("SECRET_KEY" in reason for reason in inside.refusals)


def _noted(counsellor: Account, person: Person) -> None:
    note_talk(counsellor, person.key, TalkForm(uuid4(), today(), "fr", True, "Fristen", SECRET))


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_nothing_readable_lies_on_the_disk_or_in_a_copy(
    counsellor: Account, person: Person, approved: Callable[[str], Any], tmp_path: Path
) -> None:
    approved("https://abh.example")
    _noted(counsellor, person)
    copy = tmp_path / "copy"
    name = str(connection.settings_dict["NAME"])
    if name.startswith("file:"):
        with sqlite3.connect(copy) as target:
            connection.connection.backup(target)
    else:
        write_copy(copy)
    content = copy.read_bytes()
    assert b"statement.approved" in content
    for secret in (SECRET, "Sentinel", "Möchte heim", "N-0001", "in Ruhe entscheiden", "augenmass_token"):
        assert secret.encode() not in content, secret
    assert all(key.line.encode() not in content for key in keyring().keys)


def test_a_copy_overwrites_nothing(tmp_path: Path) -> None:
    there = tmp_path / "copy"
    there.write_text("da")
    with pytest.raises(BackupRefused, match="gibt es schon"):
        write_copy(there)


def test_searching_two_thousand_notes_takes_no_second(counsellor: Account, person: Person) -> None:
    talks = []
    for number in range(2_000):
        talk = Talk(
            person=person, author=counsellor, held_on=today() - timedelta(days=number % 30), salt=b"", digest=b""
        )
        talk.put(
            {"language": "fr", "interpreter": True, "explained": "Fristen und Wege. " * 20, "note": f"{number} " * 200}
        )
        talk.action_id = person.notices.get().action_id
        talks.append(talk)
    Talk.objects.bulk_create(talks)
    began = time.perf_counter()
    [line] = person_list(counsellor, "1999")
    seconds = time.perf_counter() - began
    assert line.hits == 1
    assert seconds < 1, seconds


def test_a_page_that_failed_says_that_people_are_invented_without_asking_the_database() -> None:
    request = RequestFactory().get("/")
    for demo in (True, False):
        with override_settings(DEMO=demo):
            answer = failed(request)
        assert answer.status_code == 500
        assert ("Alle Personen sind erfunden" in answer.content.decode()) is demo
