"""The whole way of return in the browser: from a municipal authority's referral to the payment half a year after the departure.

Each step is done by whoever does it at work, through the pages that they would come by, on the day on which it falls.
"""

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from tests.browser.invented import blank_pdf
from tests.browser.serving import run
from tests.browser.way import AUTHORITY, FIRST_DAY, Way, opened

PERSON = "Marani, Lela"
TEXT = "Ich möchte freiwillig ausreisen und bitte um Unterstützung bei der Reise."
SECRET = "Hat Angst, dass die Familie davon erfährt."


@pytest.fixture
def way(chromium: Browser) -> Iterator[Way]:
    folder = Path(tempfile.mkdtemp(prefix="augenmass-way-"))
    yield from opened(folder, chromium, cases=12)
    shutil.rmtree(folder)


def said(page: Page, words: str) -> None:
    expect(page.get_by_text(words).first).to_be_visible()


def test_from_the_referral_to_the_payment_after_the_departure(way: Way) -> None:
    made = json.loads(run([sys.executable, "-m", "tests.browser.prepare_way"], way.environment))
    case, number = f"/faelle/{made['case']}/", made["number"]
    way.at(FIRST_DAY)
    officer, office = way.enter("okonkwo"), way.enter("falk")
    _refer(officer, case)
    _return_with_a_list(office, number)
    _complete(officer, case)
    _refer_again(officer, number)
    _take_over(office, number)
    way.at("2026-08-24T10:00:00+02:00")
    office = way.enter("falk")
    _look_at_prospects(office, case)
    _check_first(office, number)
    _let_statements_in(office, way)
    _talk(way.counsel("arslan"), number)
    _receive_statement(office, number)
    departure = _open_departure(office)
    _apply_and_book(office)
    code = _certify(office)
    _check(way.enter(), code, "ausgestellt und ist gültig")
    way.at("2026-09-21T09:00:00+02:00")
    office = way.enter("falk")
    _confirm(office, departure)
    said(office, "Die Nachzahlung wird frühestens am 07.03.2027 fällig.")
    _check(way.enter(), code, "nicht bekannt")
    _pay(office, way.enter("seidel"), departure, "600,00")
    way.at("2027-03-08T09:00:00+01:00")
    office = way.enter("falk")
    _report_follow_up(office, departure)
    _pay(office, way.enter("seidel"), departure, "600,00")


def _refer(page: Page, case: str) -> None:
    page.goto(case)
    page.get_by_role("link", name="Zuständigkeit abgeben").click()
    page.get_by_label("An welche Stelle?").select_option(label="Zentrale Rückkehrstelle Mittelau")
    page.get_by_label("Vollzug", exact=False).first.check()
    page.get_by_label("Vorschrift").fill("AufenthG § 71 Abs. 1")
    page.get_by_label("Grund der Abgabe").fill("Die Ausreisefrist läuft. Bitte um Übernahme des Vollzugs.")
    page.get_by_role("button", name="Abgabe einleiten").click()
    said(page, "Die Abgabe ist eingeleitet.")


def _to_the_queue(page: Page, view: str, number: str) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Rückkehr", exact=True).click()
    page.get_by_role("navigation").get_by_role("link", name="Eingang der zentralen Stelle").click()
    page.get_by_role("link", name=re.compile(f"^{view}")).click()
    page.get_by_role("link", name=number).click()


def _return_with_a_list(page: Page, number: str) -> None:
    _to_the_queue(page, "Unvollständig", number)
    page.get_by_role("button", name="Mit dieser Liste zurückgeben").click()
    said(page, "Die Abgabe ist zurückgegeben.")


def _prepare(page: Page, step: str) -> None:
    panel = page.get_by_role("article").filter(has=page.get_by_role("heading", name=step, exact=True))
    panel.get_by_role("link", name="Schritt vorbereiten").click()
    expect(page.get_by_role("heading", name=step, level=1)).to_be_visible()


