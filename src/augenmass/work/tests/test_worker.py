"""The worker: leases, stopping, errors."""

import threading
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

from augenmass.law.time import now, travel
from augenmass.work import duties, worker
from augenmass.work.duties import Duty, LeaseLost, Turn, all_duties, duty
from augenmass.work.lease import take
from augenmass.work.models import DutyRun
from augenmass.work.worker import Round, run_once, run_worker

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
SHORT = timedelta(seconds=10)
GOES_ON = threading.Event()


@pytest.fixture(autouse=True)
def _own_duties(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(duties, "_duties", {})
    with travel(date(2026, 3, 2)):
        yield


def quiet(_turn: Turn) -> int:
    return 3


def test_of_two_workers_one_gets_the_lease() -> None:
    found = Duty("test.one", quiet, SHORT)
    first = take(found, "worker a", GOES_ON)
    assert first is not None
    assert take(found, "worker b", GOES_ON) is None
    first.done()
    assert take(found, "worker b", GOES_ON) is not None


def test_the_lease_of_a_killed_worker_runs_out_and_the_old_holder_notices() -> None:
    found = Duty("test.killed", quiet, SHORT)
    killed = take(found, "worker a", GOES_ON)
    assert killed is not None
    with travel(now() + found.lease + timedelta(seconds=1)):
        assert take(found, "worker b", GOES_ON) is not None
        with pytest.raises(LeaseLost):
            killed.renew()
        killed.done()
        assert DutyRun.objects.get(name="test.killed").lease_holder == "worker b"


def test_a_renewed_lease_stays() -> None:
    found = Duty("test.long", quiet, SHORT)
    held = take(found, "worker a", GOES_ON)
    assert held is not None
    with travel(now() + found.lease - timedelta(seconds=1)):
        held.renew()
    with travel(now() + found.lease + timedelta(seconds=1)):
        assert take(found, "worker b", GOES_ON) is None


def test_a_nightly_duty_is_done_once_a_day_by_all_workers_together() -> None:
    nightly = Duty("test.nightly", quiet, timedelta(hours=24))
    done: list[datetime] = []
    for hours in (0, 1, 23, 24, 25):
        with travel(now() + timedelta(hours=hours)):
            held = take(nightly, f"worker {hours}", GOES_ON)
            if held:
                done.append(now())
                held.done()
    assert [(moment - done[0]).total_seconds() / 3600 for moment in done] == [0, 24]


def test_an_error_is_kept_by_type_and_does_not_stop_the_other_duties(caplog: pytest.LogCaptureFixture) -> None:
    def broken(_turn: Turn) -> int:
        raise RuntimeError("Erika Mustermann, geboren am 1.1.1990")

    duty("test.broken", every=SHORT)(broken)
    duty("test.quiet", every=SHORT)(quiet)
    assert Round(GOES_ON).once(all_duties()) == 3
    row = DutyRun.objects.get(name="test.broken")
    assert (row.failure, row.last_failure, row.last_success, row.lease_holder) == ("RuntimeError", now(), None, "")
    assert "Mustermann" not in caplog.text


def test_a_failing_duty_is_tried_again_later_and_later(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr(worker.time, "monotonic", lambda: clock[0])
    tries: list[float] = []

    def broken(_turn: Turn) -> int:
        tries.append(clock[0] - 1000)
        raise RuntimeError

    duty("test.broken", every=SHORT)(broken)
    way = Round(GOES_ON)
    while clock[0] < 1000 + 200:
        way.once(all_duties())
        clock[0] += 10
    assert tries == [0, 20, 60, 140]


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_a_worker_that_is_asked_to_stop_finishes_its_turn_and_ends() -> None:
    stop = threading.Event()
    seen: list[bool] = []

    def slow(turn: Turn) -> int:
        stop.set()
        seen.append(turn.stopping)
        return 1

    duty("test.slow", every=SHORT)(slow)
    duty("test.never", every=SHORT)(lambda _turn: pytest.fail("a stopping worker began another duty"))
    run_worker(stop)
    assert seen == [True]
    assert DutyRun.objects.get(name="test.slow").last_success == now()


def test_run_once_does_a_duty_whatever_its_rhythm_and_passes_its_errors_on() -> None:
    duty("test.now", every=timedelta(hours=24))(quiet)
    assert (run_once("test.now"), run_once("test.now")) == (3, 3)
    with pytest.raises(KeyError):
        run_once("test.unknown")


def test_two_duties_cannot_share_a_name() -> None:
    duty("test.name", every=SHORT)(quiet)
    with pytest.raises(ValueError, match="exists"):
        duty("test.name", every=SHORT)(lambda _turn: 0)
