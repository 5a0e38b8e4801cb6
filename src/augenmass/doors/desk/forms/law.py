"""Forms of the review of law."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

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
