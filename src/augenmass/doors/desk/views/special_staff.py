"""The special staff: the list, nominating a case, one nomination and what is done with it."""

from collections import Counter
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
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.special_staff import NominationForm, StepDoneForm
from augenmass.doors.desk.pages.special_staff import case_page, form_of, list_page
from augenmass.doors.desk.special_staff_deeds import DEEDS
from augenmass.law.time import today
from augenmass.special_staff.actions.nominating import mend, nominate
from augenmass.special_staff.actions.planning import finish_step
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.queries.nominations import (
    Shown,
    facts_for,
    groups_used,
    nomination_of,
    one_nomination,
    step_of,
)
from augenmass.special_staff.rules.groups import Group
from augenmass.special_staff.words import GROUPS
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Nominated cases, the steps of one's own body, what was released to it."""
    context = list_page(request.actor, request.GET)
    rows = len(context["rows"]) + len(context["steps"])
    log.read(request.actor, "special_staff_cases", categories=["file", "identity"], rows=rows)
    # One line for each case, so that the body of the case sees that its item was read.
    for case_id, number in Counter(one.case_id for one in context["released"]).items():
        log.read(request.actor, "special_staff_released", case_id=case_id, categories=["file"], rows=number)
    return render(request, "desk/special_staff/list.html", context)


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID, group: str) -> HttpResponse:
    """Nominate a case for one of the groups."""
    case = find(request.actor, key)
    used = groups_used(case.body.land, today())
    if case.body_id != request.actor.body_id or group not in used or group not in tuple(Group):
        raise Http404
    running = nomination_of(request.actor, case)
    if running is not None and request.method == "GET":
        return HttpResponseRedirect(reverse("special_staff_case", args=[running.key]))
    facts = facts_for(request.actor, case)
    form = NominationForm(Group(group), facts[group], request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = nominate(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Fall ist benannt. Eine andere Person prüft die Benennung."))
            return HttpResponseRedirect(reverse("special_staff_case", args=[made.key]))
    others = [(one, GROUPS[one], len(facts[one])) for one in used if one in GROUPS]
    context = {"form": form, "case": case, "groups": others, "group": group, "facts": facts[group]}
    return _written(request, form, context)


@require_http_methods(["GET", "POST"])
def mend_page(request: DeskRequest, key: UUID) -> HttpResponse:
    """Write a returned nomination anew."""
    shown = _there(request, key)
    found = shown.nomination
    if not shown.own or found.state != Nomination.State.RETURNED or found.group not in tuple(Group):
        raise Http404
    facts = facts_for(request.actor, found.case)[found.group]
    form = NominationForm(Group(found.group), facts, request.POST or None, found)
    if request.method == "POST" and form.is_valid():
        try:
            mend(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Fall ist benannt. Eine andere Person prüft die Benennung."))
            return HttpResponseRedirect(reverse("special_staff_case", args=[key]))
    context = {"form": form, "case": found.case, "group": found.group, "facts": facts, "returned": found}
    return _written(request, form, context)


def _written(request: DeskRequest, form: Form, context: dict[str, Any]) -> HttpResponse:
    context |= {"section": "special_staff", "group_label": GROUPS[context["group"]]}
    return render(request, "desk/special_staff/new.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One nomination."""
    return _page(request, _there(request, key))


@require_POST
def act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """Do one thing with a nomination."""
    shown = _there(request, key)
    form = form_of(shown, what, request.POST)
    if form is None:
        raise Http404
    if form.is_valid():
        deed = DEEDS[what]
        try:
            deed.do(request.actor, key, form.cleaned_data)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(deed.done))
            return HttpResponseRedirect(reverse("special_staff_case", args=[key]))
    return _page(request, _there(request, key), {what: form})


@require_http_methods(["GET", "POST"])
def step_done(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that a step is done; from its task the way leads to the plan."""
    request.actor.require(Permission.SPECIAL_STAFF)
    step = step_of(request.actor, key)
    if request.method == "GET":
        return HttpResponseRedirect(reverse("special_staff_case", args=[step.nomination.key]) + "#plan")
    form = StepDoneForm(request.POST)
    if form.is_valid():
        try:
            finish_step(request.actor, key, form.cleaned_data["step_result"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Schritt ist abgeschlossen."))
            return HttpResponseRedirect(reverse("special_staff_case", args=[step.nomination.key]))
    return _page(request, _there(request, step.nomination.key), {f"step-{step.key}": form})


def _there(request: DeskRequest, key: UUID) -> Shown:
    shown = one_nomination(request.actor, key)
    categories = ["criminal", "file", "identity"] if shown.own else ["file", "identity"]
    log.read(request.actor, "special_staff_case", case_id=shown.nomination.case_id, categories=categories)
    return shown


def _page(request: DeskRequest, shown: Shown, sent: dict[str, Form] | None = None) -> HttpResponse:
    context = case_page(request.actor, shown, sent)
    return render(request, "desk/special_staff/case.html", context, status=422 if sent else 200)
