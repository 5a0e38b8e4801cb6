"""Reporting what happened in a house: by its staff on a page, or by a program of the house. Sent twice it is one report.

The report waits for the worker, which brings it to the case. Whether there is a case, and whose, the house never learns.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from augenmass.access.actor import Actor
from augenmass.accommodation.models import EVENT_LABELS, House, Report, Resident
from augenmass.accommodation.rules import (
    Event,
    Happened,
    Problem,
    Target,
    hours_of_absence,
    problem_with,
    said_before,
    standing_after,
    without_absence,
)
from augenmass.competence.rules import is_postcode
from augenmass.directory.land import profile
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of, now, today
from augenmass.record.ledger import Entry, entry
from augenmass.work.once import AlreadyDone, once
from augenmass.work.refusal import NotDone

SENTENCES = {
    Problem.FUTURE: gettext_noop("Dieser Zeitpunkt liegt in der Zukunft. Gemeldet wird, was geschehen ist."),
    Problem.TOO_OLD: gettext_noop("Dieser Zeitpunkt liegt mehr als ein Jahr zurück. Bitte prüfen Sie das Jahr."),
    Problem.HOUSE_CLOSED: gettext_noop(
        "Diese Unterkunft ist zu diesem Zeitpunkt geschlossen. Bitte prüfen Sie Tag und Unterkunft."
    ),
    Problem.NO_TARGET: gettext_noop(
        "Bitte nennen Sie, wohin verlegt wurde: eine Unterkunft, oder Postleitzahl und Ort."
    ),
    Problem.SAME_HOUSE: gettext_noop("Verlegt wird in eine andere Unterkunft. Bitte prüfen Sie das Ziel."),
    Problem.TARGET_CLOSED: gettext_noop("Die Unterkunft, in die verlegt wurde, ist zu diesem Zeitpunkt geschlossen."),
}
FIELDS = {Problem.NO_TARGET: "to_place", Problem.SAME_HOUSE: "to_house", Problem.TARGET_CLOSED: "to_house"}
"""The entry that a problem is about, where it is not the moment."""


class NotTaken(NotDone):
    """Why a report was not taken, as a sentence. Nothing was changed. ``field`` is the entry it is about."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class NewReport:
    """What is reported. ``key`` is the sender's own: the same key is the same report."""

    key: UUID
    house: UUID
    event: Event
    happened_at: datetime
    number: str
    family_name: str = ""
    first_names: str = ""
    to_house: UUID | None = None
    to_postcode: str = ""
    to_place: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The report that stands now, whether it is new, and what its sender should know ("" for nothing)."""

    report: Report
    new: bool
    says: str = ""


def report_event(actor: Actor, sent: NewReport) -> Taken:
    """Take a report of a house of the actor's body.

    The same key gives the first report back; what was said before under another key is not written down again, and the
    answer says so. Raises ``NotTaken``, ``NotPermitted`` and ``House.DoesNotExist``.
    """
    actor.require(Permission.ACCOMMODATION)
    house = House.objects.select_related("body").get(key=sent.house, body=actor.body_id)
    number = " ".join(sent.number.split())[:60]
    if not number:
        raise NotTaken("number", _("Bitte nennen Sie die Nummer, unter der die Person bei Ihnen geführt wird."))
    made: list[Taken] = []

    def make() -> Report:
        made.append(_take(actor, house, number, sent))
        return made[0].report

    report = once(lambda: _held(actor, sent.key), make)
    if made:
        return made[0]
    _check_same(report, number, sent)
    return Taken(report, False, _("Diese Meldung liegt bereits vor."))


def _held(actor: Actor, key: UUID) -> Report | None:
    return Report.objects.filter(sender=actor.body_id, key=key).select_related("resident__house").first()


def _check_same(report: Report, number: str, sent: NewReport) -> None:
    said = (report.event, report.happened_at, report.resident.number, report.resident.house.key)
    if said != (sent.event.value, sent.happened_at, number, sent.house):
        raise NotTaken(
            "key", _("Unter diesem Schlüssel liegt bereits eine andere Meldung vor. Es wurde nichts geändert.")
        )


def _take(actor: Actor, house: House, number: str, sent: NewReport) -> Taken:
    try:
        with entry(actor, "accommodation.reported") as e:
            # Reports of one house are written one after the other: two arrivals at once would make two rows of one person.
            house = House.objects.select_for_update(of=("self",)).select_related("body").get(pk=house.pk)
            return _write(e, actor, house, number, sent)
    except _Said as said:
        return Taken(said.report, False, _sentence_said(said.report))


class _Said(AlreadyDone):
    """Takes the transaction back: the report says nothing new."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def _write(e: Entry, actor: Actor, house: House, number: str, sent: NewReport) -> Taken:
    resident = Resident.objects.filter(house=house, number=number).first()
    rows = list(resident.reports.filter(withdrawal=None).order_by("pk")) if resident is not None else []
    others = [Happened(Event(row.event), row.happened_at) for row in rows]
    new = Happened(sent.event, sent.happened_at)
    target = _target(house, sent)
    _refuse(house, new, others, sent, target)
    before = said_before(new, others)
    if before is not None:
        raise _Said(next(row for row in rows if (row.event, row.happened_at) == (before.event, before.at)))
    resident = resident or _listed(house, number, sent)
    _name(resident, sent)
    resident.standing, resident.since = standing_after([*others, new])
    resident.save()
    report = Report(
        sender_id=actor.body_id,
        key=sent.key,
        resident=resident,
        event=sent.event.value,
        happened_at=sent.happened_at,
        to_house=target,
        to_postcode=sent.to_postcode if target is None else target.postcode,
        to_place=sent.to_place.strip()[:200] if target is None else "",
        author_id=actor.account_id,
        received_at=e.book.at,
    )
    e.seal(report)
    e.refer(report=report.pk, event=sent.event.value)
    says = ""
    if without_absence(new, others):
        says = _("Eine Abwesenheit war nicht gemeldet. Die Rückkehr ist trotzdem festgehalten.")
    return Taken(report, True, says)


