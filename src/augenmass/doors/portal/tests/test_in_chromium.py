"""The pages of the door as a phone shows them: nothing that axe finds, nothing wider than 390 px, every control by keyboard, both directions.

Pages are rendered first and opened afterwards without a server, under the policy of production.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route, sync_playwright
from tests.axe import axe

from augenmass.access.actor import Actor
from augenmass.law.time import today
from augenmass.letters.actions.contacts import name_counselling
from augenmass.letters.actions.dispatch import SentLetter, record_dispatch
from augenmass.letters.actions.informing import sign_information
from augenmass.letters.models import Dispatch, Letter
from augenmass.offers.tests.conftest import keeper, put, town
from augenmass.person_access.actions.counselling import name_box
from augenmass.person_access.actions.days import NewDay, release_day
from augenmass.person_access.models import Access, ReleasedDay
from augenmass.record.ledger import entry

if TYPE_CHECKING:
    from augenmass.doors.portal.tests.conftest import Enter
    from augenmass.offers.models import Offer
    from augenmass.offers.tests.conftest import Put

__all__ = ["keeper", "put", "town"]
CHROMIUM = Path(os.environ.get("AUGENMASS_CHROMIUM") or "/usr/bin/chromium")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
]
HOST = "http://portal.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
LONG_NAME = "Maximiliane-Alexandrowna Wolkenstein-Trostburg-Hohenzollern"
"""Of about sixty letters, a word of thirty-six among them."""
Rendered = Callable[[str], dict[str, str]]
PAGES = {
    "sign-in": "/portal/",
    "home": "/portal/",
    "days": "/portal/termine/",
    "letters": "/portal/schreiben/",
    "letter": "",
    "held": "/portal/daten/",
    "rights": "/portal/rechte/",
    "counselling": "/portal/beratung/",
    "authority": "/portal/behoerde/",
    "address": "/portal/behoerde/anschrift/",
    "document": "/portal/behoerde/dokument/",
    "receipt": "",
    "offers": "/portal/angebote/?wo=15002000&umkreis=25",
    "offer": "",
    "security": "/portal/zugang/",
    "passkey": "/portal/zugang/passkey/",
    "accessibility": "/portal/barrierefreiheit/",
    "feedback": "/portal/rueckmeldung/",
}


@pytest.fixture
def rendered(access: Access, actor: Actor, make_actor: Any, body: Any, enter: "Enter", put: "Put") -> Rendered:
    """Gives the pages in a language by their names, with something in each; and a form with mistakes in it."""
    clerk = make_actor("sommer", body, "body_administrator")
    name_counselling(clerk, ("Beratung Nordheim, Am Markt 3, Telefon 0340 55 501, dienstags 9 bis 12 Uhr",), ())
    name_box(clerk, "Beratungsstelle Nordheim", "09" + 31 * "00")
    day = today() + timedelta(days=9)
    release_day(
        actor,
        access.case_id,
        NewDay(uuid4(), ReleasedDay.Kind.PICK_UP, day, time(14, 30), "Marktplatz 1, Zimmer 12", "Passfoto"),
    )
    with entry(actor, "prospects.informed", access.case_id) as e:
        sign_information(e, actor.account, "Sachbearbeitung", ())
    letter = Letter.objects.get()
    record_dispatch(actor, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, today()))
    client = enter(access)
    Access.objects.filter(pk=access.pk).update(name=LONG_NAME)
    typed = {"key": str(uuid4()), "street": "Rosenweg 12", "postcode": "06998", "town": "Südheim"}
    receipt = client.post("/portal/behoerde/anschrift/", typed)["Location"]
    offer = _some_offers(put)
    paths = PAGES | {
        "letter": f"/portal/schreiben/{letter.key}/",
        "receipt": receipt,
        "offer": f"/portal/angebote/{offer.key}/",
    }
    return lambda code: dict(_pages(client, paths, code))


def _some_offers(put: "Put") -> "Offer":
    """Enough for two pages of a list, with a map, near the address that was told."""
    there = {"ags": "15002000", "municipality": "Südheim", "town": "Südheim", "postcode": "06998"}
    for number in range(22):
        put(
            name=f"Sprachkurs Nummer {number}",
            kind="Sprachkurs",
            street=f"Rosenweg {number}",
            latitude=f"51,{600 + 7 * number}",
            longitude=f"12,{200 + number * number}",
            languages="de, ar, fa, uk",
            day_3="9-12, 14-18",
            **there,
        )
    return put(
        name="Unabhängige Migrationsberatung am alten Hafen",
        kind="Migrationsberatung",
        carrier="Wohlfahrtsverband Südheim",
        latitude="51,61",
        longitude="12,21",
        languages="de, ar, ti",
        phone="0340 1234-0",
        email="beratung@suedheim.example",
        web="https://www.suedheim.example",
        day_0="9-12",
        step_free="ja",
        lift="nein",
        free_places="3",
        free_places_on="01.01.2026",
        costs="kostenlos",
        confirmed_on="01.11.2026",
        **there,
    )


def _pages(client: Client, paths: dict[str, str], code: str) -> Iterator[tuple[str, str]]:
    from django.conf import settings

    client.post("/portal/sprache/", {"language": code})
    stranger = Client()
    stranger.cookies[settings.PORTAL_LANGUAGE_COOKIE_NAME] = code
    for name, path in paths.items():
        yield name, (stranger if name == "sign-in" else client).get(path).content.decode()
    yield (
        "mistakes",
        client.post("/portal/behoerde/anschrift/", {"key": str(uuid4()), "postcode": "1"}).content.decode(),
    )


@contextmanager
def phone() -> Iterator[Page]:
    """A window of 390 px."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce").new_page()
        browser.close()


