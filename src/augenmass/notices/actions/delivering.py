"""The worker's part: finding the case, setting the examination, matching ends to starts, reopening, and deleting what nobody was found for."""

from contextlib import suppress
from datetime import date, timedelta

from django.utils.translation import gettext as _

from augenmass.directory.land import profile
from augenmass.law.time import today
from augenmass.notices.actions.erasing import erase
from augenmass.notices.actions.reopening import reopen
from augenmass.notices.models import Notice
from augenmass.notices.queries.matching import case_of
from augenmass.notices.queries.proceedings import end_of, of_proceedings, start_of, takes_the_ground
from augenmass.notices.rules.checking import END_AFTER, END_OF_LAND, EXAMINE_WITHIN
from augenmass.notices.rules.kinds import STARTS, Erased, Kind, Outcome
from augenmass.notices.words import OUTCOME_LABELS
from augenmass.record.ledger import Entry, System, entry
from augenmass.work.actions.tasks import open_task
from augenmass.work.duties import Turn
from augenmass.work.models import Task
from augenmass.work.once import AlreadyDone
from augenmass.work.outbox import tell_who_works

CHUNK = 200
State = Notice.State


def deliver_waiting(turn: Turn) -> int:
    """Bring what waits to its case or to who finds it, oldest first, each in a transaction of its own; returns how many."""
    done = 0
    waiting = Notice.objects.filter(state=State.WAITING).order_by("pk").values_list("pk", flat=True)
    for pk in list(waiting[:CHUNK]):
        if turn.stopping:
            break
        turn.renew()
        _deliver(Notice.objects.select_related("content", "receiver", "corrects").get(pk=pk))
        done += 1
    return done


def _deliver(notice: Notice) -> None:
    case_id = _case_id(notice)
    if case_id is None:
        with suppress(AlreadyDone), entry(System(), "notice.unassigned") as e:
            waiting = Notice.objects.filter(pk=notice.pk, state=State.WAITING)
            if not waiting.update(state=State.UNASSIGNED, end_due=end_due(notice)):
                raise AlreadyDone
            e.refer(notice=notice.pk)
        return
    # Where its sender took it back or corrected it meanwhile, the empty action is taken back.
    with suppress(AlreadyDone), entry(System(), "notice.assigned", case_id) as e:
        if not settle(e, notice, State.WAITING):
            raise AlreadyDone


def _case_id(notice: Notice) -> int | None:
    """The case of what it corrects, of its proceedings, or of its person."""
    if notice.corrects is not None and notice.corrects.case_id is not None:
        return notice.corrects.case_id
    known = {other.case_id for other in of_proceedings(notice) if other.case_id is not None}
    if len(known) == 1:
        return known.pop()
    found = case_of(notice)
    return found.pk if found is not None else None


def settle(e: Entry, notice: Notice, was: str) -> bool:
    """Put a notice to the entry's case: its officer gets the examination, ends meet their starts. False where somebody was quicker."""
    case = e.case
    assert case is not None
    due = today() + EXAMINE_WITHIN
    won = Notice.objects.filter(pk=notice.pk, state=was).update(
        state=State.OPEN, case=case, holder=case.body_id, due=due, end_due=end_due(notice)
    )
    if not won:
        return False
    # Not of which kind: the action stays on the case also where the notice turns out to be irrelevant.
    e.refer(notice=notice.pk)
    open_task(
        e,
        kind=Task.Kind.POST,
        title=_("Mitteilung von %(body)s prüfen") % {"body": notice.sender_name},
        due=due,
        assignee_id=case.officer_id,
        about=notice.about,
    )
    notice.case = case
    meet(e, notice)
    tell_who_works(e)
    return True


def end_due(notice: Notice) -> date | None:
    """From when on the sender of a start is asked for the end; None for anything else, or where the end is here."""
    if notice.kind not in STARTS or notice.content.occurred_on is None or end_of(notice) is not None:
        return None
    day = notice.content.occurred_on
    return day + timedelta(days=days_until_asked(notice, day))


def days_until_asked(notice: Notice, day: date) -> int:
    """The rule of the Land where it is confirmed, else what is usual."""
    found = profile(notice.receiver.land).parameter(END_OF_LAND, day)
    return int(found.value) if found is not None and found.verified else END_AFTER


def meet(e: Entry, notice: Notice) -> None:
    """Match an end with its start, whichever came first; an acquittal or discontinuation reopens what rested on the proceedings."""
    end = notice if notice.kind == Kind.ENDED else end_of(notice)
    if end is None:
        return
    start = start_of(end)
    if start is not None:
        Notice.objects.filter(pk=end.pk, start=None).update(start=start)
    end_proceedings(e, end, start)


def end_proceedings(e: Entry, end: Notice, start: Notice | None) -> None:
    """Nobody is asked for the end any more, and what loses its ground is looked at again."""
    others = [*of_proceedings(end), *([start] if start is not None else [])]
    running = [other.pk for other in others if other.kind in STARTS]
    Notice.objects.filter(pk__in=running).update(end_due=None)
    if takes_the_ground(end):
        reopen(e, others, str(OUTCOME_LABELS[Outcome(end.content.outcome)]))


def forget_unassigned(turn: Turn) -> int:
    """Delete the content of notices that nobody was found for within their time; returns how many."""
    done = 0
    over = Notice.objects.filter(state=State.UNASSIGNED, due__lt=today()).order_by("pk").values_list("pk", flat=True)
    for pk in list(over[:CHUNK]):
        if turn.stopping:
            break
        turn.renew()
        done += _forget(pk)
    return done


def _forget(pk: int) -> bool:
    try:
        with entry(System(), "notice.erased") as e:
            notice = Notice.objects.select_for_update(of=("self",)).filter(pk=pk, state=State.UNASSIGNED).first()
            if notice is None:
                raise AlreadyDone
            erase(e, notice, Erased.NOBODY_FOUND)
    except AlreadyDone:
        # Somebody assigned it or took it back meanwhile.
        return False
    return True
