"""A form that is sent after the session ended keeps its text: it is shown, ready to be sent again after signing in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

OPEN = ("/anmelden/", "/abmelden/", "/sprache/", "/darstellung/", "/konto/")
NOT_SHOWN = frozenset({"key", "seen_version", "declaration", "seen"})


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field as it is sent again; without a label it is not shown."""

    name: str
    value: str
    label: str = ""
    text: str = ""


def kept_fields(request: HttpRequest) -> list[KeptField]:
    """What a form held, without its token."""
    fields = [(name, value) for name, values in request.POST.lists() for value in values]
    return [
        KeptField(name, value, "" if name in NOT_SHOWN else _("Eingabe"), value)
        for name, value in fields
        if name != "csrfmiddlewaretoken"
    ]


class KeptTextMiddleware:
    """Catches a form without a signed-in account, unless a page of another site sent it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        from django.contrib.auth import get_user

        own = f"{request.scheme}://{request.get_host()}"
        if (
            request.method != "POST"
            or request.path.startswith(OPEN)
            or request.headers.get("Origin", own) != own
            or get_user(request).is_authenticated
        ):
            return self.get_response(request)
        context = {"kept": kept_fields(request), "target": request.get_full_path(), "files_lost": bool(request.FILES)}
        return render(request, "desk/system/session_ended.html", context, status=401)
