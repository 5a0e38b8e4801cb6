"""Travel documents: sheets of states, applications of a case, what happened to them."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.cases.queries.case import find
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.travel_papers import ApplicationForm, EventForm, SheetForm
from augenmass.doors.desk.pages.states import state_name
from augenmass.doors.desk.pages.travel_papers import application_page, case_page, form_of, list_page, sheet_page
from augenmass.record.models import Case
from augenmass.travel_papers.actions.applications import open_application
from augenmass.travel_papers.actions.events import record_event
from augenmass.travel_papers.actions.sheets import COUNTRIES, confirm_sheet, drop_sheet, write_sheet
from augenmass.travel_papers.models import Application
from augenmass.travel_papers.queries import newest_number, one_application, one_sheet, sheet_of
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """States with a sheet, or the body's applications."""
    asked = request.GET.get("staat", "")
    if asked in COUNTRIES:
        return HttpResponseRedirect(reverse("travel_sheet", args=[asked]))
    return render(request, "desk/travel_papers/list.html", list_page(request.actor, request.GET))


@require_GET
def sheet(request: DeskRequest, country: str) -> HttpResponse:
    """What is known of a state."""
    return render(request, "desk/travel_papers/sheet.html", sheet_page(request.actor, _known(country)))


@require_http_methods(["GET", "POST"])
def sheet_new(request: DeskRequest, country: str) -> HttpResponse:
    """Write a version of the sheet of a state."""
    request.actor.require(Permission.TAKE_STEPS)
    shown = sheet_of(request.actor, _known(country))
    form = SheetForm(country, shown.holds, newest_number(country), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write_sheet(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Die Fassung ist gespeichert. Sie gilt, wenn eine zweite Person sie gelesen hat.")
            )
            return HttpResponseRedirect(reverse("travel_sheet", args=[country]))
    context = {"form": form, "country": country, "name": state_name(country), "section": "travel_papers"}
    return render(request, "desk/travel_papers/sheet_new.html", context, status=422 if form.errors else 200)


@require_POST
def sheet_confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm a version as its second reader."""
    return _settled(request, key, confirm_sheet, _("Die Fassung gilt."))


@require_POST
def sheet_drop(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take a version back that waits."""
    return _settled(request, key, drop_sheet, _("Die Fassung ist zurückgenommen."))


def _settled(request: DeskRequest, key: UUID, act: Callable[[Actor, UUID], object], done: str) -> HttpResponse:
    found = one_sheet(request.actor, key)
    try:
        act(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("travel_sheet", args=[found.country]))


@require_http_methods(["GET", "POST"])
def of_case(request: DeskRequest, key: UUID) -> HttpResponse:
    """The applications of a case; a new one is recorded here."""
    case = _own(request, key)
    if request.method == "GET":
        return render(request, "desk/travel_papers/case.html", case_page(request.actor, case))
    form = ApplicationForm("", request.POST)
    if form.is_valid():
        try:
            made = open_application(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Antrag ist eingetragen."))
            return HttpResponseRedirect(reverse("travel_application", args=[made.key]))
    return render(request, "desk/travel_papers/case.html", case_page(request.actor, case, form), status=422)


@require_GET
def application(request: DeskRequest, key: UUID) -> HttpResponse:
    """One application and its course."""
    found = one_application(request.actor, key)
    log.read(request.actor, "travel_application", case_id=found.case_id, categories=["identity"])
    return _shown(request, found)


@require_POST
def event(request: DeskRequest, key: UUID, kind: str) -> HttpResponse:
    """Record what happened to an application."""
    found = one_application(request.actor, key)
    form = form_of(request.actor, found, kind, request.POST)
    if form is None:
        raise Http404
    if form.is_valid():
        try:
            record_event(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Eingetragen."))
            return HttpResponseRedirect(reverse("travel_application", args=[key]))
    return _shown(request, one_application(request.actor, key), 422, **{kind: form})


def _shown(request: DeskRequest, found: Application, status: int = 200, **forms: EventForm) -> HttpResponse:
    context = application_page(request.actor, found, forms)
    # The form may no longer be on the page when somebody else was quicker; its sentence is.
    context["refused"] = next(iter(forms.values())) if forms and not context["cards"] else None
    return render(request, "desk/travel_papers/application.html", context, status=status)


def _known(country: str) -> str:
    if country not in COUNTRIES:
        raise Http404
    return country


def _own(request: DeskRequest, key: UUID) -> Case:
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    return case
