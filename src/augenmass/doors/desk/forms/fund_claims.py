"""Forms of a case: promising, noting an occasion, taking back, paying, booking what came back."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.fund import AmountField
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.fund.actions.committing import MOST_PEOPLE
from augenmass.fund.actions.promising import PromiseForm
from augenmass.fund.actions.recovering import RecoveryForm
from augenmass.fund.actions.signing import PaymentForm
from augenmass.fund.models import Recovery
from augenmass.fund.models.claims import OCCASION_LABELS
from augenmass.fund.queries.terms import terms_on
from augenmass.fund.rules.money import format_amount
from augenmass.fund.rules.tranches import Occasion
from augenmass.law.time import today
from augenmass.record.models import Case


class CommitmentForm(Once):
    """By which terms, for how many."""

    adults = forms.IntegerField(label=gettext_lazy("Erwachsene"), min_value=0, max_value=MOST_PEOPLE)
    minors = forms.IntegerField(label=gettext_lazy("Minderjährige"), min_value=0, max_value=MOST_PEOPLE)

    def __init__(self, case: Case, data: Any = None) -> None:
        super().__init__(data, initial={"adults": 1, "minors": 0})
        offered = [
            (
                str(terms.pk),
                _("%(name)s: %(adult)s je Erwachsenen, %(minor)s je Minderjährigen")
                % {
                    "name": terms.programme.name_en if english() and terms.programme.name_en else terms.programme,
                    "adult": format_amount(terms.per_adult),
                    "minor": format_amount(terms.per_minor),
                },
            )
            for terms in terms_on(today(), case.body.land)
        ]
        self.offers = bool(offered)
        self.fields["terms"] = forms.ChoiceField(label=_("Programm"), choices=[("", _("bitte wählen")), *offered])
        self.order_fields(["terms", "adults", "minors"])

    def entered(self) -> PromiseForm:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return PromiseForm(said["key"], int(said["terms"]), said["adults"], said["minors"])


class OccasionForm(forms.Form):
    """What happened, and when."""

    occasion = forms.ChoiceField(
        label=gettext_lazy("Anlass"), choices=[(one.value, OCCASION_LABELS[one]) for one in Occasion]
    )
    occasion_on = forms.DateField(label=gettext_lazy("Eingetreten am"), help_text=DAY_HINT, widget=forms.DateInput)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="faellig-%s")


class CancelForm(forms.Form):
    """Why what was not paid is taken back."""

    reason = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": gettext_lazy("Bitte geben Sie an, warum die Bewilligung zurückgenommen wird.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, auto_id="ruecknahme-%s")


class PayForm(Once):
    """Who gets the money, and where to."""

    payee = forms.CharField(label=gettext_lazy("Wer bekommt das Geld?"), max_length=200)
    paid_to = forms.CharField(
        label=gettext_lazy("Auf welchem Weg?"),
        max_length=200,
        help_text=gettext_lazy("IBAN, oder die Stelle, die auszahlt"),
    )

    def entered(self) -> PaymentForm:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return PaymentForm(said["key"], said["payee"], said["paid_to"])


class RefuseForm(forms.Form):
    """Why a payment is refused."""

    reason = forms.CharField(label=gettext_lazy("Grund"), max_length=500, required=False)


class RecoverForm(Once):
    """How much came back, when and why."""

    cents = AmountField(label=gettext_lazy("Betrag"))
    received_on = forms.DateField(label=gettext_lazy("Eingegangen am"), help_text=DAY_HINT, widget=forms.DateInput)
    recovery_ground = forms.ChoiceField(
        label=gettext_lazy("Grund"), choices=[("", gettext_lazy("bitte wählen")), *Recovery.Ground.choices]
    )
    reason = forms.CharField(label=gettext_lazy("Begründung"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def entered(self) -> RecoveryForm:
        """What was entered; call after ``is_valid``."""
        said = self.cleaned_data
        return RecoveryForm(said["key"], said["cents"], said["received_on"], said["recovery_ground"], said["reason"])
