"""An import that is killed at any place goes on where its rows end: nothing lost, nothing twice."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage

from augenmass.access.actor import Actor
from augenmass.intake import lease
from augenmass.intake.actions import linking, staging, taking
from augenmass.intake.actions.advance import advance, waiting_runs
from augenmass.intake.actions.confirm import accept_proposal, confirm_taking
from augenmass.intake.actions.receive import receive
from augenmass.intake.models import ImportRun, StagedRow
from augenmass.intake.queries.counts import counts_of
from augenmass.intake.tests.tables import write_csv
from augenmass.law.time import now, travel
from augenmass.record.models import Action, Case, Fact

HEAD = ("Aktenzeichen", "Name", "AZ Mutter")
ROWS = 60


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def run(intake_clerk: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImportRun:
    """A run of 60 rows in chunks of 10, its mapping confirmed."""
    monkeypatch.setattr(staging, "CHUNK", 10)
    monkeypatch.setattr(taking, "_MOST", 10)
    rows = [HEAD, *((f"33-{number}", f"Name{number}", f"33-{(number + 7) % ROWS}") for number in range(ROWS))]
    path = write_csv(tmp_path / "export.csv", rows)
    return accept_proposal(intake_clerk, receive(intake_clerk, "Fachverfahren", "export.csv", path))


@contextmanager
def dying(monkeypatch: pytest.MonkeyPatch, place: object, name: str, call: int) -> Iterator[None]:
    """The process ends in the given call of a function."""
    original: Callable[..., object] = getattr(place, name)
    calls = iter(range(1, 1000))

    def dies(*arguments: object, **named: object) -> object:
        result = original(*arguments, **named)
        if next(calls) == call:
            raise Killed
        return result

    with monkeypatch.context() as patched:
        patched.setattr(place, name, dies)
        patched.setattr(lease, "give_back", lambda *_: None)
        yield


def carry_on_after_the_lease(run: ImportRun) -> None:
    with travel(now() + lease.LEASE + timedelta(seconds=1)):
        for waiting in waiting_runs():
            assert advance(waiting)
    run.refresh_from_db()


def killed_in(place: AbstractContextManager[None], run: ImportRun) -> None:
    with pytest.raises(Killed), place:
        advance(run)


@pytest.mark.parametrize("call", [1, 3, 6])
def test_reading_goes_on_after_a_kill(run: ImportRun, monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    killed_in(dying(monkeypatch, staging, "insert_rows", call), run)

    carry_on_after_the_lease(run)

    assert run.state == ImportRun.State.STAGED
    assert list(run.rows.values_list("number", flat=True)) == list(range(2, ROWS + 2))
    assert run.rows_staged == ROWS


@pytest.mark.parametrize(
    ("place", "name", "call"),
    [
        (taking, "insert_rows", 1),
        (taking, "recompute", 3),
        (taking, "update_rows", 6),
        (linking, "update_rows", 1),
        (linking, "delete_file", 1),
    ],
)
def test_taking_goes_on_after_a_kill_without_writing_anything_twice(
    run: ImportRun, intake_clerk: Actor, monkeypatch: pytest.MonkeyPatch, place: object, name: str, call: int
) -> None:
    advance(run)
    confirm_taking(intake_clerk, run)
    killed_in(dying(monkeypatch, place, name, call), run)

    carry_on_after_the_lease(run)

    assert run.state == ImportRun.State.DONE
    assert (counts_of(run).taken, run.rows_taken) == (ROWS, ROWS)
    assert not default_storage.exists(run.path)
    assert Case.objects.count() == ROWS
    assert Fact.objects.filter(name="family_name").count() == ROWS
    assert Action.objects.filter(kind="import.case_created").count() == ROWS
    assert Action.objects.filter(kind="import.finished").count() == 1
    assert sum(case.family_links.count() for case in Case.objects.all()) == 2 * ROWS


def test_nobody_else_goes_on_while_the_lease_is_held(run: ImportRun) -> None:
    assert lease.take(run, "somebody")

    assert list(waiting_runs()) == []
    assert not advance(run)
    assert not run.rows.exists()


def test_a_process_whose_run_was_taken_over_writes_nothing_more(run: ImportRun) -> None:
    assert lease.take(run, "slow")
    reading = staging.Staging(run, "slow")
    assert reading.step()
    with travel(now() + lease.LEASE + timedelta(seconds=1)):
        assert lease.take(run, "quick")

        with pytest.raises(lease.RunLost):
            reading.step()

    assert StagedRow.objects.filter(run=run).count() == 10


def test_a_turn_ends_after_its_time_and_the_next_goes_on(run: ImportRun) -> None:
    assert advance(run, seconds=0)
    run.refresh_from_db()
    assert run.state == ImportRun.State.STAGING
    assert 0 < run.rows_staged < ROWS

    advance(run)
    assert run.state == ImportRun.State.STAGED


PROGRAM = """
import django; django.setup()
from pathlib import Path
import sys
from augenmass.site.command.setting_up import create_tables
create_tables()
from datetime import date
from augenmass.access.actor import actor_for
from augenmass.directory.models import Account, Body, Membership
body, _ = Body.objects.get_or_create(key="a", kind="foreigners_authority", name="A", land="XM")
account = Account.objects.filter(username="i").first() or Account.objects.create_user("i", "x" * 20, name="I")
Membership.objects.get_or_create(account=account, body=body, role="intake", valid_from=date(2020, 1, 1))
from augenmass.intake.actions.whole_file import import_file
print("start", flush=True)
done = import_file(actor_for(account), Path(sys.argv[1]), "Fachverfahren", progress=lambda run: print("chunk", flush=True))
from augenmass.record.models import Case, Fact
print("done", Case.objects.count(), Fact.objects.filter(name="family_name", closed_by=None).count(), flush=True)
"""


@pytest.mark.db
def test_a_real_process_killed_in_the_middle_leaves_a_record_that_the_next_import_completes(tmp_path: Path) -> None:
    rows = [HEAD, *((f"33-{number}", f"Name{number}", "") for number in range(200))]
    path = write_csv(tmp_path / "export.csv", rows)
    environment = {
        **os.environ,
        "AUGENMASS_DATA": str(tmp_path / "data"),
        "AUGENMASS_DATABASE": "sqlite",
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
    }
    command = [sys.executable, "-c", textwrap.dedent(PROGRAM), str(path)]
    first = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert first.stdout is not None
    chunks = 0
    for line in first.stdout:
        chunks += line.startswith("chunk")
        if chunks == 4:
            break
    time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    first.wait(30)
    first.stdout.close()

    second = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    assert first.returncode == -signal.SIGKILL
    assert second.returncode == 0, second.stderr
    assert second.stdout.splitlines()[-1] == "done 200 200"
