"""What the person reads: dates, letters, what is held, rights."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from augenmass.doors.portal.calendar_file import calendar_file
from augenmass.doors.portal.forms.handing_in import AskForm
from augenmass.doors.portal.request import SignedInRequest
from augenmass.doors.portal.screen import screen
from augenmass.doors.portal.views.signed_in import for_person
from augenmass.offers.queries.offers import nearest, offered
from augenmass.offers.rules.vocabulary import ADVICE
from augenmass.person_access.person import Person
from augenmass.person_access.queries import own
from augenmass.person_access.queries.own_place import own_municipality

_Found = TypeVar("_Found")


@require_GET
@for_person
def days(request: SignedInRequest) -> HttpResponse:
    """Dates and deadlines."""
    return screen(request, "portal/days.html", {"days": own.days_of(request.person)})


@require_GET
@for_person
def days_file(request: SignedInRequest) -> HttpResponse:
    """The same for a calendar; its entries say when and where, not why."""
    content = calendar_file(own.days_of(request.person), str(_("Termin")))
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="termine.ics"'
    return answer


@require_GET
@for_person
def letters(request: SignedInRequest) -> HttpResponse:
    """Letters that reached the person."""
    return screen(request, "portal/letters.html", {"letters": own.letters_of(request.person)})


@require_GET
@for_person
def letter(request: SignedInRequest, key: UUID) -> HttpResponse:
    """One letter, what it means and what can be done now."""
    context = {"letter": _own(own.letter_of, request, key), "office": own.office_of(request.person)}
    return screen(request, "portal/letter.html", context)


@require_GET
@for_person
def letter_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The letter as it was signed."""
    return pdf(_own(own.letter_file, request, key), "schreiben.pdf")


@require_GET
@for_person
def held(request: SignedInRequest) -> HttpResponse:
    """Extracts, and asking for one."""
    context = {"extracts": own.extracts_of(request.person), "form": AskForm()}
    return screen(request, "portal/held.html", context)


@require_GET
@for_person
def extract(request: SignedInRequest, key: UUID) -> HttpResponse:
    """What is held and who looked, as the authority signed it."""
    return screen(request, "portal/extract.html", {"extract": _own(own.extract_of, request, key)})


@require_GET
@for_person
def extract_file(request: SignedInRequest, key: UUID) -> HttpResponse:
    """The extract as it was signed."""
    return pdf(_own(own.extract_file, request, key), "auskunft.pdf")


@require_GET
@for_person
def rights(request: SignedInRequest) -> HttpResponse:
    """Rights, and where to get advice that is not the authority's."""
    ags = own_municipality(request.person)
    context = {
        "office": own.office_of(request.person),
        "advice": nearest(ADVICE, ags) if ags else [],
        "listed": offered().exists(),
    }
    return screen(request, "portal/rights.html", context)


def _own(ask: Callable[[Person, UUID], _Found], request: SignedInRequest, key: UUID) -> _Found:
    """What is the person's own; anything else is not there."""
    try:
        return ask(request.person, key)
    except own.NotThere as error:
        raise Http404 from error


def pdf(content: bytes, name: str) -> HttpResponse:
    """A PDF of the person's own, to be saved."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
