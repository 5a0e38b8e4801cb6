"""The first path through the product, measured: one case, an import, lists, search and a case page on a whole Land's stock.

script/bench walking [--json FILE] [--cases 100000] [--postgresql ADDRESS] [--keep FOLDER]
"""

import argparse
import csv
import itertools
import os
import random
import re
import statistics
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from bench.browser import Reader
from bench.installation import Installation
from bench.report import Report, machine

PAGES = 60
"""Requests per page; the first is thrown away."""
CASEWORKER = "kessler"
FACTS = 30
"""Filled cells in a row of an import."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench walking", description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--import-rows", type=int, default=10_000)
    parser.add_argument("--postgresql", default="", metavar="ADRESSE", help="leere Datenbank für die zweite Messung")
    parser.add_argument(
        "--keep", type=Path, help="Ordner für die großen Bestände, der bleibt: ein zweiter Lauf liest nur noch"
    )
    chosen = parser.parse_args()
    report = Report({"cases": chosen.cases, "import_rows": chosen.import_rows, "facts_a_row": FACTS, "pages": PAGES})
    print(machine())
    with tempfile.TemporaryDirectory(prefix="augenmass-bench-") as folder:
        one_case(report)
        importing(report, Path(folder), chosen.import_rows)
        stocks = chosen.keep or Path(folder)
        stock(report, stocks / "stock", "sqlite", "SQLite", chosen.cases)
        if chosen.postgresql:
            stock(report, stocks / "stock-pg", chosen.postgresql, "PostgreSQL", chosen.cases)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def one_case(report: Report) -> None:
    """Position and stored proof of the next step's question, over a thousand invented cases, in this process."""

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "augenmass.site.settings")
    os.environ["AUGENMASS_MODE"] = "demo"
    os.environ["AUGENMASS_DATA"] = tempfile.mkdtemp(prefix="augenmass-bench-law-")
    from augenmass.site.command.setting_up import start_django

    start_django()
    from augenmass.law.catalogue import Catalogue
    from augenmass.law.evaluate import prove
    from augenmass.law.position import assess
    from augenmass.law.time import today
    from augenmass.site.command.case_files import CaseInFile, read_cases

    path = Path(os.environ["AUGENMASS_DATA"]) / "cases.csv"
    _export(path, 1_000, 3, facts=200)
    law = Catalogue.shipped()
    cases = [found.facts for found in read_cases(path, today(), None) if isinstance(found, CaseInFile)]
    assess(law, cases[0], today())
    runs = []
    for _ in range(5):
        times = []
        for facts in cases:
            before = time.perf_counter()
            position = assess(law, facts, today())
            asked = position.next_steps[0] if position.next_steps else law.steps[0].id
            prove(law, law.step(asked).question, facts, today()).to_json()
            times.append((time.perf_counter() - before) * 1000)
        runs.append(statistics.median(times))
    report.add("Ein Fall: Rechtslage und Beweis, Median von 5 Läufen", statistics.median(runs), "ms", 0.5)


def _export(path: Path, cases: int, seed: int, facts: int = FACTS) -> None:
    """The invented export, each row with so many filled cells: number and names, and others drawn at random."""
    from augenmass.demo.columns import HEADS
    from augenmass.demo.export import generate
    from augenmass.law.time import today

    chance = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow([head for head, _ in HEADS])
        for row in generate(cases, seed, today()):
            filled = [place for place, cell in enumerate(row) if cell]
            kept = {*filled[:4], *chance.sample(filled[4:], min(facts - 4, len(filled) - 4))}
            writer.writerow([cell if place in kept else "" for place, cell in enumerate(row)])


def importing(report: Report, folder: Path, rows: int) -> None:
    """An import of new cases on SQLite while a caseworker reads; then the same file again."""
    site = Installation(folder / "import", "sqlite")
    site.data.mkdir()
    site.run("demo-setup", "--cases", "200")
    path = folder / "import.csv"
    _export(path, rows, 11)
    waits: list[float] = []
    stop = threading.Event()
    with ExitStack() as stack:
        base = stack.enter_context(site.server())
        reader = Reader(base, CASEWORKER)
        watcher = threading.Thread(target=_read_on, args=(reader, waits, stop))
        watcher.start()
        taken = site.import_file(path)
        stop.set()
        watcher.join()
    report.add(
        f"Import von {rows} Zeilen mit Auswertung (SQLite, mit lesender Person)", taken.seconds, "s", 60 * rows / 10_000
    )
    report.add(f"Speicher beim Import von {rows} Zeilen", taken.megabytes, "MB", 400)
    report.add("Längste Seite während des Imports", max(waits), "ms", 500)
    again = site.import_file(path)
    report.add("Dieselbe Datei noch einmal (nichts ändert sich)", again.seconds, "s")


def _read_on(reader: Reader, waits: list[float], stop: threading.Event) -> None:
    for path in itertools.cycle(("/faelle/", "/faelle/?q=a", "/")):
        if stop.is_set():
            return
        waits.append(reader.get(path)[1])
        time.sleep(0.2)


def stock(report: Report, data: Path, database: str, label: str, cases: int) -> None:
    """Lists, search and case page with many cases."""
    site = Installation(data, database)
    if not (data / "filled").exists():
        data.mkdir(parents=True)
        site.run("demo-setup", "--cases", "200")
        path = data / "stock.csv"
        _export(path, cases, 17)
        taken = site.import_file(path)
        report.add(f"{label}: Import von {cases} Zeilen", taken.seconds, "s")
        report.add(f"{label}: Speicher beim Import von {cases} Zeilen", taken.megabytes, "MB", 400)
        (data / "filled").touch()
    with site.server() as base:
        reader = Reader(base, CASEWORKER)
        first, _ms = reader.get("/faelle/?lane=suspended")
        keys = re.findall(r"/faelle/([0-9a-f-]{36})/", first)
        lists = [
            "/faelle/?lane=suspended",
            "/faelle/?step=check_prospects&page=3",
            "/faelle/?doubt=doubt_asylum_procedure&sort=name",
        ]
        pages = {
            "Liste, gefiltert": itertools.cycle(lists),
            "Liste, ungefiltert": itertools.cycle(["/faelle/", "/faelle/?page=40"]),
            "Suche nach Namen": itertools.cycle(["/faelle/?q=mar", "/faelle/?q=haddad+k", "/faelle/?q=nik+fat"]),
            "Fallseite": itertools.cycle([f"/faelle/{key}/" for key in dict.fromkeys(keys)]),
            "Mein Tag": itertools.cycle(["/"]),
        }
        for name, paths in pages.items():
            times = [reader.get(next(paths))[1] for _ in range(PAGES + 1)][1:]
            report.add_times(f"{label}, {cases} Fälle: {name}", times, 100, 250)
