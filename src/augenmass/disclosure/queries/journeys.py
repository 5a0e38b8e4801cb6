"""What a file holds of a voluntary departure and its support, in words that the person understands: for the extract and the inspection."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.conferences.models import Conference
from augenmass.departure.models import Application, Booking, Certificate, Departure, Notice
from augenmass.disclosure.content import Words
from augenmass.disclosure.words import both, filled
from augenmass.fund.models import Commitment, Payment, Recovery
from augenmass.fund.rules.money import format_amount
from augenmass.law.time import day_of, today
from augenmass.record.models import Case
from augenmass.special_staff.models import Nomination
from augenmass.special_staff.words import GROUPS, NOT_USED

NOTICE = _("Belehrung über die Folgen eines Antrags auf Förderung")
TOLD = _("auf %(language)s, durch %(name)s")
OPENED = _("Freiwillige Ausreise aufgenommen")
STATE = _("Stand: %(state)s")
APPLIED = _("Antrag auf Förderung der Ausreise")
PROGRAMME = _("Programm „%(programme)s“, Stand: %(state)s")
DECIDED = _("Programm „%(programme)s“, Stand: %(state)s seit %(day)s")
BOOKED = _("Reise")
JOURNEY = _("%(carrier)s, %(route)s, Stand: %(state)s")
CERTIFIED = _("Grenzübertrittsbescheinigung ausgestellt")
VALID = _("gültig bis %(day)s, Stand: %(state)s")
PROMISED = _("Förderung bewilligt")
AMOUNT = _("%(amount)s nach dem Programm „%(programme)s“")
PAID = _("Auszahlung angewiesen")
TO = _("%(amount)s an %(payee)s")
NOMINATED = _("Gemeinsame Arbeit mehrerer Stellen (Sonderstab) vorgeschlagen")
FOR = _("Anlass: %(group)s; Stand: %(state)s")
CONFERRED = _("Fallkonferenz mehrerer Stellen")
LED = _("Federführung: %(body)s; Stand: %(state)s")
CAME_BACK = _("Rückzahlung eingegangen")
BACK = _("%(amount)s, Anlass: %(ground)s")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: when, what, and more of it."""

    on: date
    what: Words
    detail: Words


def journeys_of(case: Case, documents: Collection[int]) -> list[Line]:
    """Everything of one file, by day. ``documents``: ids of those that are shown; a certificate is named with its document only.

    Relatives who leave too are not named (GDPR Art. 15 (4)).
    """
    found = Departure.objects.filter(members__case=case, erased_by=None)
    ids = list(found.values_list("pk", flat=True))
    lines = [
        *(_line(day_of(row.opened_at), OPENED, STATE, state=row.get_state_display) for row in found),
        *_told(ids),
        *_applied(ids),
        *_booked(ids),
        *_certified(case, documents),
        *_promised(case),
        *_nominated(case),
        *_conferred(case),
        *_paid(case),
    ]
    return sorted(lines, key=lambda line: (line.on, line.what.de, line.detail.de))


def _line(on: date, what: Promise, detail: Promise, **values: Any) -> Line:
    return Line(on, both(what), filled(detail, **values))


def _told(departures: list[int]) -> Iterator[Line]:
    for row in Notice.objects.filter(departure__in=departures, erased_by=None):
        yield _line(row.told_on, NOTICE, TOLD, language=row.language, name=row.told_by)


def _applied(departures: list[int]) -> Iterator[Line]:
    rows = Application.objects.filter(departure__in=departures, erased_by=None).exclude(filed_on=None)
    for row in rows.select_related("terms__programme"):
        assert row.filed_on is not None
        said = {"programme": row.terms.programme.name_de, "state": row.get_state_display}
        decided = DECIDED if row.decided_on is not None else PROGRAMME
        yield _line(row.filed_on, APPLIED, decided, day=row.decided_on, **said)


def _booked(departures: list[int]) -> Iterator[Line]:
    for row in Booking.objects.filter(departure__in=departures, erased_by=None):
        said = {"carrier": row.carrier, "route": row.route, "state": row.get_state_display}
        yield _line(row.travels_on, BOOKED, JOURNEY, **said)


def _certified(case: Case, documents: Collection[int]) -> Iterator[Line]:
    for row in Certificate.objects.filter(case=case, erased_by=None, document__in=documents):
        on = day_of(row.issued_at)
        yield _line(on, CERTIFIED, VALID, day=row.valid_until, state=row.get_state_display)


def _promised(case: Case) -> Iterator[Line]:
    rows = Commitment.objects.filter(case=case, erased_by=None).select_related("terms__programme")
    for row in rows:
        said = {"amount": format_amount(row.cents), "programme": row.terms.programme.name_de}
        yield _line(row.made_on, PROMISED, AMOUNT, **said)


def _paid(case: Case) -> Iterator[Line]:
    paid = Payment.objects.filter(
        tranche__commitment__case=case, state=Payment.State.SIGNED, erased_by=None, decided_at__isnull=False
    )
    for row in paid:
        assert row.decided_at is not None
        yield _line(day_of(row.decided_at), PAID, TO, amount=format_amount(row.cents), payee=row.payee)
    for back in Recovery.objects.filter(payment__in=paid.values("pk"), erased_by=None):
        said = {"amount": format_amount(back.cents), "ground": back.get_ground_display}
        yield _line(back.received_on, CAME_BACK, BACK, **said)


def _nominated(case: Case) -> Iterator[Line]:
    # Of which the person is not told yet by a provision, the extract does not tell either, until the day of the new look.
    for row in Nomination.objects.filter(case=case).exclude(told_on=None, not_told_until__gte=today()):
        group = GROUPS.get(row.group, NOT_USED)
        yield _line(day_of(row.proposed_at), NOMINATED, FOR, group=lambda of=group: of, state=row.get_state_display)


def _conferred(case: Case) -> Iterator[Line]:
    # Where it is written down why the person does not know of it, the extract does not tell either.
    told = Conference.objects.filter(points__case=case, told=Conference.Told.YES).exclude(decided_at=None)
    for row in told.exclude(state=Conference.State.RETURNED).distinct():
        on = day_of(row.begins_at or row.requested_at)
        yield _line(on, CONFERRED, LED, body=row.leads.get(until=None).body.name, state=row.get_state_display)
