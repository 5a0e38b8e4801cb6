"""The page of a meeting and the part of it that is asked for every two seconds, measured with many items; the inbox of many notices.

script/bench conferences [--items 200] [--notices 50000] [--polls 60] [--seconds 60] [--postgresql ADDRESS] [--json FILE] [--keep FOLDER]

Items are told by the ordinary actions, each with a basis of its own, to the person who is measured.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import UUID, uuid4

from bench.browser import Reader
from bench.installation import Installation
from bench.notice_stock import fill_notices, of_notices
from bench.report import Report, machine
from bench.returns import named, start

PAGE_MS, SLOW_MS = 150, 300
READER, GIVER = "okonkwo", "kruse"
CASES = 50
OTHERS_MS = 500
SITTING, OTHER, WINDOWS = (READER, GIVER, "thiele", "falk"), "brandt", 12
OTHERS_PAGES = ("/", "/faelle/", "/aufgaben/")


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench conferences", description=__doc__)
    parser.add_argument("--items", type=int, default=200)
    parser.add_argument("--notices", type=int, default=50_000)
    parser.add_argument("--polls", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=60, help="Dauer der Sitzung, neben der andere arbeiten")
    parser.add_argument("--postgresql", default="sqlite", metavar="ADRESSE", help="leere Datenbank")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="Datenordner, der bleibt: ein zweiter Lauf misst nur noch")
    chosen = parser.parse_args()
    report = Report({"items": chosen.items, "notices": chosen.notices, "polls": chosen.polls})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as scratch:
        site = Installation((chosen.keep or Path(scratch)) / "site", chosen.postgresql)
        if not site.data.exists():
            site.data.mkdir(parents=True)
            site.run("demo-setup", "--cases", str(CASES))
        start(site)
        key = fill(report, chosen.items)
        fill_notices(chosen.notices)
        with site.server(with_worker=False) as base:
            of_meeting(report, base, key, chosen.polls)
            of_notices(report, base)
            of_others_meanwhile(report, base, key, chosen.seconds)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def fill(report: Report, items: int) -> str:
    """Tell so many items in the meeting of the demonstration, as far as they are not there; returns its key."""
    from augenmass.conferences.models import Conference
    from augenmass.conferences.queries.items import visible_items

    reader, found = named(READER), Conference.objects.get(state="meeting")
    there = visible_items(reader).filter(conference=found).count()
    began = time.perf_counter()
    for number in range(there, items):
        tell(str(found.key), f"Angabe {number}")
    if items > there:
        each = (time.perf_counter() - began) / (items - there) * 1000
        report.add("eine Angabe mit Grundlage mitteilen", each, "ms")
    report.sizes["read_by_the_measured"] = visible_items(reader).filter(conference=found).count()
    return str(found.key)


def tell(key: str, text: str) -> None:
    """Tell the measured person something, on a basis of its own."""
    from augenmass.access.reader import reading_for
    from augenmass.conferences.actions.basing import Grounds
    from augenmass.conferences.actions.giving import NewItem, give_item
    from augenmass.conferences.models import Participant
    from augenmass.site.demo_conferences import ANSWERS, REASON

    giver, reader = named(GIVER), named(READER)
    seat = Participant.objects.get(conference__key=key, account=reader.account_id, ended_at=None)
    said = NewItem(uuid4(), "information", text, "fact", "residence", "residence_law")
    with reading_for(giver):
        give_item(giver, UUID(key), said, Grounds((seat.key,), ANSWERS, reason=REASON))


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


def of_others_meanwhile(report: Report, base: str, key: str, seconds: int) -> None:
    """The pages of somebody who sits in no conference, while twelve windows ask every two seconds and something new is told each time."""
    over = Event()
    sitting = [Thread(target=_sit, args=(base, name, key, over)) for name in cycle_of(SITTING, WINDOWS)]
    telling = Thread(target=_tell, args=(key, over))
    other = Reader(base, OTHER)
    times: list[float] = []
    for thread in (*sitting, telling):
        thread.start()
    ends = time.monotonic() + seconds
    for path in cycle(OTHERS_PAGES):
        if time.monotonic() > ends:
            break
        times.append(other.get(path)[1])
        time.sleep(0.1)
    over.set()
    for thread in (*sitting, telling):
        thread.join()
    report.add_times(f"Seiten anderer neben {WINDOWS} Fenstern einer Sitzung", times, OTHERS_MS / 2, OTHERS_MS)


def cycle_of(names: Sequence[str], count: int) -> list[str]:
    """The names in turn, so many in all."""
    return [names[number % len(names)] for number in range(count)]


def _sit(base: str, name: str, key: str, over: Event) -> None:
    reader, mark = Reader(base, name), ""
    while not over.wait(2):
        page, _ms = reader.get(f"/fallkonferenzen/{key}/sitzung/stand/?stand={mark}")
        mark = page.partition("stand=")[2].partition('"')[0] or mark


def _tell(key: str, over: Event) -> None:
    number = 0
    while not over.wait(2):
        number += 1
        tell(key, f"Neben anderen {number}")


def _measure(report: Report, name: str, get: Callable[[], tuple[Any, float]], times: int) -> None:
    get()
    report.add_times(name, [get()[1] for _turn in range(times)], PAGE_MS, SLOW_MS)
