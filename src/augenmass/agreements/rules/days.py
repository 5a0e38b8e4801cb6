"""Days of an agreement: what a day falls on, who is of age, when the next talk is due. Pure.

A day is never moved by the program: it says what the day falls on, and a person decides.
"""

from datetime import date, timedelta
from typing import Final

from augenmass.law.calendar import holiday, land_of

OF_AGE: Final = 18
"""BGB § 2."""
SATURDAY: Final = 5
SUNDAY: Final = 6


def falls_on(day: date, land: str) -> str:
    """German name of the holiday in the Land (or nationwide), "Samstag", "Sonntag"; "" on a working day."""
    named = holiday(day.toordinal(), land_of(land))
    if named:
        return named
    return {SATURDAY: "Samstag", SUNDAY: "Sonntag"}.get(day.weekday(), "")


def is_minor(born_on: date | None, on: date) -> bool:
    """Whether somebody is known to be under age on a day; who did not say when they were born is not asked."""
    if born_on is None:
        return False
    years = on.year - born_on.year - ((on.month, on.day) < (born_on.month, born_on.day))
    return years < OF_AGE


def next_review(after: date, weeks: int) -> date:
    """When the next talk is due by the rhythm."""
    return after + timedelta(weeks=weeks)


def working_days_after(day: date, count: int, land: str) -> date:
    """The day that is so many working days later: neither weekend nor a holiday of the Land."""
    found = day
    while count > 0:
        found += timedelta(days=1)
        count -= not falls_on(found, land)
    return found
