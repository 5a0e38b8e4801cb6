"""The shapes of answers and of what is sent. Names of members are part of the promise; labels are for people."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from augenmass.access.opening import SHORTEST_REASON
from augenmass.doors.api.reading import LARGEST, NO_NUL, Number, Sent, Sentence, Value, Word

Answer = Literal["yes", "no", "not_established"]


class Named(Schema):
    """A key of the vocabulary or the catalogue, and its label in the reader's language."""

    id: str
    label: str


class BodyOut(Schema):
    """A public body."""

    key: str
    name: str


class TokenOut(Schema):
    """What the token is."""

    key_id: str
    label: str
    owner: str
    body: BodyOut
    scopes: list[str]
    purpose: str
    expires_on: date


class CaseLine(Schema):
    """One case in the list. What the owner of the token does not learn is null or empty."""

    key: UUID
    number: str
    name: str | None
    born: str | None
    officer: str | None
    unit: str | None
    lane: Named | None
    next_step: Named | None
    blocked_step: Named | None
    blockers: list[Named]
    doubts: list[Named]
    due: date | None
    due_kind: Named | None


class CasePage(Schema):
    """A page of the list; ``next`` is the number of the following page, null on the last."""

    count: int
    page: int
    pages: int
    next: int | None
    position: bool = Field(
        description="Whether the list tells of the legal position, and is filtered and ordered by it."
    )
    cases: list[CaseLine]


class CaseOut(Schema):
    """One case."""

    key: UUID
    number: str
    body: BodyOut
    own: bool = Field(description="Whether the token's body works the case; else it was opened to it and is only read.")
    categories: list[str] = Field(description="Categories of facts that may be read in this case.")
    name: str | None
    unit: str | None
    officer: str | None
    opened_at: datetime
    closed_at: datetime | None
    leading_file_place: str | None
    leading_file_reference: str | None


class BlockerOut(Schema):
    """What stands against a step. A fact that may not be seen has no id: only that there is one."""

    kind: Literal["fact", "doubt", "norm"]
    id: str | None
    label: str | None
    why: str | None
    cite: str | None
    who: list[str] = Field(description="Roles that can clear it.")


class BlockedOut(Schema):
    """A step that cannot be taken now."""

    step: Named
    question: str
    answer: Literal["no", "not_established"]
    blockers: list[BlockerOut]


class DeadlineOut(Schema):
    """A deadline with its earliest and latest day."""

    rule: Named
    earliest: date
    latest: date | None
    certain: bool


class ReleasedOut(Schema):
    """A single answer that is released to a reader who does not learn the whole position."""

    step: Named
    question: str
    blocked: bool
    who: list[str]


class CatalogueOut(Schema):
    """The version of the law that answered."""

    hash: str
    reviewed: bool


class PositionOut(Schema):
    """The legal position on a day, as far as it is released."""

    on: date
    whole: bool
    lane: Named | None
    next_steps: list[Named]
    blocked: list[BlockedOut]
    doubts: list[Named]
    deadlines: list[DeadlineOut]
    next_change: date | None
    released: list[ReleasedOut]
    catalogue: CatalogueOut


class FactOut(Schema):
    """A value with its origin."""

    id: int
    name: str
    label: str
    value: str = Field(description="Canonical: yes, no, 1990-01-31, 1990-01, 1990, 12.5, the key of a choice, or text.")
    text: str = Field(description="As people read it.")
    group: str
    category: str
    true_from: date | None
    true_to: date | None
    known_at: datetime
    source: str
    author: str | None
    evidence: UUID | None = Field(description="Key of the document.")
    note: str
    disputed: bool
    disputes: list[str] = Field(description="Reasons given, in the history only.")
    closed_at: datetime | None


class FactIn(Sent):
    """A value to be recorded. A program states a source; a change of a value that is held needs a ``note``."""

    name: Word
    value: Value
    true_from: date | None = None
    true_to: date | None = None
    source: Annotated[str, Field(max_length=200), NO_NUL] = ""
    evidence: UUID | None = None
    note: Value = ""
    seen_fact_id: Number | None = Field(
        description="The value that was read before, null where none was held. Another one held now answers 409."
    )


class DisputeIn(Sent):
    """Who disputes the value, and why."""

    reason: Sentence


class DocumentOut(Schema):
    """What is known of a document; its content is read on a page."""

    key: UUID
    kind: str
    title: str
    dated: date | None
    received: date | None
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str | None


class ProofFact(Schema):
    """A fact on which a condition rests."""

    name: str
    label: str
    id: int | None
    state: str
    text: str


class ProofNode(Schema):
    """A condition with what decides it. ``hidden``: it rests on a fact that may not be seen; then nothing else is said."""

    statement: str | None
    value: Answer
    hidden: bool
    cite: str | None
    why: str | None
    facts: list[ProofFact]
    children: list["ProofNode"]


class ChangeOut(Schema):
    """One thing that could turn the answer to yes."""

    text: str
    fact: str | None
    alone: bool
    cites: list[str]
    who: list[str]
    on: date | None


class ProofOut(Schema):
    """Why a question is answered as it is, and what would change the answer."""

    question: Named
    on: date
    answer: Answer
    proof: ProofNode
    changes: list[ChangeOut]
    hidden_changes: int
    catalogue: CatalogueOut


class PossibleOut(Schema):
    """A step that can be taken now; ``may_take``: by the token's owner."""

    step: Named
    question: str
    does: str
    second_person: bool
    may_take: bool


class DraftOut(Schema):
    """A step under way. ``page`` is where a human signs it."""

    key: UUID
    case: UUID
    step: Named
    state: Literal["draft", "waiting", "signed", "refused", "withdrawn"]
    begun_by: str
    begun_at: datetime
    page: str


class StepsOut(Schema):
    """The steps of a case: possible, blocked, under way."""

    on: date
    whole: bool
    version: int | None = Field(description="Version of the case, to be sent with a draft; null for who only reads.")
    possible: list[PossibleOut]
    blocked: list[BlockedOut]
    under_way: list[DraftOut]
    released: list[ReleasedOut]


class FieldOut(Schema):
    """A question of the step's form."""

    name: str
    label: str
    meaning: str
    kind: Literal["yes_no", "day", "number", "choice", "text"]
    unit: str
    choices: list[Named]
    required: bool


class StepOut(Schema):
    """A step before it is begun."""

    step: Named
    question: str
    does: str
    answer: Answer
    blockers: list[BlockerOut]
    second_person: bool
    letter: bool
    version: int
    fields: list[FieldOut]


class DraftIn(Sent):
    """A step to be begun as a draft. The same ``submission`` sent twice gives the same draft."""

    inputs: dict[Word, Value] = Field(default_factory=dict, max_length=200)
    reasons: Annotated[str, Field(max_length=20_000, pattern=r"\S"), NO_NUL]
    seen_version: Annotated[int, Field(ge=1, le=LARGEST, strict=True)]
    submission: UUID


class GrantedOut(Schema):
    """A case of another body that was opened to the token's body or owner."""

    key: UUID
    number: str
    body: BodyOut
    name: str | None
    purpose: str
    until: date
    reason: str


class OpeningOut(Schema):
    """A case may be read until then without saying again what for."""

    case: UUID
    purpose: str
    reason: str
    until: datetime


class OpeningIn(Sent):
    """What for and why a case of another body is looked into; stands in the access log of the body that works it."""

    purpose: Word
    reason: Annotated[str, Field(min_length=SHORTEST_REASON, max_length=500), NO_NUL]
