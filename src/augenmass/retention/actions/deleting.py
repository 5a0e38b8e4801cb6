"""The worker's part of a run: line by line in short transactions, under a lease, taken up again after a kill where the lines stand."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import structlog
from django.core.files.storage import default_storage
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import Q

from augenmass.cases.files import hold_file
from augenmass.directory.models import Body
from augenmass.law.time import now, today
from augenmass.record.holdings import holdings
from augenmass.record.ledger import Book, System, book, entry
from augenmass.record.models import Case, Fact, Source
from augenmass.retention.actions.erasing import ERASED, erase_file, erase_removal_data, sweep_some
from augenmass.retention.erased_list import add_to_list
from augenmass.retention.models import DeletionRun, DueRecord, FileToErase
from augenmass.retention.queries.due import Hindrance, findings
from augenmass.retention.rules import CASE_FILE

log = structlog.get_logger()
LEASE = timedelta(minutes=2)
"""Longer than any transaction here; a killed process keeps a run from nobody longer than this."""
Stopping = Callable[[], bool]


class RunLost(Exception):
    """Another process holds the run now; it goes on where the lines stand."""


def waiting_runs() -> list[DeletionRun]:
    """Confirmed runs that nobody is at."""
    free = Q(lease_until=None) | Q(lease_until__lt=now())
    return list(DeletionRun.objects.filter(free, state=DeletionRun.State.RUNNING).order_by("pk"))


def advance(run: DeletionRun, stopping: Stopping = lambda: False) -> int:
    """Carry a confirmed run on until it is done or the worker stops; returns how many lines were settled."""
    holder = uuid4().hex
    free = Q(lease_until=None) | Q(lease_until__lt=now())
    mine = DeletionRun.objects.filter(pk=run.pk, state=DeletionRun.State.RUNNING)
    if not mine.filter(free).update(lease_until=now() + LEASE, lease_holder=holder):
        return 0
    try:
        settled, failed = _work_off(run, holder, stopping)
    except RunLost:
        return 0
    DeletionRun.objects.filter(pk=run.pk, lease_holder=holder).update(lease_until=None, lease_holder="")
    if failed is not None:
        raise failed
    return settled


def _work_off(run: DeletionRun, holder: str, stopping: Stopping) -> tuple[int, Exception | None]:
    """Settle line after line. One that fails keeps none of the others waiting; it is tried again in the next turn."""
    settled, behind, failed = 0, 0, None
    while not stopping():
        line = run.records.filter(state=DueRecord.State.WAITING, pk__gt=behind).order_by("pk").first()
        if line is None:
            if failed is None:
                _finish(run, holder)
            break
        try:
            settled += _settle(run, line, holder)
        except (RunLost, OperationalError, InterfaceError):
            raise
        except Exception as error:  # noqa: BLE001  raised again when the others are settled
            log.error("deletion_failed", run=run.pk, line=line.pk, error=type(error).__name__)
            failed, behind = error, line.pk
    return settled, failed


def _settle(run: DeletionRun, line: DueRecord, holder: str) -> int:
    """One step at one line; returns 1 when the line is settled by it."""
    if line.case is None:
        return _settle_sweep(run, line, holder)
    with book(System(), [line.case], of_any_body=True) as opened:
        _renew(run, holder)
        case = opened.cases.get(line.case)
        hindrance = _hindrance(run.body, line, case)
        if hindrance or case is None:
            line.state, line.hindrance = DueRecord.State.KEPT, hindrance
        else:
            line.counts = dict(_erase(opened, run, line, case))
            line.state = DueRecord.State.ERASED
        line.settled_at = opened.at
        line.save(update_fields=["state", "hindrance", "counts", "settled_at"])
    add_to_list()
    return 1


def _hindrance(body: Body, line: DueRecord, case: Case | None) -> str:
    """Ask the law and the holds again, now that nobody else can change the case."""
    if case is None or case.body_id != body.pk:
        return Hindrance.GONE
    for found in findings(body, today(), [case.pk]):
        if found.rule == line.rule and not found.goes and found.hindrance:
            return found.hindrance
        if found.rule == line.rule and found.goes:
            return ""
    return Hindrance.NOT_DUE


def _erase(opened: Book, run: DeletionRun, line: DueRecord, case: Case) -> dict[str, int]:
    if line.rule == CASE_FILE:
        return erase_file(opened, case, ERASED, **_said(run, line))
    return erase_removal_data(opened, case, ERASED, opened.at, **_said(run, line))


def _said(run: DeletionRun, line: DueRecord) -> dict[str, object]:
    return {"run": run.pk, "line": line.pk, "provision": line.provision}


def _settle_sweep(run: DeletionRun, line: DueRecord, holder: str) -> int:
    """Sweep some rows; the line is settled when none is left."""
    with book(System()) as opened:
        _renew(run, holder)
        said = _said(run, line)
        gone = sweep_some(opened, line.rule, run.body_id, line.last_day, ERASED, **said)
        line.counts = {line.rule: line.counts.get(line.rule, 0) + gone}
        if not gone:
            line.state, line.settled_at = DueRecord.State.ERASED, opened.at
        line.save(update_fields=["counts", "state", "settled_at"])
    if not gone:
        add_to_list()
    return int(not gone)


def _renew(run: DeletionRun, holder: str) -> None:
    """Extend the lease inside the transaction. Raises ``RunLost``, which takes the transaction back."""
    mine = DeletionRun.objects.filter(pk=run.pk, lease_holder=holder, state=DeletionRun.State.RUNNING)
    if not mine.update(lease_until=now() + LEASE):
        raise RunLost(run.pk)


def _finish(run: DeletionRun, holder: str) -> None:
    """Note the end in the record; sources that no fact names any more go with it."""
    with entry(System(), "retention.finished") as e:
        _renew(run, holder)
        e.refer(run=run.pk, sources=sweep_sources(run.body_id))
        DeletionRun.objects.filter(pk=run.pk).update(state=DeletionRun.State.DONE, finished_at=now())
    forget_pages()


def sweep_sources(body_id: int) -> int:
    """Delete what officers named as a source (free text) where no fact rests on it any more; returns how many."""
    named = Source.objects.filter(body=body_id, kind=Source.Kind.OFFICER).values_list("pk", flat=True)
    used = set(Fact.objects.filter(source__body=body_id).order_by().values_list("source_id", flat=True).distinct())
    gone = [pk for pk in named if pk not in used]
    Source.objects.filter(pk__in=gone).delete()
    return len(gone)


def erase_files(stopping: Stopping = lambda: False) -> int:
    """Delete stored files that no row names any more; returns how many. A file that somebody stored anew meanwhile stays."""
    erased = 0
    for waiting in FileToErase.objects.order_by("pk"):
        if stopping():
            break
        with transaction.atomic():
            hold_file(waiting.path)
            files = holdings()[waiting.label].files
            if files is not None and not files.needed(waiting.path):
                default_storage.delete(waiting.path)
                erased += 1
            FileToErase.objects.filter(pk=waiting.pk).delete()
    return erased


def forget_pages() -> None:
    """Empty SQLite's write-ahead log, in which pages with erased content could be left; PostgreSQL's is archived with the backups."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
