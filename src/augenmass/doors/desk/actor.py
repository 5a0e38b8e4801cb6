"""Puts the actor on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from augenmass.access.actor import Actor, actor_for


class DeskRequest(HttpRequest):
    """A request of a signed-in member of staff."""

    actor: Actor


class ActorMiddleware:
    """``request.actor`` is the account in its role today, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = actor_for(request.user) if request.user.is_authenticated else None  # type: ignore[attr-defined]
        return self.get_response(request)
