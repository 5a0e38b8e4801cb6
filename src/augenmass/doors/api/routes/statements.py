"""Statements that a person approved in a counselling service: handed in, never read out."""

from typing import Annotated, Literal

from django.utils.translation import gettext as _
from ninja import Router, Schema
from ninja.responses import Status
from pydantic import Field, StringConstraints

from augenmass.access.tokens import Scope
from augenmass.doors.api import answers, shapes
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import not_valid
from augenmass.doors.api.reading import NO_NUL, Sent, Word
from augenmass.doors.api.request import ApiRequest
from augenmass.statement import LONGEST_TEXT, NotAStatement
from augenmass.work.actions.statements import take_statement

router = Router(tags=["statements"])
Hex64 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Named = Annotated[str, StringConstraints(min_length=1, max_length=200), NO_NUL]
Number = Annotated[str, StringConstraints(min_length=1, max_length=60), NO_NUL]
Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), NO_NUL]
Yes = Annotated[bool, Field(strict=True)]


class StatementIn(Sent):
    """A signed statement. The signature is over the canonical JSON of all other members (keys sorted, no white space, UTF-8)."""

    format: Literal["augenmass.statement/1"]
    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")] = Field(
        description="UUID; the same statement sent again is recognised by it."
    )
    number: Number = Field(description="File number of the body, as the counselling service knows it.")
    text: Text
    text_sha256: Hex64 = Field(description="SHA-256 of the text, UTF-8.")
    language: Word
    sender: Named = Field(description="Name of the counselling service.")
    sender_public: Yes
    approved_on: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    approved_how: Literal["paper", "screen"]
    approved_language: Word
    interpreter: Yes
    public_key: Hex64 = Field(description="Ed25519")
    signature: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{128}$")]


class StatementReceipt(Schema):
    """That the body has the statement; nothing about a case."""

    key: str
    body: shapes.BodyOut


@router.post(
    "/statements",
    response={200: StatementReceipt, 201: StatementReceipt},
    operation_id="hand_in_statement",
    **operation(Scope.STATEMENTS_WRITE, writes=True),
)
def hand_in(request: ApiRequest, sent: StatementIn) -> Status[StatementReceipt]:
    """Hand in a statement that a person approved. It lies in the incoming post of the token's body, in the case of the file
    number where there is one; the answer is the same where there is none.

    The same statement again answers 200 and changes nothing; another text under the same `key` answers 409.
    """
    try:
        taken, new = take_statement(request.actor, sent.model_dump())
    except NotAStatement as error:
        raise not_valid(_what_is_wrong(error)) from error
    receipt = StatementReceipt(key=str(taken.key), body=answers.body(request.actor.body))
    return Status(201 if new else 200, receipt)


def _what_is_wrong(error: NotAStatement) -> tuple[str, str]:
    match error.what:
        case "text":
            return "/text_sha256", _("Der Text ist nicht der, für den diese Prüfsumme gilt.")
        case "signature":
            return "/signature", _("Die Signatur passt nicht zu der Erklärung.")
    return "/approved_on", _("Diese Angabe hat nicht die beschriebene Form.")
