"""Forms of the release for live data."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.doors.desk.forms.work import DAY_HINT
from augenmass.gate.actions.items import NewAdoption
from augenmass.gate.models import Adoption
from augenmass.law.time import today


class AdoptionForm(forms.Form):
    """That an item is settled: how, where the document lies, since when, until when without a new look."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Wie ist der Punkt geklärt?"), widget=forms.RadioSelect)
    says = forms.CharField(
        label=_("Wo das Dokument liegt, oder weshalb keines nötig ist"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Aktenzeichen, Ablage oder eine Begründung in ganzen Sätzen."),
    )
    decided_on = forms.DateField(label=_("Beschlossen am"), help_text=DAY_HINT, widget=forms.DateInput)
    review_on = forms.DateField(
        label=_("Gilt ohne neue Prüfung bis"),
        required=False,
        widget=forms.DateInput,
        help_text=_("TT.MM.JJJJ; danach gilt der Punkt als offen. Bei einer Ausnahme nötig."),
    )
    file = forms.FileField(
        label=_("Dokument hochladen"),
        required=False,
        help_text=_("Nicht nötig, wenn es an anderer Stelle liegt. PDF, PNG, JPEG oder DOCX."),
    )

    def __init__(self, kinds: tuple[str, ...], data: Any = None, files: Any = None) -> None:
        super().__init__(
            data, files, initial={"key": uuid.uuid4(), "kind": kinds[0] if kinds else "", "decided_on": today()}
        )
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind, Adoption.Kind(kind).label) for kind in kinds]
        if len(kinds) < 2:
            field.widget = forms.HiddenInput()

    def entered(self, content: bytes) -> NewAdoption:
        """What was entered, with the content of the file. The form must be valid."""
        told = self.cleaned_data
        return NewAdoption(told["key"], told["kind"], told["says"], told["decided_on"], told["review_on"], content)


class WithdrawForm(forms.Form):
    """Why something is withdrawn."""

    reason = forms.CharField(label=_("Begründung"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
