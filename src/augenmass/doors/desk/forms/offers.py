"""Forms of the directory: searching, writing an entry, uploading a file."""

from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.doors.desk.offer_labels import OFFER_LABELS
from augenmass.law.time import today
from augenmass.offers.models import Offer
from augenmass.offers.queries.offers import RADII, Search, municipalities, this_moment
from augenmass.offers.rules.entry import COLUMNS, HEADS, LONGEST, Entry, cells_of
from augenmass.offers.rules.geography import Place
from augenmass.offers.rules.reading import NotAnEntry, read_entry
from augenmass.offers.rules.table import MAX_BYTES
from augenmass.offers.rules.vocabulary import DAYS, FEATURES, KINDS, LANGUAGES, NEEDS, Kind
from augenmass.offers.words import day_name, feature_name, kind_name, language_name, need_name

_NEEDED: Final = ("kind", "name", "municipality", "ags")
_HINTS: Final[dict[str, Any]] = {
    "own_wish": gettext_lazy("Nötig bei Rückkehrberatung: Sie steht nur hier, wenn die Stelle es möchte."),
    "ags": gettext_lazy("Acht Ziffern."),
    "latitude": gettext_lazy(
        "In Grad, zum Beispiel 52,1305. Ohne Breite und Länge steht das Angebot nicht auf der Karte."
    ),
    "longitude": gettext_lazy("In Grad, zum Beispiel 11,6271."),
    "phone": gettext_lazy("Nur der Anschluss der Stelle, keine Angaben zu Beschäftigten."),
    "email": gettext_lazy("Nur ein Postfach der Stelle. Beratungsstellen fragen dort Leistungen an."),
    "day_0": gettext_lazy("Zum Beispiel 9:00-12:00, 14:00-18:00. Leer heißt geschlossen."),
    "hours_note": gettext_lazy("Ausnahmen, zum Beispiel: in den Ferien nach Vereinbarung."),
    "free_places_on": DAY_HINT,
    "valid_until": gettext_lazy("TT.MM.JJJJ. Danach wird das Angebot nicht mehr gezeigt."),
    "confirmed_on": DAY_HINT,
    "code": gettext_lazy("Nennt das Angebot in Ihren Dateien. Leer lassen, wenn Sie keine Dateien einlesen."),
}
GROUPS: Final = (
    (gettext_lazy("Angebot"), ("kind", "name", "carrier", "own_wish")),
    (gettext_lazy("Anschrift"), ("street", "postcode", "town", "municipality", "ags", "latitude", "longitude")),
    (gettext_lazy("Kontakt"), ("phone", "email", "web")),
    (gettext_lazy("Sprachen und Zugang"), ("languages", *FEATURES)),
    (gettext_lazy("Öffnungszeiten"), (*(f"day_{number}" for number in range(len(DAYS))), "hours_note")),
    (gettext_lazy("Plätze und Bedingungen"), ("free_places", "free_places_on", "costs", "requirements")),
    (gettext_lazy("Stand der Angaben"), ("valid_until", "source", "confirmed_on", "code")),
)
"""The fields of an entry as the form groups them."""


def _control(part: str) -> forms.Field:
    """The control of a part of an entry. What is typed is read by the rules that also read a file."""
    said: dict[str, Any] = {"label": OFFER_LABELS[part], "help_text": _HINTS.get(part, ""), "required": False}
    if part == "kind":
        choices = [("", _("bitte wählen")), *((kind.value, kind_name(kind)) for kind in Kind)]
        return forms.ChoiceField(choices=choices, widget=PlainSelect, **said)
    if part == "languages":
        offered = [(code, language_name(code)) for code in LANGUAGES]
        return forms.MultipleChoiceField(choices=offered, widget=forms.CheckboxSelectMultiple, **said)
    if part in FEATURES:
        answers = [("", _("nicht bekannt")), ("ja", _("ja")), ("nein", _("nein"))]
        return forms.ChoiceField(choices=answers, widget=PlainSelect, **said)
    if part == "own_wish":
        return forms.BooleanField(**said)
    longest = LONGEST.get(part, 60)
    if part in ("hours_note", "costs", "requirements"):
        return forms.CharField(max_length=longest, widget=forms.Textarea(attrs={"rows": 2}), **said)
    if part in ("free_places_on", "valid_until", "confirmed_on"):
        return forms.CharField(max_length=longest, widget=forms.DateInput, **said)
    return forms.CharField(max_length=longest, **said)


