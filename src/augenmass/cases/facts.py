"""The facts of cases as the law reads them: recorded rows and derived values, at a day and as known at a moment."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from django.db.models import Q

from augenmass.cases.derived import Basis, basis_of, derive
from augenmass.law.facts import Held, Value, parse_value
from augenmass.law.vocabulary import VOCABULARY
from augenmass.record.models import Fact

Row = tuple[int, int, str, str, date | None, date | None, int | None]
"""Fact id, case id, name, canonical value, true from, true to, disputed by."""
_COLUMNS = ("pk", "case_id", "name", "value", "true_from", "true_to", "disputed_by_id")


@dataclass(slots=True)
class KnownFacts:
    """What is held of one case at a day, and the days after it on which a recorded value begins or ends."""

    held: dict[str, Held] = field(default_factory=dict)
    changes: list[date] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A text or choice value, "" when not established."""
        found = self.held.get(name)
        return found.value if found is not None and isinstance(found.value, str) else ""


@lru_cache(maxsize=200_000)
def _value(name: str, text: str) -> Value | None:
    return parse_value(VOCABULARY[name], text)


def current_facts(case_ids: Collection[int], on: date) -> dict[int, KnownFacts]:
    """What is held today of each case, with derived facts. Unknown ids give empty entries."""
    return facts_on_days(case_ids, (on,))[0]


def facts_on_days(case_ids: Collection[int], days: Collection[date]) -> list[dict[int, KnownFacts]]:
    """What is held today of each case, as it is true on each of some days; the rows are read once."""
    rows = Fact.objects.filter(case_id__in=case_ids, closed_by=None).order_by("known_at", "pk").values_list(*_COLUMNS)
    read, basis = list(rows), basis_of(case_ids)
    return [_collect(case_ids, read, on, basis) for on in days]


def facts_in(rows: Iterable[Fact], case_id: int, on: date, of: Basis) -> KnownFacts:
    """What rows of one case that a page has read already say of a day."""
    ordered = sorted(rows, key=lambda fact: (fact.known_at, fact.pk))
    values = [
        (fact.pk, case_id, fact.name, fact.value, fact.true_from, fact.true_to, fact.disputed_by_id) for fact in ordered
    ]
    return _collect([case_id], values, on, of)[case_id]


def facts_as_of(case_id: int, true_on: date, known_at: datetime) -> KnownFacts:
    """What the office knew at a moment about a day."""
    rows = (
        Fact.objects.filter(case_id=case_id, known_at__lte=known_at)
        .filter(Q(closed_at=None) | Q(closed_at__gt=known_at))
        .order_by("known_at", "pk")
        .values_list(*_COLUMNS)
    )
    return _collect([case_id], rows, true_on, basis_of([case_id]))[case_id]


def _collect(case_ids: Collection[int], rows: Iterable[Row], on: date, of: Basis) -> dict[int, KnownFacts]:
    known = {case_id: KnownFacts() for case_id in case_ids}
    for pk, case_id, name, text, true_from, true_to, disputed_by in rows:
        of_case = known[case_id]
        if true_from is not None and true_from > on:
            of_case.changes.append(true_from)
            continue
        if true_to is not None:
            if true_to < on:
                continue
            if true_to < date.max:  # registers write "no end" as 31.12.9999
                of_case.changes.append(date.fromordinal(true_to.toordinal() + 1))
        value = _value(name, text) if name in VOCABULARY else None
        if value is not None:
            of_case.held[name] = Held(value, pk, disputed_by is not None)
    derive(known, on, of)
    return known
