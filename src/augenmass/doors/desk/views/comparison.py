"""What a change of law does to a caseload: two days or two versions, the cases behind a number, and all cases before a release."""

from datetime import date
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.actions.comparing import NotCompared, ask_comparison, ask_release_comparison
from augenmass.cases.queries.comparison import Sides, comparison_under_way, days, moved_cases, versions
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.law import DaysForm, KeyForm
from augenmass.doors.desk.pages.comparison import cases_page, days_page, progress_of
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.lawbook.models import Comparison

SECTION = {"section": "law"}
BY_VERSIONS = "fassungen"


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """What was computed last of two days, or two versions; sending the form computes it anew."""
    by_versions = request.GET.get("ansicht") == BY_VERSIONS
    form = _form(request, by_versions)
    sides = _sides(form, by_versions)
    if request.method == "POST" and form.is_valid() and sides is not None:
        try:
            ask_comparison(request.actor, form.cleaned_data["key"], sides)
        except NotCompared as error:
            form.add_error(None, str(error))
        else:
            return HttpResponseRedirect(_address(sides))
    status = 422 if form.errors else 200
    context = days_page(request.actor, sides, by_versions) | SECTION | {"form": form}
    return render(request, "desk/law/comparison.html", context, status=status)


def _form(request: DeskRequest, by_versions: bool) -> DaysForm | KeyForm:
    kind = KeyForm if by_versions else DaysForm
    if request.method == "POST":
        return kind(request.POST)
    if by_versions or not {"von", "bis"} & request.GET.keys():
        return kind()
    return DaysForm({"von": _day(request, "von"), "bis": _day(request, "bis"), "key": uuid4()})


def _day(request: DeskRequest, name: str) -> date | str:
    """A day of the address, shown in the form as people write it; what is none stays as it was written."""
    written = request.GET.get(name, "")
    try:
        return date.fromisoformat(written)
    except ValueError:
        return written


def _sides(form: DaysForm | KeyForm, by_versions: bool) -> Sides | None:
    if by_versions:
        return versions()
    if not form.is_bound:
        return days(form["von"].initial, form["bis"].initial)
    return days(form.cleaned_data["von"], form.cleaned_data["bis"]) if form.is_valid() else None


def _address(sides: Sides) -> str:
    here = reverse("law_comparison")
    if sides.of_versions:
        return f"{here}?ansicht={BY_VERSIONS}"
    return f"{here}?von={sides.earlier.isoformat()}&bis={sides.later.isoformat()}"


@require_GET
def progress(request: DeskRequest, key: UUID) -> HttpResponse:
    """How far a comparison is, for the page that asks every two seconds; the whole page is loaded anew when it is through."""
    found = comparison_under_way(request.actor, key)
    if found.state != Comparison.State.WAITING:
        response = HttpResponse(status=200)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "desk/law/comparison_progress.html", progress_of(found))


@require_GET
def cases(request: DeskRequest, key: UUID) -> HttpResponse:
    """The cases that go from one answer, or lane, to another."""
    question, before, after = (request.GET.get(name, "").replace("\0", "") for name in ("frage", "war", "ist"))
    way = before, after
    found = moved_cases(request.actor, key, question, way, number_of_page(request.GET))
    return render(request, "desk/law/comparison_cases.html", cases_page(found, question, way) | SECTION)


@require_POST
def before_release(request: DeskRequest) -> HttpResponse:
    """Compute what a candidate changes over the cases of every body."""
    form = KeyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."))
        return HttpResponseRedirect(reverse("law_release"))
    try:
        ask_release_comparison(request.actor, form.cleaned_data["key"], request.POST.get("candidate", ""))
    except NotCompared as error:
        messages.error(request, str(error))
    return HttpResponseRedirect(reverse("law_release") + "#wirkung")
