"""The counsellors' compartment in a browser, beside the main program: two servers, two databases, one statement between them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.axe import axe
from tests.browser.conftest import Counselling, Enter, Installation

SECRET = "Hat Angst, dass der Bruder davon erfährt."
TEXT = "Ich möchte bis zum 15. September entscheiden, ob ich freiwillig ausreise."
NUMBER = "BT-2026/008"
OF_LEAD = ["/", "/stelle/", "/stelle/programme/", "/stelle/behoerden/", "/stelle/protokoll/"]


def _add_person(page: Page, name: str) -> str:
    """Take somebody in and tell them; returns the address of the person."""
    page.goto("/personen/neu/")
    page.get_by_label("Name (Pflichtangabe)").fill(name)
    page.get_by_label("Sprache, in der Sie miteinander sprechen").select_option("fr")
    page.get_by_label("Aktenzeichen der Behörde").fill(NUMBER)
    page.get_by_role("button", name="Weiter zur Aufklärung").click()
    page.wait_for_url("**/aufklaerung/")
    address = page.url.removesuffix("aufklaerung/")
    page.goto(address + "gespraech/")
    page.get_by_label("Notiz").fill(SECRET)
    page.get_by_role("button", name="Festhalten").click()
    page.get_by_text("Vor diesem Gespräch wurde die Person nicht aufgeklärt").wait_for()
    page.goto(address + "aufklaerung/")
    page.get_by_label("Es wurde gedolmetscht").check()
    page.get_by_role("button", name="Die Person ist aufgeklärt").click()
    page.wait_for_url(address)
    return address


def test_from_the_first_talk_to_the_incoming_post_of_the_authority(
    counsel: Enter, enter: Enter, installation: Installation, counselling: Counselling
) -> None:
    page = counsel("arslan")
    address = _add_person(page, "Herr Kolbe")
    page.get_by_role("link", name="Gespräch festhalten").click()
    page.get_by_label("Notiz").fill(SECRET)
    page.get_by_role("button", name="Festhalten").click()
    page.wait_for_url(address)
    page.get_by_role("link", name="Erklärung schreiben").click()
    page.get_by_label("Text der Erklärung").fill(TEXT)
    page.get_by_role("button", name="Speichern").click()
    page.wait_for_url("**/erklaerungen/**")
    page.get_by_role("link", name="Der Person zeigen").click()
    page.get_by_text(TEXT).wait_for()
    page.get_by_role("button", name="Ja, genau dieser Text").click()
    page.get_by_role("button", name="Jetzt senden").click()
    page.get_by_text("Die Behörde hat den Eingang bestätigt").wait_for()
    officer = enter("okonkwo")
    officer.goto("/posteingang/?art=statement")
    officer.get_by_role("link", name=f"Erklärung zu {NUMBER}").click()
    officer.get_by_text(TEXT).wait_for()
    assert SECRET not in officer.content()
    assert "Herr Kolbe" not in officer.content()
    for folder in (installation.environment["AUGENMASS_DATA"], counselling.environment["AUGENMASS_COMPARTMENT_DATA"]):
        _holds_nothing_readable(Path(folder))


def _holds_nothing_readable(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in {".sqlite3", ".sqlite3-wal", ".log"}:
            assert SECRET.encode() not in path.read_bytes(), path
    for path in folder.glob("compartment.sqlite3"):
        with closing(sqlite3.connect(path)) as database:
            assert database.execute("SELECT count(*) FROM compartment_talk").fetchone()[0] > 0


def test_a_window_without_scripts_can_do_the_same(counsel: Enter) -> None:
    page = counsel("arslan")
    address = _add_person(page, "Frau Ohneskript")
    state = page.context.storage_state()
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, storage_state=state)
    try:
        without = plain.new_page()
        without.goto(address + "gespraech/")
        without.get_by_label("Notiz").fill(SECRET)
        without.get_by_role("button", name="Festhalten").click()
        without.get_by_text("Das Gespräch ist festgehalten.").wait_for()
    finally:
        plain.close()


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False), (390, True)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(counsel: Enter, width: int, dark: bool) -> None:
    page = counsel("arslan", width=width, dark=dark)
    page.get_by_role("link", name="Herr B.").click()
    page.wait_for_url("**/personen/**")
    person = page.url
    page.get_by_role("link", name="Ich war in der Beratung").click()
    page.wait_for_url("**/erklaerungen/**")
    statement = page.url
    page.goto("/termine/")
    page.locator(".am-list a").last.click()
    page.wait_for_url("**/termine/*/")
    paths = ["/", "/personen/neu/", person, "/stelle/", "/konto/", "/konto/passwort/", "/termine/", page.url]
    paths += [person + part for part in ("aendern/", "aufklaerung/", "gespraech/", "erklaerung/", "termin/")]
    paths += [statement, statement + "aendern/", statement + "billigen/"]
    lead = counsel("haas", width=width, dark=dark)
    for window, addresses in ((page, paths), (lead, OF_LEAD)):
        for address in addresses:
            answer = window.goto(address)
            assert answer is not None
            assert answer.status == 200, address
            assert axe(window) == [], address
            assert window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
