"""What is promised in a case: a new commitment, one with its postings, noting an occasion, taking back."""

from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.access.visible import worked_by
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.fund_claims import CancelForm, CommitmentForm, OccasionForm
from augenmass.doors.desk.pages.fund_claims import commitment_page
from augenmass.doors.desk.views.fund import say
from augenmass.fund.actions.promising import note_occasion, promise, take_back
from augenmass.fund.models import Commitment
from augenmass.fund.queries import claims
from augenmass.fund.refusal import NotBooked
from augenmass.fund.rules.tranches import Occasion
from augenmass.record.models import Case


def _to(key: UUID) -> HttpResponse:
    return HttpResponseRedirect(reverse("commitment", args=[key]))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Promise an amount by hand."""
    try:
        case = worked_by(request.actor).select_related("body").get(key=key)
    except Case.DoesNotExist as error:
        raise Http404 from error
    if not claims.sees_amounts(request.actor, case):
        raise Http404
    form = CommitmentForm(case, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = promise(request.actor, case.pk, form.entered())
        except NotBooked as error:
            say(form, error)
        else:
            messages.success(request, _("Die Förderung ist bewilligt; ihr Betrag ist jetzt gebunden."))
            return _to(made.reference)
    context = {"form": form, "case": case, "section": "worklist"}
    return render(request, "desk/fund/commitment_new.html", context, status=422 if form.errors else 200)


@require_GET
def page(request: DeskRequest, key: UUID) -> HttpResponse:
    """One commitment with every cent of it."""
    return _page(request, key)


def _page(request: DeskRequest, key: UUID, status: int = 200, **forms: Form) -> HttpResponse:
    try:
        found = claims.commitment(request.actor, key)
    except Commitment.DoesNotExist as error:
        raise Http404 from error
    context = commitment_page(request.actor, found, **forms)
    return render(request, "desk/fund/commitment.html", context, status=status)


@require_POST
def payable(request: DeskRequest, key: UUID) -> HttpResponse:
    """Note that the occasion of tranches was there."""
    form = OccasionForm(request.POST)
    if not form.is_valid():
        return _page(request, key, 422, occasion_form=form)
    said = form.cleaned_data
    try:
        changed = note_occasion(request.actor, key, Occasion(said["occasion"]), said["occasion_on"])
    except NotBooked as error:
        say(form, error)
        return _page(request, key, 422, occasion_form=form)
    except Commitment.DoesNotExist as error:
        raise Http404 from error
    number = len(changed)
    text = ngettext(
        "%(count)d Rate kann jetzt ausgezahlt werden.", "%(count)d Raten können jetzt ausgezahlt werden.", number
    )
    messages.success(request, text % {"count": number} if number else _("Dadurch wird keine weitere Rate fällig."))
    return _to(key)


@require_POST
def cancel(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take back what was not yet paid."""
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _page(request, key, 422, cancel_form=form)
    try:
        take_back(request.actor, key, form.cleaned_data["reason"])
    except NotBooked as error:
        say(form, error)
        return _page(request, key, 422, cancel_form=form)
    except Commitment.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("Was noch nicht ausgezahlt war, ist zurückgenommen und wieder frei."))
    return _to(key)