def _complete(page: Page, case: str) -> None:
    """What the list of the central office names: prospects looked at, counselling offered, the decision and how it was served."""
    page.goto(case)
    _prepare(page, "Aufenthaltsperspektiven prüfen")
    page.get_by_role("group", name=re.compile("perspektive", re.I)).get_by_label("nein", exact=True).check()
    page.get_by_label("Gründe").fill("Keine der Perspektiven hat nach der Akte Aussicht.")
    page.get_by_role("button", name="Unterzeichnen").click()
    said(page, "Der Schritt ist unterzeichnet.")
    page.goto(case)
    _prepare(page, "Rückkehrberatung anbieten")
    page.get_by_label("Gründe").fill("Beratung ist noch nicht angeboten.")
    page.get_by_role("button", name="Unterzeichnen").click()
    said(page, "Der Schritt ist unterzeichnet.")
    page.goto(case)
    page.get_by_role("link", name=re.compile("^Schreiben, Versand und Zustellung")).first.click()
    _dispatch(page)
    for kind, title in (("Bescheid", "Bescheid vom 04.05.2026"), ("Zustellungsnachweis", "Zustellungsurkunde")):
        page.goto(case)
        page.get_by_role("link", name="Dokument hinzufügen").click()
        file = {"name": "blatt.pdf", "mimeType": "application/pdf", "buffer": blank_pdf()}
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_label("Art", exact=False).first.select_option(label=kind)
        page.get_by_label("Bezeichnung").fill(title)
        page.get_by_role("button", name="Ablegen").click()
        expect(page.get_by_role("link", name=title)).to_be_visible()


def _dispatch(page: Page) -> None:
    page.get_by_role("link", name="Versand festhalten").click()
    page.get_by_role("button", name="Versand festhalten").click()
    said(page, "Der Versand ist festgehalten.")


def _refer_again(page: Page, number: str) -> None:
    """The task that came back with the referral leads to it."""
    page.goto("/aufgaben/")
    page.get_by_role("link", name=re.compile("Fehlendes ergänzen und erneut abgeben")).first.click()
    page.get_by_role("link", name="Vorgang öffnen").click()
    page.get_by_role("link", name="Erneut abgeben").click()
    expect(page.get_by_text("fehlt", exact=True)).to_have_count(0)
    page.get_by_role("button", name="Abgabe einleiten").click()
    said(page, "Die Abgabe ist eingeleitet.")
    assert number in page.title()


def _take_over(page: Page, number: str) -> None:
    _to_the_queue(page, "Vollständig", number)
    page.get_by_role("button", name="Übernehmen").click()
    said(page, "Der Fall ist übernommen.")
    said(page, "Die erste Prüfung soll bis 27.08.2026 erledigt sein.")


def _look_at_prospects(page: Page, case: str) -> None:
    page.goto(case)
    page.get_by_text("Mehr zu diesem Fall").click()
    page.get_by_role("link", name="Bleibeperspektiven").click()
    for prospect, finding in (("25b", "scheidet aus"), ("60d", "scheidet aus")):
        row = page.locator(f"#p-{prospect}")
        row.get_by_text("Ergebnis festhalten").click()
        row.get_by_label(finding).check()
        row.get_by_label("Begründung").fill("Die Dauer des Aufenthalts genügt nach der Akte nicht.")
        row.get_by_role("button", name=re.compile("^Festhalten")).click()
        said(page, "Das Ergebnis der Prüfung ist festgehalten.")
    page.get_by_role("button", name="Information unterzeichnen").click()
    said(page, "Die Information ist unterzeichnet.")
    _dispatch(page)


def _check_first(page: Page, number: str) -> None:
    _to_the_queue(page, "Übernommen, zu prüfen", number)
    page.get_by_role("button", name="Erste Prüfung erledigt").click()
    said(page, "Die erste Prüfung ist erledigt")


