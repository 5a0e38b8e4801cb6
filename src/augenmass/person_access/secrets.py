"""Codes and what a browser holds: made at random, kept as digests under the secret of the installation."""

import hashlib
import secrets

from django.utils.crypto import salted_hmac

from augenmass.letters.rules.addressee import Addressee
from augenmass.person_access.rules import CODE_DIGITS


def new_code() -> str:
    """A random code of sixteen digits: digits are on every keyboard."""
    return f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"


def code_digest(code: str) -> str:
    """What is kept of a code. Its digits could be tried out, so the digest needs the secret of the installation, too."""
    return salted_hmac("augenmass.person_access.code", code, algorithm="sha256").hexdigest()


def address_digest(addressee: Addressee) -> str:
    """What is kept of name and address that a letter went to."""
    return salted_hmac("augenmass.person_access.address", "\n".join(addressee.lines()), algorithm="sha256").hexdigest()


def new_token() -> str:
    """What the browser holds during a visit: 32 random bytes."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """What is kept of it; nothing that could be guessed, so no slow digest is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
