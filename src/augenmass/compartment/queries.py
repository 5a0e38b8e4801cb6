"""Reads of the compartment, each by ``visible_to`` and with a line in the access log."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from augenmass.compartment.actions.persons import declaration_in_force, valid_notice
from augenmass.compartment.cipher import Unreadable
from augenmass.compartment.models import (
    AccessLine,
    Account,
    Authority,
    Declaration,
    Encrypted,
    Notice,
    Person,
    Scan,
    Statement,
    Talk,
)
from augenmass.compartment.visible import note_read, statements_of, visible_to
from augenmass.law.time import today

LINES = 100


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
