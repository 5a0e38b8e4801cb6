"""The way in for programs: answers everything under ``/api/`` before sessions, cookies and forms are looked at.

So a session is never accepted here, and a token never by a page: the two ways in share nothing but the rooms behind them.
"""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext as _

from augenmass.access.reader import reading_for
from augenmass.access.tokens import ElsewhereOnly, NotRecognised, recognise
from augenmass.doors.api import limits
from augenmass.doors.api.problems import Refused, answer_to, not_there
from augenmass.doors.api.reading import MOST_BYTES
from augenmass.doors.api.request import ApiRequest

PREFIX = "/api/"
SCHEME = "Bearer "
CHALLENGE = 'Bearer realm="Augenmass"'


class ProgramsMiddleware:
    """Placed before the sessions; what is not for programs goes on to the pages."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        language = language_of(request.headers.get("Accept-Language", ""))
        with translation.override(language):
            try:
                answer = _answer(cast(ApiRequest, request))
            except Exception as error:  # noqa: BLE001  a program never gets a page, whatever fails before its operation
                answer = answer_to(request, error)
        answer.headers["Content-Language"] = language
        answer.headers["Vary"] = "Accept-Language, Authorization"
        return answer


def language_of(accepted: str) -> str:
    """German, unless English is asked for before it."""
    found = []
    for number, part in enumerate(accepted.lower().split(",")[:20]):
        name, _semicolon, parameters = part.strip().partition(";")
        language = name.strip()[:2]
        if language in dict(settings.LANGUAGES):
            found.append((-_quality(parameters), number, language))
    return min(found)[2] if found else settings.LANGUAGE_CODE


def _quality(parameters: str) -> float:
    text = parameters.strip().removeprefix("q=")
    try:
        return min(1.0, max(0.0, float(text))) if text else 1.0
    except ValueError:
        return 0.0


def _answer(request: ApiRequest) -> HttpResponse:
    _check_frame(request)
    try:
        request.program = recognise(_token(request), caller(request))
    except ElsewhereOnly as error:
        raise Refused("elsewhere", str(error)) from error
    except NotRecognised as error:
        raise _challenge(str(error), "invalid_token") from error
    request.actor = request.program.actor
    limits.count(request.program.token.key_id)
    try:
        match = request.resolver_match = resolve(request.path_info)
    except Resolver404 as error:
        raise not_there() from error
    try:
        with reading_for(request.actor):
            answer = cast(HttpResponse, match.func(request, *match.args, **match.kwargs))
    except Http404 as error:  # the root of the interface, which is no operation
        raise not_there() from error
    if answer.status_code == 405:
        raise Refused(
            "method", _("Bitte sehen Sie in der Beschreibung nach."), headers={"Allow": answer.headers["Allow"]}
        )
    return answer


def _check_frame(request: ApiRequest) -> None:
    """What is refused unread: an unknown host, too much, another format than JSON."""
    try:
        request.get_host()
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except (DisallowedHost, ValueError) as error:
        raise Refused("unreadable", _("Die Kopfzeilen der Anfrage stimmen nicht.")) from error
    if length > MOST_BYTES:
        raise Refused("too-large", _("Höchstens %(most)d Bytes werden angenommen.") % {"most": MOST_BYTES})
    if length and (request.content_type or "").lower() != "application/json":
        raise Refused("media-type", _("Bitte senden Sie application/json."))


def _token(request: ApiRequest) -> str:
    header = request.headers.get("Authorization", "")
    if not header[: len(SCHEME)].lower() == SCHEME.lower():
        raise _challenge(_("Bitte senden Sie den Zugang in der Kopfzeile Authorization: Bearer …"))
    return header[len(SCHEME) :].strip()


def _challenge(detail: str, error: str = "") -> Refused:
    named = f'{CHALLENGE}, error="{error}"' if error else CHALLENGE
    return Refused("not-recognised", detail, headers={"WWW-Authenticate": named})


def caller(request: HttpRequest) -> str:
    """The address that calls; behind proxies the one that the outermost of ours saw. Empty where it is not known."""
    proxies = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if not proxies:
        return str(request.META.get("REMOTE_ADDR", ""))
    seen = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    return seen[-proxies] if len(seen) >= proxies else ""
