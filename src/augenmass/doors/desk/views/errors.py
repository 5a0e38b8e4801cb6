"""Pages for what went wrong: a sentence that says what to do."""

import errno
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from augenmass.doors.desk.kept_text import kept_fields, own_origin


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not carry a valid token: usually a page that was open for long. A form of our own keeps its text."""
    own = request.headers.get("Origin") == own_origin(request)
    context = {"kept": kept_fields(request), "target": request.get_full_path()} if own else {}
    return render(request, "desk/system/403_csrf.html", context, status=403)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than this installation takes."""
    return render(request, "desk/system/413.html", status=413)


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """More attempts to sign in than are taken; says when the next one is."""
    answer = render(request, "desk/system/429.html", {"seconds": seconds, "minutes": -(-seconds // 60)}, status=429)
    answer["Retry-After"] = str(seconds)
    return answer


NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
DISK_FULL = "53100"
"""SQLSTATE of PostgreSQL for a full disk."""
TRY_AGAIN_SECONDS = 15


def failed(request: HttpRequest) -> HttpResponse:
    """What ended a request: a database that is away or a full disk has a page that keeps the form; anything else is our error.

    Written without a request context: who is signed in stands in the database.
    """
    error = sys.exc_info()[1]
    full = _no_space(error)
    if not full and not isinstance(error, OperationalError | InterfaceError):
        return HttpResponse(render_to_string("500.html"), status=500)
    sent = request.method == "POST"
    context = {
        "full": full,
        "demo": settings.DEMO,
        "sent": sent,
        "kept": kept_fields(request) if sent else [],
        "files_lost": sent and bool(request.FILES),
        "target": request.get_full_path(),
        "csrf_token": get_token(request),
    }
    text = render_to_string("desk/system/503.html", context)
    return HttpResponse(text, status=503, headers={"Retry-After": str(TRY_AGAIN_SECONDS)})


def _no_space(error: BaseException | None) -> bool:
    """Whether there was no room to write: of a file, of SQLite or of PostgreSQL."""
    cause = error.__cause__ if error is not None else None
    return (
        (isinstance(error, OSError) and error.errno in NO_SPACE)
        or getattr(cause, "sqlite_errorname", "") == "SQLITE_FULL"
        or getattr(cause, "sqlstate", "") == DISK_FULL
    )
