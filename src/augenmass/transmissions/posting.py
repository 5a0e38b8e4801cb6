"""Posting a message to another instance: one request, one signed receipt, or why not."""

import http.client
import json
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from augenmass.transmissions.access_tokens import token_of
from augenmass.transmissions.models import OutsideBody
from augenmass.transmissions.rules.message import MOST_BYTES

PATH = "/api/v1/messages"
PATIENCE = 30
"""Seconds for an answer."""
_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


class Unreachable(Exception):
    """Nobody answered, or the other side asked to come again: it may have taken the message in."""


class Unwilling(Exception):
    """The other side refuses the message; its sentence."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A message goes where the address book says, nowhere else."""

    def redirect_request(self, *_arguments: object, **_named: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def post(outside: OutsideBody, text: str) -> str:
    """Post a message; the text of the receipt, "" for a message that gets none. Raises ``Unreachable`` and ``Unwilling``."""
    if urlsplit(outside.url).scheme not in ("http", "https"):
        raise Unwilling(outside.url)
    asked = urllib.request.Request(  # noqa: S310  the scheme was checked
        outside.url + PATH,
        data=text.encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Bearer {token_of(outside.key)}"},
        method="POST",
    )
    try:
        with _OPENER.open(asked, timeout=PATIENCE) as answer:
            read = json.loads(answer.read(4 * MOST_BYTES))
    except urllib.error.HTTPError as error:
        if error.code in _LATER:
            raise Unreachable from error
        raise Unwilling(_sentence(error)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable from error
    receipt = read.get("receipt") if isinstance(read, dict) else None
    return receipt if isinstance(receipt, str) else ""


def _sentence(error: urllib.error.HTTPError) -> str:
    try:
        read = json.loads(error.read(MOST_BYTES))
        return str(read["detail"])
    except (OSError, ValueError, KeyError, TypeError):
        return f"HTTP {error.code}"
