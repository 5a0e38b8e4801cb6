"""Which body's overview, of which period."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from augenmass.directory.models import Body
from augenmass.doors.desk.forms.select import PlainSelect, offer
from augenmass.doors.desk.pages.overview_words import PERIODS
from augenmass.law.time import today
from augenmass.overview.rules.periods import YEAR, Period


class OverviewForm(forms.Form):
    """What is chosen; whatever is missing or wrong falls back to the first body and the whole of this year."""

    stelle = forms.ChoiceField(label=gettext_lazy("Stelle"), widget=PlainSelect, required=False)
    jahr = forms.TypedChoiceField(label=gettext_lazy("Jahr"), coerce=int, widget=PlainSelect, required=False)
    zeitraum = forms.TypedChoiceField(
        label=gettext_lazy("Zeitraum"),
        choices=[(quarter, PERIODS[quarter]) for quarter in (YEAR, 1, 2, 3, 4)],
        coerce=int,
        widget=PlainSelect,
        required=False,
    )

    def __init__(self, bodies: list[Body], years: list[int], data: Any = None) -> None:
        super().__init__(data)
        offer(self, "stelle", [(body.key, body.name) for body in bodies])
        offer(self, "jahr", [(year, str(year)) for year in years])
        if len(bodies) < 2:
            del self.fields["stelle"]

    def body_key(self) -> str:
        """The chosen body; "" for the first."""
        self.is_valid()
        return str(self.cleaned_data.get("stelle") or "")

    def period(self) -> Period:
        """The chosen period."""
        self.is_valid()
        return Period(self.cleaned_data.get("jahr") or today().year, self.cleaned_data.get("zeitraum") or YEAR)
