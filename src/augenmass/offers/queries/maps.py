"""The map beside a list of offers."""

from collections.abc import Sequence
from typing import Final

from django.db.models import Avg, Count

from augenmass.offers.models import Offer, Outline
from augenmass.offers.queries.offers import MOST_POINTS, Found, offered
from augenmass.offers.rules.drawing import Drawing, bounds, draw
from augenmass.offers.rules.geography import Box, Place, box_around

AROUND_KM: Final = 6.0
"""Across the map of one offer."""
MOST_TOWNS: Final = 12


def map_of(found: Found) -> Drawing | None:
    """The map of a page of offers, numbered as its list; None where no place is known."""
    return drawing_of(found.page.rows, found.dots, found.near)


def map_around(offer: Offer) -> Drawing | None:
    """The map of one offer, with others near it as dots; None where its place is not known."""
    if offer.place is None:
        return None
    box = box_around(offer.place, AROUND_KM / 2)
    others = offered().filter(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east))
    places = others.exclude(pk=offer.pk).order_by("pk").values_list("latitude", "longitude")[:MOST_POINTS]
    dots = [Place(north, east) for north, east in places if north is not None and east is not None]
    return draw([(0, offer.place)], dots, None, _outlines(box), _towns(box), smallest=AROUND_KM)


def drawing_of(rows: Sequence[Offer], dots: Sequence[Place] = (), near: Place | None = None) -> Drawing | None:
    """The map of some offers, numbered from 1."""
    numbered = [(number, offer.place) for number, offer in enumerate(rows, 1) if offer.place is not None]
    shown = [place for _number, place in numbered] + ([near] if near is not None else [])
    if not shown:
        return None
    box = bounds(shown)
    return draw(numbered, dots, near, _outlines(box), _towns(box))


def _towns(box: Box) -> list[tuple[str, Place]]:
    """The municipalities with most offers in a rectangle, and the middle of their offers."""
    there = offered().filter(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east))
    counted = there.values("ags", "municipality").annotate(many=Count("pk"), y=Avg("latitude"), x=Avg("longitude"))
    rows = counted.order_by("-many", "ags").values_list("municipality", "y", "x")[:MOST_TOWNS]
    return [(name, Place(north, east)) for name, north, east in rows]


def _outlines(box: Box) -> list[list[list[float]]]:
    crossing = Outline.objects.filter(
        south__lte=box.north, north__gte=box.south, west__lte=box.east, east__gte=box.west
    )
    return [ring for rings in crossing.values_list("rings", flat=True)[:50] for ring in rings]
