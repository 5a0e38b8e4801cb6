"""Children of ``serve`` end with it."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

ENDED = 20.0
CHILD = """
import os, sys, time
from augenmass.site.orphan import end_when_orphaned
end_when_orphaned(int(sys.argv[1]))
print(os.getpid(), flush=True)
time.sleep(60)
"""
PARENT = """
import os, subprocess, sys, time
subprocess.Popen([sys.executable, "-c", sys.argv[1], str(os.getpid())])
time.sleep(60)
"""


def gone(pid: str) -> bool:
    """Ended, or waiting only for its exit code to be read."""
    status = Path("/proc") / pid / "status"
    try:
        return "State:\tZ" in status.read_text()
    except FileNotFoundError:
        return True


@pytest.mark.whole
def test_a_child_ends_when_its_parent_was_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT, CHILD], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = parent.stdout.readline().strip()
    assert not gone(child)

    parent.kill()
    parent.wait()
    parent.stdout.close()

    until = time.monotonic() + ENDED
    while not gone(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert gone(child)
