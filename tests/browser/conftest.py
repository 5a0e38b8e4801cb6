"""An installation with invented people for the tests in the browser: set up once, served on a free port, looked at in Chromium."""

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.serving import COMMAND, compartment_environment_of, environment_of, run, served

from augenmass.demo.land import PASSWORD

CHROMIUM = Path(os.environ.get("AUGENMASS_CHROMIUM") or "/usr/bin/chromium")
HERE = Path(__file__).resolve().parent
MORNING = "2026-08-17T09:30:00+02:00"
"""The clock of the installation stands here, so that pictures and deadlines are the same on every day."""
CASES = 150
COUNSELLING_PASSWORD = "beratung ist freiwillig"
"""Of the compartment's invented people; nothing of the compartment is imported into a process of the main program, not even here."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium; where none is, the tests say so. Marked before tests are sorted by what they need."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM.exists():
                item.add_marker(pytest.mark.skip(reason="needs Chromium"))


@dataclass(frozen=True, slots=True)
class Installation:
    """A running server: its address, its environment, and the keys of what was prepared in it."""

    base: str
    environment: dict[str, str]
    keys: dict[str, Any]
    cookies: dict[str, Any] = field(default_factory=dict)
    """Signed-in state by user name, so that nobody signs in twice."""

    def address(self, path: str) -> str:
        """The address of a path; ``{name}`` stands for a key of what was prepared."""
        return self.base + path.format(**self.keys)


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """A demonstration of its own with worker, its clock standing still."""
    folder = Path(tempfile.mkdtemp(prefix="augenmass-browser-"))
    environment = environment_of(folder, MORNING)
    run([COMMAND, "demo-setup", "--cases", str(CASES)], environment)
    keys = json.loads(run([sys.executable, "-m", "tests.browser.prepare", str(folder)], environment))
    with served(["--workers", "1", "--with-worker"], environment, folder / "server.log") as base:
        yield Installation(base, environment, keys)
    shutil.rmtree(folder)


@dataclass(frozen=True, slots=True)
class Counselling:
    """A running compartment: its address and its environment."""

    base: str
    environment: dict[str, str]


@pytest.fixture(scope="session")
def counselling(installation: Installation) -> Iterator[Counselling]:
    """The counsellors' compartment beside the installation, with the access that its authority made for it."""
    folder = Path(tempfile.mkdtemp(prefix="augenmass-compartment-"))
    environment = compartment_environment_of(folder, MORNING)
    token = Path(installation.environment["AUGENMASS_DATA"]) / "statements.token"
    setting_up = [COMMAND, "compartment", "demo-setup", "--authority", installation.base, "--token-file", str(token)]
    run(setting_up, environment)
    with served(["--compartment"], environment, folder / "server.log") as base:
        yield Counselling(base, environment)
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser of one test module. Not longer: its event loop must not run beside tests with a database."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


Enter = Callable[..., Page]


@pytest.fixture
def enter(chromium: Browser, installation: Installation) -> Iterator[Enter]:
    """Opens a window in which somebody is signed in: ``enter("okonkwo", width=390, dark=True, language="en", scripts=False)``."""
    opened: list[BrowserContext] = []

    def window(
        username: str, width: int = 1280, dark: bool = False, language: str = "de", scripts: bool = True
    ) -> Page:
        context = chromium.new_context(
            base_url=installation.base,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="de-DE",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        opened.append(context)
        context.set_default_timeout(15_000)
        if username:
            _signed_in(context, installation, username)
        if language != "de":
            context.add_cookies([{"name": "augenmass_language", "value": language, "url": installation.base}])
        return context.new_page()

    yield window
    for context in opened:
        context.close()


def _signed_in(context: BrowserContext, installation: Installation, username: str) -> None:
    held = installation.cookies.get(username)
    if held is None:
        page = context.new_page()
        sign_in(page, username)
        held = installation.cookies[username] = context.cookies()
        page.close()
    context.add_cookies(held)


@pytest.fixture
def counsel(chromium: Browser, counselling: Counselling) -> Iterator[Enter]:
    """Opens a window in which a counsellor is signed in to the compartment: ``counsel("arslan", width=390, dark=True)``."""
    opened: list[BrowserContext] = []

    def window(username: str, width: int = 1280, dark: bool = False, language: str = "de") -> Page:
        context = chromium.new_context(
            base_url=counselling.base,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            locale="de-DE",
            reduced_motion="reduce",
        )
        opened.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        sign_in(page, username, password=COUNSELLING_PASSWORD)
        if language != "de":
            context.add_cookies([{"name": "augenmass_language", "value": language, "url": counselling.base}])
        return page

    yield window
    for context in opened:
        context.close()


HOME = re.compile(r"^https?://[^/]+/$")


def sign_in(page: Page, username: str, to: "str | re.Pattern[str]" = HOME, password: str = PASSWORD) -> None:
    """Sign in by the page for it; ``to`` is where that leads."""
    page.goto("/anmelden/")
    page.get_by_label("Benutzername").fill(username)
    page.get_by_label("Passwort").fill(password)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.wait_for_url(to)
