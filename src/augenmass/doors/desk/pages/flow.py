"""A picture of flows: on the left what cases were, on the right what they are, bands between them as wide as their number. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

ROOM: Final = 260.0
"""Height that all cases share, in units of the picture (pixels where it is shown in its own size)."""
GAP: Final = 12.0
LINE: Final = 24.0
"""Height of a line of text."""
THINNEST: Final = 1.5
"""Of a band: a flow of one case among thousands is still seen."""
BAR: Final = 10.0
APART: Final = 8.0
"""Between a bar and its words."""

Way = tuple[str, str]
Flows = Mapping[Way, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide a picture is and where its words stand: beside the bars, or (``margin`` 0) over the bands."""

    key: str
    width: float
    margin: float

    @property
    def slot(self) -> float:
        """Least height of a node's place: words of both sides over the bands stand in two lines, so that they do not meet."""
        return LINE if self.margin else 2 * LINE

    def line(self, side: int) -> float:
        """How far below the middle of its node the words of a side stand."""
        return 0.0 if self.margin else (side - 0.5) * LINE * 0.8


WIDE: Final = Shape("wide", 900.0, 250.0)
NARROW: Final = Shape("narrow", 330.0, 0.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """A node; coordinates as the picture writes them."""

    name: str
    number: int
    x: str
    y: str
    height: str
    text_x: str
    text_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Band:
    """A flow from a node on the left to one on the right."""

    path: str
    before: str
    after: str
    number: int
    moves: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """What the template draws."""

    key: str
    width: str
    height: str
    bar: str
    bars: list[Bar]
    bands: list[Band]


@dataclass(slots=True)
class _Place:
    """Where a node lies: top and height of its bar, and how far its bands have been laid."""

    top: float
    height: float
    laid: float = 0.0


def flow_picture(flows: Flows, names: Mapping[str, str], shape: Shape) -> Picture:
    """Draw flows; nodes stand in the order of ``names`` (key and word), those without a case are left out.

    Raises ``KeyError`` for a node without a name.
    """
    total = sum(flows.values())
    thick = {way: max(THINNEST, ROOM * number / total) for way, number in flows.items() if number}
    order = {key: number for number, key in enumerate(names)}
    ways = sorted(thick, key=lambda way: (order[way[0]], order[way[1]]))
    sides = _places(thick, order, shape, 0), _places(thick, order, shape, 1)
    bands = [
        Band(_path(way, thick[way], sides, shape), names[way[0]], names[way[1]], flows[way], way[0] != way[1])
        for way in ways
    ]
    return Picture(
        key=shape.key,
        width=_written(shape.width),
        height=_written(max((_end(place, shape) for places in sides for place in places.values()), default=LINE)),
        bar=_written(BAR),
        bars=[
            _bar(flows, key, names[key], place, shape, side) for side in (0, 1) for key, place in sides[side].items()
        ],
        # What moves is drawn over what stays.
        bands=sorted(bands, key=lambda band: band.moves),
    )


def _places(thick: Mapping[Way, float], order: Mapping[str, int], shape: Shape, side: int) -> dict[str, _Place]:
    heights: dict[str, float] = {}
    for way, height in thick.items():
        heights[way[side]] = heights.get(way[side], 0.0) + height
    top, found = 0.0, {}
    for key in sorted(heights, key=lambda key: order[key]):
        slot = max(shape.slot, heights[key])
        found[key] = _Place(top + (slot - heights[key]) / 2, heights[key])
        top += slot + GAP
    return found


def _end(place: _Place, shape: Shape) -> float:
    """Where the place of a node ends, its words included."""
    return place.top + max(place.height, (place.height + shape.slot) / 2)


def _path(way: Way, thick: float, sides: tuple[Mapping[str, _Place], Mapping[str, _Place]], shape: Shape) -> str:
    tops = []
    for side in (0, 1):
        place = sides[side][way[side]]
        tops.append(place.top + place.laid)
        place.laid += thick
    start, end = shape.margin + BAR, shape.width - shape.margin - BAR
    one, other = tops
    x0, xm, x1, y0, y1 = (_written(value) for value in (start, (start + end) / 2, end, one, other))
    low0, low1 = _written(one + thick), _written(other + thick)
    return f"M{x0} {y0}C{xm} {y0} {xm} {y1} {x1} {y1}V{low1}C{xm} {low1} {xm} {low0} {x0} {low0}Z"


def _bar(flows: Flows, key: str, name: str, place: _Place, shape: Shape, side: int) -> Bar:
    x = shape.margin if side == 0 else shape.width - shape.margin - BAR
    to_the_left = (side == 0) == (shape.margin > 0)
    return Bar(
        name=name,
        number=sum(number for way, number in flows.items() if way[side] == key),
        x=_written(x),
        y=_written(place.top),
        height=_written(place.height),
        text_x=_written(x - APART if to_the_left else x + BAR + APART),
        text_y=_written(place.top + place.height / 2 + shape.line(side)),
        anchor="end" if to_the_left else "start",
    )


def _written(value: float) -> str:
    """A coordinate, with a point whatever the language of the page."""
    return f"{value:.1f}"
