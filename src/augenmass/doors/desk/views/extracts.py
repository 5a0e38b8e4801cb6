"""The person's extract: requests, draft, signature, handing over; other files of the person; restrictions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access import log
from augenmass.cases.queries.case import documents_of, find
from augenmass.directory.roles import Permission
from augenmass.disclosure.actions.extending import extend_request
from augenmass.disclosure.actions.person_links import link_person
from augenmass.disclosure.actions.requests import hand_over, preview_extract, record_request, sign_extract
from augenmass.disclosure.actions.restrictions import decide_restriction, end_restriction, restrict
from augenmass.disclosure.models import ExtractRequest, Restriction
from augenmass.disclosure.queries.extract import find_request
from augenmass.disclosure.queries.subjects import find_restriction, subjects_of
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.disclosure import (
    ExtendForm,
    HandOverForm,
    PersonLinkForm,
    RequestForm,
    RestrictionForm,
    SignForm,
)
from augenmass.doors.desk.pages.disclosure import extract_page, extracts_page
from augenmass.doors.desk.views.letters import sent_pdf
from augenmass.record.models import Case
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """Requests for an extract of this case; a new one is recorded here."""
    case = _own(request, key)
    if request.method == "GET":
        return render(request, "desk/disclosure/extracts.html", extracts_page(request.actor, case))
    form = RequestForm(list(documents_of(request.actor, case)), request.POST)
    if not form.is_valid():
        return _list(request, case, 422, request_form=form)
    try:
        made = record_request(request.actor, case.pk, form.entered())
    except NotDone as error:
        form.add_error(None, str(error))
        return _list(request, case, 422, request_form=form)
    if made.state == ExtractRequest.State.REFUSED:
        messages.warning(request, _("Die Anfrage ist als abgelehnt festgehalten. Es wird keine Auskunft erteilt."))
    else:
        messages.success(request, _("Die Anfrage ist festgehalten. Bitte lesen Sie den Entwurf der Auskunft."))
    return _to(made.key)


@require_POST
def link(request: DeskRequest, key: UUID) -> HttpResponse:
    """Record that another file belongs to the same person."""
    case = _own(request, key)
    form = PersonLinkForm(request.POST)
    done = _("Die beiden Akten sind verbunden. Eine Auskunft nennt von nun an beide.")
    if form.is_valid():
        act = lambda: link_person(request.actor, case.pk, form.cleaned_data["number"], form.cleaned_data["grounds"])  # noqa: E731
        return _listed(request, case, form, "link_form", act, done)
    return _list(request, case, 422, link_form=form)


@require_POST
def restrict_new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Ask that extracts leave something out."""
    case = _own(request, key)
    form = RestrictionForm(subjects_of(request.actor, case), request.POST)
    done = _("Die Beschränkung ist eingetragen. Sie gilt, wenn eine zweite Person sie bestätigt hat.")
    if form.is_valid():
        act = lambda: restrict(request.actor, case.pk, form.entered())  # noqa: E731
        return _listed(request, case, form, "restriction_form", act, done)
    return _list(request, case, 422, restriction_form=form)


@require_POST
def restriction_decide(request: DeskRequest, key: UUID) -> HttpResponse:
    """Confirm or refuse a restriction as its second person."""
    confirmed = request.POST.get("decision") == "confirm"
    done = _("Die Beschränkung gilt.") if confirmed else _("Die Beschränkung ist nicht bestätigt.")
    found = find_restriction(request.actor, key)
    return _decided(request, found, lambda: decide_restriction(request.actor, key, confirmed), done)


@require_POST
def restriction_end(request: DeskRequest, key: UUID) -> HttpResponse:
    """End a restriction."""
    found = find_restriction(request.actor, key)
    done = _("Die Beschränkung ist aufgehoben.")
    return _decided(request, found, lambda: end_restriction(request.actor, key), done)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One request and its extract."""
    found = find_request(request.actor, key)
    log.read(request.actor, "extract", case_id=found.case_id, categories=["identity", "file"])
    return render(request, "desk/disclosure/extract.html", extract_page(request.actor, found))


@require_GET
def draft(request: DeskRequest, key: UUID) -> HttpResponse:
    """The extract as PDF: the signed file, or the draft as it would be signed now."""
    found = find_request(request.actor, key)
    signed = getattr(found, "extract", None)
    if signed is not None:
        return HttpResponseRedirect(reverse("document", args=[signed.document.key]))
    if found.state != ExtractRequest.State.OPEN:
        raise Http404
    try:
        return sent_pdf(preview_extract(request.actor, found), "entwurf.pdf")
    except NotDone as error:
        messages.error(request, str(error))
        return _to(key)


@require_GET
def as_json(request: DeskRequest, key: UUID) -> HttpResponse:
    """The signed extract as JSON, for the person to take along."""
    found = find_request(request.actor, key)
    signed = getattr(found, "extract", None)
    if signed is None:
        raise Http404
    log.read(request.actor, "extract", case_id=found.case_id, categories=["identity", "file"])
    answer = JsonResponse(signed.data, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="auskunft.json"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign the extract."""
    form = SignForm(request.POST)
    form.is_valid()
    act = lambda: sign_extract(request.actor, key, form.cleaned_data["read_through"])  # noqa: E731
    return _shown(
        request, key, form, "sign_form", act, _("Die Auskunft ist unterzeichnet. Bitte übergeben Sie sie nun.")
    )


@require_POST
def extend(request: DeskRequest, key: UUID) -> HttpResponse:
    """Extend the month and keep the notice to the person."""
    form = ExtendForm(request.POST)
    act = lambda: extend_request(request.actor, key, form.entered())  # noqa: E731
    done = _("Die Frist ist verlängert. Bitte geben Sie der Person heute noch die Mitteilung.")
    return _shown(request, key, form, "extend_form", act, done)


@require_POST
def hand(request: DeskRequest, key: UUID) -> HttpResponse:
    """Note that the extract was handed over."""
    form = HandOverForm(request.POST)
    act = lambda: hand_over(request.actor, key, form.entered())  # noqa: E731
    return _shown(request, key, form, "hand_over_form", act, _("Die Übergabe ist festgehalten."))


def _own(request: DeskRequest, key: UUID) -> Case:
    request.actor.require(Permission.TAKE_STEPS)
    case = find(request.actor, key)
    if case.body_id != request.actor.body_id:
        raise Http404
    return case


def _to(key: UUID) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("extract", args=[key]))


def _list(request: DeskRequest, case: Case, status: int, **forms: Form) -> HttpResponse:
    return render(request, "desk/disclosure/extracts.html", extracts_page(request.actor, case, **forms), status=status)


def _listed(request: DeskRequest, case: Case, form: Form, name: str, act: Callable[[], Any], done: str) -> HttpResponse:
    try:
        act()
    except NotDone as error:
        form.add_error(None, str(error))
        return _list(request, case, 422, **{name: form})
    messages.success(request, done)
    return HttpResponseRedirect(reverse("case_extracts", args=[case.key]))


def _decided(request: DeskRequest, found: Restriction, act: Callable[[], Any], done: str) -> HttpResponse:
    try:
        act()
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("case_extracts", args=[found.case.key]))


def _shown(request: DeskRequest, key: UUID, form: Form, name: str, act: Callable[[], Any], done: str) -> HttpResponse:
    status = 422
    if form.is_valid():
        try:
            act()
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, done)
            return _to(key)
    context = extract_page(request.actor, find_request(request.actor, key), **{name: form})
    context["refused"] = None if form in context.values() else form
    return render(request, "desk/disclosure/extract.html", context, status=status)
