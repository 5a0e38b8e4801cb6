"""The law measured beside OpenFisca on the same rules, with three values and with two."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np

from augenmass.law.caseload import assess_many
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.running import run
from augenmass.law.values import YES
from bench.law import SINGLE, median_of, one_by_one
from bench.openfisca import ThreeValued, TwoValued, all_known, rules_in_common
from bench.report import Report

REPEATS = 3
"""OpenFisca takes seconds; its median is of so many runs."""
SLOW = 20
"""Cases built one by one in OpenFisca."""


def beside_openfisca(report: Report, catalogue: Catalogue, columns: Columns, on: date, runs: int) -> None:
    """Same rules, same cells: assert the answers, then compare the times."""
    categories = {name: found[1] for name, found in columns.choices.items()}
    rules = rules_in_common(catalogue)
    report.sizes["rules_in_common"] = len(rules)
    assert len(rules) >= 100, len(rules)
    three = ThreeValued(catalogue, rules, on, categories)
    ours = median_of(lambda: assess_many(catalogue, columns, on, rules), runs)
    theirs, with_inputs = _bulk(three, columns, _three_equal(catalogue, columns, on))
    _compare(report, f"{len(rules)} Regeln, dreiwertig", ours, theirs, with_inputs, 10)
    _single(report, catalogue, columns, on, three)
    _two_valued(report, catalogue, columns, on, runs)


def _two_valued(report: Report, catalogue: Catalogue, columns: Columns, on: date, runs: int) -> None:
    categories = {name: found[1] for name, found in columns.choices.items()}
    rules = rules_in_common(catalogue, unverified=False)
    known = all_known(columns, on)
    two = TwoValued(catalogue, rules, on, categories)
    ours = median_of(lambda: assess_many(catalogue, known, on, rules), runs)
    many = assess_many(catalogue, known, on, rules)

    def equal(rule: str, answer: Any) -> bool:
        return np.array_equal(many.values(rule) == YES, answer)

    theirs, with_inputs = _bulk(two, known, equal)
    _compare(report, f"{len(rules)} Regeln, nur ja und nein", ours, theirs, with_inputs, None)


def _three_equal(catalogue: Catalogue, columns: Columns, on: date) -> Callable[[str, Any], bool]:
    many = assess_many(catalogue, columns, on)
    return lambda rule, answer: np.array_equal(np.minimum(many.values(rule), 2), answer)


def _bulk(system: ThreeValued, columns: Columns, equal: Callable[[str, Any], bool]) -> tuple[float, float]:
    """Milliseconds of OpenFisca: computing alone, and with its inputs set."""
    values = system.values(columns)
    computing, together = [], []
    for turn in range(REPEATS + 1):
        before = time.perf_counter()
        simulation = system.simulation(columns, values)
        ready = time.perf_counter()
        answers = system.answers(simulation)
        done = time.perf_counter()
        if turn == 0:
            wrong = [rule for rule, answer in answers.items() if not equal(rule, answer)]
            assert not wrong, f"other answers in OpenFisca: {wrong}"
            continue
        computing.append((done - ready) * 1000)
        together.append((done - before) * 1000)
    return statistics.median(computing), statistics.median(together)


def _compare(report: Report, what: str, ours: float, theirs: float, with_inputs: float, least: float | None) -> None:
    report.add(f"{what}: Augenmaß (aus Spalten)", ours, "ms")
    report.add(f"{what}: OpenFisca, nur Rechnen", theirs, "ms")
    report.add(f"{what}: OpenFisca mit Eingaben", with_inputs, "ms")
    report.add_least(f"{what}: Vorsprung gegen nur Rechnen", theirs / ours, "fach", least)


def _single(report: Report, catalogue: Catalogue, columns: Columns, on: date, system: ThreeValued) -> None:
    questions = [question.id for question in catalogue.questions if question.id in system.variable]
    ours, cases = one_by_one(columns, catalogue, on, questions)
    slots = {rule: catalogue.program.targets[rule].slot for rule in system.variable}
    times = []
    for facts in cases[: SLOW + 1]:
        said = system.one_case(facts)
        before = time.perf_counter()
        answers = system.from_dictionary(said)
        times.append((time.perf_counter() - before) * 1000)
        values = run(catalogue.program, facts, on).values
        wrong = [rule for rule, slot in slots.items() if min(values[slot], 2) != answers[rule][0]]
        assert not wrong, f"other answers in OpenFisca: {wrong}"
    theirs = statistics.median(times[1:])
    report.add(f"Ein Fall mit {len(questions)} Beweisen, Median von {SINGLE}: Augenmaß", ours, "ms")
    report.add(f"Ein Fall ohne Beweis, Median von {SLOW}: OpenFisca", theirs, "ms")
    report.add_least("Ein Fall: Vorsprung", theirs / ours, "fach", 50)
