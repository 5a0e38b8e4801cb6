"""Places in degrees (WGS 84) and distances in kilometres. Pure."""

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0088
"""Mean radius."""
SOUTH, NORTH, WEST, EAST = 47.2, 55.1, 5.8, 15.1
"""Germany."""


@dataclass(frozen=True, slots=True)
class Place:
    """A point: degrees north, degrees east."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees."""

    south: float
    north: float
    west: float
    east: float


def in_germany(place: Place) -> bool:
    """Whether a point lies in the rectangle around Germany."""
    return SOUTH <= place.latitude <= NORTH and WEST <= place.longitude <= EAST


def distance(one: Place, other: Place) -> float:
    """Kilometres as the crow flies (haversine)."""
    first, second = radians(one.latitude), radians(other.latitude)
    half = sin((second - first) / 2) ** 2
    half += cos(first) * cos(second) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def box_around(place: Place, kilometres: float) -> Box:
    """A rectangle that holds every point within a distance."""
    high = degrees(kilometres / EARTH_KM)
    wide = high / max(0.01, cos(radians(abs(place.latitude) + high)))
    return Box(place.latitude - high, place.latitude + high, place.longitude - wide, place.longitude + wide)


def kilometres_of_degree(place: Place) -> tuple[float, float]:
    """Kilometres of a degree to the north and of a degree to the east, around a place."""
    north = radians(1) * EARTH_KM
    return north, north * cos(radians(place.latitude))
