"""Integration agreements: the list, beginning one, its page, and the forms of its draft."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.agreements.actions.drafting import NoWorkingDay, choose_form, put_step, write_start
from augenmass.agreements.actions.promising import ask
from augenmass.agreements.actions.starting import begin_agreement, change_person
from augenmass.agreements.models import Agreement, Edition
from augenmass.agreements.queries.agreements import Shown, one_agreement
from augenmass.agreements.rules.content import Form as Nature
from augenmass.agreements.situations import situation
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.agreements import (
    NatureForm,
    NewAgreementForm,
    OnADay,
    ParticipantForm,
    PromiseForm,
    StartForm,
    StepForm,
)
from augenmass.doors.desk.hidden_search import WORDS, hidden_query, opened_query
from augenmass.doors.desk.pages.agreements import list_page, offered_choices, one_page
from augenmass.doors.desk.pages.taken_offers import promise_of_offer, step_of_offer, ways_to_offers
from augenmass.work.refusal import NotDone


@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """The agreements of the own body; the name that is looked for is sent and stands in no address."""
    account = request.actor.account_id
    if request.method == "POST":
        return HttpResponseRedirect(f"{request.path}?{hidden_query(request.POST, account)}")
    text = opened_query(request.GET, account).get(WORDS, "")
    return render(request, "desk/agreements/list.html", list_page(request.actor, request.GET, text))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Begin one."""
    form = NewAgreementForm(offered_choices(), request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = begin_agreement(request.actor, said["key"], form.known(), said["situation"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Vereinbarung ist angelegt. Tragen Sie nun ein, was Sie besprochen haben."))
            return HttpResponseRedirect(reverse("agreement", args=[made.key]))
    context = {"form": form, "section": "agreements"}
    return render(request, "desk/agreements/new.html", context, status=422 if form.errors else 200)


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One agreement."""
    return render(
        request, "desk/agreements/agreement.html", one_page(request.actor, there_or_404(request, key).agreement.key)
    )


@require_http_methods(["GET", "POST"])
def person(request: DeskRequest, key: UUID) -> HttpResponse:
    """Correct what is known of the person."""
    found = there_or_404(request, key).agreement
    form = ParticipantForm(found.participant, found.version, request.POST or None)
    return _written(
        request,
        found,
        form,
        _("Angaben zur Person"),
        lambda: change_person(request.actor, key, form.cleaned_data["seen"], form.known()),
    )


@require_http_methods(["GET", "POST"])
def start(request: DeskRequest, key: UUID) -> HttpResponse:
    """Starting point, goals, rhythm."""
    shown = there_or_404(request, key)
    edition = _draft(shown)
    template = situation(shown.agreement.situation)
    form = StartForm(edition.said, template.topics if template else (), shown.agreement.version, request.POST or None)
    return _written(
        request,
        shown.agreement,
        form,
        _("Ausgangslage und Ziele"),
        lambda: write_start(
            request.actor,
            key,
            form.cleaned_data["seen"],
            form.points(),
            form.wanted(),
            form.cleaned_data["review_weeks"],
        ),
        _(
            "Alles ist freiwillig: Tragen Sie nur ein, was die Person nennen möchte. Staatsangehörigkeit, Religion und Diagnosen gehören nicht hierher."
        ),
    )


@require_http_methods(["GET", "POST"])
def step(request: DeskRequest, key: UUID, step: UUID | None = None) -> HttpResponse:
    """Add a step to the draft, or write one anew."""
    shown = there_or_404(request, key)
    edition = _draft(shown)
    held = edition.said.step(step) if step is not None else None
    if step is not None and held is None:
        raise Http404
    initial: dict[str, Any] = {"key": uuid4()}
    if held is not None:
        initial = {"key": held.key, "step_side": held.side.value, "step_what": held.what, "step_due": held.due}
    else:
        initial |= step_of_offer(request.actor, request.GET)
    form = StepForm(shown.agreement.version, request.POST or None, initial=initial)
    return _written(
        request,
        shown.agreement,
        form,
        _("Schritt ändern") if held else _("Schritt eintragen"),
        lambda: put_step(request.actor, key, form.cleaned_data["seen"], form.entered()),
        offers=[] if held else ways_to_offers(key, "schritt", edition.said),
    )


@require_http_methods(["GET", "POST"])
def promise(request: DeskRequest, key: UUID) -> HttpResponse:
    """Ask another body for a service."""
    shown = there_or_404(request, key)
    edition = _draft(shown)
    initial = {"key": uuid4(), **promise_of_offer(request.actor, request.GET)}
    form = PromiseForm(shown.agreement.version, request.POST or None, initial=initial)
    return _written(
        request,
        shown.agreement,
        form,
        _("Leistung einer anderen Stelle anfragen"),
        lambda: ask(request.actor, key, form.cleaned_data["seen"], form.entered(), link_address(request)),
        _(
            "Die Stelle erhält eine E-Mail mit einem Link und sagt ohne Konto zu oder ab. Sie sieht nur diese Leistung. Bis zur Zusage gilt nichts als vereinbart."
        ),
        ways_to_offers(key, "leistung", edition.said),
    )


@require_http_methods(["GET", "POST"])
def nature(request: DeskRequest, key: UUID) -> HttpResponse:
    """Choose between plan and contract."""
    shown = there_or_404(request, key)
    edition = _draft(shown)
    initial = {"nature": shown.agreement.form, "contract_purpose": edition.said.purpose}
    form = NatureForm(shown.agreement.version, request.POST or None, initial=initial)
    return _written(
        request,
        shown.agreement,
        form,
        _("Plan oder Vertrag"),
        lambda: choose_form(
            request.actor,
            key,
            form.cleaned_data["seen"],
            Nature(form.cleaned_data["nature"]),
            form.cleaned_data["contract_purpose"],
        ),
        _(
            "In aller Regel ist die Vereinbarung ein Plan. Ein Vertrag ist nur sinnvoll, wenn beide Seiten ihn ausdrücklich wollen."
        ),
    )


def link_address(request: DeskRequest, page: str = "provider_link") -> Callable[[str], str]:
    """Makes the whole address of a link for somebody without account."""
    return lambda token: request.build_absolute_uri(reverse(page, args=[token]))


def there_or_404(request: DeskRequest, key: UUID) -> Shown:
    """One agreement; what the actor may not read does not exist."""
    try:
        return one_agreement(request.actor, key)
    except Agreement.DoesNotExist as error:
        raise Http404 from error


def _draft(shown: Shown) -> Edition:
    edition = shown.in_work
    if edition is None or edition.stage != Edition.Stage.DRAFT:
        raise Http404
    return edition


def _written(
    request: DeskRequest,
    found: Agreement,
    form: Form,
    title: str,
    write: Callable[[], Any],
    lead: str = "",
    offers: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """Show a form of the draft, or write what it says; a day that is no working day is named and can be confirmed."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                write()
            except NoWorkingDay as error:
                assert isinstance(form, OnADay)
                form.offer_to_stay()
                form.add_error(None, str(error))
            except NotDone as error:
                form.add_error(None, str(error))
                status = 409
            else:
                messages.success(request, _("Gespeichert."))
                return HttpResponseRedirect(reverse("agreement", args=[found.key]))
    context = {"form": form, "row": found, "title": title, "lead": lead, "offers": offers, "section": "agreements"}
    return render(request, "desk/agreements/form.html", context, status=status)
