"""Words of the catalogue in the reader's language."""

from django.utils.functional import Promise

from augenmass.cases.queries.case import english
from augenmass.law.vocabulary import VOCABULARY
from augenmass.lawbook.in_force import in_force


def step_name(key: str) -> str:
    """The name of a step; the key of one that the catalogue no longer has."""
    return _name(in_force()._steps, key)


def doubt_name(key: str) -> str:
    """The name of a doubt."""
    return _name(in_force()._doubts, key)


deadlines_of_rooms: "dict[str, str | Promise]" = {}
"""Names of deadlines that rooms above set and no statute does, by the rule under which they stand in the deadline book."""


def deadline_name(key: str) -> str:
    """The name of a deadline."""
    if key in deadlines_of_rooms:
        return str(deadlines_of_rooms[key])
    return _name(in_force()._deadlines, key)


def lane_name(key: str) -> str:
    """The name of a lane."""
    return _name(in_force()._lanes, key)


def blocker_name(key: str) -> str:
    """The name of what blocks: a doubt or a fact."""
    return doubt_name(key) if key in in_force()._doubts else _name(VOCABULARY, key)


def _name(things: object, key: str) -> str:
    found = things.get(key)  # type: ignore[attr-defined]
    if found is None:
        return key
    return str(found.en if english() else found.de)
