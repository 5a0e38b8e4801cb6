"""The only way out: approved by the person, exactly that text, sent once, taken back before it left."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from augenmass.compartment.actions.statements import (
    Approval,
    StatementForm,
    approve_statement,
    change_statement,
    draft_statement,
    export_statement,
    outgoing,
    queue_statement,
    withdraw_approval,
)
from augenmass.compartment.chain import verify
from augenmass.compartment.configuration import configuration
from augenmass.compartment.models import Account, Person, Scan, Statement
from augenmass.compartment.rules import NotDone
from augenmass.compartment.sending import LEASE, send, send_waiting
from augenmass.law.time import now, today, travel
from augenmass.statement import NotAStatement
from augenmass.statement import Statement as Outgoing

if TYPE_CHECKING:
    from django.test import Client

State = Statement.State
Approved = Callable[[str], Statement]
PAPER = b"%PDF-1.7 unterschrieben %%EOF"


class Authority:
    """An authority that answers as it is told; keeps what it took by key, as the main program does."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.received: list[dict[str, Any]] = []
        self.address = ""

    @property
    def held(self) -> set[str]:
        return {one["key"] for one in self.received}


@contextmanager
def _serving(authority: Authority) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            answer = authority.answers.pop(0) if authority.answers else 201
            if answer in (200, 201, 0):
                authority.received.append(sent)
            if answer == 0:  # took it, and the connection broke before it said so
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            body = json.dumps({"type": "urn:augenmass:problem:x", "detail": "x"}).encode()
            self.send_response(answer)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    authority.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def authority() -> Iterator[Authority]:
    made = Authority()
    with _serving(made):
        yield made


def _free_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


def test_a_sent_statement_holds_the_text_and_nothing_of_the_person(
    authority: Authority, approved: Approved, counsellor: Account
) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    assert send(made.pk).state == State.SENT
    [sent] = authority.received
    assert Outgoing.read(sent).text == "Ich möchte in Ruhe entscheiden."
    assert "Sentinel" not in json.dumps(sent)
    assert "heim" not in json.dumps(sent).replace("Nordheim", "")
    assert list(verify()) == []


def test_sending_twice_sends_once(authority: Authority, approved: Approved, counsellor: Account) -> None:
    made = approved(authority.address)
    for _ in range(2):
        queue_statement(counsellor, made.key)
        send(made.pk)
    assert len(authority.received) == 1


def test_what_is_not_approved_does_not_leave(approved: Approved, counsellor: Account, person: Person) -> None:
    form = StatementForm("Noch nicht gelesen.", "de", "N-1", None)
    draft = draft_statement(counsellor, person.key, uuid4(), form)
    for leave in (queue_statement, export_statement):
        with pytest.raises(NotDone, match="gebilligt"):
            leave(counsellor, draft.key)
    assert send(draft.pk).state == State.DRAFT


def test_a_changed_text_needs_another_approval(approved: Approved, counsellor: Account) -> None:
    made = approved("https://abh.example")
    form = StatementForm("Ich reise morgen aus.", "de", "N-1", None)
    changed = change_statement(counsellor, made.key, form, made.version)
    assert changed.state == State.DRAFT
    with pytest.raises(NotDone):
        export_statement(counsellor, made.key)


def test_a_text_exchanged_behind_the_programs_back_is_not_sent(
    authority: Authority, approved: Approved, counsellor: Account
) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    held = Statement.objects.get(pk=made.pk)
    held.put(held.content() | {"text": "Ich verzichte auf alles."})
    held.save(update_fields=["key_id", "sealed"])
    after = send(made.pk)
    assert (after.state, after.failure) == (State.DRAFT, "changed")
    assert authority.received == []


def test_the_person_approves_the_text_that_was_shown_and_no_other(counsellor: Account, person: Person) -> None:
    made = draft_statement(counsellor, person.key, uuid4(), StatementForm("Erster Text.", "de", "N-1", None))
    change_statement(counsellor, made.key, StatementForm("Zweiter Text.", "de", "N-1", None), made.version)
    with pytest.raises(NotDone, match="lesen Sie den Text neu"):
        approve_statement(counsellor, made.key, Approval("screen", today(), "fr", True), made.version)


