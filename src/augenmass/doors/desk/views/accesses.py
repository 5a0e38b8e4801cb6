"""Bodies that take part in a case, and people named for a secret fact."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.actions import NotGranted, end_grant, grant_access, name_recipient, withdraw_recipient
from augenmass.access.queries import grants_of_case, offer_to
from augenmass.cases.queries.case import find
from augenmass.cases.queries.worklist import LONGEST_NUMBER
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.accesses import AccessForm, RecipientForm, WhoForm
from augenmass.doors.desk.pages.accesses import access_lines


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """Who else may look into the case: what, what for, until when, why."""
    request.actor.require(Permission.GRANT_ACCESS)
    case = find(request.actor, key)
    lines = access_lines(grants_of_case(request.actor, case))
    return render(request, "desk/accesses/list.html", {"case": case, "lines": lines, "section": "worklist"})


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Open the case to another body; without a chosen body the page asks for it first."""
    request.actor.require(Permission.GRANT_ACCESS)
    case = find(request.actor, key)
    who = WhoForm(request.actor, request.GET if "stelle" in request.GET else None)
    offer = offer_to(request.actor, case, who.body_id, who.purpose) if who.is_valid() else None
    form = AccessForm(offer, request.POST or None) if offer is not None else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            grant_access(request.actor, case.pk, form.entered(who))
        except NotGranted as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Fall ist geöffnet."))
            return HttpResponseRedirect(reverse("case_accesses", args=[key]))
    context = {"case": case, "who": who, "offer": offer, "form": form, "section": "worklist"}
    return render(request, "desk/accesses/new.html", context, status=422 if form is not None and form.errors else 200)


@require_POST
def end(request: DeskRequest, key: UUID, grant: UUID) -> HttpResponse:
    """Take an access back."""
    try:
        end_grant(request.actor, grant)
    except NotGranted as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Der Zugriff ist beendet."))
    return HttpResponseRedirect(reverse("case_accesses", args=[key]))


@require_POST
def name_person(request: DeskRequest, key: UUID, name: str) -> HttpResponse:
    """Name somebody who may read a secret fact."""
    find(request.actor, key, "secret")
    form = RecipientForm(request.actor, request.POST)
    fact = _number(request.POST.get("fact", ""))
    if form.is_valid():
        try:
            name_recipient(request.actor, fact, int(form.cleaned_data["recipient"]))
        except NotGranted as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Die Person ist benannt und kann die Angabe lesen."))
    else:
        messages.error(request, _("Bitte wählen Sie eine Person Ihrer Dienststelle."))
    return HttpResponseRedirect(reverse("fact_history", args=[key, name]))


@require_POST
def withdraw_person(request: DeskRequest, key: UUID, name: str, pk: int) -> HttpResponse:
    """Let somebody no longer read a secret fact."""
    try:
        withdraw_recipient(request.actor, pk)
    except NotGranted as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Person ist nicht mehr benannt."))
    return HttpResponseRedirect(reverse("fact_history", args=[key, name]))


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise Http404
    return int(text)
