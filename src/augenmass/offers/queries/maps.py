"""The map beside a list of offers."""

from collections.abc import Sequence

from augenmass.offers.models import Offer, Outline
from augenmass.offers.queries.offers import Found
from augenmass.offers.rules.drawing import Drawing, bounds, draw
from augenmass.offers.rules.geography import Place


def map_of(found: Found) -> Drawing | None:
    """The map of a page of offers, numbered as its list; None where no place is known."""
    return drawing_of(found.page.rows, found.dots, found.near)


def drawing_of(rows: Sequence[Offer], dots: Sequence[Place] = (), near: Place | None = None) -> Drawing | None:
    """The map of some offers, numbered from 1."""
    numbered = [(number, offer.place) for number, offer in enumerate(rows, 1) if offer.place is not None]
    shown = [place for _number, place in numbered] + ([near] if near is not None else [])
    return draw(numbered, dots, near, _outlines(shown)) if shown else None


def _outlines(shown: Sequence[Place]) -> list[list[list[float]]]:
    box = bounds(shown)
    crossing = Outline.objects.filter(
        south__lte=box.north, north__gte=box.south, west__lte=box.east, east__gte=box.west
    )
    return [ring for rings in crossing.values_list("rings", flat=True)[:50] for ring in rings]
