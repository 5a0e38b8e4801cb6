"""What the parts of an entry of the directory are called on the pages that write it."""

from typing import Any, Final

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy

from augenmass.offers.rules.vocabulary import DAYS, FEATURES
from augenmass.offers.words import day_name, feature_name

_feature, _day = lazy(feature_name, str), lazy(day_name, str)

OFFER_LABELS: Final[dict[str, Any]] = {
    "kind": gettext_lazy("Art des Angebots"),
    "name": gettext_lazy("Name des Angebots"),
    "carrier": gettext_lazy("Träger"),
    "own_wish": gettext_lazy("Steht auf eigenen Wunsch im Verzeichnis"),
    "street": gettext_lazy("Straße und Hausnummer"),
    "postcode": gettext_lazy("Postleitzahl"),
    "town": gettext_lazy("Ort"),
    "municipality": gettext_lazy("Gemeinde"),
    "ags": gettext_lazy("Gemeindeschlüssel (AGS)"),
    "latitude": gettext_lazy("Geografische Breite"),
    "longitude": gettext_lazy("Geografische Länge"),
    "phone": gettext_lazy("Telefon der Stelle"),
    "email": gettext_lazy("E-Mail-Adresse der Stelle"),
    "web": gettext_lazy("Internetadresse"),
    "languages": gettext_lazy("Sprachen"),
    **{key: _feature(key) for key in FEATURES},
    **{f"day_{number}": _day(number) for number in range(len(DAYS))},
    "hours_note": gettext_lazy("Hinweis zu Öffnungszeiten"),
    "free_places": gettext_lazy("Freie Plätze"),
    "free_places_on": gettext_lazy("Stand der Plätze"),
    "costs": gettext_lazy("Kosten"),
    "requirements": gettext_lazy("Voraussetzungen"),
    "valid_until": gettext_lazy("Gültig bis"),
    "source": gettext_lazy("Woher die Angaben sind"),
    "confirmed_on": gettext_lazy("Zuletzt bestätigt am"),
    "code": gettext_lazy("Kennung"),
}
"""By part of the entry, in the order of the form."""
