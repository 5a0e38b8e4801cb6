"""The card of a body: how others address it and check what it signs. Proves nothing by itself; its fingerprint is compared by telephone."""

import json
from datetime import date
from typing import Literal

from pydantic import ValidationError

from augenmass.law.transmission.bodies import BODIES
from augenmass.transmissions.rules.message import Part, Party, Unfit, Unreadable, Word, read_raw
from augenmass.transmissions.rules.signing import key_id_of

_KINDS = {body.key for body in BODIES}


class CardKey(Part):
    """A public key (Base64) with its days."""

    id: Word
    public_key: Word
    valid_from: date
    valid_until: date


class Card(Part):
    """A body with its key."""

    card: Literal["1"]
    body: Party
    key: CardKey


def write_card(card: Card) -> str:
    """The card as it is given to others."""
    return json.dumps(card.model_dump(mode="json"), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_card(text: str | bytes) -> Card:
    """A card that names a known kind of body and its own key. Raises ``Unreadable``."""
    raw = read_raw(text)
    try:
        card = Card.model_validate_json(json.dumps(raw), strict=True)
        named = key_id_of(card.key.public_key)
    except ValidationError as error:
        raise Unreadable(Unfit.NOT_FITTING, "/".join(str(step) for step in error.errors()[0]["loc"])) from error
    except ValueError as error:
        raise Unreadable(Unfit.NOT_FITTING, "key/public_key") from error
    if named != card.key.id:
        raise Unreadable(Unfit.NOT_FITTING, "key/id")
    if card.body.kind not in _KINDS:
        raise Unreadable(Unfit.NOT_FITTING, "body/kind")
    if card.key.valid_until < card.key.valid_from:
        raise Unreadable(Unfit.NOT_FITTING, "key/valid_until")
    return card
