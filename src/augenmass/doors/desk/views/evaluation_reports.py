"""Reports of a pilot: made, shown, as PDF, as data."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.access import log
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.evaluation import ReportForm
from augenmass.doors.desk.pages.evaluation import pilot_page
from augenmass.doors.desk.pages.evaluation_report import report_file, report_page
from augenmass.doors.desk.views.evaluation import there_or_404
from augenmass.evaluation.actions.reporting import is_reproduced, make_report
from augenmass.evaluation.models import Report
from augenmass.evaluation.paper import report_pdf
from augenmass.evaluation.queries.pilots import one_report
from augenmass.evaluation.sheet_keys import KeyMissing
from augenmass.law.quarters import Quarter
from augenmass.work.refusal import NotDone


@require_POST
def make(request: DeskRequest, key: UUID) -> HttpResponse:
    """Make a report up to a quarter."""
    shown = there_or_404(request, key)
    form = ReportForm(shown.due, None, request.POST)
    if form.is_valid():
        try:
            made = make_report(request.actor, key, form.cleaned_data["seen"], Quarter.parse(form.cleaned_data["up_to"]))
        except NotDone as error:
            form.add_error(None, str(error))
        except KeyMissing:
            form.add_error(
                None,
                _(
                    "Die Fragebögen lassen sich nicht öffnen: Ihr Schlüssel fehlt im Datenordner. Der Betrieb muss ihn aus der Sicherung zurückholen."
                ),
            )
        else:
            messages.success(request, _("Der Bericht ist erstellt und wird aufbewahrt."))
            return HttpResponseRedirect(reverse("pilot_report", args=[made.key]))
    context = pilot_page(request.actor, there_or_404(request, key), report_form=form)
    return render(request, "desk/evaluation/pilot.html", context, status=409)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """A report as it was made; asked to, made again beside it."""
    report = _there(request, key)
    log.read(request.actor, "pilot_report")
    again = is_reproduced(report) if "nachrechnen" in request.GET else None
    return render(request, "desk/evaluation/report.html", report_page(report) | {"again": again, "section": "pilots"})


@require_GET
def pdf(request: DeskRequest, key: UUID) -> HttpResponse:
    """The report as PDF."""
    report = _there(request, key)
    log.read(request.actor, "pilot_report")
    answer = HttpResponse(report_pdf(report), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="erprobung-bericht-{report.number}.pdf"'
    return answer


@require_GET
def data(request: DeskRequest, key: UUID) -> HttpResponse:
    """The cells of the report as CSV."""
    report = _there(request, key)
    log.read(request.actor, "pilot_report")
    answer = HttpResponse(report_file(report), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="erprobung-bericht-{report.number}.csv"'
    return answer


def _there(request: DeskRequest, key: UUID) -> Report:
    try:
        return one_report(request.actor, key)
    except Report.DoesNotExist as error:
        raise Http404 from error