def _target(house: House, sent: NewReport) -> House | None:
    if sent.event is not Event.TRANSFER or sent.to_house is None:
        return None
    found = House.objects.filter(key=sent.to_house, body__land=house.body.land).first()
    if found is None:
        raise NotTaken("to_house", _("Diese Unterkunft gibt es im Land nicht. Bitte nennen Sie Postleitzahl und Ort."))
    return found


def _refuse(house: House, new: Happened, others: list[Happened], sent: NewReport, to: House | None) -> None:
    hours = hours_of_absence(profile(house.body.land), today())
    named = to is not None or (is_postcode(sent.to_postcode) and bool(sent.to_place.strip()))
    target = Target(named, to == house, to.closed_on if to is not None else None)
    problem = problem_with(new, now(), others, hours, house.closed_on, target)
    if problem is Problem.TOO_SHORT:
        raise NotTaken(
            "happened_at",
            ngettext(
                "Gemeldet wird eine Abwesenheit ab %(hours)s Stunde. Eine kürzere wird nicht gemeldet.",
                "Gemeldet wird eine Abwesenheit ab %(hours)s Stunden. Eine kürzere wird nicht gemeldet.",
                hours,
            )
            % {"hours": hours},
        )
    if problem is not None:
        raise NotTaken(FIELDS.get(problem, "happened_at"), _(SENTENCES[problem]))


def _listed(house: House, number: str, sent: NewReport) -> Resident:
    """A person new to the list. Raises ``NotTaken`` without a name: a bare number may be a slip of the pen."""
    if not sent.family_name.strip():
        raise NotTaken(
            "family_name", _("Unter dieser Nummer steht niemand auf der Liste. Bitte nennen Sie auch den Namen.")
        )
    return Resident(house=house, sender_id=house.body_id, receiver_id=house.authority_id, number=number)


def _name(resident: Resident, sent: NewReport) -> None:
    """The name as the house writes it now; an empty one changes nothing."""
    if sent.family_name.strip():
        resident.family_name = " ".join(sent.family_name.split())[:120]
        resident.first_names = " ".join(sent.first_names.split())[:120]


def _sentence_said(report: Report) -> str:
    return _("%(event)s ist bereits gemeldet (%(day)s). Es wurde nichts doppelt eingetragen.") % {
        "event": EVENT_LABELS[Event(report.event)],
        "day": date_format(day_of(report.happened_at), "SHORT_DATE_FORMAT"),
    }
