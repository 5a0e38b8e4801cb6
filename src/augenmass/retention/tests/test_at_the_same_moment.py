"""A hold, a second run and a second confirmation at the moment of the deletion, and the rows that each reader gets, on PostgreSQL."""

from threading import Event, Thread
from uuid import uuid4

import pytest
from django.db import connection

from augenmass.access.actor import Actor
from augenmass.access.reader import NOBODY, SystemRole, as_system, reading_as, reading_for
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.conftest import MakeActor, MakeCase
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.ledger import System, book
from augenmass.record.models import Action, Case, ErasedRow
from augenmass.record.verify import verify
from augenmass.retention.actions import deleting
from augenmass.retention.actions.holds import HoldForm, lift_hold, set_hold
from augenmass.retention.actions.runs import confirm, propose, refuse
from augenmass.retention.models import DeletionRun, DueRecord, FileToErase, LegalHold
from augenmass.retention.queries.preview import cases_of, preview
from augenmass.retention.queries.runs import holds_of, protocol_of, runs_of
from augenmass.retention.refusal import NotDecided
from augenmass.retention.tests.aged import closed_case, settled, work_off
from augenmass.work.tests.at_once import at_once, until_waiting_for_a_lock

pytestmark = [pytest.mark.pg, pytest.mark.django_db(transaction=True, databases=["default", "access_log"])]
WHY = "Klage gegen den Kostenbescheid, 3 K 12/26"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def hold(number: str = "ALT-1") -> HoldForm:
    return HoldForm(uuid4(), number, WHY, today().replace(year=today().year + 1))


@pytest.mark.parametrize("first", ["hold", "deletion"])
def test_a_hold_while_the_case_is_locked(officer_for_data: Actor, approver: Actor, actor: Actor, first: str) -> None:
    """Whoever gets the lock first is right: the hold keeps the file, or the file is gone and the hold is refused."""
    case = closed_case(actor, "ALT-1")
    run = confirm(approver, propose(officer_for_data, uuid4()).key)
    held = Event()

    def lock() -> None:
        with as_system(SystemRole.WORKER), book(System(), [case.pk], of_any_body=True) as opened:
            held.set()
            until_waiting_for_a_lock()
            if first == "hold":
                LegalHold.objects.create(
                    case=case, reason=WHY, review_on=today(), set_by=approver.account, set_at=opened.at
                )
            else:
                deleting.erase_file(opened, opened.case(case.pk), "retention.erased")
        connection.close()

    thread = Thread(target=lock)
    thread.start()
    assert held.wait(20)
    if first == "hold":
        assert deleting.advance(run) == 1
        assert settled(run) == [("case_file", "kept", "held")]
        assert Case.objects.filter(pk=case.pk).exists()
    else:
        [said] = at_once((officer_for_data, lambda: set_hold(officer_for_data, hold())), foreseen=(NotDecided,))
        assert "Aktenzeichen gibt es" in said
        assert not Case.objects.filter(pk=case.pk).exists()
        assert not LegalHold.objects.exists()
    thread.join(20)
    assert list(verify()) == []


def test_two_workers_and_two_confirmations(
    officer_for_data: Actor, approver: Actor, actor: Actor, make_actor: MakeActor
) -> None:
    for number in range(4):
        closed_case(actor, f"ALT-{number}")
    other = make_actor("vogt", actor.body, "approver")
    run = propose(officer_for_data, uuid4())
    said = at_once(
        (approver, lambda: confirm(approver, run.key)),
        (other, lambda: confirm(other, run.key)),
        foreseen=(NotDecided,),
    )
    assert sorted(bool(words) for words in said) == [False, True], said

    def work() -> None:
        with as_system(SystemRole.WORKER):
            work_off()

    assert at_once((approver, work), (other, work)) == ["", ""]
    assert settled(run) == [("case_file", "erased", "")] * 4
    assert Action.objects.filter(kind="retention.finished").count() == 1
    assert list(verify()) == []


def test_the_same_proposal_at_the_same_moment(officer_for_data: Actor, approver: Actor, actor: Actor) -> None:
    closed_case(actor, "ALT-1")
    key = uuid4()
    asks = (officer_for_data, lambda: propose(officer_for_data, key))
    assert at_once(asks, asks) == ["", ""]
    assert DeletionRun.objects.count() == 1
    [said] = at_once((approver, lambda: propose(approver, uuid4())), foreseen=(NotDecided,))
    assert "schon einen Vorschlag" in said


def test_a_document_that_comes_back_while_its_file_is_deleted_keeps_it(
    officer_for_data: Actor, approver: Actor, actor: Actor, case_with: MakeCase
) -> None:
    old, living = closed_case(actor, "ALT-1"), case_with({"family_name": "Haddad"})
    text = DocumentText(Document.Kind.DECISION, "Bescheid")
    document = add_document(actor, old.pk, PDF, text)
    run = confirm(approver, propose(officer_for_data, uuid4()).key)
    deleting.advance(run)
    assert FileToErase.objects.count() == 1

    def erase() -> None:
        with as_system(SystemRole.WORKER):
            deleting.erase_files()

    assert at_once((approver, erase), (actor, lambda: add_document(actor, living.pk, PDF, text))) == ["", ""]
    from django.core.files.storage import default_storage

    assert default_storage.exists(document.path)


def test_each_does_their_part_in_their_own_name(
    officer_for_data: Actor, approver: Actor, actor: Actor, make_actor: MakeActor, other_body: Body
) -> None:
    """With row security on: the data protection officer reads no case and can do all of it nevertheless."""
    closed_case(actor, "ALT-1")
    closed_case(actor, "ALT-2")
    other = make_actor("andere", other_body, "data_protection")
    with reading_for(officer_for_data):
        assert not Case.objects.exists()
        assert [line.cases for line in preview(officer_for_data, today()).due] == [2]
        kept = set_hold(officer_for_data, hold("ALT-2"))
        assert [found.case.number for found in holds_of(officer_for_data)] == ["ALT-2"]
        assert not LegalHold.objects.exists()
        refused = propose(officer_for_data, uuid4())
        refuse(officer_for_data, refused.key)
        run = propose(officer_for_data, uuid4())
        assert protocol_of(officer_for_data, run.key).numbers == ["ALT-1"]
        assert [line.number for line in cases_of(officer_for_data, today(), "case_file", "held", 1)[0]] == ["ALT-2"]
    with reading_for(other):
        assert not DeletionRun.objects.exists()
        assert not DueRecord.objects.exists()
        assert runs_of(other) == []
    with reading_for(approver):
        confirm(approver, run.key)
        assert LegalHold.objects.get() == kept
        lift_hold(approver, kept.key, "Das Verfahren ist beendet.")
    with as_system(SystemRole.WORKER):
        work_off()
    for reader in (officer_for_data, approver):
        with reading_for(reader):
            assert protocol_of(reader, run.key).lines[0].erased == 1
            assert not ErasedRow.objects.exists()
            assert not FileToErase.objects.exists()
    with reading_as(NOBODY):
        assert not DeletionRun.objects.exists()
    assert list(verify()) == []
