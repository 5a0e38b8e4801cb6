"""Exports that a killed process left behind are deleted after a day; those that a run still reads are not."""

import os
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor
from augenmass.intake.actions import receive as receiving
from augenmass.intake.actions.advance import advance
from augenmass.intake.actions.confirm import accept_proposal
from augenmass.intake.actions.receive import receive
from augenmass.intake.models import ImportRun
from augenmass.intake.tests.tables import write_csv
from augenmass.law.time import now, travel
from augenmass.work.worker import run_once

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]

SWEEP = "intake.sweep_uploads"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files that only this test sees."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def run(intake_clerk: Actor, tmp_path: Path) -> ImportRun:
    path = write_csv(tmp_path / "export.csv", [("Aktenzeichen", "Name"), ("33-1", "Kaya")])
    return receive(intake_clerk, "Fachverfahren", "export.csv", path)


def sweep_after(days: float) -> int:
    with travel(now() + timedelta(days=days)):
        return run_once(SWEEP)


def test_a_file_without_a_run_is_deleted_after_a_day(intake_clerk: Actor) -> None:
    default_storage.save("imports/0123456789abcdef", ContentFile(b"Aktenzeichen;Name"))
    assert sweep_after(0.9) == 0
    assert default_storage.exists("imports/0123456789abcdef")
    assert sweep_after(2.1) == 1
    assert not default_storage.exists("imports/0123456789abcdef")


def test_a_file_that_a_run_still_reads_stays(run: ImportRun, intake_clerk: Actor) -> None:
    assert sweep_after(40) == 0
    assert default_storage.exists(run.path)
    advance(accept_proposal(intake_clerk, run))
    assert ImportRun.objects.get(pk=run.pk).state == ImportRun.State.STAGED


def test_a_process_killed_before_its_run_was_committed_leaves_nothing_for_long(
    intake_clerk: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_arguments: object) -> None:
        raise KeyboardInterrupt

    path = write_csv(tmp_path / "export.csv", [("Aktenzeichen", "Name"), ("33-1", "Kaya")])
    monkeypatch.setattr(receiving, "entry", killed)
    with pytest.raises(KeyboardInterrupt):
        receive(intake_clerk, "Fachverfahren", "export.csv", path)
    assert not ImportRun.objects.exists()
    assert len(default_storage.listdir("imports")[1]) == 1
    assert sweep_after(1.1) == 1
    assert default_storage.listdir("imports")[1] == []


def test_a_file_whose_run_has_read_it_is_deleted(run: ImportRun) -> None:
    ImportRun.objects.filter(pk=run.pk).update(state=ImportRun.State.STAGED)
    assert sweep_after(1.1) == 1
    assert not default_storage.exists(run.path)


def test_folders_of_uploads_that_were_never_opened_are_deleted_and_nothing_else(temporary: Path) -> None:
    left, other = temporary / "augenmass-import-abc", temporary / "somebody-else"
    for folder in (left, other):
        folder.mkdir()
        (folder / "upload").write_bytes(b"Aktenzeichen")
    (temporary / "augenmass-import-link").symlink_to(other)
    assert sweep_after(0.5) == 0
    before = now().timestamp() - 3 * 86_400
    os.utime(left, (before, before))
    assert sweep_after(2) == 1
    assert not left.exists()
    assert (other / "upload").exists()
    assert run_once(SWEEP) == 0
