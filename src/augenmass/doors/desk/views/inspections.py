"""Inspection of the file by the person, counsel or a court."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access import log
from augenmass.cases.queries.case import documents_of, find
from augenmass.directory.roles import Permission
from augenmass.disclosure.actions.inspection import (
    confirm_withheld,
    open_inspection,
    preview_bundle,
    refuse_withheld,
    show_again,
    sign_inspection,
    withhold,
)
from augenmass.disclosure.queries.inspection import bound_now, find_inspection
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.disclosure import InspectionForm, WithholdForm
from augenmass.doors.desk.pages.disclosure import inspection_page, inspections_page
from augenmass.doors.desk.views.letters import sent_pdf
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """The inspections of a case; a new one begins here."""
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    form = InspectionForm(list(documents_of(request.actor, case)), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_inspection(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Bitte prüfen Sie nun Stück für Stück, was vorgelegt wird."))
            return _to(made.key)
    context = inspections_page(request.actor, case, form=form)
    return render(request, "desk/disclosure/inspections.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One inspection: index, what is withheld, signature."""
    found = find_inspection(request.actor, key)
    log.read(request.actor, "inspection", case_id=found.case_id, categories=["identity", "file"])
    return render(request, "desk/disclosure/inspection.html", inspection_page(request.actor, found))


@require_GET
def draft(request: DeskRequest, key: UUID) -> HttpResponse:
    """The bundle as PDF: the signed file, or the draft as it would be bound now."""
    found = find_inspection(request.actor, key)
    bundle = getattr(found, "bundle", None)
    if bundle is not None:
        return HttpResponseRedirect(reverse("document", args=[bundle.document.key]))
    try:
        return sent_pdf(preview_bundle(request.actor, found), "entwurf.pdf")
    except NotDone as error:
        messages.error(request, str(error))
        return _to(key)


@require_POST
def hold(request: DeskRequest, key: UUID) -> HttpResponse:
    """Withhold pages."""
    found = find_inspection(request.actor, key)
    status = 422
    try:
        form = WithholdForm(list(bound_now(request.actor, found).pieces), request.POST)
    except NotDone as error:
        messages.error(request, str(error))
        return _to(key)
    if form.is_valid():
        try:
            withhold(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Die Seiten werden nicht vorgelegt."))
            return _to(key)
    context = inspection_page(request.actor, found, withhold_form=form)
    context["refused"] = None if "withhold_form" in context else form
    return render(request, "desk/disclosure/inspection.html", context, status=status)


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign the bundle."""
    done = _("Das Bündel ist unterzeichnet und liegt bei den Dokumenten des Falls.")
    return _done(request, key, lambda: sign_inspection(request.actor, key), done)


@require_POST
def confirm(request: DeskRequest, key: UUID, withheld: UUID) -> HttpResponse:
    """Confirm as the second person that even the existence of pages is secret."""
    return _done(request, key, lambda: confirm_withheld(request.actor, withheld), _("Das ist bestätigt."))


@require_POST
def refuse(request: DeskRequest, key: UUID, withheld: UUID) -> HttpResponse:
    """Refuse, as the second person, that the existence of pages is secret."""
    act = lambda: refuse_withheld(request.actor, withheld, request.POST.get("reason", ""))  # noqa: E731
    return _done(request, key, act, _("Das ist nicht bestätigt und liegt wieder bei der ersten Person."))


@require_POST
def present(request: DeskRequest, key: UUID, withheld: UUID) -> HttpResponse:
    """Show withheld pages after all."""
    return _done(request, key, lambda: show_again(request.actor, withheld), _("Die Seiten werden vorgelegt."))


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("inspection", args=[key]))


def _done(request: DeskRequest, key: UUID, act: Callable[[], Any], done: str) -> HttpResponse:
    try:
        act()
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return _to(key)
