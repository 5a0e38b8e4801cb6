"""Passkeys at the door of persons, in a browser with an authenticator: set up after a code, used instead of one, removed; and what goes wrong."""

import re
from io import BytesIO

from playwright.sync_api import Page, expect
from pypdf import PdfReader
from tests.browser.conftest import Enter, Installation
from tests.browser.passkey import Device

ALONE, CANCELLED = ("race", "Quist"), ("twice", "Orsini")
EACH = (("stale", "Ibsen"), ("session", "Ferrand"))
"""Cases of the installation, with the name of their person; each test has its own, as an access keeps its passkeys."""


def code_for(officer: Page, case: str) -> str:
    """The code on a letter of the authority; the access is opened where there is none yet."""
    officer.goto(case)
    if officer.get_by_role("button", name=re.compile("^Schreiben mit Code")).count() == 0:
        officer.get_by_role("button", name="Zugang anlegen").click()
    with officer.expect_download() as letter:
        officer.get_by_role("button", name=re.compile("^Schreiben mit Code")).click()
    pages = PdfReader(BytesIO(letter.value.path().read_bytes())).pages
    found = re.search(r"\d{4} \d{4} \d{4} \d{4}", "".join(page.extract_text() for page in pages))
    assert found is not None
    return found[0]


def sign_in(page: Page, code: str) -> None:
    """Use a code at the door."""
    page.goto("/portal/")
    page.get_by_label("Ihr Code").fill(code)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    expect(page.get_by_role("button", name="Abmelden")).to_be_visible()


def set_up(page: Page) -> None:
    """Set a passkey up by the page for it."""
    page.get_by_role("link", name="Zugang", exact=True).click()
    page.get_by_role("link", name="Passkey einrichten").click()
    page.get_by_role("button", name="Passkey einrichten").click()


def leave(page: Page) -> None:
    """Sign out; the page for signing in is there again."""
    page.get_by_role("button", name="Abmelden").click()
    expect(page.get_by_label("Ihr Code")).to_be_visible()


def by_passkey(page: Page) -> None:
    """Ask the device."""
    page.get_by_role("button", name="Mit Passkey anmelden").click()


def entered_as(page: Page, name: str) -> None:
    """Whose pages these are."""
    expect(page.get_by_text(re.compile(f"Angemeldet: .*{name}"))).to_be_visible()


def test_a_passkey_takes_the_place_of_the_code_and_goes_again(enter: Enter, installation: Installation) -> None:
    officer, page = enter("okonkwo"), enter("", width=390)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    device = Device(page)
    sign_in(page, code_for(officer, installation.address(f"/faelle/{{{ALONE[0]}}}/zugang/")))
    set_up(page)
    expect(page.get_by_role("button", name="Entfernen")).to_have_count(1)
    assert device.keys() == 1
    leave(page)
    by_passkey(page)
    entered_as(page, ALONE[1])
    set_up(page)
    expect(page.get_by_text("Auf diesem Gerät gibt es schon einen Passkey für diesen Zugang.")).to_be_visible()
    page.goto("/portal/zugang/")
    expect(page.get_by_text(", mit einem Passkey")).to_be_visible()
    page.get_by_role("button", name="Entfernen").click()
    expect(page.get_by_text("Noch kein Passkey.")).to_be_visible()
    leave(page)
    assert wrong == []
    by_passkey(page)
    expect(page.get_by_text("Dieser Passkey öffnet den Zugang nicht.")).to_be_visible()
    expect(page.get_by_role("button", name="Abmelden")).to_have_count(0)


def test_a_dialogue_that_was_cancelled_says_so_and_changes_nothing(enter: Enter, installation: Installation) -> None:
    officer, page = enter("okonkwo"), enter("", width=390)
    device = Device(page)
    device.recognises(False)
    sign_in(page, code_for(officer, installation.address(f"/faelle/{{{CANCELLED[0]}}}/zugang/")))
    set_up(page)
    expect(page.get_by_text("Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.")).to_be_visible()
    page.goto("/portal/zugang/")
    expect(page.get_by_text("Noch kein Passkey.")).to_be_visible()
    device.recognises(True)
    set_up(page)
    expect(page.get_by_role("button", name="Entfernen")).to_have_count(1)
    leave(page)
    device.recognises(False)
    by_passkey(page)
    expect(page.get_by_text("Bitte versuchen Sie es noch einmal oder nehmen Sie einen Code.")).to_be_visible()
    device.recognises(True)
    by_passkey(page)
    entered_as(page, CANCELLED[1])


def test_each_passkey_opens_the_pages_of_its_own_person_only(enter: Enter, installation: Installation) -> None:
    officer = enter("okonkwo")
    pages = []
    for role, name in EACH:
        page = enter("", width=390)
        Device(page)
        sign_in(page, code_for(officer, installation.address(f"/faelle/{{{role}}}/zugang/")))
        set_up(page)
        expect(page.get_by_role("button", name="Entfernen").first).to_be_visible()
        entered_as(page, name)
        leave(page)
        pages.append((page, name))
    for page, name in pages:
        by_passkey(page)
        entered_as(page, name)
        for _role, other in EACH:
            expect(page.get_by_text(other)).to_have_count(1 if other == name else 0)
