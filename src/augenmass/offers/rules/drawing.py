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
    """A point of the page: the numbers of the offers that lie there, in the order of the list; 0 where there is no list."""

    x: float
    y: float
    numbers: tuple[int, ...]

    @property
    def first(self) -> int:
        """Of the offer that the marker leads to."""
        return self.numbers[0]

    @property
    def label(self) -> str:
        """``7``, ``7, 8``, ``3–6``, or ``3 +4``."""
        first, last, many = self.numbers[0], self.numbers[-1], len(self.numbers)
        if many <= 2:
            return ", ".join(str(number) for number in self.numbers if number)
        return f"{first}–{last}" if last - first == many - 1 else f"{first} +{many - 1}"

    @property
    def wide(self) -> int:
        """Units across."""
        return max(2 * RADIUS, 14 + 8 * len(self.label))

    @property
    def left(self) -> float:
        """Where it begins."""
        return round(self.x - self.wide / 2, 1)

    @property
    def top(self) -> float:
        """Where it begins."""
        return round(self.y - RADIUS, 1)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map: markers, dots of offers on other pages, outlines as paths, a bar of so many kilometres and its length."""

    markers: tuple[Marker, ...]
    dots: tuple[tuple[float, float], ...]
    outlines: tuple[str, ...]
    near: tuple[float, float] | None
    names: tuple[tuple[float, float, str], ...]
    """Towns for orientation: where the name stands, and the name."""
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
    towns: Iterable[tuple[str, Place]] = (),
    smallest: float = SMALLEST_KM,
) -> Drawing | None:
    """The map around some numbered places, with the dots that lie on it; None where nothing has a place. ``outlines``: rings of ``[longitude, latitude]``."""
    shown = [place for _number, place in numbered] + ([near] if near is not None else [])
    if not shown:
        return None
    sheet = _sheet(bounds(shown), smallest)
    bar = max(kilometres for kilometres in _BARS if kilometres * sheet.scale <= WIDTH / 3 or kilometres == _BARS[0])
    markers = _markers([(number, *sheet.point(place)) for number, place in numbered])
    return Drawing(
        markers=markers,
        dots=tuple(dict.fromkeys(spot for place in dots if _on_sheet(spot := sheet.point(place)))),
        outlines=tuple(_path(sheet, ring) for ring in outlines),
        near=sheet.point(near) if near is not None else None,
        names=_names([(name, *sheet.point(place)) for name, place in towns], markers),
        bar_kilometres=bar,
        bar=round(bar * sheet.scale, 1),
    )


def bounds(places: Iterable[Place]) -> Box:
    """The rectangle around places, of which there is at least one."""
    held = list(places)
    north, east = [place.latitude for place in held], [place.longitude for place in held]
    return Box(min(north), max(north), min(east), max(east))


def _sheet(box: Box, smallest: float) -> _Sheet:
    middle = Place((box.south + box.north) / 2, (box.west + box.east) / 2)
    north, east = kilometres_of_degree(middle)
    high = max((box.north - box.south) * north, smallest)
    wide = max((box.east - box.west) * east, smallest)
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


def _names(
    towns: Iterable[tuple[str, float, float]], markers: Sequence[Marker]
) -> tuple[tuple[float, float, str], ...]:
    """Names below their towns and below markers that stand there, without those that would leave the sheet or cover one before."""
    found: list[tuple[float, float, str]] = []
    for name, x, y in towns:
        half = 4.0 * len(name)
        covering = [one.y for one in markers if abs(one.x - x) < half + one.wide / 2 and abs(one.y - y) < 3 * RADIUS]
        below = max([y, *covering]) + 2 * RADIUS
        if not (half < x < WIDTH - half and MARGIN / 2 < below < HEIGHT - MARGIN):
            continue
        if all(abs(one[1] - below) > 16 or abs(one[0] - x) > half + 4 * len(one[2]) for one in found):
            found.append((x, round(below, 1), name))
    return tuple(found)


def _path(sheet: _Sheet, ring: Sequence[Sequence[float]]) -> str:
    points = [sheet.point(Place(point[1], point[0])) for point in ring]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in dict.fromkeys(points)) + "Z"
