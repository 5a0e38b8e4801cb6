"""A signed package with one notice, its correction or its withdrawal: read strictly, signed over its canonical rest.

Same form and signature as the messages of transmissions (Ed25519 over canonical JSON), with a content of its own.
"""

import json
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, ValidationError

from augenmass.notices.rules.checking import Said
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.rules.lawful import Statements
from augenmass.transmissions.rules.message import Part, Party, Signature, Unfit, Unreadable, read_raw

SCHEMA = "augenmass-notice-1"
Short = Annotated[str, StringConstraints(max_length=120)]
Line = Annotated[str, StringConstraints(max_length=300)]


class Head(Part):
    """Who sends to whom and when. ``corrects`` and ``withdraws`` are the sender's own keys of earlier notices."""

    key: UUID = Field(description="The sender's own key of this notice; the same key is the same notice.")
    created_at: datetime
    sender: Party
    receiver: Party
    corrects: UUID | None = None
    withdraws: UUID | None = None
    test: bool


class Content(Part):
    """What the notice says. Only what the provision carries."""

    kind: Kind
    provision: Annotated[str, StringConstraints(max_length=60)] = ""
    land_law: Annotated[str, StringConstraints(max_length=200)] = ""
    family_name: Short
    first_names: Short = ""
    born_on: date | None = None
    file_number: Annotated[str, StringConstraints(max_length=60)] = ""
    reference: Annotated[str, StringConstraints(max_length=80)] = ""
    offences: Line = ""
    outcome: Outcome | None = None
    occurred_on: date
    text: Annotated[str, StringConstraints(max_length=4000)] = ""
    learned_on_duty: bool
    no_special_rule: bool
    not_petty: bool = False
    inquiry_safe: bool = False

    @property
    def said(self) -> Said:
        """As the rules ask about it."""
        return Said(
            kind=self.kind,
            occurred_on=self.occurred_on,
            family_name=self.family_name,
            first_names=self.first_names,
            born_on=self.born_on,
            reference=self.reference,
            offences=self.offences,
            outcome=self.outcome,
            text=self.text,
        )

    @property
    def statements(self) -> Statements:
        """What the sender states."""
        return Statements(self.learned_on_duty, self.no_special_rule, self.not_petty, self.inquiry_safe)


class Package(Part):
    """A whole package. A withdrawal has no notice, everything else has one."""

    version: Annotated[Literal["augenmass-notice-1"], Field(alias="schema")]
    head: Head
    notice: Content | None = None
    signature: Signature


def read_package(text: str | bytes) -> tuple[Package, dict[str, Any]]:
    """A package and its raw form, whose rest the signature is over. Raises ``Unreadable``."""
    raw = read_raw(text)
    if raw.get("schema") != SCHEMA:
        raise Unreadable(Unfit.UNKNOWN_VERSION, str(raw.get("schema", ""))[:20])
    try:
        package = Package.model_validate_json(json.dumps(raw), strict=True)
    except ValidationError as error:
        raise Unreadable(Unfit.NOT_FITTING, "/".join(str(step) for step in error.errors()[0]["loc"])) from error
    head = package.head
    if (package.notice is None) != (head.withdraws is not None) or (head.corrects and head.withdraws):
        raise Unreadable(Unfit.NOT_FITTING, "notice")
    if head.created_at.tzinfo is None:
        raise Unreadable(Unfit.NOT_FITTING, "head/created_at")
    return package, raw


def schema() -> str:
    """The published schema (JSON Schema 2020-12): the same program gives the same bytes."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:augenmass:{SCHEMA}",
        **Package.model_json_schema(by_alias=True),
    }
    return json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
