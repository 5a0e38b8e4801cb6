"""Ed25519: signing messages and checking what others signed. Keys are named by the beginning of their digest and hold from day to day."""

import base64
import binascii
import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_BYTES = 32


class KeyProblem(StrEnum):
    """Why a key proves nothing on a day."""

    NOT_YET = "not_yet"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A public key (Base64) with the days from and until which it is valid, both included."""

    key_id: str
    public_key: str
    valid_from: date
    valid_until: date
    revoked_on: date | None = None


def public_text(private: Ed25519PrivateKey) -> str:
    """The public half as Base64."""
    return base64.b64encode(private.public_key().public_bytes_raw()).decode()


def key_id_of(public_key: str) -> str:
    """32 hexadecimal digits: the beginning of the SHA-256 of the key. Raises ``ValueError`` for what is no key."""
    return hashlib.sha256(_decoded(public_key)).hexdigest()[:32]


def fingerprint(public_key: str) -> str:
    """The whole digest in groups of four, as two people read it to each other on the telephone."""
    digits = hashlib.sha256(_decoded(public_key)).hexdigest()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def sign(private: Ed25519PrivateKey, content: bytes) -> str:
    """The signature as Base64."""
    return base64.b64encode(private.sign(content)).decode()


def proves(public_key: str, content: bytes, signature: str) -> bool:
    """Whether the key's owner signed exactly this content."""
    try:
        Ed25519PublicKey.from_public_bytes(_decoded(public_key)).verify(base64.b64decode(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def problem_with(key: KeyLine, on: date) -> KeyProblem | None:
    """Why a key proves nothing on a day; None where it does."""
    if key.revoked_on is not None:
        return KeyProblem.REVOKED
    if on < key.valid_from:
        return KeyProblem.NOT_YET
    return KeyProblem.EXPIRED if on > key.valid_until else None


def _decoded(public_key: str) -> bytes:
    try:
        raw = base64.b64decode(public_key, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("no Base64") from error
    if len(raw) != _BYTES:
        raise ValueError("no key of 32 bytes")
    return raw
