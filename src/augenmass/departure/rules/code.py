"""The code by which a certificate is checked: random, printed in groups, kept only as a digest. Pure.

Twenty signs of an alphabet of 32 are 100 bits: nobody guesses one, and a plain digest of it cannot be turned back.
"""

import hashlib
import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are misread."""
LENGTH: Final = 20
GROUP: Final = 5
LONGEST: Final = 60
"""Of what somebody types; more is not read."""
_MISREAD: Final = str.maketrans("OIL", "011")


def new_code() -> str:
    """A code as it is printed: ``7K2M9-…``."""
    signs = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
    return "-".join(signs[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def digest_of_code(typed: str) -> str:
    """The digest of a code, however it was typed: small letters, spaces, other hyphens, misread signs. 64 hexadecimal signs."""
    signs = "".join(sign for sign in typed[:LONGEST].upper() if sign.isascii() and sign.isalnum())
    return hashlib.sha256(signs.translate(_MISREAD).encode()).hexdigest()
