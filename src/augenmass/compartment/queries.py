"""Reads of the compartment, each by ``visible_to`` and with a line in the access log."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from augenmass.compartment.actions.persons import declaration_in_force, valid_notice
from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.models import (
    AccessLine,
    Account,
    Appointment,
    Authority,
    CalendarAddress,
    Declaration,
    Encrypted,
    Notice,
    Person,
    Programme,
    Scan,
    Statement,
    Talk,
)
from augenmass.compartment.rules import WORDINGS
from augenmass.compartment.visible import appointments_of, note_read, statements_of, visible_to
from augenmass.law.time import now, today

LINES = 100
CALENDAR_KEEPS = timedelta(days=60)
"""How long a past appointment stays in the calendar and on the page of appointments."""
STILL_EXPLAINED = timedelta(days=366)
"""How long a programme that ended can be ticked for a talk of an earlier day."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A row with its content, or the sentence why nobody can read it."""

    row: Any
    content: dict[str, Any]
    unreadable: str = ""


def opened(row: Encrypted) -> Opened:
    """Decrypt a row; one that cannot be read does not hide the others."""
    try:
        return Opened(row, row.content())
    except Unreadable as error:
        return Opened(row, {}, str(error))


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in the list: the last talk, and how often a searched word was found in talks."""

    person: Opened
    last_talk: Talk | None
    hits: int = 0


def person_list(account: Account, search: str = "") -> list[PersonLine]:
    """The account's persons by name; with ``search`` those in whose particulars, talks or statements every word stands."""
    persons = [opened(person) for person in visible_to(account)]
    talks: dict[int, list[Talk]] = {}
    for talk in Talk.objects.filter(person__in=visible_to(account)).order_by("-held_on", "-pk"):
        talks.setdefault(talk.person_id, []).append(talk)
    lines = [_line(person, talks.get(person.row.pk, [])) for person in persons]
    words = search.casefold().split()
    if words:
        lines = [found for line in lines if (found := _found(line, talks.get(line.person.row.pk, []), words))]
    lines.sort(key=lambda line: (str(line.person.content.get("name", "")).casefold(), line.person.row.pk))
    note_read(account, "search" if words else "persons", rows=len(lines))
    return lines


def _line(person: Opened, talks: list[Talk]) -> PersonLine:
    return PersonLine(person, talks[0] if talks else None)


def _found(line: PersonLine, talks: list[Talk], words: list[str]) -> PersonLine | None:
    """The line where every word stands somewhere in what is kept of the person; counts the talks that hold one of them."""
    own = _text(line.person.content)
    texts = [_text(opened(talk).content) for talk in talks]
    if not all(word in own or any(word in text for text in texts) for word in words):
        return None
    return PersonLine(line.person, line.last_talk, sum(any(word in text for word in words) for text in texts))


def _text(content: dict[str, Any]) -> str:
    return "\n".join(value for value in content.values() if isinstance(value, str)).casefold()


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything about a person on one page."""

    person: Opened
    notice: Notice | None
    declaration: Declaration | None
    notices: list[Notice]
    talks: list[Opened]
    statements: list[Opened]
    appointments: list[Opened]


def person_page(account: Account, key: UUID) -> PersonPage:
    """One person. Raises ``Person.DoesNotExist``."""
    person = visible_to(account).select_related("counsellor").get(key=key)
    note_read(account, "person", person)
    return PersonPage(
        person=opened(person),
        notice=valid_notice(person, today()),
        declaration=declaration_in_force(account.body_id),
        notices=list(person.notices.all()),
        talks=[opened(talk) for talk in person.talks.select_related("author")],
        statements=[opened(statement) for statement in statements_of(account).filter(person=person)],
        appointments=[opened(one) for one in appointments_of(account).filter(person=person).order_by("-begins_at")],
    )


def one_person(account: Account, key: UUID) -> Person:
    """One person, to be written about. Raises ``Person.DoesNotExist``."""
    person = visible_to(account).get(key=key)
    note_read(account, "person", person)
    return person


def one_statement(account: Account, key: UUID) -> Statement:
    """One statement. Raises ``Statement.DoesNotExist``."""
    statement = statements_of(account).get(key=key)
    note_read(account, "statement", statement.person)
    return statement


@dataclass(frozen=True, slots=True)
class AppointmentLine:
    """An appointment in the list, with the person."""

    appointment: Opened
    person: Opened


@dataclass(frozen=True, slots=True)
class AppointmentPage:
    """A counsellor's appointments: those of which nobody has said how they went, the coming ones, the past ones."""

    unsaid: list[AppointmentLine]
    coming: list[AppointmentLine]
    past: list[AppointmentLine]
    calendar: CalendarAddress | None


