"""The form of a fact, made from its declaration."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from augenmass.cases.actions.facts import FactEntry
from augenmass.cases.models import Document
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import FactDeclaration, Kind
from augenmass.law.words import unit_text

LONG_TEXT = 80


def value_field(declared: FactDeclaration, required: bool = True) -> forms.Field:
    """The control for a value: choice, radio buttons, day or text, with the fact's meaning as its hint."""
    hint = declared.meaning_en if english() else declared.meaning
    label = label_of(declared)
    match declared.kind:
        case Kind.YES_NO:
            pairs = [("yes", _("ja")), ("no", _("nein"))]
            if not required:
                pairs = [("", _("nicht festgestellt")), *pairs]
            return forms.ChoiceField(
                label=label, choices=pairs, widget=forms.RadioSelect, help_text=hint, required=required
            )
        case Kind.CHOICE:
            choices = [(choice.key, choice.en if english() else choice.de) for choice in declared.choices]
            return forms.ChoiceField(
                label=label,
                choices=[("", _("bitte wählen")), *choices],
                help_text=hint,
                required=required,
                widget=PlainSelect,
            )
        case Kind.DAY:
            hint = f"{hint} {_('TT.MM.JJJJ; nur teilweise bekannt: 00.00.1990 oder 1990')}"
            return forms.CharField(
                label=label, max_length=30, widget=forms.DateInput, help_text=hint, required=required
            )
        case Kind.NUMBER:
            word = unit_text(declared.unit, 0, "en" if english() else "de")
            # A label such as "Ausreisefrist in Tagen" names its unit already.
            unit = f" ({word})" if word and word[:3].lower() not in label.lower() else ""
            return forms.CharField(label=f"{label}{unit}", max_length=20, help_text=hint, required=required)
        case Kind.TEXT:
            return forms.CharField(label=label, max_length=1000, help_text=hint, required=required)


def shown_in_form(name: str, value: str) -> str:
    """A canonical value as a form shows it: keys for choices, numbers without their unit, the reader's spelling for the rest."""
    match VOCABULARY[name].kind:
        case Kind.YES_NO | Kind.CHOICE:
            return value
        case Kind.NUMBER:
            return value if english() else value.replace(".", ",")
        case _:
            return text_of(name, value)


class FactForm(forms.Form):
    """Value, validity, source, evidence and reason of one fact. ``seen`` is the value that the page showed."""

    def __init__(
        self,
        declared: FactDeclaration,
        documents: list[Document],
        data: Any = None,
        *,
        initial: dict[str, Any] | None = None,
        correcting: bool = False,
    ) -> None:
        super().__init__(data, initial=initial)
        self.declared = declared
        self.fields["value"] = value_field(declared)
        self.fields["true_from"] = forms.DateField(
            label=_("Gilt seit"),
            required=False,
            widget=forms.DateInput,
            help_text=_("TT.MM.JJJJ; leer, wenn es auf den Beginn nicht ankommt"),
        )
        self.fields["true_to"] = forms.DateField(
            label=_("Gilt bis"),
            required=False,
            widget=forms.DateInput,
            help_text=_("TT.MM.JJJJ; leer, wenn kein Ende bekannt ist"),
        )
        self.fields["source"] = forms.CharField(
            label=_("Quelle"),
            max_length=200,
            required=False,
            help_text=_("Woraus ergibt sich das? Zum Beispiel: Reisepass im Original, Auskunft des Standesamts."),
        )
        choices = [
            ("", _("kein Dokument")),
            *((str(found.pk), f"{found.title} ({found.get_kind_display()})") for found in documents),
        ]
        self.fields["evidence"] = forms.ChoiceField(
            label=_("Nachweis"), choices=choices, required=False, help_text=_("Dokument in diesem Fall")
        )
        needs_reason = correcting or declared.assessment
        self.fields["note"] = forms.CharField(
            label=_("Begründung"),
            required=needs_reason,
            max_length=1000,
            widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Eine Bewertung oder Berichtigung wird begründet; der alte Wert bleibt erhalten.")
            if needs_reason
            else "",
        )
        self.fields["seen"] = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def entry(self) -> FactEntry:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return FactEntry(
            name=self.declared.name,
            value=entered["value"],
            true_from=entered["true_from"],
            true_to=entered["true_to"],
            source=entered["source"],
            evidence_id=int(entered["evidence"]) if entered["evidence"] else None,
            note=entered["note"],
        )


class DisputeForm(forms.Form):
    """Why a value is disputed."""

    reason = forms.CharField(max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["reason"].label = _("Wer bestreitet die Angabe, und warum?")
