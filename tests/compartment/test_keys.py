"""Content at rest: encrypted, bound to its row, brought to another key, and what a lost key means."""

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from augenmass.compartment.chain import verify
from augenmass.compartment.checking import findings
from augenmass.compartment.cipher import NoKey, Unreadable, decrypt, encrypt
from augenmass.compartment.configuration import configuration
from augenmass.compartment.keys import KeyFileProblem, Keyring, keyring, new_key, open_to_others, write_keyring
from augenmass.compartment.models import Account, Person, Talk
from augenmass.compartment.rotation import begin_rotation, drop_unused_keys, encrypt_anew, encrypted_models, used_keys

if TYPE_CHECKING:
    from django.test import Client


def test_what_was_encrypted_is_read_again_and_looks_like_nothing() -> None:
    key_id, sealed = encrypt({"name": "Sentinel"}, "person:1")
    assert b"Sentinel" not in sealed
    assert decrypt(key_id, sealed, "person:1") == {"name": "Sentinel"}


def test_the_same_content_never_looks_the_same_twice() -> None:
    assert encrypt({"a": 1}, "x")[1] != encrypt({"a": 1}, "x")[1]


@pytest.mark.parametrize("position", [0, 11, 12, -1])
def test_altered_content_is_refused(position: int) -> None:
    key_id, sealed = encrypt({"name": "Sentinel"}, "person:1")
    altered = bytearray(sealed)
    altered[position] ^= 1
    with pytest.raises(Unreadable, match="verändert"):
        decrypt(key_id, bytes(altered), "person:1")


def test_content_moved_to_another_row_is_refused() -> None:
    key_id, sealed = encrypt({"name": "Sentinel"}, "person:1")
    with pytest.raises(Unreadable, match="andere"):
        decrypt(key_id, sealed, "person:2")


def test_without_a_key_nothing_is_written_and_the_sentence_says_so() -> None:
    configuration().keys.unlink()
    with pytest.raises(NoKey, match="nichts gespeichert"):
        encrypt({}, "x")


@pytest.mark.parametrize("line", ["kein Schlüssel", base64.urlsafe_b64encode(b"zu kurz").decode()])
def test_a_file_that_holds_no_keys_is_named(line: str) -> None:
    configuration().keys.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(KeyFileProblem, match="Schlüsseldatei"):
        keyring()


def test_the_file_with_the_keys_is_for_its_owner_only() -> None:
    assert not open_to_others()
    configuration().keys.chmod(0o644)
    assert open_to_others()


def _page(browser: "Client", person: Person) -> str:
    return browser.get(f"/personen/{person.key}/").content.decode()


def _noted(counsellor: Account, person: Person) -> Talk:
    from augenmass.compartment.actions.talks import TalkForm, note_talk
    from augenmass.law.time import today

    return note_talk(counsellor, person.key, TalkForm(uuid4(), today(), "fr", True, "Fristen", "Geheime Notiz"))


def test_after_a_rotation_everything_is_read_with_the_new_key_and_the_old_one_is_gone(
    counsellor: Account, person: Person, browser_of: "Callable[[Account], Client]"
) -> None:
    _noted(counsellor, person)
    [old] = [key.id for key in keyring().keys]
    made = begin_rotation()
    assert "Geheime Notiz" in _page(browser_of(counsellor), person), "readable between the two parts"
    done, unreadable = encrypt_anew()
    assert (done >= 3, unreadable) == (True, 0)
    assert set(used_keys()) == {made}
    assert drop_unused_keys() == [old]
    assert [key.id for key in keyring().keys] == [made]
    assert "Geheime Notiz" in _page(browser_of(counsellor), person)
    assert list(verify()) == []
    assert encrypt_anew() == (0, 0), "a second time there is nothing to do"


def test_a_rotation_that_was_killed_half_way_is_finished_by_the_next(counsellor: Account, person: Person) -> None:
    _noted(counsellor, person)
    begin_rotation()
    Talk.objects.get().content()
    later = begin_rotation()
    assert encrypt_anew()[1] == 0
    drop_unused_keys()
    assert set(used_keys()) == {later}


def test_a_key_that_rows_still_need_is_not_dropped(counsellor: Account, person: Person) -> None:
    begin_rotation()
    assert drop_unused_keys() == []
    assert person.content()["name"] == "Herr Sentinel"


def test_every_table_with_content_is_rotated() -> None:
    names = {model._meta.model_name for model in encrypted_models()}
    assert names == {"counsellingbody", "appointment", "authority", "person", "talk", "statement", "scan"}


def test_a_lost_key_is_named_and_everything_else_goes_on(
    counsellor: Account, person: Person, browser_of: "Callable[[Account], Client]"
) -> None:
    _noted(counsellor, person)
    [lost] = keyring().keys
    write_keyring(Keyring((new_key(),)))
    browser = browser_of(counsellor)
    listing, page = browser.get("/"), _page(browser, person)
    assert listing.status_code == 200
    assert "Name nicht lesbar" in listing.content.decode()
    assert lost.id in page
    assert "Geheime Notiz" not in page
    assert browser.post("/", {"q": "notiz"}).status_code == 200
    assert any(lost.id in found for found in findings())
    assert list(verify()) == [], "the chain holds without the key"
    sent = {"key": str(uuid4()), "held_on": "01.11.2026", "language": "fr", "note": "Neu", "explained": ""}
    assert browser.post(f"/personen/{person.key}/gespraech/", sent).status_code == 302, "new content has a new key"


def test_without_any_key_a_form_comes_back_with_its_text(
    counsellor: Account, person: Person, browser_of: "Callable[[Account], Client]"
) -> None:
    configuration().keys.unlink()
    sent = {"key": str(uuid4()), "held_on": "01.11.2026", "language": "fr", "note": "Nicht verlieren", "explained": ""}
    answer = browser_of(counsellor).post(f"/personen/{person.key}/gespraech/", sent)
    assert answer.status_code == 503
    assert "Nicht verlieren" in answer.content.decode()
    assert not Talk.objects.exists()
    assert browser_of(counsellor).get("/gesundheit/").status_code == 503
