"""A picture of a year: the budget as one bar, below it what was paid, what is promised, and what is free, each where it lies in the whole. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LINE: Final = 24.0
BAR: Final = 20.0
GAP: Final = 14.0
THINNEST: Final = 2.0
"""Of a bar: a payment of a few euros in a million is still seen."""
WIDTHS: Final = {"wide": 560.0, "narrow": 330.0}


@dataclass(frozen=True, slots=True)
class Share:
    """One line of the picture: a word, the amount in words, where it begins and how long it is, in cents; ``tone`` names its colour."""

    word: str
    amount: str
    start: int
    cents: int
    tone: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its words; coordinates as the picture writes them."""

    word: str
    amount: str
    tone: str
    x: str
    y: str
    width: str
    text_y: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws."""

    key: str
    width: str
    height: str
    bar: str
    bars: list[Bar]


def fund_picture(shares: Sequence[Share], whole: int, key: str) -> Picture:
    """Draw the shares of a whole (cents, above zero) one below the other; ``key`` names a width of ``WIDTHS``."""
    width = WIDTHS[key]
    scale = width / whole
    step = LINE + BAR + GAP
    bars = []
    for place, share in enumerate(shares):
        long = max(THINNEST, share.cents * scale) if share.cents else 0.0
        x = min(share.start * scale, width - long)
        top = place * step
        bars.append(
            Bar(
                share.word,
                share.amount,
                share.tone,
                _written(x),
                _written(top + LINE),
                _written(long),
                _written(top + LINE / 2),
            )
        )
    return Picture(key, _written(width), _written(len(shares) * step - GAP), _written(BAR), bars)


def _written(value: float) -> str:
    """A coordinate, with a point whatever the language of the page."""
    return f"{value:.1f}"
