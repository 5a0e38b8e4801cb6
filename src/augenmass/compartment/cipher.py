"""Content at rest: AES-256-GCM, bound to the row that it belongs to.

The place of a row (table and key) is authenticated along with it: a cipher text that somebody moves to another row is
refused like an altered one.
"""

import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.translation import gettext as _

from augenmass.compartment.keys import KeyFileProblem, keyring

NONCE_BYTES = 12


class Unreadable(Exception):
    """Content that cannot be decrypted; a sentence that says why. Whatever is not encrypted stays usable."""

    def __init__(self, sentence: str, key_id: str = "") -> None:
        super().__init__(sentence)
        self.key_id = key_id


class NoKey(Exception):
    """Nothing can be encrypted because there is no key; a sentence."""


def encrypt(content: Mapping[str, Any], place: str) -> tuple[str, bytes]:
    """The id of the key and the cipher text. Raises ``NoKey``."""
    try:
        key = keyring().current
    except KeyFileProblem as error:
        raise NoKey(str(error)) from error
    if key is None:
        raise NoKey(
            _(
                "Der Schlüssel des Beratungsraums fehlt. Es wurde nichts gespeichert. Bitte verständigen Sie den Betrieb, bevor Sie weiterschreiben."
            )
        )
    nonce = os.urandom(NONCE_BYTES)
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True).encode()
    return key.id, nonce + AESGCM(key.secret).encrypt(nonce, plain, place.encode())


def decrypt(key_id: str, sealed: bytes, place: str) -> dict[str, Any]:
    """The content. Raises ``Unreadable``: the key is missing, or the row was altered."""
    try:
        key = keyring().named(key_id)
    except KeyFileProblem as error:
        raise Unreadable(str(error), key_id) from error
    if key is None:
        raise Unreadable(
            _(
                "Dieser Inhalt wurde mit dem Schlüssel %(key)s verschlüsselt, der hier fehlt. Ohne ihn kann niemand den Inhalt lesen."
            )
            % {"key": key_id},
            key_id,
        )
    try:
        plain = AESGCM(key.secret).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise Unreadable(
            _("Dieser Inhalt passt nicht zu seinem Schlüssel: Er wurde verändert oder gehört zu einer anderen Zeile."),
            key_id,
        ) from error
    found: dict[str, Any] = json.loads(plain)
    return found
