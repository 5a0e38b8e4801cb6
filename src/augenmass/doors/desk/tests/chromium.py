"""A browser that shows rendered pages without a server: addresses of the style sheets are answered from the folder, under the policy of production."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from mimetypes import guess_type
from pathlib import Path

from playwright.sync_api import Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parents[5]
STATIC = ROOT / "src/augenmass/doors/desk/static"
CHROMIUM = Path("/usr/bin/chromium")
HOST = "http://desk.test"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@contextmanager
def shown(
    html: str, width: int = 1280, dark: bool = False, scripts: bool = True, forced: bool = False
) -> Iterator[tuple[Page, list[str]]]:
    """Opens `html` in a window `width` pixels wide; yields the page and the list of what the console complained about."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        view = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            forced_colors="active" if forced else "none",
            locale="de-DE",
        )
        page = view.new_page()
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.route("**/*", _answer(html))
        page.goto(f"{HOST}/")
        page.wait_for_load_state("networkidle")
        yield page, complaints
        browser.close()


def _answer(html: str) -> Callable[[Route], None]:
    def answer(route: Route) -> None:
        path = re.sub(r"[?#].*", "", route.request.url.removeprefix(HOST))
        if path == "/":
            route.fulfill(
                body=html, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY}
            )
            return
        file = STATIC / path.removeprefix("/static/")
        if not file.is_file():
            route.fulfill(status=404, body="")
            return
        route.fulfill(body=file.read_bytes(), content_type=guess_type(file.name)[0] or "font/woff2")

    return answer
