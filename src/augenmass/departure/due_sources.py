"""What falls due on the voluntary way: a booked journey, the end of a certificate, the end of a programme that is applied for."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from augenmass.departure.models import Application, Booking, Certificate
from augenmass.departure.queries.departures import RUNNING
from augenmass.directory.models import Body
from augenmass.law.time import day_of
from augenmass.work.due_days import DueDay, Window, source

PROGRAMME_LEAD = 14
"""From how many days before the end of a programme on its open applications are told of."""


@source("departure.journeys", ends="journey:")
def journeys(body: Body, window: Window) -> Iterable[DueDay]:
    """Days of travel that have come while nobody has confirmed the departure."""
    found = Booking.objects.filter(
        departure__case__body=body,
        departure__state__in=RUNNING,
        state=Booking.State.BOOKED,
        travels_on__lte=window.day,
    )
    for row in found.select_related("departure", "action"):
        title = _("Gebuchte Reise am %(day)s: Ausreise bestätigen oder neu vereinbaren")
        yield DueDay(
            case_id=row.departure.case_id,
            about=f"journey:{row.departure.key}",
            day=row.travels_on,
            title=title % {"day": f"{row.travels_on:%d.%m.%Y}"},
            known_on=day_of(row.action.at),
        )


@source("departure.certificates", ends="certificate:")
def certificates(body: Body, window: Window) -> Iterable[DueDay]:
    """Certificates whose last day has come and that the border has not sent back."""
    found = Certificate.objects.filter(case__body=body, state=Certificate.State.VALID, valid_until__lte=window.day)
    for row in found.select_related("departure"):
        title = _("Grenzübertrittsbescheinigung galt bis %(day)s und ist nicht zurück: Verbleib klären")
        yield DueDay(
            case_id=row.case_id,
            about=f"certificate:{row.departure.key}",
            day=row.valid_until,
            title=title % {"day": f"{row.valid_until:%d.%m.%Y}"},
            known_on=day_of(row.issued_at),
        )


@source("departure.programmes", ends="programme:")
def programmes(body: Body, window: Window) -> Iterable[DueDay]:
    """Applications that are drafted or filed under terms that end: afterwards nothing can be filed or approved under them."""
    found = Application.objects.filter(
        departure__case__body=body,
        state__in=[Application.State.DRAFT, Application.State.FILED],
        terms__until__lte=window.until(PROGRAMME_LEAD),
    )
    for row in found.select_related("departure", "terms"):
        assert row.terms.until is not None
        title = _("Programm endet am %(day)s: über den Antrag auf Förderung entscheiden")
        if row.state == Application.State.DRAFT:
            title = _("Programm endet am %(day)s: Antrag auf Förderung stellen oder zurücknehmen")
        yield DueDay(
            case_id=row.departure.case_id,
            about=f"programme:{row.departure.key}",
            day=row.terms.until,
            title=title % {"day": f"{row.terms.until:%d.%m.%Y}"},
            lead=PROGRAMME_LEAD,
            known_on=day_of(row.drafted_at),
        )
