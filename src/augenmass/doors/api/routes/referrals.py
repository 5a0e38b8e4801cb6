"""Referrals: the list, one, asking another body to take a case over, taking that back. People answer them, on a page."""

from typing import Annotated, Literal
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from ninja.responses import Status
from pydantic import Field

from augenmass.access.tokens import Scope
from augenmass.cases.queries.case import find
from augenmass.competence.queries import find_referral, receivers_for
from augenmass.directory.queries import body_id_of
from augenmass.directory.roles import Permission
from augenmass.doors.api import answers, referral, shapes
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused
from augenmass.doors.api.request import ApiRequest
from augenmass.doors.api.routes.cases import MOST_ON_A_PAGE
from augenmass.doors.api.routes.facts import worked
from augenmass.referral.actions.answering import revoke_referral
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.referral.queries import ReferralFilter, filtered_referrals

router = Router(tags=["referrals"])


class ReferralQuery(Schema):
    """The filters of the list."""

    direction: Literal["", "incoming", "outgoing"] = ""
    state: Literal["", "in_progress", "accepted", "rejected", "revoked", "returned"] = ""
    case: UUID | None = Field(default=None, description="Key of a case that can be read now")


@router.get(
    "/referrals",
    response={200: referral.ReferralPage},
    operation_id="list_referrals",
    **operation(Scope.REFERRALS_READ),
)
def list_referrals(
    request: ApiRequest,
    chosen: Query[ReferralQuery],
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1,
    page_size: Annotated[int, Field(ge=1, le=MOST_ON_A_PAGE)] = 50,
) -> referral.ReferralPage:
    """Referrals that the token's body sent or received. With `state=in_progress` by the day of the answer, else the last
    changed first. A page beyond the last answers with the last.
    """
    request.actor.require(Permission.REFER)
    found = filtered_referrals(request.actor, ReferralFilter(**chosen.model_dump()), page, page_size)
    return referral.page(request.actor, found)


@router.get(
    "/referrals/{uuid:key}",
    response={200: referral.ReferralOut},
    operation_id="get_referral",
    **operation(Scope.REFERRALS_READ),
)
def get_referral(request: ApiRequest, key: UUID) -> referral.ReferralOut:
    """One referral, with its answer. A human of the receiver accepts, rejects or returns it at `page`."""
    return referral.whole(request.actor, find_referral(request.actor, key))


@router.get(
    "/receivers",
    response={200: list[shapes.BodyOut]},
    operation_id="list_receivers",
    **operation(Scope.REFERRALS_READ),
)
def list_receivers(request: ApiRequest) -> list[shapes.BodyOut]:
    """Bodies to which a case of the token's body can be referred."""
    request.actor.require(Permission.REFER)
    return [answers.body(found) for found in receivers_for(request.actor)]


@router.post(
    "/cases/{uuid:key}/referrals",
    response={200: referral.ReferralOut, 201: referral.ReferralOut},
    operation_id="refer_case",
    **operation(Scope.REFERRALS_WRITE, writes=True),
)
def refer(request: ApiRequest, key: UUID, sent: referral.ReferralIn) -> Status[referral.ReferralOut]:
    """Ask another body to take a case over. **The case stays where it is** until a human of that body accepts.

    Until then that body reads what checking its competence needs. While a referral runs, or a draft or a letter is
    unfinished, the answer is 409. The same `submission` sent again answers 200 with the referral that it made.
    """
    case = find(request.actor, key, "referral")
    worked(request.actor, case)
    entered = sent.model_dump(exclude={"receiver", "submission"})
    # No body has the number 0: the action says that there is no such one.
    asked = ReferralForm(key=sent.submission, receiver_id=body_id_of(sent.receiver) or 0, **entered)
    made = refer_case(request.actor, case.pk, asked)
    return Status(201 if made.case.version != case.version else 200, referral.whole(request.actor, made))


@router.post(
    "/referrals/{uuid:key}/revocation",
    response={200: referral.ReferralOut},
    operation_id="revoke_referral",
    **operation(Scope.REFERRALS_WRITE, writes=True),
)
def revoke(request: ApiRequest, key: UUID, sent: referral.RevocationIn) -> referral.ReferralOut:
    """Take a referral of the token's body back; what was opened to the receiver ends. Repeating it changes nothing.

    Where the receiver was quicker, the answer is 409 with the `state` that the referral has now.
    """
    found = find_referral(request.actor, key)
    if found.sender_id != request.actor.body_id:
        raise Refused("not-permitted", _("Zurückziehen kann eine Abgabe nur die Stelle, die sie eingeleitet hat."))
    return referral.whole(request.actor, revoke_referral(request.actor, found.key, sent.reason))
