"""Codes of an app, recovery codes: what counts, what does not, and what the person reads."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings

from augenmass.access.models import SignInLine
from augenmass.doors.desk.sign_in.known_browser import COOKIE
from augenmass.doors.desk.tests.signing_in import (
    code_at,
    forget_counts,
    send_code,
    sign_in,
    signed_in,
    with_app,
    with_codes,
)
from augenmass.law.time import now, travel

pytestmark = pytest.mark.db
What = SignInLine.What
WRONG = "Der Code stimmt nicht."
AGAIN = "Dieser Code wurde schon benutzt."


@pytest.fixture(autouse=True)
def _needed() -> Iterator[None]:
    forget_counts()
    with override_settings(SECOND_FACTOR=True):
        yield
    forget_counts()


def asked_for_code(client: Client, username: str = "berger") -> None:
    """The password is right; the second factor is still to come."""
    assert sign_in(client, username)["Location"] == "/anmelden/zweiter-faktor/"
    assert not signed_in(client)


@pytest.mark.django_db(transaction=True)
def test_after_the_password_an_account_without_a_factor_sets_an_app_up(actor) -> None:
    client = Client()
    assert sign_in(client, "berger")["Location"] == "/"
    assert client.get("/faelle/")["Location"] == "/konto/zweiter-faktor/"
    page = client.get("/konto/anmeldung/app/neu/")
    secret = page.context["form"].secret
    shown = page.content.decode()
    assert secret in shown
    assert 'src="data:image/svg+xml;base64,' in shown
    assert WRONG in client.post("/konto/anmeldung/app/neu/", {"code": "000000"}).content.decode()

    done = client.post("/konto/anmeldung/app/neu/", {"code": code_at(now(), secret=secret)})

    assert done["Location"] == "/konto/anmeldung/codes/"
    codes = client.get("/konto/anmeldung/codes/").content.decode()
    assert codes.count("<li><code>") == 10
    assert "noch einmal zeigt" in client.get("/konto/anmeldung/codes/").content.decode()
    assert client.get("/faelle/").status_code == 200
    held = Authenticator.objects.get(user=actor.account, type="totp")
    assert secret not in str(held.data)
    assert [line.what for line in SignInLine.objects.order_by("pk")] == [
        What.SIGNED_IN,
        What.FACTOR_ADDED,
        What.RECOVERY_CODES,
    ]


def test_the_code_that_set_the_app_up_signs_nobody_in(actor) -> None:
    client = Client()
    sign_in(client, "berger")
    secret = client.get("/konto/anmeldung/app/neu/").context["form"].secret
    code = code_at(now(), secret=secret)
    client.post("/konto/anmeldung/app/neu/", {"code": code})

    other = Client()
    asked_for_code(other)
    assert AGAIN in send_code(other, code).content.decode()


def test_the_code_of_now_signs_in_and_the_browser_is_known(actor) -> None:
    with_app(actor.account)
    client = Client()
    asked_for_code(client)
    answer = send_code(client)

    assert answer["Location"] == "/"
    assert COOKIE in answer.cookies
    assert client.get("/faelle/").status_code == 200


@pytest.mark.parametrize(("steps", "taken"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_off_and_no_more(actor, steps: int, taken: bool) -> None:
    with_app(actor.account)
    client = Client()
    asked_for_code(client)
    answer = send_code(client, code_at(now(), steps))

    assert signed_in(client) is taken
    if not taken:
        assert WRONG in answer.content.decode()
        assert "Uhr" in answer.content.decode()


def test_a_code_counts_once_even_while_it_is_still_valid(actor) -> None:
    """Also in the last of the three windows in which it would fit, which a memory of one period would miss."""
    with_app(actor.account)
    moment = now().replace(second=0, microsecond=0) + timedelta(hours=1)
    code = code_at(moment, 1)
    with travel(moment):
        first = Client()
        asked_for_code(first)
        send_code(first, code)
        assert signed_in(first)
    with travel(moment + timedelta(seconds=59)):
        second = Client()
        asked_for_code(second)
        assert AGAIN in send_code(second, code).content.decode()
        assert AGAIN in send_code(second, code_at(moment)).content.decode()  # an older one than the one used
        assert not signed_in(second)


def test_a_recovery_code_counts_once(actor) -> None:
    with_app(actor.account)
    code, *_others = with_codes(actor.account)
    first, second = Client(), Client()
    asked_for_code(first)
    assert send_code(first, code)["Location"] == "/"
    asked_for_code(second)

    assert WRONG in send_code(second, code).content.decode()
    assert not signed_in(second)
    assert SignInLine.objects.filter(what=What.RECOVERY_USED, account=actor.account_id).count() == 1
    assert SignInLine.objects.filter(what=What.FAILED_FACTOR, account=actor.account_id).count() == 1


@pytest.mark.parametrize("code", ["", " ", "12345", "abcdef", "١٢٣٤٥٦", "1" * 40, "0" * 5000, "' OR 1=1", "\x00"])
def test_whatever_is_typed_as_code_gets_a_sentence(actor, code: str) -> None:
    with_app(actor.account)
    with_codes(actor.account)
    client = Client()
    asked_for_code(client)
    answer = client.post("/anmelden/zweiter-faktor/", {"code": code})

    assert answer.status_code == 200
    assert "am-error-summary" in answer.content.decode()
    assert not signed_in(client)


def test_guessing_codes_ends_and_does_not_lock_the_owners_browser(actor) -> None:
    with_app(actor.account)
    owner = Client()
    asked_for_code(owner)
    send_code(owner)
    owner.post("/abmelden/")
    guesser = Client()
    asked_for_code(guesser)
    for number in range(8):
        assert send_code(guesser, f"00000{number}", f"198.51.100.{number}").status_code == 200

    assert send_code(guesser, "000009", "198.51.100.99").status_code == 429
    with travel(now() + timedelta(minutes=1)):
        sign_in(owner, "berger")
        assert send_code(owner)["Location"] == "/"


def test_the_second_factor_is_not_asked_of_who_did_not_give_the_password(actor) -> None:
    with_app(actor.account)
    client = Client()

    assert client.get("/anmelden/zweiter-faktor/")["Location"] == "/anmelden/"
    assert send_code(client)["Location"] == "/anmelden/"


def test_after_the_password_the_pages_are_still_closed(actor) -> None:
    with_app(actor.account)
    client = Client()
    asked_for_code(client)

    assert client.get("/faelle/")["Location"].startswith("/anmelden/")
    assert client.get("/konto/anmeldung/app/neu/")["Location"].startswith("/anmelden/")
    assert client.post("/abmelden/", {"next": "/anmelden/"})["Location"] == "/anmelden/"
    assert client.get("/anmelden/").status_code == 200


def test_the_last_factor_stays(actor) -> None:
    with_app(actor.account)
    client = Client()
    asked_for_code(client)
    send_code(client)

    page = client.get("/konto/anmeldung/app/entfernen/")
    assert "letzter zweiter Faktor" in page.content.decode()
    client.post("/konto/anmeldung/app/entfernen/")
    assert Authenticator.objects.filter(user=actor.account, type="totp").exists()


def test_some_time_after_signing_in_a_change_asks_again(actor) -> None:
    with_app(actor.account)
    client = Client()
    asked_for_code(client)
    send_code(client)
    with travel(now() + timedelta(minutes=6)):
        asked = client.get("/konto/anmeldung/passkeys/neu/")
        assert asked["Location"].startswith("/anmelden/bestaetigen/")
        wrong = client.post(asked["Location"], {"password": "falsch", "next": "/konto/anmeldung/passkeys/neu/"})
        assert "Das Passwort ist falsch." in wrong.content.decode()


def test_secrets_of_another_key_open_nothing(actor) -> None:
    """A database without its key: no code fits, nothing fails, and no code can be computed from an empty secret."""
    with_app(actor.account)
    codes = with_codes(actor.account)
    client = Client()
    asked_for_code(client)
    with override_settings(SECRET_KEY="another key of thirty-two characters"):
        forget_counts()
        other = Client()
        asked_for_code(other)
        for code in (code_at(now()), codes[0], *_codes_of_an_empty_seed()):
            assert send_code(other, code).status_code == 200
    assert not signed_in(other)


def _codes_of_an_empty_seed() -> list[str]:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    from augenmass.access.factors import encrypt

    made = Authenticator(type="recovery_codes", data={"seed": encrypt(""), "used_mask": 0})
    return RecoveryCodes(made).generate_codes()[:3]


def test_new_codes_replace_the_old_ones(actor) -> None:
    with_app(actor.account)
    old = with_codes(actor.account)
    client = Client()
    asked_for_code(client)
    send_code(client)
    assert client.post("/konto/anmeldung/codes/neu/")["Location"] == "/konto/anmeldung/codes/"

    other = Client()
    asked_for_code(other)
    assert WRONG in send_code(other, old[0]).content.decode()


@override_settings(SECOND_FACTOR=False)
def test_where_none_is_asked_for_an_account_without_a_factor_works(actor) -> None:
    client = Client()
    sign_in(client, "berger")

    assert client.get("/faelle/").status_code == 200
