"""Tests about the whole: every address asks who is there, models and migrations agree, health says how it is."""

import uuid
from collections.abc import Iterator
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver

from augenmass.doors.desk.sign_in.second_factor import ALWAYS, CONFIRM, SET_UP
from augenmass.law.time import now
from augenmass.work.models import DutyRun

pytestmark = pytest.mark.db

OPEN = {
    "account_login",
    "account_logout",
    "account_inactive",
    "openid_connect_login",
    "openid_connect_callback",
    "accessibility",
    "certificate_check",
    "agreement_check",
    "provider_link",
    "interpreter_link",
    "adviser_link",
    "calendar_feed",
    "set_language",
    "set_password",
    "theme",
    "imprint",
    "style_guide",
}
"""Pages for everybody: signing in and out, language and appearance, the statement on accessibility."""
SAMPLES = {"uuid": str(uuid.UUID(int=7)), "int": "7", "slug": "x", "str": "x", "path": "x"}


def addresses() -> Iterator[tuple[str, str]]:
    """Every address with a sample for each of its parts, and its name."""
    yield from _patterns(get_resolver().url_patterns, "")


def _patterns(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if route in {"api/", "portal/"}:
            continue  # programs and persons have doors of their own, whose tests walk them
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns, route)
            continue
        for name, converter in pattern.pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
            for written in (f"<{kind}:{name}>", f"<{name}>"):
                route = route.replace(written, SAMPLES[kind])
        yield f"/{route}", pattern.name or ""


def test_every_address_but_the_open_ones_sends_a_stranger_to_the_sign_in() -> None:
    client = Client()
    walked = 0
    for path, name in addresses():
        assert "<" not in path, f"no sample for {path}"
        if name in OPEN:
            continue
        shown = client.get(path)
        assert shown.status_code == 302, f"{path} answers {shown.status_code} to a stranger"
        assert shown["Location"].startswith("/anmelden/"), path
        # A form that a stranger sends is kept for after the sign-in (401) and never acted on.
        assert client.post(path).status_code in {302, 401}, path
        walked += 1
    assert walked > 10


REACHABLE_WITHOUT_FACTOR = (
    SET_UP
    | ALWAYS
    | {
        # These look for somebody who is not signed in yet, and send anybody else on.
        "account_login",
        "mfa_login_webauthn",
        "mfa_authenticate",
        "account_inactive",
        "openid_connect_login",
        "openid_connect_callback",
    }
)


@override_settings(SECOND_FACTOR=True)
def test_without_a_second_factor_every_address_but_its_set_up_leads_to_the_set_up(client_of, actor) -> None:
    client = client_of(actor)
    walked = 0
    for path, name in addresses():
        if name in REACHABLE_WITHOUT_FACTOR:
            continue
        for shown in (client.get(path), client.post(path)):
            assert shown.status_code == 302, f"{path} answers {shown.status_code}"
            assert shown["Location"] == "/konto/zweiter-faktor/", path
        walked += 1
    assert walked > 40
    assert client.get("/konto/zweiter-faktor/").status_code == 200


@override_settings(SECOND_FACTOR=True)
def test_a_factor_that_was_not_proved_in_this_session_opens_nothing_either(client_of, actor) -> None:
    client = client_of(actor)
    Authenticator.objects.create(user=actor.account, type=Authenticator.Type.TOTP, data={"secret": ""})
    for path, name in addresses():
        if name in CONFIRM | ALWAYS | REACHABLE_WITHOUT_FACTOR - SET_UP:
            continue
        shown = client.get(path)
        assert shown.status_code == 302, f"{path} answers {shown.status_code}"
        assert shown["Location"].startswith("/anmelden/bestaetigen/code/"), path


def test_an_open_page_names_nobody_and_needs_no_session() -> None:
    assert Client().get("/anmelden/").status_code == 200


def test_nobody_without_a_role_gets_past_the_sign_in(client_of, actor) -> None:
    actor.account.memberships.all().delete()

    assert client_of(actor).get("/faelle/").status_code in {302, 403}


def test_models_and_migrations_agree() -> None:
    out = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert "No changes detected" in out.getvalue()


def test_health_is_bad_until_the_worker_was_heard() -> None:
    assert Client().get("/healthz").status_code == 503

    DutyRun.objects.create(name="test", last_success=now())
    answer = Client().get("/healthz")

    assert answer.status_code == 200
    assert answer.json()["ok"] is True
    assert "sessionid" not in answer.cookies


def test_pages_carry_the_strict_policy() -> None:
    policy = Client().get("/anmelden/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
