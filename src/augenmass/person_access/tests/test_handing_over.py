"""Sealed messages in a folder: written whole, deleted only after a receipt over their bytes, wherever a run is cut off."""

import os
from datetime import datetime, time
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor
from augenmass.access.reader import SystemRole, as_system
from augenmass.conftest import MakeActor
from augenmass.directory.models import Body
from augenmass.law.time import BERLIN, today
from augenmass.message_folder import digest_of, message_file, receipt_file
from augenmass.person_access import duties
from augenmass.person_access.actions.counselling import name_box
from augenmass.person_access.actions.handing_over import hand_over
from augenmass.person_access.models import CounsellingBox, SealedMessage
from augenmass.record.models import Action
from augenmass.sealed_message import messages_in, open_sealed, seal
from augenmass.site.configuration import Configuration

pytestmark = [pytest.mark.db, pytest.mark.django_db(databases="__all__")]
PRIVATE = bytes(range(1, 33))


class Turn:
    """A worker that is not asked to stop."""

    stopping = False

    def renew(self) -> None:
        """Nothing takes the duty over."""


class Killed(BaseException):
    """The power failed here."""


@pytest.fixture
def box(make_actor: MakeActor, body: Body) -> CounsellingBox:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    public = X25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw().hex()
    clerk: Actor = make_actor("sommer", body, "body_administrator")
    return name_box(clerk, "Beratung Nordheim", public)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "uebergabe"
    made.mkdir()
    return made


def put(box: CounsellingBox, text: str) -> UUID:
    key = uuid4()
    with as_system(SystemRole.PORTAL):
        SealedMessage.objects.create(key=key, box=box, content=seal(box.public_key, {"text": text}), arrived_on=today())
    return key


def run(folder: Path) -> int:
    with as_system(SystemRole.WORKER):
        return hand_over(folder, Turn())


def left() -> set[UUID]:
    with as_system(SystemRole.WORKER):
        return set(SealedMessage.objects.values_list("key", flat=True))


def receive(folder: Path, key: UUID) -> str:
    """What the service does: open it, keep it, write the receipt."""
    content = message_file(folder, key).read_bytes()
    [one] = messages_in(content)
    receipt_file(folder, key).write_text(digest_of(content) + "\n")
    return str(open_sealed(PRIVATE, one["content"])["text"])


def test_a_row_goes_after_the_receipt_and_its_files_after_the_row(box: CounsellingBox, folder: Path) -> None:
    key, other = put(box, "Ich möchte reden"), put(box, "Ich auch")
    before = Action.objects.count()
    assert (run(folder), run(folder), left()) == (0, 0, {key, other})
    assert receive(folder, key) == "Ich möchte reden"
    assert (run(folder), left()) == (1, {other})
    assert [path.name for path in folder.iterdir()] == [message_file(folder, other).name]
    assert Action.objects.count() == before, "no action says that somebody wrote"
    midnight = datetime.combine(today(), time(), BERLIN).timestamp()
    assert message_file(folder, other).stat().st_mtime == midnight, "the file shows the day, not the minute"


def test_a_receipt_over_other_bytes_deletes_nothing(box: CounsellingBox, folder: Path) -> None:
    key = put(box, "Ich möchte reden")
    for said in (b"", b"\xff\xfe", digest_of(b"anderes").encode()):
        receipt_file(folder, key).write_bytes(said)
        assert (run(folder), left()) == (0, {key})
    message_file(folder, key).write_bytes(b"zerrissen")
    run(folder)
    assert receive(folder, key) == "Ich möchte reden", "a file that was torn is written anew"


def test_what_the_operator_dropped_is_taken_away_and_files_of_others_stay(box: CounsellingBox, folder: Path) -> None:
    key = put(box, "Ich möchte reden")
    (folder / "notiz.txt").write_text("bleibt")
    run(folder)
    with as_system(SystemRole.WORKER):
        SealedMessage.objects.filter(key=key).delete()
    run(folder)
    assert [path.name for path in folder.iterdir()] == ["notiz.txt"]


def test_cut_off_at_any_point_nothing_is_lost_and_nothing_arrives_twice(
    box: CounsellingBox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {put(box, text): text for text in ("eins", "zwei", "drei")}
    arrived: list[str] = []
    kills = 0
    for after in range(1, 60):
        kills += _cut_off(folder, monkeypatch, 1 + after % 9)
        for key in texts:
            there = message_file(folder, key).exists()
            assert key in left() or not there or receipt_file(folder, key).exists(), "what is gone is receipted"
            if there and not receipt_file(folder, key).exists() and after % 4 == 0:
                arrived.append(receive(folder, key))
        if not left() and not any(folder.iterdir()):
            break
    run(folder)
    assert sorted(arrived) == sorted(texts.values())
    assert kills >= 6
    assert left() == set()
    assert list(folder.iterdir()) == []


def _cut_off(folder: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> bool:
    """Run until the n-th thing that reaches the disk; whether it was cut off."""
    still = after

    def dying(name: str) -> object:
        real = getattr(os, name)

        def act(*given: object, **named: object) -> object:
            nonlocal still
            still -= 1
            if still == 0:
                raise Killed
            return real(*given, **named)

        return act

    with monkeypatch.context() as patched:
        for name in ("fsync", "replace", "unlink", "utime"):
            patched.setattr(os, name, dying(name))
        try:
            run(folder)
        except Killed:
            return True
    return False


def test_without_a_folder_nothing_leaves_and_a_missing_one_fails_the_duty(
    box: CounsellingBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = put(box, "Ich möchte reden")
    for set_to in ("", str(tmp_path / "fehlt")):
        monkeypatch.setattr(duties, "configuration", lambda set_to=set_to: Configuration(messages_folder=set_to))
        with as_system(SystemRole.WORKER):
            if set_to:
                with pytest.raises(FileNotFoundError):
                    duties.hand_over_messages(Turn())
            else:
                assert duties.hand_over_messages(Turn()) == 0
    assert left() == {key}
