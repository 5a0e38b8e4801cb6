"""Appointments: list, agreeing, how they went, moving; and the calendar that others' programs read."""

import uuid
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.compartment import queries
from augenmass.compartment.actions import appointments as actions
from augenmass.compartment.calendar_file import calendar_file
from augenmass.compartment.forms.appointments import AppointmentForm, MoveForm, OutcomeForm
from augenmass.compartment.models import Appointment
from augenmass.compartment.rules import BY_WHOM, INTERPRETER, LANGUAGES, WAYS, NotDone
from augenmass.compartment.views.persons import filled, shown, to
from augenmass.compartment.views.screen import not_there, who
from augenmass.law.time import BERLIN

WORDS = {"ways": WAYS, "interpreter": INTERPRETER, "languages": LANGUAGES, "by_whom": BY_WHOM}
MINUTES = 60


def _entered(form: forms.Form) -> actions.AppointmentForm:
    said = form.cleaned_data
    begins_at = datetime.combine(said["day"], said["time"], tzinfo=BERLIN)
    told = (said[name] for name in ("minutes", "way", "place", "language", "interpreter"))
    return actions.AppointmentForm(begins_at, *told)


@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """The counsellor's appointments, and the address of their calendar."""
    return _listing(request)


def _listing(request: HttpRequest, address: str = "") -> HttpResponse:
    context = {"page": queries.appointment_page(who(request)), "address": address, **WORDS}
    return render(request, "counsel/appointments.html", context)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, key: UUID) -> HttpResponse:
    """Agree an appointment with a person."""
    person = queries.one_person(who(request), key)
    language = queries.opened(person).content.get("language", "de")
    form = filled(request, AppointmentForm, {"language": language, "minutes": MINUTES})
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.agree_appointment(who(request), key, form.cleaned_data["key"], _entered(form))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Termin ist eingetragen."))
            return to("appointment", made.key)
    return shown(request, "counsel/appointment_form.html", form, person=queries.opened(person))


@require_GET
def show(request: HttpRequest, key: UUID) -> HttpResponse:
    """One appointment."""
    return _page(request, queries.one_appointment(who(request), key))


def _page(
    request: HttpRequest, appointment: Appointment, outcome: forms.Form | None = None, move: forms.Form | None = None
) -> HttpResponse:
    read = queries.opened(appointment)
    seen = {"seen_version": appointment.version}
    known: dict[str, Any] = {name: read.content.get(name) for name in ("way", "place", "language", "interpreter")}
    known |= seen | {"key": uuid.uuid4(), "minutes": appointment.minutes}
    context = {
        "appointment": read,
        "person": queries.opened(appointment.person),
        "outcome_form": outcome or OutcomeForm(initial=seen),
        "move_form": move or MoveForm(initial=known),
        **WORDS,
    }
    wrong = any(form is not None and form.errors for form in (outcome, move))
    return render(request, "counsel/appointment.html", context, status=422 if wrong else 200)


@require_POST
def close(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say how an appointment went."""
    form = OutcomeForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.close_appointment(who(request), key, said["state"], said["by"], said["seen_version"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Ausgang des Termins ist festgehalten. Er bleibt hier."))
            return to("appointment", key)
    return _page(request, queries.one_appointment(who(request), key), outcome=form)


@require_POST
def move(request: HttpRequest, key: UUID) -> HttpResponse:
    """Move an appointment to another time."""
    form = MoveForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.move_appointment(
                who(request), key, said["key"], said["by"], _entered(form), said["seen_version"]
            )
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Termin ist verlegt."))
            return to("appointment", made.key)
    return _page(request, queries.one_appointment(who(request), key), move=form)


@require_POST
def open_calendar(request: HttpRequest) -> HttpResponse:
    """Make the secret address of one's calendar; it is shown once, in this answer."""
    secret = actions.make_calendar_address(who(request))
    return _listing(request, request.build_absolute_uri(reverse("calendar", args=[secret])))


@require_POST
def revoke_calendar(request: HttpRequest) -> HttpResponse:
    """Close the address of one's calendar."""
    actions.revoke_calendar_address(who(request))
    messages.success(request, _("Die Adresse des Kalenders gilt nicht mehr."))
    return HttpResponseRedirect(reverse("appointments"))


@login_not_required
@require_GET
def calendar(request: HttpRequest, secret: str) -> HttpResponse:
    """Times only, for a calendar program that knows the secret address."""
    account = actions.read_calendar(secret)
    if account is None:
        return not_there(request)
    return HttpResponse(calendar_file(queries.calendar_of(account)), content_type="text/calendar; charset=utf-8")
