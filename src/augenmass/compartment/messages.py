"""Messages that persons wrote at their own door: sealed there with the key of the service, opened here and nowhere else."""

import os
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from augenmass.compartment.configuration import configuration
from augenmass.sealed_message import NotOpened, messages_in, open_sealed


def key_file() -> Path:
    """The private key lies beside the keys of the content, never in the data folder."""
    keys = configuration().keys
    return keys.with_name(f"{keys.name}.messages")


def public_key() -> str:
    """What the authority enters, 64 hexadecimal digits; the key is made where there is none yet."""
    path = key_file()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(X25519PrivateKey.generate().private_bytes_raw().hex() + "\n")
    return X25519PrivateKey.from_private_bytes(_private()).public_key().public_bytes_raw().hex()


def read_messages(content: bytes) -> list[dict[str, Any]]:
    """The messages of a file that are for this service, oldest first, opened. Raises ``NotOpened`` for one that was altered."""
    mine = public_key()
    found = [one for one in messages_in(content) if one["public_key"] == mine]
    return [
        open_sealed(_private(), one["content"]) | {"arrived_on": one["arrived_on"], "key": one["key"]} for one in found
    ]


def _private() -> bytes:
    try:
        return bytes.fromhex(key_file().read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise NotOpened from error
