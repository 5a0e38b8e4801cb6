"""``augenmass demo-check``: visits a running demonstration as a caseworker would, over HTTP, and says what it saw."""

import re
from argparse import Namespace
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPException
from http.cookiejar import CookieJar
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

from augenmass.demo import land
from augenmass.site.command.outcome import OK, CommandFailed

CASE = re.compile(r"/faelle/[0-9a-f-]{36}/")
SECONDS = 30


@dataclass
class Page(HTMLParser):
    """What a visitor reads of a page: its title, headings, links, and the fields of its forms by their target."""

    status: int
    url: str
    body: str
    title: str = ""
    headings: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    forms: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._into = ""
        self._form: dict[str, str] = {}
        self.feed(self.body)
        self.title = " ".join(self.title.split())
        self.headings = [text for heading in self.headings if (text := " ".join(heading.split()))]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag in {"title", "h1", "h2"}:
            self._into = tag
            if tag != "title":
                self.headings.append("")
        elif tag == "a":
            self.links.append(held.get("href", ""))
        elif tag == "form":
            self._form = self.forms.setdefault(held.get("action", ""), {})
        elif tag == "input" and held.get("name"):
            self._form[held["name"]] = held.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._into:
            self._into = ""

    def handle_data(self, data: str) -> None:
        if self._into == "title":
            self.title += data
        elif self._into:
            self.headings[-1] += data


class Visitor:
    """A browser without scripts: cookies, pages, forms."""

    def __init__(self, base: str) -> None:
        if urlsplit(base).scheme not in {"http", "https"}:
            raise CommandFailed(f"{base} ist keine Adresse eines Servers.")
        self.base = base
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> Page:
        """Open a page. Raises ``CommandFailed`` when it does not come or is an error page."""
        return self._open(Request(urljoin(self.base, path)))  # noqa: S310  only http, see __init__

    def post(self, path: str, fields: dict[str, str]) -> Page:
        """Send a form."""
        address = urljoin(self.base, path)
        return self._open(
            Request(address, urlencode(fields).encode(), {"Referer": address, "Origin": self.base.rstrip("/")})  # noqa: S310
        )

    def _open(self, request: Request) -> Page:
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                return Page(answer.status, answer.url, answer.read().decode())
        except HTTPError as error:
            raise CommandFailed(f"{request.full_url} antwortet mit {error.code}.") from error
        except (URLError, HTTPException, OSError) as error:
            raise CommandFailed(f"{request.full_url} ist nicht erreichbar ({error}).") from error


def run(arguments: Namespace) -> int:
    """Sign in, open the worklist and its first case; fails with the reason when a page is not what it should be."""
    visitor = Visitor(arguments.url)
    person = land.PEOPLE[0]
    signed_in = _sign_in(visitor, person.username)
    print(f"Angemeldet als {person.name} ({person.comes_for}): {signed_in.title}")
    worklist = visitor.get("/faelle/")
    cases = list(dict.fromkeys(found.group() for link in worklist.links if (found := CASE.match(link))))
    if not cases:
        raise CommandFailed(f"Die Fallliste {worklist.url} zeigt keinen Fall.")
    print(f"Fallliste: {worklist.title}; {len(cases)} Fälle auf der ersten Seite")
    case = visitor.get(cases[0])
    if not case.headings:
        raise CommandFailed(f"Die Fallseite {case.url} hat keine Überschrift.")
    print(f"Fall: {'; '.join(case.headings[:6])}")
    proofs = [link for link in case.links if "/warum/" in link]
    if proofs:
        proof = visitor.get(urljoin(case.url, proofs[0]))
        print(f"Warum? {'; '.join(proof.headings[:3])}")
    return OK


def _sign_in(visitor: Visitor, username: str) -> Page:
    page = visitor.get("/anmelden/?next=/faelle/")
    form = next((fields for fields in page.forms.values() if "password" in fields), None)
    if form is None:
        raise CommandFailed("Die Seite /anmelden/ hat kein Formular für die Anmeldung.")
    answer = visitor.post("/anmelden/", {**form, "login": username, "password": land.PASSWORD, "next": "/faelle/"})
    if "/anmelden/" in answer.url:
        raise CommandFailed(f"Die Anmeldung als {username} wurde abgelehnt.")
    return answer
