"""An entry of the directory as plain values, and how it is written into the cells of a table. Pure."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

from augenmass.offers.rules.geography import Place
from augenmass.offers.rules.hours import Span, write_hours
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, KINDS, LANGUAGES, Kind

LONGEST: Final = {
    "code": 60,
    "name": 200,
    "carrier": 200,
    "street": 200,
    "town": 100,
    "municipality": 100,
    "hours_note": 300,
    "costs": 300,
    "requirements": 300,
    "phone": 60,
    "email": 200,
    "web": 300,
    "source": 200,
}
"""Characters of each text."""
OLD_DAYS: Final = 30
"""After so many days a statement on free places is shown with the advice to ask."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is known of an offer. ``hours``: the spans of Monday to Sunday. ``features``: yes or no; what is not in it is not known."""

    code: str
    kind: Kind
    name: str
    municipality: str
    ags: str
    carrier: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    place: Place | None = None
    languages: tuple[str, ...] = ()
    features: dict[str, bool] = field(default_factory=dict)
    hours: tuple[tuple[Span, ...], ...] = ((),) * 7
    hours_note: str = ""
    free_places: int | None = None
    free_places_on: date | None = None
    costs: str = ""
    requirements: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    valid_until: date | None = None
    source: str = ""
    confirmed_on: date | None = None
    own_wish: bool = False
    """The office asked to be listed; return counselling is listed only then."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: part of the entry, head, other heads that are understood."""

    part: str
    head: str
    also: tuple[str, ...] = ()


COLUMNS: Final = (
    Column("code", "Kennung", ("ID", "Nummer", "Schlüssel")),
    Column("kind", "Art", ("Art des Angebots", "Angebotsart", "Kategorie", "Kind")),
    Column("name", "Name", ("Bezeichnung", "Angebot", "Titel")),
    Column("carrier", "Träger", ("Anbieter", "Carrier")),
    Column("street", "Straße", ("Anschrift", "Straße und Hausnummer", "Street")),
    Column("postcode", "PLZ", ("Postleitzahl", "Postcode")),
    Column("town", "Ort", ("Town",)),
    Column("ags", "AGS", ("Gemeindeschlüssel", "Amtlicher Gemeindeschlüssel")),
    Column("municipality", "Gemeinde", ("Kommune", "Municipality")),
    Column("latitude", "Breite", ("Breitengrad", "Lat", "Latitude", "Geografische Breite")),
    Column("longitude", "Länge", ("Längengrad", "Lon", "Lng", "Longitude", "Geografische Länge")),
    Column("languages", "Sprachen", ("Sprache", "Languages")),
    *(Column(key, de, (en,)) for key, (de, en) in FEATURES.items()),
    *(Column(f"day_{number}", de, (en, de[:2])) for number, (de, en) in enumerate(DAYS)),
    Column("hours_note", "Hinweis zu Öffnungszeiten", ("Ausnahmen", "Hinweis Öffnungszeiten")),
    Column("free_places", "Freie Plätze", ("Plätze frei", "Free places")),
    Column("free_places_on", "Stand der Plätze", ("Plätze Stand", "Stand")),
    Column("costs", "Kosten", ("Costs",)),
    Column("requirements", "Voraussetzungen", ("Requirements",)),
    Column("phone", "Telefon", ("Tel", "Phone")),
    Column("email", "E-Mail", ("Mail", "E-Mail-Adresse")),
    Column("web", "Internet", ("Website", "Webseite", "Homepage", "Web", "URL")),
    Column("valid_until", "Gültig bis", ("Valid until",)),
    Column("source", "Quelle", ("Source",)),
    Column("confirmed_on", "Bestätigt am", ("Zuletzt bestätigt", "Geprüft am")),
    Column("own_wish", "Auf eigenen Wunsch", ("Eigener Wunsch",)),
)
HEADS: Final = {column.part: column.head for column in COLUMNS}
NEEDED: Final = ("kind", "name", "ags", "municipality")
"""Columns without which a table is no directory."""


def cells_of(entry: Entry) -> dict[str, str]:
    """The cells of an entry by the part of each column; reading them again gives the same entry."""
    plain = ("code", "name", "carrier", "street", "postcode", "town", "ags", "municipality", "hours_note")
    short = ("costs", "requirements", "phone", "email", "web", "source")
    return {
        **{part: str(getattr(entry, part)) for part in (*plain, *short)},
        "kind": KINDS[entry.kind][1],
        "latitude": _degrees(entry.place.latitude if entry.place else None),
        "longitude": _degrees(entry.place.longitude if entry.place else None),
        "languages": ", ".join(LANGUAGES[code][0] if code != "sr" else code for code in entry.languages),
        **{key: _yes_no(entry.features.get(key)) for key in FEATURES},
        **{f"day_{number}": write_hours(spans) for number, spans in enumerate(entry.hours)},
        "free_places": "" if entry.free_places is None else str(entry.free_places),
        **{part: _day(getattr(entry, part)) for part in ("free_places_on", "valid_until", "confirmed_on")},
        "own_wish": "ja" if entry.own_wish else "",
    }


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def _yes_no(value: bool | None) -> str:
    return "" if value is None else ("ja" if value else "nein")


def _day(value: date | None) -> str:
    return f"{value:%d.%m.%Y}" if value else ""
