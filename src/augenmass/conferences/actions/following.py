"""Following measures up until they are done: by their owner, by the task in the worklist, by reminders."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from augenmass.access.actor import Actor, NotPermitted
from augenmass.access.reader import SystemRole, as_system
from augenmass.conferences.actions.changing import changing, require_part
from augenmass.conferences.actions.inviting import remind
from augenmass.conferences.models import Measure
from augenmass.conferences.queries.items import visible_items
from augenmass.conferences.queries.seats import UNDER_WAY
from augenmass.conferences.rules.basis import NO_DATA
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import System, entry
from augenmass.work.actions.nobody_named import refuse_person
from augenmass.work.actions.tasks import close_tasks
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
        raise NotDone(_("Das Ergebnis ist zu lang; höchstens 500 Zeichen."))
    if found.data_class == NO_DATA:
        refuse_person(actor, result)
    task = held.task
    case_id = task.case_id if task is not None and task.body_id == actor.body_id else None
    with changing(actor, "conference.measure_ended", found.conference.key, UNDER_WAY, case_id=case_id) as change:
        at = change.entry.book.at
        now_open = Measure.objects.filter(pk=held.pk, done_at=None, dropped_at=None)
        now_open.update(**{"dropped_at" if dropped else "done_at": at}, result=result.strip())
        if case_id is not None and task is not None:
            close_tasks(change.entry, task.about)
        change.entry.refer(item=found.pk, dropped=dropped)
    held.refresh_from_db()
    return held


def follow_up() -> Iterator[int]:
    """Mark measures done whose task was ticked off, and remind owners of what is due; yields the id of each. For the worker."""
    day = today()
    standing = Measure.objects.filter(done_at=None, dropped_at=None).select_related("owner", "item")
    for held in standing.filter(task__done_by__isnull=False):
        with as_system(SystemRole.CONFERENCE), entry(System(), "conference.measure_ended") as e:
            Measure.objects.filter(pk=held.pk, done_at=None).update(done_at=e.book.at)
            e.refer(item=held.item_id, conference=held.item.conference_id)
        yield held.pk
    unreminded = Q(reminded_on=None) | Q(reminded_on__lte=day - AGAIN)
    for held in standing.filter(unreminded, due__lte=day, owner__ended_at=None, task=None):
        with as_system(SystemRole.CONFERENCE), entry(System(), "conference.measure_reminded") as e:
            Measure.objects.filter(pk=held.pk).update(reminded_on=day)
            remind(e, held.owner.email)
            e.refer(item=held.item_id, conference=held.item.conference_id)
        yield held.pk
