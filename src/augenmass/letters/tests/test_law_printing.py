"""The long documents of the law as PDF: in volumes, resumed after a kill, shared by all, forgotten after days."""

import io
import zipfile
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest
from pypdf import PdfReader

from augenmass.law.time import now, today, travel
from augenmass.lawbook.book.binding import bind
from augenmass.lawbook.book.volumes import volumes
from augenmass.lawbook.models import PrintedVolume, Printing
from augenmass.letters import law_printing
from augenmass.letters.law_printing import KEPT, LEASE, NoSuchPrinting, ask_printing, printed, printings
from augenmass.letters.render import RenderError, render
from augenmass.record.models import Action
from augenmass.work.worker import run_once

if TYPE_CHECKING:
    from augenmass.access.actor import Actor

pytestmark = [pytest.mark.db, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volumes of a small statute, as if it were long, set without a process of their own."""
    monkeypatch.setattr(law_printing, "volumes", lambda book: volumes(book, 120))
    monkeypatch.setattr(law_printing, "render_apart", render)


@pytest.mark.usefixtures("small")
def test_a_document_is_set_volume_by_volume_and_fetched_as_an_archive(actor: "Actor") -> None:
    key = uuid4()
    asked = ask_printing(actor, key, "VwZG", "de")
    assert Action.objects.filter(kind="law.printing_asked").count() == 1
    assert ask_printing(actor, uuid4(), "VwZG", "de").pk == asked.pk
    with pytest.raises(NoSuchPrinting):
        printed(key)
    assert run_once(law_printing.PRINT) == 1
    [line] = printings()
    assert (line.done, line.state) == (1, "waiting")
    assert line.volumes > 2
    while run_once(law_printing.PRINT):
        pass
    [line] = printings()
    assert (line.done, line.state) == (line.volumes, "done")
    name, content = printed(key)
    assert name == f"rechtskatalog-VwZG-{today().isoformat()}.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert len(archive.namelist()) == line.volumes
        for entry in archive.namelist():
            tagged = PdfReader(io.BytesIO(archive.read(entry))).trailer["/Root"]
            assert tagged["/MarkInfo"]["/Marked"]
            assert b"pdfuaid" in tagged["/Metadata"].get_object().get_data()
    assert not PrintedVolume.objects.exclude(says=None).exists()


@pytest.mark.usefixtures("small")
def test_a_killed_worker_leaves_a_lease_that_runs_out(actor: "Actor") -> None:
    made = ask_printing(actor, uuid4(), "VwZG", "en")
    run_once(law_printing.PRINT)
    Printing.objects.filter(pk=made.pk).update(lease_until=now() + LEASE, lease_holder="dead")
    assert run_once(law_printing.PRINT) == 0
    with travel(now() + LEASE + timedelta(seconds=1)):
        assert run_once(law_printing.PRINT) == 1
    assert PrintedVolume.objects.filter(file__isnull=False).count() == 2


def test_what_cannot_be_set_is_said_and_can_be_asked_for_again(actor: "Actor", monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> bytes:
        raise RenderError("catalogue", "no")

    monkeypatch.setattr(law_printing, "render_apart", fails)
    key = uuid4()
    ask_printing(actor, key, "VwZG", "de")
    assert run_once(law_printing.PRINT) == 0
    assert [line.state for line in printings()] == ["failed"]
    with pytest.raises(NoSuchPrinting):
        printed(key)
    assert ask_printing(actor, uuid4(), "VwZG", "de").state == Printing.State.WAITING


def test_a_document_in_one_volume_set_in_a_process_of_its_own_is_a_pdf_and_forgotten_after_days(actor: "Actor") -> None:
    key = uuid4()
    made = ask_printing(actor, key, "VwZG", "de")
    assert run_once(law_printing.PRINT) == 1
    name, content = printed(key)
    assert name.endswith(".pdf")
    assert content.startswith(b"%PDF-")
    with travel(made.asked_at + KEPT + timedelta(minutes=1)):
        assert printings() == []
        with pytest.raises(NoSuchPrinting):
            printed(key)
        assert run_once(law_printing.FORGET) == 1
    assert not PrintedVolume.objects.exists()


@pytest.mark.parametrize(("statute", "language"), [("Nichts", "de"), ("../x", "de"), ("VwZG", "fr")])
def test_what_there_is_not_is_not_set(actor: "Actor", statute: str, language: str) -> None:
    with pytest.raises(NoSuchPrinting):
        ask_printing(actor, uuid4(), statute, language)


def test_volumes_hold_every_section_once_and_skip_no_heading() -> None:
    book = bind(today(), "de", "AsylG")
    parts = volumes(book, 1_000)
    assert len(parts) > 3
    filled = [section for part in parts for section in part.book.sections if section.rows]
    assert filled == [section for section in book.sections if section.rows]
    for part in parts:
        levels = [section.level for section in part.book.sections]
        assert levels[0] == 1
        assert all(later <= before + 1 for before, later in pairwise(levels))
        assert part.book.subtitle.startswith("Nur AsylG, Teil ")
