"""What the token itself is, and the description of the interface."""

from ninja import Router

from augenmass.doors.api import answers, shapes
from augenmass.doors.api.describing import operation
from augenmass.doors.api.request import ApiRequest

router = Router(tags=["token"])


@router.get("/token", response={200: shapes.TokenOut}, operation_id="get_token", **operation(None))
def get_token(request: ApiRequest) -> shapes.TokenOut:
    """In whose name, for which body, for what and until when the token acts. Needs no scope."""
    token = request.program.token
    return shapes.TokenOut(
        key_id=token.key_id,
        label=token.label,
        owner=token.account.name,
        body=answers.body(token.body),
        scopes=list(token.scopes),
        purpose=token.purpose,
        expires_on=token.expires_on,
    )
