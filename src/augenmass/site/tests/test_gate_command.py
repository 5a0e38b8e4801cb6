"""``augenmass gate``: the list of the page, and an exit code for whoever watches over an installation."""

import json
from pathlib import Path

import pytest

from augenmass.access.actor import Actor
from augenmass.gate.actions.items import record_adoption
from augenmass.gate.models import Performed
from augenmass.gate.privacy_page import BLOCKS
from augenmass.gate.rules import ITEMS
from augenmass.gate.tests.settled import let_the_machine_be_well, released, settled, told
from augenmass.record.verify import head as chain_head
from augenmass.site.command import main

pytestmark = pytest.mark.db
DRAFTS = Path(__file__).parents[4] / "docs" / "privacy"


@pytest.fixture
def officer(make_actor: object, body: object) -> Actor:
    return make_actor("reimann", body, "data_protection")  # type: ignore[operator, no-any-return]


def test_it_says_what_is_missing_and_who_clears_it(
    officer: Actor, approver: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    settled(officer, approver, "processing")
    assert main(["gate"]) == 1
    said = capsys.readouterr()
    assert "Ausländerbehörde Nordheim (abh-nordheim): nicht freigegeben" in said.out
    assert "ok     Vertrag über die Auftragsverarbeitung" in said.out
    assert "fehlt  Datenschutz-Folgenabschätzung" in said.out
    assert "Klärt: Leitung und Datenschutz. Entwurf: docs/privacy/impact-assessment.md" in said.out
    assert "1 von 1 Stellen" in said.err
    assert "kein Echtbetrieb" in said.err


def test_zero_only_where_every_body_is_released_and_nothing_is_missing(
    officer: Actor,
    approver: Actor,
    outsider: Actor,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_the_machine_be_well(monkeypatch)
    released(officer, approver)
    assert main(["gate"]) == 1
    assert main(["gate", "--body", officer.body.key]) == 0
    assert main(["gate", "--body", outsider.body.key]) == 1
    assert main(["gate", "--body", "gibt-es-nicht"]) == 3
    capsys.readouterr()
    assert main(["gate", "--body", officer.body.key, "--format", "json"]) == 0
    [said] = json.loads(capsys.readouterr().out)
    assert said["released"]
    assert {item["key"] for item in said["items"]} >= {item.key for item in ITEMS}
    assert all(item["clear"] for item in said["items"])


def test_with_nobody_at_work_there_is_nothing_to_release(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gate"]) == 1
    assert "nichts freizugeben" in capsys.readouterr().err


def test_comparing_with_a_lodged_head_is_noted_and_comparing_with_nothing_is_not(
    officer: Actor, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", "--expect", chain_head()]) == 0, "the beginning of a chain proves nothing"
    record_adoption(officer, "information", told())
    assert main(["verify"]) == 0
    assert not Performed.objects.exists()
    assert main(["verify", "--expect", f"7:{'ab' * 32}"]) == 1
    assert not Performed.objects.exists()
    assert main(["verify", "--expect", chain_head()]) == 0
    assert Performed.objects.get().name == "lodged_head"


def test_the_tables_of_the_drafts_are_written_between_their_marks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["privacy-tables", str(tmp_path)]) == 3
    for name in BLOCKS:
        text = (DRAFTS / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace("Personalien und Identität", "Überholt"), encoding="utf-8")
    assert main(["privacy-tables", str(tmp_path)]) == 0
    assert "record-of-processing.md" in capsys.readouterr().err
    for name in BLOCKS:
        assert (tmp_path / name).read_text(encoding="utf-8") == (DRAFTS / name).read_text(encoding="utf-8")
    (tmp_path / "joint-controllers.md").write_text("leer", encoding="utf-8")
    assert main(["privacy-tables", str(tmp_path)]) == 3
    assert "Marken" in capsys.readouterr().err
