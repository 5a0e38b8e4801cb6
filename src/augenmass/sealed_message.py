"""A message that only one counselling service can open: its form, how it is sealed and opened.

Known by the main program, which seals it and keeps it unread, and by the counsellors' compartment, which opens it. X25519 with a key
made for this message, HKDF-SHA-256, AES-256-GCM (as ECIES; the key of the message and the service's are bound in).
"""

import json
import os
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

FORMAT = b"augenmass.message/1"
KEY_BYTES, NONCE_BYTES = 32, 12
MEMBERS = ("about", "name", "contact", "language", "text", "authority")
SIZE = 1024
"""Sealed messages are as long as the next multiple of this: the length tells little of the text."""


class NotOpened(ValueError):
    """The content was sealed for somebody else, or altered."""


def seal(public_key: str, message: Mapping[str, str]) -> bytes:
    """Seal a message for the holder of the private key (public key: 64 hexadecimal digits). Raises ``ValueError`` for a wrong key."""
    receiver = X25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
    own = X25519PrivateKey.generate()
    sent = own.public_key().public_bytes_raw()
    nonce = os.urandom(NONCE_BYTES)
    plain = json.dumps({name: message.get(name, "") for name in MEMBERS}, ensure_ascii=False).encode()
    padded = plain.ljust(-(-len(plain) // SIZE) * SIZE)
    secret = _key(own.exchange(receiver), sent, bytes.fromhex(public_key))
    return sent + nonce + AESGCM(secret).encrypt(nonce, padded, FORMAT)


def open_sealed(private_key: bytes, sealed: bytes) -> dict[str, Any]:
    """Open a message with the private key (32 bytes). Raises ``NotOpened``."""
    own = X25519PrivateKey.from_private_bytes(private_key)
    sent, rest = sealed[:KEY_BYTES], sealed[KEY_BYTES:]
    try:
        shared = own.exchange(X25519PublicKey.from_public_bytes(sent))
        secret = _key(shared, sent, own.public_key().public_bytes_raw())
        plain = AESGCM(secret).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], FORMAT)
        found: dict[str, Any] = json.loads(plain)
    except (InvalidTag, ValueError) as error:
        raise NotOpened from error
    return found


def messages_in(content: bytes) -> list[dict[str, Any]]:
    """The sealed messages of a file as the authority hands it out, ``content`` as bytes. Raises ``NotOpened`` for another file."""
    try:
        read = json.loads(content)
        if read["format"] != FORMAT.decode():
            raise NotOpened
        return [{**one, "content": b64decode(one["content"], validate=True)} for one in read["messages"]]
    except (ValueError, KeyError, TypeError) as error:
        raise NotOpened from error


def is_public_key(text: str) -> bool:
    """Whether a text is a public key that can be sealed for."""
    try:
        seal(text, {})
    except ValueError:
        return False
    return True


def _key(shared: bytes, sent: bytes, receiver: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=FORMAT + sent + receiver).derive(shared)
