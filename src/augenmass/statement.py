"""A statement of a counselling service that a person approved: its form, its signature, how it is checked.

The one thing that leaves the counsellors' compartment. Both sides know this form and nothing else of each other. It is JSON,
so that people can read the file too; what is signed is the canonical JSON of everything but the signature.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

FORMAT = "augenmass.statement/1"
LONGEST_TEXT = 2_000
"""Characters of a statement: it is a short text, not a report of a talk."""
MEMBERS = {
    "format": str,
    "key": str,
    "number": str,
    "text": str,
    "text_sha256": str,
    "language": str,
    "sender": str,
    "sender_public": bool,
    "approved_on": str,
    "approved_how": str,
    "approved_language": str,
    "interpreter": bool,
    "public_key": str,
    "signature": str,
}
"""What a statement holds; nothing else is taken."""
HOW = ("paper", "screen")


class NotAStatement(ValueError):
    """The content is no statement, or not as it was signed; ``what`` is ``form``, ``text`` or ``signature``."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


@dataclass(frozen=True, slots=True)
class Statement:
    """What was approved, by whom it is sent, how it was approved. ``number``: file number of the authority."""

    key: UUID
    number: str
    text: str
    language: str
    sender: str
    sender_public: bool
    approved_on: date
    approved_how: str
    approved_language: str
    interpreter: bool

    def signed(self, private_key: bytes) -> dict[str, Any]:
        """The statement as it is handed over, signed with an Ed25519 key (32 bytes)."""
        signer = Ed25519PrivateKey.from_private_bytes(private_key)
        unsigned = {
            "format": FORMAT,
            "key": str(self.key),
            "number": self.number,
            "text": self.text,
            "text_sha256": digest_of_text(self.text),
            "language": self.language,
            "sender": self.sender,
            "sender_public": self.sender_public,
            "approved_on": self.approved_on.isoformat(),
            "approved_how": self.approved_how,
            "approved_language": self.approved_language,
            "interpreter": self.interpreter,
            "public_key": signer.public_key().public_bytes_raw().hex(),
        }
        return unsigned | {"signature": signer.sign(_canonical(unsigned)).hex()}

    @classmethod
    def read(cls, sent: Mapping[str, Any]) -> Self:
        """The statement out of what was handed over. Raises ``NotAStatement`` unless form, text and signature fit."""
        if set(sent) != set(MEMBERS) or any(type(sent[name]) is not kind for name, kind in MEMBERS.items()):
            raise NotAStatement("form")
        if sent["format"] != FORMAT or sent["approved_how"] not in HOW or not 0 < len(sent["text"]) <= LONGEST_TEXT:
            raise NotAStatement("form")
        if sent["text_sha256"] != digest_of_text(sent["text"]):
            raise NotAStatement("text")
        _check_signature(sent)
        try:
            return cls(
                key=UUID(sent["key"]),
                number=sent["number"],
                text=sent["text"],
                language=sent["language"],
                sender=sent["sender"],
                sender_public=sent["sender_public"],
                approved_on=date.fromisoformat(sent["approved_on"]),
                approved_how=sent["approved_how"],
                approved_language=sent["approved_language"],
                interpreter=sent["interpreter"],
            )
        except ValueError as error:
            raise NotAStatement("form") from error


def digest_of_text(text: str) -> str:
    """SHA-256 of exactly this text, as hexadecimal digits: what an approval is tied to."""
    return hashlib.sha256(text.encode()).hexdigest()


def fingerprint(public_key: str) -> str:
    """The first 16 hexadecimal digits of SHA-256 of a public key, to be compared by people in groups of four."""
    found = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:16]
    return " ".join(found[start : start + 4] for start in range(0, 16, 4))


def _canonical(unsigned: Mapping[str, Any]) -> bytes:
    return json.dumps(unsigned, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _check_signature(sent: Mapping[str, Any]) -> None:
    unsigned = {name: value for name, value in sent.items() if name != "signature"}
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(sent["public_key"]))
        key.verify(bytes.fromhex(sent["signature"]), _canonical(unsigned))
    except (InvalidSignature, ValueError) as error:
        raise NotAStatement("signature") from error
