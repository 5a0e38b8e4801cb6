"""The page of a meeting and the part of it that is asked for every two seconds, measured with many items.

script/bench conferences [--items 200] [--polls 60] [--postgresql ADDRESS] [--json FILE] [--keep FOLDER]

Items are told by the ordinary actions, each with a basis of its own, to the person who is measured.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.browser import Reader
from bench.installation import Installation
from bench.report import Report, machine
from bench.returns import named, start

PAGE_MS, SLOW_MS = 150, 300
READER, GIVER = "okonkwo", "kruse"
CASES = 50


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench conferences", description=__doc__)
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--polls", type=int, default=60)
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE", help="leere Datenbank")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="Datenordner, der bleibt: ein zweiter Lauf misst nur noch")
    chosen = parser.parse_args()
    report = Report({"items": chosen.items, "polls": chosen.polls})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        site = Installation((chosen.keep or Path(scratch)) / "site", chosen.postgresql)
        if not site.data.exists():
            site.data.mkdir(parents=True)
            site.run("demo-setup", "--cases", str(CASES))
        start(site)
        key = fill(report, chosen.items)
        # The inbox of notices is filled here, from ``bench.conference_notices``, once it is there.
        with site.server(with_worker=False) as base:
            of_meeting(report, base, key, chosen.polls)
            # And measured here, in the same server.
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def fill(report: Report, items: int) -> str:
    """Tell so many items in the meeting of the demonstration, as far as they are not there; returns its key."""
    from augenmass.access.reader import reading_for
    from augenmass.conferences.actions.basing import Grounds
    from augenmass.conferences.actions.giving import NewItem, give_item
    from augenmass.conferences.models import Conference, Participant
    from augenmass.conferences.queries.items import visible_items
    from augenmass.site.demo_conferences import ANSWERS, REASON

    giver, reader = named(GIVER), named(READER)
    found = Conference.objects.get(state="meeting")
    seat = Participant.objects.get(conference=found, account=reader.account_id, ended_at=None)
    there = visible_items(reader).filter(conference=found).count()
    began = time.perf_counter()
    for number in range(there, items):
        said = NewItem(uuid4(), "information", f"Angabe {number}", "fact", "residence", "residence_law")
        with reading_for(giver):
            give_item(giver, found.key, said, Grounds((seat.key,), ANSWERS, reason=REASON))
    if items > there:
        each = (time.perf_counter() - began) / (items - there) * 1000
        report.add("eine Angabe mit Grundlage mitteilen", each, "ms")
    report.sizes["read_by_the_measured"] = visible_items(reader).filter(conference=found).count()
    return str(found.key)


def of_meeting(report: Report, base: str, key: str, polls: int) -> None:
    """The first page, the part that is asked for when something changed, and when nothing did."""
    at = f"/fallkonferenzen/{key}/"
    reader = Reader(base, READER)
    page, _ms = reader.get(f"{at}sitzung/")
    mark = page.partition("stand=")[2].partition('"')[0]
    _measure(report, "Sitzung, ganze Seite", lambda: reader.get(f"{at}sitzung/"), polls)
    _measure(report, "Sitzung, neuer Stand", lambda: reader.get(f"{at}sitzung/stand/?stand=anders"), polls)
    _measure(report, "Sitzung, nichts Neues", lambda: reader.get(f"{at}sitzung/stand/?stand={mark}"), polls)
    _measure(report, "Konferenz", lambda: reader.get(at), polls)
    _measure(report, "Liste der Konferenzen", lambda: reader.get("/fallkonferenzen/"), polls)


def _measure(report: Report, name: str, get: Callable[[], tuple[Any, float]], times: int) -> None:
    get()
    report.add_times(name, [get()[1] for _turn in range(times)], PAGE_MS, SLOW_MS)
