"""What the tests of the sign-in share: forms as a browser sends them, codes of an app, a passkey in software."""

import base64
import hashlib
import json
import secrets
import struct
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from django.core.cache import cache
from django.test import Client
from fido2 import cbor

from augenmass.law.time import now

PASSWORD = "ein langes Kennwort"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def forget_counts() -> None:
    """The counts of the limits begin anew."""
    cache.clear()


def sign_in(client: Client, username: str, password: str = PASSWORD, address: str = "192.0.2.10", **more: str) -> Any:
    """Send the form of the sign-in page."""
    form = {"login": username, "password": password, **more}
    return client.post("/anmelden/", form, REMOTE_ADDR=address)


def code_at(moment: datetime, steps: int = 0, secret: str = SECRET) -> str:
    """The code that an app shows at a moment, or some steps of 30 seconds beside it."""
    return format_hotp_value(hotp_value(secret, int(moment.timestamp()) // 30 + steps))


def with_app(account: Any) -> Authenticator:
    """Give the account an authenticator app."""
    made: Authenticator = TOTP.activate(account, SECRET).instance
    return made


def with_codes(account: Any) -> list[str]:
    """Give the account recovery codes."""
    return list(RecoveryCodes.activate(account).generate_codes())


def send_code(client: Client, code: str | None = None, address: str = "192.0.2.10") -> Any:
    """Send the form of the second factor; the code of now unless another is given."""
    return client.post("/anmelden/zweiter-faktor/", {"code": code or code_at(now())}, REMOTE_ADDR=address)


def signed_in(client: Client) -> bool:
    """Whether somebody is signed in in this browser."""
    return "_auth_user_id" in client.session


def _text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


@dataclass
class SoftKey:
    """A passkey in software: signs challenges as a security key would."""

    host: str = "testserver"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    handle: str = ""

    def create(self, options: dict[str, Any]) -> str:
        """The answer to a registration."""
        asked = options["publicKey"]
        self.handle = asked["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        credential = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor.encode(public)
        data = self._data(0x45) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        response = {
            "clientDataJSON": _text(self._client("webauthn.create", asked["challenge"])),
            "attestationObject": _text(attestation),
            "transports": [],
        }
        return self._answer(response, {"credProps": {"rk": True}})

    def get(self, options: dict[str, Any], **instead: Any) -> str:
        """The answer to an authentication; ``instead`` replaces parts of it."""
        client = self._client("webauthn.get", options["publicKey"]["challenge"])
        data = self._data(0x05)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        response = {
            "clientDataJSON": _text(client),
            "authenticatorData": _text(data),
            "signature": _text(signature),
            "userHandle": self.handle,
        }
        return self._answer({**response, **instead}, {})

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + struct.pack(">I", 1)

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": f"https://{self.host}"}).encode()

    def _answer(self, response: dict[str, Any], extensions: dict[str, Any]) -> str:
        return json.dumps(
            {
                "type": "public-key",
                "id": _text(self.id),
                "rawId": _text(self.id),
                "response": response,
                "clientExtensionResults": extensions,
            }
        )


def add_passkey(client: Client, key: SoftKey, name: str = "Dienstrechner", **more: str) -> Any:
    """Set a passkey up in a browser that is signed in."""
    options = client.get("/konto/anmeldung/passkeys/neu/").context["js_data"]["creation_options"]
    form = {"name": name, "credential": key.create(options), **more}
    return client.post("/konto/anmeldung/passkeys/neu/", form)


def passkey_question(client: Client) -> dict[str, Any]:
    """What the server asks a passkey that signs in alone."""
    answer = client.get("/anmelden/passkey/", headers={"Accept": "application/json"})
    found: dict[str, Any] = answer.json()["request_options"]
    return found
