"""Cases: the list, one case, its legal position, a proof, its documents."""

from typing import Annotated, Literal, cast
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from augenmass.access.sight import sight_of
from augenmass.access.tokens import Scope
from augenmass.cases.queries.case import documents_of, english, find
from augenmass.cases.queries.learned import is_shown, known_on, learns_reasons, shown_proof
from augenmass.cases.queries.worklist import WorklistFilter, worklist
from augenmass.doors.api import answers, shapes
from augenmass.doors.api.as_of import AsOfQuery
from augenmass.doors.api.describing import operation
from augenmass.doors.api.problems import not_there
from augenmass.doors.api.reading import NO_NUL, Word
from augenmass.doors.api.request import ApiRequest
from augenmass.law.changes import what_would_change
from augenmass.law.evaluate import prove
from augenmass.law.position import assess
from augenmass.law.time import today
from augenmass.law.values import YES
from augenmass.lawbook.in_force import in_force

router = Router(tags=["cases"])
MOST_ON_A_PAGE = 100


class CaseFilter(Schema):
    """The filters of the worklist. A key that the catalogue does not have finds nothing."""

    search: Annotated[str, Field(max_length=100), NO_NUL] = Field(
        default="", description="Beginnings of names and numbers"
    )
    lane: Word = ""
    step: Word = Field(default="", description="A next step")
    blocker: Word = Field(default="", description="What stands against a step: a fact or a doubt")
    doubt: Word = ""
    deadline: Word = ""
    due: Literal["", "overdue", "today", "week", "month"] = ""
    officer: Word = Field(default="", description="Number of an account, or none")
    unit: Word = Field(default="", description="Number of a unit")
    order: Literal["due", "name", "number"] = "due"


@router.get("/cases", response={200: shapes.CasePage}, operation_id="list_cases", **operation(Scope.CASES_READ))
def list_cases(
    request: ApiRequest,
    chosen: Query[CaseFilter],
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1,
    page_size: Annotated[int, Field(ge=1, le=MOST_ON_A_PAGE)] = 50,
) -> shapes.CasePage:
    """The cases that the token's body works, as on the worklist. A page beyond the last answers with the last."""
    found = worklist(request.actor, WorklistFilter(**chosen.model_dump()), page, page_size)
    return answers.page_of_cases(request.actor, found)


@router.get("/cases/{uuid:key}", response={200: shapes.CaseOut}, operation_id="get_case", **operation(Scope.CASES_READ))
def get_case(request: ApiRequest, key: UUID) -> shapes.CaseOut:
    """One case, without its facts."""
    case = find(request.actor, key)
    return answers.one_case(request.actor, case, known_on(case, today()))


@router.get(
    "/cases/{uuid:key}/position",
    response={200: shapes.PositionOut},
    operation_id="get_position",
    **operation(Scope.CASES_READ),
)
def get_position(request: ApiRequest, key: UUID, as_of: Query[AsOfQuery]) -> shapes.PositionOut:
    """What the law says of the case: all of it, single released answers, or nothing, by the role of the token's owner."""
    case = find(request.actor, key, "position")
    at = as_of.moments_of_law()
    known = known_on(case, at.true_on, at.known_at)
    return answers.position(assess(in_force(), known.held, at.true_on), sight_of(request.actor, case))


@router.get(
    "/cases/{uuid:key}/proofs/{slug:question}",
    response={200: shapes.ProofOut},
    operation_id="get_proof",
    **operation(Scope.FACTS_READ),
)
def get_proof(request: ApiRequest, key: UUID, question: str, as_of: Query[AsOfQuery]) -> shapes.ProofOut:
    """Why a question is answered as it is. A proof shows values of facts, so it needs the scope for facts."""
    case = find(request.actor, key, "proof")
    sight = sight_of(request.actor, case)
    if not learns_reasons(sight, question):
        raise not_there()
    at = as_of.moments_of_law()
    law, held = in_force(), known_on(case, at.true_on, at.known_at).held
    proof = prove(law, question, held, at.true_on)
    changes = () if proof.value == YES else what_would_change(law, question, held, at.true_on)
    shown = [change for change in changes if is_shown(change, sight.names)]
    target = proof.site.target
    label = (target.en if english() else target.de) if target else question
    return shapes.ProofOut(
        question=shapes.Named(id=question, label=label),
        on=at.true_on,
        answer=cast(shapes.Answer, proof.word),
        proof=answers.proof_node(shown_proof(proof, sight.names, "en" if english() else "de")),
        changes=[answers.change(change) for change in shown],
        hidden_changes=len(changes) - len(shown),
        catalogue=answers.catalogue(),
    )


@router.get(
    "/cases/{uuid:key}/documents",
    response={200: list[shapes.DocumentOut]},
    operation_id="list_documents",
    **operation(Scope.DOCUMENTS_READ),
)
def list_documents(request: ApiRequest, key: UUID) -> list[shapes.DocumentOut]:
    """The documents of a case, without their content, newest first."""
    case = find(request.actor, key, "documents")
    return [answers.document(found) for found in documents_of(request.actor, case)]
