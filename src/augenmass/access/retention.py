"""Deleting lines of the access log whose time is over.

How long they are kept is the Land's to say (parameter ``access_log_retention_months``). Where its profile holds no confirmed
value, a line is kept until the end of the year after the one it was written in, as BDSG § 76 (4) has it for the bodies that
it binds. Foreigners' authorities are bound by the GDPR and their Land's act, so this is a default and no finding.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from augenmass.access.inspection import start_of
from augenmass.access.models import AccessLine, ListExport, Opening, SupportSession
from augenmass.directory.land import profile
from augenmass.directory.models import Body
from augenmass.law.calendar import shift
from augenmass.law.time import today
from augenmass.record.ledger import System, entry

PARAMETER = "access_log_retention_months"
CHUNK = 5_000
"""Lines deleted in one transaction: about a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Kept:
    """From which day on lines are kept, and on what that rests; ``confirmed`` where the Land's profile says so."""

    since: date
    months: int | None
    source: str
    confirmed: bool


def kept(land: str, on: date) -> Kept:
    """What a Land keeps of the log on a day."""
    found = profile(land).parameter(PARAMETER, on)
    if found is not None and found.verified:
        months = int(found.value)
        since = date.fromordinal(shift(on.toordinal(), -months, "months"))
        return Kept(since, months, found.source, confirmed=True)
    return Kept(date(on.year - 1, 1, 1), None, "BDSG § 76 Abs. 4", confirmed=False)


def delete_old_lines(stopping: Callable[[], bool] = lambda: False) -> int:
    """Delete, chunk by chunk, what is older than its Land keeps; each chunk is noted in the record with counts only."""
    deleted = 0
    for body in Body.objects.order_by("pk"):
        rule = kept(body.land, today())
        while not stopping():
            chunk = _delete_chunk(body, rule.since)
            deleted += chunk
            if chunk < CHUNK:
                break
        if not stopping():
            deleted += _delete_requests(body, rule.since)
    return deleted


def _delete_requests(body: Body, since: date) -> int:
    """What was asked with a reason is part of the same trace: openings, looks of the operator, lists taken out."""
    over = {
        "openings": Opening.objects.filter(grant__body=body.pk, at__lt=start_of(since)),
        "looks": SupportSession.objects.filter(body=body.pk, asked_at__lt=start_of(since)),
        "exports": ListExport.objects.filter(body=body.pk, asked_at__lt=start_of(since)),
    }
    if not any(rows.exists() for rows in over.values()):
        return 0
    with entry(System(), "access_log.deleted") as e:
        counts = {name: rows.delete()[0] for name, rows in over.items()}
        e.refer(**counts, body=body.pk, before=since.isoformat())
    return sum(counts.values())


def _delete_chunk(body: Body, since: date) -> int:
    over = AccessLine.objects.filter(body=body.pk, at__lt=start_of(since)).order_by("at")
    ids = list(over.values_list("pk", flat=True)[:CHUNK])
    if not ids:
        return 0
    with entry(System(), "access_log.deleted") as e:
        AccessLine.objects.filter(pk__in=ids).delete()
        e.refer(lines=len(ids), body=body.pk, before=since.isoformat())
    return len(ids)
