"""A child process of ``serve`` ends when ``serve`` was killed: it must not keep the port or work unseen."""

import os
import signal
import threading
import time

CHILD = "AUGENMASS_SERVED"
"""Variable by which ``serve`` tells its server processes its own process id."""
PULSE = 1.0
"""Seconds between two looks."""


def end_when_orphaned(parent: int) -> None:
    """Watch the parent process from a thread of its own; when it is gone, this process asks itself to end.

    ``parent`` is given, not asked for: the parent can be gone before this process has loaded the program.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(PULSE)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, name="orphan-watch", daemon=True).start()
