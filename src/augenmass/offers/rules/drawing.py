"""A map without tiles: points and outlines on a flat sheet, drawn from what is known. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from augenmass.offers.rules.geography import Box, Place, kilometres_of_degree

WIDTH: Final = 480
HEIGHT: Final = 420
"""Of the sheet."""
MARGIN: Final = 36
RADIUS: Final = 15
SMALLEST_KM: Final = 2.0
"""What is shown across at least, so that one point alone has surroundings."""
_BARS: Final = (0.5, 1, 2, 5, 10, 20, 50, 100, 200)


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbered point of the page: the numbers of the offers that lie there, in the order of the list."""

    x: float
    y: float
    numbers: tuple[int, ...]

    @property
    def first(self) -> int:
        """Of the offer that the marker leads to."""
        return self.numbers[0]

    @property
    def more(self) -> int:
        """How many lie there beside it."""
        return len(self.numbers) - 1


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: markers, dots of offers on other pages, outlines as paths, a bar of so many kilometres and its length."""

    markers: tuple[Marker, ...]
    dots: tuple[tuple[float, float], ...]
    outlines: tuple[str, ...]
    near: tuple[float, float] | None
    bar_kilometres: float
    bar: float
    width: int = WIDTH
    height: int = HEIGHT
    radius: int = RADIUS


@dataclass(frozen=True, slots=True)
class _Sheet:
    middle: Place
    north: float
    east: float
    scale: float
    """Units of the sheet for a kilometre."""

    def point(self, place: Place) -> tuple[float, float]:
        x = WIDTH / 2 + (place.longitude - self.middle.longitude) * self.east * self.scale
        y = HEIGHT / 2 - (place.latitude - self.middle.latitude) * self.north * self.scale
        return round(x, 1), round(y, 1)


def draw(
    numbered: Sequence[tuple[int, Place]],
    dots: Sequence[Place] = (),
    near: Place | None = None,
    outlines: Iterable[Sequence[Sequence[float]]] = (),
) -> Drawing | None:
    """The map around some numbered places, with the dots that lie on it; None where nothing has a place. ``outlines``: rings of ``[longitude, latitude]``."""
    shown = [place for _number, place in numbered] + ([near] if near is not None else [])
    if not shown:
        return None
    sheet = _sheet(bounds(shown))
    bar = max(kilometres for kilometres in _BARS if kilometres * sheet.scale <= WIDTH / 3 or kilometres == _BARS[0])
    return Drawing(
        markers=_markers([(number, *sheet.point(place)) for number, place in numbered]),
        dots=tuple(dict.fromkeys(spot for place in dots if _on_sheet(spot := sheet.point(place)))),
        outlines=tuple(_path(sheet, ring) for ring in outlines),
        near=sheet.point(near) if near is not None else None,
        bar_kilometres=bar,
        bar=round(bar * sheet.scale, 1),
    )


def bounds(places: Iterable[Place]) -> Box:
    """The rectangle around places, of which there is at least one."""
    held = list(places)
    north, east = [place.latitude for place in held], [place.longitude for place in held]
    return Box(min(north), max(north), min(east), max(east))


def _sheet(box: Box) -> _Sheet:
    middle = Place((box.south + box.north) / 2, (box.west + box.east) / 2)
    north, east = kilometres_of_degree(middle)
    high = max((box.north - box.south) * north, SMALLEST_KM)
    wide = max((box.east - box.west) * east, SMALLEST_KM)
    return _Sheet(middle, north, east, min((HEIGHT - 2 * MARGIN) / high, (WIDTH - 2 * MARGIN) / wide))


def _on_sheet(point: tuple[float, float]) -> bool:
    return 0 <= point[0] <= WIDTH and 0 <= point[1] <= HEIGHT


def _markers(points: Iterable[tuple[int, float, float]]) -> tuple[Marker, ...]:
    """Points that would cover each other become one."""
    found: list[Marker] = []
    for number, x, y in points:
        near = next((spot for spot, one in enumerate(found) if hypot(one.x - x, one.y - y) < 2 * RADIUS), None)
        if near is None:
            found.append(Marker(x, y, (number,)))
        else:
            held = found[near]
            found[near] = Marker(held.x, held.y, (*held.numbers, number))
    return tuple(found)


def _path(sheet: _Sheet, ring: Sequence[Sequence[float]]) -> str:
    points = [sheet.point(Place(point[1], point[0])) for point in ring]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(points)) + "Z"
