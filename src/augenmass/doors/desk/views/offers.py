"""The directory: searching, one entry, and keeping the entries of the own body."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.offers import OfferForm, OfferSeenForm
from augenmass.doors.desk.pages.offers import kept_page, list_page, one_page
from augenmass.offers.actions.keeping import (
    add_offer,
    change_offer,
    close_offer,
    confirm_offer,
    open_offer,
    own_offer,
    require_keeping,
)
from augenmass.offers.models import Offer
from augenmass.offers.queries.offers import one_offer
from augenmass.work.refusal import NotDone

SECTION = {"section": "offers"}
ACTS: dict[str, Any] = {
    "bestaetigen": (confirm_offer, gettext_lazy("Die Angaben sind heute bestätigt.")),
    "schliessen": (
        close_offer,
        gettext_lazy("Das Angebot steht nicht mehr im Verzeichnis. Bei Ihnen bleibt es erhalten."),
    ),
    "oeffnen": (open_offer, gettext_lazy("Das Angebot steht wieder im Verzeichnis.")),
}
"""What can be done with an entry, by the last part of the address."""


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Search, list and map."""
    return render(request, "desk/offers/list.html", list_page(request.actor, request.GET))


@require_GET
def show(request: DeskRequest, key: UUID) -> HttpResponse:
    """One entry."""
    return render(
        request, "desk/offers/offer.html", one_page(request.actor, _there(one_offer, request, key), request.GET)
    )


@require_GET
def kept(request: DeskRequest) -> HttpResponse:
    """What the own body keeps."""
    require_keeping(request.actor)
    return render(request, "desk/offers/kept.html", kept_page(request.actor, request.GET))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Add an entry."""
    require_keeping(request.actor)
    form = OfferForm(None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_offer(request.actor, form.cleaned_data["key"], form.read())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Das Angebot steht im Verzeichnis."))
            return HttpResponseRedirect(reverse("offer", args=[made.key]))
    context = SECTION | {"form": form, "title": _("Angebot eintragen"), "back": reverse("offers_kept")}
    return render(request, "desk/offers/form.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: DeskRequest, key: UUID) -> HttpResponse:
    """Write an entry anew."""
    require_keeping(request.actor)
    found = _there(own_offer, request, key)
    form = OfferForm(found, request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                change_offer(request.actor, key, form.cleaned_data["seen"] or 0, form.read())
            except NotDone as error:
                form.add_error(None, str(error))
                status = 409
            else:
                messages.success(request, _("Gespeichert."))
                return HttpResponseRedirect(reverse("offer", args=[key]))
    context = SECTION | {
        "form": form,
        "found": found,
        "title": _("Angebot ändern"),
        "back": reverse("offer", args=[key]),
    }
    return render(request, "desk/offers/form.html", context, status=status)


@require_POST
def act(request: DeskRequest, key: UUID, what: str) -> HttpResponse:
    """Confirm an entry, close it, or open it again."""
    if what not in ACTS:
        raise Http404
    require_keeping(request.actor)
    found = _there(own_offer, request, key)
    form = OfferSeenForm(request.POST)
    do, says = ACTS[what]
    if form.is_valid():
        try:
            do(request.actor, key, form.cleaned_data["seen"])
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(says))
            return HttpResponseRedirect(reverse("offer", args=[key]))
    context = one_page(request.actor, found, request.GET, refused=form)
    return render(request, "desk/offers/offer.html", context, status=409)


def _there(ask: Any, request: DeskRequest, key: UUID) -> Offer:
    """An entry that the actor may read or keep; anything else is not there."""
    try:
        found: Offer = ask(request.actor, key)
    except Offer.DoesNotExist as error:
        raise Http404 from error
    return found
