"""Pure rules of reports: what cannot be meant, what was said before, what a report sets off.

A report says what happened, nothing about the person. It may come late or before an earlier one: what counts is when it happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from augenmass.directory.land import LandProfile
from augenmass.law.time import day_of

FAST_CLOCK = timedelta(minutes=5)
"""By how much the clock of the sender may be ahead."""
OLDEST = timedelta(days=366)
LATE = timedelta(days=2)
"""From when on a report is shown as late."""
ABSENCE_HOURS, ABSENCE_DAYS = 24, 3
"""Where the Land rules nothing: from how many hours on an absence is reported, and within how many days it is looked into."""
HOURS_OF_LAND, DAYS_OF_LAND = "accommodation_absence_hours", "accommodation_absence_days"


class Event(StrEnum):
    """What a house reports; the value is stored."""

    ARRIVAL = "arrival"
    ABSENCE = "absence"
    RETURN = "return"
    TRANSFER = "transfer"
    DUTY_ENDED = "duty_ended"


class Standing(StrEnum):
    """How a person stands in the list of a house."""

    PRESENT = "present"
    AWAY = "away"
    LEFT = "left"


class Problem(StrEnum):
    """Why a report is not taken."""

    FUTURE = "future"
    TOO_OLD = "too_old"
    HOUSE_CLOSED = "house_closed"
    TOO_SHORT = "too_short"
    NO_TARGET = "no_target"
    SAME_HOUSE = "same_house"
    TARGET_CLOSED = "target_closed"


class Follow(StrEnum):
    """What a report sets off beside the notice that every report is."""

    NOTICE = "notice"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Happened:
    """One report about a person in a house."""

    event: Event
    at: datetime


@dataclass(frozen=True, slots=True)
class Target:
    """Where somebody was transferred to: whether it is named at all, is the same house, and from which day on it is closed."""

    named: bool
    same: bool = False
    closed_on: date | None = None


STANDING = {
    Event.ARRIVAL: Standing.PRESENT,
    Event.RETURN: Standing.PRESENT,
    Event.ABSENCE: Standing.AWAY,
    Event.TRANSFER: Standing.LEFT,
    Event.DUTY_ENDED: Standing.LEFT,
}


def hours_of_absence(land: LandProfile, on: date) -> int:
    """From how many hours on an absence is reported on a day: the rule of the Land where it is confirmed, else a whole day."""
    return _number(land, HOURS_OF_LAND, on, ABSENCE_HOURS)


def days_to_look(land: LandProfile, on: date) -> int:
    """Within how many days a reported absence is looked into."""
    return _number(land, DAYS_OF_LAND, on, ABSENCE_DAYS)


def _number(land: LandProfile, name: str, on: date, otherwise: int) -> int:
    found = land.parameter(name, on)
    return int(found.value) if found is not None and found.verified else otherwise


def problem_with(
    new: Happened, now: datetime, others: Iterable[Happened], hours: int, closed_on: date | None, target: Target | None
) -> Problem | None:
    """What keeps a report from being taken, None where nothing does."""
    if new.at > now + FAST_CLOCK:
        return Problem.FUTURE
    if new.at < now - OLDEST:
        return Problem.TOO_OLD
    if closed_on is not None and day_of(new.at) >= closed_on:
        return Problem.HOUSE_CLOSED
    if new.event is Event.ABSENCE and _lasted(new, others, now) < timedelta(hours=hours):
        return Problem.TOO_SHORT
    return _problem_with_target(new, target) if new.event is Event.TRANSFER else None


def _lasted(absence: Happened, others: Iterable[Happened], now: datetime) -> timedelta:
    """How long an absence lasted until now, or until the next thing known of the person."""
    later = [other.at for other in others if other.at > absence.at and other.event is not Event.ABSENCE]
    return min([now, *later]) - absence.at


def _problem_with_target(new: Happened, target: Target | None) -> Problem | None:
    if target is None or not target.named:
        return Problem.NO_TARGET
    if target.same:
        return Problem.SAME_HOUSE
    closed = target.closed_on is not None and day_of(new.at) >= target.closed_on
    return Problem.TARGET_CLOSED if closed else None


def said_before(new: Happened, others: Iterable[Happened]) -> Happened | None:
    """The report that says the same: of the same kind, with nothing else in between by the time it happened."""
    earlier, later = _around(new, others)
    return next((near for near in (earlier, later) if near is not None and near.event is new.event), None)


def without_absence(new: Happened, others: Iterable[Happened]) -> bool:
    """Whether a return follows on no absence that is known so far."""
    earlier, _later = _around(new, others)
    return new.event is Event.RETURN and (earlier is None or earlier.event is not Event.ABSENCE)


def _around(new: Happened, others: Iterable[Happened]) -> tuple[Happened | None, Happened | None]:
    in_order = sorted(others, key=lambda other: other.at)
    earlier = [other for other in in_order if other.at <= new.at]
    later = [other for other in in_order if other.at > new.at]
    return (earlier[-1] if earlier else None), (later[0] if later else None)


def standing_after(reports: Iterable[Happened]) -> tuple[Standing, datetime]:
    """How the person stands by all reports, and since when. Of two of the same moment the later in the row counts.

    Raises ``ValueError`` without any.
    """
    last = max(enumerate(reports), key=lambda numbered: (numbered[1].at, numbered[0]))[1]
    return STANDING[last.event], last.at


def follows(new: Happened, others: Iterable[Happened], planned: bool) -> Follow:
    """What a report sets off. One that was overtaken by the time it happened sets off nothing but a notice.

    ``others``: of an absence everything known of the person, in whichever house; of anything else what this house said.
    ``planned``: whether something was planned in the case, which an officer looks at again after a return.
    """
    if new.event is Event.RETURN:
        return Follow.TASK if planned else Follow.NOTICE
    overtaken = any(other.at > new.at and _overtakes(other.event, new.event) for other in others)
    return Follow.NOTICE if overtaken else Follow.TASK


def _overtakes(later: Event, event: Event) -> bool:
    if event is Event.ABSENCE:
        return later is not Event.ABSENCE
    return event is Event.ARRIVAL and STANDING[later] is Standing.LEFT


def ends_absence(event: Event) -> bool:
    """Whether a report tells where the person is, so that nobody need look any more."""
    return event is not Event.ABSENCE


def is_late(at: datetime, received_at: datetime) -> bool:
    """Whether a report came so late that its reader should know."""
    return received_at - at > LATE
