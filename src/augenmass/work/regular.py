"""The duties of this room: sending mail, positions overtaken by time, tidying at night."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db.models import QuerySet

from augenmass.access.retention import delete_old_lines
from augenmass.access.sessions import forget_ended_sessions
from augenmass.access.sign_in_log import forget_old_lines
from augenmass.cases.comparing import compare_waiting, forget_comparisons
from augenmass.cases.models import LegalPosition
from augenmass.cases.open_points import count_open_points
from augenmass.cases.positions import in_chunks, recompute_in_transactions
from augenmass.law.time import now, today
from augenmass.lawbook.in_force import in_force
from augenmass.work.duties import Turn, duty
from augenmass.work.models import DutyRun
from augenmass.work.planner import count_rows
from augenmass.work.sending import send_waiting

CHUNK = 100
SEND_MAIL = "work.send_mail"
RECOMPUTE = "work.recompute_positions"
TIDY = "work.tidy"
DELETE_LOG = "access.delete_old_lines"
COUNT = "cases.count_open_points"
COMPARE = "cases.compare"
PLAN = "work.count_rows_for_the_planner"
TURN_SECONDS = 4.0
"""How long the worker stays with comparisons before it looks after its other duties."""

duty(SEND_MAIL, every=timedelta(seconds=10))(send_waiting)


@duty(RECOMPUTE, every=timedelta(minutes=1))
def recompute_overtaken(turn: Turn) -> int:
    """Assess anew, in short transactions, every position that the calendar or a new catalogue has overtaken; returns how many."""
    by_time = LegalPosition.objects.filter(next_change__lte=today())
    return _recompute(turn, by_time) + _recompute_after_upgrade(turn)


def _recompute(turn: Turn, overtaken: "QuerySet[LegalPosition]") -> int:
    done = 0
    for part in in_chunks(list(overtaken.order_by("pk").values_list("pk", flat=True)), CHUNK):
        if turn.stopping:
            break
        turn.renew()
        recompute_in_transactions(part)
        done += len(part)
    return done


def _recompute_after_upgrade(turn: Turn) -> int:
    """Positions of another catalogue. Finding them reads the whole table, so it is noted when none is left."""
    version = in_force().hash
    note = f"catalogue {version[:40]}"
    if DutyRun.objects.filter(name=note).exists():
        return 0
    done = _recompute(turn, LegalPosition.objects.exclude(catalogue=version))
    if not turn.stopping:
        DutyRun.objects.get_or_create(name=note, defaults={"last_success": now()})
    return done


@duty(COUNT, every=timedelta(hours=24))
def count_what_steps_wait_for(turn: Turn) -> int:
    """Count for every body which facts its steps wait for; returns how many bodies."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    return count_open_points(stopping)


@duty(COMPARE, every=timedelta(seconds=1))
def compare_caseloads(turn: Turn) -> int:
    """Carry on what was asked of a change of law, for a few seconds; returns how many parts of caseloads were compared."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    return compare_waiting(TURN_SECONDS, stopping)


@duty(TIDY, every=timedelta(hours=24))
def tidy(_turn: Turn) -> int:
    """Delete sessions that have ended, lines of the sign-in log and comparisons past their time. Nothing of the record is tidied away here."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return forget_ended_sessions() + forget_old_lines() + forget_comparisons()


@duty(DELETE_LOG, every=timedelta(hours=24))
def delete_log(turn: Turn) -> int:
    """Delete lines of the access log that are older than their Land keeps them; returns how many."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    return delete_old_lines(stopping)


@duty(PLAN, every=timedelta(hours=1))
def count_rows_for_the_planner(turn: Turn) -> int:
    """Tell the planner of SQLite how rows are spread; returns how many tables it was told of."""

    def stopping() -> bool:
        turn.renew()
        return turn.stopping

    return count_rows(stopping)
