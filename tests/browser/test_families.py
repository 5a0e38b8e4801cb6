"""A family's agreements are linked in the browser: a wish at the desk, consent at the other person's door, visible to both, undone by one.

The persons work on a phone; the counsellor at a desk.
"""

import os
import re
from io import BytesIO
from pathlib import Path

from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from tests.axe import axe
from tests.browser.conftest import Enter, Installation
from tests.browser.test_way_of_return import said

WISHES, ASKED = "Nikola Petrović", "Samir Haddad"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
HAS_ONE_TOO = "Diese Person hat bei Ihrer Beratungsstelle auch eine Vereinbarung."


def test_from_the_wish_of_one_to_the_end_by_the_other(
    enter: Enter, chromium: Browser, installation: Installation
) -> None:
    desk = enter("nowak")
    mine, other = _address(desk, WISHES), _address(desk, ASKED)
    codes = [_code(desk, address) for address in (mine, other)]
    wishing, asked = (_person(chromium, installation, code) for code in codes)
    _wish(desk, mine)
    _looks_right(desk, "wish-desk")
    for person in (wishing, asked):
        person.reload()
    expect(wishing.get_by_role("heading", level=1)).to_be_visible()
    expect(wishing.get_by_text(ASKED)).to_have_count(0)
    said(asked, "Diese Person möchte, dass Ihre Vereinbarungen verbunden sind.")
    expect(wishing.get_by_text("Familie")).to_have_count(0)
    asked.get_by_role("link", name="Lesen und entscheiden").click()
    _looks_right(asked, "consent-door")
    asked.get_by_role("button", name="Zustimmen", exact=True).click()
    wishing.reload()
    for person, name in ((wishing, ASKED), (asked, WISHES)):
        said(person, HAS_ONE_TOO)
        expect(person.get_by_text(name).first).to_be_visible()
        _looks_right(person, "linked-door")
    for address, name in ((mine, ASKED), (other, WISHES)):
        desk.goto(address)
        card = desk.locator("#familie").locator("xpath=ancestor-or-self::section[1]")
        expect(card.get_by_role("link", name=name)).to_be_visible()
        _looks_right(desk, "linked-desk")
    wishing.get_by_role("link", name="Verbindung ansehen oder beenden").click()
    wishing.get_by_role("button", name="Verbindung beenden").click()
    for person, name in ((wishing, ASKED), (asked, WISHES)):
        person.goto("/portal/vereinbarung/")
        expect(person.get_by_role("heading", level=1)).to_be_visible()
        expect(person.get_by_text(name)).to_have_count(0)
    desk.goto(other)
    expect(desk.get_by_role("link", name=WISHES)).to_have_count(0)


def _address(page: Page, name: str) -> str:
    page.goto("/vereinbarungen/")
    page.get_by_role("link", name=name).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return page.url


def _code(page: Page, address: str) -> str:
    """The code on the letter that the counsellor hands over."""
    page.goto(address)
    with page.expect_download() as letter:
        page.get_by_role("button", name="Brief mit Code ausgeben").click()
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(Path(letter.value.path()).read_bytes())).pages)
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", text)
    assert found is not None, text
    return found[0]


def _person(chromium: Browser, installation: Installation, code: str) -> Page:
    """A phone in which a person is signed in with their code, at their agreement."""
    context = chromium.new_context(
        base_url=installation.base, viewport={"width": 390, "height": 844}, locale="de-DE", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/portal/")
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    expect(page.get_by_role("navigation").get_by_role("link", name="Vereinbarung")).to_be_visible()
    page.goto("/portal/vereinbarung/")
    return page


def _wish(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Wunsch eintragen").click()
    page.get_by_label("Name der Person").fill(ASKED)
    page.get_by_role("button", name="Suchen").click()
    page.get_by_label(ASKED).check()
    page.get_by_label("Wie?").select_option("talk")
    page.get_by_role("button", name="Wunsch eintragen").click()
    said(page, "Der Wunsch ist eingetragen.")


def _looks_right(page: Page, name: str) -> None:
    found = axe(page)
    assert found == [], (page.url, found)
    assert page.evaluate(SIDEWAYS) <= 0, page.url
    if folder := os.environ.get("PORTAL_PICTURES"):
        page.screenshot(path=f"{folder}/families-{name}.png", full_page=True)
