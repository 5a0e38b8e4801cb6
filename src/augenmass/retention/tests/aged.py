"""Files that are due: closed long ago in a Land whose profile has a period."""

from uuid import uuid4

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.record.ledger import book
from augenmass.record.models import Case, Source
from augenmass.retention.actions.deleting import advance, erase_files, waiting_runs
from augenmass.retention.actions.runs import confirm, propose
from augenmass.retention.models import DeletionRun

CLOSED = {
    "family_name": "Vergangen",
    "first_names": "Ada",
    "date_of_birth": "1960-05-04",
    "case_closed_on": "2012-03-04",
    "case_closed_reason": "departed",
}
BAN = {"entry_ban_ordered_on": "2010-01-10", "entry_ban_until": "2013-06-30", "removed_on": "2010-06-30"}


def in_mittelau(body: Body) -> Body:
    """Move a body to the invented Land, whose profile is complete."""
    body.land = "XM"
    body.save()
    return body


def closed_case(actor: Actor, number: str, **facts: str) -> Case:
    """A case with the facts of a closed file; a fact given as "" is left out."""
    from augenmass.cases.positions import recompute

    with book(actor) as opened:
        case = Case.objects.create(number=number, body=actor.body, officer=actor.account, created_at=opened.at)
        source, _made = Source.objects.get_or_create(
            body=actor.body, kind=Source.Kind.OFFICER, label="Gespräch Vergangen"
        )
        entry = opened.entry("case.opened", case)
        for name, value in {**CLOSED, **facts}.items():
            if value:
                entry.establish(name, value, source_id=source.pk)
        opened.flush()
        recompute([case.pk])
    case.refresh_from_db()
    return case


def work_off() -> None:
    """What the worker does."""
    for run in waiting_runs():
        advance(run)
    erase_files()


def run_all(first: Actor, second: Actor) -> DeletionRun:
    """Propose, confirm, delete."""
    run = propose(first, uuid4())
    confirm(second, run.key)
    work_off()
    run.refresh_from_db()
    return run


def settled(run: DeletionRun) -> list[tuple[str, str, str]]:
    """How the lines of a run stand: rule, state, hindrance."""
    return list(run.records.order_by("pk").values_list("rule", "state", "hindrance"))
