"""The interface for programs, version 1: its operations, its description, what errors become."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from augenmass.doors.api.describing import complete
from augenmass.doors.api.problems import Refused, answer_to, not_valid, problem
from augenmass.doors.api.reading import StrictParser
from augenmass.doors.api.routes import (
    accommodation,
    cases,
    facts,
    granted,
    messages,
    notices,
    referrals,
    statements,
    steps,
    token,
)

DESCRIPTION = """\
For programs of the bodies that work with Augenmaß. A program acts in the name of a person in one body and sees and does
exactly what that person may see and do there, narrowed by the scopes and the purpose of its token. Every read stands in the
access log with the token that made it, every change in the record. A human decides and signs: no operation signs a step
or answers a referral.

Labels and texts are German, or English where `Accept-Language` prefers it. What is not established is absent, which is not a no.
"""


class Interface(NinjaAPI):
    """Ninja's interface without its documentation pages, which load from another host."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        complete(schema)
        return schema


api = Interface(
    title="Augenmaß",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    openapi_url=None,
    parser=StrictParser(),
    urls_namespace="api",
)
for routes in (token, cases, facts, steps, granted, referrals, messages, statements, accommodation, notices):
    api.add_router("", routes.router)


@api.exception_handler(ValidationError)
def _not_valid(_request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem(not_valid(*(_place(found) for found in error.errors)))


def _place(found: dict[str, Any]) -> tuple[str, str]:
    """Where and what: the sentence names the rule that was broken, never what was sent."""
    source, *path = found["loc"]
    if source == "body":
        return "/" + "/".join(str(part) for part in path[1:]), _rule(found["type"])
    return str(path[-1]) if path else source, _rule(found["type"])


def _rule(kind: str) -> str:
    if kind == "missing":
        return _("Diese Angabe fehlt.")
    if kind == "extra_forbidden":
        return _("Diese Angabe ist nicht vorgesehen.")
    return _("Diese Angabe hat nicht die beschriebene Form.")


@api.exception_handler(HttpError)
def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 400:
        return problem(Refused("unreadable", _("Der Inhalt der Anfrage ist kein lesbares JSON.")))
    return answer_to(request, error)


@api.exception_handler(Exception)
def _any_error(request: HttpRequest, error: Exception) -> HttpResponse:
    return answer_to(request, error)


def description() -> str:
    """The description of the interface (OpenAPI 3.1) as JSON: the same program gives the same bytes."""
    schema = json.loads(json.dumps(dict(api.get_openapi_schema(path_prefix="api/v1")), default=str))
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
