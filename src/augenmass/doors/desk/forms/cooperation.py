"""Forms of regional standards: a new one, the next edition, two to compare."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cooperation.actions.keeping import Words, partners_of
from augenmass.cooperation.models import Edition, Standard
from augenmass.doors.desk.forms.work import Once

LINES = gettext_lazy("Eine Angabe je Zeile: So werden Unterschiede zwischen Bezirken sichtbar.")


class WordsForm(Once):
    """What a standard settles."""

    contacts = forms.CharField(
        label=gettext_lazy("Ansprechstellen"), max_length=4000, widget=forms.Textarea, help_text=LINES
    )
    forms_used = forms.CharField(
        label=gettext_lazy("Vordrucke"), max_length=4000, widget=forms.Textarea, required=False, help_text=LINES
    )
    meetings = forms.CharField(
        label=gettext_lazy("Besprechungen: wie oft, wer, worüber"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=LINES,
    )
    exchange = forms.CharField(
        label=gettext_lazy("Was wird auf welcher Grundlage ausgetauscht?"),
        max_length=4000,
        widget=forms.Textarea,
        help_text=gettext_lazy("Eine Angabe je Zeile, jede mit ihrer Vorschrift. Keine Personen."),
    )

    def words(self) -> Words:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        return Words(
            key=entered["key"],
            contacts=entered["contacts"],
            forms=entered["forms_used"],
            meetings=entered["meetings"],
            exchange=entered["exchange"],
            why=entered.get("why", ""),
        )


class StandardForm(WordsForm):
    """A region and its first edition."""

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        self.fields["region"] = forms.CharField(label=_("Bezirk"), max_length=120)
        self.fields["partner"] = forms.ChoiceField(
            label=_("Mit welcher Stelle?"),
            choices=[("", _("bitte wählen")), *((str(body.pk), body.name) for body in partners_of(actor))],
        )
        self.order_fields(["region", "partner"])


class EditionForm(WordsForm):
    """The next edition, on top of the one that was seen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(label=gettext_lazy("Was ändert sich?"), max_length=300)

    def __init__(self, edition: Edition, data: Any = None) -> None:
        before = {
            "contacts": edition.contacts,
            "forms_used": edition.forms,
            "meetings": edition.meetings,
            "exchange": edition.exchange,
            "seen": edition.number,
        }
        super().__init__(data, initial=before)


class CompareForm(forms.Form):
    """Two regions."""

    def __init__(self, rows: list[Standard], data: Any = None) -> None:
        super().__init__(data)
        choices = [(str(row.key), row.region) for row in rows]
        for place, (name, label) in enumerate((("first", _("Erster Bezirk")), ("second", _("Zweiter Bezirk")))):
            begins = choices[min(place, len(choices) - 1)][0] if choices else ""
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, initial=begins)
