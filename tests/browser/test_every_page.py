"""Every page that somebody signed in can open: accessible, without sideways scrolling, in light and dark, in German (with ``--full`` in English too)."""

import os
from collections import Counter
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import RequestFactory
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Page
from tests.axe import axe
from tests.browser.conftest import Enter, Installation
from tests.browser.routes import FILES, PAGES, PARTS
from tests.browser.shown import Shown

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHARE = 40
FULL = bool(os.environ.get("AUGENMASS_TEST_FULL"))
LANGUAGES = ["de", "en"] if FULL else ["de"]
"""German words are the longer ones; in English the pages are looked at by ``script/test --full``."""
OF_EACH_KIND = 300 if FULL else 3
"""Links of one page to another that differ in keys and values alone: so many are followed for each person."""


def _patterns(found: list[Any]) -> list[URLPattern]:
    flat: list[URLPattern] = []
    for item in found:
        if str(item.pattern) in {"api/", "portal/"}:
            continue  # for programs there are no pages; those for persons are looked at in test_portal
        flat.extend(_patterns(item.url_patterns) if isinstance(item, URLResolver) else [item])
    return flat


def _takes_only_forms(pattern: URLPattern) -> bool:
    """Whether the view answers a plain request with "not allowed", as ``require_POST`` does."""
    request = RequestFactory().get("/")
    names = dict.fromkeys(pattern.pattern.converters, "")
    try:
        return pattern.callback(request, **names).status_code == 405
    except AttributeError:  # the view looked for the actor: it does answer GET
        return False


def test_no_page_is_left_out() -> None:
    shown = {page.route for page in PAGES} | FILES.keys() | PARTS.keys()
    left_out = [
        pattern.name
        for pattern in _patterns(get_resolver().url_patterns)
        if pattern.name not in shown and not _takes_only_forms(pattern)
    ]
    assert left_out == []


class Look:
    """Opens pages one after another in one window, which is quicker than a window for each, and gathers what is wrong with them.

    Each is looked at twice: wide and light, narrow and dark.
    """

    def __init__(self, page: Page, installation: Installation) -> None:
        self.page, self.installation = page, installation
        self.wrong: list[str] = []
        self.said: list[str] = []
        page.on("console", lambda told: self.said.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def at(self, shown: Shown) -> None:
        """Open one page and look at it."""
        self.said.clear()
        answer = self.page.goto(shown.path.format(**self.installation.keys))
        assert answer is not None
        if answer.status != shown.status:
            self.wrong.append(f"{shown.path}: status {answer.status}")
            return
        self._accessible(shown, "wide and light")
        self._not_too_wide(shown, 640)
        self.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self._not_too_wide(shown, 390)
        self._accessible(shown, "narrow and dark")
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        self.page.set_viewport_size({"width": 1280, "height": 900})
        expected = "Failed to load resource" if shown.status >= 400 else None
        self.wrong += [f"{shown.path}: console: {text}" for text in self.said if not (expected and expected in text)]

    def _accessible(self, shown: Shown, look: str) -> None:
        self.wrong += [f"{shown.path}, {look}: {found['rule']} {found['where'][:2]}" for found in axe(self.page)]

    def _not_too_wide(self, shown: Shown, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})
        if (over := self.page.evaluate(SIDEWAYS)) > 0:
            self.wrong.append(f"{shown.path}: {over} px too wide at {width}")


def _shares() -> list[Any]:
    """The pages of each person, some at a time: whoever sees most of them would keep one process long after the others are done."""
    found = []
    for username in sorted({page.username for page in PAGES}):
        own = [page for page in PAGES if page.username == username]
        found += [
            pytest.param(own[start : start + SHARE], id=f"{username}-{start // SHARE + 1}")
            for start in range(0, len(own), SHARE)
        ]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("pages", _shares())
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    enter: Enter, installation: Installation, pages: list[Shown], language: str
) -> None:
    look = Look(enter(pages[0].username, language=language), installation)
    for shown in pages:
        look.at(shown)
    assert look.wrong == []


@pytest.mark.parametrize("route", sorted(FILES))
def test_every_file_comes(enter: Enter, installation: Installation, route: str) -> None:
    path, username = FILES[route]
    answer = enter(username).request.get(path.format(**installation.keys))
    assert answer.status == 200
    assert len(answer.body()) > 50
    assert not answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("username", sorted({page.username for page in PAGES if page.username}))
def test_every_kind_of_link_leads_somewhere(enter: Enter, installation: Installation, username: str) -> None:
    """Follows links of the pages of somebody, some of each kind, as that person."""
    window = enter(username).request
    paths = [page.path.format(**installation.keys) for page in PAGES if (page.username, page.status) == (username, 200)]
    followed = Counter(_kind(path) for path in paths)
    seen = set(paths)
    broken: list[str] = []
    for path in paths:
        for link in _links(window.get(path).text()):
            kind = _kind(link)
            if not link.startswith("/") or link in seen or followed[kind] >= OF_EACH_KIND:
                continue
            seen.add(link)
            followed[kind] += 1
            status = window.get(link).status
            if status >= 400 and not (link.endswith("/pdf/") and status == 409):
                broken.append(f"{path} -> {link}: {status}")
    assert broken == []


def _links(body: str) -> list[str]:
    class Links(HTMLParser):
        found: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "a":
                self.found.append((dict(attrs).get("href") or "").split("#")[0])

    reader = Links()
    reader.found = []
    reader.feed(body)
    return reader.found


def _kind(link: str) -> tuple[str, ...]:
    """The page that a link leads to, and what it is asked: without keys and values."""
    asked = urlsplit(link)
    try:
        route = resolve(asked.path).route
    except Resolver404:
        route = asked.path
    return (route, *sorted(name for name, _value in parse_qsl(asked.query, keep_blank_values=True)))
