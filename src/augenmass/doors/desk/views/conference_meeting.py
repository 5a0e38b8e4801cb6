"""The meeting of a conference: what was told, asked for every two seconds; telling, changing, basing anew, ending a measure."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access.actor import NotPermitted
from augenmass.conferences.actions.basing import NotBased
from augenmass.conferences.actions.following import finish_measure
from augenmass.conferences.actions.giving import Overtaken, base_anew, change_item, give_item, may_change
from augenmass.conferences.models import Conference, Item
from augenmass.conferences.queries.conferences import Shown, note_reading, one_conference, one_item, state_of_items
from augenmass.conferences.queries.items import visible_items
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.conference_items import BaseForm, GroundsForm, ItemForm, TextForm
from augenmass.doors.desk.forms.conferences import ResultForm
from augenmass.doors.desk.pages.conference_lines import Lines
from augenmass.doors.desk.pages.conferences import items_part, meeting_page
from augenmass.work.refusal import NotDone

FORM = "desk/conferences/item.html"
TITLES = {
    Item.Kind.INFORMATION: gettext_lazy("Etwas mitteilen"),
    Item.Kind.DECISION: gettext_lazy("Entscheidung festhalten"),
    Item.Kind.MEASURE: gettext_lazy("Maßnahme zusagen"),
    Item.Kind.DISSENT: gettext_lazy("Abweichende Auffassung"),
    Item.Kind.NOT_SHARED: gettext_lazy("Nicht mitteilen, weil"),
}


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """What the actor reads of the conference; without JavaScript the page is loaded again."""
    shown = _sitting(request, key)
    if not shown.reads:
        return HttpResponseRedirect(reverse("conference", args=[key]) + "#erklaerung")
    context = meeting_page(request.actor, shown)
    note_reading(request.actor, shown.conference, context["count"])
    return render(request, "desk/conferences/meeting.html", context)


@require_GET
def news(request: DeskRequest, key: UUID) -> HttpResponse:
    """The items anew if anything changed since the mark in the address; whoever was removed is sent away."""
    try:
        shown = _sitting(request, key)
    except (Conference.DoesNotExist, NotPermitted):
        return HttpResponse(status=200, headers={"HX-Redirect": reverse("conferences")})
    if not shown.reads:
        return HttpResponse(status=200, headers={"HX-Redirect": reverse("conference", args=[key])})
    mark = state_of_items(request.actor, shown.conference)
    if request.GET.get("stand") == mark:
        return HttpResponse(status=204)
    context = items_part(request.actor, shown.conference, mark)
    note_reading(request.actor, shown.conference, context["count"])
    return render(request, "desk/conferences/items.html", context)


@require_http_methods(["GET", "POST"])
def item_new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Tell others something, on a basis."""
    shown = _reading(request, key)
    others = [seat for seat in shown.standing if shown.seat is not None and seat.pk != shown.seat.pk]
    decisions = visible_items(request.actor).filter(conference=shown.conference, kind=Item.Kind.DECISION)
    kind = request.GET.get("art", "")
    initial = {
        "item_kind": kind if kind in Item.Kind.values else Item.Kind.INFORMATION.value,
        "item_purpose": shown.lead.purpose,
    }
    form = ItemForm(others, shown.points, list(decisions), request.POST or None, initial)
    if request.method == "POST" and form.is_valid():
        try:
            give_item(request.actor, key, form.entered(), form.grounds())
        except NotDone as error:
            _say(form, error)
        else:
            return _back(key)
    return _form(request, form, str(TITLES[Item.Kind(form.kind)]), shown.conference, submit=_("Mitteilen"))


@require_http_methods(["GET", "POST"])
def item(request: DeskRequest, key: UUID) -> HttpResponse:
    """Save another text of an item; of two at the same time the second sees both."""
    found = _item(request, key)
    if not may_change(request.actor, found):
        raise NotPermitted(Permission.CONFERENCES)
    initial = {"seen": found.version, "item_text": found.text}
    form = TextForm(request.POST or None, initial=initial)
    other = ""
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            change_item(request.actor, key, said["seen"], said["key"], said["item_text"])
        except Overtaken as overtaken:
            other = overtaken.text
            form.add_error(None, str(overtaken))
            form.seen_now(overtaken.version)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return _back(found.conference.key)
    status = 409 if other else 422 if form.errors else 200
    return _form(request, form, _("Text ändern"), found.conference, status=status, other=other)


@require_http_methods(["GET", "POST"])
def base(request: DeskRequest, key: UUID) -> HttpResponse:
    """Release an item anew."""
    found = _item(request, key)
    shown = _reading(request, found.conference.key)
    others = [seat for seat in shown.standing if seat.pk != found.giver_id]
    held = found.releases.filter(ended_at=None, turn=shown.conference.turn)
    initial = {"receivers": [str(one) for one in held.values_list("participant__key", flat=True)]}
    form = BaseForm(others, request.POST or None, initial)
    if request.method == "POST" and form.is_valid():
        try:
            base_anew(request.actor, key, form.grounds())
        except NotDone as error:
            _say(form, error)
        else:
            taken_back = not form.cleaned_data["receivers"]
            words = (
                _("Die Angabe liest jetzt niemand außer Ihnen.") if taken_back else _("Die Angabe ist neu begründet.")
            )
            messages.success(request, words)
            return _back(shown.conference.key)
    line = Lines(request.actor, shown.conference, quiet=True).of(found)
    return _form(request, form, _("Empfänger und Grundlage"), shown.conference, line=line)


@require_http_methods(["GET", "POST"])
def measure(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say what became of a measure."""
    found = _item(request, key)
    form = ResultForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            finish_measure(request.actor, key, form.cleaned_data["measure_result"], form.cleaned_data["dropped"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Ergebnis ist festgehalten."))
            return _back(found.conference.key)
    line = Lines(request.actor, found.conference, quiet=True).of(found)
    return _form(request, form, _("Maßnahme beenden"), found.conference, line=line)


def _sitting(request: DeskRequest, key: UUID) -> Shown:
    """The conference of somebody who sits there. Raises ``Conference.DoesNotExist``, ``NotPermitted``."""
    shown = one_conference(request.actor, key)
    if shown.seat is None:
        raise NotPermitted(Permission.CONFERENCES)
    return shown


def _reading(request: DeskRequest, key: UUID) -> Shown:
    shown = _sitting(request, key)
    if not shown.reads:
        raise NotPermitted(Permission.CONFERENCES)
    return shown


def _item(request: DeskRequest, key: UUID) -> Item:
    return one_item(request.actor, key)


def _say(form: GroundsForm, error: NotDone) -> None:
    if isinstance(error, NotBased):
        form.put_questions(error)
    form.add_error(None, str(error))


def _back(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("conference_meeting", args=[key]))


def _form(
    request: DeskRequest, form: Form, title: str, found: Conference, status: int | None = None, **more: Any
) -> HttpResponse:
    context = {"form": form, "title": title, "found": found, "section": "conferences", **more}
    return render(request, FORM, context, status=status or (422 if form.errors else 200))
