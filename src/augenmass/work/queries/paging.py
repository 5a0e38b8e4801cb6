"""One page of a list, with the count of the whole list."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

PAGE = 50
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Rows of one page; ``count`` is the whole list's, over all ``pages``."""

    rows: list[Row]
    count: int
    number: int = 1
    pages: int = 1


def page_of(found: "QuerySet[Any]", page: int, size: int = PAGE) -> Page[Any]:
    """A page of an ordered query set (three queries). Out-of-range pages give the nearest.

    Which rows are on it is asked by key first: a database that sorts a long list would otherwise carry every column of every
    row through the sorting, with those of joined tables.
    """
    count = found.count()
    pages = max(1, -(-count // size))
    number = min(max(1, page), pages)
    start = (number - 1) * size
    keys = list(found.values_list("pk", flat=True)[start : start + size])
    rows = {row.pk: row for row in found.filter(pk__in=keys).order_by()} if keys else {}
    return Page([rows[key] for key in keys if key in rows], count, number, pages)
