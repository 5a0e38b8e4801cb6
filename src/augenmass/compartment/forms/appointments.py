"""Forms for appointments and programmes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.forms import Keyed, day_field, language_field
from augenmass.compartment.models import Appointment
from augenmass.compartment.rules import BY_WHOM, INTERPRETER, WAYS

State = Appointment.State


def _choice(label: Any, choices: dict[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(choices.items()))


class AppointmentForm(Keyed):
    """An appointment."""

    day = day_field(_("Tag"))
    time = forms.TimeField(
        label=_("Uhrzeit"), help_text=_("Zum Beispiel 14:30"), widget=forms.TimeInput(format="%H:%M")
    )
    minutes = forms.IntegerField(label=_("Dauer in Minuten"), min_value=5, max_value=480)
    way = _choice(_("Wie Sie sprechen"), WAYS)
    place = forms.CharField(
        label=_("Ort, Telefonnummer oder Zugang"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    language = language_field(_("Sprache des Gesprächs"))
    interpreter = _choice(_("Dolmetschen"), INTERPRETER)


class MoveForm(AppointmentForm):
    """Another time for an appointment."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput())
    by = _choice(_("Verlegt hat"), BY_WHOM)


class OutcomeForm(forms.Form):
    """How an appointment went."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput())
    state = forms.ChoiceField(
        label=_("Wie ging es aus?"),
        choices=[(state.value, state.label) for state in (State.KEPT, State.MISSED, State.CANCELLED)],
        widget=forms.RadioSelect(),
    )
    by = forms.ChoiceField(label=_("Wenn er ausfiel: Es lag an"), required=False, choices=[("", "–"), *BY_WHOM.items()])


class ProgrammeForm(Keyed):
    """One version of a programme."""

    name = forms.CharField(label=_("Programm"), max_length=200)
    amount = forms.CharField(
        label=_("Leistung"),
        max_length=500,
        help_text=_("In einem Satz, wie Sie sie erklären, mit Betrag."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    source = forms.CharField(label=_("Fundstelle"), max_length=300, help_text=_("Woher die Angabe stammt, mit Stand."))
    since = day_field(_("Gilt ab"))
    until = day_field(_("Gilt bis"), required=False)


class EndForm(forms.Form):
    """The last day of a version."""

    until = day_field(_("Gilt bis"))
