"""Absence with a stand-in, and giving a stack of cases to somebody else."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.work import AbsenceForm, ReassignForm
from augenmass.work.actions.absence import NewAbsence, end_absence, record_absence
from augenmass.work.actions.reassign import Stack, preview_stack, reassign_stack
from augenmass.work.queries.standing_in import absences
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """Who is away and who stands in; a form for a new absence."""
    anybody = request.actor.may(Permission.REASSIGN)
    form = AbsenceForm(request.actor, anybody, request.POST or None)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        account = int(entered["account"]) if anybody else request.actor.account_id
        new = NewAbsence(account, int(entered["stand_in"]), entered["first_day"], entered["last_day"])
        try:
            record_absence(request.actor, new)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Abwesenheit ist eingetragen."))
            return HttpResponseRedirect(reverse("absence"))
    context = {"form": form, "absences": absences(request.actor), "anybody": anybody, "section": "my_day"}
    return render(request, "desk/absence/absence.html", context, status=422 if form.errors else 200)


@require_POST
def end(request: DeskRequest, pk: int) -> HttpResponse:
    """End an absence, or take one back that has not begun."""
    end_absence(request.actor, pk)
    messages.success(request, _("Die Abwesenheit ist beendet."))
    return HttpResponseRedirect(reverse("absence"))


@require_http_methods(["GET", "POST"])
def reassign(request: DeskRequest) -> HttpResponse:
    """Give the stack of one person to another: first the numbers, then, on confirmation, the cases."""
    request.actor.require(Permission.REASSIGN)
    form = ReassignForm(request.actor, request.POST or None)
    preview = None
    if request.method == "POST" and form.is_valid():
        stack = Stack(form.giving_id, form.cleaned_data["most"])
        try:
            if request.POST.get("confirmed") == "yes":
                moved = reassign_stack(request.actor, stack, int(form.cleaned_data["taking"]))
                done = ngettext("%(moved)d Fall ist übergeben.", "%(moved)d Fälle sind übergeben.", moved)
                messages.success(request, done % {"moved": moved})
                return HttpResponseRedirect(reverse("reassign"))
            preview = preview_stack(request.actor, stack)
        except NotDone as error:
            form.add_error(None, str(error))
    context = {"form": form, "preview": preview, "section": "my_day"}
    return render(request, "desk/absence/reassign.html", context, status=422 if form.errors else 200)
