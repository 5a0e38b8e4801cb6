"""What is counted: a closed list. Everywhere the unit is one agreement, so that behind a number stand at least as many people as it says.

No measure looks at who somebody is, and none at which counsellor worked. No two measures share a number (the late steps of one are not
the total of another): what is hidden in one table cannot be read in another.
"""

from dataclasses import dataclass
from typing import Final

RULES: Final = "2"
"""Version of these rules; it stands in every report."""
GRACE_DAYS: Final = 14
"""What is done or held within these days after its day is "a little late"; a quarter is counted when they have passed after its end."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Outcomes, of which what is counted falls under exactly one. ``repeats``: an agreement counts again in each quarter.

    ``since``: the version of the rules that brought it. Reports of before stay without, and so do deliveries: "not counted" is not zero.
    """

    outcomes: tuple[str, ...]
    repeats: bool
    since: int = 1


OFFERED: Final = "offered"
"""How many people were offered an agreement: a number that the service enters, for nobody's name is kept who said no."""
SERVICES: Final = {
    kind: f"services_{kind}" for kind in ("course", "recognition", "child_care", "placement", "housing", "other")
}
"""Kind of a service of another body -> its measure; counted by the day for which it was asked, not when it was asked (``promises``)."""
_DONE: Final = ("on_time", "little_late", "late", "open")
MEASURES: Final[dict[str, Measure]] = {
    "begun": Measure(("begun",), repeats=False),
    "signed": Measure(("own_language", "german_only"), repeats=False),
    "steps_service": Measure(_DONE, repeats=True),
    "steps_person": Measure(_DONE, repeats=True),
    "reviews": Measure(("on_time", "late", "not_held"), repeats=True),
    "promises": Measure(("soon", "later", "declined", "unanswered"), repeats=True),
    "amended": Measure(("amended",), repeats=True),
    "ended": Measure(("both", "one", "none", "not_judged", "withdrawn"), repeats=False),
    OFFERED: Measure(("offered",), repeats=True, since=2),
    **dict.fromkeys(
        SERVICES.values(), Measure(("on_time", "late", "not_given", "not_accepted"), repeats=True, since=2)
    ),
}


def measures_of(rules: str) -> dict[str, Measure]:
    """The measures that a version of the rules knows."""
    return {key: measure for key, measure in MEASURES.items() if measure.since <= int(rules)}


Numbers = dict[str, list[int]]
"""Counts by measure, in the order of its outcomes; a measure that was not delivered is missing."""
