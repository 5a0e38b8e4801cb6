"""Following measures up until they are done: by their owner, by the task in the worklist, by reminders."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.actions.changing import changing, require_part
from augenmass.conferences.actions.inviting import remind
from augenmass.conferences.models import Item, Measure
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.conferences.rules.basis import NO_DATA
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import System, entry
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.actions.tasks import close_tasks
from augenmass.work.once import AlreadyDone
from augenmass.work.refusal import NotDone

AGAIN = timedelta(days=7)


def finish_measure(actor: Actor, item: UUID, result: str, dropped: bool = False) -> Measure:
    """Say that a measure is done, or that it was given up and why. A second time changes nothing.

    Raises ``NotDone``, ``NotPermitted`` for anybody but its owner, ``Item.DoesNotExist``.
    """
    require_part(actor)
    found = visible_items(actor).select_related("conference", "measure__owner", "measure__task").get(key=item)
    held: Measure | None = getattr(found, "measure", None)
    if held is None or held.owner.account_id != actor.account_id or held.owner.body_id != actor.body_id:
        raise NotPermitted(Permission.CONFERENCES)
    if dropped and not result.strip():
        raise NotDone(_("Bitte schreiben Sie, warum die Maßnahme aufgegeben wird."))
    if len(result) > 500:
        raise NotDone(_("Das Ergebnis ist zu lang. Bitte kürzen Sie es auf höchstens 500 Zeichen."))
    if found.data_class == NO_DATA:
        refuse_person(actor, result)
    # Where it ended already, or meanwhile, nothing is done and the empty action is taken back.
    with suppress(AlreadyDone):
        _finish(actor, found, held, result.strip(), dropped)
    held.refresh_from_db()
    return held


def _finish(actor: Actor, found: Item, held: Measure, result: str, dropped: bool) -> None:
    task = held.task
    case_id = task.case_id if task is not None and task.body_id == actor.body_id else None
    with changing(actor, "conference.measure_ended", found.conference.key, UNDER_WAY, case_id=case_id) as change:
        ended = {"dropped_at" if dropped else "done_at": change.entry.book.at}
        if not _open().filter(pk=held.pk).update(**ended, result=result):
            raise AlreadyDone
        if case_id is not None and task is not None:
            close_tasks(change.entry, task.about)
        change.entry.refer(item=found.pk, dropped=dropped)


def follow_up() -> Iterator[int]:
    """Mark measures done whose task was ticked off, and remind owners of what is due; yields the id of each. For the worker."""
    for held in _open().filter(task__done_by__isnull=False).select_related("item"):
        with suppress(AlreadyDone):
            _mark_done(held)
            yield held.pk
    for held in _unreminded().select_related("owner", "item"):
        with suppress(AlreadyDone):
            _remind(held)
            yield held.pk


def _mark_done(held: Measure) -> None:
    with as_system(SystemRole.CONFERENCE), entry(System(), "conference.measure_ended") as e:
        if not _open().filter(pk=held.pk).update(done_at=e.book.at):
            raise AlreadyDone
        e.refer(item=held.item_id, conference=held.item.conference_id)


def _remind(held: Measure) -> None:
    with as_system(SystemRole.CONFERENCE), entry(System(), "conference.measure_reminded") as e:
        if not _unreminded().filter(pk=held.pk).update(reminded_on=today()):
            raise AlreadyDone
        remind(e, held.owner.email)
        e.refer(item=held.item_id, conference=held.item.conference_id)


def _open() -> QuerySet[Measure]:
    return Measure.objects.filter(done_at=None, dropped_at=None)


def _unreminded() -> QuerySet[Measure]:
    """What is due and has no task that reminds of it, unless its owner was reminded within a week."""
    waits = Q(reminded_on=None) | Q(reminded_on__lte=today() - AGAIN)
    followed = _open().filter(item__conference__state__in=UNDER_WAY)
    return followed.filter(waits, due__lte=today(), owner__ended_at=None, task=None)
