"""The server of the compartment, with the sending of statements beside it."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from augenmass.site.orphan import CHILD

THREADS = 4


def serve(host: str, port: int, workers: int) -> None:
    """Serve until SIGTERM or SIGINT."""
    call_command("collectstatic", interactive=False, verbosity=0)
    connection.close()
    server = Granian(
        "augenmass.compartment.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        log_access=False,
        log_level=LogLevels.warning,
    )
    os.environ[CHILD] = str(os.getpid())
    with _sender_beside():
        server.serve()


@contextmanager
def _sender_beside() -> Iterator[None]:
    ending = threading.Event()
    keeper = threading.Thread(target=_keep_sender, args=(ending,), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        keeper.join(timeout=30)


def _keep_sender(ending: threading.Event) -> None:
    """Run the sender as a child process; one that ends by itself is started again after a pause."""
    while not ending.is_set():
        child = subprocess.Popen(
            [sys.executable, "-m", "augenmass.compartment", "send", "--end-with-parent", str(os.getpid())],
            stdin=subprocess.DEVNULL,
        )
        while child.poll() is None and not ending.wait(0.5):
            pass
        if ending.is_set():
            child.terminate()
            child.wait(timeout=25)
            return
        ending.wait(10)
