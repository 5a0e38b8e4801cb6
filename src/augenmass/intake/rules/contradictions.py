"""Entries of one row that cannot both be true, as problems of the row."""

from collections.abc import Iterator, Mapping
from datetime import date

from augenmass.intake.rules.problem import Problem
from augenmass.law import consistency


def contradictions(facts: Mapping[str, str], today: date) -> Iterator[Problem]:
    """What contradicts itself inside the row, each pair once."""
    for found in consistency.contradictions(facts, today):
        yield Problem.of("facts_contradict", reason=found.de, reason_en=found.en)
