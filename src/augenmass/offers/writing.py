"""An entry as rows, and which parts of it differ from what is kept."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final

from augenmass.cases.words import fold
from augenmass.offers.models import Offer, Span
from augenmass.offers.rules.entry import Entry, cells_of
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, KINDS

_SAME: Final = (
    *("code", "name", "carrier", "street", "postcode", "town", "ags", "municipality", "hours_note", "free_places"),
    *("free_places_on", "costs", "requirements", "phone", "email", "web", "valid_until", "source", "confirmed_on"),
    "own_wish",
)
COLUMNS: Final = (*_SAME, "kind", "need", "latitude", "longitude", "languages", *FEATURES, "words")
"""Columns that an entry fills."""


def values_of(entry: Entry) -> dict[str, Any]:
    """The columns of an entry."""
    need, de, en = KINDS[entry.kind]
    words = (entry.name, entry.carrier, entry.street, entry.postcode, entry.town, entry.municipality, de, en)
    return {
        **{part: getattr(entry, part) for part in _SAME},
        "kind": entry.kind.value,
        "need": need,
        "latitude": entry.place.latitude if entry.place else None,
        "longitude": entry.place.longitude if entry.place else None,
        "languages": f" {' '.join(entry.languages)} " if entry.languages else "",
        **{key: entry.features.get(key) for key in FEATURES},
        "words": fold(" ".join(words)),
    }


def spans_of(entry: Entry, offer: Offer) -> list[Span]:
    """The opening hours of an entry."""
    return [
        Span(offer=offer, weekday=weekday, opens=opens, closes=closes)
        for weekday in range(len(DAYS))
        for opens, closes in entry.hours[weekday]
    ]


def merged(kept: Entry, said: Entry, parts: Collection[str]) -> Entry:
    """What a file says, with what is kept for the columns that the file does not have."""
    if "latitude" not in parts and "longitude" not in parts:
        said = replace(said, place=kept.place)
    days = tuple(said.hours[number] if f"day_{number}" in parts else kept.hours[number] for number in range(len(DAYS)))
    features = {
        key: value for key in FEATURES if (value := (said if key in parts else kept).features.get(key)) is not None
    }
    missing = {part: getattr(kept, part) for part in (*_SAME, "languages") if part not in parts and part != "code"}
    return replace(said, hours=days, features=features, **missing)


def changes(kept: Entry, new: Entry) -> list[tuple[str, str, str]]:
    """What differs: part of a column, as it is, as it would be."""
    before, after = cells_of(kept), cells_of(new)
    return [(part, before[part], after[part]) for part in before if before[part] != after[part]]
