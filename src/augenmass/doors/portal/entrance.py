"""The way in for persons: answers everything under ``/portal/`` before sessions of the staff, their language and their rights are looked at.

So a session of the staff is never accepted here, and the cookie of a person by no other page.
"""

from collections.abc import Callable
from typing import Any, cast

import structlog
from django.conf import settings
from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.urls import Resolver404, resolve
from django.utils import translation

from augenmass.access.reader import NOBODY, reading_as
from augenmass.doors.portal.kept import kept_texts
from augenmass.doors.portal.languages import chosen_now, keep_language, language_of
from augenmass.doors.portal.request import PersonRequest
from augenmass.doors.portal.screen import screen
from augenmass.person_access.actions.guests import recognise_guest
from augenmass.person_access.actions.visits import recognise
from augenmass.person_access.person import Person, reading_for_person

PREFIX = "/portal/"
FAR = 3
"""Times the largest file: up to there the form itself says which size it takes."""
log = structlog.get_logger(__name__)


class PersonsMiddleware:
    """Placed before the sessions of the staff; what is not for persons goes on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.forms = FormCheck(_never_called)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return self.get_response(request)
        try:
            chosen = None if _far_too_large(request) else chosen_now(request)
        except (SuspiciousOperation, MultiPartParserError, UnreadablePostError):
            return HttpResponse(status=400)
        asked = PersonRequest.of(request, chosen or language_of(request))
        with translation.override(asked.language.code):
            answer = self._answer(asked)
            self.forms.process_response(asked, answer)
        if chosen is not None:
            keep_language(answer, asked.language)
        answer.headers["Content-Language"] = asked.language.tag
        answer.headers["Vary"] = "Accept-Language, Cookie"
        answer.headers["X-Frame-Options"] = "DENY"
        return answer

    def _answer(self, request: PersonRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse(status=400)
        if _far_too_large(request):
            return screen(request, "portal/too_large.html", {"megabytes": settings.UPLOAD_MEGABYTES}, status=413)
        try:
            return self._shown(request)
        except (Resolver404, Http404):
            return screen(request, "portal/not_found.html", status=404)
        except Exception as error:  # noqa: BLE001  the person gets a page of this door in their language, whatever fails
            got_request_exception.send(sender=type(self), request=request)
            log.error(
                "portal_failed",
                error=type(error).__name__,
                route=request.resolver_match and request.resolver_match.route,
            )
            return screen(request, "portal/failed.html", status=500)

    def _shown(self, request: PersonRequest) -> HttpResponse:
        match = request.resolver_match = resolve(request.path_info)
        held = request.COOKIES.get(settings.PORTAL_COOKIE_NAME, "")
        request.person = recognise(held) or recognise_guest(held)
        self.forms.process_request(request)
        refused = self.forms.process_view(request, match.func, match.args, match.kwargs)
        if refused is not None:
            return refused
        person = request.person
        reading = reading_for_person(person) if isinstance(person, Person) else reading_as(NOBODY)
        with reading:
            answer = match.func(request, *match.args, **match.kwargs)
        return cast(HttpResponse, answer)


class FormCheck(CsrfViewMiddleware):
    """Django's check against forms sent from elsewhere, with a page of this door; what was typed is shown again."""

    def _reject(self, request: HttpRequest, reason: str) -> Any:
        asked = cast(PersonRequest, request)
        return screen(asked, "portal/again.html", {"kept": kept_texts(asked)}, status=403)


def _far_too_large(request: HttpRequest) -> bool:
    """Whether more was announced than any form here takes; then not a byte of it is read."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > FAR * settings.UPLOAD_MEGABYTES * 1_000_000


def _never_called(request: HttpRequest) -> HttpResponse:
    raise AssertionError(request.path)
