"""Importing a file: upload, mapping, preview, progress, result."""

import tempfile
from pathlib import Path
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.queries.case import english
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.intake import MappingForm, UploadForm
from augenmass.doors.desk.pages.intake import RESULT_FILES, preview_page, progress_of
from augenmass.doors.desk.pages.work import number_of_page, paginated
from augenmass.intake.actions.confirm import confirm_mapping, confirm_taking, discard
from augenmass.intake.actions.receive import receive_upload
from augenmass.intake.models import ImportRun
from augenmass.intake.queries.returned import write_returned
from augenmass.intake.queries.runs import run_by_key, runs, source_labels
from augenmass.intake.refusal import RunOvertaken
from augenmass.intake.rules.problem import FileRefused

SECTION = {"section": "imports"}


def _sentence(error: FileRefused) -> str:
    return error.en if english() else error.de


def _language() -> str:
    return "en" if english() else "de"


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """The runs of the body, and the form for the next file."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = receive_upload(request.actor, form.cleaned_data["source"], file.name, file.chunks())
        except FileRefused as error:
            form.add_error("file", _sentence(error))
        else:
            return HttpResponseRedirect(reverse("import", args=[run.key]))
    found = runs(request.actor, number_of_page(request.GET))
    context = SECTION | {
        "form": form,
        "sources": source_labels(request.actor),
        "runs": found.rows,
        "page": paginated(found),
    }
    return render(request, "desk/intake/list.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One run, as its state asks for: mapping, progress, preview or result."""
    run = run_by_key(request.actor, key)
    context = SECTION | {"run": run, "notes": [note[_language()] for note in run.notes]}
    if run.state == ImportRun.State.UPLOADED:
        form = MappingForm(run, _language())
        return render(request, "desk/intake/mapping.html", context | {"form": form})
    if run.state in ImportRun.BUSY:
        return render(request, "desk/intake/progress.html", context | progress_of(run))
    if run.state == ImportRun.State.REFUSED:
        refusal = FileRefused.from_json(run.refusal)
        return render(request, "desk/intake/refused.html", context | {"refusal": _sentence(refusal)})
    return render(request, "desk/intake/preview.html", context | preview_page(request, run, _language()))


@require_GET
def progress(request: DeskRequest, key: UUID) -> HttpResponse:
    """How far a run is, for the page that asks every two seconds; the whole page is loaded anew when it is through."""
    run = run_by_key(request.actor, key)
    if run.state not in ImportRun.BUSY:
        response = HttpResponse(status=200)
        response["HX-Refresh"] = "true"
        return response
    return render(request, "desk/intake/progress_part.html", {"run": run} | progress_of(run))


@require_POST
def mapping(request: DeskRequest, key: UUID) -> HttpResponse:
    """Fix what the columns mean; reading begins."""
    run = run_by_key(request.actor, key)
    form = MappingForm(run, _language(), request.POST)
    if form.is_valid():
        try:
            confirm_mapping(request.actor, run, form.chosen())
        except FileRefused as error:
            form.add_error(None, _sentence(error))
        except RunOvertaken as error:
            return _went_on(request, key, error)
        else:
            return HttpResponseRedirect(reverse("import", args=[key]))
    context = SECTION | {"run": run, "form": form, "notes": [note[_language()] for note in run.notes]}
    return render(request, "desk/intake/mapping.html", context, status=422)


@require_POST
def take(request: DeskRequest, key: UUID) -> HttpResponse:
    """Let the previewed rows be taken."""
    try:
        confirm_taking(request.actor, run_by_key(request.actor, key))
    except RunOvertaken as error:
        return _went_on(request, key, error)
    return HttpResponseRedirect(reverse("import", args=[key]))


@require_POST
def give_up(request: DeskRequest, key: UUID) -> HttpResponse:
    """Give a run up before its rows are taken."""
    try:
        discard(request.actor, run_by_key(request.actor, key))
    except RunOvertaken as error:
        return _went_on(request, key, error)
    messages.success(request, _("Der Import ist verworfen. Es wurde nichts übernommen."))
    return HttpResponseRedirect(reverse("imports"))


@require_GET
def returned(request: DeskRequest, key: UUID, ending: str) -> FileResponse:
    """The returned rows as a file."""
    if ending not in RESULT_FILES:
        raise Http404
    run = run_by_key(request.actor, key)
    with tempfile.TemporaryDirectory(prefix="augenmass-returned-") as folder:
        path = Path(folder) / f"returned.{ending}"
        write_returned(request.actor, run, path, _language())
        file = path.open("rb")
    name = f"{Path(run.file_name).stem}-{_('zurueckgegeben')}.{ending}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=RESULT_FILES[ending])


def _went_on(request: DeskRequest, key: UUID, error: RunOvertaken) -> HttpResponse:
    messages.error(request, str(error))
    return HttpResponseRedirect(reverse("import", args=[key]))
