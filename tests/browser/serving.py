"""Installations and compartments of their own for the tests in the browser: set up in a folder, served on a port, stopped again."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

PROJECT = Path(__file__).resolve().parents[2]
COMMAND = str(Path(sys.executable).with_name("augenmass"))


def environment_of(folder: Path, now: str) -> dict[str, str]:
    """The environment of a demonstration in ``folder`` whose clock stands at ``now``; nothing of the caller's installation."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    return kept | {
        "AUGENMASS_MODE": "demo",
        "AUGENMASS_DATA": str(folder / "data"),
        "AUGENMASS_FIXED_NOW": now,
        "AUGENMASS_LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
    }


def compartment_environment_of(folder: Path, now: str) -> dict[str, str]:
    """The same for a counsellors' compartment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    return kept | {
        "AUGENMASS_COMPARTMENT_MODE": "demo",
        "AUGENMASS_COMPARTMENT_DATA": str(folder / "data"),
        "AUGENMASS_COMPARTMENT_LOG_LEVEL": "WARNING",
        "AUGENMASS_FIXED_NOW": now,
    }


def run(command: list[str], environment: dict[str, str]) -> str:
    """Run a command of the project to its end; returns what it wrote."""
    done = subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def served(arguments: list[str], environment: dict[str, str], log: Path, port: int | None = None) -> Iterator[str]:
    """The address of ``augenmass serve`` with these arguments, while it runs."""
    port = port or free_port()
    with log.open("ab") as out:
        server = subprocess.Popen(
            [COMMAND, "serve", *arguments, "--port", str(port)],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
        )
        try:
            _wait(port, server, log)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def _wait(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until the page for signing in is there: the port listens before the program behind it is loaded."""
    for _ in range(240):
        try:
            urlopen(f"http://localhost:{port}/anmelden/", timeout=5).close()
        except OSError:
            assert server.poll() is None, log.read_text()[-3000:]
            time.sleep(0.25)
        else:
            return
    raise TimeoutError(log.read_text()[-3000:])
