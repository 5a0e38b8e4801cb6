"""The form that asks a service for interpreting."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy

from augenmass.agreements.models import Interpreting
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.doors.desk.forms.agreements import Seen
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import DAY_HINT


class InterpreterForm(Seen):
    """What a service for interpreting is asked."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    talk_language = forms.ChoiceField(label=gettext_lazy("Sprache"), widget=PlainSelect)
    talk_day = forms.DateField(label=gettext_lazy("Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    talk_begins = forms.TimeField(
        label=gettext_lazy("Beginn"),
        help_text=gettext_lazy("Zum Beispiel 14:30"),
        widget=forms.TimeInput(format="%H:%M"),
    )
    talk_minutes = forms.IntegerField(label=gettext_lazy("Dauer in Minuten"), min_value=10, max_value=480)
    talk_way = forms.ChoiceField(label=gettext_lazy("Wie?"), choices=Interpreting.Way.choices, widget=forms.RadioSelect)
    talk_place = forms.CharField(
        label=gettext_lazy("Ort"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bei Video oder Telefon: was der Dienst zum Einwählen braucht."),
    )
    interpreter_service = forms.CharField(label=gettext_lazy("Dolmetschdienst"), max_length=200)
    interpreter_email = forms.EmailField(label=gettext_lazy("E-Mail-Adresse des Dienstes"))

    def __init__(self, seen: int | None = None, data: Any = None, **options: Any) -> None:
        super().__init__(seen, data, **options)
        field = self.fields["talk_language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, names[0]) for key, names in LANGUAGES.items() if key != "de"]

    @classmethod
    def for_talk(cls, seen: int, language: str, day: date | None) -> "InterpreterForm":
        """An empty form for the next talk."""
        held = {"key": uuid4(), "talk_language": language, "talk_day": day, "talk_minutes": 60, "talk_way": "place"}
        return cls(seen, initial=held)
