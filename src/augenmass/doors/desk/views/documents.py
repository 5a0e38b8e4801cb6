"""Documents of a case."""

from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.file_types import ENDINGS, Refusal, read_at_most
from augenmass.cases.models import Document
from augenmass.cases.queries.case import find
from augenmass.cases.queries.documents import NoSuchDocument, find_document
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.cases import DocumentForm


@require_http_methods(["GET", "POST"])
def add(request: DeskRequest, key: UUID) -> HttpResponse:
    """Upload a file."""
    case = find(request.actor, key)
    form = DocumentForm(request.POST, request.FILES) if request.method == "POST" else DocumentForm()
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        text = DocumentText(Document.Kind(entered["kind"]), entered["title"], entered["dated"], entered["received"])
        try:
            add_document(request.actor, case.pk, read_at_most(entered["file"]), text)
        except Refusal as refusal:
            form.add_error("file", refusal.en if request.LANGUAGE_CODE == "en" else refusal.de)
        else:
            messages.success(request, _("Das Dokument ist beim Fall abgelegt."))
            return HttpResponseRedirect(reverse("case", args=[key]) + "#dokumente")
    context = {"case": case, "form": form, "section": "worklist"}
    return render(request, "desk/cases/document_add.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> FileResponse:
    """Send a document; what a browser could run is locked into a sandbox."""
    try:
        document = find_document(request.actor, key)
    except NoSuchDocument as error:
        raise Http404 from error
    ending = ENDINGS.get(document.media_type, "")
    response = FileResponse(
        default_storage.open(document.path),
        content_type=document.media_type,
        as_attachment="laden" in request.GET or ending == ".docx",
        filename=f"{document.title[:80]}{ending}",
    )
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
