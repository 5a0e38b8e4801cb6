"""What concerns the screen and the account, not a person: language, look, one's own sign-in, the state of the server."""

from typing import cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from augenmass.compartment.health import state
from augenmass.compartment.models import Account
from augenmass.compartment.sign_in import holds_factor

YEAR = 365 * 24 * 3600


def who(request: HttpRequest) -> Account:
    """The counsellor who is signed in."""
    return cast(Account, request.user)


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure())
    return HttpResponseRedirect(target if safe else "/")


def _keep(response: HttpResponse, name: str, value: str) -> HttpResponse:
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose German or English."""
    chosen = request.POST.get("language", "de")
    known = chosen in dict(settings.LANGUAGES)
    return _keep(_back(request), settings.LANGUAGE_COOKIE_NAME, chosen) if known else _back(request)


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Choose the light or dark look, or that of the system."""
    chosen = request.POST.get("theme", "")
    known = chosen in ("light", "dark", "")
    return _keep(_back(request), settings.THEME_COOKIE_NAME, chosen) if known else _back(request)


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """One's own sign-in: second factor, codes, password."""
    return render(request, "counsel/account.html", {"has_app": holds_factor(who(request))})


@login_not_required
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the database answers, the key is there, and what waits; numbers only."""
    found = state()
    return JsonResponse(found, status=200 if found["ok"] else 503)


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, or not for this counsellor: both read the same."""
    return render(request, "counsel/not_there.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """More attempts to sign in than are taken."""
    answer = render(request, "desk/system/429.html", {"seconds": 300, "minutes": 5}, status=429)
    answer["Retry-After"] = "300"
    return answer


def failed(request: HttpRequest) -> HttpResponse:
    """An error of the program, or its database is away. Written without a request context: who is signed in stands in the database."""
    marks = {"demo": settings.DEMO, "theme": request.COOKIES.get(settings.THEME_COOKIE_NAME, "")}
    return HttpResponse(render_to_string("500.html", marks), status=500)