def test_taken_back_before_it_left_it_is_not_sent(
    authority: Authority, approved: Approved, counsellor: Account
) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    assert withdraw_approval(counsellor, made.key).state == State.WITHDRAWN
    assert send(made.pk).state == State.WITHDRAWN
    assert send_waiting() == 0
    assert authority.received == []
    assert withdraw_approval(counsellor, made.key).state == State.WITHDRAWN, "a second time changes nothing"


def test_after_it_left_taking_back_says_what_can_still_be_done(
    authority: Authority, approved: Approved, counsellor: Account
) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    send(made.pk)
    with pytest.raises(NotDone, match="weiteren Erklärung"):
        withdraw_approval(counsellor, made.key)


def test_where_nobody_answers_it_waits_is_shown_and_arrives_later_once(
    approved: Approved, counsellor: Account, browser_of: "Callable[[Account], Client]"
) -> None:
    made = approved(_free_address())
    browser = browser_of(counsellor)
    assert browser.post(f"/erklaerungen/{made.key}/senden/").status_code == 302
    page = browser.get(f"/erklaerungen/{made.key}/").content.decode()
    assert "nicht erreichbar" in page
    assert "wartet auf Versand" in page
    held = Statement.objects.get(pk=made.pk)
    assert (held.state, held.unclear) == (State.WAITING, False)
    assert send_waiting() == 0, "its time has not come"
    late = Authority()
    with _serving(late), travel(now() + timedelta(minutes=5)):
        assert held.authority is not None
        held.authority.put({**held.authority.content(), "address": late.address})
        held.authority.save()
        assert send_waiting() == 1
        assert send_waiting() == 0
    assert late.held == {str(made.key)}
    assert len(late.received) == 1


def test_cut_off_after_it_arrived_it_counts_once(authority: Authority, approved: Approved, counsellor: Account) -> None:
    made = approved(authority.address)
    authority.answers = [0]
    queue_statement(counsellor, made.key)
    cut = send(made.pk)
    assert (cut.state, cut.unclear, cut.failure) == (State.WAITING, True, "cut_off")
    with pytest.raises(NotDone, match="unklar"):
        withdraw_approval(counsellor, made.key)
    with travel(now() + timedelta(minutes=5)):
        assert send_waiting() == 1
    assert authority.held == {str(made.key)}
    assert len({json.dumps(one, sort_keys=True) for one in authority.received}) == 1, (
        "the same bytes under the same key"
    )


def test_a_try_that_was_killed_is_taken_up_again(authority: Authority, approved: Approved, counsellor: Account) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    Statement.objects.filter(pk=made.pk).update(state=State.SENDING, lease_until=now() + LEASE)
    assert send(made.pk).state == State.SENDING, "somebody else is at it"
    with travel(now() + LEASE + timedelta(seconds=1)):
        assert send_waiting() == 1
    assert authority.held == {str(made.key)}


@pytest.mark.parametrize(
    ("status", "state", "failure", "unclear"),
    [
        (401, State.WAITING, "not_let_in", False),
        (403, State.WAITING, "not_let_in", False),
        (422, State.APPROVED, "refused", False),
        (409, State.APPROVED, "refused", False),
        (429, State.WAITING, "unreachable", False),
        (500, State.WAITING, "cut_off", True),
        (503, State.WAITING, "cut_off", True),
    ],
)
def test_what_the_authority_answers_decides_what_becomes_of_it(
    authority: Authority, approved: Approved, counsellor: Account, status: int, state: str, failure: str, unclear: bool
) -> None:
    made = approved(authority.address)
    authority.answers = [status]
    queue_statement(counsellor, made.key)
    after = send(made.pk)
    assert (after.state, after.failure, after.unclear) == (state, failure, unclear)
    assert authority.received == []


