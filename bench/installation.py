"""An installation for measuring: its own data folder and database, filled through the ordinary import."""

import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from augenmass.site.command.outcome import OK, RETURNED

COMMAND = str(Path(sys.executable).with_name("augenmass"))
CLERK = "ackermann"
"""The invented person who takes data in."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it keeps its data; ``database`` is ``sqlite`` or a PostgreSQL address."""

    data: Path
    database: str

    @property
    def environment(self) -> dict[str, str]:
        """Settings for its processes."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
        return own | {
            "AUGENMASS_MODE": "demo",
            "AUGENMASS_DATA": str(self.data),
            "AUGENMASS_DATABASE": self.database,
            "AUGENMASS_LOG_LEVEL": "ERROR",
        }

    def run(self, *arguments: str) -> "Run":
        """Run a sub-command; raises ``CalledProcessError`` when it fails."""
        before = time.perf_counter()
        process = subprocess.Popen(
            [COMMAND, *arguments], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        _out, errors = process.communicate()
        if process.returncode:
            sys.stderr.buffer.write(errors)
            raise subprocess.CalledProcessError(process.returncode, arguments)
        return Run(time.perf_counter() - before)

    def import_file(self, path: Path) -> "Run":
        """Import a file in a process of its own, with the memory that it took at most."""
        script = (
            "import resource, sys\n"
            "from augenmass.site.command import main\n"
            f"code = main(['import', {str(path)!r}, '--as', {CLERK!r}, '--source', 'Fachverfahren'])\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
            "sys.exit(code)\n"
        )
        before = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", script], env=self.environment, capture_output=True, text=True, check=False
        )
        if done.returncode not in (OK, RETURNED):
            sys.stderr.write(done.stderr)
            raise subprocess.CalledProcessError(done.returncode, str(path))
        return Run(time.perf_counter() - before, int(done.stdout.split()[-1]) / 1024)

    @contextmanager
    def server(self, workers: int = 1, with_worker: bool | None = None) -> Iterator[str]:
        """A server with so many processes on a free port; ``with_worker``: with the one for regular duties, else as ``serve`` does."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        beside = {None: [], True: ["--with-worker"], False: ["--no-with-worker"]}[with_worker]
        process = subprocess.Popen(
            [COMMAND, "serve", "--port", str(port), "--workers", str(workers), *beside],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(port)
            yield f"http://localhost:{port}"
        finally:
            process.terminate()
            process.wait(timeout=20)


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds a process took and the megabytes it held at most."""

    seconds: float
    megabytes: float = 0.0


def _wait_for(port: int) -> None:
    for _ in range(480):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise TimeoutError("the server did not start")


def peak_megabytes() -> float:
    """The most that this process held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
