"""What all changes of a nomination share: the lock, the version that was read, the task for a second person."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.utils.translation import gettext as _

from augenmass.access.actions import end_grants
from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.access.visible import worked_by
from augenmass.law.time import today
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Fact
from augenmass.special_staff.models import Nomination, PlanStep, Release
from augenmass.special_staff.queries.nominations import visible_nominations
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone


@contextmanager
def locked(actor: Actor, key: UUID, seen: int, kind: str, *, ended: bool = False) -> Iterator[tuple[Entry, Nomination]]:
    """An action on a nomination of an own case that runs, or that ``ended`` too; what the block changes is saved with the next version.

    Raises ``NotDone`` where it ended or somebody else changed it meanwhile, ``Nomination.DoesNotExist``, ``Case.DoesNotExist``.
    """
    case_id = visible_nominations(actor).get(key=key).case_id
    worked_by(actor).get(pk=case_id)
    with entry(actor, kind, case_id) as e:
        found = Nomination.objects.select_related("case__body", "author").get(key=key)
        if found.state == Nomination.State.ENDED and not ended:
            raise NotDone(_("Diese Benennung ist beendet."))
        if found.version != seen:
            raise NotDone(_("Jemand anderes hat die Benennung inzwischen geändert. Bitte lesen Sie sie noch einmal."))
        yield e, found
        found.version += 1
        found.save()
        e.refer(nomination=found.pk)


def ask_second(e: Entry, found: Nomination, author_id: int) -> None:
    """Open the task for a second person."""
    end_tasks(e, found)
    open_task(
        e,
        kind=Task.Kind.SIGNATURE,
        title=_("Benennung für den Sonderstab prüfen"),
        due=today(),
        not_by_id=author_id,
        about=found.about,
    )


def ask_to_tell(e: Entry, found: Nomination) -> None:
    """Open the task to tell the person: today, or on the day on which it is examined again whether they can be told. There is one at a time."""
    end_telling(e, found)
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_("Person über die Benennung unterrichten"),
        due=found.not_told_until or today(),
        assignee_id=found.author_id if found.author_id == e.book.who.account_id else None,
        about=found.about_telling,
    )


def end_telling(e: Entry, found: Nomination) -> None:
    """End the task to tell the person."""
    close_tasks(e, found.about_telling)


def end_tasks(e: Entry, found: Nomination) -> None:
    """End the open tasks about a nomination, all but the one to tell the person."""
    close_tasks(e, found.about)


def finish(e: Entry, found: Nomination, outcome: str, note: str) -> None:
    """End a nomination in an entry under way: its tasks, also in other bodies, and their accesses end with it."""
    found.state, found.outcome, found.outcome_note, found.ended_on = Nomination.State.ENDED, outcome, note, today()
    end_tasks(e, found)
    end_telling(e, found)
    with as_system(SystemRole.SPECIAL_STAFF):
        for step in PlanStep.objects.filter(nomination=found, done_by=None):
            close_tasks(e, step.about)
    end_grants(e, found.about)
    Release.objects.filter(nomination=found, ended_at=None).update(ended_at=e.book.at)
    died = Fact.objects.filter(case=found.case_id, name="case_closed_reason", value="deceased", closed_by=None).exists()
    if found.told_on is None and found.review_on is not None and not died:
        ask_to_tell(e, found)  # what was done jointly is told, also when it is over
