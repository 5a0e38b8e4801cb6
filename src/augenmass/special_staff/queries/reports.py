"""Reports without persons: what a body's quarters hold, which of them a report can be made for, and what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.models import Grant
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.quarters import Quarter
from augenmass.law.time import day_of, today
from augenmass.special_staff.models import ABOUT, BoardReport, Nomination
from augenmass.special_staff.rules.board import BEFORE, ENDED, MEASURES, NEW, OPEN

GONE = frozenset({Nomination.Outcome.REMOVED, Nomination.Outcome.LEFT, Nomination.Outcome.BARRED})
STAYING = frozenset({Nomination.Outcome.TITLE_KEPT, Nomination.Outcome.INTEGRATION, Nomination.Outcome.DE_ESCALATED})


def reports(actor: Actor) -> QuerySet[BoardReport]:
    """The reports of the actor's body, newest first."""
    if not actor.may(Permission.BOARD_REPORT):
        return BoardReport.objects.none()
    return BoardReport.objects.filter(body=actor.body_id).select_related("made_by", "body")


def next_quarter(actor: Actor) -> Quarter | None:
    """The quarter of the next report: the one after the last report, else the last one that is over; None where it is not over."""
    last = reports(actor).first()
    found = Quarter.of(today()).previous if last is None else Quarter.parse(last.quarter).next
    return found if found.last < today() else None


def counted(body: Body, quarter: Quarter) -> dict[str, int]:
    """The counts of a quarter: of a municipality the cases in which it takes part, of a ministry those of its Land's bodies.

    Counted by a part of the program: who reports need not see a case.
    """
    with as_system(SystemRole.SPECIAL_STAFF):
        begun = _begun(body)
    ended = [row for _day, row in begun if row.ended_on and quarter.first <= row.ended_on <= quarter.last]
    gone = sum(1 for row in ended if row.outcome in GONE)
    staying = sum(1 for row in ended if row.outcome in STAYING)
    before = sum(1 for day, row in begun if day < quarter.first and not (row.ended_on and row.ended_on < quarter.first))
    new = sum(1 for day, _row in begun if quarter.first <= day <= quarter.last)
    return {
        BEFORE: before,
        NEW: new,
        ENDED: len(ended),
        "gone": gone,
        "staying": staying,
        "other": len(ended) - gone - staying,
        OPEN: before + new - len(ended),
    }


def _begun(body: Body) -> list[tuple[date, Nomination]]:
    """The confirmed nominations that count for a body, each with the day from which it counts: confirmed, and the body takes part."""
    confirmed = Nomination.objects.exclude(decided_at=None).exclude(review_on=None)
    if body.kind == Body.Kind.MINISTRY:
        rows = confirmed.filter(case__body__land=body.land)
        return [(day_of(row.decided_at), row) for row in rows if row.decided_at]
    since: dict[str, date] = {}
    for about, day in Grant.objects.filter(body=body.pk, about__startswith=ABOUT).values_list("about", "valid_from"):
        key = about.removeprefix(ABOUT)
        since[key] = min(day, since.get(key, day))
    rows = confirmed.filter(key__in=since)
    return [(max(since[str(row.key)], day_of(row.decided_at)), row) for row in rows if row.decided_at]


@dataclass(frozen=True, slots=True)
class Read:
    """A report as it is read: each measure with its number, None where it is hidden."""

    report: BoardReport
    numbers: Mapping[str, int | None]


def one_report(actor: Actor, key: UUID) -> Read:
    """One report of the own body. Raises ``BoardReport.DoesNotExist``."""
    found = reports(actor).get(key=key)
    return Read(found, {measure: found.counts[measure] if measure in found.shown else None for measure in MEASURES})
