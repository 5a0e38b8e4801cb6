"""What is known of weaknesses, what is not, and what could not be asked are three outcomes, and the bill names everything."""

import json
from pathlib import Path

import pytest
import supply_chain
from vendored import PACKAGES

pytestmark = pytest.mark.whole
CLEAN_PYTHON = {"dependencies": [{"name": "django", "version": "5.2", "vulns": []}], "fixes": []}
CLEAN_NPM = {"auditReportVersion": 2, "vulnerabilities": {}}
KNOWN_PYTHON = {
    "dependencies": [
        {
            "name": "pillow",
            "version": "12.0",
            "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["12.1"], "aliases": []}],
        }
    ]
}
KNOWN_NPM = {
    "vulnerabilities": {"htmx.org": {"range": "<=4.0.1", "via": [{"url": "https://example.org/GHSA-1"}, "another"]}}
}
UNKNOWN = {"dependencies": [{"name": "django", "skip_reason": "Dependency not found on PyPI"}]}


class Tools:
    """Stand-ins for the programs that ask, first on the path: each prints what a service answered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.says("uv", "django==5.2 \\\n    --hash=sha256:00\npillow==12.0 \\\n    --hash=sha256:01\n", 0)
        self.says("pip-audit", json.dumps(CLEAN_PYTHON), 0)
        self.says("npm", json.dumps(CLEAN_NPM), 0)

    def says(self, name: str, text: str, code: int, errors: str = "") -> None:
        (self.folder / f"{name}.out").write_text(text)
        (self.folder / f"{name}.err").write_text(errors)
        tool = self.folder / name
        tool.write_text(
            f'#!/bin/sh\nfor a; do test -f "$a" && cat "$a" >>{tool}.read; done\ncat {tool}.out; cat {tool}.err >&2; exit {code}\n'
        )
        tool.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tools:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(supply_chain, "bill_of_materials", lambda _target: 1)
    monkeypatch.setenv("AUGENMASS_REQUIRE", "postgresql")
    return Tools(tmp_path)


def ended() -> int:
    return supply_chain.main(["bill.json"])


def test_nothing_known_ends_well(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended() == 0
    said = capsys.readouterr()
    assert said.out.count("keine bekannte Schwachstelle") == 2
    assert not said.err


def test_a_known_weakness_of_a_package_is_listed_and_fails(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    tools.says("pip-audit", json.dumps(KNOWN_PYTHON), 1, "Found 1 known vulnerability in 1 package")
    assert ended() == 1
    assert "SCHWACHSTELLE: pillow 12.0, PYSEC-2026-1, behoben in: 12.1" in capsys.readouterr().out


def test_a_known_weakness_of_an_asset_is_listed_and_fails(tools: Tools, capsys: pytest.CaptureFixture[str]) -> None:
    tools.says("npm", json.dumps(KNOWN_NPM), 1)
    assert ended() == 1
    said = capsys.readouterr().out
    assert said.count("SCHWACHSTELLE") == 1
    assert "htmx.org <=4.0.1, https://example.org/GHSA-1" in said


@pytest.mark.parametrize(
    ("tool", "text", "errors", "reason"),
    [
        ("pip-audit", "", "ERROR: Could not connect to PyPI\n", "Could not connect"),
        ("pip-audit", json.dumps(UNKNOWN), "", "der Dienst kennt nicht: django"),
        ("npm", json.dumps({"message": "405 Method Not Allowed", "error": {}}), "", "405"),
        ("npm", "", "", "npm sagt nichts"),
    ],
)
def test_what_could_not_be_asked_is_said_and_fails_only_where_it_is_required(
    tools: Tools,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tool: str,
    text: str,
    errors: str,
    reason: str,
) -> None:
    tools.says(tool, text, 1, errors)
    assert ended() == 0
    said = capsys.readouterr()
    assert "nicht geprüft: " in said.err
    assert reason in said.err
    assert said.out.count("keine bekannte Schwachstelle") == 1
    monkeypatch.setenv("AUGENMASS_REQUIRE", "postgresql,advisories")
    assert ended() == 1


def test_a_service_that_knows_nothing_is_asked_about_one_package_only(tools: Tools) -> None:
    tools.says("pip-audit", json.dumps(UNKNOWN), 0)
    ended()
    asked = (tools.folder / "pip-audit.read").read_text()
    assert "django==5.2" in asked
    assert "pillow" not in asked


def test_a_weakness_is_a_failure_although_another_package_is_not_known(tools: Tools) -> None:
    both = {"dependencies": [*UNKNOWN["dependencies"], *KNOWN_PYTHON["dependencies"]]}
    tools.says("pip-audit", json.dumps(both), 1)
    assert ended() == 1


def test_the_bill_names_locked_packages_with_licences_and_vendored_assets(tmp_path: Path) -> None:
    target = tmp_path / "made" / "bill.json"
    named = supply_chain.bill_of_materials(target)
    bill = json.loads(target.read_text())
    assert bill["bomFormat"] == "CycloneDX"
    assert named == len(bill["components"])
    by_address = {one["purl"]: one for one in bill["components"] if "purl" in one}
    [django] = [one for address, one in by_address.items() if address.startswith("pkg:pypi/django@")]
    assert django["licenses"]
    assert "pkg:npm/%40kern-ux/native@" + PACKAGES["kern"].rsplit("@", 1)[1] in by_address
    assert sum(address.startswith("pkg:npm/") for address in by_address) == len(PACKAGES)
    assert bill["metadata"]["component"]["name"] == "augenmass"
