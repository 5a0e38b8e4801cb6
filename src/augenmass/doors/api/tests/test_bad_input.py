"""What a broken or hostile program sends: refused with a problem, never an error of ours, and nothing is written."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client, override_settings

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Purpose
from augenmass.access.models import AccessLine
from augenmass.law.time import today
from augenmass.record.models import Action, Fact

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
CallsOf = Callable[..., "Calls"]
MISSING = "00000000-0000-0000-0000-000000000007"


def deep(levels: int) -> bytes:
    return b'{"name":' + b"[" * levels + b"]" * levels + b"}"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"null", 422),
        (b"[]", 422),
        (b"7", 422),
        (b"{", 400),
        (b"\xff\xfe{}", 400),
        (b'{"name": "\xc3\x28"}', 400),
        (b'{"seen_fact_id": NaN}', 400),
        (b'{"name": "a", "name": "b"}', 400),
        (deep(90_000), 400),
        (b'{"seen_fact_id": ' + b"9" * 5_000 + b"}", 400),
        (b'{"name": "language", "value": "de", "seen_fact_id": ' + b"9" * 400 + b"}", 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": true}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": -1}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": 1e400}', 422),
        (b'{"name": "language", "value": "d\\u0000e", "seen_fact_id": null}', 422),
        (b'{"name": "language", "value": "\\ud800", "seen_fact_id": null}', 422),
        (b'{"name": "language", "value": "' + b"x" * 1_001 + b'", "seen_fact_id": null}', 422),
        (b'{"name": "language", "value": "de"}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": null, "surprise": 1}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": null, "true_from": "0000-00-00"}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": null, "true_from": "99999-01-01"}', 422),
        (b'{"name": "age", "value": "3", "seen_fact_id": null}', 422),
        (b'{"name": "removal_course\\n", "value": "3", "seen_fact_id": null}', 422),
        (b'{"name": "language", "value": "de", "seen_fact_id": null, "evidence": "' + MISSING.encode() + b'"}', 422),
        (b'{"x": "' + b"x" * 300_000 + b'"}', 413),
    ],
)
def test_a_body_that_cannot_be_meant_is_refused(
    content: bytes, status: int, actor: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    before = Action.objects.count()
    calls = calls_of(actor)
    answer = calls.send(f"/cases/{case.key}/facts", content)
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["title"]
    assert Fact.objects.filter(case=case).count() == 1
    assert Action.objects.exclude(kind="token.made").count() == before


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_another_format_is_refused(media_type: str, actor: "Actor", calls_of: CallsOf, case_with: "MakeCase") -> None:
    case = case_with({"family_name": "Amani"})
    assert calls_of(actor).send(f"/cases/{case.key}/facts", b"name=x", media_type).status_code == 415


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=x", f"page={'9' * 5000}", "page_size=101", "page_size=-1", "due=never", "order=worth",
        "search=%00", f"search={'x' * 101}", f"lane={'x' * 81}", "page=1e3",
    ],
)  # fmt: skip
def test_an_odd_parameter_is_refused(query: str, actor: "Actor", calls_of: CallsOf) -> None:
    answer = calls_of(actor).get(f"/cases?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["at"] == query.split("=")[0]


@pytest.mark.parametrize(
    "query", ["officer=²", f"officer={'9' * 40}", "unit=-1", "search=%FF", "search=%F0%9F%98%80", "page=999999"]
)
def test_an_odd_filter_finds_nothing_or_the_last_page(query: str, actor: "Actor", calls_of: CallsOf) -> None:
    assert calls_of(actor).get(f"/cases?{query}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/nothing",
        "/cases/x",
        f"/cases/{MISSING}/facts/1/nothing",
        "/cases/%00",
        "/../faelle/",
        "/cases/" + "9" * 3000,
    ],
)
def test_an_address_that_is_not_there(path: str, actor: "Actor", calls_of: CallsOf) -> None:
    answer = calls_of(actor).get(path)
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:augenmass:problem:not-there")


def test_another_method_is_refused_with_those_that_are_taken(actor: "Actor", calls_of: CallsOf) -> None:
    answer = Client().delete("/api/v1/cases", headers=calls_of(actor).headers())
    assert (answer.status_code, answer["Allow"], answer.json()["status"]) == (405, "GET", 405)


def test_what_is_not_there_and_what_may_not_be_seen_read_the_same(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    fact = Fact.objects.get(name="family_name")
    calls = calls_of(outsider)
    for path in (
        "",
        "/position",
        "/facts",
        "/facts/family_name",
        "/documents",
        "/steps",
        "/steps/may_hear",
        "/proofs/may_hear",
    ):
        there, not_there = calls.get(f"/cases/{case.key}{path}"), calls.get(f"/cases/{MISSING}{path}")
        assert (there.status_code, there.content) == (404, not_there.content), path
    for path, sent in (
        ("/facts", {"name": "language", "value": "de", "seen_fact_id": None}),
        (f"/facts/{fact.pk}/disputes", {"reason": "falsch"}),
        ("/openings", {"purpose": "cooperation", "reason": "Anfrage vom 3. November"}),
        ("/steps/check_prospects/drafts", {"reasons": "x", "seen_version": 1, "submission": MISSING}),
    ):
        there, not_there = calls.post(f"/cases/{case.key}{path}", sent), calls.post(f"/cases/{MISSING}{path}", sent)
        assert (there.status_code, there.content) == (404, not_there.content), path
    assert not AccessLine.objects.filter(account=outsider.account_id, case=case.pk).exists()


def test_a_case_of_another_body_is_opened_with_purpose_and_reason_and_only_read(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad", "asylum_procedure_running": "yes"})
    last = today() + timedelta(days=30)
    form = GrantForm(outsider.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", last)
    grant_access(actor, case.pk, form)
    calls = calls_of(outsider)
    [granted] = calls.get("/granted-cases").json()
    assert (granted["name"], granted["purpose"], granted["key"]) == ("Haddad", "cooperation", str(case.key))
    closed = calls.get(f"/cases/{case.key}")
    assert (closed.status_code, closed.json()["type"]) == (403, "urn:augenmass:problem:purpose-needed")
    opening = {"purpose": "case_work", "reason": "Anfrage vom 3. November"}
    assert calls.post(f"/cases/{case.key}/openings", opening).status_code == 403
    assert calls.post(f"/cases/{case.key}/openings", opening | {"reason": "kurz"}).status_code == 422
    assert calls.post(f"/cases/{case.key}/openings", opening | {"purpose": "cooperation"}).status_code == 201
    assert [one["case"] for one in calls.get("/openings").json()] == [str(case.key)]
    assert [fact["name"] for fact in calls.get(f"/cases/{case.key}/facts").json()] == ["family_name"]
    assert calls.get(f"/cases/{case.key}/position").json()["lane"] is None
    assert calls.get(f"/cases/{case.key}/steps").json()["version"] is None
    assert calls.get(f"/cases/{case.key}/steps/hear_person").status_code == 404
    sent = {"name": "family_name", "value": "Anders", "seen_fact_id": None, "note": "x"}
    assert calls.post(f"/cases/{case.key}/facts", sent).status_code == 403
    line = AccessLine.objects.filter(account=outsider.account_id, case=case.pk, what="case").last()
    assert line is None or line.reason.startswith("Mitwirkung")
    read = AccessLine.objects.filter(account=outsider.account_id, case=case.pk, what="facts").latest("pk")
    assert read.reason == "Mitwirkung am Fall einer anderen Stelle: Anfrage vom 3. November"
    assert read.program == calls.token.split("_")[1]


def test_a_missing_scope_is_named_and_a_missing_right_is_refused(
    actor: "Actor", intake_clerk: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    sent = {"name": "language", "value": "de", "seen_fact_id": None}
    narrow = calls_of(actor, "cases:read")
    refused = narrow.post(f"/cases/{case.key}/facts", sent)
    assert (refused.status_code, refused.json()["scope"]) == (403, "facts:write")
    assert narrow.get(f"/cases/{case.key}/proofs/may_hear").status_code == 403
    assert narrow.get(f"/cases/{MISSING}/facts").status_code == 403
    clerk = calls_of(intake_clerk)
    from augenmass.access.models import ApiToken

    ApiToken.objects.filter(account=intake_clerk.account).update(scopes=["facts:write", "steps:write"])
    assert clerk.post(f"/cases/{case.key}/facts", sent).status_code == 403
    draft = {"reasons": "x", "seen_version": 1, "submission": MISSING}
    assert clerk.post(f"/cases/{case.key}/steps/check_prospects/drafts", draft).status_code == 404


def test_titles_are_german_or_english(actor: "Actor", calls_of: CallsOf) -> None:
    calls = calls_of(actor)
    for language, title in (
        ("de", "Das gibt es nicht"),
        ("en-GB,en;q=0.9,de;q=0.8", "This does not exist"),
        ("de-DE,en;q=0.9", "Das gibt es nicht"),
        ("fr, en;q=0.2", "This does not exist"),
        ("", "Das gibt es nicht"),
        ("*;q=x,,;;", "Das gibt es nicht"),
    ):
        calls.language = language
        answer = calls.get(f"/cases/{MISSING}")
        assert answer.json()["title"] == title, language
        assert answer["Content-Language"] in {"de", "en"}


def test_too_many_calls_wait(actor: "Actor", calls_of: CallsOf, token_of: Callable[..., str]) -> None:
    calls, others = calls_of(actor), calls_of(actor)
    with override_settings(API_CALLS_PER_MINUTE=3):
        answers = [calls.get("/token") for _ in range(5)]
        assert [answer.status_code for answer in answers if answer.status_code != 200][-1:] == [429]
        assert 1 <= int(answers[-1]["Retry-After"]) <= 60
        assert others.get("/token").status_code == 200


def test_an_error_of_the_program_is_a_problem_without_content(
    actor: "Actor", calls_of: CallsOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    from augenmass.doors.api.routes import cases

    def fails(*_arguments: Any) -> None:
        raise RuntimeError("Key (name)=(Amani) already exists")

    monkeypatch.setattr(cases, "worklist", fails)
    answer = calls_of(actor).get("/cases")
    assert answer.status_code == 500
    assert "Amani" not in answer.content.decode()
    assert json.loads(answer.content)["type"] == "urn:augenmass:problem:broken"


def test_a_purpose_that_does_not_fit_the_role_is_refused(
    make_actor: "MakeActor", actor: "Actor", calls_of: CallsOf
) -> None:
    from augenmass.access.tokens import NotMade
    from augenmass.directory.models import Membership

    with pytest.raises(NotMade, match="Zweck"):
        calls_of(actor, purpose="intake")
    calls = calls_of(actor, purpose="supervision")
    assert calls.get("/token").status_code == 200
    Membership.objects.filter(account=actor.account).update(role="intake")
    answer = calls.get("/token")
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:augenmass:problem:elsewhere")
