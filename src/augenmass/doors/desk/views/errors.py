"""Pages for what went wrong: a sentence that says what to do."""

import sys

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string

from augenmass.doors.desk.kept_text import kept_fields, own_origin
from augenmass.gate.queries import unreleased_when_last_asked
from augenmass.record.ground import TRY_AGAIN_SECONDS, Ground, ground_of


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


def failed(request: HttpRequest) -> HttpResponse:
    """What ended a request: a database that is away or a full disk has a page that keeps the form; anything else is our error.

    Written without a request context: who is signed in stands in the database.
    """
    failing = ground_of(sys.exc_info()[1])
    marks = {
        "demo": settings.DEMO,
        "unreleased": unreleased_when_last_asked(getattr(request, "actor", None)),
        "theme": request.COOKIES.get(settings.THEME_COOKIE_NAME, ""),
    }
    if failing is None:
        return HttpResponse(render_to_string("500.html", marks), status=500)
    sent = request.method == "POST"
    context = marks | {
        "full": failing is Ground.FULL,
        "sent": sent,
        "kept": kept_fields(request) if sent else [],
        "files_lost": sent and bool(request.FILES),
        "target": request.get_full_path(),
        "csrf_token": get_token(request),
    }
    text = render_to_string("desk/system/503.html", context)
    return HttpResponse(text, status=503, headers={"Retry-After": str(TRY_AGAIN_SECONDS)})
