"""The law over a whole caseload, measured: answers, deciding facts, changed cases, two dates, loading, and OpenFisca beside it.

script/bench law [--json FILE] [--cases 450000] [--runs 7] [--without-openfisca]
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from augenmass.law.caseload import Caseload, assess_many, assess_with_facts, changed
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.next_changes import next_changes
from augenmass.law.plan import Plan
from augenmass.law.planes import words_for
from augenmass.law.proof import prove_sites
from augenmass.law.running import run
from augenmass.law.time import today
from bench import invented
from bench.report import Report, machine

SINGLE = 200
"""Cases evaluated one by one."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="script/bench law", description=__doc__)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--cases", type=int, default=450_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--without-openfisca", action="store_true")
    chosen = parser.parse_args()
    catalogue = Catalogue.shipped()
    program = catalogue.program
    sizes = {
        "cases": chosen.cases,
        "runs": chosen.runs,
        "questions": len(catalogue.questions),
        "norms": len(catalogue.norms),
        "conditions": program.size,
        "facts": len(program.fact_names),
    }
    report = Report(sizes)
    print(machine(), sizes)
    loading(report, chosen.runs)
    columns = invented.caseload(catalogue, chosen.cases)
    on = today()
    many = answering(report, catalogue, columns, on, chosen.runs)
    comparing_dates(report, catalogue, columns, on, chosen.runs)
    report.add(
        "Speicher bis hierher, Höchststand", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", 1500
    )
    everything = partial(assess_many, catalogue, columns, on)
    add(report, f"{columns.size} Fälle: alles, auch Normen, Zweifel, Spuren", everything, chosen.runs)
    if not chosen.without_openfisca:
        from bench.law_beside import beside_openfisca

        beside_openfisca(report, catalogue, columns, on)
    changing(report, many, chosen.runs)
    report.sizes["load_percent_at_end"] = round(os.getloadavg()[0] * 100)
    if chosen.json:
        report.write(chosen.json)
    return 0 if report.all_held else 1


def add(report: Report, name: str, work: Callable[[], Any], runs: int, target: float | None = None) -> float:
    """Add the median time, and beside it the time that the processor worked: on a shared machine the two part."""
    before, wall = time.process_time(), time.perf_counter()
    value = median_of(work, runs)
    busy = (time.process_time() - before) / (time.perf_counter() - wall)
    report.add(name, value, "ms", target)
    report.add("  davon Rechenzeit, über beide Kerne", value * busy, "ms")
    return value


def median_of(work: Callable[[], Any], runs: int) -> float:
    """Milliseconds, the median of several runs; the first, which fills tables and memory, is thrown away."""
    work()
    times = []
    for _ in range(runs):
        before = time.perf_counter()
        work()
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times)


def loading(report: Report, runs: int) -> None:
    """From the import of the catalogue to the compiled program, each time in a process of its own."""
    code = (
        "import time; before = time.perf_counter()\n"
        "from augenmass.law.catalogue import Catalogue\n"
        "Catalogue.shipped().program\n"
        "print((time.perf_counter() - before) * 1000)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(runs + 1)
    ]
    report.add("Katalog laden und übersetzen, frischer Prozess", statistics.median(times[1:]), "ms", 300)


def answering(report: Report, catalogue: Catalogue, columns: Columns, on: date, runs: int) -> Caseload:
    """All questions, then with the facts that decide them, and how near that is to what memory allows."""
    questions = [question.id for question in catalogue.questions]
    cases = f"{columns.size} Fälle"
    answers = add(report, f"{cases}: alle Fragen", lambda: assess_many(catalogue, columns, on, questions), runs, 250)
    many = assess_many(catalogue, columns, on, questions)

    add(
        report,
        f"{cases}: alle Fragen mit entscheidenden Angaben",
        lambda: assess_with_facts(catalogue, columns, on, questions),
        runs,
        500,
    )
    touched = bytes_touched(many.plan, columns, on)
    bandwidth = copy_bandwidth()
    report.add("Speicherbandbreite (Kopie, gelesen und geschrieben)", bandwidth / 1e9, "GB/s")
    report.add("Bytes, die alle Fragen berühren", touched / 1e6, "MB")
    report.add("Untere Schranke daraus", touched / bandwidth * 1000, "ms")
    report.add("Alle Fragen im Verhältnis zur Schranke", answers / (touched / bandwidth * 1000), "fach")
    add(report, f"{cases}: nächste Änderung", lambda: next_changes(catalogue.program, columns, on), runs)
    return many


