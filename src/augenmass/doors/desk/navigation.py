"""The main navigation: which places there are, where they lie, which one the reader is in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy

PLACES = (
    ("my_day", gettext_lazy("Mein Tag"), "day"),
    ("worklist", gettext_lazy("Fälle"), "cases"),
    ("returns", gettext_lazy("Rückkehr"), "lane-voluntary"),
    ("central_queue", gettext_lazy("Eingang der zentralen Stelle"), "inbox"),
    ("residence_desk", gettext_lazy("Aufenthaltsstelle"), "lane-prospects"),
    ("suspensions", gettext_lazy("Duldungen"), "lane-suspended"),
    ("not_offered", gettext_lazy("Ohne Beratungsangebot"), "info"),
    ("travel_papers", gettext_lazy("Reisedokumente"), "document"),
    ("fund", gettext_lazy("Rückkehrfonds"), "document"),
    ("obstacles", gettext_lazy("Hemmnisse"), "warning"),
    ("special_staff", gettext_lazy("Sonderstab"), "users"),
    ("overview", gettext_lazy("Überblick Rückkehr"), "lane-voluntary"),
    ("post", gettext_lazy("Posteingang"), "inbox"),
    ("transmissions", gettext_lazy("Übermittlungen"), "mail"),
    ("notices", gettext_lazy("Mitteilungen"), "inbox"),
    ("conferences", gettext_lazy("Fallkonferenzen"), "users"),
    ("houses", gettext_lazy("Unterkünfte"), "users"),
    ("agreements", gettext_lazy("Vereinbarungen"), "signature"),
    ("offers", gettext_lazy("Angebote vor Ort"), "search"),
    ("pilots", gettext_lazy("Erprobungen"), "document"),
    ("funded_returns", gettext_lazy("Geförderte Rückkehr"), "external"),
    ("deadlines", gettext_lazy("Fristen"), "clock"),
    ("signatures", gettext_lazy("Unterschriften"), "signature"),
    ("imports", gettext_lazy("Import"), "upload"),
    ("translations", gettext_lazy("Übersetzungen"), "document"),
    ("law", gettext_lazy("Recht"), "paragraph"),
    ("access_log", gettext_lazy("Zugriffe"), "history"),
    ("retention", gettext_lazy("Aufbewahrung"), "calendar"),
    ("support", gettext_lazy("Betrieb"), "users"),
    ("administration", gettext_lazy("Verwaltung"), "gear"),
)

ABOVE = "returns"
BELOW = (
    "central_queue",
    "residence_desk",
    "suspensions",
    "not_offered",
    "travel_papers",
    "fund",
    "obstacles",
    "special_staff",
    "overview",
)
"""Places that stand in a second line below "Rückkehr", for whoever sees that or has many; the others find them in the first line."""
OF_ITS_OWN = gettext_lazy("Freiwillige Ausreise")
"""What the page of "Rückkehr" itself is called in the second line."""
LAST = ("imports", "translations", "law", "access_log", "retention", "support", "administration")
"""Places that are seldom visited: where the first line has no room, they stand in a second line below one entry."""
FURTHER = gettext_lazy("Mehr")
ROOM = 10
"""More places do not fit in one line of a window of 1280 pixels."""


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation; `current` when the page lies in it, `exact` when it is the page."""

    key: str
    label: str
    icon: str
    address: str
    count: int
    current: bool
    exact: bool


def address_of(name: str, default: str = "", args: Sequence[object] = ()) -> str:
    """The address behind a name, or `default` where this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return default


def places(
    path: str, section: str = "", counts: Mapping[str, int] | None = None, hidden: frozenset[str] = frozenset()
) -> list[Place]:
    """The places for the page at `path`; `section` names the place when the address does not tell.

    A place without a page, or one in `hidden`, is left out.
    """
    known = [(key, label, icon, address_of(key)) for key, label, icon in PLACES if key not in hidden]
    known = [place for place in known if place[3]]
    if not section:
        within = [
            (len(address), key)
            for key, _, _, address in known
            if path == address or (address != "/" and path.startswith(address))
        ]
        section = max(within)[1] if within else ""
    return [
        Place(key, str(label), icon, address, (counts or {}).get(key, 0), key == section, path == address)
        for key, label, icon, address in known
    ]


def in_lines(found: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """The places of the first line, and those of the second, which shows only while the reader is in one of them."""
    first, second = _with_return(found)
    last = [place for place in first if place.key in LAST]
    if len(first) <= ROOM or len(last) < 2:
        return first, second
    inside = any(place.current for place in last)
    counted = sum(place.count for place in last)
    head = Place("further", str(FURTHER), "gear", last[0].address, counted, inside, exact=False)
    return [*(place for place in first if place.key not in LAST), head], last if inside else second


def _with_return(found: Sequence[Place]) -> tuple[list[Place], list[Place]]:
    """What belongs to "Rückkehr" stands below it.

    Where the first line has no room and the reader sees no page of all returns, "Rückkehr" leads to the first of those below it.
    """
    below = [place for place in found if place.key in BELOW]
    above = next((place for place in found if place.key == ABOVE), None)
    if above is None and len(found) > ROOM and len(below) > 1:
        label, icon = next((str(label), icon) for key, label, icon in PLACES if key == ABOVE)
        above = replace(below[0], key=ABOVE, label=label, icon=icon, exact=False)
    if above is None:
        return list(found), []
    second = [
        replace(place, label=str(OF_ITS_OWN)) if place.key == ABOVE else place
        for place in found
        if place.key in (ABOVE, *BELOW)
    ]
    inside = any(place.current for place in second)
    head = replace(above, current=inside)
    at = min(place for place, one in enumerate(found) if one.key in (ABOVE, *BELOW))
    first = [*found[:at], head, *(place for place in found[at:] if place.key not in (ABOVE, *BELOW))]
    return first, second if inside and len(second) > 1 else []
