"""The address book of a body and its own keys."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from augenmass.directory.roles import Permission
from augenmass.doors.desk.actor import DeskRequest
from augenmass.doors.desk.forms.transmissions import PartnerForm
from augenmass.doors.desk.pages.partners import partners_page
from augenmass.transmissions.actions.cards import card_of_body
from augenmass.transmissions.actions.partners import add_partner, close_partner
from augenmass.transmissions.actions.signing_keys import make_key, revoke_key
from augenmass.transmissions.rules.card import write_card
from augenmass.work.refusal import NotDone


@require_GET
def page(request: DeskRequest) -> HttpResponse:
    """Bodies outside and the own keys."""
    request.actor.require(Permission.ADMINISTER)
    return render(request, "desk/transmissions/partners.html", partners_page(request.actor))


@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Enter a body outside from its card."""
    request.actor.require(Permission.ADMINISTER)
    form = PartnerForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_partner(request.actor, form.entered())
        except NotDone as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("%(body)s steht im Adressbuch.") % {"body": made.name})
            return HttpResponseRedirect(reverse("partners"))
    context = {"form": form, "section": "administration"}
    return render(request, "desk/transmissions/partner_new.html", context, status=422 if form.errors else 200)


@require_POST
def close(request: DeskRequest, key: UUID) -> HttpResponse:
    """Send nothing more there and take nothing more in from there."""
    closed = close_partner(request.actor, key)
    messages.success(request, _("%(body)s ist geschlossen, die Schlüssel sind gesperrt.") % {"body": closed.name})
    return HttpResponseRedirect(reverse("partners"))


@require_POST
def card(request: DeskRequest) -> HttpResponse:
    """The card of the own body; its first key is made for it."""
    request.actor.require(Permission.ADMINISTER)
    try:
        content = write_card(card_of_body(request.actor.body))
    except NotDone as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("partners"))
    response = HttpResponse(content, content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="stellenkarte-{request.actor.body.key}.json"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_POST
def new_key(request: DeskRequest) -> HttpResponse:
    """Make a new signing key."""
    make_key(request.actor, request.actor.body)
    messages.success(
        request, _("Der neue Schlüssel gilt ab heute. Bitte geben Sie den anderen Stellen die neue Karte.")
    )
    return HttpResponseRedirect(reverse("partners"))


@require_POST
def revoke(request: DeskRequest, key_id: str) -> HttpResponse:
    """Take a signing key back."""
    try:
        revoke_key(request.actor, request.actor.body, key_id)
    except NotDone as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Der Schlüssel ist gesperrt. Was er unterzeichnet hat, nimmt niemand mehr an."))
    return HttpResponseRedirect(reverse("partners"))
