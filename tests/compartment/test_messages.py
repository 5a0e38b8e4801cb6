"""Messages of persons: sealed by the authority's program, opened with the service's key only."""

import json
from base64 import b64encode
from pathlib import Path

import pytest

from augenmass.compartment import messages
from augenmass.sealed_message import FORMAT, SIZE, NotOpened, open_sealed, seal

SAID = {
    "about": "return",
    "name": "Karim",
    "contact": "0151 000",
    "language": "ar",
    "text": "أريد أن أتحدث",
    "authority": "ABH",
}


@pytest.fixture
def own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(messages, "key_file", lambda: tmp_path / "keys.messages")
    return messages.public_key()


def handed_out(public_key: str, sealed: bytes) -> bytes:
    one = {
        "key": "7",
        "service": "x",
        "public_key": public_key,
        "arrived_on": "2026-11-26",
        "content": b64encode(sealed).decode(),
    }
    return json.dumps({"format": FORMAT.decode(), "messages": [one]}).encode()


def test_what_was_sealed_for_the_service_is_read_by_it(own_key: str, tmp_path: Path) -> None:
    assert messages.read_messages(handed_out(own_key, seal(own_key, SAID))) == [
        SAID | {"arrived_on": "2026-11-26", "key": "7"}
    ]
    assert messages.public_key() == own_key
    assert (tmp_path / "keys.messages").stat().st_mode & 0o077 == 0


def test_what_was_altered_or_is_for_others_is_not(own_key: str) -> None:
    sealed = seal(own_key, SAID)
    with pytest.raises(NotOpened):
        messages.read_messages(handed_out(own_key, sealed[:-1] + bytes([sealed[-1] ^ 1])))
    with pytest.raises(NotOpened):
        open_sealed(bytes(range(1, 33)), sealed)
    assert messages.read_messages(handed_out("ab" * 32, sealed)) == []
    for wrong in (b"", b"{}", b'{"format": "other/1", "messages": []}'):
        with pytest.raises(NotOpened):
            messages.read_messages(wrong)


def test_the_length_tells_little(own_key: str) -> None:
    short, longer = seal(own_key, SAID), seal(own_key, SAID | {"text": "x" * 400})
    assert len(short) == len(longer)
    assert len(short) > SIZE
