"""Unusual volume of reads, measured against the person's own habit and against thresholds of the Land; off until released.

It counts reads and never looks at what somebody works on. It measures the behaviour of staff, so it stays off until
``gate.queries.staff_measures_allowed`` says otherwise. It names persons, which no other measure does: the question is whether
reads were lawful, and only the data protection officer asks it (``docs/decisions/0011-watching-over-access.md``).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import Count

from augenmass.access import log
from augenmass.access.actor import Actor, Purpose
from augenmass.access.inspection import start_of
from augenmass.access.models import AccessLine
from augenmass.directory.land import profile
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.gate.queries import staff_measures_allowed

DAYS = 60
"""Days before the one looked at, whose median is a person's habit; days without a read do not count."""
FACTOR = 3
"""A day stands out from this multiple of the habit on …"""
LEAST = 50
"""… if it has at least so many reads: three instead of one is nothing."""
FEWEST_DAYS = 5
"""With fewer days of reading there is no habit to compare with."""
THRESHOLD = "reads_per_day_threshold"


@dataclass(frozen=True, slots=True)
class Volume:
    """One person's reads on a day. ``habit`` is None where there are too few days for one."""

    account: Account
    reads: int
    cases: int
    habit: float | None
    above_habit: bool
    above_threshold: bool

    @property
    def stands_out(self) -> bool:
        return self.above_habit or self.above_threshold


@dataclass(frozen=True, slots=True)
class Volumes:
    """A day's volumes, what stands out first; ``threshold`` is None where the Land's profile has none that was confirmed."""

    day: date
    rows: list[Volume]
    threshold: int | None


class NotReleased(Exception):
    """Measures of staff are off for the body."""


def volumes(actor: Actor, day: date) -> Volumes:
    """The reads of the own body's people on a day. Writes an access line. Raises ``NotReleased`` and ``NotPermitted``."""
    actor.require(Permission.READ_ACCESS_LOG)
    if not staff_measures_allowed(actor.body):
        raise NotReleased
    today_reads, cases = _of_day(actor.body_id, day)
    before: dict[int, list[int]] = {account: [] for account in today_reads}
    for back in range(1, DAYS + 1):
        counted, _cases = _of_day(actor.body_id, day - timedelta(days=back))
        for account in before.keys() & counted.keys():
            before[account].append(counted[account])
    threshold = threshold_of(actor.body.land, day)
    people = Account.objects.in_bulk(before)
    rows = [
        _volume(people[account], today_reads[account], cases[account], days, threshold)
        for account, days in before.items()
        if account in people
    ]
    log.read(actor, "access_volume", rows=len(rows), purpose=Purpose.CONTROL)
    return Volumes(day, sorted(rows, key=lambda row: (not row.stands_out, -row.reads, row.account.name)), threshold)


def threshold_of(land: str, day: date) -> int | None:
    """Reads a day from which the Land wants a look, None where none was confirmed."""
    found = profile(land).parameter(THRESHOLD, day)
    return int(found.value) if found is not None and found.verified else None


def _volume(account: Account, reads: int, cases: int, before: list[int], threshold: int | None) -> Volume:
    habit = median(before) if len(before) >= FEWEST_DAYS else None
    return Volume(
        account=account,
        reads=reads,
        cases=cases,
        habit=habit,
        above_habit=habit is not None and reads >= LEAST and reads >= FACTOR * habit,
        above_threshold=threshold is not None and reads >= threshold,
    )


def _of_day(body_id: int, day: date) -> tuple[Counter[int], Counter[int]]:
    """Reads and cases read, by account. One range of the index by body a day."""
    lines = AccessLine.objects.filter(body=body_id, at__gte=start_of(day), at__lt=start_of(day + timedelta(days=1)))
    rows = lines.values("account").annotate(reads=Count("pk"), cases=Count("case", distinct=True)).order_by()
    reads: Counter[int] = Counter()
    cases: Counter[int] = Counter()
    for row in rows:
        reads[row["account"]], cases[row["account"]] = row["reads"], row["cases"]
    return reads, cases
