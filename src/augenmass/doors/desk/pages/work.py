"""What the pages of tasks, post and deadlines show of a row: its address, its case, pages and tabs of its list."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.paginator import Page as DjangoPage
from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from augenmass.cases.models import LegalPosition
from augenmass.record.models import Case
from augenmass.work.models import Task
from augenmass.work.queries.paging import PAGE, Page
from augenmass.work.queries.standing_in import Standing

_ABOUT = {
    "step": "taking",
    "letter": "letter",
    "post": "post_piece",
    "deadline": "deadline",
    "referral": "referral",
    "desk_matter": "residence_matter",
    "transmission": "transmission_sent",
    "notice": "transmission_sent",
    "received": "transmission_received",
    "police_notice": "notice",
    "notice_end": "notice",
    "extract": "extract",
    "departure": "departure",
    "special_staff": "special_staff_case",
    "plan_step": "special_staff_step",
    "travel_paper": "travel_application",
    "tranche": "commitment",
    "journey": "departure",
    "certificate": "departure",
    "programme": "departure",
    "booked": "deadline",
    "conference_item": "conference_measure",
}
"""Routes behind ``Task.about``."""
_OF_CASE = {
    "accommodation": "case_reports",
    "restriction": "case_extracts",
    "withheld": "case_inspections",
    "offer": "counselling_offer",
}
"""Routes that take the key of the case."""


def task_address(task: Task) -> str:
    """Where a task is done: the page of what it is about, else its own."""
    own = task.kind in (Task.Kind.TASK, Task.Kind.RESUBMISSION, Task.Kind.RETURNED_MAIL)
    return (not own and about_address(task)) or reverse("task", args=[task.key])


def about_address(task: Task) -> str:
    """The page of what a task is about, "" when that is the case itself."""
    kind, _colon, key = task.about.partition(":")
    if kind in ("fact", "reopened"):
        return reverse("fact_history", args=[task.case.key, key])
    if kind == "declaration":
        return reverse("step", args=[task.case.key, "answer_declaration"])
    if kind in _OF_CASE:
        return reverse(_OF_CASE[kind], args=[task.case.key])
    return reverse(_ABOUT[kind], args=[key.partition(":")[0]]) if kind in _ABOUT else ""


def name_of(case: Case | None) -> str:
    """The name of a case as its position keeps it; "" without a case or before its first assessment."""
    position: LegalPosition | None = getattr(case, "position", None) if case is not None else None
    return position.name if position is not None else ""


def number_of_page(query: QueryDict, name: str = "page") -> int:
    """The page that an address asks for, 1 when it is no number."""
    text = query.get(name, "1")
    return int(text) if text.isdecimal() and len(text) < 8 else 1


def paginated(found: Page[Any]) -> "DjangoPage[int]":
    """The numbers of pages of a list that the query cut already."""
    return Paginator(range(found.count), PAGE).get_page(found.number)


def tabs_of(
    address: str, name: str, labels: Mapping[str, str], chosen: str, counts: Mapping[str, int], query: QueryDict
) -> list[dict[str, object]]:
    """Tabs that change one parameter of the address and keep the others."""
    return [
        {
            "label": label,
            "address": f"{address}?{_with(query, name, key)}",
            "current": key == chosen,
            "count": counts.get(key, 0),
        }
        for key, label in labels.items()
    ]


def _with(query: QueryDict, name: str, value: str) -> str:
    changed = query.copy()
    changed.pop("page", None)
    changed[name] = value
    return changed.urlencode()


def standing_sentence(standing: Standing) -> str:
    """Whom the reader stands in for today, "" for nobody."""
    names = [name for _account, name in standing.absent]
    if not names:
        return ""
    return _("Sie vertreten heute: %(names)s. Deren Aufgaben stehen mit in Ihren Listen.") % {"names": ", ".join(names)}


def lines(tasks: Iterable[Task]) -> list[dict[str, Any]]:
    """Tasks with their addresses and the names of their cases."""
    return [{"task": task, "address": task_address(task), "name": name_of(task.case)} for task in tasks]
