"""Tasks: the lists behind "Mein Tag", the task list and the tasks of a case."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.visible import Reach, visible_q, worked_q
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.work.models import Task
from augenmass.work.queries.paging import Page, page_of
from augenmass.work.queries.standing_in import Standing
from augenmass.work.rules import GIVEN

Kind = Task.Kind
FIRST_PERSON = (Kind.TASK, Kind.RESUBMISSION, Kind.RETURNED_MAIL, Kind.POST, Kind.NOTICE)
SECOND_PERSON = (Kind.SIGNATURE, Kind.SECOND_READING)
SECTIONS = ("overdue", "today", "resubmission", "to_sign", "to_read", "waiting", "coming")


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What the list is narrowed to: one of ``SECTIONS`` or "" for everything that is open and the actor's."""

    section: str = ""


def visible_tasks(actor: Actor) -> "QuerySet[Task]":
    """Open tasks on cases that the actor may see."""
    return Task.objects.filter(_reached(actor), body_id=actor.body_id, done_by=None)


def _reached(actor: Actor) -> Q:
    """Tasks on the cases of the actor's body, and steps of a joint plan that it does in the case of another."""
    given = Q(about__startswith=GIVEN) & visible_q(actor, prefix="case__", reach=Reach.GRANTED)
    return worked_q(actor, prefix="case__") | given


def own(standing: Standing) -> Q:
    """Tasks to be done by the actor or somebody they stand in for, and those that nobody is named for.

    Both halves are served by the index of open tasks by assignee; a condition on the case would need every open task.
    """
    return (Q(assignee__in=standing.accounts) | Q(assignee=None)) & Q(kind__in=FIRST_PERSON)


def second_person(actor: Actor, standing: Standing, kind: Task.Kind) -> Q:
    """Signatures or readings that the actor can give as the second person: never their own first ones."""
    right = Permission.SECOND_SIGNATURE if kind == Kind.SIGNATURE else Permission.TAKE_STEPS
    if not actor.may(right):
        return Q(pk__in=[])
    not_mine = Q(not_by=None) | ~Q(not_by=actor.account_id)
    return Q(kind=kind) & not_mine & (Q(assignee=None) | Q(assignee__in=standing.accounts))


def waiting_for_others(actor: Actor) -> Q:
    """What the actor gave to a second person."""
    return Q(kind__in=SECOND_PERSON, not_by=actor.account_id)


def section(actor: Actor, standing: Standing, name: str, day: date) -> Q:
    """The condition of one section; the sections of a person's own tasks do not overlap."""
    mine = own(standing)
    match name:
        case "overdue":
            return mine & Q(due__lt=day) & ~Q(kind=Kind.RESUBMISSION)
        case "today":
            return mine & Q(due=day) & ~Q(kind=Kind.RESUBMISSION)
        case "resubmission":
            return mine & Q(due__lte=day, kind=Kind.RESUBMISSION)
        case "coming":
            return mine & Q(due__gt=day)
        case "to_sign":
            return second_person(actor, standing, Kind.SIGNATURE)
        case "to_read":
            return second_person(actor, standing, Kind.SECOND_READING)
        case "waiting":
            return waiting_for_others(actor)
        case _:
            return mine


def task_list(actor: Actor, standing: Standing, chosen: TaskFilter, page: int = 1) -> Page[Task]:
    """One page of open tasks by day. Writes an access line."""
    found = visible_tasks(actor).filter(section(actor, standing, chosen.section, today()))
    rows = page_of(found.select_related("case__position", "assignee").order_by("due", "pk"), page)
    log.read(actor, "tasks", categories=["identity", "file"], rows=len(rows.rows))
    return rows


def task_detail(actor: Actor, key: UUID) -> Task:
    """One task, open or done. Writes an access line. Raises ``Task.DoesNotExist``."""
    found = Task.objects.filter(_reached(actor), body_id=actor.body_id)
    related = ("case__position", "assignee", "not_by", "created_by__actor", "done_by__actor")
    task = found.select_related(*related).get(key=key)
    log.read(actor, "task", case_id=task.case_id, categories=["identity", "file"])
    return task


def tasks_of_case(actor: Actor, case_id: int, most: int = 50) -> list[Task]:
    """Open tasks of a case by day, for its page (one query; the page writes the access line)."""
    return list(visible_tasks(actor).filter(case=case_id).select_related("assignee").order_by("due", "pk")[:most])


def task_counts(actor: Actor, standing: Standing) -> dict[str, int]:
    """How many open tasks each section holds ("" for all of one's own): the numbers match ``task_list``."""
    day, tasks = today(), visible_tasks(actor)
    names = ("", *SECTIONS)
    counted = {name or "own": Count("pk", filter=section(actor, standing, name, day)) for name in names}
    shared = {name: counted.pop(name) for name in ("to_sign", "to_read", "waiting")}
    counts = dict(tasks.filter(own(standing)).aggregate(**counted))
    counts |= tasks.filter(kind__in=SECOND_PERSON).aggregate(**shared)
    counts[""] = counts.pop("own")
    return counts
