"""When somebody signed in here, and a new code for the next time."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from augenmass.doors.portal.forms.handing_in import AskForm
from augenmass.doors.portal.request import EnteredRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_entered
from augenmass.person_access.actions.guests import guest_visits
from augenmass.person_access.person import Guest
from augenmass.person_access.queries.own import MOST_VISITS, passkeys_of, visits_of


@require_GET
@for_entered
def page(request: EnteredRequest) -> HttpResponse:
    """Visits, passkeys, a new code."""
    if isinstance(request.person, Guest):
        return screen(request, "portal/security.html", {"visits": guest_visits(request.person, MOST_VISITS)})
    context = {"visits": visits_of(request.person), "passkeys": passkeys_of(request.person), "form": AskForm()}
    return screen(request, "portal/security.html", context)
