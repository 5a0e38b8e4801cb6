"""Suspensions that the body owes or that end soon, and drafts of renewals prepared in one go."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.prospects import LeadForm, RunForm
from augenmass.doors.desk.pages.prospects import suspensions_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.prospects.actions.lead import set_renewal_lead
from augenmass.prospects.actions.renewing import prepare_renewals
from augenmass.prospects.queries.suspensions import VIEWS, suspensions
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """One view of the suspensions of the body."""
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = suspensions(request.actor, view, number_of_page(request.GET))
    return render(request, "desk/prospects/suspensions.html", suspensions_page(request.actor, view, found, request.GET))


@require_POST
def prepare(request: DeskRequest) -> HttpResponse:
    """Draft renewals for the chosen cases; the same form sent twice finds the same drafts."""
    form = RunForm(request.POST)
    status, prepared = 422, []
    if form.is_valid():
        try:
            prepared = prepare_renewals(request.actor, form.entered(request.POST.getlist("cases")))
            status = 200
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
    found = suspensions(request.actor, "ending")
    shown = None if prepared else form
    context = suspensions_page(request.actor, "ending", found, request.GET, shown, prepared)
    return render(request, "desk/prospects/suspensions.html", context, status=status)


@require_POST
def lead(request: DeskRequest) -> HttpResponse:
    """Set how many weeks ahead the body renews."""
    form = LeadForm(None, request.POST)
    if form.is_valid():
        try:
            set_renewal_lead(request.actor, form.weeks)
        except NotDone as error:
            form.add_error("renewal_weeks", str(error))
        else:
            messages.success(request, _("Der Vorlauf ist gespeichert. Die Fälle werden neu bewertet."))
            return HttpResponseRedirect(f"{reverse('suspensions')}?ansicht=ending")
    found = suspensions(request.actor, "ending")
    context = suspensions_page(request.actor, "ending", found, request.GET) | {"lead_form": form}
    return render(request, "desk/prospects/suspensions.html", context, status=422)
