"""The questions of a data protection officer to the access log: who read this case, what did this person read.

Answered are lines about cases of the officer's own body, by whomever, and lines by people of that body, wherever. The log is a
store of its own with plain ids: names and file numbers are fetched beside it, for one page at a time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from augenmass.access import log
from augenmass.access.actor import Actor, Purpose
from augenmass.access.models import AccessLine
from augenmass.access.reader import SystemRole, as_system
from augenmass.directory.models import Account, Body
from augenmass.directory.roles import Permission
from augenmass.law.time import BERLIN
from augenmass.record.ledger import entry
from augenmass.record.models import Case

PAGE = 100
MOST_EXPORTED = 50_000
MOST_PEOPLE = 20
SHORTEST_REASON = 10


class NotAnswered(Exception):
    """Why a question has no answer; a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the log; empty parts ask for everything in reach."""

    number: str = ""
    """A file number of the own body."""
    account_id: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    purpose: str = ""
    elsewhere: bool = False
    """Only reads by people of other bodies."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a page begins: behind the line with this moment and id."""

    at: datetime
    pk: int

    def __str__(self) -> str:
        return f"{self.at.isoformat()}~{self.pk}"

    @classmethod
    def parse(cls, text: str) -> "Position | None":
        """The position in an address; None for anything else."""
        moment, _sign, number = text.partition("~")
        try:
            at = datetime.fromisoformat(moment)
        except ValueError:
            return None
        fits = number.isascii() and number.isdecimal() and len(number) <= 18 and at.tzinfo is not None
        return cls(at, int(number)) if fits else None


