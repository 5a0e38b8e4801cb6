"""How an operation is described: the scope that it needs and every answer that it can give."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from augenmass.access.tokens import Program, Scope
from augenmass.doors.api.problems import MEDIA_TYPE, Refused
from augenmass.doors.api.request import ApiRequest

ALWAYS = (400, 401, 403, 404, 413, 415, 422, 429, 503)
"""What every operation can answer beside its result."""
MEANINGS = {
    400: "The request cannot be read: no UTF-8, no JSON, nested too deeply, a member twice.",
    401: "No token, or one that is unknown, expired, revoked, or whose owner holds no role in its body today.",
    403: "The token lacks the scope, its owner lacks the right, or a case of another body has to be opened first with purpose and reason.",
    404: "Not there, or not visible to this token: both read the same.",
    409: "The state has changed since it was read, or stands against it. Nothing was written.",
    413: "More than 262144 bytes.",
    415: "Another format than application/json.",
    422: "Some members or parameters are wrong; `errors` says which.",
    429: "Too many calls of this token within a minute; `Retry-After` says how many seconds to wait.",
    503: "The database is away, the disk is full or the released catalogue of law was altered; `Retry-After` says when to try again. Read before a write is repeated.",
}
PROBLEM_SCHEMA = {
    "type": "object",
    "title": "Problem",
    "description": "Problem details (RFC 9457). Holds no content of facts.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "description": "Stable: urn:augenmass:problem:… and the kind."},
        "title": {"type": "string", "description": "German, or English where Accept-Language prefers it."},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "description": "With 422: what is wrong where (JSON pointer, or name of a parameter).",
            "items": {
                "type": "object",
                "required": ["at", "detail"],
                "properties": {"at": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
        "held": {
            "type": ["object", "null"],
            "description": "With 409 of a fact: which one is held now, to be read at its address.",
            "properties": {
                "id": {"type": "integer"},
                "known_at": {"type": "string", "format": "date-time"},
                "address": {"type": "string"},
            },
        },
        "version": {"type": "integer", "description": "With 409 of a step: the version of the case now."},
        "state": {"type": "string", "description": "With 409 of a referral: what it is now."},
        "blockers": {
            "type": "array",
            "description": "With 409 of a step: what stands against it.",
            "items": {"$ref": "#/components/schemas/BlockerOut"},
        },
        "code": {"type": "string", "description": "With 409 or 422 of a message: why it was not taken in."},
        "case": {"type": "string", "description": "With 403 purpose-needed: the case to open first."},
        "contradicts": {
            "type": ["string", "null"],
            "description": "With 422 of a fact: the fact beside which it cannot be true.",
        },
    },
}


class Token(HttpBearer):
    """Checks the scope; who calls was recognised at the entrance."""

    def __init__(self, scope: Scope | None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Program:
        assert isinstance(request.program, Program)  # type: ignore[attr-defined]
        return allowed(request, self.scope)  # type: ignore[arg-type]


def allowed(request: ApiRequest, scope: Scope | None) -> Program:
    """The program, where it has the scope. Raises ``Refused``."""
    if scope is not None and not request.program.has(scope):
        raise Refused("scope", members={"scope": scope.value})
    return request.program


def operation(scope: Scope | None, *, writes: bool = False) -> dict[str, Any]:
    """What every operation is declared with; ``writes``: it can meet another state than it was made for."""
    statuses = sorted([*ALWAYS, 409] if writes else ALWAYS)
    responses = {status: {"$ref": f"#/components/responses/{status}"} for status in statuses}
    extra: dict[str, Any] = {"responses": responses}
    if scope is not None:
        extra["x-scope"] = scope.value
    return {"auth": Token(scope), "openapi_extra": extra}


def complete(schema: dict[str, Any]) -> dict[str, Any]:
    """Add the shared answers, and to each operation the scope in words that standard tools show."""
    components = schema["components"]
    components["schemas"]["Problem"] = PROBLEM_SCHEMA
    components["responses"] = {str(status): _response(status, says) for status, says in MEANINGS.items()}
    components["securitySchemes"] = {
        "Token": {
            "type": "http",
            "scheme": "bearer",
            "description": "Made on the page „Zugänge für Programme“. Acts as its owner in one body; scopes and purpose only narrow.",
        }
    }
    for path in schema["paths"].values():
        for described in path.values():
            scope = described.get("x-scope")
            described["security"] = [{"Token": [scope] if scope else []}]
            if scope:
                described["description"] = f"{described.get('description', '')}\n\nScope: `{scope}`".strip()
    return schema


def _response(status: int, says: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "description": says,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status in (429, 503):
        found["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds"}}
    if status == 401:
        found["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return found