def opened(page: Page, html: str) -> list[str]:
    """Show a page; returns what the console complained about."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.unroute_all()

    def answer(route: Route) -> None:
        path = re.sub(r"[?#].*", "", route.request.url.removeprefix(HOST))
        if path == "/":
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)
            return
        file = finders.find(path.removeprefix("/static/"))
        assert isinstance(file, str), path
        route.fulfill(body=Path(file).read_bytes(), content_type=guess_type(file)[0] or "font/woff2")

    page.route("**/*", answer)
    page.goto(f"{HOST}/")
    page.evaluate("document.fonts.ready.then(() => null)")
    return said


@pytest.mark.parametrize("code", ["de", "ar", "uk", "fa"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(rendered: Rendered, code: str) -> None:
    wrong: list[str] = []
    pages = rendered(code)
    with phone() as page:
        for name, html in pages.items():
            page.emulate_media(color_scheme="light")
            wrong += [f"{name}: {text}" for text in opened(page, html)]
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{name}: {wide} px wide"] if wide > 390 else []
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                wrong += [f"{name}, {scheme}: {one['rule']} {one['where'][0]}" for one in axe(page)]
                if folder := os.environ.get("PORTAL_PICTURES"):
                    page.screenshot(path=f"{folder}/{code}-{name}-{scheme}.png", full_page=True)
    assert wrong == []


def test_the_keyboard_goes_through_a_page_in_its_order_in_both_directions(rendered: Rendered) -> None:
    orders = {}
    for code in ("de", "ar"):
        form = rendered(code)["address"]
        with phone() as page:
            opened(page, form)
            # The German text of a text with legal effect unfolds in the other languages only.
            orders[code] = [name for name in (_next(page) for _step in range(24)) if name != "SUMMARY"][:18]
    assert orders["de"] == orders["ar"]
    names = [name for name in orders["de"] if name in {"street", "care_of", "postcode", "town", "since"}]
    assert names[:5] == ["street", "care_of", "postcode", "town", "since"]
    assert orders["de"][0] == "#inhalt"


def _next(page: Page) -> str:
    page.keyboard.press("Tab")
    found: str = page.evaluate("(one => one.name || one.getAttribute('href') || one.tagName)(document.activeElement)")
    return found


def test_numbers_and_dates_keep_their_order_from_right_to_left(rendered: Rendered) -> None:
    days = rendered("ar")["days"]
    with phone() as page:
        opened(page, days)
        boxes = page.evaluate(
            """() => {
            const node = [...document.querySelectorAll('bdi')].find(one => one.textContent === '14:30').firstChild;
            return [0, 3].map(at => { const r = document.createRange(); r.setStart(node, at); r.setEnd(node, at + 1); return r.getBoundingClientRect().left; });
            }"""
        )
        assert boxes[0] < boxes[1]
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
        heading = page.locator("h1").bounding_box()
        assert heading is not None
        assert heading["x"] + heading["width"] > 360
