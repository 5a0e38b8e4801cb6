"""Notices at the authority: the inbox, one notice and what is done with it, packages, traces; police law under legal review."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.queries.case import find as find_case
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.notices import NoticeCaseForm, NoticeJoinForm, PackageForm
from augenmass.doors.desk.pages.notices import case_notices_page, examining, gone_page, inbox_page, one_page
from augenmass.notices.actions.examining import assign, examine, irrelevant, join_start, not_ours
from augenmass.notices.actions.reviewing import review
from augenmass.notices.actions.taking_packages import take_package
from augenmass.notices.models import LandProvision, Notice
from augenmass.notices.queries.inbox import find, found_for, notices_on, starts_without_end
from augenmass.notices.queries.provisions import provisions_of
from augenmass.notices.queries.receivers import sends
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The inbox of an authority; who sends, controls or reviews the law is shown their own list."""
    actor = request.actor
    if sends(actor):
        return HttpResponseRedirect(reverse("notices_sent"))
    if not (actor.may(Permission.POST) and actor.may(Permission.TAKE_STEPS)):
        law = actor.may(Permission.REVIEW_LAW)
        return HttpResponseRedirect(reverse("notice_provisions" if law else "notices_traces"))
    return render(request, "desk/notices/inbox.html", inbox_page(actor, request.GET))


@require_GET
def gone(request: DeskRequest) -> HttpResponse:
    """Traces of notices whose content is gone, and what went back unread."""
    return render(request, "desk/notices/gone.html", gone_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def package(request: DeskRequest) -> HttpResponse:
    """Take a signed package in."""
    form = PackageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            taken = take_package(request.actor, form.content)
        except NotDone as error:
            form.add_error("package", str(error))
        else:
            messages.success(request, taken.says or _("Das Paket ist übernommen. Der Fall wird jetzt gesucht."))
            return HttpResponseRedirect(reverse("notices"))
    context = {"form": form, "section": "notices"}
    return render(request, "desk/notices/package.html", context, status=422 if form.errors else 200)


@require_GET
def provisions(request: DeskRequest) -> HttpResponse:
    """Provisions of police law that senders named."""
    context = {"rows": provisions_of(request.actor), "section": "notices"}
    return render(request, "desk/notices/provisions.html", context)


@require_POST
def provision(request: DeskRequest, pk: int) -> HttpResponse:
    """Confirm or decline one."""
    try:
        found = review(request.actor, pk, carries=request.POST.get("do") == "confirm")
    except NotDone as error:
        messages.error(request, str(error))
    else:
        confirmed = found.state == LandProvision.State.CONFIRMED
        told = (
            _("Die Vorschrift ist bestätigt.")
            if confirmed
            else _("Weitere Mitteilungen nach dieser Vorschrift gehen zurück.")
        )
        messages.success(request, told)
    return HttpResponseRedirect(reverse("notice_provisions"))


@require_GET
def show(request: DeskRequest, number: UUID) -> HttpResponse:
    """One notice."""
    return _page(request, number)


@require_POST
def assignment(request: DeskRequest, number: UUID) -> HttpResponse:
    """Say whose case it is, or that the person is none of the own."""
    actor, form = request.actor, NoticeCaseForm(request.POST)
    if request.POST.get("do") == "not_ours":
        return _erased(request, number, lambda: not_ours(actor, number))
    if form.is_valid():
        try:
            assign(actor, number, form.cleaned_data["number"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Zugeordnet. Die Prüfung liegt bei der Sachbearbeitung des Falls."))
            return HttpResponseRedirect(reverse("notice", args=[number]))
    return _page(request, number, case_form=form)


@require_POST
def examination(request: DeskRequest, number: UUID) -> HttpResponse:
    """Say that it matters and what rests on it, or that it does not: then its content is deleted at once."""
    actor = request.actor
    notice = found_for(actor).select_related("content", "case").get(number=number)
    if request.POST.get("do") == "irrelevant":
        return _erased(request, number, lambda: irrelevant(actor, number))
    form = examining(actor, notice, notice.content_held, request.POST)
    if form.is_valid():
        try:
            examine(actor, number, form.chosen)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Prüfung ist festgehalten."))
            return HttpResponseRedirect(reverse("notice", args=[number]))
    return _page(request, number, examine_form=form)


@require_POST
def join(request: DeskRequest, number: UUID) -> HttpResponse:
    """Say which start an end answers."""
    notice = found_for(request.actor).get(number=number)
    form = NoticeJoinForm(starts_without_end(request.actor, notice), request.POST)
    if form.is_valid():
        try:
            join_start(request.actor, number, UUID(form.cleaned_data["start"]))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Beginn und Ausgang sind verbunden."))
            return HttpResponseRedirect(reverse("notice", args=[number]))
    return _page(request, number, join_form=form)


@require_GET
def of_case(request: DeskRequest, key: UUID) -> HttpResponse:
    """The notices of a case."""
    case = find_case(request.actor, key, "case_notices")
    return render(request, "desk/notices/case.html", case_notices_page(case, notices_on(request.actor, case)))


def _erased(request: DeskRequest, number: UUID, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("notice", args=[number]))
    messages.success(request, _("Der Inhalt der Mitteilung ist gelöscht. Es bleibt nur, dass es sie gab."))
    return HttpResponseRedirect(reverse("notices"))


def _page(request: DeskRequest, number: UUID, **forms: Form) -> HttpResponse:
    notice: Notice = find(request.actor, number)
    context = one_page(request.actor, notice, **forms)  # type: ignore[arg-type]
    for name, form in forms.items():
        if context[name] is None:
            # The notice went on meanwhile and takes this form no more; why it was refused is still said.
            messages.error(request, " ".join(str(error) for error in form.non_field_errors()))
    return render(request, "desk/notices/notice.html", context, status=422 if forms else 200)
