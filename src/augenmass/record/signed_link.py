"""The secret in a link without account: a text, mostly the key of a row, under the installation's signature."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.core.signing import BadSignature, Signer

LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class SignedLink:
    """Links for one purpose; what was signed for another one opens nothing."""

    purpose: str

    def sign(self, text: str) -> str:
        """What stands in the address."""
        return Signer(salt=self.purpose).sign(text)

    def read(self, token: str) -> str | None:
        """The text under a true signature for this purpose; None for anything else."""
        try:
            return Signer(salt=self.purpose).unsign(token[:LONGEST])
        except BadSignature:
            return None

    def token_of(self, key: UUID) -> str:
        """What stands in the address of a row."""
        return self.sign(key.hex)

    def key_in(self, token: str) -> UUID | None:
        """The key of a row under a true signature; None for anything else."""
        key = self.read(token)
        return None if key is None else UUID(key)
