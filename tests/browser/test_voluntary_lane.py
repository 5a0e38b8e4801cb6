"""The voluntary lane in the browser: opened in a case, declared, decided, applied for, booked, certified, checked by a stranger, confirmed."""

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import Enter, Installation

TOLD = {"Sprache": "Georgisch", "Belehrt durch": "Amara Okonkwo", "Kenntnis genommen haben": "Ilona Sandor"}


def test_from_the_opening_to_the_certificate_that_came_back(enter: Enter, installation: Installation) -> None:
    page = enter("okonkwo")
    page.goto(installation.address("/faelle/{voluntary}/"))
    page.get_by_text("Mehr zu diesem Fall").click()
    page.get_by_role("link", name="Freiwillige Ausreise", exact=True).click()
    page.get_by_role("button", name="Eröffnen").click()
    said(page, "Die freiwillige Ausreise ist eröffnet.")
    address = page.url
    _tell_and_declare(page)
    _decide(page, address)
    _apply(page)
    _book(page)
    code = _certify(page)
    _check(enter(""), code, "ausgestellt und ist gültig")
    page.get_by_text("Bescheinigung ist zurück: Ausreise bestätigen").click()
    page.get_by_label("Ausgereist am").fill("17.08.2026")
    page.get_by_role("button", name="Ausreise bestätigen").click()
    said(page, "Die Ausreise ist bestätigt.")
    _check(enter(""), code, "nicht bekannt")
    page.goto("/rueckkehr/?stand=departed")
    expect(page.get_by_role("link", name="Sandor, Ilona")).to_be_visible()


def said(page: Page, words: str) -> None:
    expect(page.get_by_text(words)).to_be_visible()


def _tell_and_declare(page: Page) -> None:
    for label, text in TOLD.items():
        page.get_by_role("textbox", name=re.compile(f"^{label}")).fill(text)
    page.locator("#notice").get_by_role("button", name="Festhalten").click()
    said(page, "Die Belehrung ist festgehalten.")
    page.locator("#declaration").get_by_role("button", name="Erklärung festhalten").click()
    said(page, "Nun entscheidet ein Mensch darüber")


def _decide(page: Page, address: str) -> None:
    page.get_by_role("link", name=re.compile("^Jetzt entscheiden")).click()
    page.get_by_label("Entscheidung über die Erklärung").select_option("accepted")
    page.get_by_label("Gründe").fill("Die Ausreise ist mit der Person vereinbart.")
    page.get_by_role("button", name="Unterzeichnen").click()
    page.wait_for_load_state()
    page.goto(address)
    said(page, "angenommen: Vollzug ruht")


def _apply(page: Page) -> None:
    page.get_by_text("Antrag beginnen").click()
    page.get_by_label("Programm").select_option(index=1)
    page.get_by_role("button", name="Entwurf anlegen").click()
    page.get_by_role("button", name="Als gestellt festhalten").click()
    said(page, "Der Antrag ist als gestellt festgehalten.")
    page.get_by_role("button", name="Bewilligen").click()
    said(page, "der Betrag im Haushalt gebunden")


def _book(page: Page) -> None:
    page.get_by_label("Beförderung").fill("Linienflug (erfunden)")
    page.get_by_label("Reiseweg").fill("Berlin – Tiflis")
    page.get_by_label("Reisetag").fill("07.09.2026")
    page.locator("#booking").get_by_role("button", name="Buchung festhalten").click()
    said(page, "Die Buchung ist festgehalten.")


def _certify(page: Page) -> str:
    page.get_by_role("button", name="Für alle ohne Bescheinigung ausstellen").click()
    said(page, "Die Bescheinigungen sind ausgestellt")
    link = page.get_by_role("link", name="Grenzübertrittsbescheinigung vom").get_attribute("href")
    return _code_in(page.request.get(str(link)).body())


def _code_in(pdf: bytes) -> str:
    from io import BytesIO

    from pypdf import PdfReader

    text = "".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages)
    found = re.search(r"\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}\b", text)
    assert found is not None
    return found[0]


def _check(page: Page, code: str, verdict: str) -> None:
    page.goto("/bescheinigung/")
    page.get_by_label("Code").fill(code.lower())
    page.get_by_role("button", name="Prüfen").click()
    said(page, verdict)
    expect(page.get_by_text("Sandor")).to_have_count(0)
