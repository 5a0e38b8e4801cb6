"""Forms of the review of law, and of comparing what it says."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.cases.queries.case import english
from augenmass.law.comparison import NotComparable, check_days
from augenmass.law.norms.statutes import STATUTES
from augenmass.lawbook.book.binding import printed_in_volumes
from augenmass.lawbook.models import NormReview


class ReviewForm(forms.Form):
    """What a lawyer found of a norm; ``seen`` is the hash of what the page showed."""

    verdict = forms.ChoiceField(label=_("Ergebnis"), choices=NormReview.Verdict.choices, widget=forms.RadioSelect)
    comment = forms.CharField(
        label=_("Anmerkung"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bei einer Beanstandung: Was ist zu ändern? Alle, die den Katalog lesen, sehen die Anmerkung."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)


class ReleaseForm(forms.Form):
    """The proposal to release a version; ``key`` makes that the same form counts once."""

    reason = forms.CharField(
        label=_("Worauf beruht die Prüfung?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4})
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    seen = forms.CharField(widget=forms.HiddenInput)


class DaysForm(forms.Form):
    """Two days of the law; ``key`` makes that the same form counts once."""

    von = forms.DateField(label=_("Erster Tag"), widget=forms.DateInput, initial=date(2026, 6, 11))
    bis = forms.DateField(label=_("Zweiter Tag"), widget=forms.DateInput, initial=date(2026, 6, 12))
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        earlier, later = cleaned.get("von"), cleaned.get("bis")
        if earlier and later:
            try:
                check_days(earlier, later)
            except NotComparable as error:
                self.add_error(None, error.en if english() else error.de)
            else:
                if earlier == later:
                    self.add_error("bis", _("Bitte wählen Sie zwei verschiedene Tage."))
        return cleaned


def _long_documents() -> list[tuple[str, Any]]:
    return [("", _("alle")), *((key, STATUTES[key].name) for key in printed_in_volumes())]


class PrintForm(forms.Form):
    """A document of the law as PDF: everything, or a statute."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    gesetz = forms.ChoiceField(label=_("Gesetz"), required=False, choices=_long_documents)


class KeyForm(forms.Form):
    """A button; ``key`` makes that it counts once."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
