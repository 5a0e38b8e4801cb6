"""Forms of pilots: plan, place, edition, delivered file, report, a sheet typed in."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.directory.models import Body
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import Once
from augenmass.evaluation.actions.delivering import LARGEST
from augenmass.evaluation.actions.preparing import GREATEST, SMALLEST, NewPlace, Plan
from augenmass.evaluation.models import Pilot
from augenmass.evaluation.rules.delivery_file import MOST
from augenmass.evaluation.rules.questions import QUESTIONS
from augenmass.evaluation.words import ANSWERS
from augenmass.evaluation.words import QUESTIONS as ASKED
from augenmass.law.quarters import Quarter
from augenmass.law.time import today

QUARTER_HINT = gettext_lazy("Jahr und Vierteljahr, zum Beispiel 2025/3")


class QuarterField(forms.CharField):
    """A quarter, written as 2025/3."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"max_length": 7, "help_text": QUARTER_HINT, **options})
        self.widget.attrs |= {"autocomplete": "off", "class": "am-input--short"}

    def clean(self, value: Any) -> Any:
        """The quarter."""
        text = super().clean(value)
        try:
            found = Quarter.parse(text)
        except ValueError as error:
            raise forms.ValidationError(
                _("„%(said)s“ ist kein Vierteljahr. Bitte schreiben Sie zum Beispiel 2025/3.") % {"said": text}
            ) from error
        if abs(found.year - today().year) > 10:
            raise forms.ValidationError(_("Dieses Jahr liegt mehr als zehn Jahre entfernt. Bitte prüfen Sie es."))
        return found


class SmallestField(forms.IntegerField):
    """The smallest number that is shown."""

    def __init__(self, least: int = SMALLEST) -> None:
        super().__init__(
            label=gettext_lazy("Kleinste gezeigte Zahl"),
            min_value=least,
            max_value=GREATEST,
            help_text=gettext_lazy("Kleinere Zahlen erscheinen nicht. Während der Erprobung kann sie nur steigen."),
        )


class PlanForm(Once):
    """What a pilot is; ``seen``: the version that was read, empty for a new one."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    pilot_name = forms.CharField(label=gettext_lazy("Name der Erprobung"), max_length=200)
    first_quarter = QuarterField(label=gettext_lazy("Erstes Vierteljahr"))
    last_quarter = QuarterField(label=gettext_lazy("Letztes Vierteljahr"))
    pilot_questions = forms.CharField(
        label=gettext_lazy("Was soll die Auswertung beantworten?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Eine Frage je Zeile. Sie stehen im Bericht."),
    )

    def __init__(self, data: Any = None, pilot: Pilot | None = None) -> None:
        initial: dict[str, Any] = {"smallest": SMALLEST}
        if pilot is not None:
            initial = {
                "seen": pilot.version,
                "pilot_name": pilot.name,
                "first_quarter": str(pilot.first),
                "last_quarter": str(pilot.last),
                "pilot_questions": pilot.questions,
                "smallest": pilot.smallest,
            }
        super().__init__(data, initial=initial)
        self.fields["smallest"] = SmallestField()

    def plan(self) -> Plan:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return Plan(
            said["pilot_name"], said["first_quarter"], said["last_quarter"], said["pilot_questions"], said["smallest"]
        )


class SeenPilot(forms.Form):
    """A form that says which version of the pilot was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, seen: int | None = None, data: Any = None, files: Any = None, **options: Any) -> None:
        options["initial"] = {"seen": seen} | (options.get("initial") or {})
        super().__init__(data, files, **options)


class PlaceForm(SeenPilot):
    """A municipality with its service."""

    municipality = forms.CharField(
        label=gettext_lazy("Amtlicher Gemeindeschlüssel"),
        max_length=8,
        help_text=gettext_lazy("Acht Ziffern"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "am-input--short"}),
    )
    place_name = forms.CharField(label=gettext_lazy("Ort"), max_length=120)
    service_body = forms.ChoiceField(
        label=gettext_lazy("Beratungsstelle in dieser Installation"), required=False, widget=PlainSelect
    )
    service_name = forms.CharField(
        label=gettext_lazy("Name der Beratungsstelle, wenn sie keine Stelle dieser Installation ist"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Ihre Zahlen kommen dann als Datei."),
    )

    def __init__(self, bodies: list[Body], seen: int | None = None, data: Any = None) -> None:
        super().__init__(seen, data)
        field = self.fields["service_body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("keine, sie liefert eine Datei")), *((body.key, body.name) for body in bodies)]

    def entered(self) -> NewPlace:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return NewPlace(said["municipality"], said["place_name"], said["service_name"], said["service_body"])


class AmendPilotForm(SeenPilot):
    """A new edition of what a running pilot asks."""

    pilot_questions = forms.CharField(
        label=gettext_lazy("Was soll die Auswertung beantworten?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    pilot_reason = forms.CharField(label=gettext_lazy("Warum ändert sich das?"), max_length=500)

    def __init__(self, pilot: Pilot, data: Any = None) -> None:
        super().__init__(pilot.version, data, initial={"pilot_questions": pilot.questions, "smallest": pilot.smallest})
        self.fields["smallest"] = SmallestField(pilot.smallest)


class DeliveryForm(SeenPilot):
    """A file with counts of places."""

    file = forms.FileField(label=gettext_lazy("Datei (CSV oder XLSX)"))

    def content(self) -> bytes:
        """The bytes of the file, at most a little more than are taken; call after ``is_valid``."""
        return bytes(self.cleaned_data["file"].read(LARGEST + 1))


class ReportForm(SeenPilot):
    """Up to which quarter a report goes."""

    up_to = forms.ChoiceField(label=gettext_lazy("Bis einschließlich"), widget=PlainSelect)

    def __init__(self, quarters: list[Quarter], seen: int | None = None, data: Any = None) -> None:
        super().__init__(seen, data)
        field = self.fields["up_to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(quarter), str(quarter)) for quarter in reversed(quarters)]


class PlacePointed(SeenPilot):
    """One place of the page."""

    item = forms.UUIDField(widget=forms.HiddenInput)


class OfferedForm(forms.Form):
    """To how many people an agreement was offered in a quarter."""

    offered_quarter = forms.ChoiceField(label=gettext_lazy("Vierteljahr"), widget=PlainSelect)
    offered_people = forms.IntegerField(
        label=gettext_lazy("Wie vielen Menschen haben Sie eine Vereinbarung angeboten?"),
        min_value=0,
        max_value=MOST,
        help_text=gettext_lazy(
            "Nur die Zahl, auch derer, die Nein gesagt haben. Bis zur Zählung können Sie sie berichtigen."
        ),
        widget=forms.NumberInput(attrs={"class": "am-input--short", "autocomplete": "off"}),
    )

    def __init__(self, quarters: list[Quarter], data: Any = None) -> None:
        super().__init__(data)
        field = self.fields["offered_quarter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(quarter), str(quarter)) for quarter in reversed(quarters)]


class SheetForm(forms.Form):
    """A sheet that was filled in on paper."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"key": uuid4(), **dict.fromkeys(QUESTIONS, "none")})
        for question, answers in QUESTIONS.items():
            self.fields[question] = forms.ChoiceField(
                label=str(ASKED[question]),
                choices=[(answer, ANSWERS[answer]) for answer in answers],
                widget=forms.RadioSelect,
            )

    def answers(self) -> dict[str, str]:
        """What was entered; call after ``is_valid``."""
        return {question: self.cleaned_data[question] for question in QUESTIONS}
