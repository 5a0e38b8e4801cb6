"""Referrals: ask another body to take a case over, and answer what others ask."""

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

from augenmass.cases.queries.case import find
from augenmass.competence.models import Referral
from augenmass.competence.queries import VIEWS, find_referral, proposals_for, referrals_of
from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.referrals import AcceptForm, ReferralForm, RejectForm, ReturnForm, RevokeForm
from augenmass.doors.desk.pages.referrals import office_rows, proposal_rows, referral_list_page, referral_page
from augenmass.doors.desk.pages.work import number_of_page
from augenmass.referral.actions.answering import reject_referral, return_referral, revoke_referral
from augenmass.referral.actions.opening import refer_case
from augenmass.referral.actions.taking_over import accept_referral
from augenmass.referral.queries import referral_list, unfinished
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Referrals that come in and go out, with deadline and state."""
    request.actor.require(Permission.REFER)
    asked = request.GET.get("ansicht", "")
    view = asked if asked in VIEWS else VIEWS[0]
    found = referral_list(request.actor, view, number_of_page(request.GET))
    return render(request, "desk/referrals/list.html", referral_list_page(request.actor, view, found, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest, key: UUID) -> HttpResponse:
    """Ask another body to take this case over."""
    request.actor.require(Permission.REFER)
    case = find(request.actor, key)
    proposals = proposals_for(request.actor, case)
    form = ReferralForm(request.actor, proposals, request.POST or None, _earlier(request, case.pk))
    if request.method == "POST" and form.is_valid():
        try:
            made = refer_case(request.actor, case.pk, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Die Abgabe ist eingeleitet. Der Fall bleibt bei Ihnen, bis sie angenommen ist.")
            )
            return HttpResponseRedirect(reverse("referral", args=[made.key]))
    context = {
        "case": case,
        "form": form,
        "proposals": proposal_rows(request.actor, proposals),
        "unfinished": unfinished(case.pk),
        "offices": office_rows(request.actor, case),
        "section": "worklist",
    }
    return render(request, "desk/referrals/new.html", context, status=422 if form.errors else 200)


def _earlier(request: DeskRequest, case_id: int) -> Referral | None:
    """The referral of this case that the address names: the form opens as that one was."""
    try:
        return referrals_of(request.actor).filter(case=case_id, key=UUID(request.GET.get("wie", ""))).first()
    except ValueError:
        return None


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One referral."""
    return _page(request, key)


@require_POST
def accept(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take the case over."""
    form = AcceptForm(request.actor, request.POST)
    done = _("Der Fall ist übernommen. Bitte sichten Sie ihn; eine Aufgabe dazu liegt bereit.")
    return answered(
        request, key, "accept_form", form, lambda: accept_referral(request.actor, key, form.entered()), done
    )


@require_POST
def reject(request: DeskRequest, key: UUID) -> HttpResponse:
    """Say that one's own body is not responsible."""
    form = RejectForm(request.POST)
    done = _("Die Abgabe ist abgelehnt. Die abgebende Stelle erhält eine Aufgabe.")
    return answered(
        request,
        key,
        "reject_form",
        form,
        lambda: reject_referral(request.actor, key, form.cleaned_data["reason"]),
        done,
    )


@require_POST
def give_back(request: DeskRequest, key: UUID) -> HttpResponse:
    """Send the referral back with a list of what is missing."""
    form = ReturnForm(request.POST)
    done = _("Die Abgabe ist zurückgegeben. Die abgebende Stelle erhält die Liste des Fehlenden.")
    return answered(
        request,
        key,
        "return_form",
        form,
        lambda: return_referral(request.actor, key, form.cleaned_data["missing"]),
        done,
    )


@require_POST
def revoke(request: DeskRequest, key: UUID) -> HttpResponse:
    """Take one's own referral back."""
    form = RevokeForm(request.POST)
    done = _("Die Abgabe ist zurückgezogen.")
    return answered(
        request,
        key,
        "revoke_form",
        form,
        lambda: revoke_referral(request.actor, key, form.cleaned_data["reason"]),
        done,
    )


def answered(request: DeskRequest, key: UUID, name: str, form: Form, act: Callable[[], Any], done: str) -> HttpResponse:
    """Do what a form asks, or show the referral as it is now with the sentence that says why not."""
    if not form.is_valid():
        return _page(request, key, 422, **{name: form})
    try:
        act()
    except NotDone as error:
        form.add_error(None, str(error))
        return _page(request, key, 409, refused=form, **{name: form})
    messages.success(request, done)
    return HttpResponseRedirect(reverse("referral", args=[key]))


def _page(
    request: DeskRequest, key: UUID, status: int = 200, refused: Form | None = None, **forms: Form
) -> HttpResponse:
    context = referral_page(request.actor, find_referral(request.actor, key), **forms)
    # The form may no longer be on the page when somebody else was quicker; its sentence is.
    context["refused"] = refused if refused is not None and refused not in context.values() else None
    return render(request, "desk/referrals/referral.html", context, status=status)
