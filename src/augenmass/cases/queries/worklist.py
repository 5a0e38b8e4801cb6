"""The worklist: filtered, ordered by date, name or number, never by a person's worth; counts match the list."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import fact_names_visible, visible_q
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


def worklist(actor: Actor, chosen: WorklistFilter, page: int = 1) -> WorklistPage:
    """One page of the worklist; writes an access line. Out-of-range pages give the nearest."""
    found = filtered(actor, chosen)
    count = found.count()
    pages = max(1, -(-count // PAGE))
    number = min(max(1, page), pages)
    order = ORDERS.get(chosen.order, ORDERS["due"])
    start = (number - 1) * PAGE
    rows = list(found.select_related("case", "officer", "unit").order_by(*order)[start : start + PAGE])
    log.read(actor, "search" if chosen.search else "worklist", categories=["identity", "file"], rows=len(rows))
    return WorklistPage(rows=rows, count=count, number=number, pages=pages)


def filtered(actor: Actor, chosen: WorklistFilter) -> QuerySet[LegalPosition]:
    """The positions that the actor may see and that meet the filter."""
    found = LegalPosition.objects.filter(visible_q(actor))
    if chosen.lane:
        found = found.filter(lane=chosen.lane)
    kinds = PositionMark.Kind
    for kind, key in (
        (kinds.STEP, chosen.step),
        (kinds.BLOCKER, chosen.blocker),
        (kinds.DOUBT, chosen.doubt),
        (kinds.DEADLINE, chosen.deadline),
    ):
        if key in VOCABULARY and key not in fact_names_visible(actor):
            return found.none()
        if key:
            marked = PositionMark.objects.filter(visible_q(actor), kind=kind, key=key)
            found = found.filter(pk__in=marked.values("case_id"))
    return found.filter(_due(chosen.due), _assigned(chosen)).filter(_search(actor, chosen.search))


def _due(choice: str) -> Q:
    day = today()
    match choice:
        case "overdue":
            return Q(due__lt=day)
        case "today":
            return Q(due=day)
        case "week":
            return Q(due__gte=day, due__lte=day + timedelta(days=7))
        case "month":
            return Q(due__gte=day, due__lte=day + timedelta(days=31))
        case _:
            return Q()


def _assigned(chosen: WorklistFilter) -> Q:
    condition = Q()
    if chosen.officer == "none":
        condition &= Q(officer=None)
    elif chosen.officer:
        condition &= _numbered("officer_id", chosen.officer)
    if chosen.unit:
        condition &= _numbered("unit_id", chosen.unit)
    return condition


def _numbered(column: str, text: str) -> Q:
    """The row with a number from an address; what is no number, or larger than any, finds nothing."""
    fits = text.isdecimal() and len(text) <= LONGEST_NUMBER
    return Q(**{column: int(text)}) if fits else Q(pk__in=[])


def _search(actor: Actor, text: str) -> Q:
    """Every word must begin a word of the case: name, alias or number."""
    words = "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()[:MOST_WORDS]
    if text.strip() and not words:
        return Q(pk__in=[])
    condition = Q()
    for word in words:
        hits = SearchWord.objects.filter(visible_q(actor), word__gte=word, word__lt=after_prefix(word))
        condition &= Q(pk__in=hits.values("case_id"))
    return condition


def lane_counts(actor: Actor) -> dict[str, int]:
    """How many visible cases stand in each lane."""
    from django.db.models import Count

    rows = LegalPosition.objects.filter(visible_q(actor)).values_list("lane").annotate(Count("pk"))
    return dict(rows.order_by("lane"))


def marks_in_use(actor: Actor) -> dict[str, list[str]]:
    """The keys that occur in visible positions, by kind: what the filters offer."""
    rows = PositionMark.objects.filter(visible_q(actor)).values_list("kind", "key").distinct().order_by("kind", "key")
    found: dict[str, list[str]] = {}
    for kind, key in rows:
        found.setdefault(kind, []).append(key)
    return found


def shown_due(row: LegalPosition) -> date | None:
    """The date of a row, None where there is none."""
    return None if row.due == NO_DUE_DATE else row.due
