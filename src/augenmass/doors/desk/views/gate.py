"""The release of a body for live data: what is missing, settling it, releasing, withdrawing."""

import uuid
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.cases.file_types import ENDINGS, Refusal, read_at_most
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.gate import AdoptionForm, WithdrawForm
from augenmass.doors.desk.pages.gate import gate_page, item_page
from augenmass.gate.actions.items import confirm_adoption, record_adoption, withdraw_adoption
from augenmass.gate.actions.release import confirm_release, propose_release, withdraw_release
from augenmass.gate.queries import Line, adoption_of, line_of
from augenmass.gate.refusal import NotSettled

PAGE = "desk/control/gate.html"
ITEM_PAGE = "desk/control/gate_item.html"


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What is settled and what is missing."""
    return render(request, PAGE, gate_page(request.actor))


@require_POST
def propose(request: DeskRequest) -> HttpResponse:
    """Propose the release of the own body."""
    try:
        propose_release(request.actor, _key(request.POST.get("key", "")))
    except NotSettled as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Die Freigabe ist vorgeschlagen. Das andere Amt bestätigt sie."))
    return HttpResponseRedirect(reverse("gate"))


@require_POST
def confirm(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm as the other office."""
    try:
        confirm_release(request.actor, key)
    except NotSettled as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Ihre Stelle ist für Echtdaten freigegeben."))
    return HttpResponseRedirect(reverse("gate"))


@require_POST
def withdraw(request: DeskRequest, key: UUID) -> HttpResponse:
    """Withdraw the release, or the proposal."""
    form = WithdrawForm(request.POST)
    if form.is_valid():
        try:
            withdraw_release(request.actor, key, form.cleaned_data["reason"])
        except NotSettled as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, _("Zurückgezogen. Ab sofort gilt: keine Echtdaten."))
            return HttpResponseRedirect(reverse("gate"))
    return render(request, PAGE, gate_page(request.actor, form), status=422)


@require_http_methods(["GET", "POST"])
def item(request: DeskRequest, item: str) -> HttpResponse:
    """One point, and recording that it is settled."""
    line = _line(request, item)
    if request.method == "GET":
        return render(request, ITEM_PAGE, item_page(request.actor, line))
    form = AdoptionForm(line.kinds, request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            record_adoption(request.actor, item, form.entered(read_at_most(file) if file else b""))
        except Refusal as refusal:
            form.add_error("file", refusal.en if request.LANGUAGE_CODE == "en" else refusal.de)
        except NotSettled as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Festgehalten. Der Punkt gilt, sobald eine zweite Person ihn bestätigt."))
            return HttpResponseRedirect(reverse("gate_item", args=[item]))
    return render(request, ITEM_PAGE, item_page(request.actor, line, form), status=422)


@require_POST
def confirm_item(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm what another person recorded."""
    found = adoption_of(request.actor, key)
    try:
        confirm_adoption(request.actor, key)
    except NotSettled as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Der Punkt ist bestätigt."))
    return HttpResponseRedirect(reverse("gate_item", args=[found.item]))


@require_POST
def withdraw_item(request: DeskRequest, key: UUID) -> HttpResponse:
    """Withdraw what counts, or drop what waits."""
    found = adoption_of(request.actor, key)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        try:
            withdraw_adoption(request.actor, key, form.cleaned_data["reason"])
        except NotSettled as refused:
            form.add_error("reason", str(refused))
        else:
            messages.success(request, _("Der Eintrag ist zurückgezogen."))
            return HttpResponseRedirect(reverse("gate_item", args=[found.item]))
    context = item_page(request.actor, _line(request, found.item), withdrawing=form)
    return render(request, ITEM_PAGE, context, status=422)


@require_GET
def document(request: DeskRequest, key: UUID) -> FileResponse:
    """The file that was uploaded, locked into a sandbox."""
    found = adoption_of(request.actor, key)
    if not found.sha256:
        raise Http404
    response = FileResponse(
        default_storage.open(found.path),
        content_type=found.media_type,
        as_attachment=True,
        filename=f"{found.item}-{found.decided_on.isoformat()}{ENDINGS.get(found.media_type, '')}",
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _line(request: DeskRequest, key: str) -> Line:
    found = line_of(request.actor, key)
    if found is None:
        raise Http404
    return found


def _key(text: str) -> UUID:
    """The key of the form; a damaged one counts as a new proposal."""
    try:
        return UUID(text)
    except ValueError:
        return uuid.uuid4()
