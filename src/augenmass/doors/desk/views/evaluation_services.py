"""For counselling services: pilots that name them, taking part, the questionnaire on paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.evaluation import OfferedForm, SheetForm
from augenmass.doors.desk.pages.evaluation import services_page
from augenmass.evaluation.actions.counting import join_pilot
from augenmass.evaluation.actions.offering import enter_offered
from augenmass.evaluation.actions.sheets import type_in
from augenmass.evaluation.models import Place
from augenmass.evaluation.paper import sheet_pdf
from augenmass.evaluation.queries.pilots import NamedIn, named_in
from augenmass.law.quarters import Quarter
from augenmass.letters.wording.paper_languages import PAPER_LANGUAGES
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The pilots that name the own service."""
    return render(request, "desk/evaluation/services.html", services_page(request.actor))


@require_POST
def join(request: DeskRequest, place: UUID) -> HttpResponse:
    """Take part."""
    try:
        join_pilot(request.actor, place)
        messages.success(request, _("Ihre Stelle nimmt teil. Gezählt wird jedes Vierteljahr 15 Tage nach seinem Ende."))
    except NotDone as error:
        messages.error(request, str(error))
    except Place.DoesNotExist as error:
        raise Http404 from error
    return HttpResponseRedirect(reverse("pilot_services"))


@require_http_methods(["GET", "POST"])
def sheet(request: DeskRequest, place: UUID) -> HttpResponse:
    """Type in a sheet that was filled in on paper, without a name."""
    named = _named(request, place)
    form = SheetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            type_in(request.actor, place, form.cleaned_data["key"], form.answers())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Bogen ist verschlossen abgelegt. Bitte vernichten Sie das Papier."))
            return HttpResponseRedirect(reverse("pilot_services"))
    context = {"form": form, "named": named, "section": "agreements"}
    return render(request, "desk/evaluation/sheet.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def offered(request: DeskRequest, place: UUID) -> HttpResponse:
    """Enter how many people were offered an agreement in a quarter."""
    named = _named(request, place)
    form = OfferedForm(named.to_enter, request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            enter_offered(request.actor, place, Quarter.parse(said["offered_quarter"]), said["offered_people"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Zahl ist eingetragen."))
            return HttpResponseRedirect(reverse("pilot_services"))
    context = {"form": form, "named": named, "section": "agreements"}
    return render(request, "desk/evaluation/offered.html", context, status=422 if form.errors else 200)


@require_GET
def paper(request: DeskRequest, language: str) -> HttpResponse:
    """An empty sheet to print."""
    if language not in PAPER_LANGUAGES:
        raise Http404
    answer = HttpResponse(sheet_pdf(language), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="fragebogen-{language}.pdf"'
    return answer


def _named(request: DeskRequest, place: UUID) -> NamedIn:
    found = next((one for one in named_in(request.actor) if one.place.key == place and one.place.joined_at), None)
    if found is None:
        raise Http404
    return found
