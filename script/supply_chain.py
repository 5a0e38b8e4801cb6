"""The bill of materials of the locked environment and of the vendored assets, and what is known about weaknesses of both.

Three outcomes are kept apart: nothing known, something known, and could not be asked; the last never reads like the first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from vendored import PACKAGES

ROOT = Path(__file__).resolve().parent.parent
PROBE = "django"
"""Asked about first: a service that does not know it is not asked about a hundred others."""
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Weakness:
    """One published weakness of something that we use."""

    package: str
    advisory: str
    remedy: str


class NotAsked(Exception):
    """Why the advisories could not be asked; a short reason."""


def bill_of_materials(target: Path) -> int:
    """Write the bill of materials as CycloneDX 1.6 (JSON); returns how many components it names."""
    target.parent.mkdir(parents=True, exist_ok=True)
    command = ["cyclonedx-py", "environment", sys.executable, "--pyproject", str(ROOT / "pyproject.toml")]
    subprocess.run([*command, "--output-reproducible", "--of", "JSON", "-o", str(target)], check=True)
    bill = json.loads(target.read_text(encoding="utf-8"))
    bill["components"] += [_component(spec) for spec in sorted(PACKAGES.values())]
    target.write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return len(bill["components"])


def _component(spec: str) -> dict[str, str]:
    name, version = spec.rsplit("@", 1)
    address = f"pkg:npm/{quote(name, safe='/')}@{version}"
    return {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}


def weaknesses_of_locked() -> list[Weakness]:
    """What is known about the locked packages. Raises ``NotAsked`` also where a single one is not known to the service."""
    export = [
        "uv",
        "export",
        "--frozen",
        "--all-groups",
        "--no-emit-project",
        "--no-header",
        "--no-annotate",
        "--quiet",
    ]
    locked = subprocess.run(export, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    _ask_pip_audit("".join(_blocks(locked, PROBE)))
    return _ask_pip_audit(locked)


def _blocks(locked: str, name: str) -> Iterator[str]:
    """The lines of one package in an export: its name, then its hashes, indented."""
    inside = False
    for line in locked.splitlines(keepends=True):
        inside = line.startswith(f"{name}==") or (inside and line.startswith(" "))
        if inside:
            yield line


def _ask_pip_audit(requirements: str) -> list[Weakness]:
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch) / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        command = ["pip-audit", "--progress-spinner", "off", "--format", "json", "--disable-pip", "--require-hashes"]
        said = _json_of([*command, "--requirement", str(listed)])
    dependencies = said.get("dependencies")
    if dependencies is None:
        raise NotAsked("unbekannte Antwort von pip-audit")
    found = [
        Weakness(f"{one['name']} {one['version']}", known["id"], ", ".join(known["fix_versions"]))
        for one in dependencies
        for known in one.get("vulns", [])
    ]
    skipped = [one["name"] for one in dependencies if "skip_reason" in one]
    if skipped and not found:
        raise NotAsked(f"der Dienst kennt nicht: {', '.join(skipped)}")
    return found


def weaknesses_of_vendored() -> list[Weakness]:
    """What is known about the vendored assets. Raises ``NotAsked``."""
    with tempfile.TemporaryDirectory() as scratch:
        named = dict(spec.rsplit("@", 1) for spec in PACKAGES.values())
        held = {"name": "vendored", "version": "0.0.0", "private": True, "dependencies": named}
        (Path(scratch) / "package.json").write_text(json.dumps(held), encoding="utf-8")
        lock = ["npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--json"]
        _json_of(lock, scratch)
        said = _json_of(["npm", "audit", "--json"], scratch)
    if "vulnerabilities" not in said:
        raise NotAsked(str(said.get("message") or said.get("error") or "unbekannte Antwort von npm"))
    return [
        Weakness(f"{name} {one['range']}", advisory["url"], "")
        for name, one in said["vulnerabilities"].items()
        for advisory in one["via"]
        if isinstance(advisory, dict)
    ]


def _json_of(command: list[str], folder: str | None = None) -> dict[str, Any]:
    """What a program prints as JSON, whatever it ends with: both programs end with 1 also where they found something."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=SECONDS)
        said = json.loads(done.stdout)
    except FileNotFoundError as error:
        raise NotAsked(f"{command[0]} ist nicht installiert") from error
    except subprocess.TimeoutExpired as error:
        raise NotAsked(f"keine Antwort in {SECONDS} Sekunden") from error
    except ValueError as error:
        lines = done.stderr.strip().splitlines()
        raise NotAsked(lines[-1] if lines else f"{command[0]} sagt nichts") from error
    if not isinstance(said, dict):
        raise NotAsked(f"unbekannte Antwort von {command[0]}")
    return said


def main(arguments: list[str]) -> int:
    """Write the bill, ask about everything on it, say what came back; returns the exit code."""
    target = Path(arguments[0])
    print(f"Stückliste: {bill_of_materials(target)} Bestandteile in {target}")
    required = "advisories" in os.environ.get("AUGENMASS_REQUIRE", "").split(",")
    code = 0
    for what, ask in (("Python-Pakete", weaknesses_of_locked), ("Mitgelieferte Oberfläche", weaknesses_of_vendored)):
        try:
            found = ask()
        except NotAsked as why:
            print(f"nicht geprüft: {what} ({why})", file=sys.stderr)
            code = 1 if required else code
            continue
        for one in found:
            print(f"SCHWACHSTELLE: {one.package}, {one.advisory}, behoben in: {one.remedy or 'unbekannt'}")
        if found:
            code = 1
        else:
            print(f"{what}: keine bekannte Schwachstelle")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
