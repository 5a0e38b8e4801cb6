"""The keys of the content: a file outside the database, one key a line, the first one encrypts, all of them decrypt.

A line is 32 bytes as URL-safe base64. A key is known by the first 16 hexadecimal digits of its SHA-256, which stand beside
everything it encrypted, so that a missing key is named and never taken for a wrong password.
"""

import base64
import binascii
import hashlib
import os
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from augenmass.compartment.configuration import configuration

KEY_BYTES = 32
HEAD = "# Schlüssel des Beratungsraums. Ohne diese Datei sind die Inhalte verloren; getrennt von den Sicherungen aufbewahren.\n"


class KeyFileProblem(Exception):
    """The file with the keys cannot be read as such; a sentence for the operator."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of AES-256."""

    secret: bytes

    @property
    def id(self) -> str:
        """By which it is known."""
        return hashlib.sha256(self.secret).hexdigest()[:16]

    @property
    def line(self) -> str:
        return base64.urlsafe_b64encode(self.secret).decode()


@dataclass(frozen=True, slots=True)
class Keyring:
    """All keys, the one that encrypts first; empty where there is no file."""

    keys: tuple[Key, ...] = ()

    @property
    def current(self) -> Key | None:
        return self.keys[0] if self.keys else None

    def named(self, key_id: str) -> Key | None:
        return next((key for key in self.keys if key.id == key_id), None)


def new_key() -> Key:
    """A random key."""
    return Key(secrets.token_bytes(KEY_BYTES))


def keyring() -> Keyring:
    """The keys as the file holds them now: a rotation in another process counts from the next request on.

    Raises ``KeyFileProblem``.
    """
    path = configuration().keys
    try:
        seen = path.stat()
    except FileNotFoundError:
        return Keyring()
    except OSError as error:
        raise KeyFileProblem(f"Die Schlüsseldatei {path} ist nicht lesbar.") from error
    return _read(path, seen.st_mtime_ns, seen.st_size, seen.st_ino)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int, _file: int) -> Keyring:
    try:
        lines = path.read_text("ascii", errors="replace").splitlines()
    except OSError as error:
        raise KeyFileProblem(f"Die Schlüsseldatei {path} ist nicht lesbar.") from error
    return Keyring(tuple(_key(line.strip(), path) for line in lines if line.strip() and not line.startswith("#")))


def _key(line: str, path: Path) -> Key:
    try:
        secret = base64.b64decode(line, altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise KeyFileProblem(f"Die Schlüsseldatei {path} enthält eine Zeile, die kein Schlüssel ist.") from error
    if len(secret) != KEY_BYTES:
        raise KeyFileProblem(f"Die Schlüsseldatei {path} enthält einen Schlüssel falscher Länge.")
    return Key(secret)


def write_keyring(kept: Keyring) -> None:
    """Replace the file by these keys, at once and readable by its owner only."""
    path = configuration().keys
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(HEAD + "".join(f"{key.line}\n" for key in kept.keys))
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


def open_to_others() -> bool:
    """Whether somebody else on this machine may read the file."""
    path = configuration().keys
    return path.exists() and bool(path.stat().st_mode & 0o077)
