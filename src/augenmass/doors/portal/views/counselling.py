"""Counselling: a message that only the service can open. Nothing of it goes to the authority."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_http_methods

from augenmass.doors.portal.forms import taken
from augenmass.doors.portal.forms.handing_in import MessageForm
from augenmass.doors.portal.request import SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_person
from augenmass.person_access.actions.counselling import box_of, send_message
from augenmass.person_access.queries.own import office_of


@require_http_methods(["GET", "POST"])
@for_person
def page(request: SignedInRequest) -> HttpResponse:
    """Write to the service; where none has given its key, how to reach those that the authority names."""
    if not request.person.concerned:
        raise Http404
    box = box_of(request.person.body_id)
    form, valid = taken(request, MessageForm)
    office = office_of(request.person)
    if valid and box is not None:
        said = form.cleaned_data
        message = {name: said[name] for name in ("about", "name", "contact", "text")}
        send_message(
            request.person, box, form.once, {**message, "language": request.language.code, "authority": office.name}
        )
        return screen(request, "portal/sent.html")
    context = {"form": form, "service": box.service if box is not None else "", "office": office}
    return screen(request, "portal/counselling.html", context, status=422 if form.errors else 200)
