"""The duty that tells of days on which something falls due, and says after a standstill what was told late and by how much."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError
from django.db.models import Max
from django.utils.translation import ngettext

from augenmass.directory.models import Account, Body
from augenmass.law.time import day_of, now, today
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.models import Case, Fact
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.due_days import DueDay, Window, all_sources
from augenmass.work.duties import CutShort, Turn, duty
from augenmass.work.models import DueNotice, DutyRun, Task
from augenmass.work.outbox import tell_who_works
from augenmass.work.rules import is_late

NAME = "work.due_days"
EVERY = timedelta(minutes=15)
STANDSTILL = timedelta(hours=3)
"""From how long a pause on what came and went meanwhile is looked for."""


@duty(NAME, every=EVERY)
def tell_of_due_days(turn: Turn) -> int:
    """Set the task for every day that has come near, or came while the worker stood still; returns how many."""
    done, window = 0, _window()
    for body in Body.objects.order_by("pk"):
        found = {name: list(one.days(body, window)) for name, one in all_sources().items()}
        for due in _new(body, [due for days in found.values() for due in days]):
            if turn.stopping:
                raise CutShort
            turn.renew()
            done += _tell(due, window.day)
        for name, one in all_sources().items():
            if one.ends:
                _settle(body, one.ends, {(due.case_id, due.about) for due in found[name]})
        turn.renew()
    return done


def _window() -> Window:
    last: datetime | None = DutyRun.objects.filter(name=NAME).values_list("last_success", flat=True).first()
    day = today()
    if last is None:
        return Window(day, day)
    return Window(min(day_of(last), day), day, now() - last > STANDSTILL)


def _new(body: Body, given: list[DueDay]) -> list[DueDay]:
    """What nobody was told yet, in the order of days; of one thing the last day counts."""
    found = {(one.case_id, one.about): one for one in sorted(given, key=lambda one: one.day)}
    first = min((one.day for one in found.values()), default=None)
    if first is None:
        return []
    rows = DueNotice.objects.filter(case__body=body, day__gte=first)
    told = set(rows.values_list("case_id", "about", "day").iterator())
    new = [one for one in found.values() if (one.case_id, one.about, one.day) not in told]
    return sorted(new, key=lambda one: (one.day, one.case_id, one.about))


def _tell(due: DueDay, day: date) -> int:
    """Tell of one; another worker may have been quicker."""
    try:
        with entry(System(), "due_day.told", due.case_id) as e:
            tell_in(e, due, day)
    except IntegrityError:
        return 0
    return 1


def tell_in(e: Entry, due: DueDay, day: date) -> None:
    """Set the task of a day in an entry under way. Raises ``IntegrityError`` where it was told before."""
    assert e.case is not None
    wanted = _wanted(due)
    notice = DueNotice.objects.create(case=e.case, about=due.about, day=due.day, wanted_on=wanted, told_on=day)
    e.refer(due_notice=notice.pk)
    close_tasks(e, due.about)
    open_task(
        e,
        kind=due.kind,
        title=late_title(due.title, wanted, day),
        due=max(day, due.day - timedelta(days=due.lead // 2)),
        assignee_id=_responsible(e.case),
        about=due.about,
    )
    if due.urgent:
        tell_who_works(e)


def _settle(body: Body, begins: str, waiting: set[tuple[int, str]]) -> None:
    """End the tasks of what no longer waits: paid, taken back, confirmed."""
    rows = Task.objects.filter(body=body, about__startswith=begins, done_by=None).values_list("case_id", "about")
    for case_id, about in sorted(set(rows) - waiting):
        with entry(System(), "due_day.settled", case_id) as e:
            close_tasks(e, about)


def _wanted(due: DueDay) -> date:
    """The first day on which it could have been told."""
    known = due.known_on or date.min
    if due.known_by:
        rows = Fact.objects.filter(case=due.case_id, name__in=due.known_by, closed_by=None)
        last = rows.aggregate(last=Max("known_at"))["last"]
        known = day_of(last) if last is not None else known
    return max(due.day - timedelta(days=due.lead), known)


def _responsible(case: Case) -> int | None:
    """The officer of the case; None, which is everybody in the body, where they no longer work here."""
    officer: Account | None = case.officer
    return officer.pk if officer is not None and officer.is_active else None


def late_title(title: str, wanted: date, day: date) -> str:
    """The title of a task, with how late it was set where it was late; the title itself is shortened first."""
    if not is_late(wanted, day):
        return title
    late = (day - wanted).days
    said = ngettext(
        "(um %(days)s Tag verspätet angelegt, vorgesehen war der %(wanted)s)",
        "(um %(days)s Tage verspätet angelegt, vorgesehen war der %(wanted)s)",
        late,
    ) % {"days": late, "wanted": f"{wanted:%d.%m.%Y}"}
    return f"{title[: 199 - len(said)]} {said}"
