"""What other bodies sent: the inbox, one message, decisions, and files that are taken in."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.transmissions import GiveBackForm, TakeInForm
from augenmass.doors.desk.pages.post import case_of
from augenmass.doors.desk.pages.received import accept_form, inbox_page, received_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.transmissions.actions.deciding import accept, delete_recalled, give_back
from augenmass.transmissions.actions.taking_in import take_in
from augenmass.transmissions.models import Received
from augenmass.transmissions.queries.received import VIEWS, find_received, inbox
from augenmass.transmissions.rules.kinds import Channel
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The inbox of the body."""
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = inbox(request.actor, view, number_of_page(request.GET))
    return render(request, "desk/transmissions/inbox.html", inbox_page(request.actor, view, found, request.GET))


@require_GET
def show(request: DeskRequest, message: UUID) -> HttpResponse:
    """One message."""
    return _page(request, message)


@require_POST
def accept_it(request: DeskRequest, message: UUID) -> HttpResponse:
    """Accept a message, with its case where it has one."""
    form = accept_form(request.actor, find_received(request.actor, message), request.POST)
    if not form.is_valid():
        return _page(request, message, 422, accept_form=form)
    try:
        number = form.cleaned_data.get("number", "").strip()
        case = case_of(request.actor, number) if number else None
        accept(request.actor, message, form.entered(case.pk if case is not None else None))
    except NotDone as error:
        form.add_error(None, str(error))
        return _page(request, message, 409, refused=form, accept_form=form)
    messages.success(request, _("Die Nachricht ist angenommen. Der Absender erhält eine signierte Quittung."))
    return HttpResponseRedirect(reverse("transmission_received", args=[message]))


@require_POST
def give_it_back(request: DeskRequest, message: UUID) -> HttpResponse:
    """Send a message back to its sender."""
    form = GiveBackForm(request.POST)
    if not form.is_valid():
        return _page(request, message, 422, return_form=form)
    try:
        give_back(request.actor, message, form.reason)
    except NotDone as error:
        form.add_error(None, str(error))
        return _page(request, message, 409, refused=form, return_form=form)
    messages.success(request, _("Die Nachricht ist zurückgegeben, ihr Inhalt hier gelöscht."))
    return HttpResponseRedirect(reverse("transmissions"))


@require_POST
def delete_it(request: DeskRequest, message: UUID) -> HttpResponse:
    """Delete what its sender recalled."""
    try:
        delete_recalled(request.actor, message)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Der Inhalt ist gelöscht. Der Absender erhält eine signierte Bestätigung."))
    return HttpResponseRedirect(reverse("transmission_received", args=[message]))


@require_http_methods(["GET", "POST"])
def take(request: DeskRequest) -> HttpResponse:
    """Take a signed file in."""
    form = TakeInForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = take_in(request.actor, form.text() or "", Channel.FILE)
        except NotDone as error:
            form.add_error("message_file", str(error))
        else:
            messages.success(request, _taken(found.received, found.again))
            return HttpResponseRedirect(_address(found.received))
    context = {"form": form, "section": "transmissions"}
    return render(request, "desk/transmissions/take_in.html", context, status=422 if form.errors else 200)


def _taken(received: Received, again: bool) -> str:
    if again:
        return _("Diese Nachricht war schon hier. Es wurde nichts doppelt übernommen.")
    if received.reason:
        return _("Die Vorschriften der Nachricht tragen sie nicht zu Ihrer Stelle. Sie geht mit Begründung zurück.")
    return _("Die Nachricht ist geprüft und übernommen.")


def _address(received: Received) -> str:
    if received.state == Received.State.NOTED:
        return reverse("transmissions_sent")
    return reverse("transmission_received", args=[received.message])


def _page(request: DeskRequest, message: UUID, status: int = 200, refused: Any = None, **forms: Any) -> HttpResponse:
    context = received_page(request.actor, find_received(request.actor, message), **forms)
    # The form is no longer on the page when somebody else was quicker; its sentence is.
    context["refused"] = refused if "accept_form" not in context else None
    return render(request, "desk/transmissions/received.html", context, status=status)
