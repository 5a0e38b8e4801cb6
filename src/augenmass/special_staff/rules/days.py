"""The days of a nomination: review, end by itself, and when the person is told after all. Pure."""

from collections.abc import Iterable
from datetime import date, timedelta

REVIEW_AFTER = timedelta(days=91)
"""A nomination is looked at again after a quarter of a year."""
MISSED_AFTER = timedelta(days=14)
"""So long after the day of its review the second person is asked."""
ENDS_AFTER = timedelta(days=182)
"""Without renewal a nomination lasts half a year."""
UNDECIDED_FOR = timedelta(days=91)
"""After this a nomination that nobody confirmed ends by itself."""
LONGEST_UNTOLD = timedelta(days=91)
"""Within this time it is examined again whether the person can be told."""


def last_day(on: date, classifications_until: Iterable[date | None]) -> date:
    """The last day of a nomination that was confirmed or renewed on a day: never after the last day of a classification that carries it."""
    return min([on + ENDS_AFTER, *(until for until in classifications_until if until is not None)])


def review_day(on: date, valid_until: date) -> date:
    """When it is looked at again: after a quarter, at the latest on its last day."""
    return min(on + REVIEW_AFTER, valid_until)
