"""Small pictures of the overview: bars of shares, and ranges of days with their median. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from augenmass.overview.rules.lasting import Quartiles

WIDTH: Final = 400.0
SHORT, LONG = 110.0, 190.0
"""Room for the words at the start of a line: periods, phases."""
VALUES: Final = 64.0
"""Room for the number at its end."""
LINE: Final = 30.0
BAR: Final = 12.0
TICK: Final = 3.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of the picture; coordinates as the picture writes them. ``mark_x``: the median, where there is one."""

    label: str
    value: str
    text_y: str
    y: str
    x: str
    width: str
    mark_x: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws; ``says`` is the same in words."""

    width: str
    height: str
    track_x: str
    track_width: str
    value_x: str
    bar: str
    tick: str
    strokes: list[Stroke]
    says: str


def shares_picture(lines: Sequence[tuple[str, int | None, str]], labels: float = SHORT) -> Picture:
    """Bars of shares in percent: label, share (None: nothing to show), words for it."""
    strokes = [
        _stroke(place, label, words, labels, 0.0, 0.0 if share is None else share / 100)
        for place, (label, share, words) in enumerate(lines)
    ]
    return _picture(strokes, labels)


def days_picture(lines: Sequence[tuple[str, Quartiles, str]], labels: float = SHORT) -> Picture:
    """Ranges from the first to the third quartile with the median, on one scale: label, days, words for them.

    A range whose third quartile is not reached goes to the end; without a median nothing is drawn.
    """
    longest = max((day or 0 for _, found, _ in lines for day in (found.first, found.median, found.third)), default=0)
    scale = longest or 1
    strokes = []
    for place, (label, found, words) in enumerate(lines):
        if found.median is None:
            strokes.append(_stroke(place, label, words, labels))
        else:
            begin = (found.median if found.first is None else found.first) / scale
            end = found.median / scale if found.first is None else 1.0 if found.third is None else found.third / scale
            strokes.append(_stroke(place, label, words, labels, begin, end, found.median / scale))
    return _picture(strokes, labels)


def _stroke(
    place: int, label: str, words: str, labels: float, begin: float = 0.0, end: float = 0.0, mark: float | None = None
) -> Stroke:
    room = WIDTH - labels - VALUES
    return Stroke(
        label=label,
        value=words,
        text_y=_written(place * LINE + LINE / 2),
        y=_written(place * LINE + (LINE - BAR) / 2),
        x=_written(labels + begin * room),
        width=_written(max(0.0, end - begin) * room),
        mark_x="" if mark is None else _written(labels + mark * (room - TICK)),
    )


def _picture(strokes: list[Stroke], labels: float) -> Picture:
    return Picture(
        width=_written(WIDTH),
        height=_written(max(1, len(strokes)) * LINE),
        track_x=_written(labels),
        track_width=_written(WIDTH - labels - VALUES),
        value_x=_written(WIDTH),
        bar=_written(BAR),
        tick=_written(TICK),
        strokes=strokes,
        says="; ".join(f"{stroke.label}: {stroke.value}" for stroke in strokes),
    )


def _written(value: float) -> str:
    """A coordinate, with a point whatever the language of the page."""
    return f"{value:.1f}"
