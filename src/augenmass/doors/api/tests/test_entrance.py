"""Two ways in that share nothing: a session never opens the interface, a token never opens a page."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.test import Client, override_settings

from augenmass.access.models import ApiToken
from augenmass.access.tokens import revoke_token
from augenmass.directory.models import Account, Membership
from augenmass.doors.api.interface import api
from augenmass.law.time import today, travel

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase
    from augenmass.directory.models import Body
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
CallsOf = Callable[..., "Calls"]


def addresses() -> list[tuple[str, list[str]]]:
    sample = UUID(int=7)
    found = []
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            filled = path.replace("{int:fact_id}", "7")
            for name in ("key", "number"):
                filled = filled.replace(f"{{uuidstr:{name}}}", str(sample))
            for name in ("name", "question", "step"):
                filled = filled.replace(f"{{slug:{name}}}", "x")
            found.append(
                (f"/api/v1{filled}", [method for operation in view.operations for method in operation.methods])
            )
    return found


def test_no_operation_answers_without_a_token_or_to_a_session(client_of: Callable[..., Client], actor: "Actor") -> None:
    walked = 0
    for path, methods in addresses():
        assert "{" not in path
        for method in methods:
            for browser in (Client(), client_of(actor)):
                answer = browser.generic(method, path, b"{}", content_type="application/json")
                assert answer.status_code == 401, path
                assert answer["WWW-Authenticate"].startswith("Bearer")
                assert answer["Content-Type"] == "application/problem+json"
                assert not answer.cookies
                walked += 1
    assert walked > 30


def test_a_token_opens_no_page_and_sends_no_form(actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Amani"})
    headers = calls_of(actor).headers()
    checked = Client(enforce_csrf_checks=True)
    for path in ("/", "/faelle/", f"/faelle/{case.key}/", "/zugaenge/"):
        assert checked.get(path, headers=headers)["Location"].startswith("/anmelden/")
    assert checked.post(
        f"/faelle/{case.key}/angaben/language/erfassen/", {"value": "de"}, headers=headers
    ).status_code in {401, 403}


def test_a_session_beside_a_token_changes_nothing(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, client_of: Callable[..., Client], case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    theirs = calls_of(outsider).headers()
    assert client_of(actor).get(f"/api/v1/cases/{case.key}", headers=theirs).status_code == 404


@pytest.mark.parametrize(
    "header",
    [
        "", "Bearer", "Bearer ", "Basic YTpi", "Bearer x", "Bearer augenmass_", "Token augenmass_0_0", "Bearer ü",
        "Bearer augenmass_000000000000_" + "0" * 64, "Bearer augenmass_000000000000_" + "0" * 65, "Bearer " + "9" * 9000,
        "Bearer augenmass_０００００００００００００_" + "0" * 64, "Bearer augenmass_%s_%s",
    ],
)  # fmt: skip
def test_a_malformed_or_unknown_token_is_not_let_in(header: str) -> None:
    answer = Client().get("/api/v1/token", headers={"authorization": header})
    assert answer.status_code == 401
    assert answer.json()["type"] == "urn:augenmass:problem:not-recognised"


def test_a_right_name_with_a_wrong_secret_reads_like_an_unknown_one(actor: "Actor", calls_of: CallsOf) -> None:
    calls = calls_of(actor)
    unknown = Client().get("/api/v1/token", headers={"authorization": "Bearer augenmass_000000000000_" + "0" * 64})
    calls.token = calls.token[:-1] + ("0" if calls.token[-1] != "0" else "1")
    assert calls.get("/token").content == unknown.content


def test_the_scheme_may_be_written_small(actor: "Actor", token_of: Callable[..., str]) -> None:
    assert Client().get("/api/v1/token", headers={"authorization": f"bearer {token_of(actor)}"}).status_code == 200


def test_a_token_ends_with_its_day_when_it_is_taken_back_and_with_its_owner(
    actor: "Actor", other_body: "Body", calls_of: CallsOf
) -> None:
    def status() -> tuple[int, str]:
        answer = calls.get("/token")
        return answer.status_code, answer.json().get("detail", "")

    calls = calls_of(actor, days=10)
    assert status()[0] == 200
    with travel(today() + timedelta(days=10)):
        assert status()[0] == 200
    with travel(today() + timedelta(days=11)):
        assert status() == (401, "Dieser Zugang ist abgelaufen.")
    Account.objects.filter(pk=actor.account_id).update(is_active=False)
    assert status()[0] == 401
    Account.objects.filter(pk=actor.account_id).update(is_active=True)
    actor.body.dissolved_on = today()
    actor.body.save()
    assert status()[0] == 401
    actor.body.dissolved_on = None
    actor.body.save()
    Membership.objects.create(account=actor.account, body=other_body, role="caseworker", valid_from=today())
    assert status()[0] == 200
    Membership.objects.filter(body=actor.body).update(valid_to=today() - timedelta(days=1))
    assert status()[0] == 401, "a role in another body lets the token live on there"
    Membership.objects.filter(body=actor.body).update(valid_to=None)
    revoke_token(actor, ApiToken.objects.get().key_id)
    assert status() == (401, "Dieser Zugang ist zurückgezogen.")


def test_a_token_is_taken_only_from_its_networks(actor: "Actor", calls_of: CallsOf) -> None:
    calls = calls_of(actor, networks=("10.1.0.0/16", "2001:db8::/32"))

    def status(address: str, **headers: str) -> int:
        client = Client(REMOTE_ADDR=address)
        return client.get("/api/v1/token", headers=calls.headers() | headers).status_code

    assert status("10.1.200.3") == 200
    assert status("::ffff:10.1.200.3") == 200
    assert status("2001:db8::7") == 200
    assert status("10.2.0.1") == 403
    assert status("") == 403
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert status("127.0.0.1", **{"x-forwarded-for": "192.0.2.1, 10.1.0.5"}) == 200
        assert status("10.1.0.5", **{"x-forwarded-for": "10.1.0.5, 192.0.2.1"}) == 403
        assert status("10.1.0.5") == 403


def test_the_day_of_the_last_use_is_kept_and_no_more(actor: "Actor", calls_of: CallsOf) -> None:
    calls = calls_of(actor)
    assert ApiToken.objects.get().last_used_on is None
    calls.get("/token")
    assert ApiToken.objects.get().last_used_on == today()


def test_answers_are_not_kept_and_not_guessed(actor: "Actor", calls_of: CallsOf) -> None:
    answer: Any = calls_of(actor).get("/token")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Authorization" in answer["Vary"]


def test_an_unknown_host_is_refused(actor: "Actor", calls_of: CallsOf) -> None:
    answer = Client(headers={"host": "evil.example"}).get("/api/v1/token", headers=calls_of(actor).headers())
    assert answer.status_code == 400


@pytest.mark.parametrize("role", ["operator", "data_protection", "body_administrator", "duty_officer"])
def test_who_works_on_no_case_any_more_reaches_none_by_an_older_token(
    role: str, actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Zobelinsky"})
    calls = calls_of(actor)
    Membership.objects.filter(account=actor.account).update(role=role)
    assert calls.get("/cases").json()["cases"] == []
    for path in ("", "/position", "/facts", "/facts/family_name", "/documents", "/steps", "/proofs/may_hear"):
        answer = calls.get(f"/cases/{case.key}{path}")
        assert (answer.status_code, b"Zobelinsky" in answer.content) == (404, False), path
