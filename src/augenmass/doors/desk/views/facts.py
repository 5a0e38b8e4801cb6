"""Facts of a case: choose, record, correct, dispute, read the history."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.access.queries import recipients_of
from augenmass.access.sight import SECRET_NAMES, fact_names_open
from augenmass.cases.actions.facts import NotRecorded, Overtaken
from augenmass.cases.queries.case import current_fact, documents_of, find, history_of, label_of, text_of
from augenmass.cases.queries.worklist import LONGEST_NUMBER
from augenmass.cases.second_person import facts_of_two
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.accesses import RecipientForm
from augenmass.doors.desk.forms.facts import DisputeForm, FactForm, shown_in_form
from augenmass.doors.desk.pages.facts import recordable_groups, recorded_sentence, waiting_rows
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration
from augenmass.record.models import Case
from augenmass.work.actions.second_person import confirm_fact, dispute_recorded_fact, record_fact
from augenmass.work.refusal import NotDone


def declaration(request: DeskRequest, case: Case, name: str) -> FactDeclaration:
    """The declaration behind an address. Raises ``Http404`` when there is none for this reader."""
    if name not in VOCABULARY or name not in fact_names_open(request.actor, case):
        raise Http404
    return VOCABULARY[name]


@require_GET
def choose(request: DeskRequest, key: UUID) -> HttpResponse:
    """Which fact to record."""
    case = find(request.actor, key)
    groups = recordable_groups(request.actor, case)
    return render(request, "desk/cases/fact_choose.html", {"case": case, "groups": groups, "section": "worklist"})


@require_GET
def history(request: DeskRequest, key: UUID, name: str) -> HttpResponse:
    """Every value that was ever recorded under a name."""
    case = find(request.actor, key)
    declared = declaration(request, case, name)
    rows = history_of(request.actor, case, name)
    context = {
        "case": case,
        "declared": declared,
        "label": label_of(declared),
        "rows": rows,
        "waiting": waiting_rows(request.actor, rows),
        "section": "worklist",
        "form": DisputeForm(),
        "secret": recipients_of(request.actor, [row.fact for row in rows]),
        "recipient_form": RecipientForm(request.actor) if name in SECRET_NAMES else None,
    }
    return render(request, "desk/cases/fact_history.html", context)


@require_http_methods(["GET", "POST"])
def record(request: DeskRequest, key: UUID, name: str) -> HttpResponse:
    """Record or correct a value."""
    case = find(request.actor, key)
    declared = declaration(request, case, name)
    held = current_fact(request.actor, case, name)
    initial = (
        {
            "seen": held.fact.pk,
            "value": shown_in_form(held.fact.name, held.fact.value),
            "source": held.fact.source.label,
        }
        if held
        else {}
    )
    # A form that was opened before anybody had recorded a value is told what changed, not that a reason is missing.
    correcting = bool(request.POST.get("seen")) if request.method == "POST" else held is not None
    form = FactForm(
        declared, list(documents_of(request.actor, case)), request.POST or None, initial=initial, correcting=correcting
    )
    of_two = name in facts_of_two(case.body)
    if of_two:
        form.fields["evidence"].required = True
    overtaken = None
    if request.method == "POST" and form.is_valid():
        try:
            made = record_fact(request.actor, case.pk, form.entry(), form.cleaned_data["seen"])
        except NotRecorded as error:
            form.add_error(None, str(error))
        except Overtaken as error:
            form.add_error(None, str(error))
            overtaken = error.current
        else:
            messages.success(request, recorded_sentence(label_of(declared), made.disputed_by_id is not None))
            return HttpResponseRedirect(reverse("case", args=[key]))
    context = {
        "case": case,
        "declared": declared,
        "label": label_of(declared),
        "held": held,
        "form": form,
        "of_two": of_two,
        "overtaken": overtaken,
        "overtaken_text": text_of(overtaken.name, overtaken.value) if overtaken else "",
        "section": "worklist",
    }
    return render(
        request, "desk/cases/fact_record.html", context, status=409 if overtaken else 422 if form.errors else 200
    )


@require_http_methods(["POST"])
def dispute(request: DeskRequest, key: UUID, name: str) -> HttpResponse:
    """Dispute the value held now."""
    case = find(request.actor, key)
    declaration(request, case, name)
    form = DisputeForm(request.POST)
    fact = request.POST.get("fact", "")
    if form.is_valid() and fact.isdecimal() and len(fact) <= LONGEST_NUMBER:
        try:
            dispute_recorded_fact(request.actor, case.pk, int(fact), form.cleaned_data["reason"])
        except NotRecorded as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Die Angabe gilt nun als bestritten und damit als nicht festgestellt."))
    else:
        messages.error(request, _("Bitte geben Sie an, wer den Wert warum bestreitet."))
    return HttpResponseRedirect(reverse("fact_history", args=[key, name]))


@require_http_methods(["POST"])
def confirm(request: DeskRequest, key: UUID, name: str) -> HttpResponse:
    """Confirm as the second person a value that waits for it."""
    case = find(request.actor, key)
    declaration(request, case, name)
    fact = request.POST.get("fact", "")
    try:
        confirm_fact(request.actor, case.pk, int(fact) if fact.isdecimal() and len(fact) <= LONGEST_NUMBER else 0)
    except (NotDone, NotRecorded) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Die Angabe ist bestätigt und gilt als festgestellt."))
    return HttpResponseRedirect(reverse("fact_history", args=[key, name]))
