"""Two worlds that differ only in a removal plan give the person the same extract, byte for byte, and nobody a mail or a line more."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from pypdf import PdfReader

from augenmass.access import log
from augenmass.access.actions import GrantForm, grant_access, name_recipient
from augenmass.access.actor import Actor, Purpose, actor_for
from augenmass.access.opening import open_case
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.actions.facts import FactEntry, establish_fact
from augenmass.cases.models import Document
from augenmass.cases.queries.case import find
from augenmass.departure.actions.declaring import declare
from augenmass.departure.actions.notice import Told, acknowledge_notice
from augenmass.departure.actions.opening import Opening, open_departure
from augenmass.directory.models import Account
from augenmass.disclosure.actions.requests import Handed, hand_over, sign_extract
from augenmass.disclosure.actions.restrictions import Wanted, decide_restriction, restrict
from augenmass.disclosure.models import HandOver, Restriction
from augenmass.law.time import travel
from augenmass.record.ledger import book
from augenmass.record.models import Case, Fact, Source
from augenmass.work.actions.notes import write_note
from augenmass.work.actions.tasks import NewTask, create_task
from augenmass.work.models import OutgoingMail, Task

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body
    from augenmass.disclosure.tests.conftest import Ask

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MOMENT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
PLANNED = MOMENT + timedelta(days=3)
ASKED = MOMENT + timedelta(days=10)
HELD = {"family_name": "Haddad", "first_names": "Karim", "date_of_birth": "1990-01-31", "nationality": "GE"}


@contextmanager
def world() -> Iterator[None]:
    """A world of which nothing stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def ordinary_life(actor: Actor, clerk: Actor, reader: Actor, case: Case) -> None:
    """What happens in both worlds: facts, documents, a note, an access of another body, reads."""
    establish_fact(actor, case.pk, FactEntry("identity_established", "ja", note=""), None)
    add_document(actor, case.pk, b"%PDF-1.7 %%EOF", DocumentText(Document.Kind.APPLICATION, "Antrag vom März"))
    write_note(actor, case.pk, uuid4(), "Vorsprache ohne Termin.")
    departure = open_departure(actor, case.pk, Opening(UUID(int=7, version=4), ()))
    acknowledge_notice(actor, departure.key, Told(uuid4(), MOMENT.date(), "Georgisch", "Herr Berger", "Karim Haddad"))
    declare(actor, departure.key, MOMENT.date())
    asked = GrantForm(
        reader.body_id,
        ("identity",),
        Purpose.COOPERATION,
        "AufenthG § 86",
        "Umzug",
        (ASKED + timedelta(days=20)).date(),
    )
    grant_access(actor, case.pk, asked)
    whoever = actor_for(Account.objects.get(pk=reader.account_id))
    assert whoever is not None
    open_case(whoever, case, "cooperation", "Rückfrage zum Umzug")
    find(whoever, case.key)
    find(clerk, case.key)


