"""The pages of return, measured over a Land's cases, and counting the overview of a body.

script/bench returns [--cases 100000] [--bodies 40] [--postgresql ADDRESS] [--json FILE]

The cases come by the ordinary import, get the days of a return and rows in the rooms of return, and are spread over bodies. Pages of a room
that this program does not have are named and left out.
"""

import argparse
import os
import re
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import Any

from bench.browser import Reader
from bench.installation import Installation
from bench.report import Report, machine
from bench.return_rooms import course_of, fillers
from bench.walking import PAGES, _export

CHUNK = 500
PAGE_MS, OVERVIEW_MS, SLOW = 150, 400, 2.5
"""What the design asks for as median; 95 % of the pages may take so many times as long."""
OFFICER, HEAD, CENTRAL, REPORTER, TREASURER = "okonkwo", "vogt", "falk", "wendt", "kaminski"
KEY = "([0-9a-f-]{36})"
LISTS = (
    ("Abgaben: eingegangen", "referral", CENTRAL, "/abgaben/?ansicht=incoming"),
    ("Abgaben: abgegeben", "referral", OFFICER, "/abgaben/?ansicht=outgoing"),
    ("Aufenthalt: offene Perspektiven", "prospects", OFFICER, "/aufenthalt/?ansicht=open"),
    ("Duldungen: ohne Duldung", "prospects", OFFICER, "/duldungen/"),
    ("Duldungen: laufen ab", "prospects", OFFICER, "/duldungen/?ansicht=ending"),
    ("Freiwillige Ausreise: Liste", "departure", OFFICER, "/rueckkehr/"),
    ("Fonds: Jahr", "fund", TREASURER, "/fonds/"),
    ("Fonds: Zahlungen", "fund", HEAD, "/zahlungen/"),
    ("Reisedokumente", "travel_papers", OFFICER, "/reisedokumente/"),
    ("Hemmnisse", "obstacles", OFFICER, "/hemmnisse/"),
    ("Unterkünfte: zuzuordnen", "accommodation", OFFICER, "/unterkuenfte/zuordnen/"),
    ("Unterkünfte", "accommodation", REPORTER, "/unterkuenfte/"),
)
"""Name, room, who opens it, address."""
SINGLES = (
    (
        "Bleibeperspektiven eines Falls",
        "prospects",
        OFFICER,
        "/faelle/",
        rf"/faelle/{KEY}/",
        "/faelle/{}/bleibeperspektiven/",
    ),
    (
        "Aufenthalt: eine Vorlage",
        "prospects",
        OFFICER,
        "/aufenthalt/?ansicht=open",
        rf"/aufenthalt/{KEY}/",
        "/aufenthalt/{}/",
    ),
    ("Freiwillige Ausreise: eine", "departure", OFFICER, "/rueckkehr/", rf"/rueckkehr/{KEY}/", "/rueckkehr/{}/"),
    ("Abgabe: eine", "referral", OFFICER, "/abgaben/?ansicht=outgoing", rf"/abgaben/{KEY}/", "/abgaben/{}/"),
    (
        "Reisedokumente eines Falls",
        "travel_papers",
        OFFICER,
        "/faelle/",
        rf"/faelle/{KEY}/",
        "/faelle/{}/reisedokumente/",
    ),
    ("Unterkunft eines Falls", "accommodation", OFFICER, "/faelle/", rf"/faelle/{KEY}/", "/faelle/{}/unterkunft/"),
)
"""Name, room, who opens it, the list that leads to it, how it is found there, its address."""
OVERVIEW = "/rueckkehr/ueberblick/"


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench returns", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--bodies", type=int, default=40)
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE", help="leere Datenbank")
    parser.add_argument("--json", type=Path)
    chosen = parser.parse_args()
    report = Report({"cases": chosen.cases, "bodies": chosen.bodies, "pages": PAGES})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as folder:
        site = Installation(Path(folder) / "site", chosen.postgresql)
        site.data.mkdir()
        before = time.perf_counter()
        own = fill(site, Path(folder), chosen.cases, chosen.bodies)
        report.add(
            f"{chosen.cases} Fälle angelegt und auf {chosen.bodies} Stellen verteilt", time.perf_counter() - before, "s"
        )
        report.sizes["own_cases"] = own
        with site.server() as base:
            pages(report, base)
        counting(report)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def fill(site: Installation, folder: Path, cases: int, bodies: int) -> int:
    """Fill the installation; returns how many cases the measured body has."""
    os.environ |= site.environment | {"DJANGO_SETTINGS_MODULE": "augenmass.site.settings"}
    from augenmass.site.command.setting_up import start_django

    site.run("demo-setup", "--cases", "200")
    start_django()
    from augenmass.access.reader import SystemRole, become

    become(SystemRole.COMMAND)
    path = folder / "cases.csv"
    _export(path, cases, 23)
    site.import_file(path)
    actor = _actor(OFFICER)
    _fill_rooms(actor, _actor(CENTRAL).body)
    return _spread(actor.body, bodies)


