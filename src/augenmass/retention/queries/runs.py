"""Runs and holds of a body, for who has the right to retention."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, OuterRef, Subquery

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.roles import Permission
from augenmass.law.time import day_of
from augenmass.record.models import Case
from augenmass.retention.models import DeletionRun, DueRecord, LegalHold, Remainder
from augenmass.retention.queries.preview import in_backups_until

SHOWN = 20
NUMBERS = 200


@dataclass(slots=True)
class ProtocolLine:
    """What a run says of one rule and provision: how many lines stand how, and the rows that went by class."""

    rule: str
    provision: str
    waiting: int
    erased: int
    kept: dict[str, int]
    rows: dict[str, int]


@dataclass(frozen=True, slots=True)
class Protocol:
    """A run with its lines summed up. ``numbers``: file numbers of what still waits, at most two hundred."""

    run: DeletionRun
    lines: Sequence[ProtocolLine]
    numbers: Sequence[str]
    files: int
    """Lines that are about a file or its data."""
    backups_until: date | None


def runs_of(actor: Actor) -> list[DeletionRun]:
    """The latest runs of the actor's body. Raises ``NotPermitted``."""
    actor.require(Permission.RETENTION)
    found = DeletionRun.objects.filter(body=actor.body_id).select_related("proposed_by", "decided_by")
    return list(found.annotate(lines=Count("records"))[:SHOWN])


def protocol_of(actor: Actor, key: UUID) -> Protocol:
    """One run. Writes an access line where it names files. Raises ``NotPermitted`` and ``DeletionRun.DoesNotExist``."""
    actor.require(Permission.RETENTION)
    run = DeletionRun.objects.select_related("proposed_by", "decided_by", "body").get(key=key, body=actor.body_id)
    lines: dict[tuple[str, str], ProtocolLine] = {}
    waiting: list[int] = []
    records = run.records.order_by("pk").values_list("rule", "provision", "state", "hindrance", "counts", "case")
    files = 0
    for rule, provision, state, hindrance, counts, case in records.iterator(2_000):
        line = lines.setdefault((rule, provision), ProtocolLine(rule, provision, 0, 0, {}, {}))
        files += case is not None
        if state == DueRecord.State.KEPT:
            line.kept[hindrance] = line.kept.get(hindrance, 0) + 1
        elif state == DueRecord.State.ERASED:
            line.erased += 1
        else:
            line.waiting += 1
            if case is not None and len(waiting) < NUMBERS:
                waiting.append(case)
        for record_class, rows in counts.items():
            line.rows[record_class] = line.rows.get(record_class, 0) + rows
    with as_system(SystemRole.CONTROL):
        named = Case.objects.filter(pk__in=waiting, body=actor.body_id).order_by("number")
        numbers = list(named.values_list("number", flat=True))
    if numbers:
        log.read(actor, "retention", rows=len(numbers))
    until = in_backups_until(day_of(run.finished_at)) if run.finished_at else None
    return Protocol(run, list(lines.values()), numbers, files, until)


def holds_of(actor: Actor) -> list[LegalHold]:
    """The running holds of the actor's body, the next review first. Writes an access line. Raises ``NotPermitted``."""
    actor.require(Permission.RETENTION)
    with as_system(SystemRole.CONTROL):
        found = list(
            LegalHold.objects.filter(case__body=actor.body_id, lifted_at=None).select_related("case", "set_by")
        )
    if found:
        log.read(actor, "retention_holds", rows=len(found))
    return found


def remainder_of(actor: Actor) -> list[Remainder]:
    """What is left of erased files for statistics. Raises ``NotPermitted``."""
    actor.require(Permission.RETENTION)
    return list(Remainder.objects.filter(body=actor.body_id))


def held_until() -> Subquery:
    """The next review of the running hold on a case, for ``beside_case``; None where there is none."""
    running = LegalHold.objects.filter(case=OuterRef("pk"), lifted_at=None)
    return Subquery(running.order_by("-review_on").values("review_on")[:1])
