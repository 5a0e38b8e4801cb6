"""Puts the actor on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from augenmass.access.actor import Actor, actor_for
from augenmass.access.reader import reading_for

CHOSEN_BODY = "acting_for"


class DeskRequest(HttpRequest):
    """A request of a signed-in member of staff."""

    actor: Actor


class ActorMiddleware:
    """``request.actor`` is the account in its roles today in the body it acts for, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        # A session remembers the body only; whether the person still has a role there is asked anew for every page.
        request.actor = actor_for(user, request.session.get(CHOSEN_BODY)) if user.is_authenticated else None  # type: ignore[attr-defined]
        with reading_for(request.actor):  # type: ignore[attr-defined]
            return self.get_response(request)
