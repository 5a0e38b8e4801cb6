"""Two instances with data folders of their own exchange messages: over HTTP between two running servers, and by file."""

import json
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.db, pytest.mark.sqlite]  # installations of their own, on files

COMMAND = str(Path(sys.executable).with_name("augenmass"))
AUTHORITY = "abh-auenkreis"
START = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "augenmass.site.settings"
import django; django.setup()
from augenmass.access.actor import actor_for
from augenmass.access.reader import become, SystemRole
from augenmass.directory.models import Account
become(SystemRole.COMMAND)
def who(name):
    return actor_for(Account.objects.get(username=name))
given = json.loads(sys.argv[1])
"""
TOKEN = """
from datetime import timedelta
from uuid import uuid4
from augenmass.access.tokens import TokenForm, make_token
from augenmass.law.time import today
form = TokenForm("andere Anwendung", ("messages:deliver",), "case_work", today() + timedelta(days=30), uuid4())
print(json.dumps(make_token(who("brandt"), form)[1]))
"""
PARTNER = """
from augenmass.transmissions.actions.partners import PartnerForm, add_partner
form = PartnerForm(given["card"], url=given["url"], token=given["token"], compared=True)
print(json.dumps(str(add_partner(who("sommer"), form).key)))
"""
SEND = """
from uuid import uuid4
from augenmass.record.models import Case, Fact
from augenmass.transmissions.actions.composing import Composition, transmit
from augenmass.transmissions.models import OutsideBody
from augenmass.transmissions.rules.kinds import MessageKind
brakes = ("special_rule_opposes", "professional_secret", "tax_secret", "social_data", "youth_welfare_entrusted", "counselling_content")
told = {name: "no" for name in brakes} | {"necessity_affirmed": "yes", "on_request": "yes", "register_suffices": "no"}
sent = []
for case in Case.objects.filter(body__key="abh-auenkreis").order_by("pk")[: given["cases"]]:
    facts = Fact.objects.filter(case=case, name__in=["family_name", "date_of_birth"], closed_by=None, disputed_by=None)
    asked = Composition(
        key=uuid4(), kind=MessageKind.TRANSMISSION, purpose="residence_law", reasons="Umzug", told=told,
        facts=tuple(facts.values_list("pk", flat=True)), outside_id=OutsideBody.objects.get().pk,
    )
    sent.append(str(transmit(who("brandt"), case.pk, asked).key))
print(json.dumps(sent))
"""
ACCEPT = """
from uuid import UUID
from augenmass.transmissions.actions.deciding import Acceptance, accept
for message in given["messages"]:
    accept(who("brandt"), UUID(message), Acceptance())
print("null")
"""
FILES = """
from uuid import UUID
from pathlib import Path
from augenmass.transmissions.actions.delivering import take_out
from augenmass.transmissions.models import Envelope
keys = [UUID(one) for one in given["messages"]] or list(
    Envelope.objects.filter(kind="acceptance").values_list("message", flat=True))
for key in keys:
    Path(given["folder"], f"{key}.json").write_text(take_out(who("brandt"), key).text, encoding="utf-8")
print("null")
"""


EMPTY = """
from augenmass.transmissions.models import OutsideBody, OutsideKey
OutsideKey.objects.all().delete()
OutsideBody.objects.all().delete()
print("null")
"""


class Site:
    """An installation of its own."""

    def __init__(self, folder: Path, name: str, like: "Site | None" = None) -> None:
        kept = {key: value for key, value in os.environ.items() if not key.startswith("AUGENMASS_")}
        self.port = free_port()
        self.folder = folder
        self.environment = kept | {
            "AUGENMASS_MODE": "demo",
            "AUGENMASS_DATA": str(folder),
            "AUGENMASS_INSTANCE_NAME": name,
            "AUGENMASS_LOG_LEVEL": "ERROR",
        }
        if like is None:
            self.run("demo-setup", "--cases", "6")
        else:
            # Invented cases as in the other one; keys and tokens are made afterwards.
            shutil.copytree(like.folder, folder, dirs_exist_ok=True)
            shutil.rmtree(folder / "keys", ignore_errors=True)

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    def run(self, *arguments: str) -> str:
        done = subprocess.run([COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def script(self, text: str, **given: Any) -> Any:
        arguments = [sys.executable, "-c", START + text, json.dumps(given)]
        done = subprocess.run(arguments, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def states(self) -> list[str]:
        """What became of what was sent; read past the program, so that asking often costs little."""
        return self._column("SELECT state FROM transmissions_transmission ORDER BY state")

    def received(self) -> list[str]:
        """Numbers of the transmissions that came in."""
        return self._column("SELECT message FROM transmissions_received WHERE kind = 'transmission' ORDER BY message")

    def _column(self, question: str) -> list[str]:
        with closing(sqlite3.connect(f"file:{self.folder}/augenmass.sqlite3?mode=ro", uri=True)) as held:
            return [value for (value,) in held.execute(question)]

    def start(self) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(self.port), "--workers", "1"],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until(lambda: answers(self.port))
        return process

    @contextmanager
    def server(self) -> Iterator["subprocess.Popen[bytes]"]:
        process = self.start()
        try:
            yield process
        finally:
            end(process, signal.SIGTERM)

    def knows(self, other: "Site") -> None:
        card, token = other.run("transmissions", "card", AUTHORITY), other.script(TOKEN)
        self.script(PARTNER, card=card, url=other.url, token=token)


def end(process: "subprocess.Popen[bytes]", how: signal.Signals) -> None:
    if process.poll() is None:
        os.killpg(process.pid, how)
    process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def until(done: Any, seconds: float = 120) -> None:
    end_of_patience = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end_of_patience
        time.sleep(0.3)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    here = Site(tmp_path_factory.mktemp("mittelau"), "mittelau.example")
    # The partners of the demonstration are of no use here: one is looked up as the only one.
    here.script(EMPTY)
    there = Site(tmp_path_factory.mktemp("fernland"), "fernland.example", here)
    here.knows(there)
    there.knows(here)
    return here, there


def test_two_running_servers_exchange_messages_and_receipts_although_one_is_killed(sites: tuple[Site, Site]) -> None:
    here, there = sites
    with here.server():
        other = there.start()
        messages = here.script(SEND, cases=3)
        until(there.received)
        end(other, signal.SIGKILL)
        with there.server():
            until(lambda: here.states() == ["delivered"] * 3)
            assert there.received() == sorted(message.replace("-", "") for message in messages)
            there.script(ACCEPT, messages=messages)
            until(lambda: here.states() == ["accepted"] * 3)
    for site in sites:
        site.run("verify")


def test_the_same_by_file_without_any_server(sites: tuple[Site, Site], tmp_path: Path) -> None:
    here, there = sites
    before = len(there.received())
    (message,) = here.script(SEND, cases=1)
    here.script(FILES, messages=[message], folder=str(tmp_path))
    file, receipt = tmp_path / f"{message}.json", tmp_path / "quittung.json"
    for _twice in "ab":
        there.run("transmissions", "take-in", str(file), "--receipt", str(receipt))
    assert len(there.received()) == before + 1
    here.run("transmissions", "take-in", str(receipt))
    assert here.states().count("delivered") == 1
    altered = tmp_path / "verändert.json"
    altered.write_text(file.read_text("utf-8").replace("Umzug", "x").replace('"test": true', '"test": false'), "utf-8")
    refused = subprocess.run(
        [COMMAND, "transmissions", "take-in", str(altered)],
        env=there.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert refused.returncode == 3
    assert "verändert oder gefälscht" in refused.stderr
