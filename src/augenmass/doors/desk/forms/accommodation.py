"""Forms of houses: a new one, a report of what happened, whose case a person is."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.accommodation.actions.houses import NewHouse
from augenmass.accommodation.actions.reporting import NewReport
from augenmass.accommodation.models import EVENT_LABELS, House, Resident
from augenmass.accommodation.queries import authorities, other_houses
from augenmass.accommodation.rules import Event
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.time import BERLIN, now, today

ELSEWHERE = "elsewhere"


class HouseForm(Once):
    """A new house and the authority that it reports to."""

    house_name = forms.CharField(label=gettext_lazy("Name der Unterkunft"), max_length=200)
    street = forms.CharField(label=gettext_lazy("Straße und Hausnummer"), max_length=200, required=False)
    postcode = forms.CharField(label=gettext_lazy("Postleitzahl"), max_length=5)
    town = forms.CharField(label=gettext_lazy("Ort"), max_length=100)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        bodies = [(str(body.pk), body.name) for body in authorities()]
        self.fields["reports_to"] = forms.ChoiceField(
            label=_("Zuständige Ausländerbehörde"),
            choices=[("", _("bitte wählen")), *bodies],
            help_text=_("Sie ordnet Meldungen zu, deren Fall das Programm nicht findet."),
        )

    def entered(self) -> NewHouse:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        return NewHouse(
            entered["key"],
            entered["house_name"],
            entered["street"],
            entered["postcode"],
            entered["town"],
            int(entered["reports_to"]),
        )


class CloseForm(forms.Form):
    """From which day on nobody lives in the house."""

    closed_on = forms.DateField(label=gettext_lazy("Geschlossen ab"), help_text=DAY_HINT, widget=forms.DateInput)


class EventForm(Once):
    """What happened, to whom, and when. ``resident`` is somebody on the list, None for somebody new."""

    day = forms.DateField(label=gettext_lazy("Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    time = forms.TimeField(
        label=gettext_lazy("Uhrzeit"), help_text=gettext_lazy("HH:MM"), widget=forms.TimeInput(format="%H:%M")
    )

    def __init__(self, house: House, event: Event, resident: Resident | None, data: Any = None) -> None:
        local = now().astimezone(BERLIN)
        super().__init__(data, initial={"day": today(), "time": local.time().replace(second=0, microsecond=0)})
        self.house, self.event, self.resident = house, event, resident
        if resident is None:
            self._who()
        if event is Event.TRANSFER:
            self._where_to()
        self.fields["time"].help_text = _HINTS.get(event, self.fields["time"].help_text)

    def _who(self) -> None:
        self.fields["number"] = forms.CharField(
            label=_("Nummer"),
            max_length=60,
            help_text=_("Das Aktenzeichen der Ausländerbehörde, sonst die Nummer Ihrer Liste."),
        )
        self.fields["family_name"] = forms.CharField(label=_("Familienname"), max_length=120)
        self.fields["first_names"] = forms.CharField(label=_("Vornamen"), max_length=120, required=False)
        self.order_fields(["number", "family_name", "first_names", "day", "time"])

    def _where_to(self) -> None:
        houses = [(str(found.key), f"{found.name}, {found.town}") for found in other_houses(self.house)]
        self.fields["to_house"] = forms.ChoiceField(
            label=_("In welche Unterkunft?"), choices=[*houses, ("", _("andere Anschrift"))], required=False
        )
        self.fields["to_postcode"] = forms.CharField(label=_("Postleitzahl des Ziels"), max_length=5, required=False)
        self.fields["to_place"] = forms.CharField(
            label=_("Ort und Anschrift des Ziels"), max_length=200, required=False
        )

    def entered(self) -> NewReport:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        known = self.resident
        return NewReport(
            key=entered["key"],
            house=self.house.key,
            event=self.event,
            happened_at=datetime.combine(entered["day"], entered["time"], tzinfo=BERLIN),
            number=known.number if known else entered["number"],
            family_name=known.family_name if known else entered["family_name"],
            first_names=known.first_names if known else entered["first_names"],
            to_house=entered.get("to_house") or None,
            to_postcode=entered.get("to_postcode", ""),
            to_place=entered.get("to_place", ""),
        )


_HINTS = {
    Event.ABSENCE: gettext_lazy("HH:MM; seit wann die Person fehlt, nicht wann es aufgefallen ist"),
    Event.RETURN: gettext_lazy("HH:MM; wann die Person wieder da war"),
}


class WithdrawForm(forms.Form):
    """Why a report was wrong."""

    withdrawal_reason = forms.CharField(
        label=gettext_lazy("Warum war die Meldung falsch?"),
        max_length=500,
        help_text=gettext_lazy("Wer den Fall bearbeitet, liest den Grund. Bitte nennen Sie keine Gesundheitsdaten."),
    )


class MatchForm(forms.Form):
    """Whose case a person of a list is."""

    number = forms.CharField(label=gettext_lazy("Aktenzeichen des Falls"), max_length=60)


def event_words() -> dict[Event, str]:
    """The events with their labels."""
    return {event: str(EVENT_LABELS[event]) for event in Event}
