"""The list of identity providers: what is taken, and the sentence for what is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from augenmass.site.configuration import Configuration, Mode
from augenmass.site.identity_providers import FILE, read_identity_providers

ENTRY = """
[[provider]]
key = "musterstadt"
body = "abh-musterstadt"
name = "Verzeichnis Musterstadt"
issuer = "https://login.musterstadt.example/realms/stadt/"
client_id = "augenmass"
secret_env = "OIDC_MUSTERSTADT"
"""


@pytest.fixture(autouse=True)
def _secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OIDC_MUSTERSTADT", "s3cret")


def read(folder: Path, text: str, https_only: bool = True):
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_identity_providers(folder, https_only)


def test_without_a_file_there_is_none(tmp_path: Path) -> None:
    assert read_identity_providers(tmp_path, https_only=True) == ([], [])


def test_a_provider_is_taken_with_its_secret_from_the_environment(tmp_path: Path) -> None:
    [found], problems = read(tmp_path, ENTRY + 'factor_acr = ["urn:mfa"]\nform_origins = ["https://sso.example"]\n')

    assert problems == []
    assert found.origins == ["https://login.musterstadt.example", "https://sso.example"]
    assert found.as_app()["secret"] == "s3cret"
    assert found.as_app()["settings"] == {
        "server_url": "https://login.musterstadt.example/realms/stadt",
        "auth_params": {"acr_values": "urn:mfa"},
    }
    assert "s3cret" not in repr(found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("https://login", "http://login"), "keine Adresse mit https"),
        (("OIDC_MUSTERSTADT", "OIDC_FEHLT"), "OIDC_FEHLT mit dem Geheimnis ist leer"),
        (('body = "abh-musterstadt"', ""), "body"),
        (('key = "musterstadt"', 'key = "Muster Stadt"'), "key"),
        (("secret_env", "secret"), "secret"),
        (("[[provider]]", "[[provider"), "nicht lesbar"),
        (("client_id", ENTRY + "client_id"), "Den Schlüssel gibt es schon"),
    ],
)
def test_what_is_wrong_is_said_and_not_offered(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    text = ENTRY.replace(*change)
    if "Schlüssel gibt es schon" in says:
        text = ENTRY + ENTRY
    found, problems = read(tmp_path, text)

    assert len(found) == (1 if "gibt es schon" in says else 0)
    assert len(problems) == 1
    assert says in problems[0]
    assert "s3cret" not in problems[0]


def test_a_demonstration_takes_http_too(tmp_path: Path) -> None:
    found, problems = read(tmp_path, ENTRY.replace("https:", "http:"), https_only=False)
    assert (len(found), problems) == (1, [])


@pytest.mark.whole
def test_forms_may_lead_to_the_provider_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(ENTRY, encoding="utf-8")
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "from augenmass.site import settings as s; print(s.CONTENT_SECURITY_POLICY['DIRECTIVES']['form-action'])",
        ],
        env={**os.environ, "AUGENMASS_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "[\"'self'\", 'https://login.musterstadt.example']"


@pytest.mark.parametrize(
    ("mode", "set_to", "asks"),
    [
        (Mode.PRODUCTION, None, True),
        (Mode.PRODUCTION, False, False),
        (Mode.DEMO, None, False),
        (Mode.DEMO, True, True),
        (Mode.TEST, None, False),
    ],
)
def test_a_second_factor_is_asked_in_production_unless_it_is_switched_off(mode: Mode, set_to, asks: bool) -> None:
    told = {} if set_to is None else {"second_factor": set_to}
    configuration = Configuration(mode=mode, secret_key="x" * 40, **told)

    assert configuration.asks_second_factor is asks
    assert any("SECOND_FACTOR" in reason for reason in configuration.refusals) is (mode is Mode.PRODUCTION and not asks)
