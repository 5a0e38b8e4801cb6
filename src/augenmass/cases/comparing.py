"""Comparing what the law says of a caseload on two days, or by two catalogues: part after part, by whoever holds the lease.

Enforcement secrets are left out of what is compared: a count that they moved would tell those of them who may not read them.
"""

import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final
from uuid import uuid4

import numpy as np
from django.db import transaction
from django.db.models import Q, QuerySet

from augenmass.access.reader import SystemRole, as_system
from augenmass.access.sight import SECRET_NAMES
from augenmass.cases.facts import facts_on_days
from augenmass.cases.models import MovedCases
from augenmass.law.altered import CatalogueAltered
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.comparison import Comparison as Compared
from augenmass.law.comparison import Tally, compare
from augenmass.law.time import now
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import catalogue_of, in_force
from augenmass.lawbook.models import CatalogueVersion, Comparison
from augenmass.record.models import Case

CHUNK: Final = 500
"""Cases of a part: a second or less, so that a page can wait for the first."""
LEASE: Final = timedelta(seconds=60)
"""Longer than any part; a killed process holds a comparison up no longer than this."""
KEPT: Final = timedelta(days=30)
LANE: Final = ""
"""In the place of a question: the lane."""

_NAMES: Final = tuple(name for name in VOCABULARY if name not in SECRET_NAMES)


class Overtaken(Exception):
    """Another process is at the comparison, or it was asked for anew."""


def cases_of(comparison: Comparison) -> QuerySet[Case]:
    """The cases that a comparison is about."""
    return Case.objects.all() if comparison.body_id is None else Case.objects.filter(body=comparison.body_id)


def compare_waiting(seconds: float, stopping: Callable[[], bool]) -> int:
    """Carry waiting comparisons on for some seconds, the oldest first; returns how many parts were compared."""
    ends, parts = time.monotonic() + seconds, 0
    with as_system(SystemRole.EVALUATION):
        for pk in list(_free().order_by("asked_at").values_list("pk", flat=True)):
            if stopping() or time.monotonic() >= ends:
                break
            parts += carry_on(pk, ends - time.monotonic(), stopping)
    return parts


def carry_on(pk: int, seconds: float, stopping: Callable[[], bool] = lambda: False) -> int:
    """Compare part after part until all are in or the time is up; returns how many parts, 0 while others are at it."""
    holder, ends, parts = uuid4().hex, time.monotonic() + seconds, 0
    with as_system(SystemRole.EVALUATION):
        if not _free().filter(pk=pk).update(lease_until=now() + LEASE, lease_holder=holder):
            return 0
        try:
            while _part(pk, holder):
                parts += 1
                if stopping() or time.monotonic() >= ends:
                    break
        except Overtaken:
            return parts
        finally:
            Comparison.objects.filter(pk=pk, lease_holder=holder).update(lease_until=None, lease_holder="")
    return parts


def _free() -> QuerySet[Comparison]:
    free = Q(lease_until=None) | Q(lease_until__lt=now())
    return Comparison.objects.filter(free, state=Comparison.State.WAITING)


def _part(pk: int, holder: str) -> bool:
    """Compare the next part; False when none was left. Raises ``Overtaken``, and nothing was written then."""
    comparison = Comparison.objects.filter(pk=pk, lease_holder=holder).first()
    if comparison is None:
        raise Overtaken
    if comparison.state != Comparison.State.WAITING:
        return False
    ids = list(
        cases_of(comparison).filter(pk__gt=comparison.last_case).order_by("pk").values_list("pk", flat=True)[:CHUNK]
    )
    try:
        found = compared(ids, comparison)
    except (CatalogueAltered, CatalogueVersion.DoesNotExist):
        _write(comparison, holder, state=Comparison.State.FAILED, finished_at=now())
        return True
    tally = Tally.from_json(comparison.numbers)
    tally.add(found)
    ended = {"state": Comparison.State.DONE, "finished_at": now()} if len(ids) < CHUNK else {}
    with transaction.atomic():
        _write(
            comparison,
            holder,
            numbers=tally.to_json(),
            done=comparison.done + len(ids),
            last_case=ids[-1] if ids else comparison.last_case,
            **ended,
        )
        MovedCases.objects.bulk_create(_moved(comparison, found, ids))
    return True


def _write(comparison: Comparison, holder: str, **values: object) -> None:
    mine = Comparison.objects.filter(pk=comparison.pk, lease_holder=holder, state=Comparison.State.WAITING)
    if not mine.update(lease_until=now() + LEASE, **values):
        raise Overtaken


def compared(ids: list[int], comparison: Comparison) -> Compared:
    """Compare some cases, as they stand on each of the two days. Raises ``CatalogueAltered`` and ``CatalogueVersion.DoesNotExist``."""
    days = tuple(dict.fromkeys((comparison.earlier, comparison.later)))
    columns = [
        Columns.of(VOCABULARY, [known[case_id].held for case_id in ids], _NAMES) for known in facts_on_days(ids, days)
    ]
    return compare(
        _catalogue(comparison.catalogue),
        columns[0],
        comparison.earlier,
        comparison.later,
        later_catalogue=_catalogue(comparison.later_catalogue),
        later_columns=columns[-1],
    )


def _catalogue(checksum: str) -> Catalogue:
    answering = in_force()
    return answering if answering.hash == checksum else catalogue_of(checksum)


def _moved(comparison: Comparison, found: Compared, ids: list[int]) -> Iterator[MovedCases]:
    numbered = np.array(ids, dtype=np.int64)
    ways = [(question, way) for question in found.moved() for way in found.answers(question)]
    for question, (before, after) in [*ways, *((LANE, way) for way in found.lanes())]:
        if before != after:
            rows = found.cases(question, before, after) if question else found.cases_between_lanes(before, after)
            yield MovedCases(
                comparison=comparison, question=question, before=before, after=after, ids=packed(numbered[rows])
            )


def packed(ids: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> bytes:
    """Write ascending ids as compressed differences: a thousand neighbours take some bytes."""
    return zlib.compress(np.diff(ids, prepend=0).astype("<i8").tobytes())


def unpacked(parts: Iterable[bytes]) -> list[int]:
    """Read the ids of several rows, one after the other."""
    return [int(pk) for part in parts for pk in np.cumsum(np.frombuffer(zlib.decompress(part), dtype="<i8"))]


def forget_comparisons() -> int:
    """Delete comparisons past their time; returns how many."""
    with as_system(SystemRole.EVALUATION):
        old = Comparison.objects.filter(asked_at__lt=now() - KEPT)
        found = old.count()
        old.delete()
    return found
