"""Case conferences: the list, requesting one, one conference, the gatekeeper, seats, agenda, lead."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.actor import NotPermitted
from augenmass.conferences.actions.advising import send_link
from augenmass.conferences.actions.ending import cancel_conference
from augenmass.conferences.actions.holding import (
    accept_statement,
    close_conference,
    end_meeting,
    open_meeting,
    release_minutes,
    say_of_minutes,
    time_point,
)
from augenmass.conferences.actions.requesting import (
    accept_request,
    add_point,
    give_request_back,
    move_meeting,
    request_conference,
)
from augenmass.conferences.actions.seating import (
    add_adviser,
    add_officer,
    change_lead,
    note_attendance,
    remove_participant,
)
from augenmass.conferences.queries.conferences import may_seat, one_conference
from augenmass.conferences.queries.people import body_numbered, case_numbered, people_of
from augenmass.conferences.queries.seats import SEATED, visible_conferences
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.conferences import (
    AdviserForm,
    BodyForm,
    CancelForm,
    EndForm,
    LeadForm,
    MeetingForm,
    ObjectionForm,
    PointForm,
    RequestForm,
    ReturnForm,
    SeatForm,
    key_in,
)
from augenmass.doors.desk.pages.conferences import list_page, one_page
from augenmass.work.refusal import NotDone

FORM = "desk/conferences/form.html"


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """The conferences of the actor's body, and what the actor promised."""
    return render(request, "desk/conferences/list.html", list_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Request a conference by the written criteria."""
    form = RequestForm(request.actor, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = request_conference(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Antrag ist gestellt. Bitte ergänzen Sie Tagesordnung und Teilnehmende."))
            return _to(made.key)
    return _form(request, form, _("Fallkonferenz beantragen"))


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One conference."""
    return render(
        request, "desk/conferences/conference.html", one_page(request.actor, one_conference(request.actor, key))
    )


@require_POST
def accept(request: DeskRequest, key: UUID) -> HttpResponse:
    """Admit a request and set the time."""
    form = MeetingForm(one_conference(request.actor, key).conference, request.POST)
    return _done(
        request,
        key,
        "accept_form",
        form,
        lambda: accept_request(request.actor, key, form.entered()),
        _("Angenommen. Die Einladungen gehen ohne Inhalt hinaus."),
    )


@require_POST
def give_back(request: DeskRequest, key: UUID) -> HttpResponse:
    """Send a request back with a reason."""
    form = ReturnForm(request.POST)
    return _done(
        request,
        key,
        "return_form",
        form,
        lambda: give_request_back(request.actor, key, form.cleaned_data["return_reason"]),
        _("Der Antrag ist mit Ihrer Begründung zurückgegeben."),
    )


@require_POST
def cancel(request: DeskRequest, key: UUID) -> HttpResponse:
    """Cancel a conference before it sits."""
    form = CancelForm(request.POST)
    return _done(
        request,
        key,
        "cancel_form",
        form,
        lambda: cancel_conference(request.actor, key, form.cleaned_data["cancel_reason"]),
        _("Die Konferenz ist abgesagt. Wer eingeladen war, erhält eine Nachricht ohne Inhalt."),
    )


@require_http_methods(["GET", "POST"])
def move(request: DeskRequest, key: UUID) -> HttpResponse:
    """Give the meeting another time."""
    found = one_conference(request.actor, key).conference
    form = MeetingForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            move_meeting(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Der Termin ist geändert. Alle erhalten eine neue Einladung."))
            return _to(key)
    return _form(request, form, _("Termin ändern"), found)


@require_http_methods(["GET", "POST"])
def point(request: DeskRequest, key: UUID) -> HttpResponse:
    """Put a point on the agenda."""
    found = one_conference(request.actor, key).conference
    form = PointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            case_id = case_numbered(request.actor, said["point_case"])
            add_point(request.actor, key, said["key"], said["point_title"], said["point_minutes"], case_id)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return _to(key)
    return _form(request, form, _("Punkt der Tagesordnung"), found)


@require_http_methods(["GET", "POST"])
def seat(request: DeskRequest, key: UUID) -> HttpResponse:
    """Seat somebody: first the body, then the person."""
    shown = one_conference(request.actor, key)
    if not may_seat(shown):
        raise NotPermitted(Permission.CONFERENCES)
    found = shown.conference
    body = body_numbered(request.POST.get("seat_body", ""))
    if body is None or body.kind not in SEATED:
        return _form(request, BodyForm(request.POST or None), _("Jemanden einladen"), found, submit=_("Weiter"))
    people = people_of(body)
    # The page of the body sends only the body; the person follows on the next.
    form = SeatForm(body.pk, people, request.POST if "seat_person" in request.POST else None)
    if form.is_bound and form.is_valid():
        try:
            add_officer(request.actor, key, int(form.cleaned_data["seat_person"]), body.pk)
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return _to(key)
    lead = "" if people else _("In dieser Stelle kann heute niemand an einer Fallkonferenz teilnehmen.")
    return _form(request, form, _("Jemanden einladen: %(body)s") % {"body": body.name}, found, lead=lead)


@require_http_methods(["GET", "POST"])
def adviser(request: DeskRequest, key: UUID) -> HttpResponse:
    """Seat somebody whom the person named."""
    found = one_conference(request.actor, key).conference
    form = AdviserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_adviser(request.actor, key, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            return _to(key)
    lead = _(
        "Nur mit Vollmacht oder auf Wunsch der Person. Vertretung und Beistand lesen nur, was ihnen ausdrücklich mitgeteilt wird."
    )
    return _form(request, form, _("Vertretung oder Beistand der Person"), found, lead=lead)


@require_http_methods(["GET", "POST"])
def lead(request: DeskRequest, key: UUID) -> HttpResponse:
    """Hand the lead over."""
    shown = one_conference(request.actor, key)
    if not shown.leads:
        raise NotPermitted(Permission.CONFERENCES)
    bodies = {one.body_id: one.body for one in shown.standing if one.body and one.body_id != shown.lead.body_id}
    form = LeadForm(shown.conference, list(bodies.values()), request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            change_lead(
                request.actor,
                key,
                said["seen_turn"],
                int(said["lead_body"]),
                said["lead_purpose"],
                said["lead_provision"],
            )
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Die Federführung ist abgegeben. Jede Angabe braucht nun eine neue Grundlage."))
            return _to(key)
    words = _(
        "Mit der Federführung wechselt die Grundlage. Was mitgeteilt wurde, liest danach nur noch die Person, die es mitgeteilt hat, bis sie es neu begründet."
    )
    return _form(request, form, _("Federführung abgeben"), shown.conference, lead=words)


@require_POST
def end(request: DeskRequest, key: UUID) -> HttpResponse:
    """End the meeting."""
    form = EndForm(request.POST)
    return _done(
        request,
        key,
        "end_form",
        form,
        lambda: end_meeting(request.actor, key, form.cleaned_data["review_on"]),
        _("Die Sitzung ist beendet. Bitte prüfen Sie die Anwesenheit und legen Sie das Protokoll vor."),
    )


@require_POST
def object_to(request: DeskRequest, key: UUID) -> HttpResponse:
    """Object to one's own part of the minutes."""
    form = ObjectionForm(request.POST)
    return _done(
        request,
        key,
        "objection_form",
        form,
        lambda: say_of_minutes(request.actor, key, form.cleaned_data["edition"], False, form.cleaned_data["objection"]),
        _("Ihr Einwand ist festgehalten."),
    )


@require_POST
def act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """One of the acts that ask for nothing but what the button names."""
    one = key_in(request.POST.get("item", "")) or UUID(int=0)
    number = request.POST.get("edition", "")
    acts: dict[str, Callable[[], Any]] = {
        "oeffnen": lambda: open_meeting(request.actor, key),
        "erklaerung": lambda: accept_statement(request.actor, key),
        "punkt": lambda: time_point(request.actor, key, one),
        "anwesenheit": lambda: note_attendance(request.actor, key, one, request.POST.get("attendance", "")),
        "entfernen": lambda: remove_participant(request.actor, key, one),
        "link": lambda: send_link(request.actor, key, one, _link_address(request), key_in(request.POST.get("key", ""))),
        "protokoll": lambda: release_minutes(request.actor, key),
        "zustimmen": lambda: say_of_minutes(
            request.actor, key, int(number) if number.isascii() and number.isdecimal() else 0, True
        ),
        "abschliessen": lambda: close_conference(request.actor, key),
    }
    if what not in acts:
        return HttpResponse(status=404)
    try:
        acts[what]()
    except NotDone as error:
        shown = one_conference(request.actor, key)
        context = one_page(request.actor, shown, refused=str(error))
        return render(request, "desk/conferences/conference.html", context, status=422)
    if what == "erklaerung":
        return HttpResponseRedirect(reverse("conference_meeting", args=[key]))
    if what == "entfernen" and not visible_conferences(request.actor).filter(key=key).exists():
        # Whoever left as the last of a body does not know the conference any more.
        return HttpResponseRedirect(reverse("conferences"))
    return _to(key)


def _link_address(request: DeskRequest) -> Callable[[str], str]:
    return lambda token: request.build_absolute_uri(reverse("adviser_link", args=[token]))


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("conference", args=[key]))


def _form(
    request: DeskRequest, form: Form, title: str, found: Any = None, lead: str = "", submit: str = ""
) -> HttpResponse:
    context = {"form": form, "title": title, "found": found, "lead": lead, "submit": submit, "section": "conferences"}
    return render(request, FORM, context, status=422 if form.errors else 200)


def _done(request: DeskRequest, key: UUID, name: str, form: Form, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do what a form asks, or show the conference as it is now with the sentence that says why not."""
    if form.is_valid():
        try:
            act()
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return _to(key)
    context = one_page(request.actor, one_conference(request.actor, key), **{name: form})
    return render(request, "desk/conferences/conference.html", context, status=422)
