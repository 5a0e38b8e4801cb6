"""The worklist: filtered, ordered by date, name or number, never by a person's worth; counts match the list."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.matrix import categories_for
from augenmass.access.released import learns_position
from augenmass.access.sight import fact_names_visible
from augenmass.access.visible import Reach, visible_rows_q
from augenmass.cases.models import NO_DUE_DATE, LegalPosition, PositionMark, SearchWord
from augenmass.cases.words import after_prefix, fold
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY

PAGE = 50
ORDERS = {"due": ("due", "pk"), "name": ("name", "pk"), "number": ("number", "pk")}
DUE_CHOICES = ("overdue", "today", "week", "month")
MOST_WORDS = 6
LONGEST_NUMBER = 18
"""Digits that every database holds in a number."""


@dataclass(frozen=True, slots=True)
class WorklistFilter:
    """What the list is narrowed to; empty means everything."""

    search: str = ""
    lane: str = ""
    step: str = ""
    blocker: str = ""
    doubt: str = ""
    deadline: str = ""
    due: str = ""
    officer: str = ""
    """An account id, ``none`` for cases that nobody is assigned to."""
    unit: str = ""
    order: str = "due"


@dataclass(frozen=True, slots=True)
class WorklistPage:
    """One page of positions; ``count`` is the whole list's, over all pages."""

    rows: list[LegalPosition]
    count: int
    number: int
    pages: int
    position: bool
    """Whether the reader learns lane, steps, deadlines and doubts; else the list is narrowed and ordered without them."""
    named: bool
    """Whether the reader reads personal details; else the list is of file numbers, and nobody is found by name."""


