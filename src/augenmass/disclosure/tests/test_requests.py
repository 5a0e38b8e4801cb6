"""From the request to the hand-over: who may ask, what is refused and recorded, what the extract holds."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError
from pypdf import PdfReader

from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.disclosure.actions.person_links import link_person
from augenmass.disclosure.actions.requests import Handed, hand_over, sign_extract
from augenmass.disclosure.actions.restrictions import Wanted, decide_restriction, end_restriction, restrict
from augenmass.disclosure.content import Content
from augenmass.disclosure.models import Asker, Extract, ExtractRequest, HandOver, Restriction
from augenmass.disclosure.rules.requests import Problem, due_of, problem_with
from augenmass.law.time import today
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.work.actions.notes import write_note
from augenmass.work.models import Task
from augenmass.work.refusal import NotDone

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.disclosure.tests.conftest import Ask

pytestmark = [pytest.mark.db, pytest.mark.django_db]
HELD = {"family_name": "Haddad", "first_names": "Karim", "nationality": "GE"}


def test_the_month_ends_with_the_day_of_the_same_number_and_is_not_moved() -> None:
    assert due_of(date(2026, 1, 31)) == date(2026, 2, 28)
    assert due_of(date(2026, 11, 20)) == date(2026, 12, 20), "a Sunday stays"


def test_what_is_wrong_with_a_request() -> None:
    day = date(2026, 11, 20)
    assert problem_with(day + timedelta(days=1), day, "K", False, False) is Problem.FUTURE
    assert problem_with(day - timedelta(days=400), day, "K", False, False) is Problem.LONG_AGO
    assert problem_with(day, day, "  ", False, False) is Problem.NO_NAME
    assert problem_with(day, day, "K", True, False) is Problem.NO_AUTHORITY
    assert problem_with(day, day, "K", True, True) is None


def test_from_request_to_hand_over(actor: "Actor", case_with: "MakeCase", ask: "Ask") -> None:
    case = case_with(HELD, number="N-1")
    write_note(actor, case.pk, uuid4(), "Vorsprache ohne Termin.")
    request = ask(actor, case)
    task = Task.objects.get(about=request.about)
    assert (task.due, task.done_by) == (request.due, None)
    with pytest.raises(NotDone, match="lesen"):
        sign_extract(actor, request.key, read_through=False)
    signed = sign_extract(actor, request.key, read_through=True)
    assert sign_extract(actor, request.key, read_through=True) == signed
    with default_storage.open(signed.document.path) as file:
        text = "".join(page.extract_text() for page in PdfReader(BytesIO(file.read())).pages)
    for word in (
        "Haddad",
        "Georgien",
        "Georgia",
        "Vorsprache ohne Termin",
        "Notes are written in German",
        "Nothing held",
        "Art. 15 Abs. 4 DSGVO",
    ):
        assert word in text, word
    assert Content.model_validate(signed.data).person == "Karim Haddad"
    assert "Berger" not in json.dumps(signed.data["looks"])
    assert signed.data["looks"][-1]["role"]["de"] == "Sachbearbeitung"
    with pytest.raises(NotDone, match="Tag der Übergabe"):
        hand_over(actor, request.key, Handed(HandOver.Way.POST, today() + timedelta(days=1), "Karim Haddad"))
    hand_over(actor, request.key, Handed(HandOver.Way.IN_PERSON, today(), "Karim Haddad"))
    hand_over(actor, request.key, Handed(HandOver.Way.IN_PERSON, today(), "Karim Haddad"))
    task.refresh_from_db()
    assert task.done_by_id is not None
    kinds = list(Action.objects.filter(case=case, kind__startswith="extract").values_list("kind", flat=True))
    assert sorted(kinds) == ["extract.asked", "extract.handed_over", "extract.signed"]
    assert not list(verify())


def test_somebody_who_is_not_the_person_is_refused_and_that_is_recorded(
    actor: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    case = case_with(HELD)
    for said in ({"asker": "other", "name": "Vermieter"}, {"identified_by": "not_possible"}):
        request = ask(actor, case, **said)
        assert request.state == ExtractRequest.State.REFUSED
        with pytest.raises(NotDone, match="abgelehnt"):
            sign_extract(actor, request.key, read_through=True)
    assert Action.objects.filter(case=case, kind="extract.refused").count() == 2
    assert not Task.objects.filter(case=case).exists()
    assert not Extract.objects.exists()


def test_a_representative_needs_the_document(actor: "Actor", case_with: "MakeCase", ask: "Ask") -> None:
    case, other = case_with(HELD), case_with(HELD)
    with pytest.raises(NotDone, match="Vollmacht"):
        ask(actor, case, asker="representative")
    paper = add_document(actor, other.pk, b"%PDF-1.7 %%EOF", DocumentText(Document.Kind.AUTHORITY, "Vollmacht"))
    with pytest.raises(NotDone, match="Vollmacht"):
        ask(actor, case, asker="representative", authority=paper.key)
    assert ask(actor, other, asker="representative", authority=paper.key).authority == paper


def test_the_same_form_twice_makes_one_request_and_another_waits(
    actor: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    case, key = case_with(HELD), uuid4()
    assert ask(actor, case, key=key) == ask(actor, case, key=key)
    with pytest.raises(NotDone, match="schon eine Auskunft offen"):
        ask(actor, case)
    with pytest.raises(NotDone, match="Zukunft"):
        ask(actor, case_with(HELD), received_on=today() + timedelta(days=1))
    with pytest.raises((NotDone, IntegrityError)):
        ask(actor, case_with(HELD), key=key)


def test_who_may_not_asks_in_vain(
    actor: "Actor", intake_clerk: "Actor", outsider: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    from augenmass.access.actor import NotPermitted
    from augenmass.record.models import Case

    case = case_with(HELD)
    with pytest.raises(NotPermitted):
        ask(intake_clerk, case)
    with pytest.raises(Case.DoesNotExist):
        ask(outsider, case)
    request = ask(actor, case)
    with pytest.raises(ExtractRequest.DoesNotExist):
        sign_extract(outsider, request.key, read_through=True)


def test_both_files_of_a_person_are_found_and_said(actor: "Actor", case_with: "MakeCase", ask: "Ask") -> None:
    first, second = case_with(HELD, number="N-1"), case_with(HELD | {"alias_names": "Karim H."}, number="N-2")
    with pytest.raises(NotDone, match="nicht gefunden"):
        link_person(actor, first.pk, "N-9", "gleiche Fingerabdrücke")
    with pytest.raises(NotDone, match="nicht gefunden"):
        link_person(actor, first.pk, "N-1", "gleiche Fingerabdrücke")
    with pytest.raises(NotDone, match="woran"):
        link_person(actor, first.pk, "N-2", " ")
    link_person(actor, first.pk, "N-2", "gleicher Pass")
    with pytest.raises(NotDone, match="schon verbunden"):
        link_person(actor, second.pk, "N-1", "gleicher Pass")
    for case in (first, second):
        signed = sign_extract(actor, ask(actor, case).key, read_through=True)
        assert [(file["number"], file["included"]) for file in signed.data["files"]] in (
            [("N-1", True), ("N-2", True)],
            [("N-2", True), ("N-1", True)],
        )
        assert {fact["file"] for fact in signed.data["facts"]} == {"N-1", "N-2"}


def test_a_restriction_holds_with_a_second_person_and_cannot_come_too_late(
    actor: "Actor", approver: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    case = case_with(HELD)
    note = write_note(actor, case.pk, uuid4(), "Hinweis der Nachbarin.")
    wanted = Wanted(
        uuid4(), Restriction.Kind.NOTE, str(note.key), Restriction.Provision.OTHERS_RIGHTS, "Schutz der Hinweisgeberin"
    )
    made = restrict(actor, case.pk, wanted)
    assert restrict(actor, case.pk, wanted) == made
    request = ask(actor, case)
    with pytest.raises(NotDone, match="wartet noch"):
        sign_extract(actor, request.key, read_through=True)
    with pytest.raises(NotDone, match="zweite Person"):
        decide_restriction(approver_of(actor, approver), made.key, confirmed=True)
    decide_restriction(approver, made.key, confirmed=True)
    signed = sign_extract(actor, request.key, read_through=True)
    assert signed.data["notes"] == []
    end_restriction(actor, made.key)
    again = sign_extract(actor, ask(actor, case).key, read_through=True)
    assert [one["text"] for one in again.data["notes"]] == ["Hinweis der Nachbarin."]
    with pytest.raises(NotDone, match="stand schon in einer Auskunft"):
        restrict(actor, case.pk, Wanted(uuid4(), Restriction.Kind.NOTE, str(note.key), wanted.provision, "Schutz"))
    for subject in ("removal_date", "gibtesnicht"):
        with pytest.raises(NotDone, match="gibt es in diesem Fall nicht"):
            restrict(actor, case.pk, Wanted(uuid4(), Restriction.Kind.FACT, subject, wanted.provision, "Schutz"))


def approver_of(first: "Actor", second: "Actor") -> "Actor":
    """The first person with the rights of the second."""
    from dataclasses import replace

    return replace(first, roles=second.roles, sights={})


def test_what_was_passed_on_is_named_but_for_what_held_a_secret(
    actor: "Actor", case_with: "MakeCase", ask: "Ask"
) -> None:
    """The rooms say what they passed on; a message with a fact of a removal plan is in no extract and cannot be chosen."""
    from augenmass.cases import recipients
    from augenmass.disclosure.queries.subjects import subjects_of

    case = case_with(HELD)

    def passed(key: str, *names: str) -> recipients.Passed:
        words = ("Personalien", "details")
        return recipients.Passed(key, case.pk, today(), key, words, words, "§ 90 AufenthG", frozenset(names))

    made = [passed("Sozialamt", "nationality"), passed("Bundespolizei", "removal_date", "nationality")]
    recipients.sources.append(lambda _ids: made)
    try:
        signed = sign_extract(actor, ask(actor, case).key, read_through=True)
        labels = " ".join(found.label for found in subjects_of(actor, case))
    finally:
        recipients.sources.pop()
    assert [one["recipient"] for one in signed.data["recipients"]] == ["Sozialamt"]
    assert signed.data["recipients"][0]["provision"] == "§ 90 AufenthG"
    assert "Bundespolizei" not in labels


def test_every_room_that_passes_something_on_says_so() -> None:
    from augenmass.cases.recipients import sources

    assert {source.__name__ for source in sources} >= {"letters_sent", "opened_to", "referred_to", "transmitted"}


def test_the_published_form_is_that_of_the_program() -> None:
    from pathlib import Path

    from augenmass.disclosure.content import published_schema

    committed = Path(__file__).parents[4] / "docs/api/extract.schema.json"
    assert committed.read_text(encoding="utf-8") == published_schema()


def test_the_pages_lead_from_request_to_hand_over(
    actor: "Actor",
    intake_clerk: "Actor",
    outsider: "Actor",
    case_with: "MakeCase",
    client_of: "Callable[[Actor], Client]",
) -> None:
    case = case_with(HELD, number="N-1")
    address = f"/faelle/{case.key}/auskunft/"
    assert client_of(intake_clerk).get(address).status_code == 403
    assert client_of(outsider).get(address).status_code == 404
    browser = client_of(actor)
    assert "Noch keine Anfrage" in browser.get(address).content.decode()
    entered = {
        "key": str(uuid4()),
        "asker": Asker.PERSON.value,
        "name": "Karim Haddad",
        "identified_by": "identity_document",
        "received_on": f"{today():%d.%m.%Y}",
    }
    assert browser.post(address, entered | {"received_on": "gestern"}).status_code == 422
    page = browser.post(address, entered, follow=True)
    assert "Georgien" in page.content.decode()
    found = ExtractRequest.objects.get(case=case)
    own = f"/auskunft/{found.key}/"
    assert browser.get(own + "pdf/").content.startswith(b"%PDF")
    assert browser.get(own + "json/").status_code == 404
    assert "bestätigen Sie" in browser.post(own + "unterzeichnen/", {}).content.decode()
    browser.post(own + "unterzeichnen/", {"read_through": "on"})
    assert browser.get(own + "json/").json()["schema"] == "augenmass-extract/1"
    assert browser.post(own + "uebergeben/", {"way": "post"}).status_code == 422
    browser.post(own + "uebergeben/", {"way": "post", "recipient": "K. Haddad", "handed_on": f"{today():%d.%m.%Y}"})
    found.refresh_from_db()
    assert found.state == ExtractRequest.State.HANDED_OVER
    assert client_of(outsider).get(own).status_code == 404
