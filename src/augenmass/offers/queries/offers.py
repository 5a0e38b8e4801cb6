"""Reading the directory: whoever has a role in a body, and every person at their own door, sees what is offered today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from django.db.models import Avg, Exists, ExpressionWrapper, F, FloatField, OuterRef, Q, QuerySet, Value

from augenmass.access.actor import Actor
from augenmass.cases.words import fold
from augenmass.directory.models import Body
from augenmass.directory.roles import Permission
from augenmass.law.time import BERLIN, now, today
from augenmass.offers.models import Offer, Span
from augenmass.offers.rules.geography import Place, box_around, distance, kilometres_of_degree
from augenmass.offers.rules.vocabulary import FEATURES, KINDS, LANGUAGES, NEEDS
from augenmass.work.queries.paging import Page, page_of

PAGE: Final = 20
MOST_POINTS: Final = 1_000
"""Dots on a map beside those of the page."""
MOST_WORDS: Final = 6
RADII: Final = (5, 10, 25, 50)
"""Kilometres that can be chosen."""
KEEPERS: Final = frozenset({Body.Kind.MUNICIPALITY, Body.Kind.COUNSELLING, Body.Kind.COUNSELLING_PRIVATE})
"""Kinds of bodies that keep entries."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is empty narrows nothing. ``moment``: open then. ``near``: sorted by distance from there."""

    need: str = ""
    kind: str = ""
    text: str = ""
    ags: str = ""
    kilometres: int = 0
    near: Place | None = None
    language: str = ""
    features: tuple[str, ...] = ()
    weekday: int | None = None
    moment: datetime | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One page of offers, and points of those on other pages."""

    page: Page[Offer]
    near: Place | None
    unused: str = ""
    """Why a distance narrowed nothing: ``no_place``, nobody said from where; ``not_on_map``, nothing there is on the map."""
    dots: list[Place] = field(default_factory=list)

    def kilometres_to(self, offer: Offer) -> float | None:
        """How far an offer is from the place that was asked for."""
        return distance(self.near, offer.place) if self.near is not None and offer.place is not None else None


def may_keep(actor: Actor) -> bool:
    """Whether the actor keeps entries for their body."""
    return actor.may(Permission.KEEP_OFFERS) and not actor.reads_only and actor.body.kind in KEEPERS


def offered(on: date | None = None) -> QuerySet[Offer]:
    """What is offered on a day (today)."""
    return Offer.objects.filter(Q(valid_until=None) | Q(valid_until__gte=on or today()), closed_on=None)


def visible_offers(actor: Actor) -> QuerySet[Offer]:
    """What is offered, and everything that the own body keeps; nothing in a support session."""
    if actor.reads_only:
        return Offer.objects.none()
    if not may_keep(actor):
        return offered()
    return Offer.objects.filter(Q(pk__in=offered().values("pk")) | Q(body=actor.body_id))


def kept_offers(actor: Actor, state: str = "open") -> QuerySet[Offer]:
    """What the own body keeps: ``open``, ``expired`` or ``closed``."""
    if not may_keep(actor):
        return Offer.objects.none()
    own = Offer.objects.filter(body=actor.body_id)
    if state == "closed":
        return own.exclude(closed_on=None)
    expired = own.filter(closed_on=None, valid_until__lt=today())
    return expired if state == "expired" else own.filter(pk__in=offered().values("pk"))


def one_offer(actor: Actor, key: UUID) -> Offer:
    """One offer. Raises ``Offer.DoesNotExist``."""
    return visible_offers(actor).select_related("body").prefetch_related("spans").get(key=key)


def public_offer(key: UUID) -> Offer:
    """One offer as everybody may read it. Raises ``Offer.DoesNotExist``."""
    return offered().prefetch_related("spans").get(key=key)


def search(asked: Search, page: int = 1, *, dots: bool = True) -> Found:
    """One page of what is offered today: by distance where a place is asked for, else by municipality and name."""
    near = _center(asked)
    found = offered().filter(_matching(asked))
    found = _around(found, asked, near)
    order = ("away", "pk") if near is not None else ("municipality", "name", "pk")
    rows = page_of(found.order_by(*order).prefetch_related("spans"), page, PAGE)
    return Found(rows, near, _unused(asked, near), _dots(found, rows.rows) if dots and rows.pages > 1 else [])


def nearest(kinds: Sequence[str], ags: str, most: int = 3) -> list[Offer]:
    """Some offers of these kinds in a municipality or near it, the nearest first."""
    near = center_of(ags)
    held = offered().filter(kind__in=kinds)
    inside = list(held.filter(ags=ags)[:most])
    if len(inside) >= most or near is None:
        return inside
    around = _measured(held.exclude(ags=ags).exclude(latitude=None), near).order_by("away", "pk")
    return [*inside, *around[: most - len(inside)]]


def center_of(ags: str) -> Place | None:
    """The middle of the offers of a municipality whose place is known."""
    middle = offered().filter(ags=ags).aggregate(north=Avg("latitude"), east=Avg("longitude"))
    return Place(middle["north"], middle["east"]) if middle["north"] is not None else None


def municipalities() -> list[tuple[str, str]]:
    """Key and name of every municipality with an offer today, by name; where two bear one name, with the key."""
    rows = list(offered().order_by("municipality", "ags").values_list("ags", "municipality").distinct())
    names = [name for _ags, name in rows]
    return [(ags, f"{name} ({ags})" if names.count(name) > 1 else name) for ags, name in rows]


def municipality_of(postcode: str, town: str) -> str:
    """The key of the municipality of an address, where the directory knows exactly one; else ""."""
    if not postcode:
        return ""
    keys = set(offered().filter(postcode=postcode).values_list("ags", flat=True)[:200])
    if len(keys) > 1 and town:
        keys = set(offered().filter(postcode=postcode, municipality__iexact=town).values_list("ags", flat=True)[:200])
    return keys.pop() if len(keys) == 1 else ""


def this_moment() -> datetime:
    """The present moment in Berlin."""
    return now().astimezone(BERLIN)


def _center(asked: Search) -> Place | None:
    if asked.near is not None:
        return asked.near
    return center_of(asked.ags) if asked.ags and asked.kilometres else None


def _unused(asked: Search, near: Place | None) -> str:
    if not asked.kilometres or near is not None:
        return ""
    return "not_on_map" if asked.ags else "no_place"


def _matching(asked: Search) -> Q:
    condition = Q()
    if asked.need in NEEDS:
        condition &= Q(need=asked.need)
    if asked.kind in KINDS:
        condition &= Q(kind=asked.kind)
    if asked.language in LANGUAGES:
        condition &= Q(languages__contains=f" {asked.language} ")
    for key in asked.features:
        if key in FEATURES:
            condition &= Q(**{key: True})
    for word in fold(asked.text).split()[:MOST_WORDS]:
        condition &= Q(words__contains=word)
    if asked.free:
        condition &= Q(free_places__gt=0)
    return condition & _open(asked)


def _open(asked: Search) -> Q:
    spans = Span.objects.filter(offer=OuterRef("pk"))
    condition = Q()
    if asked.weekday is not None:
        condition &= Q(Exists(spans.filter(weekday=asked.weekday)))
    if asked.moment is not None:
        minute = asked.moment.hour * 60 + asked.moment.minute
        condition &= Q(Exists(spans.filter(weekday=asked.moment.weekday(), opens__lte=minute, closes__gt=minute)))
    return condition


def _around(found: QuerySet[Offer], asked: Search, near: Place | None) -> QuerySet[Any]:
    """Narrowed to the place that was asked for; what lies in the municipality itself always counts."""
    if near is None:
        return found.filter(ags=asked.ags) if asked.ags else found
    if asked.kilometres:
        box = box_around(near, asked.kilometres)
        inside = Q(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east))
        return _measured(found, near).filter((inside & Q(away__lte=float(asked.kilometres) ** 2)) | Q(ags=asked.ags))
    return _measured(found.exclude(latitude=None), near)


def _measured(found: QuerySet[Offer], near: Place) -> QuerySet[Any]:
    """With ``away``: square kilometres of the distance on a flat map, exact enough to sort by and to draw a circle of 50 km."""
    north, east = kilometres_of_degree(near)
    up = (F("latitude") - Value(near.latitude)) * Value(north)
    aside = (F("longitude") - Value(near.longitude)) * Value(east)
    return found.annotate(away=ExpressionWrapper(up * up + aside * aside, output_field=FloatField()))


def _dots(found: QuerySet[Any], shown: Sequence[Offer]) -> list[Place]:
    on_page = {offer.pk for offer in shown}
    rows = found.exclude(latitude=None).order_by("pk").values_list("pk", "latitude", "longitude")[:MOST_POINTS]
    return [Place(north, east) for pk, north, east in rows if pk not in on_page]