def bytes_touched(plan: Plan, columns: Columns, on: date) -> int:
    """Columns read once for every leaf and comparison that reads them, planes written once and read by every gate above them."""
    plane = words_for(columns.size) * 8
    read = 0
    for leaf in plan.leaves:
        if leaf.name in columns.truths:
            read += columns.truths[leaf.name].nbytes
        elif leaf.name in columns.days:
            read += columns.days[leaf.name].nbytes
        elif leaf.name in columns.numbers:
            read += columns.numbers[leaf.name].nbytes
        elif leaf.name in columns.choices:
            read += columns.choices[leaf.name][0].nbytes
    day = 4 * columns.size
    read += day * sum(len(days) for days in plan.turned(on.toordinal(), [None]).bounds.values())
    constant = {0, *(out for out, _ in plan.program.fixed_days)}
    read += sum(2 * day for comparison in plan.comparisons for slot in comparison[1:3] if slot not in constant)
    read += 4 * day * len(plan.day_gates)
    compared = len(plan.turnable) + len(plan.comparisons)
    written = 2 * plane * (len(plan.leaves) + compared + len(plan.gates) + len(plan.rows))
    return read + written + 2 * plane * sum(len(gate[2]) for gate in plan.gates)


def copy_bandwidth() -> float:
    """Bytes a second that a copy reads and writes, of blocks larger than the caches."""
    source = np.ones(16_000_000, dtype=np.uint64)
    target = np.empty_like(source)
    seconds = median_of(lambda: np.copyto(target, source), 7) / 1000
    return 2 * source.nbytes / seconds


def changing(report: Report, many: Caseload, runs: int) -> None:
    """One case in a hundred has other facts; the planes of all are as if everything were computed anew."""
    chance = np.random.default_rng(5)
    size = max(many.size // 100, 1)
    rows = np.sort(chance.choice(many.size, size, replace=False))
    others = [invented.taken(many.columns, chance.choice(many.size, size, replace=False)) for _ in range(2)]
    turns = iter(range(10_000))
    add(report, f"{size} geänderte Fälle", lambda: changed(many, rows, others[next(turns) % 2]), runs, 20)
    before = time.perf_counter()
    waiting = len(many.pending)
    many.columns  # noqa: B018 - reading them writes what is pending
    report.add(f"{size} geänderte Fälle: Spalten nachtragen", (time.perf_counter() - before) * 1000 / waiting, "ms")
    shipped = Catalogue.shipped()
    anew = assess_many(shipped, many.columns, many.on, list(many.plan.asked))
    assert np.array_equal(anew.kept, many.kept), "changed cases differ from a whole new run"


def comparing_dates(report: Report, catalogue: Catalogue, columns: Columns, on: date, runs: int) -> None:
    """The same cases on two days, all questions and lanes."""
    from augenmass.law.comparison import compare

    work = partial(compare, catalogue, columns, on, on + timedelta(days=90))
    add(report, f"{columns.size} Fälle: zwei Stichtage verglichen", lambda: work().to_json(), runs, 1000)


def one_by_one(columns: Columns, catalogue: Catalogue, on: date, questions: list[str]) -> tuple[float, list[Any]]:
    """Milliseconds for one case from a dictionary: all rules, with the proof of every question; and the cases."""
    program = catalogue.program
    sites = [program.targets[question] for question in questions]
    cases = [invented.case_facts(columns, row) for row in range(SINGLE)]
    times = []
    for facts in cases:
        before = time.perf_counter()
        state = run(program, facts, on)
        prove_sites(sites, state)
        times.append((time.perf_counter() - before) * 1000)
    return statistics.median(times), cases
