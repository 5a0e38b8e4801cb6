"""One archive of databases and files, and the way back.

The databases are copied first, the files after them: files are kept under the hash of their content and written before
the row that names them, so everything that the copied rows name is in the archive.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connections

from augenmass.access.reader import SystemRole
from augenmass.law.time import now
from augenmass.site.databases import libpq_variables
from augenmass.site.kept_apart import mark_of_secret

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = frozenset(
    f"database/{alias}.{ending}" for alias in ("default", "access_log") for ending in ("sqlite3", "pgdump")
)
"""Where the databases lie in any archive: that one is of another kind of installation is said later, in a better sentence."""


class BackupRefused(Exception):
    """Why nothing was written or restored; a sentence."""


@dataclass(frozen=True, slots=True)
class Archived:
    """What an archive holds: members with sha256 and size, the head of the chain at that moment (``SEQ:HEX``), the mark of the secret."""

    made_at: str
    vendor: str
    head: str
    members: dict[str, dict[str, Any]]
    secret: str = ""


def write_archive(target: Path) -> Archived:
    """Write databases and files to a new archive (tar, readable by its owner only). Raises ``BackupRefused``."""
    if target.exists():
        raise BackupRefused(f"{target} gibt es schon. Eine Sicherung überschreibt nichts.")
    partial = target.with_name(target.name + ".partial")
    with tempfile.TemporaryDirectory(prefix="augenmass-backup-", dir=settings.DATA) as folder:
        scratch = Path(folder)
        made_at = now().isoformat(timespec="seconds")
        dumps = {f"database/{_dump_name(alias)}": _dump(alias, scratch) for alias in settings.DATABASES}
        members: dict[str, dict[str, Any]] = {}
        try:
            with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
                with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as archive:
                    for name, path in [*dumps.items(), *_files()]:
                        members[name] = _add(archive, name, path)
                    vendor, head = connections["default"].vendor, _head_in(dumps)
                    archived = Archived(made_at, vendor, head, members, mark_of_secret())
                    _add_manifest(archive, archived, scratch)
                raw.flush()
                os.fsync(raw.fileno())
            partial.rename(target)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
    return archived


def _dump_name(alias: str) -> str:
    return f"{alias}.sqlite3" if connections[alias].vendor == "sqlite" else f"{alias}.pgdump"


def _dump(alias: str, scratch: Path) -> Path:
    """A consistent copy of one database while others write to it."""
    target = scratch / _dump_name(alias)
    database = settings.DATABASES[alias]
    if connections[alias].vendor == "sqlite":
        source = f"file:{Path(_database_file(alias)).as_posix()}?mode=ro"
        with closing(sqlite3.connect(source, uri=True)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        return target
    # With row security a dump reads what its reader may see: here everything, and only in this process.
    command = ["pg_dump", "--format=custom", "--no-owner", "--enable-row-security", f"--file={target}"]
    _run_postgresql(command, database, "pg_dump")
    return target


def _database_file(alias: str) -> str:
    return str(connections[alias].settings_dict["NAME"])


def _run_postgresql(command: list[str], database: dict[str, Any], program: str) -> None:
    """Run a program of PostgreSQL; the password goes by the environment, never by the command line."""
    if shutil.which(program) is None:
        raise BackupRefused(
            f"{program} fehlt. Bitte installieren Sie die Programme von PostgreSQL (postgresql-client)."
        )
    environment = {**os.environ, **_connecting(database)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupRefused(f"{program} ist gescheitert: {done.stderr.strip().splitlines()[-1] if done.stderr else ''}")


def _connecting(database: dict[str, Any]) -> dict[str, str]:
    """As the program itself connects, and as the part of it that may read everything."""
    options = f"{database.get('OPTIONS', {}).get('options', '')} -c augenmass.system={SystemRole.BACKUP}".strip()
    return libpq_variables(database, options=options)


def _files() -> Iterator[tuple[str, Path]]:
    root = Path(default_storage.path(""))
    for path in sorted(root.rglob("*")):
        if path.is_file():
            yield f"files/{path.relative_to(root).as_posix()}", path


def _add(archive: tarfile.TarFile, name: str, path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        entry = archive.gettarinfo(arcname=name, fileobj=file)
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        archive.addfile(entry, file)
    return {"sha256": digest, "size": entry.size}


def _head_in(dumps: dict[str, Path]) -> str:
    """The head of the chain in the copy; empty on PostgreSQL, whose dump cannot be asked."""
    copy = dumps.get("database/default.sqlite3")
    if copy is None:
        return ""
    with closing(sqlite3.connect(copy)) as database:
        row = database.execute("SELECT sequence, chain FROM record_chainhead ORDER BY id LIMIT 1").fetchone()
    return f"{row[0]}:{bytes(row[1]).hex()}" if row else f"0:{bytes(32).hex()}"


def _add_manifest(archive: tarfile.TarFile, archived: Archived, scratch: Path) -> None:
    path = scratch / MANIFEST
    path.write_text(
        json.dumps(
            {
                "format": FORMAT,
                "program": version("augenmass"),
                "made_at": archived.made_at,
                "vendor": archived.vendor,
                "head": archived.head,
                "secret": archived.secret,
                "members": archived.members,
            },
            indent=2,
        )
    )
    _add(archive, MANIFEST, path)


def restore_archive(source: Path) -> Archived:
    """Bring an archive back into an empty installation; nothing is put in place before every hash fits.

    Raises ``BackupRefused``: not empty, another kind of database, damaged.
    """
    _refuse_unless_empty()
    with tempfile.TemporaryDirectory(prefix="augenmass-restore-", dir=settings.DATA) as folder:
        scratch = Path(folder)
        archived = _unpacked(source, scratch)
        if archived.vendor != connections["default"].vendor:
            raise BackupRefused(
                f"Die Sicherung stammt von {archived.vendor}, diese Installation nutzt {connections['default'].vendor}."
            )
        for alias in settings.DATABASES:
            _put_back(alias, scratch / "database" / _dump_name(alias))
        files = scratch / "files"
        if files.is_dir():
            root = Path(default_storage.path(""))
            shutil.rmtree(root, ignore_errors=True)
            root.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(files, root)
    return archived


def _refuse_unless_empty() -> None:
    for alias in settings.DATABASES:
        if connections[alias].vendor == "sqlite":
            if Path(_database_file(alias)).exists():
                raise BackupRefused(
                    f"{_database_file(alias)} gibt es schon. Zurückgespielt wird nur in einen leeren Datenordner."
                )
        elif connections[alias].introspection.table_names():
            raise BackupRefused("Die Datenbank ist nicht leer. Zurückgespielt wird nur in eine leere.")
    if next(_files(), None) is not None:
        raise BackupRefused(
            f"{default_storage.path('')} ist nicht leer. Zurückgespielt wird nur in einen leeren Ordner."
        )


def _unpacked(source: Path, scratch: Path) -> Archived:
    try:
        with tarfile.open(source, mode="r:") as archive:
            for member in _harmless(archive):
                archive.extract(member, scratch, filter="data")
        said = json.loads((scratch / MANIFEST).read_text())
        kind = said["format"]
        archived = Archived(said["made_at"], said["vendor"], said["head"], said["members"], str(said.get("secret", "")))
        expected = {name: (member["sha256"], member["size"]) for name, member in archived.members.items()}
    except (tarfile.TarError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise BackupRefused(f"{source} ist keine lesbare Sicherung ({type(error).__name__}).") from error
    if kind != FORMAT:
        raise BackupRefused(f"Diese Sicherung hat das Format {kind}, gelesen wird {FORMAT}.")
    found = {path.relative_to(scratch).as_posix() for path in scratch.rglob("*") if path.is_file()} - {MANIFEST}
    if found != set(expected):
        raise BackupRefused("In der Sicherung fehlen Dateien, oder es sind fremde darin.")
    for name, (digest, size) in expected.items():
        with (scratch / name).open("rb") as file:
            if (scratch / name).stat().st_size != size or hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise BackupRefused(f"{name} in der Sicherung ist beschädigt.")
    return archived


def _harmless(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """The members, each a plain file at a place where a backup has one, and once. Raises ``BackupRefused`` at the first that is not."""
    seen: set[str] = set()
    for member in archive:
        parts = member.name.split("/")
        place = member.name in {MANIFEST, *DATABASES} or (parts[0] == "files" and len(parts) > 1)
        plain = member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and not member.issparse()
        if not place or not plain or member.name in seen or {"", ".", ".."} & set(parts):
            raise BackupRefused(
                f"In der Sicherung steht etwas, das keine Sicherung schreibt: {member.name!r}. Es wurde nichts zurückgespielt."
            )
        seen.add(member.name)
        yield member


def _put_back(alias: str, dump: Path) -> None:
    if connections[alias].vendor == "sqlite":
        shutil.move(dump, _database_file(alias))
        return
    database = settings.DATABASES[alias]
    command = ["pg_restore", "--no-owner", "--exit-on-error", "--single-transaction", f"--dbname={database['NAME']}"]
    _run_postgresql([*command, str(dump)], database, "pg_restore")
