"""What goes to the authority: a new address, a document, asking for something. Each with a receipt."""

from uuid import UUID

from allauth.core import ratelimit
from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.portal.forms import PlainForm, taken
from augenmass.doors.portal.forms.handing_in import AddressForm, AskForm, DocumentForm
from augenmass.doors.portal.request import SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_person
from augenmass.person_access.actions.handing_in import ask, submit_address, submit_document
from augenmass.person_access.models import Submission
from augenmass.person_access.queries.own import NotThere, receipt_of, receipts_of
from augenmass.person_access.rules import Refused, Wrong

ASKED = {"auskunft": Submission.Kind.EXTRACT, "code": Submission.Kind.CODE}


@require_GET
@for_person
def overview(request: SignedInRequest) -> HttpResponse:
    """What can be sent, and the receipts of what was."""
    return screen(request, "portal/authority.html", {"receipts": receipts_of(request.person)})


@require_http_methods(["GET", "POST"])
@for_person
def address(request: SignedInRequest) -> HttpResponse:
    """Tell a new address."""
    form, valid = taken(request, AddressForm)
    if valid:
        try:
            return _to(submit_address(request.person, form.once, form.entered()))
        except Refused as refused:
            form.add_error(None, _sentence(refused))
    return _form(request, form, "portal/address.html")


@require_http_methods(["GET", "POST"])
@for_person
def document(request: SignedInRequest) -> HttpResponse:
    """Send a document."""
    form, valid = taken(request, DocumentForm)
    if valid and not ratelimit.consume(request, action="portal_uploads"):
        form.add_error(None, _sentence(Refused(Wrong.TOO_MANY)))
    elif valid:
        content = form.uploaded.read(settings.UPLOAD_MEGABYTES * 1_000_000 + 1)
        try:
            return _to(submit_document(request.person, form.once, form.cleaned_data["title"], content))
        except Refused as refused:
            form.add_error("file" if refused.why is Wrong.FILE else None, _sentence(refused))
    return _form(request, form, "portal/document.html")


@require_POST
@for_person
def asking(request: SignedInRequest, what: str) -> HttpResponse:
    """Ask for an extract or a new code."""
    kind = ASKED.get(what)
    form, valid = taken(request, AskForm)
    if kind is None or not valid:
        raise Http404
    try:
        return _to(ask(request.person, form.once, kind))
    except Refused as refused:
        return screen(request, "portal/refused.html", {"sentence": _sentence(refused)}, status=422)


@require_GET
@for_person
def receipt(request: SignedInRequest, key: UUID) -> HttpResponse:
    """That it arrived, and when."""
    try:
        return screen(request, "portal/receipt.html", {"receipt": receipt_of(request.person, key)})
    except NotThere as error:
        raise Http404 from error


def _form(request: SignedInRequest, form: PlainForm, template: str) -> HttpResponse:
    return screen(request, template, {"form": form}, status=422 if form.errors else 200)


def _to(made: Submission) -> HttpResponse:
    return HttpResponseRedirect(reverse("portal_receipt", args=[made.key]))


def _sentence(refused: Refused) -> str:
    if refused.why is Wrong.FILE:
        return _(
            "Diese Datei können wir nicht annehmen. Möglich sind PDF, PNG, JPEG und DOCX ohne Makros bis %(most)d MB."
        ) % {"most": settings.UPLOAD_MEGABYTES}
    if refused.why is Wrong.FULL:
        return _("Heute haben Sie schon sehr viel geschickt. Bitte versuchen Sie es morgen noch einmal.")
    return _("Das waren zu viele Versuche. Bitte warten Sie eine Minute.")
