"""The signature over a whole PDF: by the file alone anybody can tell whether it was changed. Pure.

The file carries one line among its keywords: which edition it is, the digest of its text, the public key and the signature. Signed is the
SHA-256 of the file in which the signature itself is set to zeros; so every other byte is covered, and the file stays PDF/UA and PDF/A.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.transmissions.rules.signing import fingerprint, key_id_of, proves, public_text, sign

SCHEME: Final = "augenmass-agreement/1"
_EMPTY: Final = "0" * 86 + "=="
"""As long as 64 bytes in Base64."""
_LINE: Final = re.compile(
    rb"augenmass-agreement/1;edition=([0-9a-f-]{36});number=(\d{1,4});text=([0-9a-f]{64});signed=(\d{4}-\d{2}-\d{2});"
    rb"body=([a-z0-9_-]{1,60});public=([A-Za-z0-9+/]{43}=);signature=([A-Za-z0-9+/]{86}==)"
)


class Finding(StrEnum):
    """What a file proves."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    NO_COPY = "no_copy"
    """It carries no such line: no copy of an agreement, or one whose line was taken out."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What the line of a copy says."""

    edition: UUID
    number: int
    text_digest: str
    signed_on: date
    body: str
    public_key: str

    def line(self, signature: str = _EMPTY) -> str:
        """The line with a signature; without one, with zeros in its place."""
        return (
            f"{SCHEME};edition={self.edition};number={self.number};text={self.text_digest};signed={self.signed_on.isoformat()};"
            f"body={self.body};public={self.public_key};signature={signature}"
        )

    @property
    def key_id(self) -> str:
        """Id of the key."""
        return key_id_of(self.public_key)

    @property
    def fingerprint(self) -> str:
        """Digest of the key as it is read out."""
        return fingerprint(self.public_key)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file proves, and what its line says where there is one."""

    finding: Finding
    sealed: Sealed | None = None


def seal(pdf: bytes, said: Sealed, private: Ed25519PrivateKey) -> bytes:
    """Put the signature into a PDF that carries ``said.line()``. Raises ``ValueError`` when it does not, or the key is another."""
    empty = said.line().encode()
    if empty not in pdf or public_text(private) != said.public_key:
        raise ValueError("the file does not carry this line, or the key is another one")
    return pdf.replace(empty, said.line(sign(private, _signed(pdf))).encode())


def verdict_on(content: bytes) -> Verdict:
    """What a file proves. Never raises: whatever a stranger sends is only looked at."""
    found = {match.groups() for match in _LINE.finditer(content)}
    if not found:
        return Verdict(Finding.NO_COPY)
    if len(found) > 1:
        return Verdict(Finding.CHANGED)
    parts = [part.decode() for part in found.pop()]
    try:
        said = Sealed(UUID(parts[0]), int(parts[1]), parts[2], date.fromisoformat(parts[3]), parts[4], parts[5])
    except ValueError:
        return Verdict(Finding.CHANGED)
    bare = content.replace(said.line(parts[6]).encode(), said.line().encode())
    true = proves(said.public_key, _signed(bare), parts[6])
    return Verdict(Finding.UNCHANGED if true else Finding.CHANGED, said)


def _signed(pdf: bytes) -> bytes:
    return f"{SCHEME}\n{hashlib.sha256(pdf).hexdigest()}".encode()
