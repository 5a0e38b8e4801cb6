"""The whole way of a case conference in the browser: two participants at once, each seeing only what was released to them."""

import re

from playwright.sync_api import Page, expect
from tests.browser.conftest import Enter

TOLD, KEPT = "Der Umzug ist gemeldet.", "Das liest nur die Leitung."
POLL = 6_000
"""Milliseconds in which news must appear: asked for every two seconds."""
BRAKES = (
    "Besondere Regel steht entgegen",
    "Von Schweigepflichtigen",
    "Steuergeheimnis",
    "Sozialdaten",
    "In der Jugendhilfe anvertraut",
    "Inhalt von Beratungsgesprächen",
)
LAND_LAW = "BDSG/1/1/1/2"
REASON = "Ohne diese Angabe lässt sich der nächste Schritt nicht gemeinsam verabreden."


def test_from_the_request_to_the_approved_minutes(enter: Enter) -> None:
    officer, head, police = enter("okonkwo"), enter("vogt"), enter("kruse")
    at = _request(officer)
    _accept(head, at)
    for page in (officer, police):
        page.goto(at)
    officer.get_by_role("button", name="Eröffnen").click()
    for page in (officer, head, police):
        page.goto(at)
        page.get_by_role("button", name="Das sage ich zu").click()
        expect(page.get_by_text("Noch ist Ihnen nichts mitgeteilt")).to_be_visible()
    _tell(police, at, TOLD, "Amara Okonkwo")
    expect(officer.get_by_text(TOLD).first).to_be_visible(timeout=POLL)
    _tell(police, at, KEPT, "Maria Vogt")
    expect(head.get_by_text(KEPT).first).to_be_visible(timeout=POLL)
    expect(officer.get_by_text(KEPT)).to_have_count(0)
    _say(officer, at, "decision", "Die Frist wird verlängert.", "Hanna Kruse", "Maria Vogt")
    expect(police.get_by_text("Die Frist wird verlängert.").first).to_be_visible(timeout=POLL)
    _say(police, at, "measure", "Den Termin bestätigen.", "Amara Okonkwo", due="24.08.2026")
    _minutes(officer, at)
    for page in (officer, head, police):
        page.goto(at)
        page.get_by_role("button", name="Meinem Teil zustimmen").click()
        expect(page.get_by_text("zugestimmt").first).to_be_visible()
    _finish(police)
    officer.goto(at)
    officer.get_by_role("button", name="Konferenz abschließen").click()
    expect(officer.get_by_text("abgeschlossen").first).to_be_visible()
    officer.goto("/fallkonferenzen/qualitaet/")
    expect(officer.get_by_role("row", name=re.compile("Maßnahmen erledigt"))).to_be_visible()


def _request(page: Page) -> str:
    page.goto("/fallkonferenzen/neu/")
    page.get_by_label("Bezeichnung").fill("Umzug und Frist")
    page.get_by_label("Was ist zu klären?").fill("Mehrere Stellen warten aufeinander.")
    for criterion in ("Mindestens drei Stellen", "Eine Übermittlung oder ein Gespräch", "Das Verfahren steht still"):
        page.get_by_label(re.compile(f"^{criterion}")).check()
    page.get_by_label("ja, sie weiß davon").check()
    page.get_by_label("Zweck der Konferenz").select_option("residence_law")
    page.get_by_label("Vorschrift, nach der diese Stelle tätig ist").fill("§ 71 Abs. 1 AufenthG")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Der Antrag ist gestellt.").first).to_be_visible()
    at = page.url
    page.get_by_role("link", name="Punkt ergänzen").click()
    page.get_by_label(re.compile(r"^Punkt\b")).fill("Fall 1")
    page.get_by_label("Minuten").fill("15")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name="Stelle einladen").click()
    page.get_by_label(re.compile(r"^Stelle\b")).select_option(label="Polizeidirektion Auenburg")
    page.get_by_role("button", name="Weiter").click()
    page.get_by_label(re.compile(r"^Person\b")).select_option(label="Hanna Kruse")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Hanna Kruse").first).to_be_visible()
    return at


def _accept(page: Page, at: str) -> None:
    page.goto(at)
    page.get_by_label(re.compile(r"^Tag\b")).fill("17.08.2026")
    page.get_by_label("Beginn").fill("10:00")
    page.get_by_role("button", name="Annehmen und einladen").click()
    expect(page.get_by_text("Angenommen.").first).to_be_visible()


def _tell(page: Page, at: str, text: str, receiver: str) -> None:
    """Tell something about a person: the matrix asks, and what was typed stays."""
    page.goto(f"{at}sitzung/neu/?art=information")
    page.get_by_label("Text").fill(text)
    page.get_by_label("Datenart").select_option("residence")
    page.get_by_label(re.compile(f"^{receiver}")).check()
    page.get_by_role("button", name="Mitteilen").click()
    expect(page.get_by_label("Text")).to_have_value(text)
    for brake in BRAKES:
        page.get_by_role("group", name=re.compile(f"^{brake}")).get_by_label("nein").check()
    page.get_by_label("Auf welche Vorschrift stützen Sie Ihre Einschätzung?").select_option(LAND_LAW)
    page.get_by_label("Ihre Einschätzung, wenn keine Vorschrift festgestellt ist").fill(REASON)
    page.get_by_role("button", name="Mitteilen").click()
    expect(page.get_by_text(text).first).to_be_visible()


def _say(page: Page, at: str, kind: str, text: str, *receivers: str, due: str = "") -> None:
    """Say something that says nothing of a person."""
    page.goto(f"{at}sitzung/neu/?art={kind}")
    page.get_by_label("Text").fill(text)
    page.get_by_label("Datenart").select_option("none")
    if due:
        page.get_by_label("Erledigt bis").fill(due)
    for receiver in receivers:
        page.get_by_label(re.compile(f"^{receiver}")).check()
    page.get_by_role("button", name="Mitteilen").click()
    expect(page.get_by_text(text).first).to_be_visible()


def _minutes(page: Page, at: str) -> None:
    page.goto(at)
    page.get_by_role("button", name="Sitzung beenden").click()
    page.get_by_role("button", name="Protokoll vorlegen").click()
    with page.expect_download() as minutes:
        page.get_by_role("link", name="Ihr Teil als PDF").click()
    assert minutes.value.path().read_bytes().startswith(b"%PDF-")


def _finish(page: Page) -> None:
    page.goto("/fallkonferenzen/")
    page.get_by_role("link", name="Den Termin bestätigen.").click()
    page.get_by_label("Ergebnis").fill("bestätigt")
    page.get_by_role("button", name="Speichern").click()
    expect(page.get_by_text("Das Ergebnis ist festgehalten.").first).to_be_visible()