def worklist(actor: Actor, chosen: WorklistFilter, page: int = 1, size: int = PAGE) -> WorklistPage:
    """One page of the worklist; writes an access line. Out-of-range pages give the nearest."""
    position = learns_position(actor.roles, actor.purpose)
    listed = listed_ids(actor, chosen)
    marked = _off_the_marks(actor, chosen) if position else None
    count = (listed if marked is None else marked).count()
    pages = max(1, -(-count // size))
    number = min(max(1, page), pages)
    start = (number - 1) * size
    # The ids come out of an index; only the rows that are shown are read whole.
    ids = list(listed[start : start + size])
    shown = (
        LegalPosition.objects.filter(visible_rows_q(actor, reach=Reach.OWN))
        .select_related("case", "officer", "unit")
        .in_bulk(ids)
    )
    rows = [shown[pk] for pk in ids if pk in shown]
    named = reads_names(actor)
    categories = ["identity", "file"] if named else ["file"]
    log.read(actor, "search" if chosen.search else "worklist", categories=categories, rows=len(rows))
    return WorklistPage(rows=rows, count=count, number=number, pages=pages, position=position, named=named)


def listed_ids(actor: Actor, chosen: WorklistFilter) -> "QuerySet[Any, int]":
    """Ids of the cases of the list, in its order, as this reader may see it."""
    position = learns_position(actor.roles, actor.purpose)
    return _ids_in_order(actor, chosen) if position else _ids_without_position(actor, chosen)


def reads_names(actor: Actor) -> bool:
    """Whether lists of the own body's cases name people to the actor."""
    return "identity" in categories_for(actor.roles, actor.purpose)


def _ids_without_position(actor: Actor, chosen: WorklistFilter) -> "QuerySet[Any, int]":
    """As ``_ids_in_order`` for who may not learn of the law's answers, also not by the order or the count of the list."""
    by_number = chosen.order == "due" or not reads_names(actor)
    order = ORDERS["number"] if by_number else ORDERS.get(chosen.order, ORDERS["number"])
    asked = (chosen.lane, chosen.step, chosen.blocker, chosen.doubt, chosen.deadline, chosen.due)
    found = LegalPosition.objects.none() if any(asked) else filtered(actor, chosen)
    return found.order_by(*order).values_list("pk", flat=True)


def filtered(actor: Actor, chosen: WorklistFilter) -> QuerySet[LegalPosition]:
    """The positions that the actor may see and that meet the filter."""
    found = LegalPosition.objects.filter(visible_rows_q(actor, reach=Reach.OWN))
    for marked in _marked(actor, chosen):
        found = found.filter(pk__in=marked.values("case_id"))
    return found.filter(_due(chosen.due), _columns(chosen)).filter(_search(actor, chosen.search))


def _ids_in_order(actor: Actor, chosen: WorklistFilter) -> "QuerySet[Any, int]":
    """Ids of the cases in the order of the list.

    A list that is narrowed by a step, blocker or doubt and ordered by date is read off the marks, whose index holds both.
    """
    order = ORDERS.get(chosen.order, ORDERS["due"])
    marked = _off_the_marks(actor, chosen)
    if marked is None or order != ORDERS["due"] or chosen.deadline:
        return filtered(actor, chosen).order_by(*order).values_list("pk", flat=True)
    return marked.order_by("day", "case").values_list("case_id", flat=True)


def _off_the_marks(actor: Actor, chosen: WorklistFilter) -> QuerySet[PositionMark] | None:
    """One mark for each case of the list, where it is narrowed by one; its index counts them without reading a position."""
    marked = _marked(actor, chosen)
    if not marked:
        return None
    if chosen.deadline and chosen.due:
        return None  # the day of a deadline's mark is its own
    found = marked[0].filter(_due(chosen.due, column="day"), _columns(chosen, at="case__position__"))
    for other in marked[1:]:
        found = found.filter(case__in=other.values("case_id"))
    return found.filter(_search(actor, chosen.search, column="case"))


def _marked(actor: Actor, chosen: WorklistFilter) -> list[QuerySet[PositionMark]]:
    """The marks that a case must have, one query set for each filter that is set."""
    kinds = PositionMark.Kind
    asked = (
        (kinds.STEP, chosen.step),
        (kinds.BLOCKER, chosen.blocker),
        (kinds.DOUBT, chosen.doubt),
        (kinds.DEADLINE, chosen.deadline),
    )
    return [_marks(actor, kind, key) for kind, key in asked if key]


def _marks(actor: Actor, kind: PositionMark.Kind, key: str) -> QuerySet[PositionMark]:
    if key in VOCABULARY and key not in fact_names_visible(actor):
        return PositionMark.objects.none()
    return PositionMark.objects.filter(visible_rows_q(actor, reach=Reach.OWN), kind=kind, key=key)


def _due(choice: str, column: str = "due") -> Q:
    day = today()
    match choice:
        case "overdue":
            return Q(**{f"{column}__lt": day})
        case "today":
            return Q(**{column: day})
        case "week":
            return Q(**{f"{column}__range": (day, day + timedelta(days=7))})
        case "month":
            return Q(**{f"{column}__range": (day, day + timedelta(days=31))})
        case _:
            return Q()


def _columns(chosen: WorklistFilter, at: str = "") -> Q:
    """Conditions on columns of the position, reached by ``at``."""
    condition = Q(**{f"{at}lane": chosen.lane}) if chosen.lane else Q()
    if chosen.officer == "none":
        condition &= Q(**{f"{at}officer": None})
    elif chosen.officer:
        condition &= _numbered(f"{at}officer_id", chosen.officer)
    if chosen.unit:
        condition &= _numbered(f"{at}unit_id", chosen.unit)
    return condition


def _numbered(column: str, text: str) -> Q:
    """The row with a number from an address; what is no number, or larger than any, finds nothing."""
    fits = text.isdecimal() and len(text) <= LONGEST_NUMBER
    return Q(**{column: int(text)}) if fits else Q(pk__in=[])


def _search(actor: Actor, text: str, column: str = "pk") -> Q:
    """Every word must begin a word of the case: name, alias or number. Who reads no names finds by the whole number only."""
    if text.strip() and not reads_names(actor):
        return Q(number=text.strip())
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()[:MOST_WORDS]
    if text.strip() and not words:
        return Q(pk__in=[])
    condition = Q()
    for word in words:
        hits = SearchWord.objects.filter(
            visible_rows_q(actor, reach=Reach.OWN), word__gte=word, word__lt=after_prefix(word)
        )
        condition &= Q(**{f"{column}__in": hits.values("case_id")})
    return condition


def shown_due(row: LegalPosition) -> date | None:
    """The date of a row, None where there is none."""
    return None if row.due == NO_DUE_DATE else row.due
