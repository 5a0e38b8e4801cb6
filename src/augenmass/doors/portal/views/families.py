"""A link to a member of the family with an agreement of their own: consenting, choosing, ending."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.agreements import FamilyForm
from augenmass.doors.portal.request import EnteredRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_entered
from augenmass.person_access.actions.agreements import agree_to_link, end_own_link
from augenmass.person_access.queries.own import NotThere
from augenmass.person_access.queries.own_agreements import link_of
from augenmass.person_access.rules import Refused


@require_http_methods(["GET", "POST"])
@for_entered
def page(request: EnteredRequest, key: UUID) -> HttpResponse:
    """What a link shows; sent, consent to it or choose anew whether common days are shown."""
    try:
        found = link_of(request.person, key)
        form, valid = taken(request, FamilyForm, initial={"share_days": found.days})
        if valid:
            agree_to_link(request.person, key, form.cleaned_data["share_days"])
            return HttpResponseRedirect(reverse("portal_agreements"))
    except NotThere as error:
        raise Http404 from error
    except Refused:
        form.add_error(None, _("Für minderjährige Personen stimmt zu, wer das Sorgerecht hat, in der Beratungsstelle."))
    return screen(request, "portal/family.html", {"link": found, "form": form}, status=422 if form.errors else 200)


@require_POST
@for_entered
def end(request: EnteredRequest, key: UUID) -> HttpResponse:
    """End it, or decline. What has ended already stays ended."""
    with suppress(NotThere):
        end_own_link(request.person, key)
    return HttpResponseRedirect(reverse("portal_agreements"))
