"""Retention: what is due, proposing and confirming a run, holds."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.retention import HoldForm, LiftForm, ProposeForm, UntilForm, may_be_asked
from augenmass.doors.desk.pages.retention import cases_page, holds_page, retention_page, shown_run
from augenmass.law.time import today
from augenmass.retention.actions.holds import lift_hold, set_hold
from augenmass.retention.actions.runs import confirm as confirm_run
from augenmass.retention.actions.runs import propose as propose_run
from augenmass.retention.actions.runs import refuse as refuse_run
from augenmass.retention.models import DeletionRun, LegalHold
from augenmass.retention.refusal import NotDecided


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The preview for today or by a day."""
    form = UntilForm(request.GET)
    status = 200 if form.is_valid() else 422
    return render(request, "desk/retention/preview.html", retention_page(request.actor, form), status=status)


@require_GET
def cases(request: DeskRequest) -> HttpResponse:
    """The cases of one line of the preview."""
    try:
        day = date.fromisoformat(request.GET.get("bis") or today().isoformat())
    except ValueError as error:
        raise BadRequest from error
    if not may_be_asked(day):
        raise BadRequest
    number = request.GET.get("seite", "1")
    at = int(number) if number.isascii() and number.isdecimal() and 0 < len(number) < 7 else 1
    rule, standing = request.GET.get("regel", ""), request.GET.get("stand", "")
    context = cases_page(request.actor, day, rule[:40], standing[:40], max(at, 1))
    return render(request, "desk/retention/cases.html", context)


@require_POST
def propose(request: DeskRequest) -> HttpResponse:
    """Propose everything that is due today."""
    form = ProposeForm(request.POST)
    if not form.is_valid():
        raise BadRequest
    try:
        run = propose_run(request.actor, form.cleaned_data["key"])
    except NotDecided as refused:
        messages.error(request, str(refused))
        return HttpResponseRedirect(reverse("retention"))
    messages.success(request, _("Der Vorschlag wartet jetzt auf eine zweite Person."))
    return HttpResponseRedirect(reverse("retention_run", args=[run.key]))


@require_GET
def run(request: DeskRequest, key: UUID) -> HttpResponse:
    """One run: what it is about to delete, or its protocol."""
    try:
        return render(request, "desk/retention/run.html", shown_run(request.actor, key))
    except DeletionRun.DoesNotExist as error:
        raise Http404 from error


@require_POST
def confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm as the second person."""
    try:
        confirm_run(request.actor, key)
    except NotDecided as refused:
        messages.error(request, str(refused))
    except DeletionRun.DoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(
            request, _("Bestätigt. Der Hintergrunddienst löscht jetzt; vor jeder Akte wird noch einmal geprüft.")
        )
    return HttpResponseRedirect(reverse("retention_run", args=[key]))


@require_POST
def refuse(request: DeskRequest, key: UUID) -> HttpResponse:
    """Refuse as the second person, or withdraw one's own proposal."""
    try:
        refuse_run(request.actor, key)
    except NotDecided as refused:
        messages.error(request, str(refused))
    except DeletionRun.DoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(request, _("Es wird nichts gelöscht."))
    return HttpResponseRedirect(reverse("retention_run", args=[key]))


@require_http_methods(["GET", "POST"])
def holds(request: DeskRequest) -> HttpResponse:
    """The running holds, and ordering another."""
    form = HoldForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            set_hold(request.actor, form.entered())
        except NotDecided as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Die Akte wird aufbewahrt, bis eine zweite Person das aufhebt."))
            return HttpResponseRedirect(reverse("retention_holds"))
    context = holds_page(request.actor, form)
    return render(request, "desk/retention/holds.html", context, status=422 if form.errors else 200)


@require_POST
def lift(request: DeskRequest, key: UUID) -> HttpResponse:
    """Lift a hold as the second person."""
    form = LiftForm(request.POST)
    try:
        lift_hold(request.actor, key, form.data.get("reason", ""))
    except NotDecided as refused:
        messages.error(request, str(refused))
    except LegalHold.DoesNotExist as error:
        raise Http404 from error
    else:
        messages.success(request, _("Die Aufbewahrung ist aufgehoben."))
    return HttpResponseRedirect(reverse("retention_holds"))
