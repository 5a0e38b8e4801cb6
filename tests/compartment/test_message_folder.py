"""Messages that lie in a folder: kept first, receipted then, once each, wherever a run is cut off."""

import os
from base64 import b64encode
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from augenmass.compartment import messages, sending
from augenmass.compartment.actions import messages as taking
from augenmass.compartment.actions.messages import TakenIn, drop_messages, take_in
from augenmass.compartment.chain import verify
from augenmass.compartment.configuration import Configuration
from augenmass.compartment.models import Message
from augenmass.message_folder import digest_of, file_of, message_file, receipt_file
from augenmass.sealed_message import seal

pytestmark = pytest.mark.django_db
SAID = {"about": "return", "name": "Karim", "contact": "0151 000", "language": "ar", "text": "أريد", "authority": "ABH"}


class Killed(BaseException):
    """The power failed here."""


@pytest.fixture
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(messages, "key_file", lambda: tmp_path / "keys.messages")
    return messages.public_key()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "uebergabe"
    made.mkdir()
    return made


def lay(folder: Path, public_key: str, key: UUID | None = None, **changed: str) -> tuple[UUID, bytes]:
    """A message as the authority's program leaves it."""
    key = key or uuid4()
    said = {"key": str(key), "service": "Beratung", "public_key": public_key, "arrived_on": "2026-11-26"}
    content = file_of(said | {"content": b64encode(seal(public_key, SAID)).decode()} | changed)
    message_file(folder, key).write_bytes(content)
    return key, content


def test_a_message_is_kept_read_and_receipted_once(own_key: str, folder: Path) -> None:
    key, content = lay(folder, own_key)
    assert (take_in(folder).new, take_in(folder).new) == (1, 0)
    assert receipt_file(folder, key).read_text() == digest_of(content) + "\n"
    kept = Message.objects.get()
    assert [one["text"] for one in messages.read_messages(bytes(kept.sealed))] == ["أريد"]
    assert b"Karim" not in bytes(kept.sealed)
    assert list(verify()) == []


def test_the_sender_takes_in_from_the_folder_that_is_set_and_goes_on_where_it_cannot(
    own_key: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(folder, own_key)
    taken = []
    for set_to in ("", str(folder / "fehlt"), str(folder)):
        monkeypatch.setattr(sending, "configuration", lambda set_to=set_to: Configuration(messages_folder=set_to))
        taken.append(sending.take_in_messages())
    assert taken == [0, 0, 1]


def test_what_was_dropped_does_not_come_back_but_is_receipted_again(own_key: str, folder: Path) -> None:
    key, content = lay(folder, own_key)
    take_in(folder)
    assert (drop_messages([key]), drop_messages([key])) == (1, 0)
    receipt_file(folder, key).unlink()
    assert take_in(folder).new == 0
    assert bytes(Message.objects.get().sealed) == b""
    assert receipt_file(folder, key).read_text().strip() == digest_of(content)
    assert list(verify()) == []


def test_what_is_altered_or_for_others_or_no_message_gets_no_receipt(own_key: str, folder: Path) -> None:
    _key, other = lay(folder, "09" + 31 * "00")
    lay(folder, own_key, content=b64encode(b"x" * 2000).decode())
    lay(folder, own_key, arrived_on="gestern")
    key, content = lay(folder, own_key)
    take_in(folder)
    lay(folder, own_key, key)  # the same key, another content
    torn, _content = lay(folder, own_key)
    message_file(folder, torn).write_bytes(content[: len(content) // 2])
    renamed = uuid4()
    message_file(folder, renamed).write_bytes(other)
    linked = uuid4()
    message_file(folder, linked).symlink_to(message_file(folder, key))
    message_file(folder, uuid4()).write_bytes(b"x" * 200_000)
    (folder / "..%2f.message").write_bytes(content)
    found = take_in(folder)
    assert (found.new, found.unreadable) == (0, 5)
    assert [path.name for path in folder.glob("*.receipt")] == [f"{key}.receipt"]
    assert Message.objects.count() == 1


def test_a_pipe_is_no_message_and_keeps_nobody_waiting(folder: Path) -> None:
    os.mkfifo(message_file(folder, uuid4()))
    assert take_in(folder) == TakenIn()


def test_of_two_contents_under_one_key_at_the_same_moment_only_the_kept_one_is_acknowledged(
    own_key: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, kept = lay(folder, own_key)
    take_in(folder)
    receipt_file(folder, key).unlink()
    # As where both asked before either had written.
    with monkeypatch.context() as patched:
        patched.setattr(taking, "_kept", lambda _key: None)
        lay(folder, own_key, key)
        assert take_in(folder) == TakenIn(0, 1)
        assert not receipt_file(folder, key).exists()
        message_file(folder, key).write_bytes(kept)
        assert take_in(folder) == TakenIn(0, 0)
    assert receipt_file(folder, key).exists()


def test_cut_off_at_any_point_nothing_is_lost_and_nothing_kept_twice(
    own_key: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = dict(lay(folder, own_key) for _number in range(2))
    kills = 0
    for after in range(1, 40):
        if not _cut_off(folder, monkeypatch, after):
            break
        kills += 1
        for key, content in laid.items():
            receipt = receipt_file(folder, key)
            if receipt.exists():
                assert receipt.read_text() == digest_of(content) + "\n", "a receipt is whole"
                assert Message.objects.filter(key=key, digest=digest_of(content)).exists(), "and only for what is kept"
    assert kills >= 6, "every step of both receipts was cut off once"
    take_in(folder)
    assert set(Message.objects.values_list("key", flat=True)) == set(laid)
    assert all(receipt_file(folder, key).exists() for key in laid)
    assert list(verify()) == []


def _cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> bool:
    """Run until the n-th thing that reaches the disk; whether it was cut off."""
    left = after

    def dying(name: str) -> object:
        real = getattr(os, name)

        def act(*given: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed
            return real(*given, **named)

        return act

    for key in Message.objects.values_list("key", flat=True):
        receipt_file(folder, key).unlink(missing_ok=True)
    with monkeypatch.context() as patched:
        for name in ("open", "fsync", "replace"):
            patched.setattr(os, name, dying(name))
        try:
            take_in(folder)
        except Killed:
            return True
    return False
