"""The form of a step, made from what the step asks."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _

from augenmass.doors.desk.forms.facts import value_field
from augenmass.law.norm import Step
from augenmass.law.vocabulary import VOCABULARY
from augenmass.steps.actions.taking import StepForm as Entered
from augenmass.steps.rules import required_inputs


class StepForm(forms.Form):
    """The step's questions, reasons, and what the page showed."""

    def __init__(self, step: Step, version: int, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"seen_version": version, "submission": uuid4(), **(initial or {})})
        self.step = step
        required = required_inputs(step)
        for name in step.asks:
            self.fields[name] = value_field(VOCABULARY[name], required=name in required)
        self.fields["reasons"] = forms.CharField(
            label=_("Gründe"),
            max_length=20_000,
            widget=forms.Textarea(attrs={"rows": 8}),
            help_text=_(
                "Ihre Begründung in eigenen Worten. Sie wird mit dem Schritt unterzeichnet und steht, wenn ein Schreiben dazugehört, in dessen Gründen."
            ),
        )
        self.fields["seen_version"] = forms.IntegerField(widget=forms.HiddenInput)
        self.fields["submission"] = forms.UUIDField(widget=forms.HiddenInput)

    def entered(self) -> Entered:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Entered(
            inputs={name: entered.get(name, "") for name in self.step.asks},
            reasons=entered["reasons"],
            seen_version=entered["seen_version"],
            submission=entered["submission"],
        )
