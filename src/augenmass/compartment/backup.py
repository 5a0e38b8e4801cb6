"""A copy of the compartment's database and the way back. The keys are not in it: they are kept elsewhere, or it protects nobody."""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from augenmass.site.databases import libpq_variables

TABLE = "compartment_person"


class BackupRefused(Exception):
    """Why nothing was written or restored; a sentence."""


def write_copy(target: Path) -> None:
    """Write a consistent copy to a new file that only its owner reads. Raises ``BackupRefused``."""
    if target.exists():
        raise BackupRefused(f"{target} gibt es schon. Eine Sicherung überschreibt nichts.")
    partial = target.with_name(target.name + ".partial")
    os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    try:
        if connection.vendor == "sqlite":
            _copy_sqlite(_file(), partial)
        else:
            _run(["pg_dump", "--format=custom", "--no-owner", f"--file={partial}"])
        partial.rename(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def restore_copy(source: Path) -> None:
    """Bring a copy into an empty compartment. Raises ``BackupRefused``."""
    if not source.is_file():
        raise BackupRefused(f"{source} gibt es nicht.")
    if TABLE in connection.introspection.table_names():
        raise BackupRefused("Hier liegt schon ein Beratungsraum. Wiederhergestellt wird nur in einen leeren.")
    if connection.vendor == "sqlite":
        _refuse_unless_whole(source)
        connection.close()
        _copy_sqlite(source, _file())
    else:
        _run(
            [
                "pg_restore",
                "--no-owner",
                "--exit-on-error",
                "--single-transaction",
                f"--dbname={_database()['NAME']}",
                str(source),
            ]
        )


def _database() -> dict[str, Any]:
    found: dict[str, Any] = settings.DATABASES["default"]
    return found


def _file() -> Path:
    return Path(str(_database()["NAME"]))


def _refuse_unless_whole(source: Path) -> None:
    """A file that was cut off or is something else is refused before anything of it is here."""
    try:
        with closing(sqlite3.connect(f"file:{source.as_posix()}?mode=ro", uri=True)) as copy:
            tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
            whole = copy.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        tables, whole = set(), False
    if TABLE not in tables or not whole:
        raise BackupRefused(f"{source} ist keine unbeschädigte Sicherung eines Beratungsraums auf SQLite.")


def _copy_sqlite(source: Path, target: Path) -> None:
    reading = sqlite3.connect(f"file:{source.as_posix()}?mode=ro", uri=True)
    with closing(reading) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _run(command: list[str]) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, never by the command line."""
    if shutil.which(command[0]) is None:
        raise BackupRefused(f"{command[0]} fehlt. Bitte installieren Sie die Programme von PostgreSQL.")
    told = libpq_variables(_database())
    done = subprocess.run(command, env=os.environ | told, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupRefused(f"{command[0]} ist gescheitert: {(done.stderr.strip().splitlines() or [''])[-1]}")
