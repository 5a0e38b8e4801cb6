"""Bringing reports to the officers: the worker finds the case, sets the task that follows and tells by mail that there is work.

What is delivered is read from the state of the rows: a worker that was away catches up in the order in which things happened.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from augenmass.accommodation.models import Report, Resident, Withdrawal
from augenmass.accommodation.queries import competent_elsewhere
from augenmass.accommodation.rules import Event, Follow, Happened, days_to_look, ends_absence, follows
from augenmass.cases.words import fold
from augenmass.competence.queries import KEEPERS
from augenmass.directory.land import profile
from augenmass.law.time import today
from augenmass.record.ledger import Entry, System, entry
from augenmass.record.models import Case, Fact
from augenmass.steps.models import StepTaking
from augenmass.work.actions.tasks import close_tasks, open_task
from augenmass.work.duties import Turn
from augenmass.work.models import Task
from augenmass.work.outbox import tell_who_works

CHUNK = 200
DELIVERED_WITHIN = timedelta(minutes=1)
"""From the report to the page and the mail of the officer, while the worker runs."""
State = Report.State
DELIVERED = "accommodation.delivered"
PLANNED_DAY = "departure_planned_on"


def deliver_waiting(turn: Turn) -> int:
    """Deliver what waits, oldest event first, each report in a transaction of its own; returns how many were handled."""
    done = 0
    waiting = Report.objects.filter(state=State.WAITING).order_by("happened_at", "pk").values_list("pk", flat=True)
    for pk in list(waiting[:CHUNK]):
        if turn.stopping:
            break
        turn.renew()
        _handle(Report.objects.select_related("resident__house__body", "to_house").get(pk=pk))
        done += 1
    return done + _deliver_withdrawals(turn)


def _deliver_withdrawals(turn: Turn) -> int:
    """What houses took back, oldest first."""
    done = 0
    waiting = Withdrawal.objects.filter(delivered=False, report__state=State.DELIVERED).order_by("withdrawn_at", "pk")
    for pk in list(waiting.values_list("pk", flat=True)[:CHUNK]):
        if turn.stopping:
            break
        turn.renew()
        undo(Withdrawal.objects.select_related("report__resident__house").get(pk=pk))
        done += 1
    return done


def _handle(report: Report) -> None:
    resident = report.resident
    if resident.case_id is None:
        resident.case_id = _case_of(resident)
        if resident.case_id is not None:
            Resident.objects.filter(pk=resident.pk, case=None).update(case=resident.case_id)
    if resident.case_id is None:
        Report.objects.filter(pk=report.pk, state=State.WAITING).update(state=State.UNMATCHED)
    else:
        _deliver(report, resident.case_id)


def _case_of(resident: Resident) -> int | None:
    """The one case of the authority, or of another keeper of cases in its Land, whose number and name are those of the list."""
    land = resident.house.body.land
    found = Case.objects.filter(number__iexact=resident.number, body__land=land, body__kind__in=KEEPERS)
    named = [case.pk for case in found.select_related("position")[:20] if fold(_name_of(case)) == fold(resident.name)]
    return named[0] if len(named) == 1 else None


def _name_of(case: Case) -> str:
    position = getattr(case, "position", None)
    return position.name if position is not None else ""


def _deliver(report: Report, case_id: int) -> None:
    with entry(System(), DELIVERED, case_id) as e:
        if not Report.objects.filter(pk=report.pk, state=State.WAITING).update(state=State.DELIVERED):
            return
        assert e.case is not None
        e.refer(report=report.pk, event=report.event)
        event = Event(report.event)
        if ends_absence(event):
            _end_absences(e, report)
        planned = event is Event.RETURN and has_plans(e.case)
        if planned:
            Report.objects.filter(pk=report.pk).update(planned=True)
        if follows(_happened(report), _others(report, event), planned) is Follow.TASK:
            _open(e, report, event)
        tell_who_works(e)


def _others(report: Report, event: Event) -> Iterable[Happened]:
    rows = Report.objects.filter(withdrawal=None).exclude(pk=report.pk)
    if event is Event.ABSENCE:
        return map(_happened, rows.filter(resident__case=report.resident.case_id))
    return map(_happened, rows.filter(resident=report.resident))


def _happened(report: Report) -> Happened:
    return Happened(Event(report.event), report.happened_at)


def _end_absences(e: Entry, report: Report) -> None:
    """End the tasks of absences that this report answers, in whichever house they were noticed."""
    earlier = Report.objects.filter(
        resident__case=e.case, event=Event.ABSENCE, happened_at__lte=report.happened_at, state=State.DELIVERED
    )
    ended = [absence.pk for absence in earlier if close_tasks(e, absence.about)]
    if ended:
        e.refer(ends=ended)


def has_plans(case: Case) -> bool:
    """Whether a day of departure lies ahead or a step is under way. Of what is secret (AufenthG § 97a) nothing is asked."""
    under_way = StepTaking.objects.filter(case=case, state__in=[StepTaking.State.DRAFT, StepTaking.State.WAITING])
    days = Fact.objects.filter(case=case, name=PLANNED_DAY, closed_by=None, value__gte=today().isoformat())
    return under_way.exists() or days.exists()


def _open(e: Entry, report: Report, event: Event) -> None:
    assert e.case is not None
    open_task(
        e,
        kind=Task.Kind.TASK,
        title=_title(e.case, report, event),
        due=_due(e.case, event),
        assignee_id=e.case.officer_id,
        about=report.about,
    )


def _due(case: Case, event: Event) -> date:
    day = today()
    if event is not Event.ABSENCE:
        return day
    return day + timedelta(days=days_to_look(profile(case.body.land), day))


def undo(withdrawal: Withdrawal) -> None:
    """Tell the case that a report was wrong: its task ends, tasks that it ended come back, and the officer looks at it again."""
    report = withdrawal.report
    with entry(System(), "accommodation.withdrawn", report.resident.case_id) as e:
        if not Withdrawal.objects.filter(pk=withdrawal.pk, delivered=False).update(delivered=True):
            return
        e.refer(report=report.pk, withdrawal=withdrawal.pk)
        close_tasks(e, report.about)
        _ask_again(e, report)
        Report.objects.filter(pk=report.pk).update(noted_by=None)
        tell_who_works(e)


def _ask_again(e: Entry, report: Report) -> None:
    """Open the tasks of absences anew that this report ended, unless another report answers them."""
    ended = Task.objects.filter(case=e.case, done_by__kind=DELIVERED, done_by__references__report=report.pk)
    keys = {task.about.partition(":")[2] for task in ended if task.about.startswith("accommodation:")}
    for absence in Report.objects.filter(key__in=keys, withdrawal=None).select_related("resident__house"):
        if follows(_happened(absence), _others(absence, Event.ABSENCE), planned=False) is Follow.TASK:
            _open(e, absence, Event.ABSENCE)


def _title(case: Case, report: Report, event: Event) -> str:
    house = report.resident.house.name
    match event:
        case Event.ARRIVAL:
            return _("Ankunft in %(house)s: Anschrift prüfen und erfassen") % {"house": house}
        case Event.ABSENCE:
            return _("Abwesenheit aus %(house)s gemeldet: klären") % {"house": house}
        case Event.RETURN:
            return _("Rückkehr nach %(house)s gemeldet: Geplantes prüfen") % {"house": house}
        case Event.TRANSFER:
            return _transfer_title(case, report)
        case Event.DUTY_ENDED:
            return _("Wohnpflicht in %(house)s beendet: nächsten Schritt festlegen") % {"house": house}


def _transfer_title(case: Case, report: Report) -> str:
    other = competent_elsewhere(case, report)
    if other is None:
        return _("Verlegung gemeldet: Anschrift und Zuständigkeit prüfen")
    return _("Verlegung gemeldet: Anschrift erfassen, Abgabe an %(body)s prüfen") % {"body": other.name}
