"""What is done on the page of an agreement: one form for each act."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from augenmass.agreements.actions.drafting import NoWorkingDay, amend, drop_edition, drop_step, fix_text, open_again
from augenmass.agreements.actions.ending import Judged, complete, end_together, withdraw
from augenmass.agreements.actions.families import Given, choose_days, consent_to_link, end_link, plan_together
from augenmass.agreements.actions.following import hold_review, move_review, note_done, order_interpreter
from augenmass.agreements.actions.interpreting import (
    NewInterpreting,
    ask_interpreter,
    ask_interpreter_again,
    take_interpreter_back,
)
from augenmass.agreements.actions.joining import make_join_code
from augenmass.agreements.actions.promising import ask_again, note_delivered, take_back
from augenmass.agreements.actions.starting import give_over
from augenmass.agreements.actions.translating import explain
from augenmass.agreements.queries.people import counsellors
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.agreements import (
    AmendForm,
    DoneForm,
    EndForm,
    ExplainForm,
    GiveForm,
    HeldForm,
    ItemForm,
    MoveForm,
    OnADay,
    Seen,
)
from augenmass.doors.desk.forms.families import ConsentForm, DaysForm, TogetherForm
from augenmass.doors.desk.forms.interpreting import InterpreterForm
from augenmass.doors.desk.pages.agreements import one_page
from augenmass.doors.desk.views.agreements import link_address, there_or_404
from augenmass.doors.desk.views.letters import sent_pdf
from augenmass.person_access.actions.inviting import invite
from augenmass.work.refusal import NotDone

Do = Callable[[DeskRequest, UUID, int, Any], Any]


@dataclass(frozen=True, slots=True)
class Act:
    """The form of an act, what it does, what the page says afterwards; ``name``: of the form on the page."""

    form: type[Seen]
    do: Do
    says: LazyText | str
    name: str = ""


ACTS: dict[str, Act] = {
    "text": Act(Seen, lambda r, k, s, f: fix_text(r.actor, k, s), gettext_lazy("Der Text steht.")),
    "oeffnen": Act(
        Seen, lambda r, k, s, f: open_again(r.actor, k, s), gettext_lazy("Der Text kann wieder geändert werden.")
    ),
    "verwerfen": Act(Seen, lambda r, k, s, f: drop_edition(r.actor, k, s), gettext_lazy("Die Fassung ist verworfen.")),
    "erklaert": Act(
        ExplainForm,
        lambda r, k, s, f: explain(r.actor, k, s, f["explained_on"], f["interpreter"]),
        gettext_lazy("Eingetragen. Nun können beide Seiten unterschreiben."),
        "explain_form",
    ),
    "aendern": Act(
        AmendForm,
        lambda r, k, s, f: amend(r.actor, k, s, f["amend_reason"]),
        gettext_lazy("Eine neue Fassung ist begonnen. Bis beide sie unterschrieben haben, gilt die bisherige."),
        "amend_form",
    ),
    "schritt-weg": Act(
        ItemForm, lambda r, k, s, f: drop_step(r.actor, k, s, f["item"]), gettext_lazy("Der Schritt ist entfernt.")
    ),
    "erledigt": Act(
        DoneForm,
        lambda r, k, s, f: note_done(r.actor, k, s, f["item"], f["done_on"]),
        gettext_lazy("Als erledigt eingetragen."),
    ),
    "doch-offen": Act(
        ItemForm,
        lambda r, k, s, f: note_done(r.actor, k, s, f["item"], None),
        gettext_lazy("Der Schritt ist wieder offen."),
    ),
    "neuer-link": Act(
        ItemForm,
        lambda r, k, s, f: ask_again(r.actor, k, s, f["item"], link_address(r)),
        gettext_lazy("Ein neuer Link ist unterwegs; der frühere gilt nicht mehr."),
    ),
    "zuruecknehmen": Act(
        ItemForm,
        lambda r, k, s, f: take_back(r.actor, k, s, f["item"]),
        gettext_lazy("Die Anfrage ist zurückgenommen."),
    ),
    "erbracht": Act(
        DoneForm,
        lambda r, k, s, f: note_delivered(r.actor, k, s, f["item"], f["done_on"]),
        gettext_lazy("Als erbracht eingetragen."),
    ),
    "gespraech": Act(
        HeldForm,
        lambda r, k, s, f: hold_review(
            r.actor, k, s, f["held_on"], f["talk_notes"], f["next_on"], bool(f.get("day_stays"))
        ),
        gettext_lazy("Das Gespräch ist eingetragen, das nächste geplant."),
        "held_form",
    ),
    "verschieben": Act(
        MoveForm,
        lambda r, k, s, f: move_review(r.actor, k, s, f["moved_to"], f["moved_by"], bool(f.get("day_stays"))),
        gettext_lazy("Das Gespräch ist verschoben."),
        "move_form",
    ),
    "dolmetschen": Act(
        Seen,
        lambda r, k, s, f: order_interpreter(r.actor, k, s, True),
        gettext_lazy("Eingetragen: Für dieses Gespräch ist nichts anzufragen."),
    ),
    "dolmetschen-offen": Act(
        Seen,
        lambda r, k, s, f: order_interpreter(r.actor, k, s, False),
        gettext_lazy("Eingetragen: Das Dolmetschen ist wieder offen."),
    ),
    "dolmetschen-anfragen": Act(
        InterpreterForm,
        lambda r, k, s, f: ask_interpreter(r.actor, k, s, _asked(f), link_address(r, "interpreter_link")),
        gettext_lazy("Die Anfrage ist unterwegs."),
        "interpreter_form",
    ),
    "dolmetschen-link": Act(
        ItemForm,
        lambda r, k, s, f: ask_interpreter_again(r.actor, k, s, f["item"], link_address(r, "interpreter_link")),
        gettext_lazy("Ein neuer Link ist unterwegs; der frühere gilt nicht mehr."),
    ),
    "dolmetschen-zurueck": Act(
        ItemForm,
        lambda r, k, s, f: take_interpreter_back(r.actor, k, s, f["item"]),
        gettext_lazy("Die Anfrage ist zurückgenommen; der Dienst erhält eine Nachricht."),
    ),
    "familie-einwilligung": Act(
        ConsentForm,
        lambda r, k, s, f: consent_to_link(
            r.actor, k, s, f["item"], Given(f["given_on"], f["given_how"], f["share_days"], f["by_guardian"])
        ),
        gettext_lazy("Die Einwilligung ist eingetragen. Die Verbindung gilt."),
        "consent_form",
    ),
    "familie-tage": Act(
        DaysForm,
        lambda r, k, s, f: choose_days(r.actor, k, s, f["item"], f["share_days"], f["by_guardian"]),
        gettext_lazy("Gespeichert."),
        "days_form",
    ),
    "familie-ende": Act(
        ItemForm, lambda r, k, s, f: end_link(r.actor, k, s, f["item"]), gettext_lazy("Eingetragen: keine Verbindung.")
    ),
    "familie-gespraech": Act(
        TogetherForm,
        lambda r, k, s, f: plan_together(
            r.actor, (k, s), f["item"], f["seen_version"], f["together_on"], f["moved_by"], bool(f.get("day_stays"))
        ),
        gettext_lazy("Das Gespräch ist für beide geplant."),
        "together_form",
    ),
    "abgeben": Act(
        GiveForm,
        lambda r, k, s, f: give_over(r.actor, k, s, f["colleague"]),
        gettext_lazy("Die Vereinbarung führt nun jemand anderes."),
        "give_form",
    ),
    "abschliessen": Act(
        EndForm,
        lambda r, k, s, f: complete(r.actor, k, s, Judged(f["reached_person"], f["reached_counsellor"])),
        gettext_lazy("Die Vereinbarung ist abgeschlossen."),
        "end_form",
    ),
    "beenden": Act(
        EndForm,
        lambda r, k, s, f: end_together(r.actor, k, s, Judged(f["reached_person"], f["reached_counsellor"])),
        gettext_lazy("Die Vereinbarung ist einvernehmlich beendet."),
        "end_form",
    ),
    "widerrufen": Act(
        Seen,
        lambda r, k, s, f: withdraw(r.actor, k, s),
        gettext_lazy("Die Vereinbarung ist widerrufen. Das hat keine Folgen; keine andere Stelle erfährt davon."),
    ),
}
"""What can be done, by the last part of the address."""


@require_POST
def act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """Do one of them, or show the agreement as it is now with the sentence that says why not."""
    there_or_404(request, key)
    if what == "code":
        return _code(request, key)
    if what == "brief":
        return _letter(request, key)
    chosen = ACTS.get(what)
    if chosen is None:
        raise Http404
    form = _form(request, chosen)
    status = 422
    if form.is_valid():
        try:
            chosen.do(request, key, form.cleaned_data["seen"], form.cleaned_data)
        except NoWorkingDay as error:
            assert isinstance(form, OnADay)
            form.offer_to_stay()
            form.add_error(None, str(error))
        except NotDone as error:
            form.add_error(None, str(error))
            status = 409
        else:
            messages.success(request, str(chosen.says))
            return HttpResponseRedirect(reverse("agreement", args=[key]))
    context = one_page(request.actor, key, **{chosen.name or "refused": form})
    return render(request, "desk/agreements/agreement.html", context, status=status)


def _asked(said: dict[str, Any]) -> NewInterpreting:
    return NewInterpreting(
        said["key"],
        said["talk_day"],
        said["talk_begins"],
        said["talk_minutes"],
        said["talk_way"],
        said["talk_place"],
        said["talk_language"],
        said["interpreter_service"],
        said["interpreter_email"],
    )


def _form(request: DeskRequest, chosen: Act) -> Form:
    if chosen.form is GiveForm:
        return GiveForm(counsellors(request.actor), None, request.POST)
    return chosen.form(None, request.POST)


def _letter(request: DeskRequest, key: UUID) -> HttpResponse:
    """The letter with a code for the person, given out on this answer and kept nowhere."""
    try:
        door = request.build_absolute_uri(reverse("portal"))
        pdf = invite(request.actor, key, UUID(request.POST.get("key", "")), door)
    except ValueError as error:
        raise Http404 from error
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("agreement", args=[key]))
    return sent_pdf(pdf, "zugang.pdf", attached=True)


def _code(request: DeskRequest, key: UUID) -> HttpResponse:
    """Show a code for the person, once."""
    form = Seen(None, request.POST)
    context: dict[str, Any] = {}
    if form.is_valid():
        try:
            context["join_code"] = make_join_code(request.actor, key, form.cleaned_data["seen"])
        except NotDone as error:
            form.add_error(None, str(error))
    if form.errors:
        context = one_page(request.actor, key, refused=form)
        return render(request, "desk/agreements/agreement.html", context, status=409)
    answer = render(request, "desk/agreements/agreement.html", one_page(request.actor, key) | context)
    answer["Cache-Control"] = "no-store"
    return answer
