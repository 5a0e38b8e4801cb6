"""What other bodies opened to the token's body."""

from uuid import UUID

from ninja import Router

from augenmass.access.opening import open_case, openings_of
from augenmass.access.tokens import Scope
from augenmass.cases.queries.case import visible_case
from augenmass.cases.queries.granted import granted_cases
from augenmass.doors.api import answers, shapes
from augenmass.doors.api.describing import operation
from augenmass.doors.api.request import ApiRequest

router = Router(tags=["granted"])


@router.get(
    "/granted-cases",
    response={200: list[shapes.GrantedOut]},
    operation_id="list_granted_cases",
    **operation(Scope.GRANTS_READ),
)
def list_granted_cases(request: ApiRequest) -> list[shapes.GrantedOut]:
    """Cases of other bodies that were opened to the token's body or owner, at most 200; the name where it was opened."""
    return [
        shapes.GrantedOut(
            key=found.case.key,
            number=found.case.number,
            body=answers.body(found.case.body),
            name=found.name or None,
            purpose=found.purpose_key,
            until=found.until,
            reason=found.reason,
        )
        for found in granted_cases(request.actor)
    ]


@router.get(
    "/openings", response={200: list[shapes.OpeningOut]}, operation_id="list_openings", **operation(Scope.GRANTS_READ)
)
def list_openings(request: ApiRequest) -> list[shapes.OpeningOut]:
    """The cases of other bodies that the token's owner may read now without saying again what for."""
    return [
        shapes.OpeningOut(case=found.case.key, purpose=found.purpose, reason=found.reason, until=found.until)
        for found in openings_of(request.actor)
    ]


@router.post(
    "/cases/{uuid:key}/openings",
    response={201: shapes.OpeningOut},
    operation_id="open_case",
    **operation(Scope.GRANTS_OPEN, writes=True),
)
def open_granted(request: ApiRequest, key: UUID, sent: shapes.OpeningIn) -> shapes.OpeningOut:
    """Say what for and why a case of another body is read. Holds for eight hours and stands in that body's access log."""
    case = visible_case(request.actor, key)
    made = open_case(request.actor, case, sent.purpose, sent.reason)
    return shapes.OpeningOut(case=case.key, purpose=made.purpose, reason=made.reason, until=made.until)