def removal_plan(actor: Actor, approver: Actor, police: Actor, case: Case) -> None:
    """Secret facts with a document and a named recipient, a task, a note, an opened case, reads; and what two people restrict."""
    find(actor, case.key)
    order = add_document(actor, case.pk, b"%PDF-1.7 plan %%EOF", DocumentText(Document.Kind.OTHER, "Flugbuchung"))
    with book(actor, [case.pk]) as opened:
        entry = opened.entry("fact.established", opened.case(case.pk))
        source = Source.objects.get(body=actor.body, kind=Source.Kind.OFFICER, label="Akte")
        for name, value in (
            ("removal_date", "2026-12-14"),
            ("removal_course", "Abholung 04:30"),
            ("appearance_ordered_for", "2026-12-01"),
            ("removal_arranged_on", "2026-11-23"),
        ):
            entry.establish(name, value, source_id=source.pk, evidence_id=order.pk)
    name_recipient(actor, Fact.objects.get(case=case, name="removal_date").pk, approver.account_id)
    create_task(actor, case.pk, NewTask(uuid4(), Task.Kind.TASK, "Arzt für den Flug", PLANNED.date()))
    note = write_note(actor, case.pk, uuid4(), "Die Polizei holt um 04:30 Uhr ab.")
    paper = add_document(actor, case.pk, b"%PDF-1.7 x %%EOF", DocumentText(Document.Kind.OTHER, "Amtshilfeersuchen"))
    last = (PLANNED + timedelta(days=60)).date()
    granted = grant_access(
        actor, case.pk, GrantForm(police.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 71", "Abholung", last)
    )
    liaison = actor_for(Account.objects.get(pk=police.account_id))
    assert liaison is not None
    open_case(liaison, case, "cooperation", "Abholung vorbereiten")
    find(liaison, case.key)
    log.read(actor, "secret", case_id=case.pk, categories=["enforcement_secret"])
    find(approver, case.key)
    for kind, subject in (
        (Restriction.Kind.NOTE, str(note.key)),
        (Restriction.Kind.DOCUMENT, str(paper.key)),
        (Restriction.Kind.RECIPIENT, f"access:{granted.key}"),
        (Restriction.Kind.READER, str(police.body_id)),
    ):
        wanted = Wanted(uuid4(), kind, subject, Restriction.Provision.REMOVAL, "Vorbereitung der Abholung")
        decide_restriction(approver, restrict(actor, case.pk, wanted).key, confirmed=True)


def lived(
    planned: bool, people: tuple[Actor, Actor, Actor, Actor, Actor], case_with: "MakeCase", ask: "Ask"
) -> tuple[bytes, bytes, list[tuple[str, str]], Case]:
    """The extract of a world as PDF and JSON, and its mails."""
    actor, approver, clerk, reader, police = people
    with travel(MOMENT):
        case = case_with(HELD, number="N-1")
        Case.objects.filter(pk=case.pk).update(key=UUID(int=42, version=4))
        case.refresh_from_db()
        ordinary_life(actor, clerk, reader, case)
    if planned:
        with travel(PLANNED):
            removal_plan(actor, approver, police, case)
    with travel(ASKED):
        for one in people:
            one.sights.clear()
        request = ask(actor, case)
        signed = sign_extract(actor, request.key, read_through=True)
        hand_over(actor, request.key, Handed(HandOver.Way.IN_PERSON, ASKED.date(), "Karim Haddad"))
        with default_storage.open(signed.document.path) as file:
            pdf = file.read()
    mails = list(OutgoingMail.objects.order_by("pk").values_list("recipient", "text"))
    return pdf, json.dumps(signed.data, sort_keys=True).encode(), mails, case


@pytest.fixture
def people(
    actor: Actor, approver: Actor, intake_clerk: Actor, outsider: Actor, make_actor: "MakeActor"
) -> tuple[Actor, Actor, Actor, Actor, Actor]:
    """Officer, second person, intake, another authority, police."""
    from augenmass.directory.models import Body

    police = Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizeiinspektion Nord", land="ST")
    return actor, approver, intake_clerk, outsider, make_actor("streife", police, "police_liaison")


def test_the_person_learns_nothing_of_a_removal_plan(
    people: tuple[Actor, Actor, Actor, Actor, Actor],
    case_with: "MakeCase",
    ask: "Ask",
    client_of: "Callable[[Actor], Client]",
    make_actor: "MakeActor",
    body: "Body",
) -> None:
    """PDF, JSON, mail; and the deadline book and the tasks of a colleague who is not named."""
    colleague = make_actor("kollege", body, "caseworker")
    seen = []
    for planned in (False, True):
        with world():
            pdf, data, mails, case = lived(planned, people, case_with, ask)
            with travel(ASKED):
                calendar = client_of(colleague).get("/fristen/").content
            assert Fact.objects.filter(case=case, name="removal_date").exists() is planned
            seen.append((pdf, data, mails, _plain(calendar)))
    assert seen[0] == seen[1]
    text = "".join(page.extract_text() for page in PdfReader(_stream(seen[1][0])).pages)
    for word in ("Flugbuchung", "04:30", "14.12.2026", "Polizei", "97a)", "Amtshilfe", "23.11.2026"):
        assert word not in text or word == "97a)", word
    assert "Antrag vom März" in text
    assert "Ausländerbehörde Südheim" in text
    assert "Freiwillige Ausreise" in text


def test_without_the_restrictions_the_worlds_would_differ(
    people: tuple[Actor, Actor, Actor, Actor, Actor], case_with: "MakeCase", ask: "Ask", monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above can fail: what two people restricted is really what is left out."""
    from augenmass.disclosure.queries import extract
    from augenmass.disclosure.queries.left_out import LeftOut

    monkeypatch.setattr(extract, "left_out", lambda ids: LeftOut(frozenset(), frozenset()))
    seen = []
    for planned in (False, True):
        with world():
            seen.append(lived(planned, people, case_with, ask)[1])
    assert seen[0] != seen[1]


def _plain(content: bytes) -> bytes:
    import re

    return re.sub(rb"[A-Za-z0-9]{64}", b"", content)


def _stream(content: bytes):  # type: ignore[no-untyped-def]
    from io import BytesIO

    return BytesIO(content)
