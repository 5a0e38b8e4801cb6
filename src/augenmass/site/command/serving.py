"""``augenmass serve`` and ``augenmass worker``."""

import hashlib
import os
import subprocess
import sys
import threading
import time
from argparse import Namespace
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from augenmass.site.command.outcome import OK, CommandFailed
from augenmass.site.command.setting_up import refuse_missing_migrations, refuse_unsafe_start, start_django
from augenmass.site.orphan import CHILD, end_when_orphaned

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Threads of each server process: pages wait for the database more than they compute."""
LONGEST_PAUSE = 60.0
"""Seconds at most before a worker that ended by itself is started again."""


def serve(arguments: Namespace) -> int:
    """Start the server, and on SQLite the worker beside it; ends with SIGTERM or SIGINT."""
    start_django(reads_as="")
    refuse_missing_migrations()
    refuse_unsafe_start()
    _collect_static_files()
    from django.db import connection
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    with_worker = arguments.with_worker if arguments.with_worker is not None else connection.vendor == "sqlite"
    connection.close()
    server = Granian(
        "augenmass.site.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
    )
    os.environ[CHILD] = str(os.getpid())
    shown = "localhost" if arguments.host in {"127.0.0.1", "0.0.0.0"} else arguments.host  # noqa: S104  only compared
    print(f"Augenmaß läuft auf http://{shown}:{arguments.port} (Ende mit Strg+C).", file=sys.stderr, flush=True)
    if not with_worker:
        server.serve()
        return OK
    with _worker_beside():
        server.serve()
    return OK


def worker(arguments: Namespace) -> int:
    """Go round the duties until SIGTERM or SIGINT."""
    start_django(reads_as="worker")
    refuse_missing_migrations()
    refuse_unsafe_start()
    from augenmass.work.worker import work_until_terminated

    if arguments.end_with_parent:
        end_when_orphaned(arguments.end_with_parent)
    work_until_terminated()
    return OK


@contextmanager
def _worker_beside() -> "Iterator[None]":
    ending = threading.Event()
    keeper = threading.Thread(target=_keep_worker, args=(ending,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join(timeout=30)


def _keep_worker(ending: threading.Event) -> None:
    """Run the worker as a child process; one that ends by itself is started again after a growing pause."""
    pause = 1.0
    while not ending.is_set():
        began = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "augenmass", "worker", "--end-with-parent", str(os.getpid())],
            stdin=subprocess.DEVNULL,
        )
        while child.poll() is None and not ending.wait(0.5):
            pass
        if ending.is_set():
            child.terminate()
            child.wait(timeout=25)
            return
        pause = 1.0 if time.monotonic() - began > LONGEST_PAUSE else min(pause * 2, LONGEST_PAUSE)
        print(f"Der Hintergrunddienst endete (Code {child.returncode}) und startet neu.", file=sys.stderr, flush=True)
        ending.wait(pause)


def _collect_static_files() -> None:
    """Gather style sheets, scripts and fonts under names with their hash; skipped when nothing changed."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            digest.update(f"{path} {storage.size(path)} {storage.get_modified_time(path)}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.is_file() and stamp.read_text() == digest.hexdigest():
        return
    try:
        call_command("collectstatic", interactive=False, verbosity=0)
    except OSError as error:
        raise CommandFailed(f"Die Dateien der Oberfläche ließen sich nicht bereitlegen: {error}") from error
    stamp.write_text(digest.hexdigest())
