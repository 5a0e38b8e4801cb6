"""The form of a transmission: the closed list of AufenthG § 86a (1), built from the model so that neither has more than the other."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.doors.desk.forms.work import Once
from augenmass.funded_return.actions import NEEDED, Transmission
from augenmass.funded_return.models import LISTED, FundedReturn
from augenmass.funded_return.queries import receivers_for

HINTS = {
    "spelling": gettext_lazy("Nur wenn sie von der Schreibweise oben abweicht."),
    "date_of_birth": gettext_lazy("JJJJ-MM-TT; ist nur Jahr oder Monat bekannt, JJJJ oder JJJJ-MM."),
    "funding_reason": gettext_lazy(
        "Nur warum gefördert wird. Was in der Beratung gesprochen wurde, gehört nicht hierher."
    ),
}
LONG = 400


class FundedReturnForm(Once):
    """To whom, for what, and the listed particulars."""

    purpose = forms.ChoiceField(
        label=gettext_lazy("Wofür sind die Angaben erforderlich?"),
        choices=FundedReturn.Purpose.choices,
        widget=forms.RadioSelect,
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        bodies = [(str(body.pk), body.name) for body in receivers_for(actor)]
        self.fields["receiver"] = forms.ChoiceField(
            label=_("Zuständige Ausländerbehörde"), choices=[("", _("bitte wählen")), *bodies]
        )
        for name in LISTED:
            self.fields[name] = _field(name)
        self.order_fields(["receiver", "purpose", *LISTED])

    def entered(self) -> Transmission:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        listed = {name: said[name] for name in LISTED}
        return Transmission(said["key"], int(said["receiver"]), said["purpose"], listed)


def _field(name: str) -> forms.Field:
    column: Any = FundedReturn._meta.get_field(name)
    if column.choices:
        return forms.ChoiceField(label=column.verbose_name, choices=[("", _("bitte wählen")), *column.choices])
    widget = forms.Textarea(attrs={"rows": 3}) if column.max_length > LONG else forms.TextInput()
    return forms.CharField(
        label=column.verbose_name,
        max_length=column.max_length,
        required=name in NEEDED or name == "date_of_birth",
        help_text=HINTS.get(name, ""),
        widget=widget,
    )
