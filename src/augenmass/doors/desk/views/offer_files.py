"""Entries by file: uploading, preview, taking over, refused rows, export, an empty template."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.queries.case import english
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.offers import OfferFileForm
from augenmass.doors.desk.pages.offer_files import preview_page
from augenmass.doors.desk.views.access_log import csv_file
from augenmass.intake.rules.problem import FileRefused
from augenmass.law.time import today
from augenmass.offers.actions.importing import discard_file, plan_of, receive_file, table_of, take_file
from augenmass.offers.actions.keeping import require_keeping
from augenmass.offers.models import OfferFile
from augenmass.offers.queries.files import files_of, one_file
from augenmass.offers.queries.offers import kept_offers
from augenmass.offers.rules.sentences import TableRefused
from augenmass.offers.rules.table import write_entries, write_refused
from augenmass.work.refusal import NotDone

SECTION = {"section": "offers"}


@require_http_methods(["GET", "POST"])
def upload(request: DeskRequest) -> HttpResponse:
    """The form for a file, and the files of the last weeks."""
    require_keeping(request.actor)
    form = OfferFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = receive_file(request.actor, file.name, file.chunks())
        except (TableRefused, FileRefused) as error:
            form.add_error("file", error.en if english() else error.de)
        else:
            return HttpResponseRedirect(reverse("offers_file", args=[kept.key]))
    context = SECTION | {"form": form, "files": files_of(request.actor)}
    return render(request, "desk/offers/import.html", context, status=422 if form.errors else 200)


@require_GET
def preview(request: DeskRequest, key: UUID) -> HttpResponse:
    """What taking the file over would do."""
    return _shown(request, _file(request, key))


@require_POST
def take(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take it over."""
    file = _file(request, key)
    closing = {found for text in request.POST.getlist("close")[:20_000] if (found := _key(text)) is not None}
    try:
        taken = take_file(request.actor, key, request.POST.get("stamp", ""), closing)
    except NotDone as error:
        messages.error(request, str(error))
        return _shown(request, file, 409)
    messages.success(
        request,
        _("Übernommen: %(new)s neue und %(changed)s geänderte Angebote, %(closed)s geschlossen.") % taken.result,
    )
    return HttpResponseRedirect(reverse("offers_file", args=[key]))


@require_POST
def discard(request: DeskRequest, key: UUID) -> HttpResponse:
    """Give it up."""
    _file(request, key)
    try:
        discard_file(request.actor, key)
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("offers_file", args=[key]))
    messages.success(request, _("Die Datei ist verworfen. Es wurde nichts übernommen."))
    return HttpResponseRedirect(reverse("offers_import"))


@require_GET
def refused(request: DeskRequest, key: UUID) -> HttpResponse:
    """The refused rows, to mend them."""
    file = _file(request, key)
    table = table_of(file)
    language = "en" if english() else "de"
    return _csv(lambda path: write_refused(path, table, language), f"{Path(file.name).stem}-{_('zurueckgegeben')}.csv")


@require_GET
def export(request: DeskRequest) -> HttpResponse:
    """Everything that the own body has in the directory, also what is expired; closed entries stay out."""
    require_keeping(request.actor)
    held = kept_offers(request.actor) | kept_offers(request.actor, "expired")
    rows = held.order_by("municipality", "name", "pk").prefetch_related("spans")
    return _csv(
        lambda path: write_entries(path, [offer.entry for offer in rows]), f"angebote-{today().isoformat()}.csv"
    )


@require_GET
def template(request: DeskRequest) -> HttpResponse:
    """A file with all columns and no row."""
    require_keeping(request.actor)
    return _csv(lambda path: write_entries(path, []), "angebote-vorlage.csv")


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _file(request: DeskRequest, key: UUID) -> OfferFile:
    require_keeping(request.actor)
    try:
        return one_file(request.actor, key)
    except OfferFile.DoesNotExist as error:
        raise Http404 from error


def _shown(request: DeskRequest, file: OfferFile, status: int = 200) -> HttpResponse:
    context = SECTION | preview_page(file, plan_of(request.actor, table_of(file)))
    return render(request, "desk/offers/preview.html", context, status=status)


def _csv(write: Callable[[Path], int], name: str) -> HttpResponse:
    with tempfile.TemporaryDirectory(prefix="augenmass-offers-") as folder:
        path = Path(folder) / "offers.csv"
        write(path)
        return csv_file(path.read_bytes(), name)
