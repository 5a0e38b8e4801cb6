"""Pilots: the list, preparing one, its page, deliveries, and what is done on it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.evaluation import (
    AmendPilotForm,
    DeliveryForm,
    PlaceForm,
    PlacePointed,
    PlanForm,
    SeenPilot,
)
from augenmass.doors.desk.pages.evaluation import delivery_template, list_page, pilot_page, said_refused, said_wrong
from augenmass.evaluation.actions.delivering import NotTaken, take_delivery
from augenmass.evaluation.actions.preparing import (
    add_place,
    amend_pilot,
    change_plan,
    close_pilot,
    open_pilot,
    prepare_pilot,
    remove_place,
)
from augenmass.evaluation.models import Pilot
from augenmass.evaluation.queries.pilots import OnePilot, one_pilot, services
from augenmass.intake.rules.problem import FileRefused
from augenmass.work.refusal import NotDone

ACTS: dict[str, tuple[Callable[..., None], Any]] = {
    "eroeffnen": (open_pilot, gettext_lazy("Die Erprobung ist eröffnet. Die Beratungsstellen können nun zusagen.")),
    "schliessen": (close_pilot, gettext_lazy("Die Erprobung ist abgeschlossen.")),
}


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The pilots of the own body."""
    return render(request, "desk/evaluation/list.html", list_page(request.actor))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Prepare one."""
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = prepare_pilot(request.actor, form.cleaned_data["key"], form.plan())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Erprobung ist angelegt. Tragen Sie nun die Orte ein."))
            return HttpResponseRedirect(reverse("pilot", args=[made.key]))
    context = {"form": form, "title": _("Erprobung vorbereiten"), "section": "pilots"}
    return render(request, "desk/evaluation/form.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One pilot."""
    return render(request, "desk/evaluation/pilot.html", pilot_page(request.actor, there_or_404(request, key)))


@require_http_methods(["GET", "POST"])
def change(request: DeskRequest, key: UUID) -> HttpResponse:
    """Change what is prepared."""
    pilot = there_or_404(request, key).pilot
    form = PlanForm(request.POST or None, pilot)
    return written(
        request,
        pilot,
        form,
        _("Erprobung ändern"),
        lambda: change_plan(request.actor, key, form.cleaned_data["seen"] or 0, form.plan()),
    )


@require_http_methods(["GET", "POST"])
def place(request: DeskRequest, key: UUID) -> HttpResponse:
    """Add a place."""
    pilot = there_or_404(request, key).pilot
    form = PlaceForm(services(request.actor), pilot.version, request.POST or None)
    return written(
        request,
        pilot,
        form,
        _("Ort eintragen"),
        lambda: add_place(request.actor, key, form.cleaned_data["seen"], form.entered()),
        _("Mehrere Beratungsstellen eines Ortes liefern ihre Zahlen zusammen."),
    )


@require_http_methods(["GET", "POST"])
def amend(request: DeskRequest, key: UUID) -> HttpResponse:
    """A new edition of what a running pilot asks."""
    pilot = there_or_404(request, key).pilot
    form = AmendPilotForm(pilot, request.POST or None)

    def do() -> None:
        said = form.cleaned_data
        amend_pilot(request.actor, key, said["seen"], said["pilot_questions"], said["smallest"], said["pilot_reason"])

    return written(
        request,
        pilot,
        form,
        _("Neue Fassung"),
        do,
        _("Orte und Zeit bleiben. Frühere Berichte bleiben, wie sie waren."),
    )


@require_http_methods(["GET", "POST"])
def deliver(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take in a file with counts."""
    pilot = there_or_404(request, key).pilot
    form = DeliveryForm(pilot.version, request.POST or None, request.FILES or None)
    wrong: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            taken = take_delivery(request.actor, key, form.cleaned_data["seen"], form.content())
        except NotTaken as error:
            wrong = said_wrong(error.wrong)
            form.add_error(
                None, _("Nichts wurde übernommen. Bitte berichtigen Sie die Datei und senden Sie sie noch einmal.")
            )
        except FileRefused as error:
            form.add_error("file", said_refused(error))
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Übernommen: Zahlen für %(count)s Vierteljahre von Orten.") % {"count": taken})
            return HttpResponseRedirect(reverse("pilot", args=[key]))
    context = {"form": form, "pilot": pilot, "wrong": wrong, "section": "pilots"}
    return render(request, "desk/evaluation/deliver.html", context, status=422 if form.errors else 200)


@require_GET
def template(request: DeskRequest, key: UUID) -> HttpResponse:
    """An empty file to fill in."""
    shown = there_or_404(request, key)
    answer = HttpResponse(delivery_template(shown), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="lieferung.csv"'
    return answer


@require_POST
def act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """Open, close, take a place out."""
    shown = there_or_404(request, key)
    form: Form = PlacePointed(None, request.POST) if what == "ort-weg" else SeenPilot(None, request.POST)
    if what not in (*ACTS, "ort-weg"):
        raise Http404
    if form.is_valid():
        try:
            if what == "ort-weg":
                remove_place(request.actor, key, form.cleaned_data["seen"], form.cleaned_data["item"])
                messages.success(request, _("Der Ort ist entfernt."))
            else:
                do, says = ACTS[what]
                do(request.actor, key, form.cleaned_data["seen"])
                messages.success(request, str(says))
            return HttpResponseRedirect(reverse("pilot", args=[key]))
        except NotDone as error:
            form.add_error(None, str(error))
    context = pilot_page(request.actor, shown, refused=form)
    return render(request, "desk/evaluation/pilot.html", context, status=409)


def there_or_404(request: DeskRequest, key: UUID) -> OnePilot:
    """One pilot; what the actor may not read does not exist."""
    try:
        return one_pilot(request.actor, key)
    except Pilot.DoesNotExist as error:
        raise Http404 from error


def written(
    request: DeskRequest, pilot: Pilot, form: Form, title: str, do: Callable[[], object], lead: str = ""
) -> HttpResponse:
    """A form of a pilot: shown, or done."""
    status = 422
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, _("Gespeichert."))
            return HttpResponseRedirect(reverse("pilot", args=[pilot.key]))
    context = {"form": form, "pilot": pilot, "title": title, "lead": lead, "section": "pilots"}
    return render(request, "desk/evaluation/form.html", context, status=status if form.errors else 200)
