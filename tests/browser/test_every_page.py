"""Every page that somebody signed in can open: accessible, without sideways scrolling, in both languages, in light and dark."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page
from tests.browser.conftest import Enter, Installation
from tests.browser.routes import FILES, PAGES, PARTS
from tests.browser.shown import Shown

from augenmass.doors.desk.tests.chromium import axe

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SHARE = 40
LOOKS = [(1280, False, "de"), (390, True, "en")]


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
    """Opens pages one after another in one window, which is quicker than a window for each, and gathers what is wrong with them."""

    def __init__(self, page: Page, installation: Installation) -> None:
        self.page, self.installation = page, installation
        self.wrong: list[str] = []
        self.said: list[str] = []
        page.on("console", lambda told: self.said.append(told.text) if told.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def at(self, shown: Shown) -> None:
        """Open one page and look at it."""
        page, said = self.page, self.said
        said.clear()
        answer = page.goto(shown.path.format(**self.installation.keys))
        assert answer is not None
        if answer.status != shown.status:
            self.wrong.append(f"{shown.path}: status {answer.status}")
            return
        self.wrong += [f"{shown.path}: {found['rule']} {found['where'][:2]}" for found in axe(page)]
        expected = "Failed to load resource" if shown.status >= 400 else None
        self.wrong += [f"{shown.path}: console: {text}" for text in said if not (expected and expected in text)]
        self._sideways(page, shown)

    def _sideways(self, page: Page, shown: Shown) -> None:
        size = page.viewport_size
        assert size is not None
        widths = [size["width"]] if size["width"] == 390 else [640, 390]
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            if (over := page.evaluate(SIDEWAYS)) > 0:
                self.wrong.append(f"{shown.path}: {over} px too wide at {width}")
        page.set_viewport_size(size)


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


@pytest.mark.parametrize(("width", "dark", "language"), LOOKS)
@pytest.mark.parametrize("pages", _shares())
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    enter: Enter, installation: Installation, pages: list[Shown], width: int, dark: bool, language: str
) -> None:
    look = Look(enter(pages[0].username, width=width, dark=dark, language=language), installation)
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


def test_every_link_leads_somewhere(enter: Enter, installation: Installation) -> None:
    """Follows each link of each page once, as the person who sees it."""
    broken: list[str] = []
    for username in sorted({page.username for page in PAGES if page.username}):
        window = enter(username)
        seen: set[str] = set()
        for shown in PAGES:
            if shown.username != username or shown.status != 200:
                continue
            path = shown.path.format(**installation.keys)
            body = window.request.get(path).text()
            for link in _links(body):
                shape = _shape(link)
                if link.startswith("/") and shape not in seen:
                    seen.add(shape)
                    status = window.request.get(link).status
                    if status >= 400 and not (link.endswith("/pdf/") and status == 409):
                        broken.append(f"{username}: {path} -> {link}: {status}")
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


def _shape(link: str) -> str:
    """A link with its keys taken out: one of each kind is followed."""
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+", "0", link)
