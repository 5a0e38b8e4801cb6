"""Forms for the offer of counselling."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.doors.desk.forms.work import DAY_HINT


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class CounsellingForm(forms.Form):
    """The counselling services that the body names in its letters."""

    counselling = forms.CharField(
        label=_("Beratungsstellen"),
        required=False,
        max_length=1_600,
        help_text=_("Eine Zeile für jede Stelle: Name, Anschrift, Telefon, Sprechzeiten."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput())

    def __init__(self, named: tuple[str, ...], data: Any = None) -> None:
        super().__init__(data, initial={"counselling": "\n".join(named), "seen": "\n".join(named)})

    def entered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines now, and those that were shown."""
        return lines_of(self.cleaned_data["counselling"]), lines_of(self.cleaned_data["seen"])


class TranslationForm(forms.Form):
    """Who confirmed the words that are shown."""

    translator = forms.CharField(label=_("Übersetzerin oder Übersetzer"), max_length=200)
    confirmed_on = forms.DateField(label=_("Bestätigt am"), help_text=DAY_HINT, widget=forms.DateInput)
    sha256 = forms.CharField(widget=forms.HiddenInput())
