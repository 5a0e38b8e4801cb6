"""With the data of a removal go the letters, documents, notes and accesses that were made for it, and nothing else of the file."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor
from augenmass.access.models import Grant
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.conferences.models import Measure
from augenmass.conftest import MakeCase
from augenmass.directory.models import Body
from augenmass.disclosure.actions.restrictions import Wanted, decide_restriction, restrict
from augenmass.disclosure.models import Restriction
from augenmass.law.time import now, today
from augenmass.letters.models import Dispatch, Letter, ServiceProof, SignedLetter
from augenmass.record.ledger import Entry, entry
from augenmass.record.models import Case, ErasedRow, Source
from augenmass.record.verify import verify
from augenmass.retention.actions.holds import HoldForm, set_hold
from augenmass.retention.models import FileToErase
from augenmass.retention.queries.of_removal import naming, removal_rows
from augenmass.retention.queries.preview import preview
from augenmass.retention.tests.aged import BAN, run_all, settled
from augenmass.steps.models import SignedStep, StepTaking
from augenmass.work.actions.notes import write_note
from augenmass.work.models import BookedDeadline, Note, Task

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.db
Browser = Callable[[Actor], "Client"]


def _pdf(actor: Actor, case: Case, title: str) -> Document:
    content = f"%PDF-1.4\n% {title}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".encode()
    return add_document(actor, case.pk, content, DocumentText(Document.Kind.LETTER, title))


def _signed(e: Entry, actor: Actor, step: str, document: Document, served: Document) -> Letter:
    """A step that was signed with a letter that was served."""
    taking = StepTaking(
        case=e.case,
        step=step,
        state="signed",
        begun_by=actor.account,
        begun_at=now(),
        case_version=1,
        submission=uuid4(),
    )
    e.seal(taking)
    at = {"signed_at": now(), "signed_by": actor.account}
    e.seal(SignedStep(taking=taking, reasons="Weil.", inputs={}, proof={}, catalogue="x", **at))
    letter = Letter(
        case=e.case, template="t", number=str(taking.key), taking=taking.key, begun_by=actor.account, begun_at=now()
    )
    letter.state = Letter.State.SERVED
    e.seal(letter)
    e.seal(
        SignedLetter(
            letter=letter,
            data={"recipient": {"lines": ["Amt"]}, "title": "Schreiben"},
            document=document,
            sha256=document.sha256,
            **at,
        )
    )
    recorded = {"recorded_by": actor.account, "recorded_at": now()}
    dispatch = Dispatch(letter=letter, method="post", dispatched_on=today(), **recorded)
    e.seal(dispatch)
    e.seal(ServiceProof(dispatch=dispatch, manner="letterbox", served_on=today(), document=served, **recorded))
    common = {"case": e.case, "body": actor.body, "about": f"letter:{letter.key}", "created_by_id": e.action_id}
    Task.objects.create(kind="task", title="Rücklauf", due=today(), done_by_id=e.action_id, **common)
    BookedDeadline.objects.create(rule="r", begins_on=today(), due=today(), first_reader=actor.account, **common)
    return letter


class Removed:
    """A living file in which somebody was removed long ago, with what was made for it and what was not."""

    def __init__(self, actor: Actor, approver: Actor, case: Case, other: Body) -> None:
        self.case = case
        self.letter, self.served, self.order = (_pdf(actor, case, title) for title in ("Flug", "Urkunde", "Beschluss"))
        self.shared, self.plain, self.secret = (_pdf(actor, case, title) for title in ("Pass", "Antrag", "Flugplan"))
        source = Source.objects.get(label="Akte").pk
        with entry(actor, "step.signed", case.pk) as e:
            self.of_removal = _signed(e, actor, "arrange_removal", self.letter, self.served)
            self.of_stay = _signed(e, actor, "grant_suspension", self.plain, self.shared)
            e.establish("removal_failed_on", "2010-05-01", source_id=source, evidence_id=self.order.pk)
            e.establish("removal_arranged_on", "2010-05-01", source_id=source, evidence_id=self.shared.pk)
            e.establish("date_of_birth", "1980-01-01", source_id=source, evidence_id=self.shared.pk)
            self.grants = [self._grant(e, actor, other), self._grant(e, actor, other)]
        self.notes = [write_note(actor, case.pk, uuid4(), text) for text in ("Flug um sechs.", "Sprach vor.")]
        for kind, subject, provision in (
            (Restriction.Kind.NOTE, str(self.notes[0].key), Restriction.Provision.REMOVAL),
            (Restriction.Kind.NOTE, str(self.notes[1].key), Restriction.Provision.OTHERS_RIGHTS),
            (Restriction.Kind.DOCUMENT, str(self.secret.key), Restriction.Provision.REMOVAL),
            (Restriction.Kind.RECIPIENT, f"access:{self.grants[0].key}", Restriction.Provision.REMOVAL),
        ):
            made = restrict(actor, case.pk, Wanted(uuid4(), kind, subject, provision, "Geheim."))
            decide_restriction(approver, made.key, confirmed=True)

    def _grant(self, e: Entry, actor: Actor, other: Body) -> Grant:
        days = {"valid_from": today(), "valid_until": today()}
        grant = Grant(
            case=e.case,
            body=other,
            owner=actor.body,
            categories=["identity"],
            purpose="cooperation",
            reason="R",
            **days,
        )
        e.seal(grant)
        return grant

    def is_gone(self) -> bool:
        gone = [self.letter, self.served, self.order, self.secret]
        assert not Document.objects.filter(pk__in=[one.pk for one in gone]).exists()
        assert not any(default_storage.exists(one.path) for one in gone)
        assert not FileToErase.objects.exists()
        assert set(Document.objects.all()) == {self.shared, self.plain}
        assert default_storage.exists(self.shared.path)
        assert list(Letter.objects.all()) == [self.of_stay]
        assert [row.step for row in StepTaking.objects.all()] == ["grant_suspension"]
        for model in (SignedLetter, Dispatch, ServiceProof, SignedStep, BookedDeadline):
            assert model._default_manager.count() == 1, model
        assert Task.objects.filter(title="Rücklauf").count() == 1
        assert list(Note.objects.all()) == [self.notes[1]]
        assert list(Grant.objects.all()) == [self.grants[1]]
        assert [row.provision for row in Restriction.objects.all()] == [Restriction.Provision.OTHERS_RIGHTS]
        assert ErasedRow.objects.filter(label="letters.letter", row=self.of_removal.pk).exists()
        assert list(verify()) == []
        return True


@pytest.fixture
def removed(officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase, other_body: Body) -> Removed:
    return Removed(actor, approver, case_with({"family_name": "Haddad", **BAN}), other_body)


def test_what_was_made_for_a_removal_goes_with_its_data_and_the_rest_stays(
    removed: Removed, officer_for_data: Actor, approver: Actor, actor: Actor, client_of: Browser
) -> None:
    [line] = preview(officer_for_data, today()).due
    run = run_all(officer_for_data, approver)
    assert settled(run) == [("removal_data", "erased", "")]
    counts = run.records.get(rule="removal_data").counts
    assert counts == dict(line.rows), "the preview said what went"
    assert (counts["documents"], counts["letters"], counts["steps"], counts["notes"], counts["accesses"]) == (
        4,
        4,
        2,
        1,
        1,
    )
    assert "Flug" not in str(run.records.values_list())
    assert removed.is_gone()
    client = client_of(actor)
    for address in ("", "auskunft/", "akteneinsicht/"):
        answer = client.get(f"/faelle/{removed.case.key}/{address}")
        assert answer.status_code == 200, address
        assert "Flug" not in answer.content.decode(), address


def test_a_file_under_a_hold_keeps_all_of_it(removed: Removed, officer_for_data: Actor, approver: Actor) -> None:
    set_hold(officer_for_data, HoldForm(uuid4(), removed.case.number, "Klage anhängig.", today() + timedelta(days=90)))
    assert preview(officer_for_data, today()).due == []
    assert Letter.objects.count() == 2


def test_a_letter_that_is_still_worked_on_stays(removed: Removed) -> None:
    StepTaking.objects.filter(step="arrange_removal").update(state="waiting")
    found = {rows.model: rows.ids for rows in removal_rows([removed.case.pk], now())}
    assert found[StepTaking] == found[Letter] == []
    assert removed.letter.pk not in found[Document]


def test_what_came_after_the_moment_of_the_erasure_stays_when_it_is_done_again(removed: Removed) -> None:
    earlier = now() - timedelta(days=1)
    assert all(rows.ids == [] for rows in removal_rows([removed.case.pk], earlier))


def test_nothing_names_a_row_that_goes_but_rows_that_go_too() -> None:
    """A table that comes to hang on one of these must be thought of here."""
    models = [rows.model for rows in removal_rows([], now())]
    own = [model for model in models if model is not Document]  # who names a document is asked each time
    for model in own:
        for field in naming(model):
            assert field.model in {*models, Measure}, (
                model,
                field,
            )  # a measure's task is about a conference, never about a step
