"""Giving cases to another officer: one case, or the whole stack of a colleague."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.cases.models import LegalPosition
from augenmass.directory.models import Account
from augenmass.directory.roles import Permission
from augenmass.record.ledger import book
from augenmass.record.models import Case
from augenmass.work.actions.people import colleague
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

CHUNK = 100
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Stack:
    """Open cases of one officer (None: of nobody), of the actor's body; at most ``most`` of them, oldest first."""

    officer_id: int | None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class StackPreview:
    """What a reassignment would move: numbers only, so that it needs no right to read cases."""

    cases: int
    tasks: int


def _cases_of(actor: Actor, stack: Stack) -> "QuerySet[Case]":
    # No case is read here, only counted and named by id: distributing work is a right of its own.
    found = Case.objects.filter(body_id=actor.body_id, officer_id=stack.officer_id, closed_at=None).order_by("pk")
    return found[: stack.most] if stack.most is not None else found


def preview_stack(actor: Actor, stack: Stack) -> StackPreview:
    """How many open cases and open tasks a reassignment would move."""
    actor.require(Permission.REASSIGN)
    with as_system(SystemRole.HANDOVER):
        cases = _cases_of(actor, stack)
        tasks = Task.objects.filter(case__in=cases.values("pk"), assignee_id=stack.officer_id, done_by=None)
        return StackPreview(cases.count(), tasks.count() if stack.officer_id is not None else 0)


def reassign_stack(actor: Actor, stack: Stack, to_id: int, progress: Progress | None = None) -> int:
    """Give the stack to a colleague, with one action record a case, in short transactions; returns how many cases moved.

    Cut off half-way it can be called again: what has moved is no longer in the stack. A case that got another officer
    in the meantime is left alone. Raises ``NotDone``.
    """
    actor.require(Permission.REASSIGN)
    to = colleague(actor, to_id)
    if to.pk == stack.officer_id:
        raise NotDone(_("Die Fälle liegen bereits bei dieser Person. Bitte wählen Sie eine andere."))
    with as_system(SystemRole.HANDOVER):
        ids = list(_cases_of(actor, stack).values_list("pk", flat=True))
    moved = 0
    for start in range(0, len(ids), CHUNK):
        moved += _move(actor, ids[start : start + CHUNK], stack.officer_id, to)
        if progress is not None:
            progress(min(start + CHUNK, len(ids)), len(ids))
    return moved


def reassign_case(actor: Actor, case_id: int, to_id: int) -> bool:
    """Give one case to a colleague; False when it lies there already or moved meanwhile. Raises ``NotDone``, ``Case.DoesNotExist``."""
    actor.require(Permission.REASSIGN)
    with as_system(SystemRole.HANDOVER):
        case = Case.objects.get(pk=case_id, body_id=actor.body_id)
    to = colleague(actor, to_id)
    return case.officer_id != to.pk and _move(actor, [case.pk], case.officer_id, to) == 1


def _move(actor: Actor, ids: Sequence[int], from_id: int | None, to: Account) -> int:
    with as_system(SystemRole.HANDOVER), book(actor, ids) as opened:
        left_alone = [pk for pk, case in opened.cases.items() if case.officer_id != from_id]
        for pk in left_alone:
            del opened.cases[pk]
        for case in opened.cases.values():
            case.officer = to
            opened.entry("case.reassigned", case).refer(before=from_id, after=to.pk)
        moving = list(opened.cases)
        Case.objects.filter(pk__in=moving).update(officer=to)
        LegalPosition.objects.filter(pk__in=moving).update(officer=to)
        if from_id is not None:
            Task.objects.filter(case__in=moving, assignee=from_id, done_by=None).exclude(not_by=to).update(assignee=to)
    return len(moving)
