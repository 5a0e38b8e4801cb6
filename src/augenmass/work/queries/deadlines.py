"""The deadline book by day: deadlines that the law computes from the facts, and those that were entered and read twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.fields import BigIntegerField

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.released import learns_position
from augenmass.access.visible import NOTHING, Reach, visible_rows_q, worked_by, worked_q
from augenmass.cases.models import PositionMark
from augenmass.law.time import today
from augenmass.record.models import Case
from augenmass.work.models import BookedDeadline
from augenmass.work.queries.paging import PAGE, Page
from augenmass.work.queries.standing_in import Standing

WINDOWS = ("overdue", "today", "week", "month", "all")
READINGS = ("", "waiting", "confirmed")
_NOT_BOOKED = Value(0, output_field=BigIntegerField())


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """What the book is narrowed to; ``reading`` other than "" leaves only entered deadlines."""

    window: str = "week"
    rule: str = ""
    mine: bool = False
    reading: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline of a case; ``booked`` when it was entered, ``computed`` the day that the facts give today."""

    day: date
    rule: str
    case: Case
    booked: BookedDeadline | None
    computed: date | None

    @property
    def differs(self) -> bool:
        """Whether the book says another day than the facts: somebody has to look why."""
        return self.booked is not None and self.computed is not None and self.computed != self.day


def deadline_book(
    actor: Actor, standing: Standing, chosen: DeadlineFilter, page: int = 1
) -> tuple[Page[DeadlineLine], dict[str, int]]:
    """One page of running deadlines by day, and how many each window holds with the other filters kept.

    Writes an access line.
    """
    booked, marks = _booked(actor, standing, chosen), _marks(actor, standing, chosen)
    counts = _counts(booked, marks)
    count = counts[chosen.window]
    pages = max(1, -(-count // PAGE))
    number = min(max(1, page), pages)
    start = (number - 1) * PAGE
    columns = ("on", "of_case", "of_rule", "entry")
    rows: QuerySet[Any, Any] = booked.filter(_window("due", chosen.window)).values_list(*columns)
    if marks is not None:
        rows = marks.filter(_window("day", chosen.window)).values_list(*columns).union(rows, all=True)
    lines = _lines(actor, rows.order_by(*columns)[start : start + PAGE])
    log.read(actor, "deadlines", categories=["identity", "file"], rows=len(lines))
    return Page(lines, count, number, pages), counts


def _counts(booked: "QuerySet[BookedDeadline]", marks: "QuerySet[PositionMark] | None") -> dict[str, int]:
    counts = dict(booked.aggregate(**_counted("due")))
    if marks is not None:
        for name, number in marks.aggregate(**_counted("day")).items():
            counts[name] += number
    return counts


def booked_deadline(actor: Actor, key: UUID) -> BookedDeadline:
    """One line of the book. Writes an access line. Raises ``BookedDeadline.DoesNotExist``."""
    found = BookedDeadline.objects.filter(worked_q(actor, prefix="case__"))
    related = ("case__position", "first_reader", "second_reader", "evidence", "created_by", "confirmed_by")
    booked = found.select_related(*related).get(key=key)
    log.read(actor, "deadline", case_id=booked.case_id, categories=["identity", "file"])
    return booked


def learned_rows_q(actor: Actor) -> Q:
    """Rows of legal positions of the body's cases, for those who learn of the law's answers."""
    return visible_rows_q(actor, reach=Reach.OWN) if learns_position(actor.roles, actor.purpose) else NOTHING


def _window(field: str, name: str) -> Q:
    day = today()
    match name:
        case "overdue":
            return Q(**{f"{field}__lt": day})
        case "today":
            return Q(**{field: day})
        case "week":
            return Q(**{f"{field}__gte": day, f"{field}__lte": day + timedelta(days=7)})
        case "month":
            return Q(**{f"{field}__gte": day, f"{field}__lte": day + timedelta(days=31)})
        case _:
            return Q(**{f"{field}__isnull": False})


def _counted(field: str) -> dict[str, object]:
    return {name: Count("pk", filter=_window(field, name)) for name in WINDOWS}


def _marks(actor: Actor, standing: Standing, chosen: DeadlineFilter) -> "QuerySet[PositionMark] | None":
    """Deadlines that the facts give; None when only entered ones are asked for."""
    if chosen.reading:
        return None
    found = PositionMark.objects.filter(learned_rows_q(actor), kind=PositionMark.Kind.DEADLINE, day__isnull=False)
    if chosen.rule:
        found = found.filter(key=chosen.rule)
    if chosen.mine:
        found = found.filter(case__officer__in=standing.accounts)
    return found.annotate(on=F("day"), of_case=F("case_id"), of_rule=F("key"), entry=_NOT_BOOKED).order_by()


def _booked(actor: Actor, standing: Standing, chosen: DeadlineFilter) -> "QuerySet[BookedDeadline]":
    """Entered deadlines, without those that the facts give with the same day: these stand in the list once."""
    found = BookedDeadline.objects.filter(worked_q(actor, prefix="case__"), body_id=actor.body_id, ended_by=None)
    if chosen.rule:
        found = found.filter(rule=chosen.rule)
    if chosen.mine:
        found = found.filter(case__officer__in=standing.accounts)
    if chosen.reading:
        found = found.filter(confirmed_by__isnull=chosen.reading == "waiting")
    else:
        same = PositionMark.objects.filter(
            kind=PositionMark.Kind.DEADLINE, case=OuterRef("case"), key=OuterRef("rule"), day=OuterRef("due")
        )
        found = found.filter(~Exists(same))
    return found.annotate(on=F("due"), of_case=F("case_id"), of_rule=F("rule"), entry=F("pk")).order_by()


def _lines(actor: Actor, rows: Iterable[tuple[date, int, str, int]]) -> list[DeadlineLine]:
    rows = list(rows)
    ids = {row[1] for row in rows}
    cases = worked_by(actor).select_related("position", "officer").in_bulk(ids)
    entered = BookedDeadline.objects.filter(case__in=ids, ended_by=None).select_related("first_reader", "second_reader")
    by_id = {booked.pk: booked for booked in entered}
    by_day = {(booked.case_id, booked.rule, booked.due): booked for booked in by_id.values()}
    marks = PositionMark.objects.filter(case__in=ids, kind=PositionMark.Kind.DEADLINE)
    computed = {(case_id, key): day for case_id, key, day in marks.values_list("case_id", "key", "day")}
    return [
        DeadlineLine(
            day=day,
            rule=rule,
            case=cases[case_id],
            booked=by_id.get(entry) or by_day.get((case_id, rule, day)),
            computed=computed.get((case_id, rule)),
        )
        for day, case_id, rule, entry in rows
        if case_id in cases
    ]
