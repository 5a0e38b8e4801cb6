"""The questionnaire: a sheet is taken by who is signed in, and handed in by its address, which says nothing of them."""

from uuid import UUID

from allauth.core import ratelimit
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.questionnaire import SheetForm
from augenmass.doors.portal.request import EnteredRequest, PersonRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_entered
from augenmass.person_access.actions.agreements import take_sheet
from augenmass.person_access.questionnaire import hand_in_sheet, is_open
from augenmass.person_access.rules import Refused


@require_POST
@for_entered
def take(request: EnteredRequest, key: UUID) -> HttpResponse:
    """Take a sheet, once an occasion."""
    try:
        return HttpResponseRedirect(reverse("portal_sheet", args=[take_sheet(request.person, key)]))
    except Refused:
        return screen(request, "portal/sheet_over.html", status=404)


@require_http_methods(["GET", "POST"])
def sheet(request: PersonRequest, token: str) -> HttpResponse:
    """Answer and hand in. Nobody need be signed in, and who is plays no part."""
    if not is_open(token):
        return screen(request, "portal/sheet_over.html", status=404)
    form, valid = taken(request, SheetForm)
    if valid and not ratelimit.consume(request, action="portal_codes"):
        form.add_error(None, _("Das waren zu viele Versuche. Bitte warten Sie eine Minute."))
    elif valid:
        if hand_in_sheet(token, form.cleaned_data):
            return screen(request, "portal/sheet_sent.html")
        return screen(request, "portal/sheet_over.html", status=404)
    return screen(request, "portal/sheet.html", {"form": form}, status=422 if form.errors else 200)
