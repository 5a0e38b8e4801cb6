"""The content of an extract: what is stored, given out as JSON, and what the PDF is set from.

It holds no number of the program (ids, versions, counts, moments): two files that differ only in what an extract leaves out give the
same content, byte for byte. The published form is ``docs/api/extract.schema.json``.
"""

import json
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "augenmass-extract/1"


class Part(BaseModel):
    """A part of the content; nothing else may stand in it, and it does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Part):
    """The same in German and English. The German text prevails."""

    de: str
    en: str


class Body(Part):
    """The public body that answers (GDPR Art. 15 (1), Art. 13 (1) a)."""

    name: str
    address: str
    telephone: str
    email: str


class File(Part):
    """A file that belongs to the person. Of a file of another body only its number and body are said: that body answers for it."""

    number: str
    body: str
    included: bool


class HeldFact(Part):
    """One value that is or was recorded."""

    file: str
    group: Words
    label: Words
    value: Words
    state: Words
    source: str = Field(description="Where the value comes from, in the words of the record")
    evidence: str = Field(description="Title of the document that proves it, empty without one")
    known_on: date = Field(description="The day on which it was recorded")
    true_from: date | None
    true_to: date | None
    until: date | None = Field(description="The day on which it was replaced or withdrawn, null while it is held")


class HeldDocument(Part):
    """A document in the file."""

    file: str
    title: str
    kind: Words
    dated: date | None
    received: date | None
    kept_on: date


class HeldNote(Part):
    """A note that an officer wrote for the file."""

    file: str
    on: date
    text: str


class HeldPost(Part):
    """A piece of incoming post."""

    file: str
    received_on: date
    sender: str
    subject: str
    kind: Words


class Relative(Part):
    """A family link; the other person is not named (GDPR Art. 15 (4))."""

    file: str
    relation: Words


class Step(Part):
    """A step of the procedure that was signed."""

    file: str
    on: date
    step: Words


class Journey(Part):
    """Something of a voluntary departure or its support: a notice, an application, a journey, a certificate, a payment."""

    file: str
    on: date
    what: Words
    detail: Words


class Recipient(Part):
    """Something that was passed on."""

    file: str
    on: date
    recipient: str
    what: Words
    purpose: Words
    provision: str


class Look(Part):
    """On this day somebody of that body, in that role, looked at the file or wrote in it. Staff are not named."""

    on: date
    body: str
    role: Words
    purpose: Words


class Content(Part):
    """An extract after GDPR Art. 15."""

    schema_: str = Field(default=SCHEMA, alias="schema", serialization_alias="schema")
    drawn_up_on: date
    requested_on: date
    controller: Body
    person: str
    files: tuple[File, ...]
    facts: tuple[HeldFact, ...]
    relatives: tuple[Relative, ...]
    documents: tuple[HeldDocument, ...]
    notes: tuple[HeldNote, ...]
    post: tuple[HeldPost, ...]
    steps: tuple[Step, ...]
    departures: tuple[Journey, ...] = ()
    recipients: tuple[Recipient, ...]
    looks: tuple[Look, ...]
    purposes: Words
    duration: Words
    origin: Words
    automated: Words
    rights: Words
    restrictions: Words = Field(description="The same in every extract, whether anything is left out or not")
    signed_by: str


def published_schema() -> str:
    """The published form of the JSON that an extract is given out as (JSON Schema 2020-12)."""
    schema = Content.model_json_schema(by_alias=True, mode="serialization")
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Auskunft nach Art. 15 DSGVO"}
    return (
        json.dumps(head | {key: value for key, value in schema.items() if key != "title"}, ensure_ascii=False, indent=2)
        + "\n"
    )
