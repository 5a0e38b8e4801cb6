"""The pages of counsellors and of persons, measured over many agreements, and a reminder run that is killed in between.

script/bench portal [--agreements 100000] [--messages 50000] [--cases 10000] [--bodies 20] [--postgresql ADDRESS] [--json FILE] [--keep FOLDER]

The measured office has ten times as many agreements as another. Agreements are written as the program writes them, and the chain is
verified before anything is measured.
"""

import argparse
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.agreement_stock import Writing, originals
from bench.browser import Reader
from bench.installation import Installation
from bench.reminder_run import prepare, run
from bench.report import Report, machine
from bench.return_stock import BLOCKS_OF_CENTRAL, share_of
from bench.returns import first_night, named, start
from bench.walking import PAGES, _export

PAGE_MS, SLOW_MS = 100, 250
TEAM = 40
"""Counsellors in the measured office."""
KEYS = 40
"""So many agreements are opened in turn."""
PEOPLE = 10
"""So many persons read at their door in turn."""
COUNSELLOR, OFFICER = "nowak", "okonkwo"


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench portal", description=__doc__)
    parser.add_argument("--agreements", type=int, default=100_000)
    parser.add_argument("--messages", type=int, default=50_000)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--bodies", type=int, default=20)
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE", help="leere Datenbank")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="Datenordner, der bleibt: ein zweiter Lauf misst nur noch")
    chosen = parser.parse_args()
    report = Report({"agreements": chosen.agreements, "cases": chosen.cases, "bodies": chosen.bodies, "pages": PAGES})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        site = Installation((chosen.keep or Path(scratch)) / "site", chosen.postgresql)
        done = site.data / "filled"
        if not done.exists():
            site.data.mkdir(parents=True)
            fill(site, Path(scratch), report, chosen)
            done.touch()
        start(site)
        sizes(report)
        with site.server(with_worker=False) as base:
            of_counsellor(report, base)
            of_person(report, base)
        run(report, site.environment, prepare(chosen.messages, _today()))
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def _today() -> Any:
    from augenmass.law.time import today

    return today()


def fill(site: Installation, folder: Path, report: Report, chosen: argparse.Namespace) -> None:
    """Fill the installation: cases by the ordinary import, agreements by the ledger, ways in for persons."""
    began = time.perf_counter()
    site.run("demo-setup", "--cases", "200")
    path = folder / "cases.csv"
    _export(path, chosen.cases, 29)
    site.import_file(path)
    start(site)
    _told("Vorführung und Import", began)
    cases = _open_doors()
    _told("Zugänge", began)
    _agree(chosen.agreements, chosen.bodies, cases)
    report.add(
        f"{chosen.agreements} Vereinbarungen in {chosen.bodies} Stellen angelegt", time.perf_counter() - began, "s"
    )
    first_night(report)
    site.run("verify")
    _told("Kette geprüft", began)


def _told(what: str, began: float) -> None:
    print(f"  {time.perf_counter() - began:7.1f} s: {what}", flush=True)


def _open_doors() -> list[int]:
    """A way in for the person of every case of an authority; for some of them dates and letters by the ordinary actions."""
    from augenmass.person_access.models import Access
    from augenmass.record.ledger import book
    from augenmass.record.models import Case

    officer = named(OFFICER)
    free = Case.objects.filter(body=officer.body, person_accesses=None, closed_at=None)
    ids = list(free.order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(ids), 500):
        part = ids[at : at + 500]
        with book(officer, part) as opened:
            for pk in part:
                made = Access(
                    key=uuid4(), case_id=pk, kind=Access.Kind.PERSON, name="Person (erfunden)", authority=None,
                    valid_until=None, opened_by=officer.account, opened_at=opened.at,
                )  # fmt: skip
                opened.entry("portal.access_opened", opened.case(pk)).seal_later(made)
    for pk in ids[:PEOPLE]:
        _released(officer, pk)
    return ids


