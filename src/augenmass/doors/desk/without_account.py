"""Pages that open without an account: how often one address may ask, and what a browser tells of the secret in a link."""

from collections.abc import Mapping

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from augenmass.doors.desk.sign_in.limits import MINUTE

LINKS = "links_without_account"
"""The limit that all links share: one secret is not guessed by way of several pages."""


def may_ask(request: HttpRequest, action: str) -> bool:
    """Count a request of the reader's address, also one that only reads, which ``allauth.core.ratelimit`` leaves out; whether it is within the limit."""
    return bool(ratelimit.consume(request, app="allauth.account", action=action, limit_get=True))


def refused(
    request: HttpRequest, template: str, context: Mapping[str, object] | None = None, action: str = LINKS
) -> HttpResponse | None:
    """The page that says to wait, where too many tries came from the reader's address; None where it may open."""
    if may_ask(request, action):
        return None
    answer = opened(request, template, {**(context or {}), "seconds": MINUTE}, 429)
    answer["Retry-After"] = str(MINUTE)
    return answer


def opened(request: HttpRequest, template: str, context: Mapping[str, object], status: int) -> HttpResponse:
    """A page behind a secret in its address, of which no other page learns."""
    answer = render(request, template, context, status=status)
    answer["Referrer-Policy"] = "no-referrer"
    return answer
