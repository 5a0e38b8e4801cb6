"""Refuses what is far larger than any form of this desk before a byte of it is stored."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from augenmass.doors.desk.views.errors import too_large

FAR = 3
"""Times the largest file: up to there the form itself says which size it takes."""


class SizeLimitMiddleware:
    """Looks at the announced length; the server hands on no more than was announced."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        most = FAR * max(settings.IMPORT_MEGABYTES, settings.UPLOAD_MEGABYTES) * 1_000_000
        if int(request.META.get("CONTENT_LENGTH") or 0) > most:
            return too_large(request)
        return self.get_response(request)
