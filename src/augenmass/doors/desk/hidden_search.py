"""What somebody searches for is mostly a name, and an address stands in logs and in the history of the browser.

So the form of a search is sent (POST), and the address that it leads to holds the words encrypted, for this account only: paging,
sorting, the back button and saved views go on as with any address. The same words of an account always look the same. An address
made with another secret key finds nothing and says so.
"""

import base64
import binascii
import hashlib
import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.http import Http404, QueryDict
from django.utils.crypto import salted_hmac

HIDDEN = "suche"
"""The parameter of the address."""
WORDS = "q"
"""The field of the form."""
LONGEST = 100
_BLOCK, _NONCE = 64, 12


class NotReadable(Http404):
    """An address whose search was not made here, or by somebody else."""


def hidden_query(sent: QueryDict, account_id: int, field: str = WORDS) -> str:
    """The query of the address for what a form sent: filters as they are, the words hidden, nothing that is empty."""
    query = QueryDict(mutable=True)
    for name, value in sent.items():
        if value and name not in {"csrfmiddlewaretoken", HIDDEN, field}:
            query[name] = str(value)
    words = str(sent.get(field, "")).replace("\0", "").strip()[:LONGEST]
    if words:
        query[HIDDEN] = hide(words, account_id)
    return query.urlencode()


def opened_query(query: QueryDict, account_id: int, field: str = WORDS) -> QueryDict:
    """The query of an address with the words as the form sent them. Raises ``NotReadable``."""
    if HIDDEN not in query:
        return query
    opened = query.copy()
    opened[field] = reveal(opened.pop(HIDDEN)[-1], account_id)
    return opened


def hide(words: str, account_id: int) -> str:
    """Words as they may stand in an address of an account; the length tells little."""
    key, plain = _key(), words.encode()
    plain += bytes(-len(plain) % _BLOCK)
    nonce = hmac.digest(key, f"{account_id}:{words}".encode(), hashlib.sha256)[:_NONCE]
    return base64.urlsafe_b64encode(nonce + AESGCM(key).encrypt(nonce, plain, str(account_id).encode())).decode()


def reveal(hidden: str, account_id: int) -> str:
    """The words again. Raises ``NotReadable``."""
    try:
        raw = base64.b64decode(hidden, altchars=b"-_", validate=True)
        plain = AESGCM(_key()).decrypt(raw[:_NONCE], raw[_NONCE:], str(account_id).encode())
    except (binascii.Error, ValueError, InvalidTag) as error:
        raise NotReadable from error
    return plain.rstrip(b"\0").decode()


def _key() -> bytes:
    return salted_hmac("augenmass.search", "words", algorithm="sha256").digest()
