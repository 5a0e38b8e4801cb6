"""The whole path of the product in the browser: from the sign-in to the bundle for the leading file, by mouse and by keyboard."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import Enter, Installation, sign_in
from tests.browser.prepare import DOUBTFUL

from augenmass.demo.land import PASSWORD

RECHECK = "Vollziehbarkeit neu prüfen"
WARN = "Abschiebung mit Ausreisefrist androhen"
REASONS = "Der Zweck des Aufenthalts ist entfallen."
PDF = b"%PDF-"


class Mouse:
    """Somebody who points and clicks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, text: str) -> None:
        target.fill(text)

    def choose(self, target: Locator, label: str) -> None:
        target.select_option(label=label)


class Keyboard:
    """Somebody without a mouse: goes from control to control with Tab, and presses keys."""

    MOST = 400

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self._go_to(target)
        kind = target.evaluate("element => element.type || element.tagName")
        self.page.keyboard.press("Space" if kind in ("radio", "checkbox") else "Enter")

    def write(self, target: Locator, text: str) -> None:
        self._go_to(target)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def choose(self, target: Locator, label: str) -> None:
        self._go_to(target)
        self.page.keyboard.type(label)

    def _go_to(self, target: Locator) -> None:
        target.wait_for(state="visible")
        wanted = target.element_handle()
        for _ in range(self.MOST):
            where = self.page.evaluate(
                """wanted => {
                    const active = document.activeElement;
                    const group = active.type === 'radio' && wanted.type === 'radio' && active.name === wanted.name;
                    return active === wanted ? 'there' : group ? 'group' : 'elsewhere';
                }""",
                wanted,
            )
            if where == "there":
                assert target.evaluate(
                    "element => getComputedStyle(element).outlineStyle !== 'none' || element.matches(':focus-visible')"
                )
                return
            self.page.keyboard.press("ArrowDown" if where == "group" else "Tab")
        raise AssertionError(f"{target} cannot be reached with the Tab key")


Hand = Mouse | Keyboard


@pytest.mark.parametrize(("hand", "role", "name"), [(Mouse, "mouse", "Sorg"), (Keyboard, "keyboard", "Talvik")])
def test_from_the_sign_in_to_the_bundle(
    enter: Enter, installation: Installation, hand: type[Hand], role: str, name: str, tmp_path: Path
) -> None:
    officer = hand(enter(""))
    _sign_in(officer, "okonkwo")
    _find(officer, name)
    _read_a_proof(officer)
    _record_a_fact(officer)
    _recheck(officer)
    taking = _warn(officer)
    head = hand(enter("vogt"))
    _sign_as_second(head, taking)
    letter = _send_and_prove(officer, taking, tmp_path)
    _read_a_second_time(head, name)
    officer.page.goto(letter)
    expect(officer.page.get_by_text("bestätigt von Maria Vogt").first).to_be_visible()
    officer.page.goto(taking)
    bundle = officer.page.get_by_role("link", name="Aktenbündel für die führende Akte (PDF)")
    with officer.page.expect_download() as download:
        officer.press(bundle)
    assert Path(download.value.path()).read_bytes().startswith(PDF)
    assert installation.keys[role] in _case_address(officer.page)


def _sign_in(hand: Hand, username: str) -> None:
    page = hand.page
    page.goto("/anmelden/")
    hand.write(page.get_by_label("Benutzername"), username)
    hand.write(page.get_by_label("Passwort"), PASSWORD)
    hand.press(page.get_by_role("button", name="Anmelden", exact=True))
    expect(page.get_by_role("heading", name="Mein Tag", level=1)).to_be_visible()


def _find(hand: Hand, name: str) -> None:
    page = hand.page
    hand.press(page.get_by_role("navigation").get_by_role("link", name="Fälle", exact=True))
    hand.choose(page.get_by_label("Nächster Schritt"), RECHECK)
    hand.press(page.get_by_role("button", name="Anzeigen"))
    expect(page.get_by_text("mit diesen Filtern")).to_be_visible()
    hand.write(page.get_by_role("searchbox").first, name)
    page.keyboard.press("Enter")
    hand.press(page.get_by_role("link", name=re.compile(f"^{name}, ")))
    expect(page.get_by_role("heading", level=1, name=re.compile(name))).to_be_visible()


