"""What no archive holds is named one by one: keys, tokens of others, identity providers."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import override_settings

from augenmass.access.actor import Actor
from augenmass.directory.models import Body
from augenmass.law.time import travel
from augenmass.record.ledger import System, entry
from augenmass.site.kept_apart import kept_apart, mark_of_secret, missing, missing_after
from augenmass.transmissions.access_tokens import token_path, write_token
from augenmass.transmissions.actions.signing_keys import make_key, revoke_key
from augenmass.transmissions.keys import path_of
from augenmass.transmissions.models import OutsideBody

pytestmark = [pytest.mark.db, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path) -> Iterator[None]:
    with override_settings(DATA=tmp_path):
        yield


def test_a_lost_key_is_named_until_it_ended_or_was_revoked(body: Body) -> None:
    key, lost = make_key(System(), body), make_key(System(), body)
    assert list(missing()) == []
    path_of(lost.key_id).unlink()
    [sentence] = missing()
    assert lost.key_id in sentence
    assert body.name in sentence
    with travel(lost.valid_until + timedelta(days=1)):
        assert list(missing()) == []
    revoke_key(System(), body, lost.key_id)
    assert list(missing()) == []
    assert kept_apart() == [path_of(key.key_id)]


def test_a_token_is_missed_only_for_partners_that_messages_go_to_over_the_network(actor: Actor) -> None:
    with entry(actor, "partner.entered") as e:
        common = {"body_id": actor.body_id, "kind": "foreigners_authority", "made_by_id": e.action_id}
        partner = OutsideBody.objects.create(address="a@b", name="Amt B", url="https://b.example", **common)
        OutsideBody.objects.create(address="a@c", name="Amt C", **common)
        e.refer(outside=partner.pk)
    [sentence] = missing()
    assert "Amt B" in sentence
    assert str(token_path(partner.key)) in sentence
    write_token(partner.key, "augenmass_x")
    assert list(missing()) == []


def test_a_provider_by_which_people_sign_in_is_missed(actor: Actor) -> None:
    SocialAccount.objects.create(user=actor.account, provider="musterstadt", uid="1")
    [sentence] = missing()
    assert "musterstadt" in sentence


def test_another_secret_is_noticed_and_the_mark_of_an_old_archive_says_nothing() -> None:
    mark = mark_of_secret()
    assert list(missing_after(mark)) == list(missing_after("")) == []
    with override_settings(SECRET_KEY="another secret of at least 32 characters"):
        [sentence] = missing_after(mark)
    assert "AUGENMASS_SECRET_KEY" in sentence
