"""In whose name this thread reads the database: what PostgreSQL's row security asks.

A request, an action or a duty says who reads; the settings ``augenmass.account``, ``.body``, ``.own``, ``.granted``,
``.system``, ``.person`` and ``.day`` of the connection follow. Nobody said means nobody reads: the tables that hold cases are empty. On SQLite nothing happens here;
there the conditions of ``access.visible`` are the boundary.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connections

from augenmass.access.actor import Actor
from augenmass.access.matrix import categories_for
from augenmass.directory.own_task import has_own_task
from augenmass.directory.roles import Permission
from augenmass.law.time import today


class SystemRole(StrEnum):
    """Parts of the program that read every row. They have no door: no address, no account and no token leads to one."""

    EVALUATION = "evaluation"
    """Legal positions: a relative's date of birth moves a case of another body."""
    HANDOVER = "handover"
    """Moving a case to another body or officer, after the actor's right to distribute or take over was checked."""
    TRANSMISSION = "transmission"
    """Handing a signed message to another body, taking one in, and telling the sender what became of it."""
    FUND = "fund"
    """Sums of a fund and the closing of its year: a body that works a case spends what another body manages."""
    AGREEMENT = "agreement"
    """An integration agreement by its secret: one service for the provider who holds its link, one's own agreement for the person."""
    CONFERENCE = "conference"
    """Inviting, releasing and leading in a conference, after the right and the basis were checked; an adviser by the secret of a link."""
    SPECIAL_STAFF = "special_staff"
    """A step of a joint plan in the list of tasks of another body, and counting cases for a report without persons."""
    SIGN_IN = "sign_in"
    """Noting who signed in or failed to, before it is known in whose name anything is read."""
    PORTAL = "portal"
    """The door of persons: finding a code before it is known who comes, and keeping what a person hands in for the body of the case."""
    CONTROL = "control"
    """The access log: whose case a line is about, and file numbers of the own body after the right to the log was checked."""
    WORKER = "worker"
    """Imports under way, mails, the nightly evaluation, retention."""
    COMMAND = "command"
    """A sub-command that somebody with access to the machine runs."""
    VERIFY = "verify"
    BACKUP = "backup"
    MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: a person in a body, or a part of the program."""

    account_id: int | None = None
    body_id: int | None = None
    own: bool = False
    """Whether the person reads the cases of the body (a right that some roles lack)."""
    granted: bool = False
    """Whether the person reads cases that were opened to the body."""
    system: str = ""
    person_case: int | None = None
    """The case of a person who is signed in at the door of persons; they read no other."""


NOBODY = Reader()
_process = NOBODY
_reader: ContextVar[Reader | None] = ContextVar("reader", default=None)


def become(role: SystemRole) -> None:
    """Make the whole process a part of the program (the worker, a command); whoever reads in it may narrow that."""
    global _process
    _process = Reader(system=role.value)
    _tell_all()


def current() -> Reader:
    """Who reads now."""
    return _reader.get() or _process


@contextmanager
def reading_as(reader: Reader) -> Iterator[None]:
    """Read as somebody within the block; afterwards as before."""
    token = _reader.set(reader)
    _tell_all()
    try:
        yield
    finally:
        _reader.reset(token)
        _tell_all()


def reading_for(actor: Actor | None) -> Any:
    """A block in which an actor reads; nobody, where there is none."""
    if actor is None:
        return reading_as(NOBODY)
    granted = actor.may(Permission.READ_CASES)
    own = granted and bool(categories_for(actor.roles, actor.purpose))
    opened = granted and not actor.reads_only and has_own_task(actor.body, today())
    return reading_as(Reader(actor.account_id, actor.body_id, own, opened))


def as_system(role: SystemRole) -> Any:
    """A block in which a part of the program reads what its work needs."""
    return reading_as(Reader(system=role.value))


def _tell_all() -> None:
    for connection in connections.all(initialized_only=True):
        tell(connection)


def tell(connection: Any, **_signal: Any) -> None:
    """Bring the settings of an open connection in line; also called when a connection is made.

    A transaction that failed takes no statement and is rolled back with its settings, so there is nothing to bring in line.
    """
    if connection.vendor != "postgresql" or connection.connection is None:
        return
    if connection.connection.info.transaction_status.name == "INERROR":
        return
    reader = current()
    body = str(reader.body_id or "")
    connection.connection.execute(
        "SELECT set_config('augenmass.account', %s, false), set_config('augenmass.body', %s, false), "
        "set_config('augenmass.own', %s, false), set_config('augenmass.granted', %s, false), "
        "set_config('augenmass.system', %s, false), set_config('augenmass.person', %s, false), "
        "set_config('augenmass.day', %s, false)",
        [
            str(reader.account_id or ""),
            body,
            body if reader.own else "",
            body if reader.granted else "",
            reader.system,
            str(reader.person_case or ""),
            today().isoformat(),
        ],
    )
