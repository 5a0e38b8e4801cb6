"""Passkeys, answered by a key in software."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from augenmass.access.models import SignInLine
from augenmass.doors.desk.tests.signing_in import (
    SoftKey,
    add_passkey,
    forget_counts,
    passkey_question,
    sign_in,
    signed_in,
)
from augenmass.law.time import now, travel

pytestmark = pytest.mark.db
What = SignInLine.What
NOT_TAKEN = "Der Passkey wurde nicht angenommen."
EXPIRED = "Die Anfrage an den Passkey ist abgelaufen."


@pytest.fixture(autouse=True)
def _needed() -> Iterator[None]:
    forget_counts()
    with override_settings(SECOND_FACTOR=True):
        yield
    forget_counts()


@pytest.fixture
def key(actor) -> SoftKey:
    """The passkey of the caseworker, set up as the only factor."""
    made = SoftKey()
    client = Client()
    sign_in(client, "berger")
    assert add_passkey(client, made, passwordless="on")["Location"] == "/konto/anmeldung/codes/"
    assert client.get("/faelle/").status_code == 200
    return made


def alone(client: Client, key: SoftKey, **instead: str) -> str:
    """Sign in with a passkey alone; returns what the next page says."""
    credential = key.get(passkey_question(client), **instead)
    answer = client.post("/anmelden/passkey/", {"credential": credential, "next": "/faelle/"}, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_passkey_signs_in_without_a_password(key: SoftKey, actor) -> None:
    client = Client()
    alone(client, key)

    assert signed_in(client)
    assert client.get("/faelle/").status_code == 200
    assert SignInLine.objects.filter(what=What.SIGNED_IN_PASSKEY, account=actor.account_id).count() == 1


def test_a_passkey_is_the_second_factor_after_the_password(key: SoftKey) -> None:
    client = Client()
    sign_in(client, "berger")
    options = client.get("/anmelden/zweiter-faktor/").context["js_data"]["request_options"]
    client.post("/anmelden/zweiter-faktor/", {"credential": key.get(options)})

    assert signed_in(client)
    assert client.get("/faelle/").status_code == 200


def test_an_answer_counts_once(key: SoftKey) -> None:
    client = Client()
    credential = key.get(passkey_question(client))
    client.post("/anmelden/passkey/", {"credential": credential})
    client.post("/abmelden/")
    passkey_question(client)
    answer = client.post("/anmelden/passkey/", {"credential": credential}, follow=True)

    assert NOT_TAKEN in answer.content.decode()
    assert not signed_in(client)


def test_an_old_question_is_not_answered(key: SoftKey) -> None:
    client = Client()
    credential = key.get(passkey_question(client))
    with travel(now() + timedelta(minutes=6)):
        answer = client.post("/anmelden/passkey/", {"credential": credential}, follow=True)
        assert EXPIRED in answer.content.decode()
        assert not signed_in(client)
        sign_in(client, "berger")
        options = client.get("/anmelden/zweiter-faktor/").context["js_data"]["request_options"]
    with travel(now() + timedelta(minutes=13)):
        answer = client.post("/anmelden/zweiter-faktor/", {"credential": key.get(options)}, follow=True)
        assert EXPIRED in answer.content.decode()
    assert not signed_in(client)


def test_a_passkey_of_another_account_is_not_taken(key: SoftKey, make_actor, body) -> None:
    other = SoftKey()
    make_actor("leitner", body, "approver")
    browser = Client()
    sign_in(browser, "leitner")
    add_passkey(browser, other, passwordless="on")

    second = Client()
    sign_in(second, "berger")
    options = second.get("/anmelden/zweiter-faktor/").context["js_data"]["request_options"]
    answer = second.post("/anmelden/zweiter-faktor/", {"credential": other.get(options)})
    assert NOT_TAKEN in answer.content.decode()
    assert not signed_in(second)
    first = Client()
    assert NOT_TAKEN in alone(first, other, userHandle=key.handle)
    assert not signed_in(first)
    assert SignInLine.objects.filter(what=What.FAILED_FACTOR).count() == 2


def test_a_passkey_of_a_locked_account_signs_nobody_in(key: SoftKey, actor) -> None:
    actor.account.is_active = False
    actor.account.save()
    client = Client()

    assert "gesperrt" in alone(client, key)
    assert not signed_in(client)


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "null",
        "[]",
        "1",
        '"x"',
        "{}",
        "{",
        '{"response": []}',
        '{"id": "x", "rawId": "!", "response": {"userHandle": 7}}',
        "{" * 3000,
    ],
)
def test_whatever_arrives_as_passkey_gets_a_sentence(key: SoftKey, credential: str) -> None:
    client = Client()
    passkey_question(client)
    assert client.post("/anmelden/passkey/", {"credential": credential}, follow=True).status_code == 200
    sign_in(client, "berger")
    client.get("/anmelden/zweiter-faktor/")
    assert client.post("/anmelden/zweiter-faktor/", {"credential": credential}).status_code == 200
    assert not signed_in(client)


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "userHandle"])
@pytest.mark.parametrize("value", ["", "AAAA", "!", None, 7, [], {}])
def test_a_broken_answer_gets_a_sentence(key: SoftKey, part: str, value: object) -> None:
    client = Client()
    assert NOT_TAKEN in alone(client, key, **{part: value})
    assert not signed_in(client)


@pytest.mark.parametrize("change", ["challenge", "attestationObject", "clientDataJSON", "all"])
def test_a_broken_registration_gets_a_sentence(actor, change: str) -> None:
    client = Client()
    sign_in(client, "berger")
    options = client.get("/konto/anmeldung/passkeys/neu/").context["js_data"]["creation_options"]
    if change == "challenge":
        options = {"publicKey": {**options["publicKey"], "challenge": "AAAA"}}
    answer = json.loads(SoftKey().create(options))
    if change in answer["response"]:
        answer["response"][change] = "AAAA"
    credential = json.dumps([] if change == "all" else answer)

    page = client.post("/konto/anmeldung/passkeys/neu/", {"name": "x", "credential": credential})

    assert page.status_code == 200
    assert "am-alert--error" in page.content.decode() or "am-error-summary" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_a_passkey_is_renamed_and_removed_but_not_the_last_one(key: SoftKey, actor) -> None:
    client = Client()
    alone(client, key)
    [first] = Authenticator.objects.filter(type="webauthn")
    client.post(f"/konto/anmeldung/passkeys/{first.pk}/umbenennen/", {"name": "Schlüssel am Bund"})
    assert "Schlüssel am Bund" in client.get("/konto/anmeldung/").content.decode()
    said = client.post(f"/konto/anmeldung/passkeys/{first.pk}/entfernen/", follow=True).content.decode()
    assert "letzter zweiter Faktor" in said

    add_passkey(client, SoftKey(), "Telefon")
    done = client.post(f"/konto/anmeldung/passkeys/{first.pk}/entfernen/", follow=True).content.decode()

    assert "Der Passkey ist entfernt." in done
    assert [one.wrap().name for one in Authenticator.objects.filter(type="webauthn")] == ["Telefon"]
    assert SignInLine.objects.filter(what=What.FACTOR_REMOVED, account=actor.account_id).count() == 1


def test_nobody_touches_the_passkey_of_somebody_else(key: SoftKey, make_actor, body) -> None:
    make_actor("leitner", body, "approver")
    other = Client()
    sign_in(other, "leitner")
    add_passkey(other, SoftKey())
    [foreign] = Authenticator.objects.filter(type="webauthn", user__username="berger")

    for what in ("umbenennen", "entfernen"):
        assert other.post(f"/konto/anmeldung/passkeys/{foreign.pk}/{what}/", {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=foreign.pk).exists()


def test_a_passkey_from_a_page_of_another_host_is_not_taken(key: SoftKey) -> None:
    """The relying party is this host: an answer that was made for another one does not fit."""
    key.host = "testserver.example"
    client = Client()
    assert NOT_TAKEN in alone(client, key)


@override_settings(MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN=False)
def test_in_production_the_page_of_a_passkey_has_https(key: SoftKey) -> None:
    client = Client()
    alone(client, key)
    assert signed_in(client)

    other = Client()
    question = passkey_question(other)
    credential = json.loads(key.get(question))
    assert "https" in _client_data(credential)
    credential["response"]["clientDataJSON"] = _rewritten(credential, "https://testserver", "http://testserver")
    answer = other.post("/anmelden/passkey/", {"credential": json.dumps(credential)}, follow=True)
    assert NOT_TAKEN in answer.content.decode()


def _client_data(credential: dict) -> str:
    import base64

    text = credential["response"]["clientDataJSON"]
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()


def _rewritten(credential: dict, before: str, after: str) -> str:
    import base64

    return base64.urlsafe_b64encode(_client_data(credential).replace(before, after).encode()).decode().rstrip("=")
