"""An installation whose clock is moved on: the same data, the same address, later days; and the counsellors' compartment beside it."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.conftest import COUNSELLING_PASSWORD, sign_in
from tests.browser.serving import COMMAND, compartment_environment_of, environment_of, free_port, run, served

AUTHORITY, COMPARTMENT = "authority", "compartment"


class Way:
    """The programs in one folder, and the windows of those who work in them. ``at`` moves the clock on and starts them anew.

    ``counselled``: whether the compartment runs beside the authorities' program.
    """

    def __init__(self, folder: Path, chromium: Browser, counselled: bool = True) -> None:
        self.folder, self.chromium = folder, chromium
        names = (AUTHORITY, COMPARTMENT) if counselled else (AUTHORITY,)
        self.ports = {name: free_port() for name in names}
        self.running = ExitStack()
        self.windows: list[BrowserContext] = []
        for name in self.ports:
            (folder / name).mkdir(exist_ok=True)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the authorities' program on the first day."""
        return environment_of(self.folder / AUTHORITY, FIRST_DAY)

    def base(self, name: str) -> str:
        """The address of one of the two programs; it stays the same on every day."""
        return f"http://localhost:{self.ports[name]}"

    def set_up(self, cases: int) -> None:
        """Bring what runs to its first state."""
        run([COMMAND, "demo-setup", "--cases", str(cases)], self.environment)
        if COMPARTMENT not in self.ports:
            return
        token = str(self.folder / AUTHORITY / "data" / "statements.token")
        arguments = ["--authority", self.base(AUTHORITY), "--token-file", token]
        environment = compartment_environment_of(self.folder / COMPARTMENT, FIRST_DAY)
        run([COMMAND, "compartment", "demo-setup", *arguments], environment)

    def at(self, now: str) -> None:
        """Go on to another day: windows close, the programs start again with their clock at ``now``."""
        self.stop()
        environment = environment_of(self.folder / AUTHORITY, now)
        arguments = ["--workers", "1", "--with-worker"]
        self.running.enter_context(served(arguments, environment, self._log(AUTHORITY), self.ports[AUTHORITY]))
        if COMPARTMENT in self.ports:
            environment = compartment_environment_of(self.folder / COMPARTMENT, now)
            port = self.ports[COMPARTMENT]
            self.running.enter_context(served(["--compartment"], environment, self._log(COMPARTMENT), port))

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def stop(self) -> None:
        """Close the windows and stop the programs."""
        for window in self.windows:
            window.close()
        self.windows.clear()
        self.running.close()

    def enter(self, username: str = "") -> Page:
        """A window of the authorities' program in which somebody is signed in, or nobody."""
        page = self._window(AUTHORITY)
        if username:
            sign_in(page, username)
        return page

    def counsel(self, username: str) -> Page:
        """A window of the compartment in which a counsellor is signed in."""
        page = self._window(COMPARTMENT)
        sign_in(page, username, password=COUNSELLING_PASSWORD)
        return page

    def phone(self, locale: str) -> Page:
        """A window as wide as a phone, of somebody whose browser asks for a language, at the door of persons."""
        return self._window(AUTHORITY, 390, locale)

    def _window(self, name: str, width: int = 1280, locale: str = "de-DE") -> Page:
        window = self.chromium.new_context(
            base_url=self.base(name), viewport={"width": width, "height": 900}, locale=locale, reduced_motion="reduce"
        )
        window.set_default_timeout(60_000)
        self.windows.append(window)
        return window.new_page()


FIRST_DAY = "2026-08-17T09:30:00+02:00"


def opened(folder: Path, chromium: Browser, cases: int, counselled: bool = True) -> Iterator[Way]:
    """A way that is set up on its first day, and stopped at the end."""
    way = Way(folder, chromium, counselled)
    way.set_up(cases)
    try:
        yield way
    finally:
        way.stop()
