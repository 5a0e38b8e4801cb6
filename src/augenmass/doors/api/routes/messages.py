"""Messages between instances: a program of another instance hands a signed message in and gets a signed receipt."""

import json
from typing import Any, Literal

from django.utils.translation import gettext as _
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import Field

from augenmass.access.tokens import Scope
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import Refused
from augenmass.doors.api.reading import MOST_BYTES
from augenmass.doors.api.request import ApiRequest
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.refusal import NotTaken
from augenmass.transmissions.rules.kinds import Channel
from augenmass.transmissions.rules.message import schema

router = Router(tags=["messages"])
CONFLICTS = frozenset({"replayed", "nothing_sent"})


class TakenOut(Schema):
    """What became of a message; ``receipt`` is a signed message itself, null for a message that gets none."""

    message: str
    state: Literal["taken", "again", "returned"] = Field(
        description="`again`: it was here before, nothing was written. `returned`: the receipt says why."
    )
    receipt: str | None = Field(description="JSON of the signed receipt, byte by byte what is kept here.")


def _described() -> dict[str, Any]:
    extra = operation(Scope.MESSAGES_DELIVER, writes=True)
    title = json.loads(schema())["$id"]
    extra["openapi_extra"]["requestBody"] = {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "description": f"A signed message ({title}, published as docs/api/transmission.schema.json).",
                }
            }
        },
    }
    return extra


@router.post("/messages", response={200: TakenOut, 201: TakenOut}, operation_id="deliver_message", **_described())
def deliver(request: ApiRequest) -> Status[TakenOut]:
    """Hand a signed message to the token's body. The same message again gives the same receipt and writes nothing.

    It is verified (form, receiver, sender in the address book, key, signature) and kept, or refused with a sentence and nothing is
    kept. What its provisions do not carry to this body comes back as a signed return.
    """
    if len(request.body) > MOST_BYTES:
        raise Refused("too-large", _("Höchstens %(most)d Bytes werden angenommen.") % {"most": MOST_BYTES})
    try:
        found = take_in(request.actor, request.body.decode("utf-8"), Channel.HTTP)
    except UnicodeDecodeError as error:
        raise Refused("unreadable", _("Der Inhalt der Anfrage ist kein lesbares JSON.")) from error
    except NotTaken as error:
        kind = "conflict" if error.code in CONFLICTS else "invalid"
        raise Refused(kind, str(error), {"code": error.code}) from error
    state: Literal["taken", "again", "returned"] = "again" if found.again else "taken"
    if not found.again and found.received.reason:
        state = "returned"
    receipt = found.receipt.text if found.receipt is not None else None
    return Status(
        200 if found.again else 201, TakenOut(message=str(found.received.message), state=state, receipt=receipt)
    )
