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
    """A page of an ordered query set (two queries). Out-of-range pages give the nearest."""
    count = found.count()
    pages = max(1, -(-count // size))
    number = min(max(1, page), pages)
    start = (number - 1) * size
    return Page(list(found[start : start + size]), count, number, pages)
