"""Reports without persons: what a body's quarters hold, which of them a report can be made for, and what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from augenmass.access.actor import Actor
from augenmass.access.models import OF_NOMINATION, Grant
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.quarters import Quarter
from augenmass.law.time import day_of, today
from augenmass.special_staff.models import BoardReport, Nomination
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
    ended = [part for part in begun if part.until and quarter.first <= part.until <= quarter.last]
    gone = sum(1 for part in ended if part.outcome in GONE)
    staying = sum(1 for part in ended if part.outcome in STAYING)
    before = sum(1 for part in begun if part.since < quarter.first and not (part.until and part.until < quarter.first))
    new = sum(1 for part in begun if quarter.first <= part.since <= quarter.last)
    return {
        BEFORE: before,
        NEW: new,
        ENDED: len(ended),
        "gone": gone,
        "staying": staying,
        "other": len(ended) - gone - staying,
        OPEN: before + new - len(ended),
    }


def shown_by_others(body: Body, quarter: Quarter) -> tuple[list[dict[str, int]], list[dict[str, int]]]:
    """What reports on a quarter show that count the same cases: to a ministry those of its Land's towns, to a town that of the ministry.

    Beside them, to a town, what the other towns show.
    """
    ministry = body.kind == Body.Kind.MINISTRY
    with as_system(SystemRole.SPECIAL_STAFF):
        found = list(BoardReport.objects.filter(quarter=str(quarter), body__land=body.land).select_related("body"))
    told = [
        (row.body.kind == Body.Kind.MINISTRY, {measure: row.counts[measure] for measure in row.shown})
        for row in found
        if row.body_id != body.pk
    ]
    others = [counts for of_ministry, counts in told if of_ministry != ministry]
    return others, [] if ministry else [counts for of_ministry, counts in told if not of_ministry]


@dataclass(frozen=True, slots=True)
class Part:
    """A nomination as it counts for a body: since it is confirmed and the body takes part, until it ended or the body left it."""

    since: date
    until: date | None
    outcome: str


def _begun(body: Body) -> list[Part]:
    """The confirmed nominations that count for a body."""
    confirmed = Nomination.objects.exclude(decided_at=None).exclude(review_on=None)
    if body.kind == Body.Kind.MINISTRY:
        rows = confirmed.filter(case__body__land=body.land)
        return [Part(day_of(row.decided_at), row.ended_on, row.outcome) for row in rows if row.decided_at]
    since: dict[str, date] = {}
    left: dict[str, date | None] = {}
    held = Grant.objects.filter(body=body.pk, about__startswith=OF_NOMINATION).order_by("valid_from", "pk")
    for about, day, ended in held.values_list("about", "valid_from", "ended_by__at"):
        key = about.removeprefix(OF_NOMINATION)
        since.setdefault(key, day)
        left[key] = day_of(ended) if ended is not None else None
    rows = confirmed.filter(key__in=since)
    return [_part(row, since[str(row.key)], left[str(row.key)], row.decided_at) for row in rows if row.decided_at]


def _part(row: Nomination, since: date, left: date | None, decided_at: datetime) -> Part:
    begun = max(since, day_of(decided_at))
    if left is not None and (row.ended_on is None or left < row.ended_on):
        return Part(begun, max(left, begun), "")
    return Part(begun, row.ended_on, row.outcome)


@dataclass(frozen=True, slots=True)
class Read:
    """A report as it is read: each measure with its number, None where it is hidden."""

    report: BoardReport
    numbers: Mapping[str, int | None]


def one_report(actor: Actor, key: UUID) -> Read:
    """One report of the own body. Raises ``BoardReport.DoesNotExist``."""
    found = reports(actor).get(key=key)
    return Read(found, {measure: found.counts[measure] if measure in found.shown else None for measure in MEASURES})