def _actor(username: str) -> Any:
    from augenmass.access.actor import actor_for
    from augenmass.directory.models import Account

    return actor_for(Account.objects.get(username=username))


def _fill_rooms(actor: Any, receiver: Any) -> None:
    """The days of a return and the rows of its rooms, some hundreds of cases to a transaction."""
    from augenmass.law.time import today
    from augenmass.record.ledger import book
    from augenmass.record.models import Case, Source

    source, _made = Source.objects.get_or_create(body=actor.body, kind=Source.Kind.OFFICER, label="Messung")
    left_out = set(actor.body.cases.filter(referrals__state="in_progress").values_list("pk", flat=True))
    ids = list(Case.objects.filter(body=actor.body).order_by("pk").values_list("pk", flat=True))
    filled, day = fillers(actor, receiver), today()
    for start in range(0, len(ids), CHUNK):
        with book(actor, ids[start : start + CHUNK]) as opened:
            for number, case_id in enumerate(ids[start : start + CHUNK], start):
                if case_id in left_out:
                    continue
                case = opened.case(case_id)
                entry = opened.entry("fact.established", case)
                course_of(entry, number, day, source.pk)
                for fill_room in filled:
                    fill_room(entry, case, number)


def _spread(own: Any, bodies: int) -> int:
    """Give all bodies the same share of the cases, with their derived rows; everything else follows the case."""
    from augenmass.cases.models import LegalPosition, PositionMark
    from augenmass.directory.models import Body
    from augenmass.record.models import Case

    ids = list(Case.objects.filter(body=own, referrals=None).order_by("pk").values_list("pk", flat=True))
    share = max(1, len(ids) // bodies)
    for number in range(1, bodies):
        body = Body.objects.create(
            key=f"abh-{number}", kind=own.kind, name=f"Ausländerbehörde {number} (erfunden)", land=own.land
        )
        moved = ids[number * share : (number + 1) * share]
        for start in range(0, len(moved), CHUNK):
            part = moved[start : start + CHUNK]
            Case.objects.filter(pk__in=part).update(body=body, officer=None, unit=None)
            LegalPosition.objects.filter(case__in=part).update(body=body, officer=None)
            PositionMark.objects.filter(case__in=part).update(body=body)
    return Case.objects.filter(body=own).count()


def pages(report: Report, base: str) -> None:
    """Each page, so many times, by who uses it."""
    readers = {name: Reader(base, name) for name in (OFFICER, HEAD, CENTRAL, REPORTER, TREASURER)}
    for name, room, who, address in LISTS:
        if _installed(name, room):
            _measure(report, readers[who], name, [address])
    for name, room, who, listed, found, address in SINGLES:
        if _installed(name, room):
            keys = dict.fromkeys(re.findall(found, readers[who].get(listed)[0]))
            _measure(report, readers[who], name, [address.format(key) for key in keys])
    _measure(report, readers[HEAD], "Überblick", [OVERVIEW, f"{OVERVIEW}?zeitraum=2"], OVERVIEW_MS)


def _installed(name: str, room: str) -> bool:
    """Whether this program has the room; says so where it has not."""
    from django.apps import apps

    found = apps.is_installed(f"augenmass.{room}")
    if not found:
        print(f"{name:<62} Raum {room} gibt es hier nicht", flush=True)
    return found


def _measure(report: Report, reader: Reader, name: str, addresses: list[str], target: float = PAGE_MS) -> None:
    """The first page is thrown away. Raises where a page of an installed room cannot be had, or its list leads to none."""
    if not addresses:
        raise ValueError(f"{name}: the list leads to no page")
    paths = cycle(addresses)
    report.add_times(name, [reader.get(next(paths))[1] for _ in range(PAGES + 1)][1:], target, target * SLOW)


def counting(report: Report) -> None:
    """Counting the numbers of one body anew, in this process, as the button of the page does."""
    from augenmass.overview.actions import count

    body, times = _actor(HEAD).body, []
    for _ in range(6):
        before = time.perf_counter()
        count(body.pk)
        times.append((time.perf_counter() - before) * 1000)
    report.add_times("Überblick einer Stelle neu gezählt", times[1:], OVERVIEW_MS, OVERVIEW_MS * SLOW)
