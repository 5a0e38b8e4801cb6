"""A signed-in reader over HTTP, sequential, with the time of each page."""

import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

PASSWORD = "Augenmass-Demo-2026"


class Reader:
    """Keeps the session of one person; "" is somebody who does not sign in."""

    def __init__(self, base: str, account: str) -> None:
        self.base = base
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        if account:
            self._sign_in(account)

    def _sign_in(self, account: str) -> None:
        page, _ms = self.get("/anmelden/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token is None:
            raise ValueError("no sign-in form")
        form = {"login": account, "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
        address = f"{self.base}/anmelden/"
        request = urllib.request.Request(
            address, urllib.parse.urlencode(form).encode(), {"Referer": address, "Origin": self.base}
        )
        with self._opener.open(request, timeout=60) as answer:
            if "anmelden" in answer.url:
                raise ValueError("the sign-in was refused")

    def get(self, path: str) -> tuple[str, float]:
        """The page and its time in milliseconds."""
        before = time.perf_counter()
        with self._opener.open(self.base + path, timeout=120) as answer:
            text = answer.read().decode(errors="replace")
        return text, (time.perf_counter() - before) * 1000