def _released(officer: Any, case_id: int) -> None:
    from augenmass.letters.actions.dispatch import SentLetter, record_dispatch
    from augenmass.letters.actions.informing import sign_information
    from augenmass.letters.models import Dispatch, Letter
    from augenmass.letters.rules.inputs import Incomplete
    from augenmass.person_access.actions.days import NewDay, release_day
    from augenmass.person_access.models import ReleasedDay
    from augenmass.record.ledger import entry
    from augenmass.work.refusal import NotDone

    for weeks in range(1, 5):
        day = _today() + timedelta(weeks=weeks)
        release_day(officer, case_id, NewDay(uuid4(), ReleasedDay.Kind.PICK_UP, day, None, "Marktplatz 1, Zimmer 12"))
    try:
        with entry(officer, "prospects.informed", case_id) as e:
            sign_information(e, officer.account, "Sachbearbeitung", ())
    except (Incomplete, NotDone):
        return  # nobody can be written to: this person has no letter
    for letter in Letter.objects.filter(case=case_id, dispatches=None):
        record_dispatch(officer, letter.key, SentLetter(uuid4(), Dispatch.Method.POST, _today()))


def _agree(agreements: int, bodies: int, cases: Sequence[int]) -> None:
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account, Body, Membership
    from augenmass.law.time import today

    counsellor = named(COUNSELLOR)
    share = share_of(agreements, bodies)
    writing = Writing(originals(counsellor), today())
    team = [counsellor.account_id, *(_colleague(counsellor.body, number).pk for number in range(1, TEAM))]
    writing.into(counsellor, team, min(agreements, share * BLOCKS_OF_CENTRAL), cases)
    like = counsellor.body
    for number in range(1, bodies):
        body = Body.objects.create(
            key=f"beratung-{number}",
            kind=like.kind,
            name=f"Beratung {number} (erfunden)",
            land=like.land,
            town="Auenburg",
        )
        account = _colleague(body, 0)
        assert Membership.objects.filter(account=account).exists()
        assert isinstance(account, Account)
        writing.into(actor_for(account), [account.pk], share)


def _colleague(body: Any, number: int) -> Any:
    from augenmass.directory.models import Account, Membership

    name = f"counsel-{body.key}-{number}"
    account = Account.objects.create(
        username=name, name=f"Beratung {number} (erfunden)", is_demo=True, password="!", email=f"{name}@example.org"
    )
    Membership.objects.create(account=account, body=body, role="integration_counsellor", valid_from=_today())
    return account


def sizes(report: Report) -> None:
    """How many rows there are in fact."""
    from django.apps import apps

    tables = ("Agreement", "Edition", "Signature", "Step", "Review", "Promise")
    report.sizes |= {table: apps.get_model("agreements", table).objects.count() for table in tables}
    report.sizes["Action"] = apps.get_model("record", "Action").objects.count()
    report.sizes["Access"] = apps.get_model("person_access", "Access").objects.count()
    report.sizes["of_the_office"] = (
        apps.get_model("agreements", "Agreement").objects.filter(body=named(COUNSELLOR).body_id).count()
    )
    print(report.sizes, flush=True)


