"""The keys for which sheets of the questionnaire are sealed: the private half is a file of the data folder, never in the database."""

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

FOLDER = "keys"


class KeyMissing(Exception):
    """The private key of a pilot is not where it should be: its sheets cannot be opened."""


def path_of(public: str) -> Path:
    """Where the private half of a key lies."""
    return Path(settings.DATA) / FOLDER / f"sheets-{public[:32]}.key"


def new_key() -> str:
    """Make a key; gives its public half (64 hexadecimal digits). The private one is readable by the program's user only."""
    private = X25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    path = path_of(public)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(private.private_bytes_raw())
        file.flush()
        os.fsync(file.fileno())
    return public


def private_of(public: str) -> bytes:
    """The private half (32 bytes). Raises ``KeyMissing``."""
    try:
        return path_of(public).read_bytes()
    except OSError as error:
        raise KeyMissing from error


def destroy(public: str) -> None:
    """Delete the private half: what is still sealed stays so."""
    path_of(public).unlink(missing_ok=True)
