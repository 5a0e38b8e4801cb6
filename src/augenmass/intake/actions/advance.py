"""Carrying runs on: whoever holds the lease does chunk after chunk, and anybody can go on after a kill."""

import time
from collections.abc import Callable, Iterator

from django.db.models import Q

from augenmass.intake import lease
from augenmass.intake.actions.linking import Finishing
from augenmass.intake.actions.staging import Staging, refuse
from augenmass.intake.actions.taking import Taking
from augenmass.intake.models import ImportRun
from augenmass.intake.rules.problem import FileRefused
from augenmass.law.time import now

Progress = Callable[[ImportRun], None]


def waiting_runs() -> Iterator[ImportRun]:
    """Runs that somebody has to carry on, the oldest first."""
    free = Q(lease_until=None) | Q(lease_until__lt=now())
    yield from ImportRun.objects.filter(free, state__in=ImportRun.BUSY).order_by("uploaded_at")


def advance(run: ImportRun, seconds: float | None = None, progress: Progress | None = None) -> bool:
    """Carry a run on until it waits for a person or is done, at most for about `seconds`; False when others are at it.

    `progress` is called after each chunk. A kill at any place loses at most the chunk under way, which was not written.
    """
    holder = lease.holder_name()
    if not lease.take(run, holder):
        return False
    ends = None if seconds is None else time.monotonic() + seconds
    try:
        for current in _chunks(run.pk, holder):
            if progress is not None:
                progress(current)
            if ends is not None and time.monotonic() >= ends:
                break
    except lease.RunLost:
        return False
    finally:
        lease.give_back(run, holder)
    run.refresh_from_db()
    return True


def _chunks(run_id: int, holder: str) -> Iterator[ImportRun]:
    run = ImportRun.objects.get(pk=run_id)
    if run.state == ImportRun.State.STAGING:
        try:
            reading = Staging(run, holder)
            while reading.step():
                yield run
        except FileRefused as error:
            refuse(run, error)
        yield run
    elif run.state == ImportRun.State.TAKING:
        for phase in (Taking(run, holder), Finishing(run, holder)):
            while phase.step():
                yield run
        yield run