def appointment_page(account: Account) -> AppointmentPage:
    """The appointments of a counsellor."""
    rows = list(appointments_of(account).filter(begins_at__gte=now() - CALENDAR_KEEPS))
    rows = [
        *appointments_of(account).filter(begins_at__lt=now() - CALENDAR_KEEPS, state=Appointment.State.PLANNED),
        *rows,
    ]
    persons = {person.pk: opened(person) for person in visible_to(account)}
    lines = [AppointmentLine(opened(row), persons[row.person_id]) for row in rows]
    planned = [line for line in lines if line.appointment.row.state == Appointment.State.PLANNED]
    note_read(account, "appointments", rows=len(lines))
    return AppointmentPage(
        unsaid=[line for line in planned if line.appointment.row.ends_at < now()],
        coming=[line for line in planned if line.appointment.row.ends_at >= now()],
        past=[line for line in reversed(lines) if line.appointment.row.state != Appointment.State.PLANNED],
        calendar=CalendarAddress.objects.filter(account=account, revoked_at=None).first(),
    )


def one_appointment(account: Account, key: UUID) -> Appointment:
    """One appointment. Raises ``Appointment.DoesNotExist``."""
    appointment = appointments_of(account).get(key=key)
    note_read(account, "appointment", appointment.person)
    return appointment


def calendar_of(account: Account) -> list[Appointment]:
    """What stands in the calendar: times only, nothing is decrypted."""
    gone = (Appointment.State.MOVED, Appointment.State.CANCELLED)
    return list(appointments_of(account).filter(begins_at__gte=now() - CALENDAR_KEEPS).exclude(state__in=gone))


def programmes_of(account: Account) -> list[Programme]:
    """Every version of the programmes of a service."""
    return list(Programme.objects.filter(body=account.body_id))


def explainable(account: Account) -> list[Programme]:
    """The versions that can be ticked for a talk: those that hold or held within a year."""
    return [one for one in programmes_of(account) if one.since <= today() and _ends(one) >= today() - STILL_EXPLAINED]


def _ends(programme: Programme) -> date:
    return programme.until or date.max


def beginning(account: Account, person_key: UUID, wording: str) -> str:
    """The words with which a statement begins, with the day of the last talk; empty for none."""
    last = Talk.objects.filter(person__in=visible_to(account).filter(key=person_key)).first()
    text = WORDINGS[wording][1] if wording in WORDINGS else ""
    return text.replace("{day}", last.held_on.strftime("%d.%m.%Y") if last else "…")


def scan_of(account: Account, key: UUID) -> Scan:
    """The signed paper of a statement, the newest. Raises ``Scan.DoesNotExist``."""
    scan = Scan.objects.filter(statement__in=statements_of(account).filter(key=key)).order_by("-pk").first()
    if scan is None:
        raise Scan.DoesNotExist
    note_read(account, "scan", scan.statement.person)
    return scan


def authorities_of(account: Account) -> list[Authority]:
    """The authorities to which the service sends."""
    return list(Authority.objects.filter(body=account.body_id, closed_on=None))


def log_lines(account: Account, check: Callable[[Account], None], page: int = 1) -> list[AccessLine]:
    """The newest lines of the service's access log, without content and names of persons. ``check`` raises for whom it is not."""
    check(account)
    start = (page - 1) * LINES
    lines = AccessLine.objects.filter(account__body=account.body_id).select_related("account", "person")
    return list(lines[start : start + LINES])
