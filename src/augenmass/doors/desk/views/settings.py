"""What a person sets for their own screen: language and look. Kept in cookies of this site."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from augenmass.access.actor import bodies_of
from augenmass.doors.desk.actor import CHOSEN_BODY, ONLY_BODY, DeskRequest

YEAR = 365 * 24 * 3600
THEMES = ("light", "dark", "")


def _back(request: HttpRequest) -> HttpResponseRedirect:
    target = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(target if safe else "/")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose German or English."""
    chosen = request.POST.get("language", "de")
    response = _back(request)
    if chosen in dict(settings.LANGUAGES):
        _keep(response, settings.LANGUAGE_COOKIE_NAME, chosen)
    return response


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Choose the light or dark look, or that of the system."""
    chosen = request.POST.get("theme", "")
    response = _back(request)
    if chosen in THEMES:
        _keep(response, settings.THEME_COOKIE_NAME, chosen)
    return response


@require_POST
def acting_for(request: DeskRequest) -> HttpResponse:
    """Choose for which of one's bodies one acts; the rights of two are never joined."""
    chosen = request.POST.get("body", "")
    if ONLY_BODY not in request.session and chosen in {str(body.pk) for body in bodies_of(request.actor.account)}:
        request.session[CHOSEN_BODY] = int(chosen)
    return HttpResponseRedirect("/")


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)


@login_not_required
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "desk/system/accessibility.html")
