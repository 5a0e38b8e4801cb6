"""Private keys: files of the data folder that only the program's user reads, one for each public key in the database."""

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from django.conf import settings
from django.utils.translation import gettext as _

from augenmass.transmissions.models import BodyKey
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.signing import public_text

FOLDER = "keys"
_OTHERS = 0o077


def new_private(key_path: Path, private: Ed25519PrivateKey) -> None:
    """Write a private key to a new file, readable by its owner only, and make sure that it is on the disk."""
    key_path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    content = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with os.fdopen(os.open(key_path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def path_of(key_id: str) -> Path:
    """Where the private half of a key lies."""
    return Path(settings.DATA) / FOLDER / f"{key_id}.pem"


def private_of(key: BodyKey) -> Ed25519PrivateKey:
    """The private half. Raises ``NotSent`` where it is missing, damaged, of another key, or readable by others."""
    path = path_of(key.key_id)
    try:
        if path.stat().st_mode & _OTHERS:
            raise NotSent(
                _(
                    "Die Datei des privaten Schlüssels ist für andere lesbar. Der Betrieb muss die Rechte richtigstellen, bevor unterzeichnet werden kann."
                )
            )
        private = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise NotSent(
            _(
                "Der private Schlüssel Ihrer Dienststelle fehlt oder ist beschädigt. Der Betrieb kann einen neuen anlegen (augenmass transmissions key)."
            )
        ) from error
    if not isinstance(private, Ed25519PrivateKey) or public_text(private) != key.public_key:
        raise NotSent(_("Der private Schlüssel passt nicht zum öffentlichen. Der Betrieb muss einen neuen anlegen."))
    return private
