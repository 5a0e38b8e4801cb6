"""A copy of a compartment brought back elsewhere: with its keys, without them, and with keys that were rotated in between."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest

pytestmark = [pytest.mark.db]
SECRET = "Angst vor dem Bruder"
DRIVER = """
import contextlib, io, json, sys
from augenmass.compartment.command import main
said = []
for command in json.load(sys.stdin):
    out = io.StringIO()
    stdin, sys.stdin = sys.stdin, io.StringIO("ein langes Kennwort\\n")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = main(command)
    sys.stdin = stdin
    said.append([code, out.getvalue()])
json.dump(said, sys.stdout)
"""
TALK = f"""
import django; django.setup()
from uuid import uuid4
from augenmass.compartment.actions.body import Declared, declare
from augenmass.compartment.actions.persons import NoticeForm, PersonForm, open_person, record_notice
from augenmass.compartment.actions.talks import TalkForm, note_talk
from augenmass.compartment.models import Account
from augenmass.law.time import today
haas = Account.objects.get()
declare(haas, Declared(False, (), False), None)
person = open_person(haas, uuid4(), PersonForm("Herr Sentinel", "fr", "", "N-1"))
record_notice(haas, person.key, NoticeForm(uuid4(), today(), "fr", True, haas.body.declarations.get().pk))
note_talk(haas, person.key, TalkForm(uuid4(), today(), "fr", True, "Fristen", "{SECRET}"))
"""
READ = """
import django; django.setup()
from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.models import Talk
try:
    print(Talk.objects.get().content()["note"])
except Unreadable as error:
    print(error)
"""


class Said(NamedTuple):
    """How one command ended."""

    code: int
    out: str


class Compartment:
    """An installation in a folder of its own, on SQLite or in a database of its own; its keys lie beside it."""

    def __init__(self, folder: Path, database: str) -> None:
        self.keys = folder / "keys"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
        own = {"MODE": "test", "DATA": str(folder / "data"), "DATABASE": database, "KEY_FILE": str(self.keys)}
        self.environment = {**kept, **{f"AUGENMASS_COMPARTMENT_{name}": value for name, value in own.items()}}
        self.environment["DJANGO_SETTINGS_MODULE"] = "augenmass.compartment.settings"

    def run(self, *commands: list[str]) -> list[Said]:
        return [Said(*said) for said in json.loads(self.program(DRIVER, json.dumps(commands)))]

    def program(self, code: str, given: str = "") -> str:
        done = subprocess.run(
            [sys.executable, "-c", code], env=self.environment, input=given, capture_output=True, text=True, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def read(self) -> str:
        return self.program(READ).strip()

    def key_ids(self) -> list[str]:
        code = "from augenmass.compartment.keys import keyring; print(*(key.id for key in keyring().keys))"
        return self.program(code).split()


@contextmanager
def _fresh(folder: Path, vendor: str) -> Iterator[Compartment]:
    if vendor == "sqlite":
        yield Compartment(folder, "sqlite")
        return
    import psycopg
    from psycopg.conninfo import make_conninfo

    given, name = os.environ["AUGENMASS_TEST_DATABASE"], f"compartment_{uuid4().hex[:12]}"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield Compartment(folder, make_conninfo(given, dbname=name))
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


CREATE = [
    ["migrate"],
    ["body", "nord", "--name", "Beratung Nord"],
    ["counsellor", "haas", "--name", "Ronja Haas", "--body", "nord", "--leads"],
]


@pytest.mark.parametrize("vendor", ["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)])
def test_a_copy_is_read_where_its_keys_are_and_names_the_ones_that_are_not(tmp_path: Path, vendor: str) -> None:
    copy = str(tmp_path / "copy")
    with _fresh(tmp_path / "first", vendor) as first:
        made = first.run(*CREATE)
        first.program(TALK)
        [saved] = first.run(["backup", copy])
        [old] = first.key_ids()
        old_line = first.keys.read_text().splitlines()[-1]
        rotated = first.run(["rotate-key"], ["drop-keys"])
        [new] = first.key_ids()
        assert [said.code for said in (*made, saved, *rotated)] == [0] * 6, (made, saved, rotated)
        assert old in saved.out
        assert new != old
        assert oct(Path(copy).stat().st_mode & 0o777) == "0o600"
        assert old_line.encode() not in Path(copy).read_bytes()
        assert SECRET.encode() not in Path(copy).read_bytes()
        kept_keys = first.keys.read_text()

    with _fresh(tmp_path / "second", vendor) as second:
        second.keys.parent.mkdir(parents=True)
        second.keys.write_text(old_line + "\n")
        second.keys.chmod(0o600)
        present, again, checked = second.run(["restore", copy], ["restore", copy], ["check"])
        assert present.code == 0, present.out
        assert second.read() == SECRET
        assert again.code == 3
        assert "schon ein Beratungsraum" in again.out
        assert "Schlüssel" not in checked.out

    with _fresh(tmp_path / "third", vendor) as third:
        lost, migrated, verified, checked = third.run(["restore", copy], ["migrate"], ["verify"], ["check"])
        assert lost.code == 1
        assert f"Der Schlüssel {old} fehlt" in lost.out
        assert "Kopf der Kette" in lost.out
        assert (migrated.code, verified.code, checked.code) == (0, 0, 1)
        assert not third.keys.exists(), "no new key hides that the old one is missing"
        assert old in third.read()
        third.keys.write_text(old_line + "\n")
        third.keys.chmod(0o600)
        assert third.read() == SECRET

    with _fresh(tmp_path / "fourth", vendor) as fourth:
        fourth.keys.parent.mkdir(parents=True)
        fourth.keys.write_text(kept_keys)
        fourth.keys.chmod(0o600)
        [between] = fourth.run(["restore", copy])
        assert between.code == 1
        assert f"Der Schlüssel {old} fehlt" in between.out
        assert new not in between.out
        fourth.keys.write_text(f"{kept_keys}{old_line}\n")
        assert fourth.read() == SECRET
        done = fourth.run(["rotate-key"], ["drop-keys"], ["verify"])
        assert [said.code for said in done] == [0, 0, 0], done
        assert old not in fourth.key_ids()
        assert fourth.read() == SECRET


def test_a_file_that_is_no_whole_copy_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with _fresh(tmp_path / "first", "sqlite") as first:
        first.run(*CREATE, ["backup", str(tmp_path / "copy")])
    content = (tmp_path / "copy").read_bytes()
    (tmp_path / "short").write_bytes(content[: len(content) // 2])
    (tmp_path / "text").write_text("keine Datenbank")
    (tmp_path / "empty").write_bytes(b"")
    with _fresh(tmp_path / "second", "sqlite") as second:
        names = ("short", "text", "empty", "none")
        refused = second.run(*(["restore", str(tmp_path / name)] for name in names))
        assert [said.code for said in refused] == [3] * 4, refused
        [whole] = second.run(["restore", str(tmp_path / "copy")])
        assert "schon ein Beratungsraum" not in whole.out
        assert "Kopf der Kette" in whole.out
