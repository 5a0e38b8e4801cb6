"""The one-way wall, from the main program's side: what counsellors write changes no byte of any page of an enforcement role.

Two worlds: in one the compartment beside this program is empty, in the other a counsellor wrote, searched, approved and
took back. The compartment runs as the process that it is, its data right beside this program's own.
"""

import os
import re
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import transaction
from django.urls import NoReverseMatch, get_resolver, reverse

from augenmass.access.actor import Actor
from augenmass.doors.desk.needs import NEEDS
from augenmass.site.configuration import OF_COMPARTMENT, Configuration, Mode
from augenmass.site.tests.test_non_interference import HELD, compare, named_the_same, pages, world

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

SECRET = "Sie überlegt, bei der Schwester unterzutauchen"
WRITES = f"""
import uuid
from augenmass.compartment.actions import statements
from augenmass.compartment.actions.body import add_body, add_counsellor, declare
from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.queries import person_list
from augenmass.compartment.rules import Declared
from augenmass.law.time import today

lead = add_counsellor(add_body("stelle", "Beratung"), "haas", "Haas", "ein langes Kennwort", leads=True)
declared = declare(lead, Declared(False, (), False), None)
person = open_person(lead, uuid.uuid4(), PersonForm("Karim Haddad", "ar", "{SECRET}", "N-1"))
record_notice(lead, person.key, NoticeForm(uuid.uuid4(), today(), "ar", True, declared.pk))
note_talk(lead, person.key, TalkForm(uuid.uuid4(), today(), "ar", True, "", "{SECRET}"))
assert len(person_list(lead, "untertauchen haddad")) == 0 and len(person_list(lead, "haddad")) == 1
form = statements.StatementForm("Ich möchte ausreisen.", "de", "N-1", None)
made = statements.draft_statement(lead, person.key, uuid.uuid4(), form)
statements.approve_statement(lead, made.key, statements.Approval("screen", today(), "ar", True), made.version)
statements.withdraw_approval(lead, made.key)
"""


def _compartment(code: str) -> None:
    """Let the compartment do something, as a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    environment |= {
        "AUGENMASS_COMPARTMENT_MODE": "demo",
        "AUGENMASS_COMPARTMENT_DATA": str(settings.DATA / "compartment"),
        "AUGENMASS_COMPARTMENT_KEY_FILE": str(settings.DATA / "compartment.keys"),
        "AUGENMASS_COMPARTMENT_LOG_LEVEL": "CRITICAL",
        "AUGENMASS_FIXED_NOW": "2026-11-20T09:00:00+00:00",
        "DJANGO_SETTINGS_MODULE": "augenmass.compartment.settings",
    }
    program = [sys.executable, "-m", "augenmass.compartment", "migrate"]
    subprocess.run(program, env=environment, check=True, capture_output=True)
    subprocess.run(
        [sys.executable, "-c", f"import django; django.setup()\n{code}"],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )


PLAIN = sorted(name for name in NEEDS if name not in {"account_logout", "acting_for"})


def _every_address(browser: "Client", keys: dict[str, object]) -> dict[str, bytes]:
    """Every address of the table that opens without a key, and those of the case."""
    seen = {}
    for name in PLAIN:
        for arguments in ([], [keys["case"]]):
            try:
                address = reverse(name, args=arguments)
            except NoReverseMatch:
                continue
            if arguments and not address.startswith("/faelle/"):
                continue  # other rows have keys of their own
            answer = browser.get(address)
            content = answer.getvalue() if answer.streaming else answer.content
            seen[address] = str(answer.status_code).encode() + _without_tokens(content)
    return seen


def _without_tokens(content: bytes) -> bytes:
    keys = rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    # The link to older lines of the log names a number of the store, which counts on over both worlds.
    return re.sub(rb"[A-Za-z0-9]{64}|" + keys + rb'|nach=[^"]*', b"", content)


@contextmanager
def _log_of_a_world() -> Iterator[None]:
    """The access log lies in a store of its own: its lines are taken back too."""
    with transaction.atomic(using="access_log"):
        yield
        transaction.set_rollback(True, using="access_log")


ROLES = {
    "foreigners_authority": ("approver", "intake", "body_administrator", "data_protection"),
    "central_return_office": ("central_office",),
    "police": ("police_liaison",),
    "ministry": ("special_staff",),
    "municipality": ("municipal_officer",),
    "operation": ("operator",),
}


@pytest.mark.sqlite
@pytest.mark.django_db
def test_what_counsellors_write_changes_no_byte_of_any_page(
    actor: Actor,
    make_actor: "MakeActor",
    case_with: "MakeCase",
    client_of: "Callable[[Actor], Client]",
    body: "Body",
) -> None:
    from augenmass.directory.models import Body

    readers = [actor]
    for kind, roles in ROLES.items():
        where = body if kind == body.kind else Body.objects.create(key=f"b-{kind}", kind=kind, name=kind, land="ST")
        readers += [make_actor(f"{role}-{kind}".replace("_", "-"), where, role) for role in roles]
    worlds: list[dict[str, bytes]] = []
    for writes in ("", WRITES):
        _compartment(writes)
        with world():
            case = named_the_same(case_with(HELD, number="N-1"))
            seen: dict[str, bytes] = {}
            for reader in readers:
                browser = client_of(reader)
                found = _every_address(browser, {"case": case.key})
                if reader is actor:
                    found |= pages(browser, case)
                seen |= {f"{reader.account.username} {address}": content for address, content in found.items()}
            worlds.append(seen)
    compare(*worlds)
    opened = [address for address, content in worlds[0].items() if content.startswith(b"200")]
    assert len(opened) > 100
    assert all(SECRET.encode() not in content for content in worlds[1].values())


@pytest.mark.sqlite
@pytest.mark.django_db
def test_a_backup_of_the_main_program_holds_nothing_of_the_compartment(
    case_with: "MakeCase", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.site import backup

    _compartment("" if (settings.DATA / "compartment.keys").exists() else WRITES)
    monkeypatch.setattr(backup, "_dump", lambda alias, scratch: _empty(scratch / backup._dump_name(alias)))
    monkeypatch.setattr(backup, "_head_in", lambda dumps: "0:00")
    archived = backup.write_archive(tmp_path / "copy.tar")
    assert not [name for name in archived.members if "compartment" in name]
    with tarfile.open(tmp_path / "copy.tar") as archive:
        assert not [name for name in archive.getnames() if "compartment" in name]


def _empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def test_no_table_and_no_address_of_the_main_program_belongs_to_the_compartment() -> None:
    from django.apps import apps

    assert not [model for model in apps.get_models() if "compartment" in model.__module__]
    assert "persons" not in get_resolver().reverse_dict
    assert not [name for name in sys.modules if name.startswith("augenmass.compartment")]


def test_production_refuses_the_credentials_of_the_compartment(monkeypatch: pytest.MonkeyPatch) -> None:
    safe = Configuration(mode=Mode.PRODUCTION, secret_key="s" * 40, second_factor=True, debug=False, fixed_now="")
    for name in OF_COMPARTMENT:
        monkeypatch.delenv(name, raising=False)
    assert safe.refusals == []
    monkeypatch.setenv("AUGENMASS_COMPARTMENT_KEY_FILE", "/etc/geheim")
    assert any("Beratungsraums" in reason for reason in safe.refusals)
