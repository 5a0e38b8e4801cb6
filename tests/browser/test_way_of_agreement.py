"""The whole way of an agreement in the browser: from the letter with a code to the review, the next edition and the withdrawal.

The counsellor works at the desk; the person, on a phone and in Arabic, at their own door; a provider and a stranger without any account.
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
from tests.axe import axe
from tests.browser.serving import COMMAND, run
from tests.browser.test_way_of_return import said
from tests.browser.way import FIRST_DAY, Way, opened

NAME = "Salma Nasser"
ARABIC = (
    "تتحدث العربية والإنجليزية.",
    "النجاح في امتحان B1",
    "شرح مكان التسجيل والمرافقة إلى الموعد الأول",
    "البحث عن مكان مناسب في دورة لغة",
    "إجراء اختبار تحديد المستوى",
    "كتابة السيرة الذاتية معًا",
    "إحضار الشهادات",
    "مكان في دورة الاندماج",
)
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIGN, JOIN, READ_AND_SIGN, AGREEMENT = "توقيع", "ربط", "القراءة والتوقيع", "الاتفاق"
SIGN_IN, COPY, READ = "تسجيل الدخول", "النسخة الموقعة بصيغة PDF", "قراءة النص"


@pytest.fixture
def way(chromium: Browser) -> Iterator[Way]:
    folder = Path(tempfile.mkdtemp(prefix="augenmass-agreement-"))
    yield from opened(folder, chromium, cases=12, counselled=False)
    shutil.rmtree(folder)


def test_from_the_letter_to_the_review_and_the_withdrawal(way: Way) -> None:
    case = json.loads(run([sys.executable, "-m", "tests.browser.prepare_door"], way.environment))["case"]
    way.at(FIRST_DAY)
    code = _letter_of_the_authority(way.enter("okonkwo"), case)
    counsellor = way.enter("nowak")
    page = _begin(counsellor)
    _both_sides_and_a_provider(counsellor, page)
    _provider_accepts(way)
    _fix_and_translate(counsellor, page)
    join = _join_code(counsellor, page)
    person = way.phone("ar")
    _sign_in(person, code)
    _join(person, join)
    _read_and_sign(person)
    _countersign(counsellor, page)
    copy = _copy_of(person)
    _verified(way, copy)
    way.at("2026-09-28T10:00:00+02:00")
    counsellor = way.enter("nowak")
    _hold_review(counsellor, page)
    _next_edition(counsellor, page)
    person = way.phone("ar")
    _sign_in(person, _letter_of_the_counsellor(counsellor, page))
    _read_the_difference(person)
    _withdraw(counsellor, page)
    _sees_no_consequence(person)


def _letter_of_the_authority(page: Page, case: str) -> str:
    """The code on the letter that an officer of the authority orders: for everything that the person has at this door."""
    page.goto(f"/faelle/{case}/zugang/")
    page.get_by_role("button", name="Zugang anlegen").click()
    said(page, "Der Zugang ist angelegt.")
    with page.expect_download() as letter:
        page.get_by_role("button", name="Schreiben mit Code").click()
    return _code_in(letter.value.path())


def _letter_of_the_counsellor(page: Page, address: str) -> str:
    """The code on the letter that the counsellor hands over: for the agreement alone."""
    page.goto(address)
    with page.expect_download() as letter:
        page.get_by_role("button", name="Brief mit Code ausgeben").click()
    return _code_in(letter.value.path())


def _code_in(letter: Path) -> str:
    text = "".join(one.extract_text() for one in PdfReader(BytesIO(letter.read_bytes())).pages)
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", text)
    assert found is not None, text
    return found[0]


def _begin(page: Page) -> str:
    page.goto("/vereinbarungen/")
    page.get_by_role("link", name="Vereinbarung beginnen").click()
    page.get_by_label("Name (Pflichtangabe)").fill(NAME)
    page.get_by_label("Sprache der Person").select_option("ar")
    page.get_by_label("Neu angekommen").check()
    page.get_by_role("button", name="Beginnen").click()
    said(page, "Die Vereinbarung ist angelegt.")
    address = page.url
    page.get_by_role("link", name="Ausgangslage und Ziele eintragen").click()
    page.get_by_role("textbox", name="Sprache").fill("Spricht Arabisch und Englisch.")
    page.get_by_label("Ziele in den Worten der Person").fill("Die Prüfung B1 schaffen")
    page.get_by_role("button", name="Speichern").click()
    said(page, "Gespeichert.")
    return address


def _both_sides_and_a_provider(page: Page, address: str) -> None:
    """A step on a day that is no working day is named first; the counsellor lets it stay."""
    for side, what, due in (
        ("Beratungsstelle", "Den Lebenslauf gemeinsam schreiben", "03.10.2026"),
        ("Person", "Die Zeugnisse mitbringen", "14.09.2026"),
    ):
        page.goto(address)
        page.get_by_role("link", name="Schritt eintragen").click()
        page.get_by_label(side, exact=True).check()
        page.get_by_label("Was wird getan?").fill(what)
        page.get_by_label("Bis wann?").fill(due)
        page.get_by_role("button", name="Speichern").click()
        if due.startswith("03.10."):
            said(page, "Tag der Deutschen Einheit")
            page.get_by_label("Es soll bei diesem Tag bleiben.").check()
            page.get_by_role("button", name="Speichern").click()
        said(page, "Gespeichert.")
    page.get_by_role("link", name="Leistung einer anderen Stelle anfragen").click()
    page.get_by_label("Welche Stelle?").fill("Kursträger (erfunden)")
    page.get_by_label("E-Mail-Adresse der Stelle").fill("kurse@auenkreis.example")
    page.get_by_label("Welche Leistung?").fill("ein Platz im Integrationskurs")
    page.get_by_label("Bis wann?").fill("05.10.2026")
    page.get_by_role("button", name="Speichern").click()
    said(page, "Gespeichert.")


def _provider_accepts(way: Way) -> None:
    link = run([sys.executable, "-m", "tests.browser.provider_mail"], way.environment).strip()
    stranger = way.enter()
    stranger.goto(link)
    expect(stranger.get_by_text(NAME)).to_have_count(0)
    stranger.get_by_label("Ja", exact=True).check()
    stranger.get_by_label("Ihr Name").fill("Kursplanung")
    stranger.get_by_role("button", name="Antwort senden").click()
    said(stranger, "Danke, Ihre Antwort ist angekommen.")


def _fix_and_translate(page: Page, address: str, words: tuple[str, ...] = ARABIC) -> None:
    page.goto(address)
    page.get_by_role("button", name="Text festlegen").click()
    said(page, "Der Text steht.")
    page.get_by_role("link", name="Übersetzung eintragen").click()
    areas = page.locator("textarea")
    for number in range(areas.count()):
        if not areas.nth(number).input_value():
            areas.nth(number).fill(words[number % len(words)])
    page.get_by_label("Übersetzerin oder Übersetzer").fill("Layla Nasser")
    page.get_by_role("button", name="Speichern").click()
    said(page, "Gespeichert.")
    page.goto(address)
    page.get_by_label("Wer gedolmetscht hat").fill("Layla Nasser")
    page.get_by_role("button", name="Festhalten").click()
    said(page, "Nun können beide Seiten unterschreiben.")


def _join_code(page: Page, address: str) -> str:
    page.goto(address)
    page.get_by_role("button", name="Code erzeugen").click()
    return page.locator("code.am-secret").inner_text()


def _sign_in(page: Page, code: str) -> None:
    page.goto("/portal/")
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name=SIGN_IN, exact=True).click()
    expect(page.get_by_role("navigation").get_by_role("link", name=AGREEMENT)).to_be_visible()


def _looks_right(page: Page) -> None:
    found = axe(page)
    assert found == [], (page.url, found)
    assert page.evaluate(SIDEWAYS) <= 0, page.url


def _join(page: Page, code: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=AGREEMENT).click()
    page.locator("input[name=agreement_code]").fill(code)
    page.get_by_role("button", name=JOIN).click()
    expect(page.get_by_role("link", name=READ_AND_SIGN)).to_be_visible()
    _looks_right(page)


def _read_and_sign(page: Page) -> None:
    page.get_by_role("link", name=READ_AND_SIGN).click()
    expect(page.get_by_text(ARABIC[1]).first).to_be_visible()
    _looks_right(page)
    page.get_by_role("button", name=SIGN, exact=True).click()
    expect(page.locator(".alert.wrong")).to_be_visible()
    page.locator("input[name=read]").check()
    page.get_by_role("button", name=SIGN, exact=True).click()
    page.wait_for_url("**/portal/vereinbarung/")
    expect(page.get_by_text(ARABIC[-1])).to_be_visible()
    expect(page.locator(".alert.good")).to_be_visible()
    expect(page.get_by_role("link", name=READ_AND_SIGN)).to_have_count(0)


def _countersign(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Unterschrift der Beratungsstelle").click()
    page.get_by_label("Der Text auf dieser Seite wurde gelesen und verstanden.").check()
    page.get_by_role("button", name="Unterschreiben").click()
    page.goto(address)
    expect(page.locator(".am-chip-row").first).to_contain_text("unterschrieben")


def _copy_of(page: Page) -> Path:
    page.goto("/portal/vereinbarung/")
    with page.expect_download() as copy:
        page.get_by_role("link", name=COPY).click()
    return copy.value.path()


def _verified(way: Way, copy: Path) -> None:
    """By a stranger on the public page and by the command, which asks nobody; a changed byte is told."""
    stranger = way.enter()
    content = copy.read_bytes()
    changed = content.replace(b"%PDF-1.", b"%PDF-2.", 1)
    for file, verdict in ((content, "Diese Datei ist unverändert"), (changed, "Diese Datei wurde verändert")):
        stranger.goto("/vereinbarung-pruefen/")
        sent = {"name": "vereinbarung.pdf", "mimeType": "application/pdf", "buffer": file}
        stranger.locator("input[type=file]").set_input_files(sent)
        stranger.get_by_role("button", name="Prüfen").click()
        said(stranger, verdict)
        expect(stranger.get_by_text("Nasser")).to_have_count(0)
    written = run([COMMAND, "verify-agreement", str(copy)], way.environment)
    assert "Unverändert: Fassung 1, unterschrieben am 17.08.2026" in written


def _hold_review(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Gespräch eintragen").click()
    page.get_by_label("Geführt am").fill("28.09.2026")
    page.get_by_label("Notizen").fill("Der Kurs hat begonnen.")
    page.get_by_role("button", name="Eintragen", exact=True).click()
    said(page, "Das Gespräch ist eingetragen, das nächste geplant.")


def _next_edition(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Neue Fassung beginnen").click()
    page.get_by_label("Warum wird die Vereinbarung geändert?").fill("Der Kurs hat begonnen.")
    page.locator("#aendern").get_by_role("button", name="Beginnen").click()
    said(page, "Eine neue Fassung ist begonnen.")
    page.get_by_role("link", name="Schritt eintragen").click()
    page.get_by_label("Person", exact=True).check()
    page.get_by_label("Was wird getan?").fill("Zum Kurs gehen")
    page.get_by_role("button", name="Speichern").click()
    said(page, "Gespeichert.")
    _fix_and_translate(page, address, ("حضور الدورة",))  # what was translated before stands there


def _read_the_difference(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name=AGREEMENT).click()
    page.get_by_role("link", name=READ_AND_SIGN).click()
    expect(page.locator("ins").filter(has_text="حضور الدورة")).to_be_visible()
    _looks_right(page)


def _withdraw(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Widerruf eintragen").click()
    said(page, "Das hat keine Folgen für die Person")


def _sees_no_consequence(page: Page) -> None:
    """What was open to be signed no longer is; what was agreed can still be read."""
    page.locator("input[name=read]").check()
    page.get_by_role("button", name=SIGN, exact=True).click()
    expect(page.locator(".alert.wrong")).to_be_visible()
    page.goto("/portal/vereinbarung/")
    expect(page.get_by_text("ليس لذلك أي عواقب عليك")).to_be_visible()
    expect(page.get_by_role("link", name=READ_AND_SIGN)).to_have_count(0)
    expect(page.get_by_role("link", name=COPY)).to_be_visible()
    _looks_right(page)
