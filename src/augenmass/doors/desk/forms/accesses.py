"""Opening a case to another body: first to whom and what for, then what, why and how long."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actions import GRANTED_FOR
from augenmass.access.actions import GrantForm as Asked
from augenmass.access.actor import PURPOSE_LABELS, Actor, Purpose
from augenmass.access.queries import Offer, bodies_to_open, nameable
from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.work import Once
from augenmass.law.vocabulary import CATEGORIES

PURPOSES = [(purpose.value, PURPOSE_LABELS[purpose]) for purpose in Purpose if purpose in GRANTED_FOR]


class WhoForm(forms.Form):
    """To which body, and what for; what can be opened follows from both."""

    zweck = forms.ChoiceField(label=gettext_lazy("Wofür?"), choices=PURPOSES, widget=forms.RadioSelect)

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"zweck": Purpose.COOPERATION.value})
        bodies = [(str(body.pk), body.name) for body in bodies_to_open(actor)]
        self.fields["stelle"] = forms.ChoiceField(
            label=_("Welcher Stelle?"), choices=[("", _("bitte wählen")), *bodies]
        )
        self.order_fields(["stelle", "zweck"])

    @property
    def body_id(self) -> int:
        return int(self.cleaned_data["stelle"])

    @property
    def purpose(self) -> Purpose:
        return Purpose(self.cleaned_data["zweck"])


class AccessForm(Once):
    """Which categories, perhaps for one person only, by which provision, why, until when."""

    categories = forms.MultipleChoiceField(
        label=gettext_lazy("Welche Angaben?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Zur Wahl steht nur, was Sie selbst lesen und die Stelle für diesen Zweck lesen darf."),
    )
    provision = forms.CharField(label=gettext_lazy("Vorschrift"), max_length=200)
    reason = forms.CharField(
        label=gettext_lazy("Grund"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Die andere Stelle liest diesen Text."),
    )
    valid_until = forms.DateField(
        label=gettext_lazy("Letzter Tag"),
        help_text=gettext_lazy("TT.MM.JJJJ, höchstens ein Jahr"),
        widget=forms.DateInput,
    )

    def __init__(self, offer: Offer, data: Any = None) -> None:
        super().__init__(data, initial={"provision": offer.provision})
        self.fields["categories"].choices = [  # type: ignore[attr-defined]
            (key, CATEGORIES[key][english()]) for key in offer.categories
        ]
        people = [(str(person.pk), person.name) for person in offer.people]
        self.fields["recipient"] = forms.ChoiceField(
            label=_("Für wen dort?"),
            choices=[("", _("alle, deren Aufgabe es erlaubt")), *people],
            required=False,
        )
        self.order_fields(["categories", "recipient", "provision", "reason", "valid_until"])

    def entered(self, who: WhoForm) -> Asked:
        """What the officer entered. Both forms must be valid."""
        entered = self.cleaned_data
        return Asked(
            body_id=who.body_id,
            categories=tuple(entered["categories"]),
            purpose=who.purpose,
            provision=entered["provision"],
            reason=entered["reason"],
            valid_until=entered["valid_until"],
            account_id=int(entered["recipient"]) if entered["recipient"] else None,
            key=entered["key"],
        )


class RecipientForm(forms.Form):
    """A colleague who may read a secret fact."""

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data)
        people = [(str(person.pk), person.name) for person in nameable(actor)]
        self.fields["recipient"] = forms.ChoiceField(label=_("Wer?"), choices=[("", _("bitte wählen")), *people])
