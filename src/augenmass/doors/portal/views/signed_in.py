"""The page for signing in, and who gets past it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpResponse

from augenmass.doors.portal.forms.entering import CodeForm
from augenmass.doors.portal.kept import kept_texts
from augenmass.doors.portal.request import PersonRequest, SignedInRequest
from augenmass.doors.portal.screen import screen


def sign_in_page(
    request: PersonRequest, form: CodeForm | None = None, *, over: bool = False, status: int = 200
) -> HttpResponse:
    """The page for signing in; ``over``: somebody was signed in before, and what they typed is shown again."""
    context = {"form": form or CodeForm(), "over": over, "kept": kept_texts(request) if over else []}
    return screen(request, "portal/sign_in.html", context, status=status)


def for_person(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Show the view to somebody who is signed in only; others get the page for signing in."""

    @wraps(view)
    def shown(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.person is None:
            return sign_in_page(request, over=request.method == "POST", status=403)
        return view(cast(SignedInRequest, request), *args, **kwargs)

    return shown
