"""When somebody signed in here, and a new code for the next time."""

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from augenmass.doors.portal.forms.handing_in import AskForm
from augenmass.doors.portal.request import SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_person
from augenmass.person_access.queries.own import passkeys_of, visits_of


@require_GET
@for_person
def page(request: SignedInRequest) -> HttpResponse:
    """Visits, passkeys, a new code."""
    context = {"visits": visits_of(request.person), "passkeys": passkeys_of(request.person), "form": AskForm()}
    return screen(request, "portal/security.html", context)
