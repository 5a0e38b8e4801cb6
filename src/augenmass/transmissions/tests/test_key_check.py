"""The release for operation looks at the keys with which bodies sign."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from augenmass.directory.models import Body
from augenmass.gate.checks import CHECKS
from augenmass.law.time import today, travel
from augenmass.record.ledger import System
from augenmass.transmissions.actions.signing_keys import make_key, revoke_key
from augenmass.transmissions.key_check import signing_keys
from augenmass.transmissions.keys import path_of

pytestmark = pytest.mark.db


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path) -> Iterator[None]:
    with override_settings(DATA=tmp_path):
        yield


def test_the_gate_asks_it_and_a_body_without_keys_lacks_nothing(body: Body) -> None:
    assert signing_keys in CHECKS
    assert signing_keys.look() == ""


def test_a_key_that_ended_was_revoked_or_lost_its_file_is_found(body: Body) -> None:
    key = make_key(System(), body)
    assert signing_keys.look() == ""
    with travel(key.valid_until + timedelta(days=1)):
        assert body.name in signing_keys.look()
    path = path_of(key.key_id)
    path.chmod(0o644)
    assert "lesbar" in signing_keys.look()
    path.unlink()
    assert "fehlt" in signing_keys.look()
    with travel(today() + timedelta(days=1)):
        revoke_key(System(), body, key.key_id)
        assert body.name in signing_keys.look()
        make_key(System(), body)
        assert signing_keys.look() == ""
