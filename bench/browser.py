"""A signed-in reader over HTTP, sequential, with the time of each page."""

import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

PASSWORD = "Augenmass-Demo-2026"


class Reader:
    """Keeps the session of one person."""

    def __init__(self, base: str, account: str) -> None:
        self.base = base
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        page, _ms = self.get("/anmelden/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if token is None:
            raise ValueError("no sign-in form")
        form = {"login": account, "password": PASSWORD, "csrfmiddlewaretoken": token[1]}
        request = urllib.request.Request(
            f"{base}/anmelden/", urllib.parse.urlencode(form).encode(), {"Referer": f"{base}/anmelden/", "Origin": base}
        )
        with self._opener.open(request, timeout=60) as answer:
            if "anmelden" in answer.url:
                raise ValueError("the sign-in was refused")

    def get(self, path: str) -> tuple[str, float]:
        """The page and its time in milliseconds."""
        before = time.perf_counter()
        with self._opener.open(self.base + path, timeout=120) as answer:
            text = answer.read().decode()
        return text, (time.perf_counter() - before) * 1000
