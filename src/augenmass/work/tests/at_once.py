"""Several at the same moment, for the tests of every room that let people meet: threads, each in the name of its reader."""

from collections.abc import Callable
from threading import Barrier, Thread
from time import monotonic, sleep

from django.db import connection

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system, reading_for
from augenmass.work.refusal import NotDone

PATIENCE = 120
"""Seconds after which a thread counts as stuck."""
UNFORESEEN = "unforeseen"


def at_once(
    *does: tuple[Actor | SystemRole, Callable[[], object]], foreseen: tuple[type[Exception], ...] = (NotDone,)
) -> list[str]:
    """Run each in a thread and in the name of its reader; what each said, "" for done.

    A refusal of a kind that is ``foreseen`` is said in its own words; anything else begins with ``UNFORESEEN``, so that no thread
    fails or hangs unseen.
    """
    ready, said = Barrier(len(does)), [f"{UNFORESEEN}: not finished in {PATIENCE} seconds"] * len(does)

    def run(number: int, reader: Actor | SystemRole, act: Callable[[], object]) -> None:
        try:
            with as_system(reader) if isinstance(reader, SystemRole) else reading_for(reader):
                ready.wait(timeout=20)
                act()
            said[number] = ""
        except foreseen as error:
            said[number] = str(error) or type(error).__name__
        except Exception as error:  # noqa: BLE001  the thread must not fail unseen
            said[number] = f"{UNFORESEEN}: {error!r}"
        finally:
            connection.close()

    threads = [Thread(target=run, args=(number, *what), daemon=True) for number, what in enumerate(does)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=PATIENCE)
    return said


def until_waiting_for_a_lock(connections: int = 1) -> None:
    """Wait until so many connections to this PostgreSQL database wait for a lock. Raises ``AssertionError`` when none does for long."""
    ends = monotonic() + 20
    while _waiting_for_a_lock() < connections:
        assert monotonic() < ends, "nobody waits for the lock"
        sleep(0.02)


def _waiting_for_a_lock() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")  # a transaction sees the activity as it was at its first look
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return int(cursor.fetchone()[0])
