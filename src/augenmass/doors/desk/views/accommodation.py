"""Houses and what happens in them: the list, a report, people whose case is not found, what was reported on a case."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.accommodation.actions.houses import close_house, open_house
from augenmass.accommodation.actions.matching import match_resident, set_aside
from augenmass.accommodation.actions.noting import take_note
from augenmass.accommodation.actions.reporting import NotTaken, report_event
from augenmass.accommodation.actions.withdrawing import withdraw_report
from augenmass.accommodation.models import Resident
from augenmass.accommodation.queries import (
    find_house,
    houses_of,
    on_list,
    reports_by_house,
    reports_on,
    unmatched_list,
)
from augenmass.accommodation.queries import unmatched as unmatched_people
from augenmass.accommodation.rules import Event
from augenmass.cases.queries.case import find
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.accommodation import (
    CloseForm,
    EventForm,
    HouseForm,
    MatchForm,
    WithdrawForm,
    event_words,
)
from augenmass.doors.desk.pages.accommodation import (
    after_withdrawal,
    case_reports_page,
    house_page,
    resident_lines,
    resident_page,
)
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The houses of the body."""
    context = {
        "houses": list(houses_of(request.actor)),
        "may_open": request.actor.may(Permission.ADMINISTER),
        "section": "houses",
    }
    return render(request, "desk/accommodation/houses.html", context)


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Add a house."""
    form = HouseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = open_house(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Unterkunft ist angelegt."))
            return HttpResponseRedirect(reverse("house", args=[made.key]))
    context = {"form": form, "section": "houses"}
    return render(request, "desk/accommodation/new.html", context, status=422 if form.errors else 200)


@require_GET
def house(request: DeskRequest, key: UUID) -> HttpResponse:
    """Who lives in a house."""
    found = find_house(request.actor, key)
    context = house_page(request.actor, found, request.GET)
    context["close_form"] = CloseForm() if request.actor.may(Permission.ADMINISTER) and not found.closed_on else None
    return render(request, "desk/accommodation/house.html", context)


@require_POST
def close(request: DeskRequest, key: UUID) -> HttpResponse:
    """Close a house."""
    found = find_house(request.actor, key)
    form = CloseForm(request.POST)
    if form.is_valid():
        try:
            close_house(request.actor, key, form.cleaned_data["closed_on"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Unterkunft ist geschlossen."))
            return HttpResponseRedirect(reverse("house", args=[key]))
    context = house_page(request.actor, found, request.GET) | {"close_form": form}
    return render(request, "desk/accommodation/house.html", context, status=422)


@require_http_methods(["GET", "POST"])
def report(request: DeskRequest, key: UUID) -> HttpResponse:
    """Report what happened to somebody on the list, or the arrival of somebody new."""
    found = find_house(request.actor, key)
    event = request.GET.get("art", Event.ARRIVAL.value)
    if event not in set(Event):
        raise BadRequest
    person = request.GET.get("person", "")
    resident = None
    if person:
        resident = get_object_or_404(on_list(request.actor, found), pk=int(person) if person.isdecimal() else 0)
    form = EventForm(found, Event(event), resident, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            taken = report_event(request.actor, form.entered())
        except NotTaken as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        else:
            told = taken.says or _("Die Meldung ist aufgenommen und wird der zuständigen Behörde zugestellt.")
            (messages.success if taken.new else messages.info)(request, told)
            return HttpResponseRedirect(reverse("house", args=[key]))
    if "happened_at" in form.errors:
        form.add_error("day", form.errors.pop("happened_at"))
    context = {
        "house": found,
        "resident": resident,
        "title": event_words()[Event(event)],
        "event": event,
        "form": form,
        "section": "houses",
    }
    return render(request, "desk/accommodation/report.html", context, status=422 if form.errors else 200)


@require_GET
def resident(request: DeskRequest, key: UUID, pk: int) -> HttpResponse:
    """What the house reported of one person, to take a wrong report back."""
    return _resident(request, key, pk)


@require_POST
def withdraw(request: DeskRequest, key: UUID, pk: int, report: UUID) -> HttpResponse:
    """Take a report back, and go on to the right one where that was asked for."""
    form = WithdrawForm(request.POST)
    if form.is_valid():
        try:
            made = withdraw_report(request.actor, report, form.cleaned_data["withdrawal_reason"])
        except NotDone as error:
            form.add_error("withdrawal_reason", str(error))
        else:
            messages.success(request, _("Die Meldung ist zurückgenommen. Wer sie erhalten hat, wird unterrichtet."))
            return HttpResponseRedirect(after_withdrawal(key, made, anew=request.POST.get("do") == "anew"))
    return _resident(request, key, pk, form, report)


def _resident(
    request: DeskRequest, key: UUID, pk: int, wrong: WithdrawForm | None = None, report: UUID | None = None
) -> HttpResponse:
    found = find_house(request.actor, key)
    try:
        person, reports = reports_by_house(request.actor, found, pk)
    except Resident.DoesNotExist as error:
        raise Http404 from error
    context = resident_page(found, person, reports, wrong, report)
    return render(request, "desk/accommodation/resident.html", context, status=422 if wrong else 200)


@require_GET
def unmatched(request: DeskRequest) -> HttpResponse:
    """People whose case is not found."""
    request.actor.require(Permission.POST)
    return _unmatched(request, MatchForm())


@require_POST
def match(request: DeskRequest, pk: int) -> HttpResponse:
    """Say whose case it is, or that none of the own is meant."""
    get_object_or_404(unmatched_people(request.actor), pk=pk)
    if request.POST.get("do") == "aside":
        form, told = MatchForm(), _("Die Meldung ist abgelegt: Sie gehört zu keinem Fall Ihrer Dienststelle.")
    else:
        form, told = MatchForm(request.POST), _("Zugeordnet. Die Meldung wird jetzt zugestellt.")
    try:
        if not form.is_bound:
            set_aside(request.actor, pk)
        elif form.is_valid():
            match_resident(request.actor, pk, form.cleaned_data["number"])
        else:
            return _unmatched(request, form, pk)
    except NotDone as error:
        if not form.is_bound:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("residents_unmatched"))
        form.add_error(None, str(error))
        return _unmatched(request, form, pk)
    messages.success(request, told)
    return HttpResponseRedirect(reverse("residents_unmatched"))


def _unmatched(request: DeskRequest, form: MatchForm, wrong: int = 0) -> HttpResponse:
    found = unmatched_list(request.actor, number_of_page(request.GET))
    lines = [
        line | {"form": form if line["resident"].pk == wrong else MatchForm(auto_id=f"id_%s_{line['resident'].pk}")}
        for line in resident_lines(found.rows)
    ]
    context = {
        "found": found,
        "page": paginated(found),
        "lines": lines,
        "wrong": form if wrong else None,
        "section": "post",
    }
    return render(request, "desk/accommodation/unmatched.html", context, status=422 if wrong else 200)


@require_GET
def of_case(request: DeskRequest, key: UUID) -> HttpResponse:
    """What houses reported on a case."""
    case = find(request.actor, key, "case_reports")
    context = case_reports_page(request.actor, case, reports_on(request.actor, case))
    return render(request, "desk/accommodation/case.html", context)


@require_POST
def note(request: DeskRequest, key: UUID, report: UUID) -> HttpResponse:
    """Take note of a report."""
    case = find(request.actor, key, "case_reports")
    take_note(request.actor, case.pk, report)
    messages.success(request, _("Die Meldung ist als gelesen vermerkt."))
    return HttpResponseRedirect(reverse("case_reports", args=[key]))
