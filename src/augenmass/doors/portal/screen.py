"""Rendering a page of the door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from augenmass.doors.portal.languages import GERMAN, LANGUAGES
from augenmass.person_access.person import Guest

if TYPE_CHECKING:
    from augenmass.doors.portal.request import PersonRequest


def screen(
    request: PersonRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """A page in the language of the request. Rendered at once: afterwards nobody reads any more."""
    known = {
        "csrf_token": get_token(request),
        "language": request.language,
        "languages": LANGUAGES.values(),
        "german": request.language == GERMAN,
        "person": request.person,
        "guest": isinstance(request.person, Guest),
        "path": request.path,
        "demo": settings.DEMO,
    }
    return HttpResponse(render_to_string(template, {**known, **(context or {})}), status=status)