def of_counsellor(report: Report, base: str) -> None:
    """The pages of a counsellor in the large office."""
    from augenmass.agreements.models import Agreement, ProviderLink
    from augenmass.agreements.rules.link import PROVIDER

    held = Agreement.objects.filter(body=named(COUNSELLOR).body_id)
    keys = [str(key) for key in held.filter(state="active").values_list("key", flat=True)[:KEYS]]
    drafts = [str(key) for key in held.filter(state="draft").values_list("key", flat=True)[:KEYS]]
    links = ProviderLink.objects.filter(used_at=None, promise__agreement__state__in=["draft", "active"])
    tokens = [PROVIDER.token_of(key) for key in links.values_list("key", flat=True)[:KEYS]]
    pages = {
        "Mein Tag der Beratung": ["/"],
        "Liste: unterschrieben": ["/vereinbarungen/", "/vereinbarungen/?page=3", "/vereinbarungen/?page=200"],
        "Liste: Gespräch steht an": ["/vereinbarungen/?ansicht=due", "/vereinbarungen/?ansicht=due&page=2"],
        "Liste: überfällig": ["/vereinbarungen/?ansicht=late", "/vereinbarungen/?ansicht=late&page=2"],
        "Liste: beendet": ["/vereinbarungen/?ansicht=ended"],
        "Liste: Suche nach Namen": [
            "/vereinbarungen/?q=bondar",
            "/vereinbarungen/?q=haddad+1",
            "/vereinbarungen/?q=nichts",
        ],
        "Vereinbarung mit Schritten, Leistungen, Gesprächen": [f"/vereinbarungen/{key}/" for key in keys],
        "Vereinbarung in Vorbereitung": [f"/vereinbarungen/{key}/" for key in drafts],
        "Text einer Fassung": [f"/vereinbarungen/{key}/fassung/1/" for key in keys],
        "Angaben zur Person": [f"/vereinbarungen/{key}/person/" for key in keys],
        "Erinnerungen": ["/vereinbarungen/erinnerungen/"],
    }
    reader = Reader(base, COUNSELLOR)
    for name, paths in pages.items():
        _measure(report, name, [(reader.get, path) for path in paths])
    if tokens:
        stranger = Reader(base, "")
        _measure(report, "Antwort einer anderen Stelle", [(stranger.get, f"/zusage/{one}/") for one in tokens], 20)


def of_person(report: Report, base: str) -> None:
    """The pages of the person's door, of some persons in turn."""
    people = [_door(base, token) for token in _visits()]
    pages = {
        "Start": "/portal/",
        "Vereinbarung": "/portal/vereinbarung/",
        "Termine": "/portal/termine/",
        "Kalenderdatei": "/portal/termine/kalender/",
        "Schreiben": "/portal/schreiben/",
        "Gespeicherte Daten": "/portal/daten/",
        "Rechte": "/portal/rechte/",
    }
    for name, path in pages.items():
        _measure(report, f"Zugang der Person: {name}", [(get, path) for get in people])


def _visits() -> list[str]:
    """Signed-in browsers of persons with an agreement: what their cookie holds."""
    from django.db import transaction

    from augenmass.person_access.actions.visits import begin_visit
    from augenmass.person_access.models import Access, Visit

    with transaction.atomic():
        found = Access.objects.filter(case__body=named(OFFICER).body_id, ended_by=None, kind=Access.Kind.PERSON)
        mine = found.filter(case__released_days__isnull=False, case__in=_joined())
        return [begin_visit(access, Visit.How.CODE) for access in mine.distinct().order_by("pk")[:PEOPLE]]


def _joined() -> Any:
    from augenmass.agreements.models import Participant

    return Participant.objects.exclude(case=None).values("case")


def _door(base: str, token: str) -> Any:
    from django.conf import settings

    def get(path: str) -> tuple[str, float]:
        request = urllib.request.Request(base + path, headers={"Cookie": f"{settings.PORTAL_COOKIE_NAME}={token}"})
        before = time.perf_counter()
        with urllib.request.urlopen(request, timeout=120) as answer:
            text = answer.read().decode(errors="replace")
        taken = (time.perf_counter() - before) * 1000
        if "/portal/abmelden/" not in text and "VCALENDAR" not in text:
            raise ValueError(f"{path}: this browser is not signed in")
        return text, taken

    return get


def _measure(report: Report, name: str, asked: Sequence[tuple[Any, str]], times: int = PAGES) -> None:
    if not asked:
        raise ValueError(f"{name}: there is nothing to open")
    turns = cycle(asked)
    taken = []
    for _ in range(times + 1):
        get, path = next(turns)
        taken.append(get(path)[1])
    report.add_times(name, taken[1:], PAGE_MS, SLOW_MS)
