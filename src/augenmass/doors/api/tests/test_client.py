"""The client and the example of the documentation against a running server."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from augenmass import client as clients
from augenmass.client import Client, Problem
from augenmass.record.models import Fact
from augenmass.steps.models import StepTaking

if TYPE_CHECKING:
    from augenmass.access.actor import Actor
    from augenmass.conftest import MakeCase

EXAMPLE = Path(__file__).resolve().parents[5] / "docs" / "api" / "example.py"
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
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        settings.API_CALLS_PER_MINUTE = 600

    monkeypatch.setattr(clients.time, "sleep", wait)
    client = Client(live_server.url, token_of(actor))
    assert list(client.cases()) == list(client.cases()) == []
    assert len(waited) == 1
    assert 1 <= waited[0] <= 60


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
        [sys.executable, str(EXAMPLE), str(listed)], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1, done.stderr
    assert "A-1: recorded as fact" in done.stdout
    assert "A-2: differs from fact" in done.stdout
    assert "A-3: not there" in done.stdout
    assert "  possible: " in done.stdout
    assert Fact.objects.get(case__number="A-1", name="passport_kind").source.label == "Passregister"
