"""Several short lists with the count of each whole list, in one query: what "Mein Tag" is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

SHOWN = 6
"""Rows of each section on the page; the rest is behind its link."""
Row = TypeVar("Row")


@dataclass(slots=True)
class Section(Generic[Row]):
    """The first rows of a list, and how many it has in all."""

    count: int = 0
    rows: list[Row] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many rows are not shown."""
        return self.count - len(self.rows)


def sections_of(
    found: "QuerySet[Any]", conditions: Mapping[str, Q], order: Sequence[str], shown: int = SHOWN
) -> dict[str, Section[Any]]:
    """Split a query set by conditions that exclude each other; one query whatever the size."""
    named = Case(
        *(When(condition, then=Value(name)) for name, condition in conditions.items()), output_field=CharField()
    )
    either = Q()
    for condition in conditions.values():
        either |= condition
    ordered = [F(name[1:]).desc() if name.startswith("-") else F(name).asc() for name in order]
    rows = (
        found.filter(either)
        .annotate(section=named)
        .annotate(
            place=Window(RowNumber(), partition_by="section", order_by=ordered),
            in_section=Window(Count("pk"), partition_by="section"),
        )
        .filter(place__lte=shown)
        .order_by("section", "place")
    )
    made: dict[str, Section[Any]] = {name: Section() for name in conditions}
    for row in rows:
        made[row.section].count = row.in_section
        made[row.section].rows.append(row)
    return made


def first_of(found: "QuerySet[Any]", order: Sequence[str], shown: int = SHOWN) -> Section[Any]:
    """The first rows of one list and its count; what is not shown is counted in an index, never read."""
    rows = list(found.order_by(*order)[: shown + 1])
    return Section(found.order_by().count() if len(rows) > shown else len(rows), rows[:shown])