def _let_statements_in(page: Page, way: Way) -> None:
    """The office makes an access for the counselling service, whose lead enters it in the compartment."""
    page.goto("/zugaenge/neu/")
    page.get_by_label("Programm").fill("Beratungsraum")
    page.get_by_label(re.compile("Erklärungen")).check()
    page.get_by_label("Letzter Tag").fill("31.07.2027")
    page.get_by_role("button", name="Anlegen und Geheimnis zeigen").click()
    token = page.get_by_label("Beratungsraum").input_value()
    lead = way.counsel("haas")
    lead.goto("/stelle/behoerden/")
    lead.get_by_label("Name der Behörde").fill("Zentrale Rückkehrstelle Mittelau")
    lead.get_by_label("Adresse").fill(way.base(AUTHORITY))
    lead.get_by_label("Zugang").fill(token)
    lead.get_by_role("button", name="Aufnehmen").click()
    said(lead, "Zentrale Rückkehrstelle Mittelau")


def _talk(page: Page, number: str) -> None:
    page.get_by_role("link", name="Person aufnehmen").click()
    page.get_by_label("Name (Pflichtangabe)").fill("Lela")
    page.get_by_label("Sprache, in der Sie miteinander sprechen").select_option("ka")
    page.get_by_label("Aktenzeichen der Behörde").fill(number)
    page.get_by_role("button", name="Weiter zur Aufklärung").click()
    page.get_by_label("Es wurde gedolmetscht").check()
    page.get_by_role("button", name="Die Person ist aufgeklärt").click()
    page.get_by_role("link", name="Gespräch festhalten").click()
    page.get_by_label("Notiz").fill(SECRET)
    page.get_by_role("button", name="Festhalten").click()
    page.get_by_role("link", name="Erklärung schreiben").click()
    page.get_by_label("Text der Erklärung").fill(TEXT)
    page.get_by_label("Weg zur Behörde").select_option(label="Zentrale Rückkehrstelle Mittelau")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name="Der Person zeigen").click()
    said(page, TEXT)
    page.get_by_role("button", name="Ja, genau dieser Text").click()
    page.get_by_role("button", name="Jetzt senden").click()
    said(page, "Die Behörde hat den Eingang bestätigt")


def _receive_statement(page: Page, number: str) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name=re.compile("^Posteingang")).click()
    page.get_by_role("link", name=f"Erklärung zu {number}").click()
    said(page, TEXT)
    assert SECRET not in page.content()
    case = page.get_by_role("link", name=f"{PERSON}, {number}").get_attribute("href")
    page.get_by_label("Was wurde veranlasst?").fill("Freiwillige Ausreise eröffnet.")
    page.get_by_role("button", name="Als erledigt ablegen").click()
    said(page, "Das Schreiben ist erledigt.")
    page.goto(str(case))


def _open_departure(page: Page) -> str:
    page.get_by_text("Mehr zu diesem Fall").click()
    page.get_by_role("link", name="Freiwillige Ausreise", exact=True).click()
    page.get_by_role("button", name="Eröffnen").click()
    said(page, "Die freiwillige Ausreise ist eröffnet.")
    address = page.url
    told = {
        "Sprache": "Georgisch, gedolmetscht",
        "Belehrt durch": "Ines Falk",
        "Kenntnis genommen haben": "Lela Marani",
    }
    for label, text in told.items():
        page.get_by_role("textbox", name=re.compile(f"^{label}")).fill(text)
    page.locator("#notice").get_by_role("button", name="Festhalten").click()
    said(page, "Die Belehrung ist festgehalten.")
    page.locator("#declaration").get_by_role("button", name="Erklärung festhalten").click()
    said(page, "Nun entscheidet ein Mensch darüber")
    page.get_by_role("link", name=re.compile("^Jetzt entscheiden")).click()
    page.get_by_label("Entscheidung über die Erklärung").select_option("accepted")
    page.get_by_label("Gründe").fill("Die Ausreise ist mit der Person vereinbart.")
    page.get_by_role("button", name="Unterzeichnen").click()
    said(page, "Der Schritt ist unterzeichnet.")
    page.goto(address)
    said(page, "angenommen: Vollzug ruht")
    return address


