"""Notices of the token's body to a foreigners' authority: given, corrected, withdrawn, their receipt read. Nothing of a case is in any answer."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import Field, StringConstraints

from augenmass.access.tokens import Scope
from augenmass.directory.roles import Permission
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused, not_there, not_valid
from augenmass.doors.api.reading import NO_NUL, Sent
from augenmass.doors.api.request import ApiRequest
from augenmass.notices.actions.following import correct, withdraw
from augenmass.notices.actions.taking import NewNotice, NotTaken, Returned, Taken, hand_in
from augenmass.notices.models import Notice
from augenmass.notices.queries.receivers import receivers
from augenmass.notices.queries.sent import receipt_of, sent_by
from augenmass.notices.rules.checking import Said
from augenmass.notices.rules.kinds import Channel, Kind, Outcome
from augenmass.notices.rules.lawful import Statements
from augenmass.work.refusal import NotDone

router = Router(tags=["notices"])
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), NO_NUL]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=80), NO_NUL]


class NoticeIn(Sent):
    """What is given notice of. The same `submission` again is the same notice."""

    submission: UUID = Field(description="The sender's own key of the notice.")
    receiver: Line = Field(description="Key of the foreigners' authority.")
    kind: Kind
    provision: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60), NO_NUL] = Field(
        default="",
        description="Provision of the Residence Act such as `AufenthG/87/4/1`, or `land_police_law`. Without one the notice goes back.",
    )
    land_law: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), NO_NUL] = Field(
        default="", description="Of `land_police_law`: which provision."
    )
    family_name: Short
    first_names: Short = ""
    born_on: date | None = None
    file_number: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60), NO_NUL] = Field(
        default="", description="Of the foreigners' authority, where it is known."
    )
    occurred_on: date
    reference: Line = Field(default="", description="The sender's file number; needed of proceedings.")
    offences: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), NO_NUL] = Field(
        default="", description="Statutory provisions of the proceedings (AufenthG § 87 (4) sentence 1)."
    )
    outcome: Outcome | None = Field(default=None, description="Of an end only.")
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000), NO_NUL] = ""
    learned_on_duty: bool = Field(description="The circumstance became known in connection with an own task.")
    no_special_rule: bool = Field(description="AufenthG § 88 and special rules of secrecy do not oppose.")
    not_petty: bool = Field(default=False, description="No case that AufenthG § 87 (4) sentence 4 leaves out.")
    inquiry_safe: bool = Field(default=False, description="The purpose of the inquiry is not endangered.")

    def said(self) -> Said:
        """As the rules ask about it."""
        names = ("kind", "occurred_on", "family_name", "first_names", "born_on", "reference", "offences", "outcome")
        return Said(**{name: getattr(self, name) for name in names}, text=self.text)


class NoticeOut(Schema):
    """A notice with its receipt. It tells neither whether there is a case nor what came of it."""

    submission: UUID
    number: UUID = Field(description="Names the notice in addresses.")
    received_at: datetime
    receipt: str = Field(description="`received`, `examined`, `withdrawn` or `corrected`.")
    note: str = Field(description='What the sender should know, such as that it was said before; else "".')


@router.post(
    "/notices",
    response={200: NoticeOut, 201: NoticeOut},
    operation_id="give_notice",
    **operation(Scope.NOTICES_SEND, writes=True),
)
def give(request: ApiRequest, sent: NoticeIn) -> Status[NoticeOut]:
    """Give notice under AufenthG § 87 (2) nos. 1-3, (4) or a named provision of Land police law.

    201: taken; 200: it was here before, under this `submission` or in another spelling. What no provision carries answers 422 with the
    reason: nothing of it is stored, only that it went back. Another content under the same `submission` answers 409.
    """
    return _answered(lambda new: hand_in(request.actor, new, Channel.API), sent)


@router.post(
    "/notices/{uuid:number}/correction",
    response={200: NoticeOut, 201: NoticeOut},
    operation_id="correct_notice",
    **operation(Scope.NOTICES_SEND, writes=True),
)
def put_right(request: ApiRequest, number: UUID, sent: NoticeIn) -> Status[NoticeOut]:
    """Replace a notice by what is right. The earlier content is deleted; what rested on it is looked at again."""
    _own(request, number)
    return _answered(lambda new: correct(request.actor, number, new, Channel.API), sent)


@router.post(
    "/notices/{uuid:number}/withdrawal",
    response={200: NoticeOut},
    operation_id="withdraw_notice",
    **operation(Scope.NOTICES_SEND, writes=True),
)
def take_back(request: ApiRequest, number: UUID) -> NoticeOut:
    """Take a notice back: its content is deleted, what rested on it is looked at again. A second time changes nothing."""
    _own(request, number)
    try:
        withdraw(request.actor, number)
    except NotDone as error:
        raise Refused("conflict", str(error)) from error
    return _out(_own(request, number))


@router.get(
    "/notices/{uuid:number}",
    response={200: NoticeOut},
    operation_id="read_notice_receipt",
    **operation(Scope.NOTICES_SEND),
)
def receipt(request: ApiRequest, number: UUID) -> NoticeOut:
    """The receipt of a notice of the token's body."""
    return _out(_own(request, number))


def _own(request: ApiRequest, number: UUID) -> Notice:
    request.actor.require(Permission.SEND_NOTICES)
    found = sent_by(request.actor).filter(number=number).first()
    if found is None:
        raise not_there()
    return found


def _answered(act: Callable[[NewNotice], Taken], sent: NoticeIn) -> Status[NoticeOut]:
    receiver = receivers().filter(key=sent.receiver).first()
    if receiver is None:
        raise not_valid(("/receiver", _("Mitteilungen gehen an eine Ausländerbehörde, die hier geführt wird.")))
    new = NewNotice(
        key=sent.submission,
        receiver_id=receiver.pk,
        said=sent.said(),
        provision=sent.provision,
        statements=Statements(sent.learned_on_duty, sent.no_special_rule, sent.not_petty, sent.inquiry_safe),
        land_law=sent.land_law,
        file_number=sent.file_number,
    )
    try:
        taken = act(new)
    except Returned as error:
        raise not_valid(("/provision", str(error))) from error
    except NotTaken as error:
        if error.field == "key":
            raise Refused("conflict", str(error)) from error
        raise not_valid((f"/{error.field}", str(error))) from error
    except NotDone as error:
        raise Refused("conflict", str(error)) from error
    return Status(201 if taken.new else 200, _out(taken.notice, taken.says))


def _out(notice: Notice, note: str = "") -> NoticeOut:
    return NoticeOut(
        submission=notice.key,
        number=notice.number,
        received_at=notice.arrived_at,
        receipt=receipt_of(notice),
        note=note,
    )
