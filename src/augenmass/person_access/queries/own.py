"""What the pages of the person show, as plain values: rows come from ``visible`` only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.core.files.storage import default_storage

from augenmass.directory.models import Body
from augenmass.disclosure.models import Extract
from augenmass.law.time import today
from augenmass.letters.document import plain_text
from augenmass.letters.models import Letter
from augenmass.letters.queries.sources import counselling_of
from augenmass.letters.rules.fixed import HEARING
from augenmass.person_access.models import Submission
from augenmass.person_access.person import Person
from augenmass.person_access.visible import (
    visible_days,
    visible_deadlines,
    visible_extracts,
    visible_letters,
    visible_passkeys,
    visible_submissions,
    visible_visits,
)

MOST_VISITS = 20
HEARING_ANSWER = "hearing_answer"
"""The kind of the day until which a hearing waits for an answer."""


class NotThere(Exception):
    """There is no such thing for this person: not there, or not released. Both read the same."""


@dataclass(frozen=True, slots=True)
class Office:
    """The authority that works the case, and the counselling that it names, one service a line."""

    name: str
    address: str
    telephone: str
    email: str
    counselling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A date; ``kind`` is that of a released date or the rule of a deadline."""

    key: str
    kind: str
    day: date
    time: time | None = None
    place: str = ""
    bring: str = ""
    letter: UUID | None = None
    """For a deadline: the letter that it stands in."""


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """A letter that reached the person; ``kind`` is its template."""

    key: UUID
    kind: str
    number: str
    dated: date
    served_on: date | None
    answer_by: date | None = None
    """The last day for an answer that the letter itself names."""
    text: str = ""
    """Its whole text, in German."""


@dataclass(frozen=True, slots=True)
class OwnExtract:
    """An extract that was handed over; ``data`` is its published form."""

    key: UUID
    signed_on: datetime
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was handed in, and that it arrived."""

    key: UUID
    kind: str
    content: Mapping[str, Any]
    sha256: str
    size: int
    received_at: datetime
    taken: bool


def office_of(person: Person) -> Office:
    """The authority of the case."""
    body = Body.objects.get(pk=person.body_id)
    place = " ".join(filter(None, (body.postcode, body.town)))
    address = ", ".join(filter(None, (body.street, place)))
    return Office(body.name, address, body.telephone, body.email, counselling_of(body))


def days_of(person: Person) -> list[OwnDay]:
    """Released dates, deadlines of letters, and days until which a letter asks for an answer; the next first."""
    found = [OwnDay(str(row.key), row.kind, row.day, row.time, row.place, row.bring) for row in visible_days(person)]
    for line in visible_deadlines(person):
        found.append(OwnDay(str(line.key), line.rule, line.due, letter=UUID(line.about.removeprefix("letter:"))))
    for one in letters_of(person):
        if one.answer_by is not None and one.answer_by >= today():
            found.append(OwnDay(f"answer-{one.key}", HEARING_ANSWER, one.answer_by, letter=one.key))
    return sorted(found, key=lambda one: (one.day, one.time or time.min, one.key))


def letters_of(person: Person) -> list[OwnLetter]:
    """The letters, newest first."""
    return [_letter(row) for row in visible_letters(person)]


def letter_of(person: Person, key: UUID) -> OwnLetter:
    """One letter with its text. Raises ``NotThere``."""
    return _letter(_one_letter(person, key), text=True)


def letter_file(person: Person, key: UUID) -> bytes:
    """The letter as it was signed (PDF). Raises ``NotThere``."""
    return _file(_one_letter(person, key).signature.document.path)


def _one_letter(person: Person, key: UUID) -> Letter:
    found = visible_letters(person).filter(key=key).first()
    if found is None:
        raise NotThere
    return found


def _letter(row: Letter, text: bool = False) -> OwnLetter:
    served = [dispatch.proof.served_on for dispatch in row.dispatches.all() if hasattr(dispatch, "proof")]
    data = row.signature.data
    until = row.entered.get("until") if row.template == HEARING else None
    return OwnLetter(
        key=row.key,
        kind=row.template,
        number=row.number,
        dated=date.fromisoformat(data["date"]),
        served_on=min(served) if served else None,
        answer_by=date.fromisoformat(until) if until else None,
        text=plain_text(data) if text else "",
    )


def extracts_of(person: Person) -> list[OwnExtract]:
    """The extracts, newest first."""
    return [
        OwnExtract(row.request.key, row.signed_at, row.data)
        for row in visible_extracts(person).select_related("request")
    ]


def extract_of(person: Person, key: UUID) -> OwnExtract:
    """One extract. Raises ``NotThere``."""
    row = _one_extract(person, key)
    return OwnExtract(key, row.signed_at, row.data)


def extract_file(person: Person, key: UUID) -> bytes:
    """The extract as it was signed (PDF). Raises ``NotThere``."""
    return _file(_one_extract(person, key).document.path)


def _one_extract(person: Person, key: UUID) -> Extract:
    found = visible_extracts(person).filter(request__key=key).first()
    if found is None:
        raise NotThere
    return found


def _file(path: str) -> bytes:
    with default_storage.open(path) as file:
        return bytes(file.read())


def receipts_of(person: Person) -> list[Receipt]:
    """What was handed in, newest first."""
    return [_receipt(row) for row in visible_submissions(person).select_related("document")]


def receipt_of(person: Person, key: UUID) -> Receipt:
    """One receipt. Raises ``NotThere``."""
    found = visible_submissions(person).select_related("document").filter(key=key).first()
    if found is None:
        raise NotThere
    return _receipt(found)


def _receipt(row: Submission) -> Receipt:
    return Receipt(
        key=row.key,
        kind=row.kind,
        content=row.content,
        sha256=row.sha256,
        size=row.document.size if row.document is not None else 0,
        received_at=row.received_at,
        taken=row.taken_by_id is not None,
    )


def visits_of(person: Person) -> list[tuple[datetime, str, bool]]:
    """When somebody signed in here, how, and whether it is this visit."""
    return [(row.begun_at, row.how, row.pk == person.visit_id) for row in visible_visits(person)[:MOST_VISITS]]


def passkeys_of(person: Person) -> list[tuple[UUID, datetime]]:
    """The passkeys of this access."""
    return [(row.key, row.added_at) for row in visible_passkeys(person)]
