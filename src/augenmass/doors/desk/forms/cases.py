"""Forms of the case page."""

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from augenmass.access.actor import PURPOSE_LABELS, Purpose
from augenmass.access.models import Grant
from augenmass.cases.models import Document, FamilyLink
from augenmass.law.catalogue import BEGINS
from augenmass.law.time import BERLIN, now, today


class AsOfForm(forms.Form):
    """The two time axes: what was true on a day, as known on a day."""

    wahr_am = forms.DateField(label=_("Wahr am"), required=False, widget=forms.DateInput)
    bekannt_am = forms.DateField(label=_("Bekannt am"), required=False, widget=forms.DateInput)

    @property
    def past(self) -> bool:
        """Whether a valid other point in time was asked for."""
        return self.is_bound and self.is_valid() and any(self.cleaned_data.values())

    @property
    def true_on(self) -> date:
        return (self.cleaned_data.get("wahr_am") if self.past else None) or today()

    @property
    def before_catalogue(self) -> bool:
        """Whether the day lies before the first one of which the catalogue holds the law."""
        return self.true_on < BEGINS

    @property
    def catalogue_begins(self) -> date:
        return BEGINS

    @property
    def known_at(self) -> datetime:
        """The end of the chosen day, or now."""
        day = self.cleaned_data.get("bekannt_am") if self.past else None
        return datetime.combine(day, time.max, tzinfo=BERLIN) if day else now()


class DocumentForm(forms.Form):
    """A file and what the officer says of it."""

    file = forms.FileField(
        label=_("Datei"), help_text=_("PDF, PNG, JPEG oder DOCX, höchstens 25 MB. Es zählt der Inhalt, nicht der Name.")
    )
    kind = forms.ChoiceField(label=_("Art"), choices=Document.Kind.choices)
    title = forms.CharField(label=_("Bezeichnung"), max_length=200)
    dated = forms.DateField(
        label=_("Datum des Dokuments"), required=False, widget=forms.DateInput, help_text=_("TT.MM.JJJJ")
    )
    received = forms.DateField(
        label=_("Eingegangen am"), required=False, widget=forms.DateInput, help_text=_("TT.MM.JJJJ")
    )


class OpenForm(forms.Form):
    """What for and why a case of another body is opened."""

    purpose = forms.ChoiceField(label=_("Zweck"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Begründung"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ein Satz genügt. Zweck und Begründung stehen im Zugriffsprotokoll der zuständigen Stelle."),
    )

    def __init__(self, grants: list[Grant], data: QueryDict | None) -> None:
        super().__init__(data)
        offered = [(grant.purpose, PURPOSE_LABELS[Purpose(grant.purpose)]) for grant in grants]
        field = self.fields["purpose"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = offered
        if len(offered) == 1:
            field.initial = offered[0][0]


class RelativeForm(forms.Form):
    """The case of a relative, by its file number."""

    relation = forms.ChoiceField(label=_("Die Person dieses Falls ist"), choices=FamilyLink.Relation.choices)
    number = forms.CharField(label=_("Aktenzeichen des anderen Falls"), max_length=60)
    household = forms.ChoiceField(
        label=_("Gemeinsamer Haushalt"),
        choices=[("", _("nicht bekannt")), ("yes", _("ja")), ("no", _("nein"))],
        required=False,
        widget=forms.RadioSelect,
    )

    def entered(self) -> dict[str, Any]:
        """Arguments for the action."""
        household = {"yes": True, "no": False}.get(self.cleaned_data["household"])
        return {
            "number": self.cleaned_data["number"],
            "relation": FamilyLink.Relation(self.cleaned_data["relation"]),
            "same_household": household,
        }
