"""Making, listing and taking back tokens: never more than their owner, in the record, the secret kept nowhere."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from augenmass.access.actor import Actor, NotPermitted, Purpose
from augenmass.access.models import ApiToken
from augenmass.access.tokens import (
    NotMade,
    Scope,
    TokenForm,
    make_token,
    offered_scopes,
    own_tokens,
    recognise,
    revoke_token,
    state_of,
    tokens_of_body,
)
from augenmass.law.time import today
from augenmass.record.models import Action
from augenmass.record.verify import verify

if TYPE_CHECKING:
    from augenmass.directory.models import Body

pytestmark = [pytest.mark.db, pytest.mark.django_db]
MakeActor = Callable[..., Actor]


def asked(**changes: object) -> TokenForm:
    form = TokenForm("Fachverfahren", ("cases:read",), "case_work", today() + timedelta(days=30), uuid4())
    return replace(form, **changes)  # type: ignore[arg-type]


def test_a_token_is_shown_once_and_only_a_digest_of_its_secret_is_kept(actor: Actor) -> None:
    token, text = make_token(actor, asked(networks=(" 10.1.2.3/16 ", "")))
    held = ApiToken.objects.get()
    secret = bytes.fromhex(text.split("_")[2])
    assert len(secret) == 32
    assert held.secret_hash == hashlib.sha256(secret).hexdigest()
    assert text.split("_")[2] not in str(ApiToken.objects.values().get())
    assert held.networks == ["10.1.0.0/16"]
    assert recognise(text, "10.1.9.9").actor.program == token.key_id
    action = Action.objects.get(kind="token.made")
    assert (action.references, action.actor_id, action.body_id) == ({"token": held.pk}, actor.account_id, actor.body_id)
    assert list(verify()) == []


def test_a_widened_token_breaks_the_chain(actor: Actor) -> None:
    make_token(actor, asked())
    ApiToken.objects.update(scopes=["cases:read", "facts:write"])
    assert list(verify())


@pytest.mark.parametrize(
    "changes",
    [
        {"label": " "},
        {"scopes": ()},
        {"scopes": ("everything",)},
        {"purpose": "intake"},
        {"purpose": "cooperation"},
        {"purpose": "nonsense"},
        {"expires_on": date(2020, 1, 1)},
        {"expires_on": date(2099, 1, 1)},
        {"networks": ("10.1.0.0/64",)},
        {"networks": ("nowhere",)},
        {"networks": tuple(f"10.1.{number}.0/24" for number in range(21))},
    ],
)
def test_what_cannot_be_made_is_refused_with_a_sentence(actor: Actor, changes: dict[str, object]) -> None:
    with pytest.raises(NotMade) as caught:
        make_token(actor, asked(**changes))
    assert str(caught.value).endswith(".")
    assert not ApiToken.objects.exists()


def test_the_same_form_sent_twice_makes_one_token(actor: Actor) -> None:
    form = asked(submission=UUID(int=5))
    make_token(actor, form)
    with pytest.raises(NotMade, match="einmal"):
        make_token(actor, form)
    assert ApiToken.objects.count() == 1


def test_nobody_hands_on_what_they_may_not_do(
    actor: Actor, intake_clerk: Actor, make_actor: MakeActor, body: "Body"
) -> None:
    assert set(offered_scopes(actor)) == set(Scope) - {Scope.ACCOMMODATION_REPORT, Scope.NOTICES_SEND}
    assert Scope.FACTS_WRITE not in offered_scopes(intake_clerk)
    with pytest.raises(NotMade):
        make_token(intake_clerk, asked(scopes=("facts:write",)))
    officer = make_actor("schutz", body, "data_protection")
    assert offered_scopes(officer) == []
    with pytest.raises(NotPermitted):
        make_token(officer, asked())


def test_who_looks_in_for_support_hands_nothing_on(actor: Actor) -> None:
    looking = replace(actor, purpose=Purpose.SUPPORT)
    token, _text = make_token(actor, asked())
    assert offered_scopes(looking) == []
    with pytest.raises(NotPermitted):
        make_token(looking, asked())
    with pytest.raises(NotPermitted):
        revoke_token(looking, token.key_id)


def test_a_program_makes_no_token(actor: Actor) -> None:
    _token, text = make_token(actor, asked())
    with pytest.raises(NotMade, match="Mensch"):
        make_token(recognise(text, "").actor, asked())


def test_the_administration_sees_and_takes_back_those_of_its_body_only(
    actor: Actor, outsider: Actor, make_actor: MakeActor, body: "Body", other_body: "Body"
) -> None:
    administrator = make_actor("verwaltung", body, "body_administrator")
    stranger = make_actor("andere", other_body, "body_administrator")
    token, text = make_token(actor, asked())
    theirs, _text = make_token(outsider, asked())
    assert tokens_of_body(administrator) == [token]
    assert tokens_of_body(actor) == []
    assert own_tokens(actor) == [token]
    for who, key in ((stranger, token.key_id), (actor, theirs.key_id), (administrator, theirs.key_id)):
        with pytest.raises(ApiToken.DoesNotExist):
            revoke_token(who, key)
    revoke_token(administrator, token.key_id)
    token.refresh_from_db()
    assert state_of(token) == "revoked"
    assert Action.objects.get(kind="token.revoked").actor_id == administrator.account_id
    with pytest.raises(NotMade):
        revoke_token(actor, token.key_id)
    with pytest.raises(Exception, match="zurückgezogen"):
        recognise(text, "")