def test_with_a_lost_key_nothing_is_sent_and_the_page_says_why(
    authority: Authority, approved: Approved, counsellor: Account, browser_of: "Callable[[Account], Client]"
) -> None:
    made = approved(authority.address)
    queue_statement(counsellor, made.key)
    configuration().keys.write_text("# leer\n", encoding="utf-8")
    after = send(made.pk)
    assert (after.state, after.failure) == (State.WAITING, "no_key")
    assert authority.received == []
    assert "Schlüssel" in browser_of(counsellor).get(f"/erklaerungen/{made.key}/").content.decode()


def test_on_paper_the_scan_stays_here_encrypted(
    counsellor: Account, person: Person, colleague: Account, browser_of: "Callable[[Account], Client]"
) -> None:
    made = draft_statement(counsellor, person.key, uuid4(), StatementForm("Ein Text.", "de", "N-1", None))
    browser, path = browser_of(counsellor), f"/erklaerungen/{made.key}/"
    sent = {"seen_version": made.version, "on": today().strftime("%d.%m.%Y"), "language": "fr"}
    without = browser.post(path + "papier/", sent)
    assert without.status_code == 422
    wrong = browser.post(path + "papier/", {**sent, "scan": SimpleUploadedFile("a.txt", b"kein Papier")})
    assert "PDF-, PNG- oder JPEG" in wrong.content.decode()
    assert browser.post(path + "papier/", {**sent, "scan": SimpleUploadedFile("a.pdf", PAPER)}).status_code == 302
    assert b"unterschrieben" not in bytes(Scan.objects.get().sealed)
    assert browser.get(path + "papier/ansehen/").content == PAPER
    assert browser_of(colleague).get(path + "papier/ansehen/").status_code == 404
    assert "unterschrieben" not in json.dumps(outgoing(Statement.objects.get()))


def test_the_file_is_signed_and_leaves_once(
    counsellor: Account, person: Person, browser_of: "Callable[[Account], Client]"
) -> None:
    made = draft_statement(counsellor, person.key, uuid4(), StatementForm("Ein Text.", "de", "N-1", None))
    approve_statement(counsellor, made.key, Approval("screen", today(), "fr", False), made.version)
    browser = browser_of(counsellor)
    files = [browser.post(f"/erklaerungen/{made.key}/datei/").content for _ in range(2)]
    assert files[0] == files[1]
    assert Outgoing.read(json.loads(files[0])).number == "N-1"
    with pytest.raises(NotDone):
        queue_statement(counsellor, made.key)
    with pytest.raises(NotDone, match="weiteren Erklärung"):
        withdraw_approval(counsellor, made.key)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"text": "Ich verzichte."}, "text"),
        ({"number": "N-2"}, "signature"),
        ({"sender": "Jemand anderes"}, "signature"),
        ({"public_key": "0" * 64}, "signature"),
        ({"public_key": "kein Schlüssel"}, "signature"),
        ({"interpreter": "ja"}, "form"),
        ({"format": "augenmass.statement/2"}, "form"),
        ({"mehr": "x"}, "form"),
    ],
)
def test_an_altered_statement_is_recognised(
    approved: Approved, counsellor: Account, change: dict[str, object], what: str
) -> None:
    signed = outgoing(approved("https://abh.example"))
    with pytest.raises(NotAStatement) as refused:
        Outgoing.read({**signed, **change})
    assert refused.value.what == what


@pytest.mark.parametrize(("text", "number"), [("", "N-1"), ("Text", " "), ("x" * 2_001, "N-1")])
def test_a_statement_without_text_or_number_or_too_long_is_refused(
    counsellor: Account, person: Person, text: str, number: str
) -> None:
    with pytest.raises(NotDone):
        draft_statement(counsellor, person.key, uuid4(), StatementForm(text, "de", number, None))
    assert not Statement.objects.exists()


def test_a_colleague_cannot_touch_a_statement(
    approved: Approved, colleague: Account, browser_of: "Callable[[Account], Client]"
) -> None:
    path = f"/erklaerungen/{approved('https://abh.example').key}/"
    for action in ("zuruecknehmen/", "senden/", "datei/", "papier/"):
        assert browser_of(colleague).post(path + action).status_code == 404, action
    for page in ("", "aendern/", "billigen/"):
        assert browser_of(colleague).get(path + page).status_code == 404, page
