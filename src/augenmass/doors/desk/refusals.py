"""What actions and queries refuse, as pages: not there, not permitted, no role today."""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.opening import PurposeNeeded
from augenmass.cases.queries.case import NoSuchCase
from augenmass.cases.queries.comparison import NoSuchComparison
from augenmass.cases.queries.documents import NoSuchDocument
from augenmass.conferences.models import Conference, Item
from augenmass.conferences.queries.seats import seat_ended
from augenmass.law.altered import CatalogueAltered
from augenmass.steps.queries import NoSuchTaking

OF_A_CONFERENCE = (Conference.DoesNotExist, Item.DoesNotExist, NotPermitted)
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
        """The page for a refusal; None for anything else."""
        if isinstance(error, OF_A_CONFERENCE) and _takes_part_no_longer(request):
            return render(request, "desk/conferences/ended.html", {"typed": _typed(request)}, status=403)
        if isinstance(error, NOT_THERE):
            return render(request, "desk/system/404.html", status=404)
        if isinstance(error, PurposeNeeded):
            return HttpResponseRedirect(reverse("case_open", args=[error.case.key]))
        if isinstance(error, CatalogueAltered):
            return render(request, "desk/system/catalogue_altered.html", {"version": str(error)}, status=503)
        if isinstance(error, NotPermitted):
            return render(request, "desk/system/403.html", {"reason": str(error)}, status=403)
        return None


def _takes_part_no_longer(request: HttpRequest) -> bool:
    """Whether the page belongs to a case conference in which the reader sat and sits no longer: they learn that, nobody else does."""
    match = request.resolver_match
    if match is None or not str(match.url_name).startswith("conference") or "key" not in match.kwargs:
        return False
    actor: Actor | None = getattr(request, "actor", None)
    return actor is not None and seat_ended(actor, match.kwargs["key"])


def _typed(request: HttpRequest) -> str:
    """What was being told or answered there, to be given back."""
    found = (request.POST.get(name, "").strip() for name in ("item_text", "measure_result"))
    return next(filter(None, found), "")