def _apply_and_book(page: Page) -> None:
    page.get_by_text("Antrag beginnen").click()
    page.get_by_label("Programm").select_option(label="Starthilfe Mittelau")
    page.get_by_role("button", name="Entwurf anlegen").click()
    page.get_by_role("button", name="Als gestellt festhalten").click()
    said(page, "Der Antrag ist als gestellt festgehalten.")
    page.get_by_role("button", name="Bewilligen").click()
    said(page, "der Betrag im Haushalt gebunden")
    page.get_by_label("Beförderung").fill("Linienflug (erfunden)")
    page.get_by_label("Reiseweg").fill("Berlin – Tiflis")
    page.get_by_label("Reisetag").fill("07.09.2026")
    page.locator("#booking").get_by_role("button", name="Buchung festhalten").click()
    said(page, "Die Buchung ist festgehalten.")


def _certify(page: Page) -> str:
    page.get_by_label("Gültig bis").fill("14.09.2026")
    page.get_by_role("button", name="Für alle ohne Bescheinigung ausstellen").click()
    said(page, "Die Bescheinigungen sind ausgestellt")
    link = page.get_by_role("link", name="Grenzübertrittsbescheinigung vom").get_attribute("href")
    found = re.search(r"\b(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}\b", text_of(page.request.get(str(link)).body()))
    assert found is not None
    return found[0]


def text_of(pdf: bytes) -> str:
    return "".join(one.extract_text() for one in PdfReader(BytesIO(pdf)).pages)


def _check(page: Page, code: str, verdict: str) -> None:
    page.goto("/bescheinigung/")
    page.get_by_label("Code").fill(code.lower())
    page.get_by_role("button", name="Prüfen").click()
    said(page, verdict)
    expect(page.get_by_text("Marani")).to_have_count(0)


def _confirm(page: Page, departure: str) -> None:
    page.goto(departure)
    page.get_by_text("Bescheinigung ist zurück: Ausreise bestätigen").click()
    page.get_by_label("Ausgereist am").fill("07.09.2026")
    page.get_by_role("button", name="Ausreise bestätigen").click()
    said(page, "Die Ausreise ist bestätigt.")


def _pay(officer: Page, head: Page, departure: str, amount: str) -> None:
    """Prepare the payment of the part that is due, let the head sign it, and read its voucher."""
    officer.goto(departure)
    officer.get_by_role("link", name="Bewilligung, Raten und Zahlungen").click()
    officer.get_by_role("link", name=re.compile("^Zahlung vorbereiten")).click()
    officer.get_by_label("Wer bekommt das Geld?").fill("Lela Marani")
    officer.get_by_label("Auf welchem Weg?").fill("Auszahlung durch die Beratungsstelle in Tiflis")
    officer.get_by_role("button", name="Zur Zweitzeichnung geben").click()
    said(officer, "Ihre eigene Zahlung muss eine andere Person unterzeichnen.")
    head.goto("/")
    head.get_by_role("navigation").get_by_role("link", name=re.compile("^Unterschriften")).click()
    head.get_by_role("link", name=re.compile("Zahlung")).first.click()
    head.get_by_role("link", name=re.compile(r"^\d{4}-\d+")).first.click()
    head.get_by_role("button", name="Zahlung anweisen").click()
    said(head, "Die Zahlung ist angewiesen.")
    officer.reload()
    link = officer.get_by_role("link", name="Beleg für die Landeskasse (PDF)").get_attribute("href")
    voucher = text_of(officer.request.get(str(link)).body())
    assert amount in voucher
    assert "Henrike Seidel" in voucher


def _report_follow_up(page: Page, departure: str) -> None:
    page.goto(departure)
    page.get_by_role("button", name="Nachzahlung freigeben").click()
    said(page, "die Nachzahlung kann angewiesen werden")
