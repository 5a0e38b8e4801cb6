"""Prospects of one case: look, record what was found, inform the person, hand over to the residence desk."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.cases.actions.facts import NotRecorded, Overtaken
from augenmass.cases.queries.case import NoSuchCase, find
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.prospects import FindingForm, HandOverForm, number
from augenmass.doors.desk.pages.prospects import prospects_page
from augenmass.prospects.actions.assessing import assess
from augenmass.prospects.actions.desk import hand_over
from augenmass.prospects.actions.informing import inform
from augenmass.prospects.gate import NAMES
from augenmass.prospects.queries.case import NotReleased, prospects_of
from augenmass.record.models import Case
from augenmass.steps.actions.taking import NotPossible
from augenmass.steps.actions.taking import Overtaken as CaseChanged
from augenmass.work.refusal import NotDone


def _page(request: DeskRequest, case: Case, status: int = 200, **forms: Form) -> HttpResponse:
    try:
        found = prospects_of(request.actor, case)
    except NotReleased as error:
        raise NoSuchCase from error
    return render(request, "desk/prospects/case.html", prospects_page(request.actor, case, found, forms), status=status)


def _back(case: Case) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("case_prospects", args=[case.key]))


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """Each prospect with the law's answer, what is missing, and the officer's finding."""
    return _page(request, find(request.actor, key))


@require_POST
def assess_one(request: DeskRequest, key: UUID, prospect: str) -> HttpResponse:
    """Record what was found of one prospect."""
    case = find(request.actor, key)
    if prospect not in NAMES:
        raise Http404
    form = FindingForm(prospect, None, request.POST)
    status = 422
    if form.is_valid():
        try:
            assess(request.actor, case.pk, form.entered())
        except (NotRecorded, Overtaken) as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Das Ergebnis der Prüfung ist festgehalten."))
            return HttpResponseRedirect(f"{reverse('case_prospects', args=[case.key])}#p-{prospect}")
    return _page(request, case, status, **{prospect: form})


@require_POST
def tell(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign the information of the person."""
    case = find(request.actor, key)
    form = Form(request.POST)
    form.is_valid()
    try:
        signed = inform(request.actor, case.pk, number(request.POST.get("seen_version", "")) or 0)
    except (NotPossible, CaseChanged, NotDone) as error:
        form.add_error(None, str(error))
        return _page(request, case, 409, inform=form)
    messages.success(request, _("Die Information ist unterzeichnet. Sie wirkt, sobald der Versand festgehalten ist."))
    return HttpResponseRedirect(reverse("letter", args=[signed.letter.key]))


@require_POST
def hand(request: DeskRequest, key: UUID) -> HttpResponse:
    """Hand prospects over to the residence desk."""
    case = find(request.actor, key)
    try:
        rows = prospects_of(request.actor, case).rows
    except NotReleased as error:
        raise NoSuchCase from error
    form = HandOverForm(request.actor, rows, request.POST)
    status = 422
    if form.is_valid():
        try:
            hand_over(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Der Aufenthalt entscheidet. Das Ergebnis kommt als Aufgabe zu Ihnen zurück."))
            return _back(case)
    return _page(request, case, status, hand=form)
