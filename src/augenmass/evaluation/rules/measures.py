"""What is counted: a closed list. Everywhere the unit is one agreement, so that behind a number stand at least as many people as it says.

No measure looks at who somebody is, and none at which counsellor worked. No two measures share a number (the late steps of one are not
the total of another): what is hidden in one table cannot be read in another.
"""

from dataclasses import dataclass
from typing import Final

RULES: Final = "1"
"""Version of these rules; it stands in every report."""
GRACE_DAYS: Final = 14
"""What is done or held within these days after its day is "a little late"; a quarter is counted when they have passed after its end."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Outcomes, of which what is counted falls under exactly one. ``repeats``: an agreement counts again in each quarter."""

    outcomes: tuple[str, ...]
    repeats: bool


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
}
Numbers = dict[str, list[int]]
"""Counts by measure, in the order of its outcomes; a measure that was not delivered is missing."""
