"""The one clock of the program. Nothing else reads the system's time, so that tests travel and pages can say "as of".

``AUGENMASS_FIXED_NOW`` (ISO date or time, read once) stops the clock of a whole process, for pictures of the demo.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

_travelled: ContextVar[datetime | None] = ContextVar("augenmass_time_travelled", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC."""
    return _travelled.get() or _fixed() or datetime.now(UTC)


def today() -> date:
    """Return the present day in Berlin."""
    return now().astimezone(BERLIN).date()


def day_of(moment: datetime) -> date:
    """Return the day in Berlin of an aware moment. Raises ``ValueError`` for a naive one."""
    return _moment(moment).astimezone(BERLIN).date()


@contextmanager
def travel(to: date | datetime) -> Iterator[datetime]:
    """Stop the clock at ``to`` within the block; a day means its noon in Berlin. Raises ``ValueError`` for a naive moment."""
    moment = _moment(to)
    token = _travelled.set(moment)
    try:
        yield moment
    finally:
        _travelled.reset(token)


def _moment(to: date | datetime) -> datetime:
    if not isinstance(to, datetime):
        return datetime.combine(to, time(12), tzinfo=BERLIN).astimezone(UTC)
    if to.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return to.astimezone(UTC)


@cache
def _fixed() -> datetime | None:
    text = os.environ.get("AUGENMASS_FIXED_NOW", "").strip()
    if not text:
        return None
    if len(text) == len("2026-01-31"):
        return _moment(date.fromisoformat(text))
    return _moment(datetime.fromisoformat(text))
