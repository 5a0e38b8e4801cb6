"""A backup holds everything, comes back only into an empty installation, and is verified there."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connection

from augenmass.record.models import Fact
from augenmass.site import backup

pytestmark = pytest.mark.db


DRIVER = """
import contextlib, io, json, sys
from augenmass.site.command import main
said = []
for command in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    stdin, sys.stdin = sys.stdin, io.StringIO("ein langes Kennwort\\n")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(command)
    sys.stdin = stdin
    said.append([code, out.getvalue(), err.getvalue()])
json.dump(said, sys.stdout)
"""
SCAN = b"what was scanned"
CREATE = [
    *("createuser", "ingwer", "--name", "Ina Ingwer", "--body", "abh", "--body-name", "Ausländerbehörde"),
    *("--land", "ST", "--role", "intake", "--role", "caseworker", "--password-stdin"),
]


class Said(NamedTuple):
    """How one command ended."""

    code: int
    out: str
    err: str


def augenmass(data: Path, *commands: list[str], **more: str) -> list[Said]:
    """Run commands one after the other on an installation of its own, in one process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER],
        env={**kept, "AUGENMASS_MODE": "test", "AUGENMASS_DATA": str(data), "AUGENMASS_LOG_LEVEL": "ERROR", **more},
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return [Said(*said) for said in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation on SQLite with an import and an uploaded file, and its backup ``kept.tar``."""
    folder = tmp_path_factory.mktemp("installation")
    (folder / "x.csv").write_text("Aktenzeichen;Name;Geb.-Datum\n1;Ada;01.02.1990\n2;Ida;00.00.1991\n")
    (folder / "data/files/documents/ab").mkdir(parents=True)
    (folder / "data/files/documents/ab/abcd").write_bytes(SCAN)
    tables = "from augenmass.site.command.setting_up import create_tables; create_tables()"
    last = ["backup", str(folder / "kept.tar")]
    for said in augenmass(
        folder / "data", ["django", "shell", "-v", "0", "-c", tables], CREATE, ["import", str(folder / "x.csv")], last
    ):
        assert said.code == 0, said.err
    return folder


def test_a_round_trip_brings_back_database_files_and_a_whole_record(kept: Path, tmp_path: Path) -> None:
    archive = str(kept / "kept.tar")
    with tarfile.open(archive) as tar:
        manifest = json.load(tar.extractfile("manifest.json"))  # type: ignore[arg-type]

    restored, verified, explained, again, twice = augenmass(
        tmp_path / "second",
        ["restore", archive],
        ["verify", "--expect", manifest["head"]],
        ["explain", "1", "obliged_to_leave"],
        ["restore", archive],
        ["backup", archive],
    )

    assert restored.code == 0, restored.err
    assert (tmp_path / "second/files/documents/ab/abcd").read_bytes() == SCAN
    assert verified.code == 0, verified.out
    assert manifest["head"] in verified.out
    assert explained.code == 0, explained.err
    assert "Besteht Ausreisepflicht?" in explained.out
    assert again.code == 3
    assert "leeren Datenordner" in again.err
    assert twice.code == 3
    assert oct(Path(archive).stat().st_mode & 0o777) == "0o600"


def test_a_damaged_archive_is_refused_and_nothing_is_put_in_place(kept: Path, tmp_path: Path) -> None:
    content = (kept / "kept.tar").read_bytes()
    assert content.count(SCAN) == 1
    damaged, foreign, none = tmp_path / "damaged.tar", tmp_path / "foreign.tar", tmp_path / "none.tar"
    damaged.write_bytes(content.replace(SCAN, SCAN[::-1]))
    none.write_bytes(b"no archive")
    with tarfile.open(foreign, "w") as archive:
        archive.add(kept / "x.csv", arcname="../../escaped")
    target = tmp_path / "deep" / "second"

    said = augenmass(target, *(["restore", str(path)] for path in (damaged, foreign, none)))

    assert [found.code for found in said] == [3, 3, 3]
    assert "beschädigt" in said[0].err
    assert "keine lesbare Sicherung" in said[2].err
    assert not (target / "augenmass.sqlite3").exists()
    assert not (target / "files").exists()
    assert not list(tmp_path.rglob("escaped"))


def _entry(name: str, kind: bytes = tarfile.REGTYPE, target: str = "") -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.linkname = kind, target
    return entry


STRANGE = {
    "absolute": [_entry("/tmp/augenmass-escaped")],
    "parent": [_entry("files/../../escaped")],
    "symbolic link inside": [_entry("files/documents/link", tarfile.SYMTYPE, "../../manifest.json")],
    "symbolic link outside": [_entry("files/documents/link", tarfile.SYMTYPE, "/etc/passwd")],
    "hard link": [_entry("files/documents/link", tarfile.LNKTYPE, "manifest.json")],
    "device": [_entry("files/null", tarfile.CHRTYPE)],
    "folder": [_entry("files/folder", tarfile.DIRTYPE)],
    "twice": [_entry("files/documents/ab/abcd")],
    "another database": [_entry("database/more.sqlite3")],
    "beside": [_entry("identity-providers.toml")],
}


def test_an_archive_with_anything_that_no_backup_writes_is_refused(kept: Path, tmp_path: Path) -> None:
    archives = []
    for name, entries in STRANGE.items():
        archives.append(tmp_path / f"{name.replace(' ', '-')}.tar")
        shutil.copyfile(kept / "kept.tar", archives[-1])
        with tarfile.open(archives[-1], "a") as archive:
            for entry in entries:
                archive.addfile(entry)
    extra = tmp_path / "extra.tar"
    shutil.copyfile(kept / "kept.tar", extra)
    with tarfile.open(extra, "a") as archive:
        archive.addfile(_entry("files/documents/unnamed"))
    empty = tmp_path / "empty.tar"
    with tarfile.open(empty, "w") as archive:
        manifest = tmp_path / "manifest.json"
        manifest.write_text('{"format": 1}')
        archive.add(manifest, arcname="manifest.json")
    target = tmp_path / "second"

    said = augenmass(target, *(["restore", str(path)] for path in (*archives, extra, empty)))

    assert [found.code for found in said] == [3] * len(said)
    for name, found in zip(STRANGE, said, strict=False):
        assert "das keine Sicherung schreibt" in found.err, name
    assert "fremde" in said[-2].err
    assert "keine lesbare Sicherung" in said[-1].err
    assert not (target / "augenmass.sqlite3").exists()
    assert not (target / "files").exists()
    assert not list(tmp_path.rglob("*escaped"))
    assert not Path("/tmp/augenmass-escaped").exists()


def test_an_altered_row_is_found_by_the_command(kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "altered"
    shutil.copytree(kept / "data", target)
    with closing(sqlite3.connect(target / "augenmass.sqlite3")) as database:
        [(fact,)] = database.execute("SELECT id FROM record_fact WHERE value = 'Ada'").fetchall()
        database.execute("UPDATE record_fact SET value = 'Eva' WHERE id = ?", [fact])
        database.commit()

    found, checked = augenmass(target, ["verify"], ["check"])

    assert found.code == 1
    assert f"record.Fact {fact}:" in found.out
    assert "Eva" not in found.out
    assert checked.code == 0, checked.out


def test_keys_stay_outside_the_archive_and_the_restore_names_each_that_is_missing(kept: Path, tmp_path: Path) -> None:
    first, second, archive = tmp_path / "first", tmp_path / "second", str(tmp_path / "kept.tar")
    secret = {"AUGENMASS_SECRET_KEY": "a" * 40}
    shutil.copytree(kept / "data", first)
    saved = augenmass(first, ["transmissions", "key", "abh"], ["backup", archive], **secret)
    [key] = (first / "keys").iterdir()
    [restored] = augenmass(second, ["restore", archive], AUGENMASS_SECRET_KEY="b" * 40)
    [lacking] = augenmass(second, ["check"], **secret)
    shutil.copytree(first / "keys", second / "keys")
    [whole] = augenmass(second, ["check"], **secret)
    later = augenmass(second, ["transmissions", "key", "abh"], **secret)
    shutil.copytree(second / "keys", tmp_path / "third" / "keys")
    [rotated] = augenmass(tmp_path / "third", ["restore", archive], **secret)

    assert [said.code for said in (*saved, restored, *later, rotated)] == [0] * 5
    assert "Nicht darin sind 1 Dateien" in saved[1].err
    with tarfile.open(archive) as tar:
        content = Path(archive).read_bytes()
        assert not [name for name in tar.getnames() if "keys" in name]
    assert b"PRIVATE KEY" not in content
    assert b"a" * 40 not in content
    assert f"keys/{key.name} fehlt" in restored.err
    assert f"augenmass transmissions key abh --revoke {key.stem}" in restored.err
    assert "AUGENMASS_SECRET_KEY ist ein anderer" in restored.err
    assert lacking.code == 1
    assert f"{key.name} fehlt" in lacking.out
    assert whole.code == 0, whole.out
    [newer] = {path.name for path in (second / "keys").iterdir()} - {key.name}
    assert f"{newer} gehört zu keinem Schlüssel der Datenbank" in rotated.err
    assert f"{key.name} fehlt" not in rotated.err
    assert "AUGENMASS_SECRET_KEY" not in rotated.err


@pytest.mark.pg
@pytest.mark.django_db(transaction=True)
def test_a_round_trip_on_postgresql_brings_back_the_record(case_with, tmp_path: Path) -> None:
    case_with({"family_name": "Beispiel"})
    settings = connection.settings_dict
    archive = tmp_path / "kept.tar"
    backup.write_archive(archive)
    name = f"{settings['NAME']}_restored"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    address = f"dbname='{name}'" + "".join(
        f" {key}='{settings[setting]}'"
        for key, setting in (("host", "HOST"), ("port", "PORT"), ("user", "USER"), ("password", "PASSWORD"))
        if settings[setting]
    )
    try:
        restored, again = augenmass(
            tmp_path / "second", ["restore", str(archive)], ["restore", str(archive)], AUGENMASS_DATABASE=address
        )
        assert restored.code == 0, restored.err
        assert f" {Fact.objects.count()} Zeilen geprüft" in restored.err
        assert again.code == 3
        assert "nicht leer" in again.err
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
