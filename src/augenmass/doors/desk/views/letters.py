"""A letter: its draft, its file, dispatch, proof of service, returned mail."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access import log
from augenmass.cases.file_types import Refusal
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fixed_letters import HearingForm, language_choices
from augenmass.doors.desk.forms.letters import DispatchForm, ReturnForm, ServiceForm, WarningForm, add_gaps
from augenmass.doors.desk.pages.letters import basis, gap_rows, letter_page
from augenmass.law.time import today
from augenmass.letters.actions.dispatch import NotAccepted, record_dispatch, record_return, record_service
from augenmass.letters.actions.drafting import DraftOvertaken, save_draft
from augenmass.letters.models import Letter
from augenmass.letters.queries.letters import entries_of, letter_data
from augenmass.letters.queries.letters import letter as read_letter
from augenmass.letters.render import render as set_pdf
from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.hearing import HearingDraft
from augenmass.letters.rules.inputs import Incomplete
from augenmass.steps.queries import NoSuchTaking, find_taking
from augenmass.steps.queries.bundle import NotSigned, bundle_of
from augenmass.work.refusal import NotDone


def _letter(request: DeskRequest, key: UUID) -> Letter:
    try:
        return read_letter(request.actor, key)
    except Letter.DoesNotExist as error:
        raise Http404 from error


def _open(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("letter", args=[key]))


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """The letter with its text and what happened to it."""
    return render(request, "desk/letters/letter.html", letter_page(request.actor, _letter(request, key)))


@require_GET
def pdf(request: DeskRequest, key: UUID) -> HttpResponse:
    """The signed file, or the draft as it would be set now; an incomplete draft says what is missing."""
    found = _letter(request, key)
    signature = getattr(found, "signature", None)
    if signature is not None:
        return HttpResponseRedirect(reverse("document", args=[signature.document.key]))
    try:
        data = letter_data(found, request.actor.account, today())
    except Incomplete as incomplete:
        context = basis(found) | {"gaps": gap_rows(found, incomplete.gaps)}
        return render(request, "desk/letters/incomplete.html", context, status=409)
    log.read(request.actor, "letter", case_id=found.case_id, categories=["identity"])
    return sent_pdf(set_pdf(found.template, data, draft=True), "entwurf.pdf")


@require_GET
def bundle(request: DeskRequest, key: UUID) -> HttpResponse:
    """The signed step with proof and letter as one file for the leading file."""
    try:
        content = bundle_of(request.actor, find_taking(request.actor, key))
    except (NoSuchTaking, NotSigned) as error:
        raise Http404 from error
    return sent_pdf(content, "aktenbuendel.pdf", attached=True)


def sent_pdf(content: bytes, name: str, *, attached: bool = False) -> HttpResponse:
    """A PDF made for this request: locked into a sandbox and kept by no cache."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'{"attachment" if attached else "inline"}; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _form(found: Letter, sent: QueryDict | None) -> WarningForm | HearingForm:
    draft = entries_of(found)
    if isinstance(draft, HearingDraft):
        return HearingForm(draft, found.edition, found.case.body_id, sent)
    if isinstance(draft, WarningDraft):
        return WarningForm(draft, found.edition, sent, language_choices(found.case.body_id, found.template))
    raise Http404


@require_http_methods(["GET", "POST"])
def edit(request: DeskRequest, key: UUID) -> HttpResponse:
    """The officer's entries of a draft."""
    found = _letter(request, key)
    if found.state != Letter.State.DRAFT:
        messages.error(request, _("Dieses Schreiben ist kein Entwurf mehr und kann nicht geändert werden."))
        return _open(key)
    form = _form(found, request.POST or None)
    overtaken = None
    if request.method == "POST" and form.is_valid():
        try:
            save_draft(request.actor, key, form.entered(), form.cleaned_data["edition"])
        except DraftOvertaken as error:
            overtaken = error.letter
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Entwurf des Schreibens ist gespeichert."))
            return _open(key)
    context = basis(found) | {"form": form, "overtaken": overtaken, "bound": bool(form.draft.bound)}
    status = 409 if overtaken else 422 if form.errors else 200
    return render(request, "desk/letters/edit.html", context, status=status)


@require_http_methods(["GET", "POST"])
def dispatch(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that the letter was sent."""
    found = _letter(request, key)
    form = DispatchForm(entries_of(found).dispatch_method, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_dispatch(request.actor, key, form.entered())
        except NotAccepted as error:
            add_gaps(form, error.gaps)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Der Versand ist festgehalten. Eine Frist beginnt erst mit dem Nachweis der Zustellung.")
            )
            return _open(key)
    return _form_page(request, found, form, "dispatch")


@require_http_methods(["GET", "POST"])
def service(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record the proof of service."""
    found = _letter(request, key)
    latest = next(iter(found.dispatches.all()), None)
    if latest is None or found.state != Letter.State.DISPATCHED:
        messages.error(request, _("Zu diesem Schreiben ist gerade keine Zustellung offen."))
        return _open(key)
    form = ServiceForm(latest.method, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_service(request.actor, key, form.entered())
        except NotAccepted as error:
            add_gaps(form, error.gaps, {"document": "file"})
        except Refusal as refusal:
            form.add_error("file", refusal.en if request.LANGUAGE_CODE == "en" else refusal.de)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _(
                    "Die Zustellung ist nachgewiesen. Die Fristen stehen im Fristenbuch und warten auf die zweite Lesung."
                ),
            )
            return _open(key)
    return _form_page(request, found, form, "service")


@require_http_methods(["GET", "POST"])
def returned(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that the letter came back."""
    found = _letter(request, key)
    form = ReturnForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            record_return(request.actor, key, form.entered())
        except NotAccepted as error:
            add_gaps(form, error.gaps)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Der Rücklauf ist festgehalten. Es läuft keine Frist; eine Aufgabe zur Klärung ist angelegt."),
            )
            return _open(key)
    return _form_page(request, found, form, "returned")


def _form_page(
    request: DeskRequest, found: Letter, form: DispatchForm | ServiceForm | ReturnForm, name: str
) -> HttpResponse:
    context = basis(found) | {"form": form}
    return render(request, f"desk/letters/{name}.html", context, status=422 if form.errors else 200)
