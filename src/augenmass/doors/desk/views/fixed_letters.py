"""Letters to the person of a case, those of fixed passages, and the translations that they carry."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access import log
from augenmass.cases.queries.case import find
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fixed_letters import ReviewForm
from augenmass.doors.desk.pages.fixed_letters import (
    KINDS,
    address_of,
    case_letters_page,
    fixed_page,
    translation_page,
    translations_page,
)
from augenmass.letters.actions.fixed import write_letter
from augenmass.letters.actions.translations import confirm_translation, object_to_translation
from augenmass.letters.queries.translations import NoSuchTranslation
from augenmass.letters.wording.passages import further, text_sha256
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone


@require_GET
def of_case(request: DeskRequest, key: UUID) -> HttpResponse:
    """Every letter of a case, and what can be written."""
    case = _own_case(request, key)
    log.read(request.actor, "letters", case_id=case.pk, categories=["identity"])
    return render(request, "desk/letters/of_case.html", case_letters_page(request.actor, case))


@require_http_methods(["GET", "POST"])
def fixed(request: DeskRequest, key: UUID, slug: str) -> HttpResponse:
    """A letter as it would be made today; sent, it is made and signed."""
    case = _own_case(request, key)
    if slug not in KINDS:
        raise Http404
    if request.method == "POST":
        return _write(request, case, slug)
    language = request.GET.get("sprache")
    if language not in (None, "", *further()):
        raise Http404
    log.read(request.actor, KINDS[slug].template, case_id=case.pk, categories=["identity"])
    context = fixed_page(request.actor, case, slug, language) | {"key": uuid4()}
    return render(request, "desk/letters/fixed.html", context)


def _write(request: DeskRequest, case: Case, slug: str) -> HttpResponse:
    try:
        form_key = UUID(request.POST["key"])
        made = write_letter(request.actor, case.pk, KINDS[slug].template, request.POST.get("language", ""), form_key)
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(address_of(case, slug))
    except (KeyError, ValueError) as error:
        raise Http404 from error
    messages.success(request, _("Das Schreiben ist erstellt und liegt bei den Dokumenten des Falls."))
    return HttpResponseRedirect(reverse("letter", args=[made.key]))


def _own_case(request: DeskRequest, key: UUID) -> Case:
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    return case


@require_GET
def translations(request: DeskRequest) -> HttpResponse:
    """Every translation with its state."""
    return render(request, "desk/letters/translations.html", translations_page(request.actor))


@require_http_methods(["GET", "POST"])
def translation(request: DeskRequest, wording: str, language: str) -> HttpResponse:
    """One translation beside the German text; sent, it is confirmed or objected to."""
    try:
        context = translation_page(request.actor, wording, language)
    except NoSuchTranslation as error:
        raise Http404 from error
    sha256, names_others = text_sha256(wording, language), request.actor.may(Permission.ADMINISTER)
    objects = request.POST.get("outcome") == "objected"
    forms = {
        name: ReviewForm(
            sha256,
            names_others=names_others,
            objects=name == "objection_form",
            data=request.POST if request.method == "POST" and objects == (name == "objection_form") else None,
        )
        for name in ("confirm_form", "objection_form")
    }
    sent = forms["objection_form" if objects else "confirm_form"]
    if request.method == "POST" and sent.is_valid():
        try:
            review = object_to_translation if objects else confirm_translation
            review(request.actor, wording, language, sent.entered())
        except NotDone as error:
            sent.add_error(None, str(error))
        else:
            messages.success(
                request, _("Die Beanstandung ist festgehalten.") if objects else _("Die Bestätigung ist festgehalten.")
            )
            return HttpResponseRedirect(reverse("translation", args=[wording, language]))
    return render(request, "desk/letters/translation.html", context | forms, status=422 if sent.errors else 200)
