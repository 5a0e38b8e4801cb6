"""How far the return of a case has come, said by its number: the days in its facts, and what its rows in the rooms of return are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

LEAVING, WAITING_FOR_PAPERS, HANDED, LATE = 8, 10, 10, 50
"""Every so manieth case leaves voluntarily, waits for papers, lies at the residence desk, was announced too late."""
NOT_OFFERED = 7
"""Of eight cases the one in which counselling was not offered."""


class Stage(IntEnum):
    """How far a voluntary departure has come."""

    REQUESTED = 0
    DECLARED = 1
    APPROVED = 2
    BOOKED = 3
    DEPARTED = 4
    ENDED = 5


@dataclass(frozen=True, slots=True)
class Course:
    """Days of a case, the later ones only as far as they have come; ``stage`` is None for who does not leave voluntarily."""

    number: int
    begun: date
    stage: Stage | None
    facts: Mapping[str, str]

    @property
    def departed_on(self) -> date | None:
        """The day of the departure, where it has happened."""
        found = self.facts.get("departed_on")
        return date.fromisoformat(found) if found is not None else None


def course_of(number: int, today: date) -> Course:
    """The course of a case: spread over two years by its number, always the same for the same number and day."""
    begun = today - timedelta(days=30 + number * 7 % 700)
    stage = Stage(number // LEAVING % len(Stage)) if number % LEAVING == 2 else None
    days = {"decision_issued_on": 0, "prospects_checked_on": 12}
    if number % 8 != NOT_OFFERED:
        days["counselling_offered_on"] = 20 + number % 25
    if stage is not None and stage >= Stage.DECLARED:
        days["departure_declared_on"] = 28
    if stage is Stage.DEPARTED:
        days["departed_on"] = 60
    elif number % 11 == 0:
        days["removal_arranged_on"] = 35 + number % 30
    facts = {name: day.isoformat() for name, after in days.items() if (day := begun + timedelta(days=after)) <= today}
    if stage is Stage.DEPARTED and "departed_on" not in facts:
        stage = Stage.BOOKED
    if "departed_on" in facts:
        facts["departure_proven"] = "yes"
    if number % WAITING_FOR_PAPERS == 3:
        facts["substitute_document_requested"] = "yes"
    return Course(number, begun, stage, facts)