def _read_a_proof(hand: Hand) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name=f"Warum? {RECHECK}"))
    expect(page.get_by_role("heading", name="Beweis: die Voraussetzungen und was sie entscheidet")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("AufenthG|VwVfG")).first).to_be_visible()
    hand.press(page.get_by_role("navigation", name="Brotkrümelpfad").get_by_role("link").last)


def _record_a_fact(hand: Hand) -> None:
    page = hand.page
    hand.press(page.get_by_role("link", name="Angabe erfassen", exact=True).first)
    hand.press(page.get_by_role("link", name="Geburtsort", exact=True))
    hand.write(page.get_by_label("Geburtsort"), "Kutaissi")
    hand.write(page.get_by_label("Quelle"), "Reisepass im Original")
    hand.press(page.get_by_role("button", name="Feststellen"))
    expect(page.get_by_text("„Geburtsort“ ist festgestellt.")).to_be_visible()
    expect(page.get_by_text("Kutaissi")).to_be_visible()


def _prepare(hand: Hand, step: str) -> None:
    page = hand.page
    panel = page.get_by_role("article").filter(has=page.get_by_role("heading", name=step, exact=True))
    hand.press(panel.get_by_role("link", name="Schritt vorbereiten"))
    expect(page.get_by_role("heading", name=step, level=1)).to_be_visible()


def _recheck(hand: Hand) -> None:
    page = hand.page
    _prepare(hand, RECHECK)
    held = page.get_by_role("group", name="Asylverfahren läuft").get_by_label("nein", exact=True)
    expect(held).to_be_checked()
    hand.write(page.get_by_label("Gründe"), "Jede Fehlerklasse wurde anhand der Akte angesehen.")
    hand.press(page.get_by_role("button", name="Unterzeichnen"))
    expect(page.get_by_text("Der Schritt ist unterzeichnet.")).to_be_visible()
    hand.press(page.get_by_role("link", name="Zum Fall"))


def _warn(hand: Hand) -> str:
    """Prepare the warning and its letter and give them to the second person; returns the address of the step."""
    page = hand.page
    _prepare(hand, WARN)
    hand.write(page.get_by_label("Ausreisefrist in Tagen"), "30")
    hand.choose(page.get_by_label("Zielstaat der Androhung"), "Georgien")
    hand.write(page.get_by_label("Gründe"), REASONS)
    hand.press(page.get_by_role("button", name="Entwurf mit Schreiben anlegen"))
    expect(page.get_by_text("Der Entwurf ist angelegt.")).to_be_visible()
    taking = page.url
    hand.press(page.get_by_role("link", name="Schreiben öffnen"))
    hand.press(page.get_by_role("link", name="Schreiben bearbeiten").first)
    for label, text in TEXTS.items():
        hand.write(page.get_by_label(label), text)
    hand.press(page.get_by_role("button", name="Entwurf speichern"))
    expect(page.get_by_text("Der Entwurf des Schreibens ist gespeichert.")).to_be_visible()
    expect(page.get_by_text("Das fehlt noch")).to_have_count(0)
    draft = page.get_by_role("link", name="Entwurf als PDF ansehen").get_attribute("href")
    assert page.request.get(draft or "").body().startswith(PDF)
    hand.press(page.get_by_role("link", name="Zum Schritt"))
    hand.press(page.get_by_role("button", name="Zur zweiten Unterschrift geben"))
    expect(page.get_by_text("Der Schritt wartet auf die Unterschrift einer zweiten Person.")).to_be_visible()
    return taking


TEXTS = {
    "Sachverhalt": "Sie sind am 12.03.2024 mit einem Visum eingereist. Ihr Antrag wurde am 04.05.2026 abgelehnt.",
    "Feststellungen zu Abschiebungsverboten, Kindeswohl, Familie und Gesundheit": "Sie haben keine Kinder hier.",
    "Ermessen zu Zielstaat und Länge der Frist": "Die Frist genügt, um Wohnung und Verträge zu kündigen.",
    "Äußerung bei der Anhörung": "Sie haben sich nicht geäußert.",
}


def _sign_as_second(hand: Hand, taking: str) -> None:
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_role("navigation").get_by_role("link", name=re.compile("^Unterschriften")))
    key = taking.rstrip("/").rsplit("/", 1)[-1]
    hand.press(page.locator(f"a[href*='{key}']").first)
    hand.press(page.get_by_role("button", name="Als zweite Person unterzeichnen"))
    expect(page.get_by_text("Der Schritt ist unterzeichnet.")).to_be_visible()


