"""Tasks and resubmissions on a case: create, put off, give to somebody, done."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_by, worked_q
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.people import colleague
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone, once
from augenmass.work.refusal import NotDone
from augenmass.work.rules import GIVEN, DayProblem, problem_with_due

BY_HAND = (Task.Kind.TASK, Task.Kind.RESUBMISSION)
"""Kinds that a person creates and ticks off; the others end with what they are about."""
TICKED_OFF = (*BY_HAND, Task.Kind.RETURNED_MAIL)
DAY_SENTENCES = {
    DayProblem.PAST: gettext_noop(
        "Der Tag liegt in der Vergangenheit. Bitte wählen Sie heute oder einen späteren Tag."
    ),
    DayProblem.TOO_FAR: gettext_noop("Der Tag liegt mehr als fünf Jahre entfernt. Bitte prüfen Sie das Jahr."),
}


@dataclass(frozen=True, slots=True)
class NewTask:
    """What the form says of a task; ``key`` comes from the form, so that the same form sent twice makes one task."""

    key: UUID
    kind: Task.Kind
    title: str
    due: date
    assignee_id: int | None = None


def open_task(
    e: Entry,
    *,
    kind: Task.Kind,
    title: str,
    due: date,
    assignee_id: int | None = None,
    not_by_id: int | None = None,
    about: str = "",
    key: UUID | None = None,
    body_id: int | None = None,
) -> Task:
    """Open a task in an entry under way, on the entry's case; ``body_id``: for another body that takes part. Raises ``ValueError`` when the entry has no case."""
    if e.case is None:
        raise ValueError("a task belongs to a case")
    task = Task(
        case=e.case,
        body_id=body_id or e.case.body_id,
        kind=kind,
        title=title[:200],
        due=due,
        assignee_id=assignee_id,
        not_by_id=not_by_id,
        about=about,
        created_by_id=e.action_id,
    )
    if key is not None:
        task.key = key
    task.save(force_insert=True)
    return task


def close_tasks(e: Entry, about: str) -> int:
    """End the open tasks about something (e.g. ``step:<uuid>``) in an entry under way; returns how many."""
    return Task.objects.filter(case=e.case, about=about, done_by=None).update(done_by=e.action_id)


def create_task(actor: Actor, case_id: int, new: NewTask) -> Task:
    """Create a task or resubmission. The same key again gives the task that is there.

    Raises ``NotDone`` (day, title, person) and ``Case.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    worked_by(actor).get(pk=case_id)
    if new.kind not in BY_HAND:
        raise NotDone(_("Diese Art von Aufgabe entsteht von selbst und kann nicht angelegt werden."))
    _checked_day(new.due)
    if not new.title.strip():
        raise NotDone(_("Bitte schreiben Sie in einem Satz, was zu tun ist."))
    assignee = colleague(actor, new.assignee_id) if new.assignee_id is not None else actor.account
    return once(
        lambda: Task.objects.filter(key=new.key, case_id=case_id).first(),
        lambda: _create(actor, case_id, new, assignee),
    )


def _create(actor: Actor, case_id: int, new: NewTask, assignee: Account | None) -> Task:
    with entry(actor, "task.created", case_id) as e:
        task = open_task(e, kind=new.kind, title=new.title.strip(), due=new.due, assignee_id=_pk(assignee), key=new.key)
        e.refer(task=task.pk)
    return task


def reschedule_task(actor: Actor, key: UUID, due: date) -> Task:
    """Put a task on another day. Raises ``NotDone`` and ``Task.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    _checked_day(due)
    task = _open(actor, key)
    if task.kind not in TICKED_OFF:
        raise NotDone(_("Der Tag dieser Aufgabe richtet sich nach dem Vorgang und kann nicht verlegt werden."))
    if task.due == due:
        return task
    with entry(actor, "task.rescheduled", task.case_id) as e:
        e.refer(task=task.pk, before=task.due.isoformat(), after=due.isoformat())
        Task.objects.filter(pk=task.pk, done_by=None).update(due=due)
    task.due = due
    return task


def give_task(actor: Actor, key: UUID, assignee_id: int) -> Task:
    """Give an open task to a colleague of the own body. Raises ``NotDone`` and ``Task.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    task = _open(actor, key)
    if task.kind not in TICKED_OFF:
        raise NotDone(_("Diese Aufgabe wird von der Stelle erledigt, für die sie entstanden ist."))
    assignee = colleague(actor, assignee_id)
    if task.assignee_id == assignee.pk:
        return task
    with entry(actor, "task.given", task.case_id) as e:
        e.refer(task=task.pk, to=assignee.pk)
        Task.objects.filter(pk=task.pk, done_by=None).update(assignee=assignee)
    task.assignee = assignee
    return task


def finish_task(actor: Actor, key: UUID) -> Task:
    """Tick a task off. A second time changes nothing. Raises ``NotDone`` and ``Task.DoesNotExist``."""
    actor.require(Permission.TAKE_STEPS)
    task = Task.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    if task.kind not in TICKED_OFF or task.about.startswith(GIVEN):
        raise NotDone(_("Diese Aufgabe endet mit dem Vorgang, zu dem sie gehört. Bitte öffnen Sie diesen Vorgang."))
    if task.done_by_id is not None:
        return task
    try:
        with entry(actor, "task.done", task.case_id) as e:
            e.refer(task=task.pk)
            if not Task.objects.filter(pk=task.pk, done_by=None).update(done_by=e.action_id):
                raise AlreadyDone
    except AlreadyDone:
        # Somebody else was quicker; leaving the block by an exception took the empty action back.
        task.refresh_from_db()
        return task
    task.done_by_id = e.action_id
    return task


def _checked_day(due: date) -> None:
    problem = problem_with_due(due, today())
    if problem is not None:
        raise NotDone(_(DAY_SENTENCES[problem]))


def _open(actor: Actor, key: UUID) -> Task:
    task = Task.objects.filter(worked_q(actor, prefix="case__"), body_id=actor.body_id).get(key=key)
    if task.done_by_id is not None:
        raise NotDone(_("Diese Aufgabe ist bereits erledigt. Bitte laden Sie die Seite neu."))
    return task


def _pk(account: Account | None) -> int | None:
    return account.pk if account else None