@dataclass(frozen=True, slots=True)
class LogLine:
    """One read with the words for its ids; ``number`` is empty where the case is not one of the own body."""

    line: AccessLine
    who: str
    body: str
    number: str
    key: UUID | None


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page, the newest line first; ``older`` is where the next one begins."""

    lines: list[LogLine]
    older: Position | None
    person: str
    """Name of the person asked about, "" for nobody."""


def read_log(actor: Actor, asked: Question, after: Position | None = None) -> LogPage:
    """One page of the log. Writes an access line itself. Raises ``NotAnswered`` and ``NotPermitted``."""
    actor.require(Permission.READ_ACCESS_LOG)
    case_id = _case(actor, asked.number)
    rows = _newest(_sources(actor, asked, case_id), after, PAGE + 1)
    person = _person(actor, asked.account_id)
    _noted(actor, "access_log", case_id, person, len(rows[:PAGE]))
    older = Position(rows[PAGE - 1].at, rows[PAGE - 1].pk) if len(rows) > PAGE else None
    return LogPage(_in_words(actor, rows[:PAGE]), older, person)


def export_log(actor: Actor, asked: Question, reason: str) -> list[LogLine]:
    """All lines of an answer, to be taken out as a file: with a reason, noted in the log and in the record.

    Raises ``NotAnswered`` (no reason, too many lines) and ``NotPermitted``.
    """
    actor.require(Permission.READ_ACCESS_LOG)
    if len(reason.strip()) < SHORTEST_REASON:
        raise NotAnswered(_("Bitte begründen Sie in einem Satz, wofür Sie die Datei brauchen."))
    case_id = _case(actor, asked.number)
    rows = _newest(_sources(actor, asked, case_id), None, MOST_EXPORTED + 1)
    if len(rows) > MOST_EXPORTED:
        raise NotAnswered(_("Das sind mehr als 50.000 Zeilen. Bitte grenzen Sie Tage, Person oder Fall ein."))
    with entry(actor, "access_log.exported") as e:
        # Not an action on the case: its timeline would tell those who are asked about that somebody asks.
        e.refer(rows=len(rows), account=asked.account_id, about_case=case_id)
    log.read(actor, "access_log_export", case_id=case_id, rows=len(rows), reason=reason, purpose=Purpose.CONTROL)
    return _in_words(actor, rows)


def lines_of_session(actor: Actor, account_id: int, begins: datetime, ends: datetime) -> list[LogLine]:
    """What somebody read at the own body in a support session, in its order. Writes an access line."""
    actor.require(Permission.READ_ACCESS_LOG)
    found = AccessLine.objects.filter(account=account_id, body=actor.body_id, purpose=Purpose.SUPPORT.value)
    rows = list(found.filter(at__gte=begins, at__lte=ends).order_by("at", "pk")[:MOST_EXPORTED])
    _noted(actor, "access_log", None, "", len(rows))
    return _in_words(actor, rows)


def people_named(actor: Actor, text: str) -> list[Account]:
    """People whom a name may mean: of the own body at any time, and others who read its cases. At most twenty."""
    actor.require(Permission.READ_ACCESS_LOG)
    if not text.strip():
        return []
    meant = Account.objects.filter(Q(name__icontains=text.strip()) | Q(username=text.strip().lower())).order_by("name")
    own = list(meant.filter(memberships__body=actor.body_id).distinct()[:MOST_PEOPLE])
    others = meant.exclude(pk__in=[account.pk for account in own])[:MOST_PEOPLE]
    about_us = AccessLine.objects.filter(case_body=actor.body_id)
    return own + [account for account in others if about_us.filter(account=account.pk).exists()]


def _case(actor: Actor, number: str) -> int | None:
    if not number:
        return None
    with as_system(SystemRole.CONTROL):
        found = Case.objects.filter(body=actor.body_id, number=number).values_list("pk", flat=True).first()
    if found is None:
        raise NotAnswered(_("Einen Fall mit diesem Aktenzeichen gibt es in Ihrer Dienststelle nicht."))
    return found


def _person(actor: Actor, account_id: int | None) -> str:
    if account_id is None:
        return ""
    account = Account.objects.filter(pk=account_id).first()
    if account is None or account not in people_named(actor, account.name):
        raise NotAnswered(_("Diese Person hat weder in Ihrer Dienststelle gearbeitet noch deren Fälle gelesen."))
    return account.name


def _sources(actor: Actor, asked: Question, case_id: int | None) -> "list[QuerySet[AccessLine]]":
    """Query sets without a line in common; each is served by an index of its own."""
    lines = AccessLine.objects.filter(_days(asked))
    if asked.purpose:
        lines = lines.filter(purpose=asked.purpose)
    own, ours = Q(body=actor.body_id), Q(case_body=actor.body_id)
    if case_id is not None:
        # Lines from before the body of the case was noted belong to whoever is responsible today.
        found = [lines.filter(own | ours | Q(case_body=None), case=case_id)]
    elif asked.account_id is not None:
        found = [lines.filter(own | ours)]
    else:
        return [*([] if asked.elsewhere else [lines.filter(own)]), lines.filter(ours, _FROM_ELSEWHERE)]
    if asked.account_id is not None:
        found = [source.filter(account=asked.account_id) for source in found]
    return [source.exclude(body=actor.body_id) for source in found] if asked.elsewhere else found


_FROM_ELSEWHERE = Q(case_body__isnull=False) & ~Q(body=F("case_body"))
"""As the condition of the index ``access_from_elsewhere``."""


def _days(asked: Question) -> Q:
    condition = Q()
    if asked.first_day:
        condition &= Q(at__gte=start_of(asked.first_day))
    if asked.last_day:
        condition &= Q(at__lt=start_of(asked.last_day + timedelta(days=1)))
    return condition


def start_of(day: date) -> datetime:
    """The first moment of a day in Berlin."""
    return datetime.combine(day, time.min, tzinfo=BERLIN)


def _newest(sources: "Iterable[QuerySet[AccessLine]]", after: Position | None, most: int) -> list[AccessLine]:
    rows: list[AccessLine] = []
    for source in sources:
        if after is not None:
            source = source.filter(at__lte=after.at).exclude(at=after.at, pk__gte=after.pk)
        rows.extend(source.order_by("-at", "-pk")[:most])
    rows.sort(key=lambda line: (line.at, line.pk), reverse=True)
    return rows[:most]


def _in_words(actor: Actor, rows: list[AccessLine]) -> list[LogLine]:
    people = Account.objects.in_bulk({row.account for row in rows})
    bodies = Body.objects.in_bulk({row.body for row in rows})
    ids = {row.case for row in rows if row.case is not None}
    cases: dict[int, tuple[str, UUID]] = {}
    for part in _parts(sorted(ids), 500):
        known = Case.objects.filter(pk__in=part, body=actor.body_id)
        with as_system(SystemRole.CONTROL):
            cases |= {pk: (number, key) for pk, number, key in known.values_list("pk", "number", "key")}
    return [
        LogLine(
            line=row,
            who=people[row.account].name if row.account in people else str(row.account),
            body=bodies[row.body].name if row.body in bodies else str(row.body),
            number=cases[row.case][0] if row.case in cases else "",
            key=cases[row.case][1] if row.case in cases else None,
        )
        for row in rows
    ]


def _parts(ids: list[int], size: int) -> Iterable[list[int]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def _noted(actor: Actor, what: str, case_id: int | None, person: str, rows: int) -> None:
    reason = _("Zugriffe von %(name)s") % {"name": person} if person else ""
    log.read(actor, what, case_id=case_id, rows=rows, reason=reason, purpose=Purpose.CONTROL)
