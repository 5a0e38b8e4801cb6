"""Searching the directory of offers; read from the address."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.doors.portal.forms import PlainForm
from augenmass.doors.portal.offer_words import FEATURES, KINDS
from augenmass.law.time import today
from augenmass.offers.queries.offers import RADII, Search, municipalities, this_moment
from augenmass.offers.rules.vocabulary import LANGUAGES

NOW = "jetzt"


class OfferSearchForm(PlainForm):
    """What, where, in which language, when."""

    was = forms.ChoiceField(label=gettext_lazy("Was suchen Sie?"), required=False)
    wo = forms.ChoiceField(label=gettext_lazy("Wo?"), required=False)
    umkreis = forms.ChoiceField(label=gettext_lazy("Umkreis"), required=False)
    sprache = forms.ChoiceField(label=gettext_lazy("In welcher Sprache?"), required=False)
    wann = forms.ChoiceField(label=gettext_lazy("Wann geöffnet?"), required=False)
    zugang = forms.MultipleChoiceField(
        label=gettext_lazy("Zugang"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        offered: dict[str, list[tuple[str, Any]]] = {
            "was": [("", _("alles")), *KINDS.items()],
            "wo": [("", _("überall")), *municipalities()],
            "umkreis": [("", _("nur dieser Ort")), *((str(km), f"{km} km") for km in RADII)],
            "sprache": [("", _("jede Sprache")), *((code, names[2]) for code, names in LANGUAGES.items())],
            "wann": [("", _("egal")), (NOW, _("jetzt")), *((str(day), weekday(day)) for day in range(7))],
            "zugang": list(FEATURES.items()),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def chosen(self) -> Search:
        """The search; what is not offered narrows nothing."""
        self.is_valid()
        found = self.cleaned_data
        when = found.get("wann", "")
        return Search(
            kind=found.get("was", ""),
            ags=found.get("wo", ""),
            kilometres=int(found.get("umkreis") or 0),
            language=found.get("sprache", ""),
            features=tuple(found.get("zugang", ())),
            weekday=int(when) if when.isdecimal() else None,
            moment=this_moment() if when == NOW else None,
        )


def weekday(number: int) -> str:
    """What a weekday is called in the language of the page; 0 is Monday."""
    day = today()
    return date_format(day.fromordinal(day.toordinal() - day.weekday() + number), "l")
