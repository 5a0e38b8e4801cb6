"""In which parts a promised amount is paid: shares of a hundred, split so that the parts are the whole to the cent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

MOST_PARTS = 6
LONGEST_MONTHS = 60


class Occasion(StrEnum):
    """What a part is paid for."""

    DEPARTURE = "departure"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an amount: its occasion, the months after departure, its share of a hundred."""

    occasion: Occasion
    months_after: int
    share: int


class Unsound(StrEnum):
    """Why parts do not make a whole."""

    NONE = "none"
    TOO_MANY = "too_many"
    SHARES = "shares"
    SHARE = "share"
    MONTHS = "months"
    ORDER = "order"


def parts_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Part, ...]:
    """The parts as terms keep them (``occasion``, ``months_after``, ``share``). Raises ``ValueError`` or ``KeyError``."""
    return tuple(Part(Occasion(one["occasion"]), int(one["months_after"]), int(one["share"])) for one in stored)


def problem_with(parts: Sequence[Part]) -> Unsound | None:
    """Why these parts cannot be paid so; None where they can."""
    if not parts:
        return Unsound.NONE
    if len(parts) > MOST_PARTS:
        return Unsound.TOO_MANY
    if any(part.share < 1 for part in parts):
        return Unsound.SHARE
    if sum(part.share for part in parts) != 100:
        return Unsound.SHARES
    if any(not _months_fit(part) for part in parts):
        return Unsound.MONTHS
    months = [part.months_after for part in parts]
    return Unsound.ORDER if months != sorted(months) else None


def _months_fit(part: Part) -> bool:
    if part.occasion is Occasion.DEPARTURE:
        return part.months_after == 0
    return 1 <= part.months_after <= LONGEST_MONTHS


def split(cents: int, shares: Sequence[int]) -> list[int]:
    """The parts of an amount by their shares of a hundred: none differs from its exact share by a cent, together they are the amount.

    Cents left over go to the largest fractions, of equal ones to the earlier part. Raises ``ValueError`` for shares that are no hundred.
    """
    if sum(shares) != 100 or cents < 0:
        raise ValueError("shares of a hundred of an amount")
    parts = [cents * share // 100 for share in shares]
    fractions = sorted(range(len(shares)), key=lambda place: (-(cents * shares[place] % 100), place))
    for place in fractions[: cents - sum(parts)]:
        parts[place] += 1
    return parts


def amount_for(adults: int, minors: int, per_adult: int, per_minor: int, ceiling: int | None) -> int:
    """What is promised to so many people: the sum, at most the ceiling."""
    whole = adults * per_adult + minors * per_minor
    return whole if ceiling is None else min(whole, ceiling)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(day.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has a 28th day")
