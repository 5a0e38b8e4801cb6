"""A form sent after the session ended keeps its text.

Instead of redirecting to the sign-in (and dropping what was written), the page asks to sign in and holds the text; after
the sign-in the form is shown again ready to be sent. Nothing is stored on the server.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from augenmass.doors.desk.kept_labels import KeptField, labelled

OPEN_PREFIXES = (
    "/anmelden/",
    "/abmelden/",
    "/sprache/",
    "/darstellung/",
    "/passwort-setzen/",
    "/bescheinigung/",
    "/vereinbarung-pruefen/",
    "/zusage/",
    "/dolmetschen/",
    "/beistand/",
)
NOT_KEPT = frozenset(
    {"csrfmiddlewaretoken", "password", "login", "oldpassword", "password1", "password2", "code", "credential", "token"}
)


class KeptTextMiddleware:
    """Catches a POST without a signed-in account before anything else looks at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or request.path.startswith(OPEN_PREFIXES) or self._signed_in(request):
            return self.get_response(request)
        if from_elsewhere(request):
            # A form on another site, sent without our session: showing it here would let that site speak in our name.
            return self.get_response(request)
        # A form that large holds a file, which cannot be kept: nobody who is not signed in makes us read it.
        large = int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        context = {
            "kept": [] if large else kept_fields(request),
            "target": request.get_full_path(),
            "files_lost": large or bool(request.FILES),
        }
        return render(request, "desk/system/session_ended.html", context, status=401)

    def _signed_in(self, request: HttpRequest) -> bool:
        from django.contrib.auth import get_user

        return get_user(request).is_authenticated


def from_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that the form was sent by a page of another site."""
    return request.headers.get("Origin", own_origin(request)) != own_origin(request)


def own_origin(request: HttpRequest) -> str:
    """This site, as a browser names it."""
    return f"{request.scheme}://{request.get_host()}"


def kept_fields(request: HttpRequest) -> list[KeptField]:
    """The fields of a form that are sent again, with how they are shown: everything but passwords and tokens."""
    sent = request.POST.lists()
    return labelled(request, ((name, value) for name, values in sent if name not in NOT_KEPT for value in values))
