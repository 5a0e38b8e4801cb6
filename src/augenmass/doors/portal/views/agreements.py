"""The person's own agreement: joining, reading, signing, the copy."""

from typing import Any
from uuid import UUID

from allauth.core import ratelimit
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.agreements import JoinForm, SignForm
from augenmass.doors.portal.request import EnteredRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.reading import pdf
from augenmass.doors.portal.views.signed_in import for_entered
from augenmass.person_access.actions.agreements import join_agreement, sign_agreement
from augenmass.person_access.person import Guest, Person
from augenmass.person_access.queries.own import NotThere
from augenmass.person_access.queries.own_agreements import agreements_of, copy_of, links_of, text_of
from augenmass.person_access.rules import Refused


@require_http_methods(["GET", "POST"])
@for_entered
def page(request: EnteredRequest) -> HttpResponse:
    """Steps of both sides; sent, join an agreement by its code."""
    if not request.person.concerned:
        raise Http404
    form, valid = taken(request, JoinForm)
    if isinstance(request.person, Guest):
        return screen(request, "portal/agreements.html", _own(request.person))
    if valid and not ratelimit.consume(request, action="portal_codes"):
        form.add_error(None, _("Das waren zu viele Versuche. Bitte warten Sie eine Minute."))
    elif valid:
        try:
            join_agreement(request.person, form.cleaned_data["agreement_code"])
            return HttpResponseRedirect(reverse("portal_agreements"))
        except Refused:
            form.add_error(
                "agreement_code", _("Dieser Code gehört zu keiner Vereinbarung, oder er wurde schon benutzt.")
            )
    context = _own(request.person) | {"form": form}
    return screen(request, "portal/agreements.html", context, status=422 if form.errors else 200)


def _own(person: Person | Guest) -> dict[str, Any]:
    return {"agreements": agreements_of(person), "family": links_of(person)}


@require_http_methods(["GET", "POST"])
@for_entered
def text(request: EnteredRequest, key: UUID) -> HttpResponse:
    """The text in both languages; sent, sign exactly what was read."""
    try:
        found = text_of(request.person, key)
    except NotThere as error:
        raise Http404 from error
    form, valid = taken(request, SignForm, initial={"seen": found.digest})
    if valid and found.signed and form.cleaned_data["seen"] == found.digest:
        return HttpResponseRedirect(reverse("portal_agreements"))  # the same form sent twice
    if valid:
        try:
            sign_agreement(request.person, key, form.cleaned_data["seen"])
            return HttpResponseRedirect(reverse("portal_agreements"))
        except Refused:
            form.add_error(
                None,
                _(
                    "Das wurde nicht unterschrieben: Der Text hat sich geändert, die Vereinbarung ist beendet oder sie wird in der Beratungsstelle unterschrieben."
                ),
            )
    return screen(request, "portal/agreement.html", {"text": found, "form": form}, status=422 if form.errors else 200)


@require_GET
@for_entered
def copy(request: EnteredRequest, key: UUID) -> HttpResponse:
    """The signed copy."""
    try:
        return pdf(copy_of(request.person, key), "vereinbarung.pdf")
    except NotThere as error:
        raise Http404 from error
