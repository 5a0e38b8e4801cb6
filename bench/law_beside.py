"""The law measured beside OpenFisca on the same rules, with three values and with two."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import numpy as np

from augenmass.law.caseload import assess_many
from augenmass.law.catalogue import Catalogue
from augenmass.law.columns import Columns
from augenmass.law.running import run
from augenmass.law.values import YES
from bench.law import SINGLE, one_by_one
from bench.openfisca import ThreeValued, TwoValued, all_known, rules_in_common
from bench.report import Report

REPEATS = 5
"""OpenFisca takes seconds; both medians are of so many runs, taken in turns, so that what else the machine does meets both."""
SLOW = 20
"""Cases built one by one in OpenFisca."""


def beside_openfisca(report: Report, catalogue: Catalogue, columns: Columns, on: date) -> None:
    """Same rules, same cells: assert the answers, then compare the times."""
    categories = {name: found[1] for name, found in columns.choices.items()}
    rules = rules_in_common(catalogue)
    report.sizes["rules_in_common"] = len(rules)
    assert len(rules) >= 100, len(rules)
    three = ThreeValued(catalogue, rules, on, categories)
    work = partial(assess_many, catalogue, columns, on, rules)
    times = _bulk(three, columns, _three_equal(catalogue, columns, on), work)
    _compare(report, f"{len(rules)} Regeln, dreiwertig", times, 10)
    _single(report, catalogue, columns, on, three)
    _two_valued(report, catalogue, columns, on)


def _two_valued(report: Report, catalogue: Catalogue, columns: Columns, on: date) -> None:
    categories = {name: found[1] for name, found in columns.choices.items()}
    rules = rules_in_common(catalogue, unverified=False)
    known = all_known(columns, on)
    two = TwoValued(catalogue, rules, on, categories)
    many = assess_many(catalogue, known, on, rules)

    def equal(rule: str, answer: Any) -> bool:
        return np.array_equal(many.values(rule) == YES, answer)

    times = _bulk(two, known, equal, partial(assess_many, catalogue, known, on, rules))
    _compare(report, f"{len(rules)} Regeln, nur ja und nein", times, None)


def _three_equal(catalogue: Catalogue, columns: Columns, on: date) -> Callable[[str, Any], bool]:
    many = assess_many(catalogue, columns, on)
    return lambda rule, answer: np.array_equal(np.minimum(many.values(rule), 2), answer)


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: ours from columns; theirs computing alone, and with inputs set; and how much of the processor each took."""

    ours: float
    theirs: float
    with_inputs: float
    ours_busy: float
    theirs_busy: float


def _bulk(system: ThreeValued, columns: Columns, equal: Callable[[str, Any], bool], ours: Callable[[], Any]) -> Times:
    """Measure both in turns. The first turn holds the answers against each other and is thrown away."""
    values = system.values(columns)
    turns = []
    for turn in range(REPEATS + 1):
        moments, busy = [time.perf_counter()], [time.process_time()]
        ours()
        _note(moments, busy)
        simulation = system.simulation(columns, values)
        _note(moments, busy)
        answers = system.answers(simulation)
        _note(moments, busy)
        if turn == 0:
            wrong = [rule for rule, answer in answers.items() if not equal(rule, answer)]
            assert not wrong, f"other answers in OpenFisca: {wrong}"
            continue
        began, done, ready, ended = moments
        turns.append((done - began, ended - ready, ended - done, busy[1] - busy[0], busy[3] - busy[2]))
    return Times(*(statistics.median(column) * 1000 for column in zip(*turns, strict=True)))


def _note(moments: list[float], busy: list[float]) -> None:
    moments.append(time.perf_counter())
    busy.append(time.process_time())


def _compare(report: Report, what: str, times: Times, least: float | None) -> None:
    report.add(f"{what}: Augenmaß (aus Spalten)", times.ours, "ms")
    report.add(f"{what}: OpenFisca, nur Rechnen", times.theirs, "ms")
    report.add(f"{what}: OpenFisca mit Eingaben", times.with_inputs, "ms")
    report.add_least(f"{what}: Vorsprung gegen nur Rechnen", times.theirs / times.ours, "fach", least)
    report.add_least(f"{what}: Vorsprung in Rechenzeit", times.theirs_busy / times.ours_busy, "fach")


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
