"""How many attempts to sign in are taken, counted so that nobody can lock somebody else out.

An attempt counts by address and by address with name. Failures also count by name alone, from wherever they come; past
that number attempts from unknown browsers are taken one by one, slowly. A browser in which the name was signed in before
counts by itself only, and a passkey is not slowed at all: there is nothing to guess. All counts go by what was typed,
whether there is such an account or not.
"""

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from allauth.core.exceptions import ImmediateHttpResponse
from django.http import HttpRequest, HttpResponse

from augenmass.access.models import SignInLine
from augenmass.access.sign_in_log import note, note_attempt
from augenmass.directory.models import Account
from augenmass.doors.desk.sign_in.known_browser import browser_known_for
from augenmass.doors.desk.views.errors import too_many

MINUTE, PAIR_SECONDS, SLOW_SECONDS = 60, 300, 30


def address_of(request: HttpRequest) -> str:
    """The address of the person, as far as the proxies in front are trusted."""
    return str(get_adapter(request).get_client_ip(request))


def _pair(request: HttpRequest, name: str) -> str:
    """Where and for whom: the known browser, else the address, with the name."""
    return f"{browser_known_for(request, name) or address_of(request)} {name}"


def seconds_to_wait(request: HttpRequest, username: str) -> int:
    """Seconds until an attempt for this name is taken from here; 0: it is taken now (and counted)."""
    name = username.strip().lower()

    def free(action: str, key: str | None = None, count: bool = False) -> bool:
        return bool(ratelimit.consume(request, action=action, key=key, dry_run=not count))

    if not free("failures_by_pair", _pair(request, name)):
        return PAIR_SECONDS
    if browser_known_for(request, name):
        return 0
    if not free("failures_by_address") or not free("attempts_by_address", count=True):
        return MINUTE
    if not free("failures_by_account", name) and not free("slow_account", name, count=True):
        return SLOW_SECONDS
    return 0


def count_failure(request: HttpRequest, username: str) -> None:
    """Count a failed attempt for this name."""
    name = username.strip().lower()
    ratelimit.consume(request, action="failures_by_pair", key=_pair(request, name))
    ratelimit.consume(request, action="failures_by_account", key=name)
    if not browser_known_for(request, name):
        ratelimit.consume(request, action="failures_by_address")


def refuse_too_many(request: HttpRequest, username: str) -> None:
    """Stop an attempt that comes too early, with a page that says when the next one is taken.

    Raises ``ImmediateHttpResponse``.
    """
    seconds = seconds_to_wait(request, username)
    if not seconds:
        return
    if ratelimit.consume(request, action="refusals_noted", key=f"{address_of(request)} {username.strip().lower()}"):
        note_attempt(SignInLine.What.TOO_MANY, username, address_of(request))
    raise ImmediateHttpResponse(too_many(request, seconds))


def refuse_too_many_codes(request: HttpRequest, account: Account) -> None:
    """The same for codes of a second factor, which only those reach who know the password. Raises ``ImmediateHttpResponse``."""
    if ratelimit.consume(request, action="login_failed", key=_code_key(request, account), dry_run=True):
        return
    if ratelimit.consume(request, action="refusals_noted", key=f"code {account.pk}"):
        note(SignInLine.What.TOO_MANY, account, address_of(request))
    raise ImmediateHttpResponse(too_many(request, PAIR_SECONDS))


def count_wrong_code(request: HttpRequest, account: Account) -> None:
    """Count a wrong code."""
    ratelimit.consume(request, action="login_failed", key=_code_key(request, account))


def _code_key(request: HttpRequest, account: Account) -> str:
    """By account from unknown browsers together, so that many addresses have no more tries; a known browser by itself."""
    return f"code {account.pk} {browser_known_for(request, account.username)}"


def limit_reached(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page that allauth's own limits answer with (``handler429``)."""
    return too_many(request, MINUTE)
