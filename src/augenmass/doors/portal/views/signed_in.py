"""The page for signing in, and who gets past it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import Http404, HttpResponse

from augenmass.doors.portal.forms.entering import CodeForm
from augenmass.doors.portal.kept import kept_texts
from augenmass.doors.portal.request import EnteredRequest, PersonRequest, SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.person_access.person import Guest


def sign_in_page(
    request: PersonRequest, form: CodeForm | None = None, *, over: bool = False, status: int = 200
) -> HttpResponse:
    """The page for signing in; ``over``: somebody was signed in before, and what they typed is shown again."""
    context = {"form": form or CodeForm(), "over": over, "kept": kept_texts(request) if over else []}
    return screen(request, "portal/sign_in.html", context, status=status)


def for_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the view to somebody who is signed in for a case only; for a guest it is not there, others get the page for signing in."""

    @wraps(view)
    def shown(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return sign_in_page(request, over=request.method == "POST", status=403)
        if isinstance(request.person, Guest):
            raise Http404
        return view(cast(SignedInRequest, request), *args, **kwargs)

    return shown


def for_entered(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the view to whoever is signed in, also for their own agreement alone; others get the page for signing in."""

    @wraps(view)
    def shown(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return sign_in_page(request, over=request.method == "POST", status=403)
        return view(cast(EnteredRequest, request), *args, **kwargs)

    return shown
