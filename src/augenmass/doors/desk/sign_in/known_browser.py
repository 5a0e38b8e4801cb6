"""The browsers in which somebody has signed in before: a flood of attempts from elsewhere does not concern them.

A signed cookie holds a random id of the browser and a digest of each name that was fully signed in there. It signs nobody
in and says nothing about who sits there; all it does is to count this browser's attempts by themselves.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = settings.COOKIE_PREFIX + "augenmass_browser"
SALT = "augenmass.known_browser"
SECONDS = 180 * 24 * 3600
MOST_NAMES = 12
"""A shared desk: beyond this number the name that was signed in longest ago is forgotten."""


def _digest(username: str) -> str:
    return salted_hmac(SALT, username.strip().lower(), algorithm="sha256").hexdigest()[:32]


def _held(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        browser, names = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return "", []
    return browser, names


def browser_known_for(request: HttpRequest, username: str) -> str:
    """The id of this browser when this name was signed in here before, else an empty text."""
    browser, names = _held(request)
    return browser if _digest(username) in names else ""


def remember_browser(request: HttpRequest, response: HttpResponse, username: str) -> None:
    """Keep that this name was fully signed in here."""
    browser, names = _held(request)
    own = _digest(username)
    names = [*[name for name in names if name != own][-(MOST_NAMES - 1) :], own]
    response.set_cookie(
        COOKIE,
        signing.dumps((browser or secrets.token_urlsafe(12), names), salt=SALT, compress=True),
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
