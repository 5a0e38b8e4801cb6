"""A small mail server that keeps the Message-ID of every mail that it accepted, in order; fast enough to measure against."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_ID = re.compile(rb"^message-id:\s*<([0-9a-f-]{36})@", re.IGNORECASE)


class MailSink(socketserver.ThreadingTCPServer):
    """``accepted``: the ids; ``seen`` is called with their number before the server answers, and may hold the answer back."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.accepted: list[str] = []
        self.recipients: list[str] = []
        self.seen = lambda _number: None

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    server: MailSink

    def handle(self) -> None:
        try:
            self._talk()
        except OSError:
            return  # the sender was killed

    def _talk(self) -> None:
        self._say(b"220 sink")
        recipient = ""
        while line := self.rfile.readline():
            command = line.strip().upper()
            if command.startswith(b"RCPT TO:"):
                recipient = line.decode()[8:].split(">")[0].lstrip(" <")
            if command.startswith(b"DATA"):
                self._say(b"354 go on")
                found = self._mail()
                if found is None:
                    return
                self.server.accepted.append(found)
                self.server.recipients.append(recipient)
                self.server.seen(len(self.server.accepted))
            if command.startswith(b"QUIT"):
                self._say(b"221 bye")
                return
            self._say(b"250 ok")

    def _mail(self) -> str | None:
        """The id of a mail that came whole; None where the connection ended before its end."""
        found = ""
        while line := self.rfile.readline():
            if line == b".\r\n":
                return found
            match = _ID.match(line)
            if match:
                found = match[1].decode()
        return None

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


@contextmanager
def mail_sink() -> Iterator[MailSink]:
    """A sink that listens while the block lasts."""
    sink = MailSink()
    threading.Thread(target=sink.serve_forever, daemon=True).start()
    try:
        yield sink
    finally:
        sink.shutdown()
        sink.server_close()
