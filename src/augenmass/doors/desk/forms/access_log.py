"""Asking the access log, and saying why an answer is taken out as a file."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.inspection import Question
from augenmass.doors.desk.forms.select import PlainSelect

PARTS = ("aktenzeichen", "person", "konto", "von", "bis", "zweck", "andere")


class QuestionForm(forms.Form):
    """The question in an address: a case, a person, days, a purpose, only readers of other bodies."""

    aktenzeichen = forms.CharField(label=_("Aktenzeichen"), required=False, max_length=60)
    person = forms.CharField(label=_("Wer gelesen hat"), required=False, max_length=200)
    konto = forms.IntegerField(required=False, min_value=1, max_value=10**18, widget=forms.HiddenInput)
    von = forms.DateField(label=_("Von"), required=False, widget=forms.DateInput)
    bis = forms.DateField(label=_("Bis"), required=False, widget=forms.DateInput)
    zweck = forms.ChoiceField(label=_("Zweck"), required=False, widget=PlainSelect)
    andere = forms.BooleanField(label=_("Nur Zugriffe anderer Stellen"), required=False)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        purposes = [("", _("alle")), *((purpose.value, PURPOSE_LABELS[purpose]) for purpose in Purpose)]
        field = self.fields["zweck"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = purposes

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("von"), cleaned.get("bis")
        if first and last and last < first:
            self.add_error("bis", _("Der letzte Tag liegt vor dem ersten."))
        return cleaned

    def question(self, account_id: int | None) -> Question:
        """What was asked, about the person that the name means."""
        found = self.cleaned_data
        return Question(
            number=found["aktenzeichen"].strip(),
            account_id=account_id,
            first_day=found["von"],
            last_day=found["bis"],
            purpose=found["zweck"],
            elsewhere=found["andere"],
        )

    @property
    def applied(self) -> int:
        """How many parts are set."""
        return sum(1 for name in PARTS if name != "konto" and self.data.get(name))


class ReasonForm(forms.Form):
    """Why something is taken out as a file."""

    reason = forms.CharField(
        label=_("Begründung"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ein Satz genügt. Er steht im Zugriffsprotokoll."),
    )


class DayForm(forms.Form):
    """A day to look at."""

    tag = forms.DateField(label=_("Tag"), widget=forms.DateInput)

    @property
    def day(self) -> date | None:
        """The day, None where none was given rightly."""
        return self.cleaned_data["tag"] if self.is_bound and self.is_valid() else None
