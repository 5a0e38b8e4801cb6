"""Statements that persons approved in a counselling service: taken once, checked, and no way to ask about anybody."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile

from augenmass.doors.api.tests.conftest import Calls
from augenmass.law.time import today
from augenmass.record.models import Action
from augenmass.record.verify import verify
from augenmass.statement import Statement
from augenmass.work.models import CounsellingStatement, IncomingPost

if TYPE_CHECKING:
    from django.test import Client

    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.directory.models import Body

KEY = Ed25519PrivateKey.from_private_bytes(b"k" * 32).private_bytes_raw()
TEXT = "Ich möchte in Ruhe entscheiden."


def statement(**more: Any) -> Statement:
    said = {"number": "N-77", "text": TEXT, "language": "de", "sender": "Beratung Nordheim", "sender_public": False}
    approved = {"approved_on": today(), "approved_how": "screen", "approved_language": "fr", "interpreter": True}
    return Statement(**{"key": uuid4(), **said, **approved, **more})


@pytest.fixture
def calls(actor: "Actor", calls_of: Callable[..., Calls]) -> Calls:
    """A counselling service with the access that a caseworker made for it."""
    return calls_of(actor, "statements:write")


def test_it_arrives_as_post_in_the_case_of_its_number(
    actor: "Actor", calls: Calls, case_with: "MakeCase", client_of: "Callable[[Actor], Client]"
) -> None:
    case = case_with({"family_name": "Haddad"}, number="N-77")
    answer = calls.post("/statements", statement().signed(KEY))
    assert answer.status_code == 201, answer.content
    post = IncomingPost.objects.get()
    assert (post.case_id, post.kind, post.sender, post.assignee_id) == (
        case.pk,
        "statement",
        "Beratung Nordheim",
        actor.account_id,
    )
    page = client_of(actor).get(f"/posteingang/{post.key}/").content.decode()
    assert TEXT in page
    assert "auf dem Bildschirm" in page
    assert Action.objects.get(kind="post.statement_taken").references["program"]
    assert list(verify()) == []


def test_the_answer_does_not_tell_whether_there_is_such_a_case(calls: Calls, case_with: "MakeCase") -> None:
    case_with({}, number="N-77")
    known, unknown = statement(), statement(number="N-78")
    answers = [calls.post("/statements", one.signed(KEY)) for one in (known, unknown)]
    plain = [
        answer.content.replace(str(one.key).encode(), b"")
        for one, answer in zip((known, unknown), answers, strict=True)
    ]
    assert plain[0] == plain[1]
    assert {answer.status_code for answer in answers} == {201}
    assert CounsellingStatement.objects.get(number="N-78").post.case is None


def test_the_same_statement_again_is_the_same_piece_of_post(calls: Calls) -> None:
    signed = statement().signed(KEY)
    assert [calls.post("/statements", signed).status_code for _ in range(3)] == [201, 200, 200]
    assert IncomingPost.objects.count() == 1


def test_another_text_under_the_same_key_is_refused_and_changes_nothing(calls: Calls) -> None:
    first = statement()
    calls.post("/statements", first.signed(KEY))
    answer = calls.post("/statements", replace(first, text="Ich verzichte.").signed(KEY))
    assert answer.status_code == 409
    assert CounsellingStatement.objects.get().text == TEXT


@pytest.mark.parametrize(
    ("change", "at"),
    [
        ({"text": "Ich verzichte."}, "/text_sha256"),
        ({"number": "N-78"}, "/signature"),
        ({"approved_how": "telephone"}, "/approved_how"),
        ({"approved_on": "2026-02-31"}, "/signature"),
        ({"interpreter": "true"}, "/interpreter"),
        ({"text": "x" * 2_001}, "/text"),
        ({"note": "mehr"}, "/note"),
        ({"signature": "00"}, "/signature"),
    ],
)
def test_what_was_altered_or_has_no_form_is_refused(calls: Calls, change: dict[str, object], at: str) -> None:
    answer = calls.post("/statements", {**statement().signed(KEY), **change})
    assert answer.status_code == 422
    assert at in [error["at"].replace("/sent", "") for error in answer.json()["errors"]]
    assert not IncomingPost.objects.exists()


def test_an_approval_of_tomorrow_is_none(calls: Calls) -> None:
    answer = calls.post("/statements", statement(approved_on=today() + timedelta(days=1)).signed(KEY))
    assert answer.status_code == 422
    assert not IncomingPost.objects.exists()


def test_a_truncated_statement_is_unreadable(calls: Calls) -> None:
    whole = json.dumps(statement().signed(KEY)).encode()
    assert calls.send("/statements", whole[:-40]).status_code == 400


def test_the_access_of_a_service_reads_nothing(calls: Calls, case_with: "MakeCase") -> None:
    case = case_with({}, number="N-77")
    for path in ("/cases", f"/cases/{case.key}", f"/cases/{case.key}/facts", "/referrals", "/granted", "/receivers"):
        assert calls.get(path).status_code in (403, 404), path


def test_without_its_scope_or_the_right_to_post_nothing_is_taken(
    actor: "Actor", calls_of: Callable[..., Calls], make_actor: "MakeActor", body: "Body"
) -> None:
    assert calls_of(actor, "cases:read").post("/statements", statement().signed(KEY)).status_code == 403
    clerk = make_actor("ingwer", body, "intake")
    from augenmass.access.tokens import Scope, offered_scopes

    assert Scope.STATEMENTS_WRITE not in offered_scopes(clerk)


def test_two_bodies_can_each_take_the_same_statement(
    calls: Calls, outsider: "Actor", calls_of: Callable[..., Calls]
) -> None:
    signed = statement().signed(KEY)
    other = calls_of(outsider, "statements:write")
    assert [one.post("/statements", signed).status_code for one in (calls, other)] == [201, 201]
    assert IncomingPost.objects.values("body").distinct().count() == 2


def test_another_body_does_not_see_it(calls: Calls, outsider: "Actor", client_of: "Callable[[Actor], Client]") -> None:
    calls.post("/statements", statement().signed(KEY))
    assert client_of(outsider).get(f"/posteingang/{IncomingPost.objects.get().key}/").status_code == 404


def test_a_statement_comes_as_a_file_too(actor: "Actor", client_of: "Callable[[Actor], Client]") -> None:
    browser, signed = client_of(actor), statement().signed(KEY)
    good = json.dumps(signed, indent=2).encode()
    wrong = {
        "verändert": json.dumps({**signed, "text": "Ich verzichte."}).encode(),
        "unvollständig": good[:-40],
        "keine signierte": b"\xff\xfe",
        "größer": b" " * 100_001,
    }
    for says, content in wrong.items():
        refused = browser.post("/posteingang/erklaerung/", {"file": SimpleUploadedFile("a.json", content)})
        assert refused.status_code == 422
        assert says in refused.content.decode()
    assert not IncomingPost.objects.exists()
    places = {
        browser.post("/posteingang/erklaerung/", {"file": SimpleUploadedFile("a.json", good)}).headers["Location"]
        for _ in range(2)
    }
    assert len(places) == 1
    assert TEXT in browser.get(places.pop()).content.decode()
