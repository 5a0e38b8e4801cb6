"""Puts the actor on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from augenmass.access.actor import Actor, actor_for
from augenmass.access.models import SupportSession
from augenmass.access.reader import Reader, reading_as, reading_for
from augenmass.access.support import looking, session_of
from augenmass.directory.models import Account

CHOSEN_BODY = "acting_for"
ONLY_BODY = "only_body"
"""In the session: the body whose identity provider signed the person in. It vouches for no role elsewhere."""
SUPPORT = "support"
"""In the session: the key of the support session in which an operator looks at another body's pages."""


class DeskRequest(HttpRequest):
    """A request of a signed-in member of staff."""

    actor: Actor
    support: SupportSession | None
    """The session in which the actor only looks."""


class ActorMiddleware:
    """``request.actor`` is the account in its roles today in the body it acts for, or None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        # A session remembers the body only; whether the person still has a role there is asked anew for every page.
        request.actor = _actor_in(request, user) if user.is_authenticated else None  # type: ignore[attr-defined]
        request.support = self._support(request) if user.is_authenticated else None  # type: ignore[attr-defined]
        if request.support is not None:  # type: ignore[attr-defined]
            request.actor = looking(user, request.support)  # type: ignore[attr-defined, arg-type]
        with reading_for(request.actor):  # type: ignore[attr-defined]
            return self.get_response(request)

    def _support(self, request: HttpRequest) -> SupportSession | None:
        """The support session that this browser is in; the key is dropped once it is over."""
        key = request.session.get(SUPPORT)
        if key is None:
            return None
        user = request.user
        assert isinstance(user, Account)
        with reading_as(Reader(user.pk)):
            found = session_of(user, str(key))
        if found is None:
            del request.session[SUPPORT]
        return found


def _actor_in(request: HttpRequest, account: Account) -> Actor | None:
    only = request.session.get(ONLY_BODY)
    actor = actor_for(account, only or request.session.get(CHOSEN_BODY))
    return actor if actor is None or only is None or actor.body_id == only else None
