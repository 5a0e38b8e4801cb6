"""Outlines of districts from GeoJSON (RFC 7946), made small enough to draw. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from augenmass.offers.rules.geography import Box, Place, in_germany

MOST_BYTES: Final = 50_000_000
MOST_OUTLINES: Final = 2_000
NAMES: Final = ("name", "GEN", "gen", "NAME", "Name", "bezeichnung")
"""Properties that name a district, as the offices that publish them write it."""
FINEST: Final = 0.002
"""Degrees between points that are kept: about 200 metres."""
FEWEST: Final = 4

Ring = list[list[float]]


class NoOutlines(ValueError):
    """A file that holds no outlines, with a sentence that says what would be right."""


@dataclass(frozen=True, slots=True)
class District:
    """A district: name, rings of ``[longitude, latitude]``, the rectangle around them."""

    name: str
    rings: list[Ring]
    box: Box


def read_outlines(content: Any) -> list[District]:
    """The districts of parsed GeoJSON. Raises ``NoOutlines``."""
    if not isinstance(content, Mapping) or content.get("type") != "FeatureCollection":
        raise NoOutlines("Die Datei ist keine Sammlung von Umrissen (GeoJSON, „FeatureCollection“).")
    features = content.get("features")
    if not isinstance(features, list) or not features:
        raise NoOutlines("Die Datei enthält keinen Umriss.")
    if len(features) > MOST_OUTLINES:
        raise NoOutlines(
            f"Die Datei enthält mehr als {MOST_OUTLINES} Umrisse. Bitte wählen Sie Kreise statt Gemeinden."
        )
    return [_district(number, feature) for number, feature in enumerate(features, 1)]


def _district(number: int, feature: Any) -> District:
    geometry = feature.get("geometry") if isinstance(feature, Mapping) else None
    properties = (feature.get("properties") if isinstance(feature, Mapping) else None) or {}
    name = next((str(properties[key]) for key in NAMES if properties.get(key)), f"Umriss {number}")
    try:
        rings = [small for ring in _rings(geometry) if len(small := _smaller(ring)) >= FEWEST]
    except (TypeError, ValueError, KeyError, IndexError) as error:
        raise NoOutlines(f"Umriss {number} ({name}) ist keine Fläche („Polygon“ oder „MultiPolygon“).") from error
    if not rings:
        raise NoOutlines(f"Umriss {number} ({name}) ist leer.")
    points = [point for ring in rings for point in ring]
    if not all(in_germany(Place(point[1], point[0])) for point in points):
        raise NoOutlines(
            f"Umriss {number} ({name}) liegt nicht in Deutschland. Die Punkte müssen in Grad stehen (WGS 84, erst Länge, dann Breite)."
        )
    east, north = [point[0] for point in points], [point[1] for point in points]
    return District(name[:200], rings, Box(min(north), max(north), min(east), max(east)))


def _rings(geometry: Any) -> Iterator[Sequence[Any]]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "Polygon":
        yield coordinates[0]
    elif kind == "MultiPolygon":
        for polygon in coordinates:
            yield polygon[0]
    else:
        raise ValueError(kind)


def _smaller(ring: Sequence[Any]) -> Ring:
    """The ring with points that stand apart, rounded to ten metres."""
    kept: Ring = []
    for point in ring:
        east, north = round(float(point[0]), 4), round(float(point[1]), 4)
        if not kept or abs(kept[-1][0] - east) + abs(kept[-1][1] - north) >= FINEST:
            kept.append([east, north])
    return kept