class OfferForm(Once):
    """An entry of the directory."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, found: Offer | None = None, data: Any = None) -> None:
        initial: dict[str, Any] = {"offer_confirmed_on": f"{today():%d.%m.%Y}"}
        if found is not None:
            kept = found.entry
            cells = cells_of(kept) | {"kind": kept.kind.value}
            initial = {f"offer_{part}": text for part, text in cells.items()}
            initial |= {"offer_languages": list(kept.languages), "offer_own_wish": kept.own_wish, "seen": found.version}
        super().__init__(data, initial=initial)
        for part in OFFER_LABELS:
            self.fields[f"offer_{part}"] = _control(part)
            self.fields[f"offer_{part}"].required = part in _NEEDED
        self.entry: Entry | None = None

    def clean(self) -> dict[str, Any]:
        """Read what was typed; each problem stands at its field."""
        said = super().clean() or {}
        if self.errors:
            return said
        cells = {part: str(said.get(f"offer_{part}") or "") for part in OFFER_LABELS}
        cells["languages"] = ", ".join(said["offer_languages"])
        cells["own_wish"] = "ja" if said["offer_own_wish"] else ""
        try:
            self.entry = read_entry(cells, today())
        except NotAnEntry as error:
            for found in error.problems:
                self.add_error(f"offer_{_PARTS[found.column]}", found.en if english() else found.de)
        return said

    def groups(self) -> list[tuple[Any, list[Any]]]:
        """The fields under their headings."""
        return [(title, [self[f"offer_{part}"] for part in parts]) for title, parts in GROUPS]

    def read(self) -> Entry:
        """The entry. The form must be valid."""
        assert self.entry is not None
        return self.entry


_PARTS: Final = {HEADS[column.part]: column.part for column in COLUMNS}


class OfferSeenForm(forms.Form):
    """Which version of an entry was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class OfferFileForm(forms.Form):
    """A file with entries."""

    file = forms.FileField(
        label=gettext_lazy("Datei"),
        help_text=gettext_lazy("CSV oder XLSX, höchstens %(limit)s MB.") % {"limit": MAX_BYTES // 1_000_000},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        max_length=500,
    )


NOW: Final = "jetzt"


class OfferFilterForm(forms.Form):
    """What is looked for; read from the address."""

    q = forms.CharField(label=gettext_lazy("Wörter"), required=False, max_length=100)
    bedarf = forms.ChoiceField(label=gettext_lazy("Bedarf"), required=False, widget=PlainSelect)
    art = forms.ChoiceField(label=gettext_lazy("Art des Angebots"), required=False, widget=PlainSelect)
    ort = forms.ChoiceField(label=gettext_lazy("Gemeinde"), required=False, widget=PlainSelect)
    umkreis = forms.ChoiceField(label=gettext_lazy("Umkreis"), required=False, widget=PlainSelect)
    sprache = forms.ChoiceField(label=gettext_lazy("Sprache"), required=False, widget=PlainSelect)
    offen = forms.ChoiceField(label=gettext_lazy("Geöffnet"), required=False, widget=PlainSelect)
    zugang = forms.MultipleChoiceField(
        label=gettext_lazy("Zugang"), required=False, widget=forms.CheckboxSelectMultiple
    )
    frei = forms.BooleanField(label=gettext_lazy("Nur mit freien Plätzen"), required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        anything = [("", _("alle"))]
        offered: dict[str, list[tuple[str, str]]] = {
            "bedarf": anything + [(key, need_name(key)) for key in NEEDS],
            "art": anything + [(kind.value, kind_name(kind)) for kind in KINDS],
            "ort": anything + municipalities(),
            "umkreis": [("", _("nur die Gemeinde")), *((str(km), _("%(km)s km") % {"km": km}) for km in RADII)],
            "sprache": anything + [(code, language_name(code)) for code in LANGUAGES],
            "offen": [("", _("beliebig")), (NOW, _("jetzt")), *((str(day), day_name(day)) for day in range(len(DAYS)))],
            "zugang": [(key, feature_name(key)) for key in FEATURES],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def chosen(self, near: Place | None = None) -> Search:
        """The search; what is not offered narrows nothing."""
        self.is_valid()
        found = self.cleaned_data
        when = found.get("offen", "")
        return Search(
            need=found.get("bedarf", ""),
            kind=found.get("art", ""),
            text=found.get("q", ""),
            ags=found.get("ort", ""),
            kilometres=int(found.get("umkreis") or 0),
            near=near,
            language=found.get("sprache", ""),
            features=tuple(found.get("zugang", ())),
            weekday=int(when) if when.isdecimal() else None,
            moment=this_moment() if when == NOW else None,
            free=found.get("frei", False),
        )

    @property
    def applied(self) -> int:
        """How many parts are set."""
        return sum(1 for name in self.fields if self.data.get(name))


def key_in(query: QueryDict, name: str) -> UUID | None:
    """The key that an address names; None where it names none."""
    try:
        return UUID(query.get(name, ""))
    except ValueError:
        return None
