"""A colleague who lost the second factor: reset by the administration of the body, with reason and record."""

from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

from augenmass.access.actor import Actor, NotPermitted, actor_for
from augenmass.access.lost_factor import NotReset, reset_second_factor
from augenmass.access.models import ApiToken, SignInLine
from augenmass.access.tokens import NotRecognised, TokenForm, make_token, recognise, revoke_token
from augenmass.directory.models import Account, Membership
from augenmass.law.time import today
from augenmass.record.models import AccountMeasure, Action
from augenmass.record.verify import verify

pytestmark = pytest.mark.db


@pytest.fixture
def administrator(make_actor, body):
    return make_actor("verwaltung", body, "body_administrator")


@pytest.fixture
def colleague(actor):
    TOTP.activate(actor.account, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(actor.account)
    return actor


def test_a_reset_takes_every_factor_ends_the_sessions_and_stands_in_the_record(
    administrator, colleague, client_of
) -> None:
    browser = client_of(colleague)
    browser.get("/faelle/")
    reset_second_factor(administrator, colleague.account_id, " Telefon verloren, Ausweis vorgelegt ", "192.0.2.9")

    assert not Authenticator.objects.exists()
    assert browser.get("/faelle/").status_code == 302
    action = Action.objects.get(kind="account.factor_reset")
    assert (action.actor, action.body) == (administrator.account, administrator.body)
    assert action.references == {"account": colleague.account_id, "factors": 1, "tokens": 0}
    assert AccountMeasure.objects.get().reason == "Telefon verloren, Ausweis vorgelegt"
    line = SignInLine.objects.get(what=SignInLine.What.FACTOR_RESET)
    assert (line.account, line.body, line.network) == (colleague.account_id, colleague.body_id, "192.0.2.0/24")
    assert list(verify()) == []


def test_a_reset_takes_back_the_tokens_of_the_person_and_of_nobody_else(
    administrator, colleague, other_body, make_actor, body
) -> None:
    Membership.objects.create(
        account=colleague.account, body=other_body, role="caseworker", valid_from=today().replace(year=2020)
    )
    elsewhere = actor_for(colleague.account, other_body.pk)
    assert elsewhere is not None
    theirs = [_token(colleague), _token(elsewhere)]
    kept = _token(make_actor("kollegin", body, "caseworker"))
    before = ApiToken.objects.get(pk=_revoked(colleague).pk).ended_by_id

    reset_second_factor(administrator, colleague.account_id, "Telefon verloren")

    action = Action.objects.get(kind="account.factor_reset")
    assert action.references["tokens"] == 2
    assert [ApiToken.objects.get(pk=token.pk).ended_by_id for token, _text in theirs] == [action.pk, action.pk]
    for _made, text in theirs:
        with pytest.raises(NotRecognised, match="zurückgezogen"):
            recognise(text, "192.0.2.1")
    assert recognise(kept[1], "192.0.2.1").actor.account.username == "kollegin"
    assert ApiToken.objects.filter(ended_by=before).count() == 1  # what was taken back before stays with its own action


def _token(owner: Actor) -> tuple[ApiToken, str]:
    asked = TokenForm("Fachverfahren", ("cases:read",), "case_work", today(), uuid4())
    return make_token(owner, asked)


def _revoked(owner: Actor) -> ApiToken:
    return revoke_token(owner, _token(owner)[0].key_id)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_reset_needs_a_reason(administrator, colleague, reason: str) -> None:
    with pytest.raises(NotReset, match="begründen"):
        reset_second_factor(administrator, colleague.account_id, reason)
    assert Authenticator.objects.count() == 2
    assert not Action.objects.filter(kind="account.factor_reset").exists()


def test_a_reset_needs_the_right(colleague, approver) -> None:
    with pytest.raises(NotPermitted):
        reset_second_factor(approver, colleague.account_id, "Telefon verloren")


def test_nobody_resets_their_own(administrator) -> None:
    with pytest.raises(NotReset, match="andere Person"):
        reset_second_factor(administrator, administrator.account_id, "Telefon verloren")


def test_people_of_other_bodies_and_of_earlier_days_do_not_exist(administrator, outsider, actor) -> None:
    Membership.objects.filter(account=actor.account).update(valid_to=today().replace(year=2021))
    for account_id in (outsider.account_id, actor.account_id, 987654):
        with pytest.raises(Account.DoesNotExist):
            reset_second_factor(administrator, account_id, "Telefon verloren")
