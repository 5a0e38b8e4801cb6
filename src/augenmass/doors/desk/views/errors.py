"""Pages for what went wrong: a sentence that says what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not carry a valid token: usually a page that was open for long."""
    return render(request, "desk/system/403_csrf.html", status=403)
