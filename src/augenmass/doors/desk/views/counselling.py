"""The offer of counselling: the list of cases without one, and what the administration keeps for its letters."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.counselling import ContactsForm
from augenmass.doors.desk.forms.person_access import BoxForm
from augenmass.doors.desk.pages.counselling import listing_page
from augenmass.letters.actions.contacts import name_counselling, name_hardship
from augenmass.letters.queries.contacts import counselling_named, hardship_named
from augenmass.person_access.actions.counselling import box_of
from augenmass.person_access.actions.feedback import LASTS, close_feedback
from augenmass.person_access.models import Feedback
from augenmass.person_access.queries.feedback import feedback_for
from augenmass.work.refusal import NotDone


@require_GET
def listing(request: DeskRequest) -> HttpResponse:
    """Cases in which counselling must still be offered."""
    text = request.GET.get("seite", "1")
    number = int(text) if text.isdecimal() and len(text) < 7 else 1
    return render(request, "desk/counselling/not_offered.html", listing_page(request.actor, number))


@require_http_methods(["GET", "POST"])
def kept(request: DeskRequest) -> HttpResponse:
    """The counselling services and the hardship commission as the letters name them; each has a form of its own."""
    actor = request.actor
    hardship = "hardship" in request.POST
    sent = request.POST if request.method == "POST" else None
    forms = {
        "form": ContactsForm("counselling", counselling_named(actor), None if hardship else sent),
        "hardship_form": ContactsForm("hardship", hardship_named(actor), sent if hardship else None),
    }
    form = forms["hardship_form" if hardship else "form"]
    if sent is not None and form.is_valid():
        try:
            (name_hardship if hardship else name_counselling)(actor, *form.entered())
        except NotDone as error:
            form.add_error(form.field, str(error))
        else:
            messages.success(request, _("Die Angaben sind gespeichert. Neue Schreiben nennen sie."))
            return HttpResponseRedirect(reverse("counselling_kept"))
    context = {"section": "administration", **forms}
    context |= {"box": box_of(request.actor.body_id), "box_form": BoxForm()}
    return render(request, "desk/counselling/kept.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def feedback(request: DeskRequest) -> HttpResponse:
    """What persons told the operator of their door; sent, set one aside."""
    if request.method == "POST":
        try:
            close_feedback(request.actor, UUID(request.POST.get("key", "")))
        except (ValueError, Feedback.DoesNotExist) as error:
            raise Http404 from error
        messages.success(request, _("Die Rückmeldung ist als erledigt abgelegt."))
        return HttpResponseRedirect(reverse("portal_feedback_list"))
    context = {"section": "administration", "rows": feedback_for(request.actor), "days": LASTS.days}
    return render(request, "desk/person_access/feedback.html", context)
