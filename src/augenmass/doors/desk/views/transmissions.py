"""Transmissions: composing out of a case, what was sent and what became of it, letters between offices."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.sight import sight_of
from augenmass.cases.queries.case import NoSuchCase, find
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.transmissions import ComposeForm, FollowForm, WhoForm, told_in
from augenmass.doors.desk.pages.transmissions import (
    compose_page,
    content_part,
    kind_words,
    sent_list_page,
    sent_page,
    template_choices,
)
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.record.models import Case
from augenmass.transmissions.actions.composing import confirm, preview, transmit, withdraw
from augenmass.transmissions.actions.delivering import take_out, try_again
from augenmass.transmissions.actions.following import correct, recall, remind
from augenmass.transmissions.actions.noticing import dismiss_notice
from augenmass.transmissions.models import Transmission
from augenmass.transmissions.paper import paper_of
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.composing import (
    Offer,
    offer_for,
    partner_named,
    reachable_kinds,
)
from augenmass.transmissions.queries.sent import VIEWS, find_sent, sent_list
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.enquiring import Way
from augenmass.transmissions.rules.kinds import MessageKind
from augenmass.transmissions.rules.templates import TEMPLATES, Template
from augenmass.work.refusal import NotDone

FOLLOW = {"correct": correct, "recall": recall, "remind": remind}


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Compose a transmission: to whom and what for, what may go, a preview, the signature."""
    request.actor.require(Permission.TRANSMIT)
    case = find(request.actor, key, "transmission")
    if not sight_of(request.actor, case).own:
        raise NoSuchCase
    template = TEMPLATES.get(request.GET.get("vorlage", ""))
    partner = partner_named(request.actor, request.GET.get("an", ""))
    who = _who(request, partner, template)
    offer = _offer(request, case, partner, who)
    if offer is None or partner is None:
        return render(request, "desk/transmissions/new.html", compose_page(case, partner, who, None))
    kind = _kind(request, template)
    form = ComposeForm(offer, template, kind, request.POST or None)
    context = compose_page(case, partner, who, form) | {"kind_of_partner": kind_words(partner)}
    if request.method == "POST" and form.is_valid():
        return _composed(request, case, partner, form, context)
    return render(request, "desk/transmissions/new.html", context, status=422 if form.errors else 200)


def _who(request: DeskRequest, partner: Partner | None, template: Template | None) -> WhoForm:
    """To whom and what for. The purpose is asked when the receiver is known, and missed only from then on."""
    asked = _asked(request, template)
    first_look = not request.GET or (partner is not None and not asked["zweck"] and "zweck" not in request.GET)
    return WhoForm(request.actor, partner, None if first_look else asked, initial=asked)


def _asked(request: DeskRequest, template: Template | None) -> dict[str, str]:
    """The address's parameters; a letter brings its purpose and occasion."""
    asked = {name: request.GET.get(name, "") for name in ("an", "zweck", "anlass")}
    if template is not None:
        asked["zweck"] = asked["zweck"] or template.purpose
        asked["anlass"] = asked["anlass"] or template.occasion
    return asked


def _offer(request: DeskRequest, case: Case, partner: Partner | None, who: WhoForm) -> Offer | None:
    """What may go; None until it is chosen to whom and what for."""
    if partner is None or not who.is_bound or not who.is_valid():
        return None
    way = Way(
        matrix_kind(request.actor.body.kind) or "",
        partner.kind,
        who.cleaned_data["zweck"],
        who.cleaned_data.get("anlass", ""),
    )
    try:
        return offer_for(request.actor, case, way, told_in(request.POST))
    except NotSent as error:
        who.add_error(None, str(error))
        return None


def _kind(request: DeskRequest, template: Template | None) -> MessageKind:
    if request.GET.get("antwort"):
        return MessageKind.ANSWER
    return template.kind if template is not None else MessageKind.TRANSMISSION


def _answers(request: DeskRequest) -> UUID | None:
    try:
        return UUID(request.GET["antwort"]) if request.GET.get("antwort") else None
    except ValueError:
        return None


