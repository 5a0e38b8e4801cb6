"""Entries of one row that cannot both be true, and days that cannot lie in the future."""

from collections.abc import Iterator, Mapping

from augenmass.intake.rules.problem import Problem


def may_lie_ahead(name: str) -> bool:
    """Whether a day of this fact can lie in the future: ends of validity, set dates, deadlines."""
    return name.endswith("_until")


def contradictions(facts: Mapping[str, str]) -> Iterator[Problem]:
    """What contradicts itself inside the row."""
    yield from ()