def _send_and_prove(hand: Hand, taking: str, folder: Path) -> str:
    page = hand.page
    page.goto(taking)
    hand.press(page.get_by_role("link", name="Schreiben öffnen"))
    page.wait_for_url("**/schreiben/*/")
    letter = page.url
    hand.press(page.get_by_role("link", name="Versand festhalten"))
    hand.press(page.get_by_role("button", name="Versand festhalten"))
    expect(page.get_by_text("Der Versand ist festgehalten.")).to_be_visible()
    hand.press(page.get_by_role("link", name="Zustellung nachweisen"))
    scan = folder / "urkunde.pdf"
    scan.write_bytes(page.request.get(f"{letter}pdf/").body())
    hand.press(page.get_by_label(re.compile("in den Briefkasten")))
    hand.write(page.get_by_label("Zugestellt am"), "17.08.2026")
    hand.press(page.get_by_label("vorhanden und richtig"))
    page.locator("input[type=file]").set_input_files(scan)
    hand.press(page.get_by_role("button", name="Zustellung festhalten"))
    expect(page.get_by_text("Die Zustellung ist nachgewiesen.")).to_be_visible()
    return letter


def _read_a_second_time(hand: Hand, name: str) -> None:
    """Confirm every deadline of the case as the second reader."""
    page = hand.page
    for _ in range(4):
        page.goto("/fristen/?zeitraum=all&lesung=waiting")
        row = page.get_by_role("row").filter(has_text=name).filter(has_text="steht aus")
        if row.count() == 0:
            return
        hand.press(row.first.get_by_role("cell").get_by_role("link").first)
        hand.press(page.get_by_role("button", name="Nachgerechnet und bestätigt"))
        expect(page.get_by_text("Die Frist ist bestätigt.")).to_be_visible()
    raise AssertionError("the deadlines of the case are never all confirmed")


def _case_address(page: Page) -> str:
    return page.get_by_role("link", name="Zum Fall").get_attribute("href") or ""


def test_an_import_from_upload_to_the_rows_given_back(enter: Enter, tmp_path: Path) -> None:
    page = enter("ackermann")
    page.goto("/import/")
    file = tmp_path / "export.csv"
    file.write_text(DOUBTFUL.replace("BT-IMP", "BT-WEB"), encoding="cp1252")
    page.get_by_label("Quelle").fill("Fachverfahren A")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Hochladen und prüfen").click()
    expect(page.get_by_role("heading", name="Spalten zuordnen")).to_be_visible()
    expect(page.get_by_label("Geburtsdatum")).to_have_value(re.compile("date_of_birth"))
    page.get_by_role("button", name="Zuordnung bestätigen und Datei lesen").click()
    expect(page.get_by_role("heading", name="Vorschau des Imports")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("31.02.1991").first).to_be_visible()
    page.get_by_role("button", name="Zeilen übernehmen").click()
    expect(page.get_by_role("heading", name="Ergebnis des Imports")).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("link", name="Zurückgegebene Zeilen (CSV)").click()
    given_back = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert "31.02.1991" in given_back
    assert "gibt es im Kalender nicht" in given_back
    page.goto("/faelle/?q=BT-WEB/001")
    expect(page.get_by_role("link", name="Brenner, Ilka")).to_be_visible()


def test_the_path_goes_without_scripts(enter: Enter, tmp_path: Path) -> None:
    page = enter("", scripts=False)
    sign_in(page, "okonkwo")
    page.get_by_role("searchbox").first.fill("Nemec")
    page.get_by_role("button", name="Suchen").click()
    page.get_by_role("link", name="Nemec, Radko").click()
    hand = Mouse(page)
    _record_a_fact(hand)
    _recheck(hand)
    page.get_by_role("link", name="Dokument hinzufügen").first.click()
    scan = tmp_path / "pass.png"
    scan.write_bytes(_picture())
    page.get_by_label("Art", exact=False).first.select_option(index=1)
    page.get_by_label("Bezeichnung").fill("Reisepass, Datenseite")
    page.locator("input[type=file]").set_input_files(scan)
    page.get_by_role("button", name="Ablegen").click()
    expect(page.get_by_role("link", name="Reisepass, Datenseite")).to_be_visible()


def _picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    target = BytesIO()
    Image.new("RGB", (40, 30), "white").save(target, "PNG")
    return target.getvalue()
