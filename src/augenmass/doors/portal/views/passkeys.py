"""Passkeys: signing in by one, setting one up, removing one. The only thing at this door that needs a script."""

import json
from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.doors.portal.forms.entering import CodeForm
from augenmass.doors.portal.languages import chosen_now
from augenmass.doors.portal.request import PersonRequest, SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.entering import MINUTE, entered
from augenmass.doors.portal.views.signed_in import for_person, sign_in_page
from augenmass.person_access.actions.passkeys import (
    SECONDS,
    add_passkey,
    begin_adding,
    begin_passkey_sign_in,
    remove_passkey,
    sign_in_by_passkey,
)
from augenmass.person_access.rules import Refused

COOKIE = settings.COOKIE_PREFIX + "augenmass_person_asked"


def _asking(answer: HttpResponse, asked: str) -> HttpResponse:
    """Keep in the browser under which id it was asked."""
    answer.set_cookie(
        COOKIE, asked, max_age=SECONDS, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return answer


@require_http_methods(["GET", "POST"])
def sign_in(request: PersonRequest) -> HttpResponse:
    """Ask the device; sent, sign in by its answer."""
    if not ratelimit.consume(request, action="portal_passkeys"):
        return HttpResponse(status=429, headers={"Retry-After": str(MINUTE)})
    if request.method == "GET":
        options, asked = begin_passkey_sign_in(request.get_host())
        return _asking(JsonResponse({"request_options": options}), asked)
    try:
        token = sign_in_by_passkey(
            request.get_host(), request.COOKIES.get(COOKIE, ""), request.POST.get("credential", "")
        )
    except Refused:
        form = CodeForm(data={})
        form.errors.clear()
        form.add_error(
            None, _("Dieser Passkey öffnet den Zugang nicht. Nehmen Sie einen Code oder fragen Sie Ihre Behörde.")
        )
        return sign_in_page(request, form, status=422)
    return entered(token)


@require_http_methods(["GET", "POST"])
@for_person
def new(request: SignedInRequest) -> HttpResponse:
    """Set a passkey up on this device."""
    failed = False
    if request.method == "POST" and chosen_now(request) is None:
        asked, answer = request.COOKIES.get(COOKIE, ""), request.POST.get("credential", "")
        try:
            add_passkey(request.person, request.get_host(), asked, answer)
        except Refused:
            failed = True
        else:
            return HttpResponseRedirect(reverse("portal_security"))
    options, asked = begin_adding(request.person, request.get_host())
    context = {"options": json.dumps(options), "failed": failed}
    return _asking(screen(request, "portal/passkey.html", context, status=422 if failed else 200), asked)


@require_POST
@for_person
def remove(request: SignedInRequest, key: UUID) -> HttpResponse:
    """Remove a passkey."""
    remove_passkey(request.person, key)
    return HttpResponseRedirect(reverse("portal_security"))
