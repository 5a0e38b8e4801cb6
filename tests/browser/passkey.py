"""A passkey in the browser: Chromium's own virtual authenticator, which answers as a device with a fingerprint sensor would."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from tests.browser.conftest import HOME, sign_in

OPTIONS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def sign_out(page: Page) -> None:
    """Sign out by the page for it."""
    page.goto("/abmelden/")
    page.get_by_role("button", name="Abmelden").click()
    page.wait_for_url("**/anmelden/")


class Device:
    """The authenticator of one window."""

    def __init__(self, page: Page) -> None:
        self._protocol = page.context.new_cdp_session(page)
        self._protocol.send("WebAuthn.enable")
        made = self._protocol.send("WebAuthn.addVirtualAuthenticator", {"options": OPTIONS})
        self._id = made["authenticatorId"]

    def recognises(self, yes: bool) -> None:
        """Whether it recognises its owner."""
        self._protocol.send("WebAuthn.setUserVerified", {"authenticatorId": self._id, "isUserVerified": yes})

    def keys(self) -> int:
        """How many passkeys it holds."""
        return len(self._protocol.send("WebAuthn.getCredentials", {"authenticatorId": self._id})["credentials"])


def set_up(page: Page, name: str) -> None:
    """Set a passkey up by the page for it, and leave the page of the codes."""
    page.goto("/konto/anmeldung/passkeys/neu/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Passkey einrichten").click()
    page.wait_for_url("**/konto/anmeldung/codes/")


@contextmanager
def passkey_of(page: Page, username: str) -> Iterator[Page]:
    """A window of somebody who has a passkey and is signed out; the passkey goes again, as others use the account too."""
    Device(page)
    sign_in(page, username)
    set_up(page, "Dienstrechner")
    sign_out(page)
    yield page
    page.goto("/konto/anmeldung/")
    if "/konto/" not in page.url:
        page.goto("/anmelden/")
        if "zweiter-faktor" in page.url:
            page.get_by_role("button", name="Mit Passkey bestätigen").click()
        else:
            page.get_by_role("button", name="Mit Passkey anmelden").click()
        page.wait_for_url(HOME)
        page.goto("/konto/anmeldung/")
    page.get_by_role("link", name="Entfernen").click()
    page.get_by_role("button", name="Entfernen").click()
    page.wait_for_url("**/konto/anmeldung/")
    sign_out(page)
