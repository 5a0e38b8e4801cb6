"""The pages of return, measured over a Land's cases, and counting the overview of a body.

script/bench returns [--cases 100000] [--bodies 40] [--postgresql ADDRESS] [--json FILE] [--keep FOLDER]

Measured are one ordinary authority, the central office, which has ten times as many cases, the fund, the houses, and the ministry over all
bodies. Cases, rooms and actions are written as the program writes them, and the chain is verified before anything is measured.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

from bench.browser import Reader
from bench.installation import Installation
from bench.report import Report, machine
from bench.return_actions import fill_fund, fill_obstacles, fill_queue, set_up_fund
from bench.return_pages import CENTRAL, HEAD, OFFICER, OVERVIEW, Measured, pages_of
from bench.return_rooms import Rooms, fill_houses
from bench.return_stock import (
    BLOCKS_OF_CENTRAL,
    Copying,
    Staff,
    check_copies,
    give_courses,
    more_bodies,
    originals_of,
    share_of,
    staff_of,
)
from bench.walking import PAGES, _export

DEMONSTRATION = 200
"""Cases that the demonstration brings along."""
PAGE_MS, OVERVIEW_MS, SLOW = 150, 400, 2.5
"""What the design asks for as median; 95 % of the pages may take so many times as long."""
FILLING_S = 600
"""On SQLite; PostgreSQL is asked row by row over a connection and takes several times as long."""
REFERRED, REFERRED_BY_OWN = 200, 20
"""Of so many cases one is referred to the central office; of the measured authority's more, so that its list is long."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench returns", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--bodies", type=int, default=40)
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE", help="leere Datenbank")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="Datenordner, der bleibt: ein zweiter Lauf misst nur noch")
    chosen = parser.parse_args()
    report = Report({"cases": chosen.cases, "bodies": chosen.bodies, "pages": PAGES})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        site = Installation((chosen.keep or Path(scratch)) / "site", chosen.postgresql)
        codes = site.data / "codes.json"
        if not codes.exists():
            site.data.mkdir(parents=True)
            filled = fill(site, Path(scratch), report, chosen.cases, chosen.bodies)
            codes.write_text(json.dumps(filled), encoding="utf-8")
        start(site)
        sizes(report)
        with site.server(with_worker=False) as base:
            measure(report, base, pages_of(named, json.loads(codes.read_text(encoding="utf-8"))))
        counting(report)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


@cache
def start(site: Installation) -> None:
    """Make this process a part of the program on the filled installation."""
    os.environ |= site.environment | {"DJANGO_SETTINGS_MODULE": "augenmass.site.settings"}
    from augenmass.site.command.setting_up import start_django

    start_django()
    from augenmass.access.reader import SystemRole, become

    become(SystemRole.COMMAND)


@cache
def named(username: str) -> Any:
    """The actor of an invented person."""
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account

    return actor_for(Account.objects.get(username=username))


def fill(site: Installation, folder: Path, report: Report, cases: int, bodies: int) -> list[str]:
    """Fill the installation; returns codes of certificates that count."""
    began = time.perf_counter()
    share = share_of(cases, bodies)
    site.run("demo-setup", "--cases", str(DEMONSTRATION))
    path = folder / "cases.csv"
    _export(path, max(share, DEMONSTRATION), 23)
    site.import_file(path)
    start(site)
    _told("Vorführung und Import", began)
    rooms = _fill_bodies(bodies, began)
    target = FILLING_S if site.database == "sqlite" else None
    report.add(f"{cases} Fälle in {bodies} Stellen angelegt", time.perf_counter() - began, "s", target)
    first_night(report)
    _verified(site)
    _told("Kette geprüft", began)
    return rooms.codes


def _fill_bodies(bodies: int, began: float) -> Rooms:
    from augenmass.directory.models import Body
    from augenmass.law.time import today

    own, office = Staff(named(OFFICER), named(HEAD)), Body.objects.get(pk=named(CENTRAL).body_id)
    central = staff_of(office, "central_office", team=20)
    others = more_bodies(own.officer.body, bodies)
    rooms = Rooms(today(), set_up_fund(named, today()))
    ids = give_courses(own.officer, today(), rooms.fill)
    _told("Verläufe und Zeilen der Räume", began)
    copying = Copying(originals_of(ids), rooms.fill)
    copied = [(staff, copying.into(staff)) for staff in others]
    of_central = [pk for _block in range(BLOCKS_OF_CENTRAL) for pk in copying.into(central)]
    _told("Fälle der anderen Stellen", began)
    check_copies([*copied[-1][1], *of_central])
    _fill_rooms(Staff(named(CENTRAL), central.head), own, ids, copied, of_central, rooms, began)
    return rooms


