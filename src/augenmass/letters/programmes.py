"""Programmes of support that a letter names: told by the room that keeps their dated terms, which lies above this one."""

from collections.abc import Callable, Iterable
from datetime import date

from augenmass.letters.rules.fixed import Programme

sources: list[Callable[[date, str], Iterable[Programme]]] = []
"""Each gives the programmes of a Land that hold on a day."""


def programmes_on(day: date, land: str) -> tuple[Programme, ...]:
    """Every programme of a Land that holds on a day, with its amounts."""
    return tuple(programme for source in sources for programme in source(day, land))
