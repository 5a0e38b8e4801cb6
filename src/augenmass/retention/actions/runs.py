"""A run of deletion: proposed by one person, confirmed by a second, who is never the first."""

from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import now, today
from augenmass.record.bulk import insert_rows, reserve_ids
from augenmass.record.ledger import entry
from augenmass.record.models import Case
from augenmass.record.once import once
from augenmass.retention.models import DeletionRun, DueRecord
from augenmass.retention.queries.due import CHUNK, Finding, findings
from augenmass.retention.queries.preview import sweep_lines
from augenmass.retention.refusal import NotDecided

OPEN = (DeletionRun.State.PROPOSED, DeletionRun.State.RUNNING)


def propose(actor: Actor, key: UUID) -> DeletionRun:
    """Propose everything that is due today. The same key again gives the same run. Raises ``NotDecided`` and ``NotPermitted``."""
    actor.require_writing()
    actor.require(Permission.RETENTION)
    with as_system(SystemRole.CONTROL):
        return once(
            lambda: DeletionRun.objects.filter(key=key, proposed_by=actor.account_id, body=actor.body_id).first(),
            lambda: _make(actor, key),
        )


def _make(actor: Actor, key: UUID) -> DeletionRun:
    lines = _lines(actor.body)
    if not lines:
        raise NotDecided(_("Heute ist nichts zu löschen."))
    try:
        with transaction.atomic(), entry(actor, "retention.proposed") as e:
            run = DeletionRun.objects.create(
                key=key,
                body=actor.body,
                as_of=today(),
                proposed_by=actor.account,
                proposed_at=e.book.at,
            )
            for line, pk in zip(lines, reserve_ids(DueRecord, len(lines)), strict=True):
                line.pk, line.run_id = pk, run.pk
            insert_rows(DueRecord, lines)
            e.refer(run=run.pk, records=len(lines))
    except IntegrityError:
        if DeletionRun.objects.filter(key=key).exists():
            raise
        raise NotDecided(
            _("Es gibt schon einen Vorschlag, der noch nicht abgeschlossen ist. Bitte schließen Sie zuerst diesen ab.")
        ) from None
    return run


def _lines(body: Body) -> list[DueRecord]:
    """What is due today, as lines of a run; the cases in the order in which they are locked."""
    found = {one.case_id: one for one in findings(body, today()) if one.goes}
    keys: dict[int, UUID] = {}
    ids = sorted(found)
    for start in range(0, len(ids), CHUNK):
        keys |= dict(Case.objects.filter(pk__in=ids[start : start + CHUNK]).values_list("pk", "key"))
    lines = [_line(found[pk], keys[pk]) for pk in ids]
    swept = [line for line in sweep_lines(body, today()) if line.rows]
    return lines + [
        DueRecord(key=uuid4(), rule=line.key, provision=line.provision, last_day=line.before)
        for line in swept
        if line.before is not None
    ]


def _line(found: Finding, case_key: UUID) -> DueRecord:
    answer = found.answer
    assert answer.last_day is not None
    return DueRecord(
        key=uuid4(),
        rule=found.rule,
        provision=answer.provision,
        last_day=answer.last_day,
        case=found.case_id,
        case_key=case_key,
    )


def confirm(actor: Actor, key: UUID) -> DeletionRun:
    """Confirm as the second person; the worker then begins. Raises ``NotDecided``, ``NotPermitted`` and ``DeletionRun.DoesNotExist``."""
    actor.require_writing()
    actor.require(Permission.RETENTION)
    run = DeletionRun.objects.get(key=key, body=actor.body_id)
    if run.proposed_by_id == actor.account_id:
        raise NotDecided(_("Ihren eigenen Vorschlag muss eine andere Person bestätigen."))
    return _decide(actor, run, DeletionRun.State.RUNNING, "retention.confirmed")


def refuse(actor: Actor, key: UUID) -> DeletionRun:
    """Refuse as the second person, or withdraw one's own proposal. Raises as ``confirm`` does."""
    actor.require_writing()
    actor.require(Permission.RETENTION)
    run = DeletionRun.objects.get(key=key, body=actor.body_id)
    if run.proposed_by_id == actor.account_id:
        return _decide(actor, run, DeletionRun.State.WITHDRAWN, "retention.withdrawn")
    return _decide(actor, run, DeletionRun.State.REFUSED, "retention.refused")


def _decide(actor: Actor, run: DeletionRun, state: DeletionRun.State, kind: str) -> DeletionRun:
    with entry(actor, kind) as e:
        waiting = DeletionRun.objects.filter(pk=run.pk, state=DeletionRun.State.PROPOSED)
        if not waiting.update(state=state, decided_by=actor.account, decided_at=now()):
            raise NotDecided(_("Über diesen Vorschlag wurde bereits entschieden."))
        e.refer(run=run.pk)
    run.refresh_from_db()
    return run
