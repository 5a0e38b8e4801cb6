"""Reminders of agreements: deciding about mails in doubt, and letters for the post room."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import UUIDField
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from augenmass.agreements.actions.printing import discard, hand_over, make_batch
from augenmass.agreements.actions.settling import settle_reminder
from augenmass.agreements.models import PrintBatch, Reminder
from augenmass.agreements.queries.reminders import one_batch
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.pages.reminders import batch_page, reminders_page
from augenmass.letters.render import RenderError
from augenmass.work.actions.mails import Decision
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Mails in doubt, letters that wait, batches."""
    return render(request, "desk/agreements/reminders.html", reminders_page(request.actor))


@require_POST
def settle(request: DeskRequest, key: UUID) -> HttpResponse:
    """Decide about a mail."""
    chosen = request.POST.get("decision", "")
    try:
        if chosen not in set(Decision):
            raise NotDone(_("Bitte wählen Sie, was mit der Nachricht geschehen soll."))
        settle_reminder(request.actor, key, Decision(chosen))
    except Reminder.DoesNotExist as error:
        raise Http404 from error
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Ihre Entscheidung ist gespeichert."))
    return HttpResponseRedirect(reverse("agreement_reminders"))


@require_POST
def set_letters(request: DeskRequest) -> HttpResponse:
    """Set the letters that wait."""
    try:
        batch = make_batch(request.actor, UUIDField().clean(request.POST.get("key", "")))
    except ValidationError:
        messages.error(request, _("Bitte laden Sie die Seite neu und versuchen Sie es noch einmal."))
    except NotDone as error:
        messages.error(request, str(error))
    except RenderError as error:
        messages.error(request, error.de)
    else:
        messages.success(request, _("Der Druckstapel ist erstellt."))
        return HttpResponseRedirect(reverse("reminder_batch", args=[batch.key]))
    return HttpResponseRedirect(reverse("agreement_reminders"))


@require_GET
def batch(request: DeskRequest, key: UUID) -> HttpResponse:
    """One batch with its list."""
    try:
        context = batch_page(request.actor, key)
    except PrintBatch.DoesNotExist as error:
        raise Http404 from error
    return render(request, "desk/agreements/batch.html", context)


@require_GET
def batch_pdf(request: DeskRequest, key: UUID) -> HttpResponse:
    """The letters of a batch that was not handed over yet."""
    try:
        found, _letters = one_batch(request.actor, key)
    except PrintBatch.DoesNotExist as error:
        raise Http404 from error
    if found.state != PrintBatch.State.MADE:
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="erinnerungen-{found.made_at:%Y-%m-%d}.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_POST
def batch_act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """Hand a batch over, or discard it."""
    acts = {
        "uebergeben": (hand_over, _("Eingetragen: Die Briefe sind an die Poststelle übergeben.")),
        "verwerfen": (discard, _("Der Druckstapel ist verworfen. Die Briefe warten wieder.")),
    }
    if what not in acts:
        raise Http404
    do, says = acts[what]
    try:
        do(request.actor, key)
    except PrintBatch.DoesNotExist as error:
        raise Http404 from error
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, says)
    return HttpResponseRedirect(reverse("reminder_batch", args=[key]))
