"""The deletion itself: one file, or the data of one file under a provision of their own, in one transaction with all that hangs on it.

The caller holds the lock of the case. Rows go, digests stay, one action of the chain attests what went and names nothing of it.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import F, QuerySet

from augenmass.cases.affected import affected_by
from augenmass.cases.positions import recompute
from augenmass.record.bulk import delete_rows
from augenmass.record.erasure import CHUNK, Erasure, empty_rows
from augenmass.record.holdings import Files, Holding, holdings, sweeps
from augenmass.record.ledger import Book
from augenmass.record.models import Case, Fact, Sealed
from augenmass.retention.models import FileToErase, Remainder
from augenmass.retention.queries.due import values_of
from augenmass.retention.queries.of_removal import received_with, removal_rows
from augenmass.retention.rules import closed_in, is_closed, outcome
from augenmass.transmissions.models import ReceivedContent

ERASED, REAPPLIED = "retention.erased", "retention.reapplied"
SWEPT_AT_ONCE = 1_000


def erase_file(opened: Book, case: Case, kind: str, **references: object) -> Counter[str]:
    """Erase everything of a case; relatives' positions are computed anew. Returns rows by record class."""
    erasure = Erasure(opened.entry(kind))
    erasure.entry.refer(**references)
    relatives = [pk for pk in affected_by([case.pk]) if pk != case.pk]
    _note_for_statistics(case)
    counts: Counter[str] = Counter()
    for holding in holdings().values():
        counts[holding.record_class] += _erase_holding(erasure, holding, list(_ids(holding.of_case(case))))
    erasure.actions(case.pk)
    counts["record"] = erasure.counts["record.action"] + 1
    erasure.case(case.pk)
    opened.cases.pop(case.pk, None)
    erasure.attest()
    recompute(relatives)
    return +counts


def erase_removal_data(
    opened: Book, case: Case, kind: str, known_before: datetime, **references: object
) -> Counter[str]:
    """Erase the data on an expulsion or removal of a file that goes on (AufenthG § 91 (1)). Returns rows by record class."""
    erasure = Erasure(opened.entry(kind))
    erasure.entry.refer(**references)
    counts: Counter[str] = Counter()
    found = removal_rows([case.pk], known_before)
    received = received_with(next(rows.ids for rows in found if rows.model is Fact))
    for rows in found:
        if (files := holdings()[rows.model._meta.label_lower].files) is not None:
            _let_go(files, rows.model._meta.label_lower, rows.ids)
        _erase(erasure, rows.model, rows.ids)
        counts[rows.record_class] += len(rows.ids)
    erasure.attest()
    # The timeline of the file says that something went and why; what went stands nowhere.
    told = opened.entry("fact.erased", case)
    told.refer(erased_by=erasure.entry.action_id, rows=counts.total())
    if received:
        counts["transmissions"] += empty_rows(told, ReceivedContent.objects.filter(pk__in=received), text="")
    opened.flush()
    recompute(affected_by([case.pk]))
    return +counts


def sweep_some(opened: Book, key: str, body_id: int, before: date, kind: str, **references: object) -> int:
    """Delete up to a thousand rows that belong to no case and ended before a day; returns how many, 0 when none is left."""
    for rows in sweeps()[key].rows(body_id, before):
        ids = list(_ids(rows)[:SWEPT_AT_ONCE])
        if ids:
            erasure = Erasure(opened.entry(kind))
            erasure.entry.refer(**references)
            _erase(erasure, rows.model, ids)
            erasure.attest()
            return len(ids)
    return 0


def _ids(rows: "QuerySet[Any]") -> "QuerySet[Any, Any]":
    return rows.order_by("pk").values_list("pk", flat=True).distinct()


def _erase_holding(erasure: Erasure, holding: Holding, ids: list[int]) -> int:
    if holding.files is not None:
        _let_go(holding.files, holding.label, ids)
    _erase(erasure, holding.model, ids)
    return len(ids)


def _erase(erasure: Erasure, model: Any, ids: list[int]) -> None:
    if issubclass(model, Sealed):
        erasure.rows(model, ids)
        return
    for start in range(0, len(ids), CHUNK):
        delete_rows(model, ids[start : start + CHUNK])
    erasure.counts[model._meta.label_lower] += len(ids)


def _let_go(files: Files, label: str, ids: list[int]) -> None:
    paths: Iterable[str] = sorted(files.paths(ids)) if ids else ()
    FileToErase.objects.bulk_create([FileToErase(path=path, label=label) for path in paths])


def _note_for_statistics(case: Case) -> None:
    """Count the file by body, year and reason of closing: all that is left of it."""
    values = values_of(case.pk)
    if not is_closed(values):
        return
    line, _made = Remainder.objects.get_or_create(
        body_id=case.body_id, closed_in=closed_in(values), outcome=outcome(values)
    )
    Remainder.objects.filter(pk=line.pk).update(cases=F("cases") + 1)
