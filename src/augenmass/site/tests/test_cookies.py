"""Cookies: over HTTPS each carries the prefix by which a browser takes it from this host alone, and none holds what pages say."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import override_settings

from augenmass.doors.desk.tests.signing_in import forget_counts, sign_in

SCRIPT = """
import json, django
from django.conf import settings
django.setup()
from augenmass.doors.desk.sign_in.known_browser import COOKIE
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "LANGUAGE_COOKIE_NAME", "THEME_COOKIE_NAME")
print(json.dumps({**{name: getattr(settings, name) for name in names}, "COOKIE": COOKIE,
    "secure": settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE,
    "paths": [settings.SESSION_COOKIE_PATH, settings.CSRF_COOKIE_PATH],
    "domains": [settings.SESSION_COOKIE_DOMAIN, settings.CSRF_COOKIE_DOMAIN]}))
"""


def told(folder: Path, **environment: str) -> dict[str, Any]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("AUGENMASS_")}
    given = {"DJANGO_SETTINGS_MODULE": "augenmass.site.settings", "AUGENMASS_DATA": str(folder), **environment}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=own | given, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.whole
def test_over_https_a_neighbour_under_the_same_domain_can_plant_no_cookie(tmp_path: Path) -> None:
    found = told(tmp_path, AUGENMASS_MODE="production", AUGENMASS_SECRET_KEY="x" * 40)
    assert all(value.startswith("__Host-") for name, value in found.items() if "COOKIE" in name), found
    assert found["secure"] is True
    assert (found["paths"], found["domains"]) == (
        ["/", "/"],
        [None, None],
    )  # without these a browser refuses the prefix

    plain = told(tmp_path, AUGENMASS_MODE="demo")
    assert not any("__Host-" in str(value) for value in plain.values())
    assert plain["secure"] is False


def test_the_script_finds_the_token_under_both_names() -> None:
    script = (Path(__file__).parents[2] / "doors/desk/static/desk/desk.js").read_text(encoding="utf-8")
    [written] = re.findall(r"document\.cookie\.match\(/(.+?)/\)", script)
    for name in ("csrftoken", "__Host-csrftoken"):
        found = re.search(written, f"a=b; {name}=t0ken; c=d")
        assert found is not None
        assert found[1] == "t0ken"
    assert re.search(written, "xcsrftoken=t0ken") is None


@pytest.mark.db
@override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True)
def test_every_cookie_is_secure_and_only_the_token_is_open_to_scripts(client, actor) -> None:
    forget_counts()
    client.get("/anmelden/")
    answer = sign_in(client, "berger")
    client.post("/sprache/", {"language": "en"})
    assert answer.status_code == 302
    held = dict(client.cookies.items())
    assert {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME} < set(held)
    for name, cookie in held.items():
        assert cookie["secure"], name
        assert cookie["samesite"] == "Lax", name
        assert bool(cookie["httponly"]) is (name != settings.CSRF_COOKIE_NAME), name
    assert "messages" not in held
