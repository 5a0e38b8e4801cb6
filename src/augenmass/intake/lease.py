"""Who is at a run: one conditional update, so that of two workers exactly one goes on."""

from datetime import timedelta
from uuid import uuid4

from django.db.models import Q

from augenmass.intake.models import ImportRun
from augenmass.law.time import now

LEASE = timedelta(seconds=60)
"""Longer than any chunk; a killed process blocks its run no longer than this."""


class RunLost(Exception):
    """Another process holds the run now. Nothing is lost: it goes on where the rows end."""


def holder_name() -> str:
    """A name that no other process has."""
    return uuid4().hex


def take(run: ImportRun, holder: str) -> bool:
    """Take the lease of a run that is free or whose holder is gone; False when somebody else is at it."""
    moment = now()
    free = Q(lease_until=None) | Q(lease_until__lt=moment) | Q(lease_holder=holder)
    return bool(
        ImportRun.objects.filter(free, pk=run.pk, state__in=ImportRun.BUSY).update(
            lease_until=moment + LEASE, lease_holder=holder
        )
    )


def renew(run: ImportRun, holder: str) -> None:
    """Extend the lease inside the transaction of a chunk. Raises `RunLost`, which rolls the chunk back."""
    mine = ImportRun.objects.filter(pk=run.pk, lease_holder=holder, state__in=ImportRun.BUSY)
    if not mine.update(lease_until=now() + LEASE):
        raise RunLost(run.pk)


def give_back(run: ImportRun, holder: str) -> None:
    """End the lease, if it is still held."""
    ImportRun.objects.filter(pk=run.pk, lease_holder=holder).update(lease_until=None, lease_holder="")
