"""The overview of return: a body's numbers of a quarter or year, as a page and as a file."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.overview import OverviewForm
from augenmass.doors.desk.pages.overview import overview_file, overview_page
from augenmass.law.time import today
from augenmass.overview.actions import COUNTED_YEARS, count_again
from augenmass.overview.queries import bodies_to_see, overview


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The measures of the chosen body and period."""
    form = _form(request)
    found = overview(request.actor, form.body_key(), form.period())
    context = {"form": form, "section": "overview", "query": request.GET.urlencode()}
    if found is not None:
        context |= overview_page(found)
    return render(request, "desk/overview/overview.html", context)


@require_GET
def as_file(request: DeskRequest) -> HttpResponse:
    """The same as CSV."""
    form = _form(request)
    found = overview(request.actor, form.body_key(), form.period())
    if found is None:
        return HttpResponseRedirect(reverse("overview"))
    name = f"ueberblick-{found.body.key}-{found.period.year}-{found.period.quarter or 'jahr'}.csv"
    answer = HttpResponse(overview_file(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
def count(request: DeskRequest) -> HttpResponse:
    """Count the own body's numbers now."""
    count_again(request.actor)
    messages.success(request, _("Die Zahlen sind neu gezählt."))
    return HttpResponseRedirect(reverse("overview"))


def _form(request: DeskRequest) -> OverviewForm:
    years = list(range(today().year, today().year - 10, -1))[: COUNTED_YEARS * 5]
    data = request.GET if request.GET else {"jahr": years[0], "zeitraum": 0}
    return OverviewForm(bodies_to_see(request.actor), years, data)
