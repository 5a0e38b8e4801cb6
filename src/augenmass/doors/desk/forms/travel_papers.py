"""Forms of travel documents: the sheet of a state, an application, and what happens to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.doors.desk.pages.states import state_choices
from augenmass.travel_papers.actions.applications import NewApplication
from augenmass.travel_papers.actions.events import NewEvent
from augenmass.travel_papers.actions.sheets import NewSheet
from augenmass.travel_papers.models import Application, ApplicationEvent, Sheet

Kind = ApplicationEvent.Kind


def _text(label: Any, rows: int, longest: int, hint: Any = "", required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=area, help_text=hint, required=required)


def _note() -> forms.CharField:
    return _text(gettext_lazy("Anmerkung"), 2, 500, required=False)


class SheetForm(Once):
    """A version of the sheet of a state."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    documents = _text(gettext_lazy("Unterlagen"), 5, 3000, gettext_lazy("Eine Zeile je Unterlage."))
    steps = _text(gettext_lazy("Schritte"), 6, 3000, gettext_lazy("Eine Zeile je Schritt, in ihrer Reihenfolge."))
    where = _text(
        gettext_lazy("Wo wird beantragt?"), 3, 1000, gettext_lazy("Stelle, Anschrift, Öffnungszeiten; keine Namen.")
    )
    durations = forms.CharField(
        label=gettext_lazy("Dauer nach Auskunft anderer"),
        max_length=500,
        required=False,
        help_text=gettext_lazy(
            "Was die Auslandsvertretung nennt. Was Ihre Anträge zeigen, rechnet das Programm selbst."
        ),
    )
    remarks = _text(gettext_lazy("Hinweise"), 4, 3000, required=False)

    def __init__(self, country: str, held: Sheet | None, seen: int, data: Any = None) -> None:
        self.country = country
        names = ("documents", "steps", "where", "durations", "remarks")
        shown = {name: getattr(held, name) for name in names} if held is not None else {}
        super().__init__(data, initial={**shown, "seen": seen})

    def entered(self) -> NewSheet:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewSheet(
            said["key"],
            self.country,
            said["seen"],
            said["documents"],
            said["steps"],
            said["where"],
            said["durations"],
            said["remarks"],
        )


class ApplicationForm(Once):
    """An application that was filed."""

    country = forms.ChoiceField(label=gettext_lazy("Staat"), widget=PlainSelect)
    travel_kind = forms.ChoiceField(
        label=gettext_lazy("Was ist beantragt?"), choices=Application.Kind.choices, widget=forms.RadioSelect
    )
    applicant = forms.ChoiceField(
        label=gettext_lazy("Wer hat den Antrag gestellt?"),
        choices=Application.Applicant.choices,
        widget=forms.RadioSelect,
    )
    filed_on = day_field(gettext_lazy("Beantragt am"))

    def __init__(self, country: str, data: Any = None) -> None:
        super().__init__(data, initial={"country": country})
        states = self.fields["country"]
        assert isinstance(states, forms.ChoiceField)
        states.choices = [("", _("bitte wählen")), *state_choices()]

    def entered(self) -> NewApplication:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewApplication(said["key"], said["country"], said["travel_kind"], said["applicant"], said["filed_on"])


class EventForm(Once):
    """Something that happened to an application."""

    kind: ClassVar[str] = ""
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, found: Application, data: Any = None) -> None:
        # Several of these stand on one page.
        super().__init__(data, initial={"seen": found.version}, auto_id=f"id_{self.kind or 'closing'}_%s")

    def event(self, **other: Any) -> NewEvent:
        """What was entered, as an event of the form's kind unless given."""
        said = self.cleaned_data
        shown = {"kind": self.kind, "on": said.get("happened_on"), "note": said.get("event_note", "")}
        return NewEvent(said["key"], said["seen"], **{**shown, **other})

    def entered(self) -> NewEvent:
        """What was entered. The form must be valid."""
        return self.event()


class FormsSentForm(EventForm):
    """Forms that were handed in, with the particulars that stood on them."""

    kind = Kind.FORMS_SENT
    happened_on = day_field(gettext_lazy("Tag"))
    on_form = forms.MultipleChoiceField(
        label=gettext_lazy("Welche Angaben stehen auf dem Formular?"), widget=forms.CheckboxSelectMultiple
    )
    event_note = _note()

    def __init__(self, found: Application, offered: Sequence[tuple[str, str]], data: Any = None) -> None:
        super().__init__(found, data)
        names = self.fields["on_form"]
        assert isinstance(names, forms.MultipleChoiceField)
        names.choices = list(offered)

    def entered(self) -> NewEvent:
        return self.event(fact_names=tuple(self.cleaned_data["on_form"]))


class HearingForm(EventForm):
    """The day of a hearing."""

    kind = Kind.HEARING_SET
    happened_on = day_field(gettext_lazy("Tag"))
    event_note = _note()


class HearingResultForm(EventForm):
    """What came of a hearing."""

    kind = Kind.HEARING_RESULT
    hearing = forms.ChoiceField(label=gettext_lazy("Welche Vorsprache?"), widget=forms.RadioSelect)
    hearing_outcome = forms.ChoiceField(
        label=gettext_lazy("Ergebnis der Vorsprache"),
        choices=ApplicationEvent.Result.choices,
        widget=forms.RadioSelect,
    )
    event_note = _note()

    def __init__(self, found: Application, days: Sequence[date], data: Any = None) -> None:
        super().__init__(found, data)
        hearings = self.fields["hearing"]
        assert isinstance(hearings, forms.ChoiceField)
        hearings.choices = [(day.isoformat(), date_format(day, "SHORT_DATE_FORMAT")) for day in days]

    def entered(self) -> NewEvent:
        said = self.cleaned_data
        return self.event(on=date.fromisoformat(said["hearing"]), result=said["hearing_outcome"])


class AnsweredForm(EventForm):
    """An answer that decides nothing yet."""

    kind = Kind.ANSWERED
    happened_on = day_field(gettext_lazy("Tag"))
    event_note = _note()


class ClosingForm(EventForm):
    """How an application ended."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Wie ist der Antrag ausgegangen?"),
        choices=[(kind.value, kind.label) for kind in (Kind.ISSUED, Kind.REFUSED, Kind.WITHDRAWN)],
        widget=forms.RadioSelect,
    )
    happened_on = day_field(gettext_lazy("Tag"))
    document_valid_until = day_field(gettext_lazy("Gültig bis"), required=False)
    document_number = forms.CharField(
        label=gettext_lazy("Nummer des Dokuments"),
        max_length=40,
        required=False,
        help_text=gettext_lazy(
            "Nummer und Gültigkeit nur, wenn das Dokument erteilt ist. Sie werden Angaben des Falls."
        ),
    )
    event_note = _note()

    def entered(self) -> NewEvent:
        said = self.cleaned_data
        issued = said["outcome"] == Kind.ISSUED
        return self.event(
            kind=said["outcome"],
            valid_until=said["document_valid_until"] if issued else None,
            passport_number=said["document_number"] if issued else "",
        )
