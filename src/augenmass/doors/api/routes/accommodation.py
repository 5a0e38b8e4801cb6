"""Houses of the token's body, and what happened in them: reported, never read out. Nothing of a case is in any answer."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from ninja import Router, Schema
from ninja.responses import Status
from pydantic import AwareDatetime, Field, StringConstraints

from augenmass.access.tokens import Scope
from augenmass.accommodation.actions.reporting import NewReport, NotTaken, Taken, report_event
from augenmass.accommodation.actions.withdrawing import withdraw_report
from augenmass.accommodation.models import Report
from augenmass.accommodation.queries import houses_of
from augenmass.accommodation.rules import Event
from augenmass.directory.roles import Permission
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused, not_there, not_valid
from augenmass.doors.api.reading import NO_NUL, Sent
from augenmass.doors.api.request import ApiRequest
from augenmass.work.refusal import NotDone

router = Router(tags=["accommodation"])
Number = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), NO_NUL]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), NO_NUL]
Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), NO_NUL]
Postcode = Annotated[str, StringConstraints(pattern=r"^([0-9]{5})?$")]


class HouseOut(Schema):
    """A house of the token's body."""

    key: UUID
    name: str
    closed: bool = Field(description="Whether it takes no more reports of today.")


class ReportIn(Sent):
    """What happened. The same `submission` again is the same report."""

    submission: UUID = Field(description="The sender's own key of the report.")
    house: UUID
    event: Event
    happened_at: AwareDatetime = Field(
        description="When it happened, with time zone; of an absence since when. Not in the future, at most a year ago."
    )
    number: Number = Field(description="File number of the authority where it is known, else that of the house's list.")
    family_name: Name = Field(default="", description="Needed where the number is new to the list.")
    first_names: Name = ""
    to_house: UUID | None = Field(default=None, description="Of a transfer: a house of the Land, or the place below.")
    to_postcode: Postcode = ""
    to_place: Place = ""


class ReportOut(Schema):
    """The report that stands now. It does not tell whether there is a case."""

    submission: UUID
    house: UUID
    event: Event
    happened_at: datetime
    number: str
    note: str = Field(description="What the sender should know, else empty: that it was said before, for example.")


@router.get(
    "/houses",
    response={200: list[HouseOut]},
    operation_id="list_houses",
    **operation(Scope.ACCOMMODATION_REPORT),
)
def list_houses(request: ApiRequest) -> list[HouseOut]:
    """The houses of the token's body, for which it can report."""
    request.actor.require(Permission.ACCOMMODATION)
    return [HouseOut(key=one.key, name=one.name, closed=one.closed_on is not None) for one in houses_of(request.actor)]


@router.post(
    "/accommodation-events",
    response={200: ReportOut, 201: ReportOut},
    operation_id="report_accommodation_event",
    **operation(Scope.ACCOMMODATION_REPORT, writes=True),
)
def report(request: ApiRequest, sent: ReportIn) -> Status[ReportOut]:
    """Report an arrival, an absence, a return, a transfer or the end of the duty to live in the centre (AsylG §§ 47-50).

    It reaches the officer of the case within a minute. 201: taken; 200: it was here before, under this `submission` or
    said in other words (then the answer is the earlier report, with a `note`). Reports may come late and in any order:
    what counts is `happened_at`. Another content under the same `submission` answers 409. An absence that is shorter than
    the Land lets be reported answers 422.
    """
    entered = sent.model_dump(exclude={"submission"})
    try:
        taken = report_event(request.actor, NewReport(key=sent.submission, **entered))
    except NotTaken as error:
        if error.field == "key":
            raise Refused("conflict", str(error)) from error
        raise not_valid((f"/{error.field}", str(error))) from error
    return Status(201 if taken.new else 200, _out(taken))


def _out(taken: Taken) -> ReportOut:
    report, resident = taken.report, taken.report.resident
    return ReportOut(
        submission=report.key,
        house=resident.house.key,
        event=Event(report.event),
        happened_at=report.happened_at,
        number=resident.number,
        note=taken.says,
    )


class WithdrawalIn(Sent):
    """Why a report was wrong."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), NO_NUL]


class WithdrawalOut(Schema):
    """That a report was taken back. It does not tell whether there is a case."""

    submission: UUID
    withdrawn_at: datetime
    reason: str


@router.post(
    "/accommodation-events/{uuid:key}/withdrawal",
    response={200: WithdrawalOut},
    operation_id="withdraw_accommodation_event",
    **operation(Scope.ACCOMMODATION_REPORT, writes=True),
)
def withdraw(request: ApiRequest, key: UUID, sent: WithdrawalIn) -> WithdrawalOut:
    """Take back a report that was wrong. It stays on record with the reason and counts no more; report anew what is right.

    A second time gives the withdrawal that is there.
    """
    try:
        made = withdraw_report(request.actor, key, sent.reason)
    except Report.DoesNotExist as error:
        raise not_there() from error
    except NotDone as error:
        raise not_valid(("/reason", str(error))) from error
    return WithdrawalOut(submission=key, withdrawn_at=made.withdrawn_at, reason=made.reason)
