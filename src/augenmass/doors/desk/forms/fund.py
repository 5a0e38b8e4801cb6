"""Forms of the fund: budget, programme, terms, end of terms, closing."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.fund.actions.budgets import BudgetForm as Entered
from augenmass.fund.actions.programmes import TermsForm as EnteredTerms
from augenmass.fund.models import Budget
from augenmass.fund.models.claims import OCCASION_LABELS
from augenmass.fund.rules.money import NotAnAmount, parse_amount
from augenmass.fund.rules.tranches import Occasion, Part
from augenmass.fund.words import AMOUNT_SENTENCES
from augenmass.law.time import today

PARTS = 4
"""Lines for tranches in the form of terms."""
AMOUNT_HINT = gettext_lazy("In Euro, zum Beispiel 1.200,50")


class AmountField(forms.CharField):
    """An amount in euros, written as in German; its value is cents."""

    def __init__(self, *, zero: bool = False, **options: Any) -> None:
        self.zero = zero
        super().__init__(**{"max_length": 40, "help_text": AMOUNT_HINT, **options})
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "class": "am-input--short"}

    def clean(self, value: Any) -> Any:
        """The cents; None where nothing need be given."""
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_amount(text, zero=self.zero)
        except NotAnAmount as error:
            raise forms.ValidationError(str(AMOUNT_SENTENCES[error.why])) from error


class BudgetForm(Once):
    """The whole budget of a year."""

    year = forms.IntegerField(label=gettext_lazy("Haushaltsjahr"), min_value=2000, max_value=2199)
    cents = AmountField(
        label=gettext_lazy("Haushalt des Jahres"),
        zero=True,
        help_text=gettext_lazy("Der ganze Betrag, nicht der Unterschied. In Euro, zum Beispiel 1.200.000,00"),
    )
    reason = forms.CharField(
        label=gettext_lazy("Grundlage"), max_length=500, help_text=gettext_lazy("Haushaltsplan, Titel, Nachtrag")
    )

    def __init__(self, data: Any = None, year: int | None = None) -> None:
        super().__init__(data, initial={"year": year or today().year})

    def entered(self) -> Entered:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return Entered(said["key"], said["year"], said["cents"], said["reason"])


class CloseForm(forms.Form):
    """What becomes of open commitments, and that it cannot be taken back."""

    rest = forms.ChoiceField(
        label=gettext_lazy("Was wird aus Bewilligungen, die noch nicht ausgezahlt sind?"),
        choices=Budget.Rest.choices,
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=gettext_lazy("Das Jahr soll abgeschlossen und nicht wieder geöffnet werden."))


class ProgrammeForm(forms.Form):
    """A programme: only its names; what it gives stands in its terms."""

    programme = forms.SlugField(
        label=gettext_lazy("Kürzel"), max_length=40, help_text=gettext_lazy("Kleine Buchstaben, Ziffern, Bindestriche")
    )
    name_de = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    name_en = forms.CharField(label=gettext_lazy("Name auf Englisch"), max_length=120, required=False)


class TermsForm(Once):
    """What a programme gives, from when to when, and in which parts."""

    since = forms.DateField(label=gettext_lazy("Gilt ab"), help_text=DAY_HINT, widget=forms.DateInput)
    until = forms.DateField(
        label=gettext_lazy("Letzter Tag"), required=False, help_text=DAY_HINT, widget=forms.DateInput
    )
    per_adult = AmountField(label=gettext_lazy("Betrag je erwachsene Person"), zero=True)
    per_minor = AmountField(label=gettext_lazy("Betrag je minderjährige Person"), zero=True)
    ceiling = AmountField(label=gettext_lazy("Höchstens für eine Bewilligung"), required=False)
    ceiling_of_year = AmountField(label=gettext_lazy("Höchstens im Jahr für das Programm"), required=False)
    basis = forms.CharField(
        label=gettext_lazy("Grundlage"), max_length=300, help_text=gettext_lazy("Erlass oder Richtlinie mit Datum")
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"occasion_1": Occasion.DEPARTURE.value, "months_1": 0, "share_1": 100})
        occasions = [("", _("keine")), *((one.value, OCCASION_LABELS[one]) for one in Occasion)]
        for number in range(1, PARTS + 1):
            self.fields[f"occasion_{number}"] = forms.ChoiceField(
                label=_("%(number)s. Rate") % {"number": number}, choices=occasions, required=number == 1
            )
            self.fields[f"months_{number}"] = _count(_("Monate nach der Ausreise"), 60)
            self.fields[f"share_{number}"] = _count(_("Anteil in Prozent"), 100)

    @property
    def lines(self) -> list[list[forms.BoundField]]:
        """The fields of each tranche."""
        return [
            [self[f"{name}_{number}"] for name in ("occasion", "months", "share")] for number in range(1, PARTS + 1)
        ]

    @property
    def terms_fields(self) -> list[forms.BoundField]:
        """The fields before the tranches."""
        return [bound for bound in self.visible_fields() if bound.name.rpartition("_")[0] not in PART_FIELDS]

    def entered(self, programme_id: int) -> EnteredTerms:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        plain = ("key", "since", "until", "per_adult", "per_minor", "ceiling", "ceiling_of_year")
        parts = tuple(
            Part(Occasion(said[f"occasion_{number}"]), said[f"months_{number}"] or 0, said[f"share_{number}"] or 0)
            for number in range(1, PARTS + 1)
            if said[f"occasion_{number}"]
        )
        return EnteredTerms(
            programme_id=programme_id, parts=parts, source=said["basis"], **{name: said[name] for name in plain}
        )


PART_FIELDS = ("occasion", "months", "share")


def _count(label: str, most: int) -> forms.IntegerField:
    found = forms.IntegerField(label=label, min_value=0, max_value=most, required=False)
    found.widget.attrs["class"] = "am-input--short"
    return found


class EndForm(Once):
    """The last day of terms that run."""

    until = forms.DateField(label=gettext_lazy("Letzter Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    reason = forms.CharField(label=gettext_lazy("Grund"), max_length=500)
