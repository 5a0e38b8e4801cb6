"""Referrals by programs: asking and taking back, seen as on the pages of the two bodies; people answer."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.urls import reverse

from augenmass.access.actions import GrantForm, grant_access
from augenmass.access.actor import Purpose
from augenmass.access.models import AccessLine, Grant
from augenmass.access.tokens import recognise
from augenmass.competence.models import Referral
from augenmass.directory.models import Body, Membership
from augenmass.law.time import today
from augenmass.letters.models import Letter
from augenmass.record.ledger import entry
from augenmass.record.models import Action, Case
from augenmass.record.verify import verify
from augenmass.referral.actions.answering import reject_referral, return_referral
from augenmass.referral.actions.opening import NotReferred
from augenmass.referral.actions.taking_over import Acceptance, accept_referral
from augenmass.work.models import Task

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeActor, MakeCase
    from augenmass.doors.api.tests.conftest import Calls

pytestmark = [pytest.mark.db, pytest.mark.django_db]
CallsOf = Callable[..., "Calls"]
MISSING = "00000000-0000-0000-0000-000000000007"
REASON = "Die Person ist nach Südheim gezogen."


def sent(**changes: object) -> dict[str, Any]:
    return {
        "receiver": "abh-suedheim",
        "matter": "residence",
        "provision": "AufenthG § 71 Abs. 1",
        "reason": REASON,
        "deadline": (today() + timedelta(days=14)).isoformat(),
        "submission": str(uuid4()),
    } | changes


def opened(calls: "Calls", case: Case, **changes: object) -> dict[str, Any]:
    answer = calls.post(f"/cases/{case.key}/referrals", sent(**changes))
    assert answer.status_code == 201, answer.content
    return dict(answer.json())


def test_a_program_refers_a_case_once_and_the_case_stays_where_it_is(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    calls, theirs = calls_of(actor), calls_of(outsider)
    asked = sent()
    made, again = (calls.post(f"/cases/{case.key}/referrals", asked) for _twice in range(2))
    assert (made.status_code, again.status_code) == (201, 200)
    assert made.json() == again.json()
    assert made.json()["key"] == asked["submission"]
    told = {name: made.json()[name] for name in ("state", "direction", "reason", "answered_at", "missing", "case")}
    assert told == {
        "state": "in_progress", "direction": "outgoing", "reason": REASON, "answered_at": None, "missing": [],
        "case": str(case.key),
    }  # fmt: skip
    referral = Referral.objects.get()
    assert (referral.sender, referral.receiver, referral.opened_by) == (actor.body, outsider.body, actor.account)
    assert Case.objects.get().body == actor.body
    action = Action.objects.get(kind="referral.opened")
    assert action.references["program"] == calls.token.split("_")[1]
    assert Task.objects.get(case=case, done_by=None).assignee == actor.account
    read = theirs.get(f"/referrals/{referral.key}").json()
    assert (read["direction"], read["reason"], read["case"]) == ("incoming", REASON, str(case.key))
    assert theirs.get(f"/cases/{case.key}").json()["name"] == "Haddad"
    assert list(verify()) == []


def test_the_receiver_reads_the_categories_that_its_page_shows(
    actor: "Actor",
    outsider: "Actor",
    calls_of: CallsOf,
    case_with: "MakeCase",
    client_of: Callable[..., Any],
) -> None:
    case = case_with({"family_name": "Haddad", "address_postal_code": "06120", "health_opposes_removal": "yes"})
    calls = calls_of(outsider)
    assert calls.get(f"/cases/{case.key}").status_code == 404
    opened(calls_of(actor), case)
    granted = Grant.objects.get(case=case)
    assert calls.get(f"/cases/{case.key}").json()["categories"] == sorted(granted.categories)
    names = {fact["name"] for fact in calls.get(f"/cases/{case.key}/facts").json()}
    page = client_of(outsider).get(reverse("case", args=[case.key]))
    assert names == {row.fact.name for group in page.context["facts"] for row in group.rows}
    assert "family_name" in names
    assert "health_opposes_removal" not in names


def test_the_list_filters_and_pages(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    calls, theirs = calls_of(actor), calls_of(outsider)
    cases = [case_with({"family_name": name}) for name in ("Amani", "Bakos", "Cerny")]
    late, soon, back = (
        opened(calls, case, deadline=(today() + timedelta(days=days)).isoformat())["key"]
        for case, days in zip(cases, (9, 3, 5), strict=True)
    )
    return_referral(outsider, Referral.objects.get(key=back).key, "Reisepass")
    foreign = case_with({"family_name": "Demir"}, actor=outsider)
    incoming = opened(theirs, foreign, receiver=actor.body.key)["key"]

    def keys(**query: object) -> list[str]:
        return [one["key"] for one in calls.get("/referrals", **query).json()["referrals"]]

    assert keys(direction="outgoing", state="in_progress") == [soon, late]
    assert keys(direction="incoming") == [incoming]
    assert keys(state="returned") == [back]
    assert keys(state="accepted") == []
    assert keys(case=cases[0].key) == [late]
    assert keys(case=foreign.key) == [incoming]
    assert keys(case=MISSING) == []
    assert keys()[0] == incoming
    first = calls.get("/referrals", page_size=3).json()
    assert (first["count"], first["pages"], first["next"], len(first["referrals"])) == (4, 2, 2, 3)
    last = calls.get("/referrals", page_size=3, page=99).json()
    assert (last["page"], last["next"], len(last["referrals"])) == (2, None, 1)
    line = calls.get("/referrals", state="returned").json()["referrals"][0]
    assert (line["answer_by"], line["receiver"]["key"]) == (None, "abh-suedheim")
    for query in ("direction=sideways", "state=open", "page=0", "page_size=101", "case=x"):
        assert calls.get(f"/referrals?{query}").status_code == 422, query


def test_an_answer_of_the_other_body_is_read(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    calls = calls_of(actor)
    first = opened(calls, case)["key"]
    return_referral(outsider, first, "Reisepass\nAnhörung vom März")
    second = opened(calls, case)["key"]
    reject_referral(outsider, second, "Die Person wohnt nicht hier.")
    read = calls.get(f"/referrals/{first}").json()
    assert (read["state"], read["missing"]) == ("returned", ["Reisepass", "Anhörung vom März"])
    read = calls.get(f"/referrals/{second}").json()
    assert (read["state"], read["answer_reason"]) == ("rejected", "Die Person wohnt nicht hier.")
    assert (read["answered_by"], read["answer_by"]) == (outsider.account.name, None)


def test_of_a_case_that_was_handed_over_the_sender_keeps_number_receiver_and_state(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase", client_of: Callable[..., Any]
) -> None:
    case = case_with({"family_name": "Haddad"})
    calls, theirs = calls_of(actor), calls_of(outsider)
    key = opened(calls, case)["key"]
    accept_referral(outsider, key, Acceptance(outsider.account_id))
    kept = calls.get(f"/referrals/{key}").json()
    assert (kept["number"], kept["state"], kept["receiver"]["name"]) == (case.number, "accepted", outsider.body.name)
    hidden = ("case", "matter", "provision", "reason", "answer_reason", "answer_by")
    assert {kept[name] for name in hidden} == {None}
    [line] = calls.get("/referrals").json()["referrals"]
    assert (line["case"], line["matter"]) == (None, None)
    assert calls.get("/referrals", case=case.key).json()["count"] == 0
    assert theirs.get(f"/referrals/{key}").json()["reason"] == REASON
    assert theirs.get("/referrals", case=case.key).json()["count"] == 1
    mine, other = (client_of(one).get("/abgaben/?ansicht=answered").content.decode() for one in (actor, outsider))
    assert case.number in mine
    assert "Ausländerbehörde des Ortes" not in mine
    assert "Ausländerbehörde des Ortes" in other
    # A repetition of what was opened finds no case any more; the referral itself is still there to be read.
    assert calls.post(f"/cases/{case.key}/referrals", sent(submission=key)).status_code == 404


def test_a_referral_is_taken_back_by_its_sender_only(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    calls, theirs = calls_of(actor), calls_of(outsider)
    key = opened(calls, case)["key"]
    refused = theirs.post(f"/referrals/{key}/revocation", {})
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:augenmass:problem:not-permitted")
    for _twice in range(2):
        answer = calls.post(f"/referrals/{key}/revocation", {"reason": "Die Anschrift war veraltet."})
        assert (answer.status_code, answer.json()["state"]) == (200, "revoked")
    assert answer.json()["answer_reason"] == "Die Anschrift war veraltet."
    assert Action.objects.get(kind="referral.revoked").references["program"] == calls.token.split("_")[1]
    assert theirs.get(f"/cases/{case.key}").status_code == 404
    assert not Grant.objects.filter(ended_by=None).exists()


@pytest.mark.parametrize("state", ["accepted", "rejected"])
def test_an_answer_that_was_quicker_is_named_by_its_state(
    state: str, actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    calls = calls_of(actor)
    key = opened(calls, case_with({"family_name": "Haddad"}))["key"]
    if state == "accepted":
        accept_referral(outsider, key, Acceptance(outsider.account_id))
    else:
        reject_referral(outsider, key, "Geheimnis")
    late = calls.post(f"/referrals/{key}/revocation", {})
    assert (late.status_code, late.json()["type"]) == (409, "urn:augenmass:problem:overtaken")
    assert late.json()["state"] == state
    assert "Geheimnis" not in late.content.decode()


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"receiver": "abh-nordheim"}, "/receiver"),
        ({"receiver": "polizei"}, "/receiver"),
        ({"receiver": "aufgeloest"}, "/receiver"),
        ({"receiver": "nirgends"}, "/receiver"),
        ({"deadline": "2020-01-01"}, "/deadline"),
        ({"deadline": "2999-01-01"}, "/deadline"),
        ({"deadline": "31.12.2026"}, "/deadline"),
        ({"reason": " "}, "/reason"),
        ({"reason": "x" * 2001}, "/reason"),
        ({"provision": ""}, "/provision"),
        ({"matter": "asylum"}, "/matter"),
        ({"submission": "x"}, "/submission"),
        ({"officer": 7}, "/officer"),
    ],
)
def test_what_cannot_be_referred_is_refused_at_its_place(
    changes: dict[str, object],
    at: str,
    actor: "Actor",
    outsider: "Actor",
    calls_of: CallsOf,
    case_with: "MakeCase",
) -> None:
    Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    Body.objects.create(
        key="aufgeloest", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="Alt", land="ST", dissolved_on=today()
    )
    case = case_with({"family_name": "Haddad"})
    answer = calls_of(actor).post(f"/cases/{case.key}/referrals", sent(**changes))
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:augenmass:problem:invalid")
    assert [error["at"] for error in answer.json()["errors"]] == [at]
    assert not Referral.objects.exists()
    assert not Action.objects.filter(kind="referral.opened").exists()


def test_receivers_are_the_bodies_that_are_asked(actor: "Actor", outsider: "Actor", calls_of: CallsOf) -> None:
    Body.objects.create(key="polizei", kind=Body.Kind.POLICE, name="Polizei", land="ST")
    assert calls_of(actor).get("/receivers").json() == [{"key": outsider.body.key, "name": outsider.body.name}]


def test_what_stands_against_a_referral_is_a_conflict(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case, other, begun = (case_with({"family_name": name}) for name in ("Amani", "Bakos", "Cerny"))
    calls = calls_of(actor)
    key = opened(calls, case)["key"]
    with entry(actor, "test.letter", begun.pk) as e:
        e.seal(
            Letter(
                case=begun, template="departure_warning", number="1", begun_by_id=actor.account_id, begun_at=e.book.at
            )
        )
    running = calls.post(f"/cases/{case.key}/referrals", sent())
    unfinished = calls.post(f"/cases/{begun.key}/referrals", sent())
    reused = calls.post(f"/cases/{other.key}/referrals", sent(submission=key))
    for answer in (running, unfinished, reused):
        assert (answer.status_code, answer.json()["type"]) == (409, "urn:augenmass:problem:conflict")
    assert "läuft bereits" in running.json()["detail"]
    assert Referral.objects.count() == 1


def test_no_program_answers_a_referral_by_any_door(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase", token_of: Callable[..., str]
) -> None:
    key = opened(calls_of(actor), case_with({"family_name": "Haddad"}))["key"]
    program = recognise(token_of(outsider), "").actor
    for answer in (
        lambda: accept_referral(program, key, Acceptance(program.account_id)),
        lambda: reject_referral(program, key, "nicht unser Bezirk"),
        lambda: return_referral(program, key, "Reisepass"),
    ):
        with pytest.raises(NotReferred, match="Programm"):
            answer()
    theirs = calls_of(outsider)
    for path in ("acceptance", "rejection", "return", "answer"):
        assert theirs.post(f"/referrals/{key}/{path}", {}).status_code == 404
    assert Referral.objects.get().state == "in_progress"


def test_a_referral_between_others_reads_like_none(
    actor: "Actor", outsider: "Actor", make_actor: "MakeActor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    key = opened(calls_of(actor), case)["key"]
    third = Body.objects.create(key="c", kind=Body.Kind.FOREIGNERS_AUTHORITY, name="C", land="ST")
    calls = calls_of(make_actor("dritte", third, "caseworker"))
    for there, missing in (
        (calls.get(f"/referrals/{key}"), calls.get(f"/referrals/{MISSING}")),
        (calls.post(f"/referrals/{key}/revocation", {}), calls.post(f"/referrals/{MISSING}/revocation", {})),
        (
            calls.post(f"/cases/{case.key}/referrals", sent()),
            calls.post(f"/cases/{MISSING}/referrals", sent()),
        ),
        (calls.get("/referrals", case=case.key), calls.get("/referrals", case=MISSING)),
        (calls.get("/referrals"), calls.get("/referrals", direction="incoming", state="accepted")),
    ):
        assert (there.status_code, there.content) == (missing.status_code, missing.content)
    assert calls.get(f"/referrals/{key}").status_code == 404
    assert calls.get("/referrals").json()["referrals"] == []


def test_a_case_that_was_opened_to_read_is_not_referred(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    last = today() + timedelta(days=30)
    grant_access(
        actor,
        case.pk,
        GrantForm(outsider.body_id, ("identity",), Purpose.COOPERATION, "AufenthG § 86", "Prüfung", last),
    )
    calls = calls_of(outsider)
    path = f"/cases/{case.key}/referrals"
    closed = calls.post(path, sent(receiver="abh-nordheim"))
    assert (closed.status_code, closed.json()["type"]) == (403, "urn:augenmass:problem:purpose-needed")
    opening = {"purpose": "cooperation", "reason": "Anfrage vom 3. November"}
    assert calls.post(f"/cases/{case.key}/openings", opening).status_code == 201
    refused = calls.post(path, sent(receiver="abh-nordheim"))
    assert (refused.status_code, refused.json()["type"]) == (403, "urn:augenmass:problem:not-permitted")
    assert not Referral.objects.exists()


SCOPED = (
    ("get", "/referrals", "referrals:read"),
    ("get", "/referrals/{key}", "referrals:read"),
    ("get", "/receivers", "referrals:read"),
    ("post", "/cases/{case}/referrals", "referrals:write"),
    ("post", "/referrals/{key}/revocation", "referrals:write"),
)


@pytest.mark.parametrize(("method", "path", "scope"), SCOPED)
def test_each_operation_asks_its_scope_before_it_looks(
    method: str, path: str, scope: str, actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    from augenmass.access.tokens import offered_scopes

    case = case_with({"family_name": "Haddad"})
    key = opened(calls_of(actor), case)["key"]
    others = [one.value for one in offered_scopes(actor) if one.value != scope]
    content = sent() if path.endswith("referrals") else {}

    def call(calls: "Calls", **names: object) -> Any:
        address = path.format(**{"key": key, "case": case.key} | names)
        return calls.get(address) if method == "get" else calls.post(address, content)

    for named in ({}, {"key": MISSING, "case": MISSING}):
        refused = call(calls_of(actor, *others), **named)
        assert (refused.status_code, refused.json()["scope"]) == (403, scope)
    assert call(calls_of(actor, scope)).status_code in {200, 409}
    assert Referral.objects.exclude(key=key).count() == 0


@pytest.mark.parametrize("role", ["intake", "duty_officer", "data_protection", "body_administrator"])
def test_who_may_not_refer_gets_neither_the_scopes_nor_by_an_older_token_a_referral(
    role: str, actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    from augenmass.access.actor import actor_for
    from augenmass.access.tokens import offered_scopes

    case = case_with({"family_name": "Haddad"})
    calls = calls_of(actor)
    key = opened(calls, case)["key"]
    Membership.objects.filter(account=actor.account).update(role=role)
    now = actor_for(actor.account)
    assert now is not None
    assert not {scope.value for scope in offered_scopes(now)} & {"referrals:read", "referrals:write"}
    for answer in (
        calls.get("/referrals"),
        calls.get("/receivers"),
        calls.get(f"/referrals/{key}"),
        calls.post(f"/referrals/{key}/revocation", {}),
        calls.post(f"/cases/{case.key}/referrals", sent()),
    ):
        assert answer.status_code in {403, 404}
        assert REASON not in answer.content.decode()
    assert Referral.objects.get().state == "in_progress"


def test_every_read_writes_a_line_with_the_token(
    actor: "Actor", outsider: "Actor", calls_of: CallsOf, case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Haddad"})
    calls = calls_of(actor)
    AccessLine.objects.all().delete()
    key = opened(calls, case)["key"]
    assert calls.get("/referrals").status_code == 200
    assert calls.get(f"/referrals/{key}").status_code == 200
    assert calls.post(f"/referrals/{key}/revocation", {}).status_code == 200
    lines = list(AccessLine.objects.order_by("pk"))
    assert [line.what for line in lines] == ["referral", "referrals", "referral", "referral"]
    assert {line.program for line in lines} == {calls.token.split("_")[1]}
    assert [line.case for line in lines] == [case.pk, None, case.pk, case.pk]
