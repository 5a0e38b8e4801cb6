"""The words of an agreement: translating, reading, signing, the file."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access import log
from augenmass.agreements.actions.signing import sign_as_counsellor, sign_with_person
from augenmass.agreements.actions.translating import to_translate, translate
from augenmass.agreements.models import Edition, Signature
from augenmass.agreements.paper import to_sign
from augenmass.agreements.queries.agreements import copy_of, edition_of, scan_of
from augenmass.cases.file_types import ENDINGS, Refusal
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.agreements import SignForm, TranslationForm
from augenmass.doors.desk.pages.agreements import language_name, text_page
from augenmass.doors.desk.views.agreements import there_or_404
from augenmass.transmissions.refusal import NotSent
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def translation(request: DeskRequest, key: UUID) -> HttpResponse:
    """Enter what a translator wrote."""
    shown = there_or_404(request, key)
    edition = shown.in_work
    if edition is None or not edition.foreign or edition.stage not in (Edition.Stage.FIXED, Edition.Stage.TRANSLATED):
        raise Http404
    form = TranslationForm(edition, to_translate(edition), shown.agreement.version, request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            said = form.cleaned_data
            try:
                translate(request.actor, key, said["seen"], form.own(), said["translated_by"], said["all_checked"])
            except NotDone as error:
                form.add_error(None, str(error))
                status = 409
            else:
                messages.success(request, _("Die Übersetzung ist gespeichert."))
                return HttpResponseRedirect(reverse("agreement", args=[key]))
    context = {
        "form": form,
        "row": shown.agreement,
        "title": _("Übersetzung: %(language)s") % {"language": language_name(edition.language)},
        "lead": _("Über jedem Feld steht der deutsche Wortlaut. Die festen Sätze sind schon übersetzt."),
        "section": "agreements",
    }
    return render(request, "desk/agreements/form.html", context, status=status)


@require_GET
def text(request: DeskRequest, key: UUID, number: int) -> HttpResponse:
    """The exact words of an edition, and what changed."""
    return render(request, "desk/agreements/text.html", text_page(request.actor, _edition(request, key, number)))


@require_GET
def pdf(request: DeskRequest, key: UUID, number: int) -> HttpResponse:
    """The copy, or before the signatures the text to be signed on paper."""
    edition = _edition(request, key, number)
    log.read(request.actor, "agreement")
    content = copy_of(edition) or to_sign(edition)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="vereinbarung-fassung-{number}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_GET
def scan(request: DeskRequest, key: UUID, number: int, side: str) -> HttpResponse:
    """The scanned paper of a signature; what a browser could run is locked into a sandbox."""
    found = scan_of(_edition(request, key, number), side)
    if found is None:
        raise Http404
    log.read(request.actor, "agreement")
    content, media_type = found
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'inline; filename="unterschrift{ENDINGS[media_type]}"'
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_http_methods(["GET", "POST"])
def sign(request: DeskRequest, key: UUID, side: str) -> HttpResponse:
    """Sign for one side, with the text on the same page."""
    if side not in Signature.Side.values:
        raise Http404
    shown = there_or_404(request, key)
    edition = shown.in_work
    if edition is None or not edition.text_de:
        raise Http404
    form = SignForm(edition, shown.agreement.version, request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            write = sign_as_counsellor if side == Signature.Side.COUNSELLOR else sign_with_person
            try:
                write(request.actor, key, form.cleaned_data["seen"], form.entered())
            except Refusal as refusal:
                form.add_error("scan", refusal.en if request.LANGUAGE_CODE == "en" else refusal.de)
            except (NotDone, NotSent) as error:
                form.add_error(None, str(error))
                status = 409
            else:
                messages.success(request, _("Die Unterschrift ist gespeichert."))
                return HttpResponseRedirect(reverse("agreement", args=[key]))
    context = text_page(request.actor, _edition(request, key, edition.number))
    context |= {"form": form, "side": side, "side_label": Signature.Side(side).label}
    return render(request, "desk/agreements/sign.html", context, status=status)


def _edition(request: DeskRequest, key: UUID, number: int) -> Edition:
    try:
        edition = edition_of(request.actor, key, number)
    except Edition.DoesNotExist as error:
        raise Http404 from error
    if not edition.text_de:
        raise Http404
    return edition
