"""When a session ends by itself: unused for long, too old, the account locked, or a role ended that it began with.

Stands before what keeps the text of a form, so that what was being written is not lost.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest, HttpResponse

from augenmass.access.actor import memberships_today
from augenmass.access.models import SignInLine
from augenmass.access.sessions import account_of_id, forget_session, seen
from augenmass.access.sign_in_log import note
from augenmass.doors.desk.sign_in.limits import address_of
from augenmass.law.time import now

What = SignInLine.What
BEGAN, SEEN, ROLES, ENDED = "augenmass_began", "augenmass_seen", "augenmass_roles", "augenmass_ended"
SEEN_EVERY = timedelta(minutes=5)
"""So seldom is it written that a session is in use: a page view takes no write lock."""


class SessionEndMiddleware:
    """Looks at the session of a signed-in account before anything else does."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if held := request.session.get(SESSION_KEY):
            why = self._why_ended(request)
            if why is not None:
                end_by_itself(request, int(held), why)
        return self.get_response(request)

    def _why_ended(self, request: HttpRequest) -> SignInLine.What | None:
        account, session, at = get_user(request), request.session, now()
        if not account.is_authenticated:
            return What.ENDED_ACCOUNT
        if at - _moment(session, BEGAN, at) > timedelta(seconds=settings.SESSION_COOKIE_AGE):
            return What.ENDED_AGE
        last = _moment(session, SEEN, at)
        if at - last > timedelta(minutes=settings.SESSION_MINUTES):
            return What.ENDED_IDLE
        if _role_ended(account, session):
            return What.ENDED_ROLE
        if SEEN not in session or at - last >= SEEN_EVERY:
            _touch(request, account, at)
        return None


def _moment(session: Any, name: str, default: datetime) -> datetime:
    return datetime.fromisoformat(session[name]) if name in session else default


def _role_ended(account: Any, session: Any) -> bool:
    """Whether a role is gone that the session was used with, in whichever body; a further role ends nothing."""
    held = sorted(f"{membership.body_id} {membership.role}" for membership in memberships_today(account))
    before = session.get(ROLES, [])
    if set(before) - set(held):
        return True
    if before != held:
        session[ROLES] = held
    return False


def _touch(request: HttpRequest, account: Any, at: datetime) -> None:
    session = request.session
    session[SEEN] = at.isoformat()
    session.setdefault(BEGAN, at.isoformat())
    if session.session_key is None:
        session.save()
    seen(account, str(session.session_key), address_of(request), request.headers.get("User-Agent", ""))


def end_by_itself(request: HttpRequest, account_id: int, why: SignInLine.What) -> None:
    """End the session of this request; the sign-in page then says why."""
    note(why, account_of_id(account_id), address_of(request))
    forget_session(request.session.session_key)
    request.session.flush()
    request.session[ENDED] = why.value
    vars(request).pop("_cached_user", None)  # Django keeps the account of a request here
