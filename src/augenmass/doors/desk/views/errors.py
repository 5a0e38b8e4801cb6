"""Pages for what went wrong: a sentence that says what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from augenmass.doors.desk.kept_text import kept_fields, own_origin


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not carry a valid token: usually a page that was open for long. A form of our own keeps its text."""
    own = request.headers.get("Origin") == own_origin(request)
    context = {"kept": kept_fields(request), "target": request.get_full_path()} if own else {}
    return render(request, "desk/system/403_csrf.html", context, status=403)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than this installation takes."""
    return render(request, "desk/system/413.html", status=413)
