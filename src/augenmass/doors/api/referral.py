"""Referrals in the shapes of the answers. Decides nothing: what may be seen was decided by the rooms."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.urls import reverse
from ninja import Schema
from pydantic import Field

from augenmass.access.actor import Actor
from augenmass.competence.models import MATTER_LABELS, Referral
from augenmass.competence.queries import readable_cases, tells_why
from augenmass.competence.rules import Matter
from augenmass.doors.api import answers
from augenmass.doors.api.reading import NO_NUL, LongSentence, Provision, Sent, Word
from augenmass.doors.api.shapes import BodyOut, Named
from augenmass.record.models import Case
from augenmass.referral.completeness import label, missing_of
from augenmass.work.queries.paging import Page

ReferralState = Literal["in_progress", "accepted", "rejected", "revoked", "returned"]


class ReferralLine(Schema):
    """One referral in the list. Of a case that was handed over its former body learns number, receiver and state."""

    key: UUID = Field(description="The `submission` that it was opened with.")
    case: UUID | None = Field(description="Key of the case, where it can be read now.")
    number: str = Field(description="File number of the sender when the referral was opened.")
    sender: BodyOut
    receiver: BodyOut
    direction: Literal["incoming", "outgoing"]
    matter: Named | None
    state: ReferralState
    answer_by: date | None = Field(description="The day by which an answer is asked for, while it is waited for.")
    opened_at: datetime
    changed_at: datetime


class ReferralPage(Schema):
    """A page of the list; ``next`` is the number of the following page, null on the last."""

    count: int
    page: int
    pages: int
    next: int | None
    referrals: list[ReferralLine]


class ReferralOut(ReferralLine):
    """A referral with what it says and how it was answered. ``page`` is where a human of the receiver answers it."""

    provision: str | None
    reason: str | None
    opened_by: str
    answered_at: datetime | None
    answered_by: str | None
    answer_reason: str | None
    missing: list[str] = Field(description="Of a referral that was returned: what was missing then.")
    still_missing: list[str] = Field(
        description="To a central office, while it waits or was returned: what its checklist misses in the case now."
    )
    page: str


class ReferralIn(Sent):
    """A case to be taken over by another body. The same ``submission`` sent twice gives the same referral."""

    receiver: Word = Field(description="Key of a body, as `/receivers` lists them.")
    matter: Matter
    provision: Provision
    reason: LongSentence
    deadline: date = Field(description="By when an answer is asked for: today to half a year ahead.")
    submission: UUID


class RevocationIn(Sent):
    """Why a referral is taken back; may be left out."""

    reason: Annotated[str, Field(max_length=2000), NO_NUL] = ""


def page(actor: Actor, found: Page[Referral]) -> ReferralPage:
    """A page of referrals."""
    readable = readable_cases(actor, found.rows)
    return ReferralPage(
        count=found.count,
        page=found.number,
        pages=found.pages,
        next=found.number + 1 if found.number < found.pages else None,
        referrals=[ReferralLine(**_line(actor, one, readable)) for one in found.rows],
    )


def _line(actor: Actor, of: Referral, readable: Mapping[int, Case]) -> dict[str, Any]:
    case = readable.get(of.case_id)
    matter = Matter(of.matter)
    return {
        "key": of.key,
        "case": case.key if case else None,
        "number": of.number,
        "sender": answers.body(of.sender),
        "receiver": answers.body(of.receiver),
        "direction": "outgoing" if of.sender_id == actor.body_id else "incoming",
        "matter": Named(id=matter, label=str(MATTER_LABELS[matter])) if tells_why(actor, of, readable) else None,
        "state": str(of.state),
        "answer_by": of.deadline if of.state == Referral.State.IN_PROGRESS else None,
        "opened_at": of.opened_at,
        "changed_at": of.changed_at,
    }


def whole(actor: Actor, of: Referral) -> ReferralOut:
    """One referral, as far as its page shows it."""
    readable = readable_cases(actor, [of])
    told = tells_why(actor, of, readable)
    answer = getattr(of, "answer", None)
    return ReferralOut(
        **_line(actor, of, readable),
        provision=of.provision if told else None,
        reason=of.reason if told else None,
        opened_by=of.opened_by.name,
        answered_at=answer.answered_at if answer else None,
        answered_by=answer.answered_by.name if answer else None,
        answer_reason=(answer.reason or None) if answer and told else None,
        missing=answer.missing if answer else [],
        still_missing=_still_missing(of) if of.case_id in readable else [],
        page=reverse("referral", args=[of.key]),
    )


def _still_missing(of: Referral) -> list[str]:
    counts = of.state in (Referral.State.IN_PROGRESS, Referral.State.RETURNED)
    return [label(item) for item in missing_of(of)] if counts else []
