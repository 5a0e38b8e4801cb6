"""A worker that is killed in the middle of sending: nothing goes out twice, nothing confirmed is lost.

A real worker process sends to a real (small) mail server in this test, which accepts a mail and then holds its answer
back: the moment at which nobody can know whether the mail has gone out. There the worker is killed.
"""

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from augenmass.work.sending import CUT_OFF_AFTER

pytestmark = [pytest.mark.db]
MAILS = 4
HELD = 2
"""The mail (counted from 1) whose acceptance the server does not answer."""
PATIENCE = 60
SETUP = """
import django; django.setup()
from augenmass.site.command.setting_up import create_tables
create_tables()
from augenmass.record.ledger import System, entry
from augenmass.work.outbox import queue_mail
with entry(System(), "test.queued") as e:
    for number in range({mails}):
        queue_mail(e, f"person{{number}}@example.org", "Neues in Augenmaß", "Bitte melden Sie sich an.")
"""
WORKER = """
import django; django.setup()
from augenmass.work import duties, regular
duties._duties = {regular.SEND_MAIL: duties.duty_called(regular.SEND_MAIL)}
from augenmass.work.worker import work_until_terminated
print("ready", flush=True)
work_until_terminated()
"""


class MailServer(threading.Thread):
    """Speaks as much SMTP as a mail needs; keeps the recipients whose mails it accepted."""

    def __init__(self, held: int) -> None:
        super().__init__(daemon=True)
        self.held = held
        self.accepted: list[str] = []
        self.holding = threading.Event()
        self.all_there = threading.Event()
        self.expected = 0
        self.socket = socket.create_server(("127.0.0.1", 0))

    @property
    def port(self) -> int:
        return int(self.socket.getsockname()[1])

    def run(self) -> None:
        while True:
            try:
                connection, _address = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rwb") as stream:
            self._say(stream, "220 test")
            recipient = ""
            while line := stream.readline().decode().strip():
                command = line.upper()
                if command.startswith("RCPT TO:"):
                    recipient = line[8:].split(">")[0].lstrip("<")
                if command.startswith("DATA"):
                    self._say(stream, "354 go on")
                    while stream.readline() not in (b".\r\n", b""):
                        pass
                    self._accept(recipient)
                self._say(stream, "221 bye" if command.startswith("QUIT") else "250 ok")

    def _accept(self, recipient: str) -> None:
        self.accepted.append(recipient)
        if len(self.accepted) == self.held:
            self.holding.set()
            threading.Event().wait(PATIENCE)
        if len(self.accepted) >= self.expected > 0:
            self.all_there.set()

    @staticmethod
    def _say(stream: Any, text: str) -> None:
        stream.write(f"{text}\r\n".encode())
        stream.flush()


@pytest.fixture
def server() -> Iterator[MailServer]:
    made = MailServer(HELD)
    made.start()
    yield made
    made.socket.close()


def environment(folder: Path, server: MailServer) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    return kept | {
        "DJANGO_SETTINGS_MODULE": "augenmass.site.settings",
        "AUGENMASS_MODE": "test",
        "AUGENMASS_DATA": str(folder),
        "AUGENMASS_MAIL_HOST": "127.0.0.1",
        "AUGENMASS_MAIL_PORT": str(server.port),
    }


def start_worker(folder: Path, server: MailServer) -> "subprocess.Popen[str]":
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER], env=environment(folder, server), stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout is not None
    with worker.stdout:
        assert worker.stdout.readline() == "ready\n"
    return worker


def states(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / "augenmass.sqlite3")) as database, database:
        return dict(database.execute("SELECT recipient, state FROM work_outgoingmail ORDER BY id"))


def let_time_pass(folder: Path) -> None:
    """As if the lease of the killed worker and the patience with its mail had run out."""
    with closing(sqlite3.connect(folder / "augenmass.sqlite3")) as database, database:
        database.execute("UPDATE work_dutyrun SET lease_until = datetime(lease_until, '-1 hour')")
        seconds = CUT_OFF_AFTER.total_seconds() + 60
        database.execute(
            "UPDATE work_outgoingmail SET changed_at = datetime(changed_at, ?) WHERE state = 'sending'",
            [f"-{seconds} seconds"],
        )


def test_a_worker_killed_while_sending_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path, server: MailServer
) -> None:
    subprocess.run(
        [sys.executable, "-c", SETUP.format(mails=MAILS)], env=environment(tmp_path, server), check=True, timeout=120
    )
    first = start_worker(tmp_path, server)
    assert server.holding.wait(PATIENCE)
    first.send_signal(signal.SIGKILL)
    first.wait(PATIENCE)
    assert list(states(tmp_path).values()) == ["sent", "sending", "waiting", "waiting"]

    let_time_pass(tmp_path)
    server.expected = MAILS
    second = start_worker(tmp_path, server)
    assert server.all_there.wait(PATIENCE)
    second.send_signal(signal.SIGTERM)
    assert second.wait(PATIENCE) == 0

    assert sorted(server.accepted) == [f"person{number}@example.org" for number in range(MAILS)]
    assert list(states(tmp_path).values()) == ["sent", "unclear", "sent", "sent"]
