"""Looking at what is due by a day, ordering and lifting a hold."""

import uuid
from datetime import date

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from augenmass.law.time import today
from augenmass.retention.actions.holds import HoldForm as Entered

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


def may_be_asked(day: date) -> bool:
    """Whether what is due can be asked for this day."""
    return EARLIEST <= day <= LATEST


class UntilForm(forms.Form):
    """By which day."""

    bis = forms.DateField(label=_("Fällig bis"), required=False, widget=forms.DateInput)

    def clean_bis(self) -> date | None:
        """A day for which a period can be computed."""
        given: date | None = self.cleaned_data["bis"]
        if given is not None and not may_be_asked(given):
            said = {"first": f"{EARLIEST:%d.%m.%Y}", "last": f"{LATEST:%d.%m.%Y}"}
            raise forms.ValidationError(_("Der Tag muss zwischen %(first)s und %(last)s liegen."), params=said)
        return given

    @property
    def day(self) -> date:
        """The day asked for, today where none was given rightly."""
        given = self.cleaned_data.get("bis") if self.is_bound and self.is_valid() else None
        return given or today()


class ProposeForm(forms.Form):
    """Nothing but the key: everything that is due today is proposed."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": uuid.uuid4()})


class HoldForm(forms.Form):
    """Which file, why, and when somebody asks again."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    aktenzeichen = forms.CharField(label=_("Aktenzeichen"), max_length=60)
    reason = forms.CharField(
        label=_("Begründung"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Zum Beispiel ein Verfahren vor Gericht mit seinem Aktenzeichen. Die Begründung wird mit der Akte gelöscht."
        ),
    )
    review_on = forms.DateField(
        label=_("Nächste Prüfung am"),
        widget=forms.DateInput,
        help_text=_("An diesem Tag endet die Aufbewahrung nicht von selbst; sie ist dann nur zu prüfen."),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": uuid.uuid4()})

    def entered(self) -> Entered:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return Entered(said["key"], said["aktenzeichen"], said["reason"], said["review_on"])


class LiftForm(forms.Form):
    """Why a hold is no longer needed."""

    reason = forms.CharField(label=_("Warum nicht mehr nötig?"), max_length=1000)
