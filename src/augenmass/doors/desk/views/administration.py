"""The administration of a body: its people and their roles."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.lost_factor import NotReset, reset_second_factor
from augenmass.administration.actions.leaving import deactivate_person
from augenmass.administration.actions.links import AddressOf, send_link
from augenmass.administration.actions.people import add_person, end_role, give_role
from augenmass.administration.queries import holding
from augenmass.administration.refusal import NotAdministered
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.administration import EndRoleForm, LeaveForm, PersonForm, ResetForm, RoleForm
from augenmass.doors.desk.pages.administration import administration_page, person_page
from augenmass.doors.desk.sign_in.limits import address_of
from augenmass.work.refusal import NotDone

Refused = (NotAdministered, NotDone, NotReset)


def password_address(request: HttpRequest) -> AddressOf:
    """The whole address of the page that sets a password."""
    return lambda secret: request.build_absolute_uri(reverse("set_password", args=[secret]))


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Everybody who works or worked in the body."""
    return render(request, "desk/administration/people.html", administration_page(request.actor))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Somebody new."""
    request.actor.require(Permission.ADMINISTER)
    form = PersonForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            account = add_person(request.actor, form.entered(), password_address(request))
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("%(name)s gehört jetzt zu Ihrer Dienststelle.") % {"name": account.name})
            return HttpResponseRedirect(reverse("person", args=[account.pk]))
    context = {"form": form, "section": "administration"}
    return render(request, "desk/administration/new.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, pk: int) -> HttpResponse:
    """One person."""
    return render(request, "desk/administration/person.html", person_page(request.actor, pk))


@require_POST
def give(request: DeskRequest, pk: int) -> HttpResponse:
    """Give another role."""
    form = RoleForm(request.actor, request.POST)
    return _done(
        request, pk, "role_form", form, lambda: give_role(request.actor, pk, form.role()), _("Die Rolle ist gegeben.")
    )


@require_POST
def end(request: DeskRequest, pk: int, membership: int) -> HttpResponse:
    """End a role."""
    form = EndRoleForm(request.POST)
    act = lambda: end_role(request.actor, membership, form.chosen)  # noqa: E731
    return _done(request, pk, "ended_form", form, act, _("Das Ende der Rolle ist eingetragen."))


@require_POST
def link(request: DeskRequest, pk: int) -> HttpResponse:
    """Mail a link for a new password."""
    act = lambda: send_link(request.actor, pk, password_address(request))  # noqa: E731
    done = _("Die Nachricht mit der Adresse zum Setzen des Passworts ist unterwegs.")
    return _done(request, pk, "link_form", Form({}), act, done)


@require_POST
def reset(request: DeskRequest, pk: int) -> HttpResponse:
    """Reset the second factor of somebody who lost it."""
    form = ResetForm(request.POST)
    act = lambda: reset_second_factor(request.actor, pk, form.cleaned_data["reason"], address_of(request))  # noqa: E731
    done = _(
        "Der zweite Faktor ist zurückgesetzt, die Zugänge der Person für Programme sind zurückgezogen. Sie richtet bei der nächsten Anmeldung einen neuen Faktor ein."
    )
    return _done(request, pk, "reset_form", form, act, done)


@require_POST
def leave(request: DeskRequest, pk: int) -> HttpResponse:
    """Somebody leaves the body."""
    form = LeaveForm(request.actor, pk, holding(request.actor, pk).any, request.POST)
    act = lambda: deactivate_person(request.actor, pk, form.successor_id)  # noqa: E731
    return _done(
        request, pk, "leave_form", form, act, _("Die Person ist ausgeschieden. Ihre offene Arbeit ist übergeben.")
    )


def _done(request: DeskRequest, pk: int, name: str, form: Form, act: Callable[[], Any], sentence: str) -> HttpResponse:
    """Do what a form asks, or show the person as they are now with the sentence that says why not."""
    request.actor.require(Permission.ADMINISTER)
    if form.is_valid():
        try:
            act()
        except Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, sentence)
            return HttpResponseRedirect(reverse("person", args=[pk]))
    context = person_page(request.actor, pk, **{name: form})
    context["refused"] = form if form not in context.values() else None
    return render(request, "desk/administration/person.html", context, status=422)
