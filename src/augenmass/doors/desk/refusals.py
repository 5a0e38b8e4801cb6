"""What actions and queries refuse, as pages: not there, not permitted, no role today."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from augenmass.access.actor import NotPermitted
from augenmass.access.opening import PurposeNeeded
from augenmass.cases.queries.case import NoSuchCase
from augenmass.cases.queries.comparison import NoSuchComparison
from augenmass.cases.queries.documents import NoSuchDocument
from augenmass.law.altered import CatalogueAltered
from augenmass.steps.queries import NoSuchTaking

NOT_THERE = (NoSuchCase, NoSuchComparison, NoSuchDocument, NoSuchTaking, ObjectDoesNotExist)


class RefusalMiddleware:
    """Turns refusals into pages. What a reader may not see and what is not there read the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, _args: object, _kwargs: object) -> HttpResponse | None:
        """An account without a role today sees one page that says so."""
        signed_in = not isinstance(request.user, AnonymousUser)
        if signed_in and request.actor is None and getattr(view, "login_required", True):  # type: ignore[attr-defined]
            return render(request, "desk/system/no_role.html", status=403)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NOT_THERE):
            return render(request, "desk/system/404.html", status=404)
        if isinstance(error, PurposeNeeded):
            return HttpResponseRedirect(reverse("case_open", args=[error.case.key]))
        if isinstance(error, CatalogueAltered):
            return render(request, "desk/system/catalogue_altered.html", {"version": str(error)}, status=503)
        if isinstance(error, NotPermitted):
            return render(request, "desk/system/403.html", {"reason": str(error)}, status=403)
        return None
