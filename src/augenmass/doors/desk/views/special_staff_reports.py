"""Reports of the special staff without persons: making one, reading it, as PDF and CSV; the invitation for a person."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.special_staff import BoardReportForm, InvitationForm
from augenmass.offers.models import Offer
from augenmass.offers.queries.offers import nearest
from augenmass.offers.rules.vocabulary import KINDS, NEXT_STEPS, Kind
from augenmass.special_staff.actions.reporting import make_report
from augenmass.special_staff.invitation import Service, invitation_pdf
from augenmass.special_staff.paper import report_csv, report_pdf
from augenmass.special_staff.queries.reports import Read, next_quarter, one_report, reports
from augenmass.special_staff.rules.board import SMALLEST
from augenmass.special_staff.words import MEASURES
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """The reports of the body; the next one is made here."""
    form = BoardReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = make_report(request.actor, said["key"], said["report_obstacles"], said["report_needs"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Bericht ist erstellt."))
            return HttpResponseRedirect(reverse("board_report", args=[made.key]))
    context = {
        "rows": reports(request.actor),
        "quarter": next_quarter(request.actor),
        "form": form,
        "largest": SMALLEST - 1,
        "section": "special_staff",
    }
    return render(request, "desk/special_staff/reports.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One report."""
    read = one_report(request.actor, key)
    lines = [(MEASURES[measure], number) for measure, number in read.numbers.items()]
    context = {"report": read.report, "lines": lines, "largest": SMALLEST - 1, "section": "special_staff"}
    return render(request, "desk/special_staff/report.html", context)


@require_GET
def pdf(request: DeskRequest, key: UUID) -> HttpResponse:
    """The report as PDF."""
    read = one_report(request.actor, key)
    return _file(report_pdf(read), "application/pdf", f'inline; filename="{_name(read)}.pdf"')


@require_GET
def data(request: DeskRequest, key: UUID) -> HttpResponse:
    """The numbers as CSV."""
    read = one_report(request.actor, key)
    return _file(report_csv(read), "text/csv; charset=utf-8", f'attachment; filename="{_name(read)}.csv"')


@require_GET
def invitation(request: DeskRequest) -> HttpResponse:
    """The invitation to counselling: the same for everybody in one place; nothing of a case is asked for."""
    form = InvitationForm(request.GET)
    if not form.is_valid():
        raise Http404
    language, place = form.cleaned_data["sprache"], form.cleaned_data["ort"]
    services = [_service(offer) for kind in NEXT_STEPS for offer in nearest([kind], place)] if place else []
    pdf = invitation_pdf(request.actor.body.name, language, services)
    return _file(pdf, "application/pdf", f'inline; filename="einladung-beratung-{language}.pdf"')


def _service(offer: Offer) -> Service:
    address = ", ".join(filter(None, (offer.street, f"{offer.postcode} {offer.town}".strip())))
    _need, kind, _english = KINDS[Kind(offer.kind)]
    return Service(kind, offer.name, tuple(filter(None, (offer.carrier, address, offer.phone, offer.email))))


def _name(read: Read) -> str:
    return f"sonderstab-bericht-{read.report.quarter.replace('/', '-')}"


def _file(content: bytes, kind: str, disposition: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = disposition
    return answer
