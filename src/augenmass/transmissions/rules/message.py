"""A message as it travels: a head, what it carries, a signature. Read strictly, written canonically; version by version.

What is signed is the canonical JSON of everything but the signature: keys sorted, no white space, UTF-8.
"""

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, NoReturn
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from augenmass.transmissions.rules.kinds import MessageKind, PersonCategory, Regime, ReturnReason

VERSION = "1"
"""Of the schema; another number is another shape."""
MOST_BYTES = 200_000
"""Of one message: some four hundred facts."""

Word = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Unfit(StrEnum):
    """Why a text is no message."""

    TOO_LARGE = "too_large"
    NOT_READABLE = "not_readable"
    UNKNOWN_VERSION = "unknown_version"
    NOT_FITTING = "not_fitting"


class Unreadable(Exception):
    """A text that is no message of a known version; ``where`` names the member that does not fit, never its content."""

    def __init__(self, why: Unfit, where: str = "") -> None:
        super().__init__(f"{why.value} {where}".strip())
        self.why = why
        self.where = where


class Part(BaseModel):
    """A part of a message: what is not described is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(Part):
    """A body as the head names it. ``kind`` is a kind of body of the matrix of transmissions."""

    address: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,60}@[a-z0-9.-]{1,59}$")]
    name: Line
    kind: Word


class Head(Part):
    """Who sends what to whom and when; ``refers_to`` is the message that this one answers or follows."""

    message: UUID
    kind: MessageKind
    created_at: datetime
    sender: Party
    receiver: Party
    refers_to: UUID | None = None
    product: Line
    product_version: Word
    test: bool = Field(description="Sent by an installation that holds invented data only.")


class Item(Part):
    """One fact: its name in the vocabulary, its class of data, its canonical value, and how it reads."""

    name: Word
    label: Line
    data_class: Word
    value: Text
    text: Text
    true_from: date | None = None
    true_to: date | None = None
    known_on: date
    assessment: bool = Field(description="An opinion of a named officer, no fact (police regime: BDSG § 73).")


class Basis(Part):
    """A provision with the classes of data that it carries in this message."""

    provision: Line
    citation: Line
    modality: Word
    classes: Annotated[list[Word], Field(min_length=1, max_length=40)]


class DutyLine(Part):
    """What the receiver must do with it."""

    kind: Literal["binding", "deletion", "notice", "record", "prompt"]
    text: Text
    citation: Line


class Asked(Part):
    """A fact that is asked for, or an entry that is to be put right."""

    name: Word
    label: Line


class Content(Part):
    """What a message about a person carries: purpose, provisions, duties, and exactly the facts that go."""

    purpose: Word
    purpose_text: Line
    occasion: Word | None = None
    regime: Regime
    person_category: PersonCategory | None = None
    wording: Text | None = None
    basis: Annotated[list[Basis], Field(max_length=100)]
    duties: Annotated[list[DutyLine], Field(min_length=2, max_length=60)]
    items: Annotated[list[Item], Field(max_length=400)]
    asked: Annotated[list[Asked], Field(max_length=100)] = []
    answer_by: date | None = None


class Receipt(Part):
    """What became of the message that the head refers to; carries nothing of a person."""

    reason: ReturnReason | None = None
    already: bool = Field(default=False, description="Of a recall: the content had been deleted before.")


class Signature(Part):
    """Ed25519 over the canonical rest of the message; ``key`` begins the SHA-256 of the public key."""

    algorithm: Literal["Ed25519"]
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    value: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9+/]{86}==$")]


class Message(Part):
    """A whole message. Messages about a person have ``content``, receipts have ``receipt``, a recall and a reminder neither."""

    version: Annotated[Literal["1"], Field(alias="schema")]
    head: Head
    content: Content | None = None
    receipt: Receipt | None = None
    signature: Signature


WITH_CONTENT = frozenset(
    {
        MessageKind.TRANSMISSION,
        MessageKind.REQUEST,
        MessageKind.ANSWER,
        MessageKind.CORRECTION_REQUEST,
        MessageKind.CORRECTION,
    }
)
WITH_RECEIPT = frozenset({MessageKind.ARRIVAL, MessageKind.ACCEPTANCE, MessageKind.RETURN, MessageKind.DELETED})
REFERRING = frozenset(
    {*WITH_RECEIPT, MessageKind.REMINDER, MessageKind.ANSWER, MessageKind.CORRECTION, MessageKind.RECALL}
)
"""Kinds that name an earlier message."""


def canonical(unsigned: Mapping[str, Any]) -> bytes:
    """What the signature is over."""
    return json.dumps(unsigned, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def unsigned_part(raw: Mapping[str, Any]) -> dict[str, Any]:
    """A message without its signature."""
    return {name: value for name, value in raw.items() if name != "signature"}


def read_raw(text: str | bytes) -> dict[str, Any]:
    """The JSON object of a text: UTF-8, no key twice, no NaN. Raises ``Unreadable``."""
    data = text.encode() if isinstance(text, str) else text
    if len(data) > MOST_BYTES:
        raise Unreadable(Unfit.TOO_LARGE)
    try:
        raw = json.loads(data.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        raise Unreadable(Unfit.NOT_READABLE) from error
    if not isinstance(raw, dict):
        raise Unreadable(Unfit.NOT_READABLE)
    return raw


def read_message(text: str | bytes) -> tuple[Message, dict[str, Any]]:
    """A message and its raw form, whose canonical rest the signature is over. Raises ``Unreadable``."""
    raw = read_raw(text)
    if raw.get("schema") != VERSION:
        raise Unreadable(Unfit.UNKNOWN_VERSION, str(raw.get("schema", ""))[:20])
    try:
        message = Message.model_validate_json(json.dumps(raw), strict=True)
    except ValidationError as error:
        raise Unreadable(Unfit.NOT_FITTING, "/".join(str(step) for step in error.errors()[0]["loc"])) from error
    _check_parts(message)
    return message, raw


def _check_parts(message: Message) -> None:
    kind = message.head.kind
    for name, held, wanted in (
        ("content", message.content, kind in WITH_CONTENT),
        ("receipt", message.receipt, kind in WITH_RECEIPT),
    ):
        if (held is not None) != wanted:
            raise Unreadable(Unfit.NOT_FITTING, name)
    if (kind in REFERRING) > (message.head.refers_to is not None):
        raise Unreadable(Unfit.NOT_FITTING, "head/refers_to")
    if message.head.created_at.tzinfo is None:
        raise Unreadable(Unfit.NOT_FITTING, "head/created_at")


def _refuse(_name: str) -> NoReturn:
    raise ValueError


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def schema() -> str:
    """The published schema (JSON Schema 2020-12): the same program gives the same bytes."""
    described = Message.model_json_schema(by_alias=True)
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:augenmass:transmission:{VERSION}",
        **described,
    }
    return json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
