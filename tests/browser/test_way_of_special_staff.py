"""A nominated case in the browser: nominated, confirmed by another, a step of a town, its outcome, the town's report."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser.way import FIRST_DAY, Way, opened

TOWN = "Gemeinde Mühlbrück"
WHY = "Drei Stellen arbeiten an diesem Fall, ohne ihre Schritte miteinander abzustimmen."


@pytest.fixture
def way(chromium: Browser) -> Iterator[Way]:
    folder = Path(tempfile.mkdtemp(prefix="augenmass-way-"))
    yield from opened(folder, chromium, cases=60, counselled=False)
    shutil.rmtree(folder)


def said(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


def test_from_the_nomination_to_the_report_of_a_town(way: Way) -> None:
    way.at(FIRST_DAY)
    officer, head, town = way.enter("okonkwo"), way.enter("vogt"), way.enter("paulsen")
    address = _nominate(officer)
    said(officer, "Entscheiden muss eine andere Person.")
    expect(officer.get_by_role("button", name="Benennung bestätigen")).to_have_count(0)
    head.goto(address)
    head.get_by_role("button", name="Benennung bestätigen").click()
    said(head, "Die Benennung ist bestätigt.")
    number = _plan(officer, address)
    town.goto("/sonderstab/")
    town.locator("#schritte").get_by_role("link", name="Patenschaft vermitteln").click()
    expect(town.get_by_text(WHY)).to_have_count(0)
    town.get_by_label("Was ist herausgekommen?").fill("Eine Familie übernimmt die Patenschaft.")
    town.get_by_role("button", name="Schritt abschließen").click()
    said(town, "Der Schritt ist abgeschlossen.")
    officer.goto(address)
    said(officer, "Eine Familie übernimmt die Patenschaft.")
    card = _unfolded(officer, "ergebnis")
    card.get_by_label("Ergebnis").select_option(label="Übergang zu Integration und Prävention")
    card.get_by_role("button", name="Benennung beenden").click()
    said(officer, "Die Benennung ist beendet.")
    way.at("2026-10-02T09:00:00+02:00")
    town = way.enter("paulsen")
    town.goto("/sonderstab/berichte/")
    town.get_by_label("Bedarf").fill("Mehr Zeit für die Begleitung")
    town.get_by_role("button", name="Bericht erstellen").click()
    said(town, "Der Bericht ist erstellt.")
    said(town, "Bericht 2026/3")
    row = town.get_by_role("row", name="neu bestätigt")
    expect(row.get_by_text("nicht gezeigt")).to_have_count(1)
    expect(town.get_by_text(number)).to_have_count(0)


def _unfolded(page: Page, part: str) -> Locator:
    """A form that is folded away until it is needed."""
    card = page.locator(f"#{part}")
    card.locator("summary").click()
    return card


def _nominate(page: Page) -> str:
    """Nominate anew the case whose nomination ended calmly; gives the address of the new one."""
    page.goto("/sonderstab/?ansicht=ended")
    page.get_by_role("listitem").filter(has_text="Lage beruhigt").get_by_role("link").first.click()
    page.get_by_role("link", name="Zum Fall").click()
    page.goto(page.url.rstrip("/") + "/sonderstab/classified/")
    page.get_by_label("Polizeidienststelle, die eingestuft hat").fill("Landeskriminalamt Mittelau")
    page.get_by_label("Eingestuft am").fill("01.08.2026")
    page.get_by_label("Einstufung gilt bis").fill("30.11.2026")
    page.get_by_label("Warum ist gemeinsames Vorgehen").fill(WHY)
    page.get_by_role("button", name="Zur Prüfung geben").click()
    expect(page.get_by_label("Warum ist gemeinsames Vorgehen")).to_have_value(WHY)
    page.get_by_label("Welche milderen Mittel").fill("Gespräche und eine Auflage; beides genügt allein nicht.")
    page.get_by_role("button", name="Zur Prüfung geben").click()
    said(page, "Der Fall ist benannt.")
    return page.url


def _plan(page: Page, address: str) -> str:
    """Add the town and agree on a step of it; gives the number of the case."""
    page.goto(address)
    card = _unfolded(page, "stelle")
    card.get_by_role("combobox").select_option(label=TOWN)
    card.get_by_label("Vorschrift").fill("§ 90a AufenthG")
    card.get_by_label("Grund").fill("wirkt am gemeinsamen Plan mit")
    card.get_by_role("button", name="Stelle hinzuziehen").click()
    said(page, "Die Stelle nimmt jetzt teil.")
    card = _unfolded(page, "schritt")
    card.get_by_label("Was ist zu tun?").fill("Patenschaft vermitteln")
    card.get_by_label("Bereich").select_option(label="Integration und Prävention")
    card.get_by_label("Wer tut es?").select_option(label=TOWN)
    card.get_by_label("Bis wann?").fill("15.09.2026")
    card.get_by_role("button", name="Schritt vereinbaren").click()
    said(page, "Der Schritt ist vereinbart")
    return page.get_by_role("heading", level=1).inner_text().removeprefix("Sonderstab: ")
