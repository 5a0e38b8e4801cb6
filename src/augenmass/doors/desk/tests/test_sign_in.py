"""Signing in by password: what a stranger learns, what a flood does, and whom it does not concern."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client, override_settings

from augenmass.access.models import SignInLine
from augenmass.doors.desk.sign_in.known_browser import COOKIE
from augenmass.doors.desk.tests.signing_in import PASSWORD, forget_counts, sign_in, signed_in

pytestmark = pytest.mark.db
What = SignInLine.What


@pytest.fixture(autouse=True)
def _counts() -> Iterator[None]:
    forget_counts()
    yield
    forget_counts()


def test_the_right_password_signs_in_and_leaves_a_line(actor) -> None:
    client = Client()
    assert sign_in(client, "Berger", next="/faelle/")["Location"] == "/faelle/"

    line = SignInLine.objects.get()
    assert (line.what, line.account, line.body) == (What.SIGNED_IN, actor.account_id, actor.body_id)
    assert line.network == "192.0.2.0/24"


def test_a_wrong_name_and_a_wrong_password_read_the_same(actor) -> None:
    wrong = sign_in(Client(), "berger", "falsch")
    unknown = sign_in(Client(), "gibtesnicht", "falsch")

    def text(answer) -> str:
        return answer.content.decode().replace("gibtesnicht", "berger")

    for answer in (wrong, unknown):
        assert "Benutzername oder Passwort ist falsch." in answer.content.decode()
    assert [len(text(wrong).split("csrfmiddlewaretoken")), wrong.status_code] == [
        len(text(unknown).split("csrfmiddlewaretoken")),
        unknown.status_code,
    ]


def test_a_failure_leaves_a_line_without_what_was_typed(actor) -> None:
    sign_in(Client(), "berger", "falsches geheimnis")
    sign_in(Client(), "tippfehler-geheim", "falsch")

    lines = list(SignInLine.objects.order_by("pk").values())
    assert [line["account"] for line in lines] == [actor.account_id, None]
    assert {line["what"] for line in lines} == {What.FAILED_PASSWORD}
    assert "geheim" not in str(lines)


@pytest.mark.parametrize("username", ["berger", "gibtesnicht", "gesperrt", "ohne-passwort"])
def test_every_attempt_costs_one_digest_whether_there_is_such_an_account(
    actor, make_actor, body, monkeypatch: pytest.MonkeyPatch, username: str
) -> None:
    """What an attempt costs is the digest; the rest is a row more or less."""
    locked = make_actor("gesperrt", body, "caseworker").account
    locked.is_active = False
    locked.save()
    bare = make_actor("ohne-passwort", body, "caseworker").account
    bare.set_unusable_password()
    bare.save()
    digests = []
    original = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda self, *args: digests.append(username) or original(self, *args)
    )

    sign_in(Client(), username, "falsch")

    assert len(digests) == 1


def test_a_locked_account_is_named_only_to_who_knows_its_password(actor) -> None:
    actor.account.is_active = False
    actor.account.save()

    assert "Benutzername oder Passwort ist falsch." in sign_in(Client(), "berger", "falsch").content.decode()
    answer = sign_in(Client(), "berger")
    assert answer["Location"] == "/anmelden/gesperrt/"
    assert "gesperrt" in Client().get(answer["Location"]).content.decode()


def test_a_session_that_was_planted_is_another_one_after_signing_in(actor) -> None:
    """Session fixation: the number of the session before the sign-in is worth nothing after it."""
    client = Client()
    client.get("/anmelden/?next=/")
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted

    sign_in(client, "berger")

    assert signed_in(client)
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get("/faelle/").status_code == 302


def test_a_flood_from_one_address_gets_429_a_sentence_and_a_time(actor) -> None:
    answers = [sign_in(Client(), f"name-{number}", "falsch") for number in range(25)]

    assert [answer.status_code for answer in answers[:20]] == [200] * 20
    refused = answers[-1]
    assert refused.status_code == 429
    assert refused["Retry-After"] == "60"
    assert "in 1 Minute" in refused.content.decode()
    assert SignInLine.objects.filter(what=What.TOO_MANY).count() == 5  # one for each name, not for each attempt


def test_one_name_from_one_address_is_refused_after_eight_failures(actor) -> None:
    for _ in range(8):
        assert sign_in(Client(), "berger", "falsch").status_code == 200
    refused = sign_in(Client(), "berger")

    assert refused.status_code == 429
    assert refused["Retry-After"] == "300"
    assert not SignInLine.objects.filter(what=What.SIGNED_IN).exists()
    assert SignInLine.objects.filter(what=What.TOO_MANY).count() == 1


def flood(username: str, attempts: int = 60) -> list[int]:
    """Wrong passwords for one name, each from another address."""
    addresses = [f"198.51.{number // 200}.{number % 200 + 1}" for number in range(attempts)]
    return [sign_in(Client(), username, "falsch", address).status_code for address in addresses]


def test_a_flood_from_many_addresses_slows_the_account_for_strangers(actor) -> None:
    statuses = flood("berger")

    assert statuses[:20] == [200] * 20
    assert 429 in statuses[20:]
    assert statuses[20:].count(200) <= 2
    refused = sign_in(Client(), "berger", address="203.0.113.9")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "30"
    assert "in 30 Sekunden" in refused.content.decode()


def test_a_flood_does_not_stop_the_account_in_a_browser_that_knows_it(actor) -> None:
    known = Client()
    sign_in(known, "berger")
    known.post("/abmelden/")
    assert not signed_in(known)

    flood("berger")
    for number in range(30):  # and from its own address too, as a colleague behind the same proxy could
        sign_in(Client(), f"name-{number}", "falsch")
        sign_in(Client(), "berger", "falsch")

    assert sign_in(known, "berger").status_code == 302
    assert signed_in(known)


def test_a_known_browser_is_no_licence_to_guess(actor, make_actor, body) -> None:
    """What it counts by itself is counted, and it knows its own name only."""
    make_actor("leitner", body, "approver")
    known = Client()
    sign_in(known, "berger")
    known.post("/abmelden/")

    statuses = [sign_in(known, "berger", "falsch", f"198.51.100.{number}").status_code for number in range(1, 10)]
    assert statuses == [200] * 8 + [429]

    forget_counts()
    flood("leitner", 25)
    assert sign_in(known, "leitner", address="203.0.113.7").status_code == 429


@pytest.mark.parametrize("forged", ["", "x", "W10:1:x", "eyJhIjoxfQ:1tXXXX:sig"])
def test_a_forged_cookie_makes_no_known_browser(actor, forged: str) -> None:
    flood("berger", 25)
    client = Client()
    client.cookies[COOKIE] = forged

    assert sign_in(client, "berger", address="203.0.113.8").status_code == 429


@override_settings(SECOND_FACTOR=True)
def test_a_browser_is_known_only_after_a_full_sign_in(actor) -> None:
    client = Client()
    assert COOKIE not in sign_in(client, "berger").cookies


def test_signing_out_leaves_a_line_and_ends_the_session(actor) -> None:
    client = Client()
    sign_in(client, "berger")
    key = client.session.session_key
    client.post("/abmelden/", REMOTE_ADDR="2001:db8:1:2::9")

    assert SignInLine.objects.get(what=What.SIGNED_OUT).network == "2001:db8:1::/48"
    thief = Client()
    thief.cookies["sessionid"] = key
    assert thief.get("/faelle/").status_code == 302


def test_a_password_is_changed_by_who_knows_the_old_one(actor) -> None:
    client, elsewhere = Client(), Client()
    sign_in(client, "berger")
    sign_in(elsewhere, "berger")
    new = "ein noch viel längeres Kennwort"
    wrong = client.post("/konto/passwort/", {"oldpassword": "falsch", "password1": new, "password2": new})
    assert "Das bisherige Passwort ist falsch." in wrong.content.decode()
    weak = client.post("/konto/passwort/", {"oldpassword": PASSWORD, "password1": "kurz", "password2": "kurz"})
    assert weak.status_code == 200

    done = client.post("/konto/passwort/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert done["Location"] == "/konto/anmeldung/"
    assert client.get("/konto/anmeldung/").status_code == 200
    assert elsewhere.get("/faelle/").status_code == 302
    assert SignInLine.objects.filter(what=What.PASSWORD_CHANGED, account=actor.account_id).count() == 1
    assert sign_in(Client(), "berger", new).status_code == 302


def test_passwords_typed_into_an_ended_session_are_not_shown_again(actor) -> None:
    answer = Client().post("/konto/passwort/", {"oldpassword": "altes-geheim", "password1": "neues-geheim"})

    assert answer.status_code == 401
    assert "geheim" not in answer.content.decode()


def test_old_lines_are_deleted(actor) -> None:
    from augenmass.access.sign_in_log import forget_old_lines
    from augenmass.law.time import now, travel

    sign_in(Client(), "berger")
    with travel(now() + timedelta(days=179)):
        assert forget_old_lines() == 0
    with travel(now() + timedelta(days=181)):
        assert forget_old_lines() == 1
