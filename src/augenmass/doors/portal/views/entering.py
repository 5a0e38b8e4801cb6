"""The first page, signing in by a code, signing out, the language."""

from allauth.core import ratelimit
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.entering import CodeForm
from augenmass.doors.portal.request import EnteredRequest, PersonRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_entered, sign_in_page
from augenmass.person_access.actions.guests import guest_leaves, sign_in_as_guest
from augenmass.person_access.actions.visits import sign_in_by_code, sign_out
from augenmass.person_access.person import Guest
from augenmass.person_access.queries.own import days_of, letters_of, office_of
from augenmass.person_access.rules import LONGEST, Refused

MINUTE = 60
NEXT_DAYS = 3


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    """What there is, for somebody who is signed in; else the page for signing in."""
    person = request.person
    if person is None:
        return sign_in_page(request)
    if isinstance(person, Guest):
        return HttpResponseRedirect(reverse("portal_agreements"))
    context = {
        "office": office_of(person),
        "days": days_of(person)[:NEXT_DAYS],
        "letters": letters_of(person)[:NEXT_DAYS],
    }
    return screen(request, "portal/home.html", context)


@require_POST
def sign_in(request: PersonRequest) -> HttpResponse:
    """Use a code. A wrong, used, expired or ended one reads the same."""
    form, valid = taken(request, CodeForm)
    if not valid:
        return sign_in_page(request, form, status=422 if form.is_bound else 200)
    if not ratelimit.consume(request, action="portal_codes"):
        form.add_error(None, _("Das waren zu viele Versuche. Bitte warten Sie eine Minute."))
        answer = sign_in_page(request, form, status=429)
        answer["Retry-After"] = str(MINUTE)
        return answer
    try:
        token = _used(form.cleaned_data["code"])
    except Refused:
        form.add_error(
            "code",
            _(
                "Dieser Code öffnet den Zugang nicht. Bitte prüfen Sie die Ziffern. Jeder Code gilt einmal und nur drei Wochen lang."
            ),
        )
        return sign_in_page(request, form, status=422)
    return entered(token)


def _used(typed: str) -> str:
    """Use a code of either kind: of an authority's letter, or of a counsellor's. Raises ``Refused``."""
    try:
        return sign_in_by_code(typed)
    except Refused:
        return sign_in_as_guest(typed)


def entered(token: str) -> HttpResponse:
    """Lead to the first page, signed in."""
    answer = HttpResponseRedirect(reverse("portal"))
    answer.set_cookie(
        settings.PORTAL_COOKIE_NAME,
        token,
        max_age=int(LONGEST.total_seconds()),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


@require_POST
@for_entered
def leave(request: EnteredRequest) -> HttpResponse:
    """Sign out."""
    if isinstance(request.person, Guest):
        guest_leaves(request.person)
    else:
        sign_out(request.person)
    answer = HttpResponseRedirect(reverse("portal"))
    answer.delete_cookie(settings.PORTAL_COOKIE_NAME)
    return answer


@require_POST
def language(request: PersonRequest) -> HttpResponse:
    """Choose the language on a page that has no form; the entrance keeps it."""
    to = request.POST.get("next", "")
    return HttpResponseRedirect(to if to.startswith("/portal/") else reverse("portal"))
