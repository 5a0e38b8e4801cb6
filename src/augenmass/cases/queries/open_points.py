"""Which facts the steps of the own body's cases wait for, as far as the reader may know."""

from dataclasses import dataclass
from datetime import date

from augenmass.access import log
from augenmass.access.actor import Actor
from augenmass.access.released import learns_position
from augenmass.access.sight import fact_names_visible
from augenmass.access.visible import Reach, visible_rows_q
from augenmass.cases.models import OpenPoint


@dataclass(frozen=True, slots=True)
class Point:
    """A fact, how many steps wait for it, for how many of them it is the only one, and the steps, most frequent first."""

    fact: str
    waiting: int
    alone: int
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPoints:
    """All points, those first that alone open most steps; ``counted_on`` is None while nothing was counted."""

    points: tuple[Point, ...]
    counted_on: date | None


def open_points(actor: Actor) -> OpenPoints:
    """The open points of the own body's cases; writes an access line. Nothing for who does not learn of next steps."""
    found: list[OpenPoint] = []
    if learns_position(actor.roles, actor.purpose):
        rows = OpenPoint.objects.filter(visible_rows_q(actor, reach=Reach.OWN), fact__in=fact_names_visible(actor))
        found = list(rows.order_by("-cases", "fact", "step"))
    log.read(actor, "open_points", categories=["file"], rows=0)
    by_fact: dict[str, list[OpenPoint]] = {}
    for row in found:
        by_fact.setdefault(row.fact, []).append(row)
    points = [
        Point(fact, sum(row.cases for row in rows), sum(row.alone for row in rows), tuple(row.step for row in rows))
        for fact, rows in by_fact.items()
    ]
    points.sort(key=lambda point: (-point.alone, -point.waiting, point.fact))
    return OpenPoints(tuple(points), found[0].counted_on if found else None)
