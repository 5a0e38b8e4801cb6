"""Private keys: files for the program's user only; missing, open or foreign ones stop the signature with a sentence."""

import stat

import pytest
from django.conf import settings

from augenmass.access.actor import Actor
from augenmass.access.reader import reading_for
from augenmass.directory.models import Body
from augenmass.law.time import today, travel
from augenmass.record.models import Case
from augenmass.transmissions.access_tokens import token_of, write_token
from augenmass.transmissions.actions.composing import transmit
from augenmass.transmissions.actions.signing_keys import LASTS
from augenmass.transmissions.keys import path_of
from augenmass.transmissions.models import BodyKey, Transmission
from augenmass.transmissions.refusal import NotSent
from augenmass.transmissions.tests.conftest import Compose

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture
def key(actor: Actor, held_case: Case, compose: Compose, body: Body) -> BodyKey:
    with reading_for(actor):
        transmit(actor, held_case.pk, compose())
    return BodyKey.objects.get(body=body)


def test_the_file_is_for_its_owner_and_the_database_holds_no_private_half(key: BodyKey) -> None:
    path = path_of(key.key_id)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert path.is_relative_to(settings.DATA)
    content = path.read_text()
    assert "PRIVATE KEY" in content
    assert all(str(value) not in content for value in (key.public_key, key.key_id))


def test_an_open_missing_or_foreign_file_stops_the_signature(
    key: BodyKey, actor: Actor, held_case: Case, compose: Compose
) -> None:
    path = path_of(key.key_id)
    good = path.read_bytes()
    sent = Transmission.objects.count()

    def refused(says: str) -> None:
        with reading_for(actor), pytest.raises(NotSent, match=says):
            transmit(actor, held_case.pk, compose())
        assert Transmission.objects.count() == sent

    path.chmod(0o644)
    refused("für andere lesbar")
    path.chmod(0o600)
    path.write_bytes(b"kein Schluessel")
    refused("fehlt oder ist beschädigt")
    other = next(found for found in BodyKey.objects.exclude(pk=key.pk))
    path.write_bytes(path_of(other.key_id).read_bytes())
    refused("passt nicht zum öffentlichen")
    path.unlink()
    refused("fehlt oder ist beschädigt")
    path.write_bytes(good)
    path.chmod(0o600)


def test_an_expired_key_stops_the_signature_until_a_new_one_is_made(
    key: BodyKey, actor: Actor, held_case: Case, compose: Compose
) -> None:
    with travel(today() + LASTS * 2), reading_for(actor), pytest.raises(NotSent, match="abgelaufen oder gesperrt"):
        transmit(actor, held_case.pk, compose())


def test_tokens_of_others_lie_in_files_too(body: Body) -> None:
    from uuid import uuid4

    partner = uuid4()
    assert token_of(partner) == ""
    write_token(partner, "augenmass_geheim")
    write_token(partner, "augenmass_neu")
    assert token_of(partner) == "augenmass_neu"
