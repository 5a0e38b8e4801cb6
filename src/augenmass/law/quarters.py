"""Quarters of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year; ``number`` is 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter of a day."""
        return cls(day.year, (day.month + 2) // MONTHS)

    @classmethod
    def parse(cls, text: str) -> Self:
        """From ``2025/3``. Raises ``ValueError``."""
        year, separator, number = text.strip().partition("/")
        if not separator or number not in ("1", "2", "3", "4") or len(year) != 4 or not year.isascii():
            raise ValueError(text)
        return cls(int(year), int(number))

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, MONTHS * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The quarter after it."""
        return Quarter(self.year + self.number // 4, self.number % 4 + 1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before it."""
        return Quarter.of(self.first - timedelta(days=1))

    def __str__(self) -> str:
        return f"{self.year}/{self.number}"


def through(first: Quarter, last: Quarter) -> Iterator[Quarter]:
    """Every quarter from one to another, both included."""
    while first <= last:
        yield first
        first = first.next
