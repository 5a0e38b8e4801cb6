"""A process that dies anywhere on the way loses nothing, deletes nothing twice and leaves nothing behind."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from augenmass.access.actor import Actor
from augenmass.cases.actions.documents import DocumentText, add_document
from augenmass.cases.models import Document
from augenmass.law.time import now, travel
from augenmass.record.models import Case, ErasedRow
from augenmass.record.verify import verify
from augenmass.retention import erased_list
from augenmass.retention.actions import deleting, erasing
from augenmass.retention.actions.runs import confirm, propose
from augenmass.retention.models import DeletionRun, DueRecord, FileToErase, Remainder
from augenmass.retention.tests.aged import closed_case, settled, work_off

pytestmark = [pytest.mark.db, pytest.mark.django_db(transaction=True, databases=["default", "access_log"])]
FILES = 3
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def confirmed(officer_for_data: Actor, approver: Actor, actor: Actor) -> DeletionRun:
    """A confirmed run of three files, each with a document of its own."""
    for number in range(FILES):
        case = closed_case(actor, f"ALT-{number}")
        add_document(actor, case.pk, PDF + bytes([number + 48]), DocumentText(Document.Kind.DECISION, "Bescheid"))
    return confirm(approver, propose(officer_for_data, uuid4()).key)


def dies(act: Callable[..., object], times: int, *, after: bool) -> Callable[..., object]:
    """The function as it is, until the process ends in its n-th call: before it does anything, or when it is done."""
    left = iter(range(times - 1))

    def replaced(*args: object, **named: object) -> object:
        if next(left, None) is not None:
            return act(*args, **named)
        if after:
            act(*args, **named)
        raise Killed

    return replaced


POINTS = [
    (deleting, "erase_file", 2, False),
    (deleting, "erase_file", 2, True),
    (erasing, "recompute", 1, False),
    (deleting, "add_to_list", 2, False),
    (deleting, "add_to_list", 2, True),
    (erased_list, "append", 2, False),
    (erased_list, "append", 2, True),
    (deleting, "_finish", 1, False),
    (deleting, "sweep_sources", 1, True),
    (deleting, "forget_pages", 1, False),
    (default_storage, "delete", 2, False),
    (default_storage, "delete", 2, True),
    (deleting, "hold_file", 1, False),
]


@pytest.mark.parametrize(("where", "name", "times", "after"), POINTS, ids=[f"{p[1]}-{p[3]}" for p in POINTS])
def test_the_next_worker_goes_on_where_it_ended(
    confirmed: DeletionRun, monkeypatch: pytest.MonkeyPatch, where: object, name: str, times: int, after: bool
) -> None:
    paths = [document.path for document in Document.objects.all()]
    with monkeypatch.context() as patch:
        patch.setattr(where, name, dies(getattr(where, name), times, after=after))
        with pytest.raises(Killed):
            work_off()
    assert list(verify()) == []
    work_off()  # while the lease of the dead process runs, nobody is at the run
    with travel(now() + deleting.LEASE + timedelta(seconds=1)):
        work_off()
        erased_list.add_to_list()
    confirmed.refresh_from_db()
    assert confirmed.state == DeletionRun.State.DONE
    assert settled(confirmed) == [("case_file", "erased", "")] * FILES
    assert not Case.objects.exists()
    assert not FileToErase.objects.exists()
    assert not [path for path in paths if default_storage.exists(path)]
    assert Remainder.objects.get().cases == FILES
    assert ErasedRow.objects.filter(label="record.fact").count() == 5 * FILES
    listed = {line.case for line in erased_list.read_list(erased_list.list_path())}
    assert listed >= {str(key) for key in confirmed.records.values_list("case_key", flat=True)}
    assert not DueRecord.objects.filter(listed=False).exists()
    assert list(verify()) == []


def test_a_file_that_fails_keeps_none_of_the_others_waiting(
    confirmed: DeletionRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Case.objects.order_by("pk")[0].pk
    whole = deleting.erase_file

    def fails(opened: object, case: Case, *args: object, **named: object) -> object:
        if case.pk == first:
            raise ValueError("cannot be read")
        return whole(opened, case, *args, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(deleting, "erase_file", fails)
        with pytest.raises(ValueError, match="cannot be read"):
            work_off()
    confirmed.refresh_from_db()
    assert (confirmed.state, confirmed.lease_holder) == (DeletionRun.State.RUNNING, "")
    assert [state for _rule, state, _why in settled(confirmed)] == ["waiting", "erased", "erased"]
    work_off()
    assert [state for _rule, state, _why in settled(confirmed)] == ["erased"] * FILES


def test_who_lost_the_lease_stops_without_a_trace(confirmed: DeletionRun, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = deleting._hindrance

    def taken_over(*args: object) -> str:
        DeletionRun.objects.filter(pk=confirmed.pk).update(lease_holder="another")
        return whole(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(deleting, "_hindrance", taken_over)
    assert deleting.advance(confirmed) == 0
    assert [state for _rule, state, _why in settled(confirmed)].count("erased") <= 1
    assert list(verify()) == []


def test_a_file_that_was_stored_anew_meanwhile_stays(confirmed: DeletionRun) -> None:
    document = Document.objects.order_by("pk")[0]
    FileToErase.objects.create(path=document.path, label="cases.document")
    with transaction.atomic():
        assert deleting.erase_files() == 0
    assert default_storage.exists(document.path)
