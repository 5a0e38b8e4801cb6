"""What is refused, as pages: not there, not permitted, no key. What is not there and what others counsel read the same."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from augenmass.compartment.actions.body import NotPermitted
from augenmass.compartment.cipher import NoKey, Unreadable
from augenmass.compartment.kept_text import kept_fields


class RefusalMiddleware:
    """Turns refusals into pages; what was written in a form is shown again, ready to be sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, ObjectDoesNotExist):
            return render(request, "counsel/not_there.html", status=404)
        if isinstance(error, NotPermitted):
            return render(request, "desk/system/403.html", {"reason": str(error)}, status=403)
        if isinstance(error, NoKey | Unreadable):
            kept = kept_fields(request) if request.method == "POST" else []
            context = {"reason": str(error), "kept": kept, "target": request.get_full_path()}
            return render(request, "counsel/no_key.html", context, status=503)
        return None


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not carry a valid token: its text is kept where it is our own."""
    own = request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
    context = {"kept": kept_fields(request), "target": request.get_full_path()} if own else {}
    return render(request, "desk/system/403_csrf.html", context, status=403)
