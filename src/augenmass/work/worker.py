"""The worker: goes round the duties until it is asked to stop.

Work is read from the state, so a worker that is killed loses nothing: its lease runs out and the next one goes on.
"""

import signal
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from types import FrameType

import structlog
from django.db import close_old_connections

from augenmass.work.duties import CutShort, Duty, LeaseLost, all_duties, duty_called
from augenmass.work.lease import Held, take, worker_name

log = structlog.get_logger()
LONGEST_PAUSE = timedelta(minutes=15)
"""Most that a failing duty is put off before it is tried again."""
PULSE = 0.5
"""Seconds between two looks at what is due."""


@dataclass(slots=True)
class _Pace:
    """When this worker looks at a duty again (monotonic seconds)."""

    next_at: float = 0.0
    failures: int = 0


@dataclass(slots=True)
class Round:
    """One worker's way round the duties."""

    stop: threading.Event
    holder: str = field(default_factory=worker_name)
    paces: dict[str, _Pace] = field(default_factory=dict)

    def once(self, duties: Iterable[Duty]) -> int:
        """Do every duty whose time has come; returns how many things were done."""
        done = 0
        for found in duties:
            if self.stop.is_set():
                break
            pace = self.paces.setdefault(found.name, _Pace())
            if time.monotonic() >= pace.next_at:
                done += self._attempt(found, pace)
        return done

    def _attempt(self, found: Duty, pace: _Pace) -> int:
        try:
            held = take(found, self.holder, self.stop)
            done = _do(held) if held else 0
        except LeaseLost:
            log.warning("duty_taken_over", duty=found.name)
            done = 0
        except Exception as error:  # noqa: BLE001  whatever a duty raises must not end the others
            # Only the type is kept: the message could quote a person's data.
            pace.failures += 1
            pause = min(found.every * 2**pace.failures, LONGEST_PAUSE)
            pace.next_at = time.monotonic() + pause.total_seconds()
            log.error("duty_failed", duty=found.name, error=type(error).__name__, pause_seconds=pause.total_seconds())
            return 0
        pace.failures = 0
        pace.next_at = time.monotonic() + min(found.every, LONGEST_PAUSE).total_seconds()
        return done


def _do(held: Held) -> int:
    started = time.perf_counter()
    try:
        done = held.duty.work(held)
    except LeaseLost:
        raise
    except CutShort:
        held.cut_short()
        return 0
    except Exception as error:
        held.failed(error)
        raise
    held.done()
    if done:
        log.info("duty_done", duty=held.duty.name, things=done, ms=round((time.perf_counter() - started) * 1000))
    return done


def run_worker(stop: threading.Event) -> None:
    """Go round the duties until ``stop`` is set; the transaction under way is finished first."""
    way = Round(stop)
    log.info("worker_started", duties=len(all_duties()))
    while not stop.is_set():
        close_old_connections()
        way.once(all_duties())
        stop.wait(PULSE)
    log.info("worker_stopped")


def run_once(name: str) -> int:
    """Do one duty now, whatever its rhythm; returns how many things it did, 0 when another worker is at it.

    Raises ``KeyError`` for an unknown name and whatever the duty raises.
    """
    held = take(duty_called(name), worker_name(), threading.Event(), at_once=True)
    return _do(held) if held else 0


def work_until_terminated() -> None:
    """Run the worker in the main thread of a process until SIGTERM or SIGINT."""
    stop = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, end)
    run_worker(stop)
