"""Another instance in miniature: a key pair of its own, messages that it signs, a line in our address book."""

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from augenmass.access.actor import Actor
from augenmass.law.time import now, today
from augenmass.transmissions.actions.partners import PartnerForm, add_partner
from augenmass.transmissions.models import OutsideBody
from augenmass.transmissions.parties import address_of
from augenmass.transmissions.rules.card import Card, CardKey, write_card
from augenmass.transmissions.rules.message import Party, canonical
from augenmass.transmissions.rules.signing import key_id_of, public_text, sign


@dataclass
class Elsewhere:
    """A foreigners' authority of another Land."""

    private: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    address: str = "abh-fern@fern.example"
    kind: str = "foreigners_authority"

    @property
    def public(self) -> str:
        return public_text(self.private)

    def card(self, valid_from: date | None = None, valid_until: date | None = None) -> str:
        key = CardKey(
            id=key_id_of(self.public),
            public_key=self.public,
            valid_from=valid_from or today() - timedelta(days=10),
            valid_until=valid_until or today() + timedelta(days=300),
        )
        party = Party(address=self.address, name="Ausländerbehörde Fern", kind=self.kind)
        return write_card(Card(card="1", body=party, key=key))

    def known_to(self, administrator: Actor, url: str = "", **days: date) -> OutsideBody:
        return add_partner(administrator, PartnerForm(self.card(**days), url=url, compared=True))

    def raw(self, to: Actor, **changes: Any) -> dict[str, Any]:
        """An unsigned transmission by AufenthG § 87 (1) with one name."""
        receiver = {"address": address_of(to.body), "name": to.body.name, "kind": "foreigners_authority"}
        head = {
            "message": str(uuid4()),
            "kind": "transmission",
            "created_at": now().isoformat(),
            "sender": {"address": self.address, "name": "Ausländerbehörde Fern", "kind": self.kind},
            "receiver": receiver,
            "refers_to": None,
            "product": "Anderes Programm",
            "product_version": "1",
            "test": True,
        }
        content = {
            "purpose": "residence_law",
            "purpose_text": "Ausführung des Aufenthaltsrechts",
            "regime": "gdpr",
            "basis": [
                {
                    "provision": "AufenthG/87/1",
                    "citation": "§ 87 Abs. 1 AufenthG",
                    "modality": "must",
                    "classes": ["identity"],
                }
            ],
            "duties": [
                {"kind": kind, "text": "Nur zu diesem Zweck.", "citation": "Art. 5 DSGVO"}
                for kind in ("binding", "deletion")
            ],
            "items": [item()],
        }
        raw: dict[str, Any] = {"schema": "1", "head": head, "content": content, "receipt": None}
        for path, value in changes.items():
            set_at(raw, path, value)
        return raw

    def signed(self, raw: dict[str, Any], private: Ed25519PrivateKey | None = None) -> str:
        key = private or self.private
        signature = {"algorithm": "Ed25519", "key": key_id_of(public_text(key)), "value": sign(key, canonical(raw))}
        return json.dumps({**raw, "signature": signature}, ensure_ascii=False)

    def message(self, to: Actor, **changes: Any) -> str:
        return self.signed(self.raw(to, **changes))

    def receipt(self, to: Actor, kind: str, refers_to: UUID, **receipt: Any) -> str:
        raw = self.raw(to, head__kind=kind, head__refers_to=str(refers_to), content=None, receipt=receipt)
        return self.signed(raw)


def item(name: str = "family_name", data_class: str = "identity", value: str = "Haddad") -> dict[str, Any]:
    return {
        "name": name,
        "label": name,
        "data_class": data_class,
        "value": value,
        "text": value,
        "true_from": None,
        "true_to": None,
        "known_on": "2026-01-31",
        "assessment": False,
    }


def set_at(raw: dict[str, Any], path: str, value: Any) -> None:
    *steps, last = path.split("__")
    for step in steps:
        raw = raw[step]
    raw[last] = value
