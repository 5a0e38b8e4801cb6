"""Who does a duty now: one row a duty with a lease, safe with several workers on SQLite and PostgreSQL.

A lease is taken by one conditional update: of two workers exactly one changes the row.
"""

import os
import socket
import threading
from dataclasses import dataclass
from uuid import uuid4

from django.db.models import Q

from augenmass.law.time import now
from augenmass.work.duties import Duty, LeaseLost
from augenmass.work.models import DutyRun


def worker_name() -> str:
    """A name for this worker that no other has: machine, process and a random part (at most 80 characters)."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{uuid4().hex[:12]}"


@dataclass(frozen=True, slots=True)
class Held:
    """A lease that was taken; the worker's turn at the duty."""

    duty: Duty
    holder: str
    stop: threading.Event

    @property
    def stopping(self) -> bool:
        return self.stop.is_set()

    def renew(self) -> None:
        """Extend the lease. Raises ``LeaseLost``."""
        mine = DutyRun.objects.filter(name=self.duty.name, lease_holder=self.holder)
        if not mine.update(lease_until=now() + self.duty.lease):
            raise LeaseLost(self.duty.name)

    def done(self) -> None:
        """Give the lease back after success."""
        self._give_back(last_success=now())

    def cut_short(self) -> None:
        """Give the lease back before the work was finished: it does not count as done."""
        self._give_back()

    def failed(self, error: BaseException) -> None:
        """Give the lease back after an error; only the error's type is kept."""
        self._give_back(last_failure=now(), failure=type(error).__name__[:200])

    def _give_back(self, **changes: object) -> None:
        mine = DutyRun.objects.filter(name=self.duty.name, lease_holder=self.holder)
        mine.update(lease_until=None, lease_holder="", **changes)


def take(duty: Duty, holder: str, stop: threading.Event, *, at_once: bool = False) -> Held | None:
    """Take the lease of a duty, None when another worker has it or (unless ``at_once``) it was done recently enough."""
    DutyRun.objects.get_or_create(name=duty.name)
    moment = now()
    free = Q(lease_until=None) | Q(lease_until__lt=moment)
    if duty.shared and not at_once:
        free &= Q(last_success=None) | Q(last_success__lte=moment - duty.every)
    taken = DutyRun.objects.filter(free, name=duty.name).update(lease_until=moment + duty.lease, lease_holder=holder)
    return Held(duty, holder, stop) if taken else None