def _fill_rooms(
    central: Staff, own: Staff, ids: list[int], copied: list[tuple[Staff, list[int]]], of_central: list[int],
    rooms: Rooms, began: float,
) -> None:  # fmt: skip
    from augenmass.law.time import today

    everybody = [own, central, *(staff for staff, _ids in copied)]
    by_body = {staff.officer.body_id: staff for staff in everybody}
    fill_fund(named, by_body, rooms.approved, today())
    _told("Fonds", began)
    fill_queue(central, [(own, ids, REFERRED_BY_OWN), *((staff, of, REFERRED) for staff, of in copied)])
    fill_obstacles(named, everybody, today())
    _told("Abgaben und Hemmnisse", began)
    every = [*ids, *(pk for _staff, of in copied for pk in of), *of_central]
    fill_houses(every, own.officer.body, named)
    _told("Unterkünfte", began)


def _told(what: str, began: float) -> None:
    print(f"  {time.perf_counter() - began:7.1f} s: {what}", flush=True)


def first_night(report: Report) -> None:
    """Everything that the worker does regularly, done once, so that nothing of it is left for the time of measuring."""
    from django.db import connection

    from augenmass.work.duties import all_duties
    from augenmass.work.regular import PLAN
    from augenmass.work.worker import run_once

    began = time.perf_counter()
    for name in (*(found.name for found in all_duties() if found.name != PLAN), PLAN):
        run_once(name)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what autovacuum does soon after
    report.add("Erste Runde des Hintergrunddienstes", time.perf_counter() - began, "s")


def _verified(site: Installation) -> None:
    """The chain and every row that was written. Raises ``CalledProcessError``."""
    site.run("verify")


def sizes(report: Report) -> None:
    """How many rows there are in fact."""
    from django.apps import apps

    from augenmass.record.models import Case

    tables = (
        "record.Fact", "record.Action", "departure.Departure", "departure.Certificate", "fund.Commitment", "fund.Payment",
        "fund.Posting", "obstacles.Obstacle", "obstacles.Concern", "travel_papers.Application", "prospects.DeskMatter",
        "accommodation.Resident", "accommodation.Report", "competence.Referral",
    )  # fmt: skip
    report.sizes |= {table: apps.get_model(table).objects.count() for table in tables}
    report.sizes["cases_in_fact"] = Case.objects.count()
    for name, who in (("cases_of_the_authority", OFFICER), ("cases_of_the_central_office", CENTRAL)):
        report.sizes[name] = Case.objects.filter(body=named(who).body_id).count()
    print(report.sizes, flush=True)


def measure(report: Report, base: str, pages: list[Measured]) -> None:
    """Each page, so many times; the first is thrown away. Raises where one cannot be had, or there is no row to open."""
    readers: Callable[[str], Reader] = cache(lambda who: Reader(base, who))
    for page in pages:
        if not page.addresses:
            raise ValueError(f"{page.name}: there is nothing to open")
        paths, reader = cycle(page.addresses), readers(page.who)
        times = [reader.get(next(paths))[1] for _ in range((page.times or PAGES) + 1)][1:]
        target = OVERVIEW_MS if page.kind == OVERVIEW else PAGE_MS
        report.add_times(page.name, times, target, target * SLOW)


def counting(report: Report) -> None:
    """Counting the numbers of a body anew, in this process, as the button of the page does."""
    from augenmass.overview.actions import count

    for name, who, target in (("einer Stelle", HEAD, OVERVIEW_MS), ("der Zentralstelle", CENTRAL, None)):
        times = []
        for _ in range(6):
            before = time.perf_counter()
            count(named(who).body_id)
            times.append((time.perf_counter() - before) * 1000)
        report.add(f"Überblick {name} neu gezählt, Median", statistics.median(times[1:]), "ms", target)
