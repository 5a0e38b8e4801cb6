"""The offer of counselling: the letter of a case, the list of cases without one, what the administration keeps for it."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access import log
from augenmass.cases.queries.case import find
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.counselling import CounsellingForm, TranslationForm
from augenmass.doors.desk.pages.counselling import kept_page, listing_page, offer_page
from augenmass.letters.actions.counselling_offer import confirm_translation, name_counselling, write_offer
from augenmass.letters.queries.counselling_offer import counselling_named
from augenmass.work.refusal import NotDone


@require_GET
def listing(request: DeskRequest) -> HttpResponse:
    """Cases in which counselling must still be offered."""
    text = request.GET.get("seite", "1")
    number = int(text) if text.isdecimal() and len(text) < 7 else 1
    return render(request, "desk/counselling/not_offered.html", listing_page(request.actor, number))


@require_http_methods(["GET", "POST"])
def offer(request: DeskRequest, key: UUID) -> HttpResponse:
    """The letter as it would be made today; sent, it is made again."""
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    if request.method == "POST":
        try:
            made = write_offer(request.actor, case.pk, UUID(request.POST["key"]))
        except NotDone as error:
            messages.error(request, str(error))
            return HttpResponseRedirect(reverse("counselling_offer", args=[case.key]))
        except (KeyError, ValueError) as error:
            raise Http404 from error
        messages.success(request, _("Das Schreiben ist erstellt und liegt bei den Dokumenten des Falls."))
        return HttpResponseRedirect(reverse("letter", args=[made.key]))
    log.read(request.actor, "counselling_offer", case_id=case.pk, categories=["identity"])
    return render(request, "desk/counselling/offer.html", offer_page(request.actor, case) | {"key": uuid4()})


@require_http_methods(["GET", "POST"])
def kept(request: DeskRequest) -> HttpResponse:
    """The counselling services that the letters name, and the translations."""
    form = CounsellingForm(counselling_named(request.actor), request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            name_counselling(request.actor, *form.entered())
        except NotDone as error:
            form.add_error("counselling", str(error))
        else:
            messages.success(request, _("Die Beratungsstellen sind gespeichert. Neue Schreiben nennen sie."))
            return HttpResponseRedirect(reverse("counselling_kept"))
    context = kept_page(request.actor, form)
    return render(request, "desk/counselling/kept.html", context, status=422 if form.errors else 200)


@require_POST
def confirm(request: DeskRequest, language: str) -> HttpResponse:
    """Record who confirmed a translation."""
    form = TranslationForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            confirm_translation(request.actor, language, said["sha256"], said["translator"], said["confirmed_on"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Die Bestätigung ist festgehalten. Neue Schreiben tragen den Hinweis nicht mehr.")
            )
            return HttpResponseRedirect(reverse("counselling_kept"))
    context = kept_page(request.actor, CounsellingForm(counselling_named(request.actor)), form)
    return render(request, "desk/counselling/kept.html", context, status=422)
