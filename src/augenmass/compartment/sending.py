"""Sending statements to the authority: each at most once in its file, however often a try is cut off.

A statement goes out under its key, by which the authority recognises one that it has. What is certain not to have arrived
waits; what may have arrived is marked unclear and sent again until the authority says which.
"""

import socket
import time
from datetime import timedelta
from pathlib import Path
from urllib.error import URLError

import structlog
from django.db import transaction
from django.db.models import Q

from augenmass.client import Client, Problem
from augenmass.compartment.actions.messages import take_in
from augenmass.compartment.actions.statements import outgoing
from augenmass.compartment.chain import entry
from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.configuration import configuration
from augenmass.compartment.models import Statement
from augenmass.compartment.rules import NotDone
from augenmass.law.time import now

log = structlog.get_logger()
State = Statement.State
LEASE = timedelta(minutes=2)
"""Longer than a try can take: after it a try that was killed is taken up again."""
LONGEST_PAUSE = 60
REFUSED = frozenset({400, 404, 409, 413, 415, 422})
NOT_LET_IN = frozenset({401, 403})
NEVER_ARRIVED = (ConnectionRefusedError, socket.gaierror)


def send(statement_id: int) -> Statement:
    """Try to send a statement that waits; returns it as it then is. One that somebody else is sending is left alone."""
    taken = _take(statement_id)
    if taken is None:
        return Statement.objects.get(pk=statement_id)
    try:
        signed = outgoing(taken)
        assert taken.authority is not None
        access = taken.authority.content()
        Client(access["address"], access["token"], timeout=configuration().send_seconds).send_statement(signed)
    except Unreadable:
        return _failed(taken, "no_key", arrived=False)
    except NotDone:
        return _settled(taken, "statement.refused", State.DRAFT, "changed")
    except Problem as refused:
        return _answered(taken, refused.status)
    except OSError as error:
        sure = isinstance(error, URLError) and isinstance(error.reason, NEVER_ARRIVED)
        return _failed(taken, "unreachable" if sure else "cut_off", arrived=not sure)
    except (ValueError, KeyError, TypeError):
        # Something answered that is not the interface: whether it handed the statement on, nobody knows.
        return _failed(taken, "cut_off", arrived=True)
    return _settled(taken, "statement.sent", State.SENT, "")


def send_waiting() -> int:
    """Try everything whose time has come; returns how many arrived."""
    due = Q(state=State.WAITING, next_try__lte=now()) | Q(state=State.SENDING, lease_until__lt=now())
    return sum(
        send(pk).state == State.SENT for pk in Statement.objects.filter(due).order_by("pk").values_list("pk", flat=True)
    )


def send_until_stopped(pause: float = 15.0) -> None:
    """Go on sending what waits and taking in messages; ends with the process."""
    while True:
        send_waiting()
        take_in_messages()
        time.sleep(pause)


def take_in_messages() -> int:
    """Take in what lies in the folder that is set; returns how many were new. A folder that cannot be read stops no sending."""
    folder = configuration().messages_folder
    if not folder:
        return 0
    try:
        found = take_in(Path(folder))
    except OSError as error:
        log.error("messages_folder_unreadable", error=type(error).__name__)
        return 0
    if found.unreadable:
        log.error("messages_unreadable", messages=found.unreadable)
    return found.new


def _take(statement_id: int) -> Statement | None:
    """Lease a statement for one try. A lease that ran out belongs to a try that was killed: it may have arrived."""
    with transaction.atomic():
        rows = Statement.objects.select_for_update(of=("self",)).select_related("person", "authority")
        statement = rows.get(pk=statement_id)
        orphaned = statement.state == State.SENDING and (statement.lease_until or now()) < now()
        if statement.state != State.WAITING and not orphaned:
            return None
        statement.state, statement.lease_until = State.SENDING, now() + LEASE
        statement.unclear = statement.unclear or orphaned
        statement.tries += 1
        statement.save(update_fields=["state", "lease_until", "unclear", "tries"])
        return statement


def _answered(statement: Statement, status: int) -> Statement:
    if status in REFUSED:
        # Before it says no, the authority looks whether it has the statement: a refusal is certain.
        return _settled(statement, "statement.refused", State.APPROVED, "refused")
    if status in NOT_LET_IN:
        return _failed(statement, "not_let_in", arrived=False)
    return _failed(statement, "unreachable" if status == 429 else "cut_off", arrived=status != 429)


def _failed(statement: Statement, why: str, arrived: bool) -> Statement:
    """Let it wait for another try; ``arrived``: whether this one may have reached the authority."""
    statement.state, statement.failure, statement.lease_until = State.WAITING, why, None
    statement.unclear = statement.unclear or arrived
    statement.next_try = now() + timedelta(minutes=min(2 ** min(statement.tries - 1, 10), LONGEST_PAUSE))
    statement.save(update_fields=["state", "failure", "lease_until", "unclear", "next_try"])
    return statement


def _settled(statement: Statement, kind: str, state: Statement.State, failure: str) -> Statement:
    with entry(None, kind, statement=str(statement.key)):
        statement.state, statement.failure, statement.lease_until = state, failure, None
        statement.unclear, statement.next_try = False, None
        statement.version += 1
        statement.left_at = now() if state == State.SENT else statement.left_at
        statement.save()
    return statement
