"""The deadline book: entered by one person, read again by a second one, ended by what answers it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actor import Actor
from augenmass.access.visible import worked_q
from augenmass.directory.roles import Permission
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import BookedDeadline, Task
from augenmass.work.refusal import NotDone


def book_deadline(
    e: Entry,
    *,
    rule: str,
    begins_on: date,
    due: date,
    first_reader_id: int,
    computed: Sequence[dict[str, Any]] = (),
    evidence_id: int | None = None,
    about: str = "",
) -> BookedDeadline:
    """Enter a deadline in an entry under way and ask for a second reader.

    ``computed`` says how the end was found (``{"de", "en", "cite"}`` each). One running line per case, rule and cause:
    an older one is ended. Raises ``ValueError`` when the entry has no case or the deadline ends before it begins.
    """
    if e.case is None:
        raise ValueError("a deadline belongs to a case")
    if due < begins_on:
        raise ValueError("a deadline ends after it begins")
    running = BookedDeadline.objects.filter(case=e.case, rule=rule, about=about, ended_by=None)
    for older in running:
        _close(e, older)
    running.update(ended_by=e.action_id)
    booked = BookedDeadline.objects.create(
        case=e.case,
        body_id=e.case.body_id,
        rule=rule,
        begins_on=begins_on,
        due=due,
        computed=list(computed),
        evidence_id=evidence_id,
        about=about,
        first_reader_id=first_reader_id,
        created_by_id=e.action_id,
    )
    open_task(
        e,
        kind=Task.Kind.SECOND_READING,
        title=_("Frist nachrechnen und bestätigen"),
        due=today(),
        not_by_id=first_reader_id,
        about=_about(booked),
    )
    e.refer(deadline=booked.pk)
    return booked


def confirm_deadline(actor: Actor, key: UUID) -> BookedDeadline:
    """Confirm a deadline as its second reader. A second time by the same person changes nothing.

    Raises ``NotDone`` (the first reader; already confirmed or ended) and ``BookedDeadline.DoesNotExist``.
    """
    actor.require(Permission.TAKE_STEPS)
    booked = BookedDeadline.objects.filter(worked_q(actor, prefix="case__")).get(key=key)
    if booked.first_reader_id == actor.account_id:
        raise NotDone(_("Sie haben diese Frist eingetragen. Nachrechnen muss sie eine zweite Person."))
    if booked.second_reader_id == actor.account_id:
        return booked
    with entry(actor, "deadline.confirmed", booked.case_id) as e:
        mine = BookedDeadline.objects.filter(pk=booked.pk, confirmed_by=None, ended_by=None)
        if not mine.update(confirmed_by=e.action_id, second_reader=actor.account_id):
            raise NotDone(_("Diese Frist wurde inzwischen bestätigt oder beendet. Bitte laden Sie die Seite neu."))
        close_tasks(e, _about(booked))
        e.refer(deadline=booked.pk)
    booked.refresh_from_db()
    return booked


def end_deadlines(e: Entry, about: str) -> int:
    """End the running deadlines of one cause in an entry under way (returned mail, a wrong proof of service); returns how many."""
    running = BookedDeadline.objects.filter(case=e.case, about=about, ended_by=None)
    for booked in running:
        _close(e, booked)
    return running.update(ended_by=e.action_id)


def _about(booked: BookedDeadline) -> str:
    return f"deadline:{booked.key}"


def _close(e: Entry, booked: BookedDeadline) -> None:
    """End what waits because of a line: its second reading, and the task that tells of its day."""
    close_tasks(e, _about(booked))
    close_tasks(e, f"booked:{booked.key}")