def _composed(
    request: DeskRequest, case: Case, partner: Partner, form: ComposeForm, context: dict[str, Any]
) -> HttpResponse:
    asked = form.entered(partner, _answers(request))
    do = request.POST.get("do", "")
    try:
        if do == "sign":
            made = transmit(request.actor, case.pk, asked)
            messages.success(request, _done(made))
            return HttpResponseRedirect(reverse("transmission_sent", args=[made.key]))
        if do == "preview":
            context["preview"] = content_part(preview(request.actor, case, asked))
            context["second"] = request.actor.body.asks_second_person("transmission", default=False)
    except NotDone as error:
        form.add_error(None, str(error))
        return render(request, "desk/transmissions/new.html", context, status=409)
    return render(request, "desk/transmissions/new.html", context)


def _done(made: Transmission) -> str:
    if made.state == Transmission.State.WAITING:
        return _("Die Übermittlung wartet auf die zweite Unterschrift. Es ist noch nichts gesendet.")
    return _("Die Übermittlung ist unterzeichnet.")


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """What the body sent."""
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = sent_list(request.actor, view, number_of_page(request.GET))
    return render(request, "desk/transmissions/sent_list.html", sent_list_page(request.actor, view, found, request.GET))


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One transmission."""
    return _page(request, key)


@require_POST
def sign(request: DeskRequest, key: UUID) -> HttpResponse:
    """Sign as the second person."""
    return _acted(request, key, lambda actor: confirm(actor, key), _("Die Übermittlung ist unterzeichnet."))


@require_POST
def give_up(request: DeskRequest, key: UUID) -> HttpResponse:
    """Withdraw what waits for its second signature."""
    return _acted(request, key, lambda actor: withdraw(actor, key), _("Die Übermittlung ist zurückgezogen."))


@require_POST
def again(request: DeskRequest, key: UUID) -> HttpResponse:
    """Deliver again what failed."""
    return _acted(request, key, lambda actor: try_again(actor, key), _("Es wird erneut gesendet."))


@require_POST
def follow(request: DeskRequest, key: UUID, how: str) -> HttpResponse:
    """Correct, recall or remind."""
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _page(request, key, 422, follow_form=form)
    try:
        made = FOLLOW[how](request.actor, key, form.entered())
    except NotDone as error:
        form.add_error(None, str(error))
        return _page(request, key, 409, refused=form, follow_form=form)
    messages.success(request, _done(made))
    return HttpResponseRedirect(reverse("transmission_sent", args=[made.key]))


@require_POST
def dismiss(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say why the receiver is not told of a change."""
    form = FollowForm(request.POST)
    if not form.is_valid():
        return _page(request, key, 422, follow_form=form)
    try:
        dismiss_notice(request.actor, key, form.entered())
    except NotDone as error:
        form.add_error(None, str(error))
        return _page(request, key, 409, refused=form, follow_form=form)
    messages.success(request, _("Die Aufgabe ist beendet. Die Begründung steht als Vermerk in der Akte."))
    return HttpResponseRedirect(reverse("transmission_sent", args=[key]))


@require_GET
def pdf(request: DeskRequest, key: UUID) -> HttpResponse:
    """The message for people, as a PDF."""
    sent = find_sent(request.actor, key)
    try:
        content = paper_of(sent)
    except NotSent as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("transmission_sent", args=[key]))
    return _download(content, "application/pdf", f"uebermittlung-{str(key)[:8]}.pdf")


@require_POST
def file(request: DeskRequest, message: UUID) -> HttpResponse:
    """The signed file of a message that goes by hand."""
    try:
        envelope = take_out(request.actor, message)
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("transmissions"))
    return _download(envelope.text.encode(), "application/json", f"nachricht-{message}.json")


@require_GET
def letters(request: DeskRequest) -> HttpResponse:
    """The letters between offices."""
    context = {"letters": template_choices(reachable_kinds(request.actor)), "section": "transmissions"}
    return render(request, "desk/transmissions/letters.html", context)


def _acted(request: DeskRequest, key: UUID, act: Any, done: str) -> HttpResponse:
    try:
        act(request.actor)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("transmission_sent", args=[key]))


def _page(request: DeskRequest, key: UUID, status: int = 200, refused: Any = None, **forms: Any) -> HttpResponse:
    context = sent_page(request.actor, find_sent(request.actor, key), **forms)
    can_follow = any(context[name] for name in ("may_correct", "may_recall", "may_remind", "may_dismiss"))
    context["refused"] = None if can_follow else refused
    return render(request, "desk/transmissions/sent.html", context, status=status)


def _download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file made for this request: locked into a sandbox and kept by no cache."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
