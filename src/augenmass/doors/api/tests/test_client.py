"""The client and the example of the documentation against a running server."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from augenmass import client as clients
from augenmass.client import Client, Problem
from augenmass.competence.models import Referral
from augenmass.competence.rules import Matter
from augenmass.doors.api import limits
from augenmass.law.time import today
from augenmass.record.models import Case, Fact
from augenmass.referral.actions.answering import return_referral
from augenmass.referral.actions.opening import ReferralForm, refer_case
from augenmass.steps.models import StepTaking

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase

DOCUMENTED = Path(__file__).resolve().parents[5] / "docs" / "api"
pytestmark = [pytest.mark.db, pytest.mark.django_db(transaction=True)]


def test_the_client_reads_writes_and_says_what_was_refused(
    live_server: Any, actor: "Actor", token_of: Callable[..., str], case_with: "MakeCase"
) -> None:
    for name in ("Amani", "Bakos"):
        case_with({"family_name": name})
    client = Client(live_server.url, token_of(actor))
    first, _second = client.cases(order="name")
    assert (first.name, first.lane and first.lane.id) == ("Amani", "clarify")
    made = client.establish(first.key, "language", "de", seen=None, source="Gespräch")
    assert [fact.value for fact in client.history(first.key, "language")] == ["de"]
    with pytest.raises(Problem) as caught:
        client.establish(first.key, "language", "en", seen=None)
    assert (caught.value.kind, caught.value.members["held"]["id"]) == ("overtaken", made.id)
    client.dispute(first.key, made, "Die Person spricht es nicht.")
    assert client.history(first.key, "language")[0].disputed
    steps = client.steps(first.key)
    assert steps.version is not None
    assert steps.blocked[0].blockers
    submission = uuid4()
    drafts = [
        client.begin(
            first.key, "check_prospects", inputs={"residence_prospect": "no"}, reasons="Geprüft",
            version=steps.version, submission=submission,
        )
        for _twice in range(2)
    ]  # fmt: skip
    assert drafts[0] == drafts[1]
    assert StepTaking.objects.get().state == "draft"
    assert client.steps(first.key).under_way == (drafts[0],)
    with pytest.raises(Problem, match="Das gibt es nicht"):
        client.facts(UUID(int=7))


def test_the_client_waits_when_it_is_told_to(
    live_server: Any, actor: "Actor", token_of: Callable[..., str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.API_CALLS_PER_MINUTE = 1
    # The server's minute stands still: between two calls a new one could begin, and nobody would wait.
    monkeypatch.setattr(limits, "time", SimpleNamespace(monotonic=lambda: 90.0))
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        settings.API_CALLS_PER_MINUTE = 600

    monkeypatch.setattr(clients.time, "sleep", wait)
    client = Client(live_server.url, token_of(actor))
    assert list(client.cases()) == list(client.cases()) == []
    assert len(waited) == 1
    assert waited[0] == 30


def test_a_client_takes_no_other_scheme() -> None:
    with pytest.raises(ValueError, match="https"):
        Client("file:///etc/passwd", "x")


def test_the_example_of_the_documentation_runs(
    live_server: Any, actor: "Actor", token_of: Callable[..., str], case_with: "MakeCase", tmp_path: Path
) -> None:
    case_with({"family_name": "Amani"}, number="A-1")
    case_with({"family_name": "Bakos", "passport_kind": "none"}, number="A-2")
    listed = tmp_path / "passports.csv"
    listed.write_text("A-1;passport\nA-2;passport\nA-3;passport\n", encoding="utf-8")
    environment = os.environ | {"AUGENMASS_URL": live_server.url, "AUGENMASS_TOKEN": token_of(actor)}
    done = subprocess.run(
        [sys.executable, str(DOCUMENTED / "example.py"), str(listed)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    assert "A-1: recorded as fact" in done.stdout
    assert "A-2: differs from fact" in done.stdout
    assert "A-3: not there" in done.stdout
    assert "  possible: " in done.stdout
    assert Fact.objects.get(case__number="A-1", name="passport_kind").source.label == "Passregister"


def test_the_client_refers_a_case_and_takes_it_back(
    live_server: Any, actor: "Actor", outsider: "Actor", token_of: Callable[..., str], case_with: "MakeCase"
) -> None:
    case = case_with({"family_name": "Amani"})
    client, theirs = Client(live_server.url, token_of(actor)), Client(live_server.url, token_of(outsider))
    assert client.receivers() == {outsider.body.key: outsider.body.name}
    asked: dict[str, Any] = {
        "matter": "residence",
        "provision": "AufenthG § 71",
        "reason": "Umzug",
        "deadline": today() + timedelta(days=7),
        "submission": uuid4(),
    }
    made, again = (client.refer(case.key, outsider.body.key, **asked) for _twice in range(2))
    assert made == again == client.referral(asked["submission"])
    [incoming] = theirs.referrals(direction="incoming", state="in_progress")
    assert (incoming.case, incoming.sender, incoming.answer_by) == (case.key, actor.body.name, asked["deadline"])
    with pytest.raises(Problem) as caught:
        theirs.revoke(made.key)
    assert caught.value.kind == "not-permitted"
    assert client.revoke(made.key, "Irrtum").answer_reason == "Irrtum"
    assert [one.state for one in client.referrals(case=str(case.key))] == ["revoked"]
    other = client.refer(case.key, outsider.body.key, **asked | {"submission": uuid4()})
    return_referral(outsider, other.key, "Reisepass")
    assert client.referral(other.key).missing == ("Reisepass",)
    with pytest.raises(Problem) as caught:
        client.revoke(other.key)
    assert (caught.value.kind, caught.value.members["state"]) == ("overtaken", "returned")


def test_the_example_about_referrals_runs_and_can_be_repeated(
    live_server: Any,
    actor: "Actor",
    outsider: "Actor",
    token_of: Callable[..., str],
    case_with: "MakeCase",
    tmp_path: Path,
) -> None:
    for number in ("A-1", "A-2", "A-3", "A-4"):
        case_with({"family_name": "Amani"}, number=number)
    late = refer_case(
        actor,
        Case.objects.get(number="A-4").pk,
        ReferralForm(uuid4(), outsider.body_id, Matter.RESIDENCE, "AufenthG § 71", "Umzug", today()),
    )
    Referral.objects.filter(pk=late.pk).update(deadline=today() - timedelta(days=2))
    listed = tmp_path / "moved.csv"
    listed.write_text("A-1;abh-suedheim\nA-2;abh-suedheim\nA-3;nirgends\nA-9;abh-suedheim\n", encoding="utf-8")
    scopes = ("cases:read", "referrals:read", "referrals:write")
    environment = os.environ | {"AUGENMASS_URL": live_server.url, "AUGENMASS_TOKEN": token_of(actor, *scopes)}

    def run() -> list[str]:
        done = subprocess.run(
            [sys.executable, str(DOCUMENTED / "example_referrals.py"), str(listed)],
            env=environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        return done.stdout.splitlines()

    first = run()
    assert first[:2] == [f"{number}: referred to {outsider.body.name}" for number in ("A-1", "A-2")]
    assert first[2].startswith("A-3: not referred: /receiver: ")
    assert first[3:] == [
        "A-9: not there, or not visible",
        f"A-4: {outsider.body.name} has not answered by {today() - timedelta(days=2)}",
    ]
    return_referral(outsider, Referral.objects.get(number="A-2").key, "Reisepass")
    second = run()
    assert second[0] == f"A-1: waits for {outsider.body.name} until {today() + timedelta(days=14)}"
    assert second[1] == f"A-2: returned by {outsider.body.name}: Reisepass"
    assert Referral.objects.count() == 3
    assert {one.sender for one in Referral.objects.all()} == {actor.body}
