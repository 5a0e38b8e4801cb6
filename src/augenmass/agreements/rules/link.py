"""The secret in a link without account: the key of its row under the installation's signature. Pure but for the secret."""

from typing import Final
from uuid import UUID

from django.core.signing import BadSignature, Signer

PROVIDER: Final = "augenmass.agreements.provider"
INTERPRETER: Final = "augenmass.agreements.interpreter"
"""What a link is for; one for another purpose opens nothing."""
LONGEST = 200


def token_of(key: UUID, purpose: str = PROVIDER) -> str:
    """What stands in the address."""
    return Signer(salt=purpose).sign(key.hex)


def key_in(token: str, purpose: str = PROVIDER) -> UUID | None:
    """The key under a true signature for this purpose; None for anything else."""
    try:
        return UUID(Signer(salt=purpose).unsign(token[:LONGEST]))
    except (BadSignature, ValueError):
        return None
