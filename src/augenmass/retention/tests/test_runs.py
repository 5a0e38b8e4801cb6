"""From the preview of closed files over the proposal and the second person to the erased file, and the record is still whole."""

from uuid import uuid4

import pytest
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.law.time import today
from augenmass.record.holdings import holdings
from augenmass.record.models import Action, Case, ErasedRow, Source
from augenmass.record.verify import verify
from augenmass.retention.actions.deleting import advance, erase_files, waiting_runs
from augenmass.retention.actions.runs import confirm, propose
from augenmass.retention.models import DeletionRun, DueRecord, Remainder
from augenmass.retention.queries.preview import preview
from augenmass.retention.tests.aged import closed_case, in_mittelau

pytestmark = pytest.mark.db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def officer_for_data(make_actor: MakeActor, body: Body) -> Actor:
    return make_actor("reimann", in_mittelau(body), "data_protection")


def work_off() -> None:
    for run in waiting_runs():
        advance(run)
    erase_files()


def run_all(first: Actor, second: Actor) -> DeletionRun:
    run = propose(first, uuid4())
    confirm(second, run.key)
    work_off()
    run.refresh_from_db()
    return run


def test_a_closed_file_is_previewed_proposed_confirmed_and_erased(
    officer_for_data: Actor, approver: Actor, actor: Actor
) -> None:
    case = closed_case(actor, "ALT-1")
    document = add_document(actor, case.pk, PDF, DocumentText(Document.Kind.DECISION, "Bescheid Vergangen"))
    seen = preview(officer_for_data, today())
    [line] = seen.due
    assert (line.cases, line.rows["facts"], line.rows["documents"]) == (1, 5, 1)

    run = run_all(officer_for_data, approver)

    assert run.state == DeletionRun.State.DONE
    [settled] = run.records.filter(rule="case_file")
    assert settled.state == DueRecord.State.ERASED
    assert settled.counts["facts"] == 5
    assert not Case.objects.filter(pk=case.pk).exists()
    for holding in holdings().values():
        assert not holding.of_cases([case.pk]).exists(), holding.label
    assert not default_storage.exists(document.path)
    assert not Source.objects.filter(label__contains="Vergangen").exists()
    assert Action.objects.filter(case=case.pk).count() == 0
    assert list(verify()) == []
    assert ErasedRow.objects.filter(label="record.fact").count() == 5
    assert list(Remainder.objects.values_list("closed_in", "outcome", "cases")) == [(2012, "departed", 1)]
