"""Opening hours as towns write them: ``9-12 Uhr, 14.00 bis 18.00``. Pure."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

Span = tuple[int, int]
"""Minutes after midnight: opens, closes. Closing at 24:00 is 1440."""
MOST_SPANS: Final = 4
_CLOSED = frozenset({"", "-", "–", "—", "zu", "geschlossen", "closed"})
_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(?:uhr|h)?"
_SPAN = re.compile(rf"(?:von\s+)?{_TIME}\s*(?:-|–|—|bis|to)\s*{_TIME}", re.I)
_BETWEEN = re.compile(r"[,;/+]|\bund\b|\band\b", re.I)


class HoursUnreadable(ValueError):
    """A text that says no opening hours."""


def read_hours(text: str) -> tuple[Span, ...]:
    """The spans of a day, in order; none when closed. Raises ``HoursUnreadable``."""
    plain = text.strip()
    if plain.casefold() in _CLOSED:
        return ()
    spans = sorted(_span(part) for part in _BETWEEN.split(plain) if part.strip())
    if not spans or len(spans) > MOST_SPANS:
        raise HoursUnreadable(text)
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise HoursUnreadable(text)
    return tuple(spans)


def _span(part: str) -> Span:
    found = _SPAN.fullmatch(part.strip())
    if found is None:
        raise HoursUnreadable(part)
    first, first_minutes, last, last_minutes = found.groups(default="0")
    opens, closes = _minutes(first, first_minutes), _minutes(last, last_minutes)
    if opens >= closes:
        raise HoursUnreadable(part)
    return opens, closes


def _minutes(hour: str, minute: str) -> int:
    total = int(hour) * 60 + int(minute)
    if int(minute) > 59 or total > 24 * 60:
        raise HoursUnreadable(f"{hour}:{minute}")
    return total


def clock(minutes: int) -> str:
    """``09:30``."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def write_hours(spans: Iterable[Span]) -> str:
    """As ``read_hours`` reads it; empty when closed."""
    return ", ".join(f"{clock(opens)}-{clock(closes)}" for opens, closes in spans)
