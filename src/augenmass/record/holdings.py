"""What the rooms hold of a case and beside it, declared by each room, so that nothing is forgotten when a file is deleted.

    declare(Holding("work.note", "notes"))
    declare(Holding("letters.dispatch", "letters", paths=("letter__case",)))

Every table that is kept with the file of a case (``access/tables.toml``) must be declared; a test of the installation goes through
all of them. A sealed row leaves its digest in the chain, any other row is gone. A room that comes later adds its own lines.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from augenmass.record.models import Case


@dataclass(frozen=True, slots=True)
class Files:
    """Stored files that rows name. ``paths``: those of some rows (by id). ``needed``: whether any row names a path still."""

    paths: Callable[[Sequence[int]], Collection[str]]
    needed: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Holding:
    """Rows of one table that belong to a case.

    ``paths``: ways from the row to its case. ``number``: fields of body and file number where a row names its case by them only.
    ``at_work``: rows that show that the file is still worked on; such a file is not deleted.
    """

    label: str
    record_class: str
    paths: tuple[str, ...] = ("case",)
    number: tuple[str, str] | None = None
    at_work: Q | None = None
    files: Files | None = None

    @property
    def model(self) -> type[Model]:
        """The table. Raises ``LookupError``."""
        return apps.get_model(self.label)

    def of_cases(self, case_ids: Collection[int]) -> "QuerySet[Any]":
        """The rows of some cases (some hundreds at once)."""
        either = Q()
        for path in self.paths:
            either |= Q(**{f"{path}__in": case_ids})
        return self.model._base_manager.filter(either)

    def of_case(self, case: Case) -> "QuerySet[Any]":
        """The rows of one case, also those that name it by its number."""
        found = self.of_cases([case.pk])
        if self.number is None:
            return found
        body, number = self.number
        return found | self.model._base_manager.filter(**{body: case.body_id, number: case.number})


@dataclass(frozen=True, slots=True)
class Sweep:
    """Rows that belong to no case and are kept for a time that the Land sets.

    ``parameter``: months in the Land profile, counted from the end of the work. ``rows``: what a body holds that ended before a day,
    tables that hang on others first.
    """

    key: str
    parameter: str
    rows: Callable[[int, date], Sequence["QuerySet[Any]"]]


_holdings: dict[str, Holding] = {}
_sweeps: dict[str, Sweep] = {}


def declare(*declared: Holding | Sweep) -> None:
    """Add declarations. Raises ``ValueError`` when a table or key is declared twice in different ways."""
    for one in declared:
        if isinstance(one, Holding):
            _keep(_holdings, one.label, one)
        else:
            _keep(_sweeps, one.key, one)


def _keep(held: dict[str, Any], key: str, one: Any) -> None:
    if held.setdefault(key, one) is not one:
        raise ValueError(f"{key} is declared already")


def holdings() -> Mapping[str, Holding]:
    """All declared holdings by the label of their table, in the order of their declaration."""
    return _holdings


def sweeps() -> Mapping[str, Sweep]:
    """All declared sweeps by key."""
    return _sweeps
