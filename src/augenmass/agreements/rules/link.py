"""The secret in a provider's link: the key of its row under the installation's signature. Pure but for the secret."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

_SALT = "augenmass.agreements.provider"
LONGEST = 200


def token_of(key: UUID) -> str:
    """What stands in the address."""
    return Signer(salt=_SALT).sign(key.hex)


def key_in(token: str) -> UUID | None:
    """The key under a true signature; None for anything else."""
    try:
        return UUID(Signer(salt=_SALT).unsign(token[:LONGEST]))
    except (BadSignature, ValueError):
        return None
