"""Setting a passkey up and signing in with it, in a browser with an authenticator; and what the pages look like on the way."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.axe import axe
from tests.browser.conftest import HOME, Enter, sign_in
from tests.browser.passkey import Device, passkey_of, set_up, sign_out

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def looks_right(page: Page) -> None:
    """axe finds nothing and nothing scrolls sideways, wide and narrow, light and dark."""
    for width, scheme in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == [], page.url
        assert page.evaluate(SIDEWAYS) <= 0, page.url
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_passkey_is_set_up_signs_in_alone_and_goes_again(enter: Enter) -> None:
    page = enter("")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    device = Device(page)
    sign_in(page, "lindner")
    set_up(page, "Dienstrechner")
    assert device.keys() == 1
    expect(page.locator(".am-codes code")).to_have_count(10)
    looks_right(page)
    page.get_by_role("link", name="Codes sind notiert").click()
    page.wait_for_url(HOME)

    sign_out(page)
    page.goto("/anmelden/?next=/faelle/")
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.wait_for_url(re.compile(r"//[^/]+/faelle/$"))

    sign_out(page)
    sign_in(page, "lindner", to="**/zweiter-faktor/")
    looks_right(page)
    page.get_by_role("button", name="Mit Passkey bestätigen").click()
    page.wait_for_url(HOME)
    page.goto("/konto/anmeldung/")
    looks_right(page)
    page.get_by_role("link", name="Umbenennen").click()
    looks_right(page)
    page.get_by_label("Name (Pflichtangabe)").fill("Schlüssel am Bund")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name="Entfernen").click()
    looks_right(page)
    page.get_by_role("button", name="Entfernen").click()
    expect(page.get_by_text("Der Passkey ist entfernt.")).to_be_visible()
    assert said == []
    sign_out(page)


def test_a_device_that_does_not_recognise_its_owner_signs_nobody_in(enter: Enter) -> None:
    page = enter("")
    device = Device(page)
    sign_in(page, "kessler")
    set_up(page, "Dienstrechner")
    sign_out(page)
    device.recognises(False)
    page.get_by_role("button", name="Mit Passkey anmelden").click()

    expect(page.get_by_text("Der Vorgang wurde abgebrochen oder hat zu lange gedauert.")).to_be_visible()
    looks_right(page)
    device.recognises(True)
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    page.wait_for_url(HOME)
    page.goto("/konto/anmeldung/")
    page.get_by_role("link", name="Entfernen").click()
    page.get_by_role("button", name="Entfernen").click()
    page.wait_for_url("**/konto/anmeldung/")


def test_the_same_device_is_not_set_up_twice(enter: Enter) -> None:
    with passkey_of(enter(""), "yilmaz") as page:
        page.get_by_role("button", name="Mit Passkey anmelden").click()
        page.wait_for_url(HOME)
        page.goto("/konto/anmeldung/passkeys/neu/")
        page.get_by_role("button", name="Passkey einrichten").click()

        expect(page.get_by_text("Dieser Passkey ist für Ihr Konto schon eingerichtet.")).to_be_visible()


@pytest.mark.parametrize("path", ["/anmelden/", "/konto/anmeldung/passkeys/neu/"])
def test_without_scripts_the_page_says_what_a_passkey_needs(enter: Enter, path: str) -> None:
    page = enter("okonkwo" if path.startswith("/konto") else "", scripts=False)
    page.goto(path)

    expect(page.get_by_text("Ein Passkey braucht JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Passkey")).to_have_count(0)
