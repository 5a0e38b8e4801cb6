"""Voluntary departure: the list, opening one, its page, notice, declaration, journey, end."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access import log
from augenmass.cases.queries.case import find
from augenmass.departure.actions.declaring import declare, withdraw_declaration
from augenmass.departure.actions.notice import acknowledge_notice
from augenmass.departure.actions.opening import end_departure, name_companion, open_departure
from augenmass.departure.actions.travelling import book_journey, cancel_journey
from augenmass.departure.queries.departures import find_booking, find_departure
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.departure import (
    CompanionForm,
    DeclareForm,
    EndForm,
    JourneyForm,
    NoticeForm,
    OpenForm,
    TakenBackForm,
)
from augenmass.doors.desk.pages.departure import departure_page, opening_page, relatives_of, returns_page
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The voluntary departures of the body, with filters."""
    return render(request, "desk/departure/list.html", returns_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """The departures of a case; one is opened here."""
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    if request.method == "GET":
        return render(request, "desk/departure/new.html", opening_page(request.actor, case))
    form = OpenForm(relatives_of(request.actor, case), request.POST)
    status = 422
    if form.is_valid():
        try:
            made = open_departure(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Die freiwillige Ausreise ist eröffnet."))
            return HttpResponseRedirect(reverse("departure", args=[made.key]))
    return render(request, "desk/departure/new.html", opening_page(request.actor, case, form), status=status)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One departure with its stages."""
    return shown(request, key)


@require_POST
def notice(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that the notice was taken note of."""
    form = NoticeForm(request.POST)
    act = lambda: acknowledge_notice(request.actor, key, form.entered())  # noqa: E731
    return done(request, key, "notice_form", form, act, _("Die Belehrung ist festgehalten."))


@require_POST
def declaration(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record the declaration."""
    form = DeclareForm(request.POST)
    act = lambda: declare(request.actor, key, form.cleaned_data["declared_on"])  # noqa: E731
    says = _("Die Erklärung ist festgehalten. Nun entscheidet ein Mensch darüber; bis dahin ruht jeder Vollzug.")
    return done(request, key, "declare_form", form, act, says)


@require_POST
def taken_back(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that the declaration was taken back."""
    form = TakenBackForm(request.POST)
    act = lambda: withdraw_declaration(request.actor, key, form.cleaned_data["reason"])  # noqa: E731
    says = _("Die Rücknahme ist festgehalten und die Ausreise beendet. Eine neue Erklärung bleibt jederzeit möglich.")
    return done(request, key, "taken_back_form", form, act, says)


@require_POST
def companion(request: DeskRequest, key: UUID) -> HttpResponse:
    """Name a relative whose case another body works."""
    form = CompanionForm(request.POST)
    act = lambda: name_companion(request.actor, key, form.entered())  # noqa: E731
    says = _("Die Person ist genannt. Bitte stimmen Sie sich mit der anderen Stelle ab; dort wird nichts eingetragen.")
    return done(request, key, "companion_form", form, act, says)


@require_POST
def journey(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record a booking."""
    form = JourneyForm(request.POST)
    act = lambda: book_journey(request.actor, key, form.entered())  # noqa: E731
    return done(request, key, "journey_form", form, act, _("Die Buchung ist festgehalten."))


@require_POST
def journey_cancelled(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that a booking was cancelled."""
    found = find_booking(request.actor, key)
    try:
        cancel_journey(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Buchung ist als storniert festgehalten."))
    return HttpResponseRedirect(reverse("departure", args=[found.departure.key]))


@require_POST
def end(request: DeskRequest, key: UUID) -> HttpResponse:
    """End a departure that does not take place."""
    form = EndForm(request.POST)
    act = lambda: end_departure(request.actor, key, form.cleaned_data["reason"])  # noqa: E731
    says = _("Die freiwillige Ausreise ist beendet. Sie kann jederzeit neu eröffnet werden.")
    return done(request, key, "end_form", form, act, says)


def done(request: DeskRequest, key: UUID, name: str, form: Form, act: Callable[[], Any], says: str) -> HttpResponse:
    """Do what a form of the page asks, or show the page again with the sentence that says why not."""
    find_departure(request.actor, key)
    if not form.is_valid():
        return shown(request, key, 422, form, **{name: form})
    try:
        act()
    except NotDone as error:
        form.add_error(None, str(error))
        return shown(request, key, 409, form, **{name: form})
    messages.success(request, says)
    return HttpResponseRedirect(reverse("departure", args=[key]))


def shown(
    request: DeskRequest, key: UUID, status: int = 200, refused: Form | None = None, **forms: Form
) -> HttpResponse:
    """The page of a departure."""
    departure = find_departure(request.actor, key)
    log.read(request.actor, "departure", case_id=departure.case_id, categories=["departure", "identity"])
    context = departure_page(request.actor, departure, **forms)
    # The form may no longer be on the page when somebody else was quicker; its sentence is.
    context["refused"] = refused if refused is not None and refused not in context.values() else None
    return render(request, "desk/departure/departure.html", context, status=status)
