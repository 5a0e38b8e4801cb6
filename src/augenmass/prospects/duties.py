"""The regular duty of this room: the tasks to renew suspensions, set in time, and made up for after a standstill."""

from datetime import date, timedelta

from django.db import IntegrityError
from django.utils.translation import gettext as _

from augenmass.cases.models import PositionMark
from augenmass.cases.renewal_lead import weeks_of
from augenmass.directory.models import Body
from augenmass.law.time import day_of, today
from augenmass.prospects.actions.of_step import RENEWAL
from augenmass.prospects.models import RenewalNotice
from augenmass.prospects.rules import wanted_on
from augenmass.record.ledger import System, entry
from augenmass.record.models import Case, Fact
from augenmass.work.actions.tasks import open_task
from augenmass.work.announcing import late_title
from augenmass.work.duties import CutShort, Turn, duty
from augenmass.work.models import DutyRun, Task
from augenmass.work.rules import is_late

EXPIRY = "suspension_expiry"
ENDS = "suspension_valid_until"


NAME = "prospects.renewals"


@duty(NAME, every=timedelta(hours=1))
def set_renewal_tasks(turn: Turn) -> int:
    """Set the task for every suspension whose end has come near, or came while the worker stood still; returns how many."""
    done, since = 0, _last_turn()
    for body in Body.objects.order_by("pk"):
        lead = lead_of(body)
        for case_id, ends in _near(body, lead, since):
            if turn.stopping:
                raise CutShort
            done += _announce(case_id, ends, lead)
            turn.renew()
    return done


def lead_of(body: Body) -> int:
    """How many days before their end the body wants suspensions renewed."""
    return 7 * weeks_of(body.land, body.policies, today())


def _last_turn() -> date:
    last = DutyRun.objects.filter(name=NAME).values_list("last_success", flat=True).first()
    return day_of(last) if last is not None else today()


def _near(body: Body, lead: int, since: date) -> list[tuple[int, date]]:
    """Suspensions of which nobody was told yet: their last day, in the order of cases."""
    day = today()
    marks = PositionMark.objects.filter(body=body, kind=PositionMark.Kind.DEADLINE, key=EXPIRY)
    rows = marks.filter(day__range=(day, day + timedelta(days=lead))).values_list("case_id", "day")
    near = {(case_id, ends) for case_id, ends in rows if ends is not None}
    if since < day:
        near |= _ended_between(body, since, day)
    told = RenewalNotice.objects.filter(case__body=body, valid_until__gte=min(since, day))
    return sorted(near - set(told.values_list("case_id", "valid_until")))


def _ended_between(body: Body, since: date, day: date) -> set[tuple[int, date]]:
    """Suspensions that ended while nobody looked: their deadline no longer runs, the fact stays."""
    rows = Fact.objects.filter(
        case__body=body,
        case__closed_at=None,
        name=ENDS,
        closed_by=None,
        disputed_by=None,
        value__gte=since.isoformat(),
        value__lt=day.isoformat(),
    )
    exact = (row for row in rows.values_list("case_id", "value") if len(row[1]) == len("2026-08-20"))
    return {(case_id, date.fromisoformat(value)) for case_id, value in exact}


def _announce(case_id: int, ends: date, lead: int) -> int:
    """Set the task of one suspension; another worker may have been quicker."""
    known = Fact.objects.filter(case=case_id, name=ENDS, value=ends.isoformat(), closed_by=None).order_by("pk").first()
    if known is None:
        return 0
    wanted, day = wanted_on(ends, lead, day_of(known.known_at)), today()
    try:
        with entry(System(), "suspension.renewal_due", case_id) as e:
            assert e.case is not None
            e.refer(renewal_notice=_noticed(e.case, ends, wanted, day).pk)
            Task.objects.filter(case=e.case, about__startswith=RENEWAL, done_by=None).update(done_by=e.action_id)
            open_task(
                e,
                kind=Task.Kind.TASK,
                title=_title(ends, wanted, day),
                due=max(day, ends - timedelta(days=lead // 2)),
                assignee_id=e.case.officer_id,
                about=f"{RENEWAL}{ends.isoformat()}",
            )
    except IntegrityError:
        return 0
    return 1


def _noticed(case: Case, ends: date, wanted: date, day: date) -> RenewalNotice:
    return RenewalNotice.objects.create(
        case=case, valid_until=ends, wanted_on=wanted, set_on=day, late=is_late(wanted, day)
    )


def _title(ends: date, wanted: date, day: date) -> str:
    if ends < day:
        title = _("Duldung ist am %(day)s abgelaufen: Verlängerung prüfen") % {"day": f"{ends:%d.%m.%Y}"}
    else:
        title = _("Duldung läuft am %(day)s ab: Verlängerung prüfen") % {"day": f"{ends:%d.%m.%Y}"}
    return late_title(title, wanted, day)
