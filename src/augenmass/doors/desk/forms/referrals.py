"""Forms of a referral: to whom and why, and the answers."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.competence.models import MATTERS
from augenmass.competence.queries import Proposed, receivers_for
from augenmass.competence.rules import Matter, Outcome
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.time import today
from augenmass.referral.actions.opening import ReferralForm as Asked
from augenmass.referral.actions.taking_over import Acceptance
from augenmass.referral.rules import LONGEST_NUMBER
from augenmass.work.actions.people import colleagues, units

ANSWER_WITHIN = timedelta(days=14)


class ReferralForm(Once):
    """To whom, in which matter, by which provision, why, by when."""

    matter = forms.ChoiceField(
        label=gettext_lazy("Wofür ist die andere Stelle zuständig?"), choices=MATTERS, widget=forms.RadioSelect
    )
    provision = forms.CharField(label=gettext_lazy("Vorschrift"), max_length=200)
    reason = forms.CharField(
        label=gettext_lazy("Grund der Abgabe"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Was hat sich geändert, und was erwartet die andere Stelle? Sie liest diesen Text."),
    )
    deadline = forms.DateField(label=gettext_lazy("Antwort erbeten bis"), help_text=DAY_HINT, widget=forms.DateInput)

    def __init__(self, actor: Actor, proposals: list[Proposed], data: Any = None) -> None:
        super().__init__(data, initial=_proposed(actor, proposals) | {"deadline": today() + ANSWER_WITHIN})
        bodies = [(str(body.pk), body.name) for body in receivers_for(actor)]
        self.fields["receiver"] = forms.ChoiceField(
            label=_("An welche Stelle?"), choices=[("", _("bitte wählen")), *bodies]
        )
        self.order_fields(["receiver", "matter", "provision", "reason", "deadline"])

    def entered(self) -> Asked:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Asked(
            key=entered["key"],
            receiver_id=int(entered["receiver"]),
            matter=Matter(entered["matter"]),
            provision=entered["provision"],
            reason=entered["reason"],
            deadline=entered["deadline"],
        )


def _proposed(actor: Actor, proposals: list[Proposed]) -> dict[str, Any]:
    """The form opens with the other body that is responsible for the place; that a case goes to enforcement, nobody is led to."""
    by_place = next((found for found in proposals if found.matter is Matter.RESIDENCE), None)
    initial = {"matter": Matter.RESIDENCE.value, "provision": by_place.proposal.provision if by_place else ""}
    if by_place and by_place.proposal.outcome is Outcome.ONE and by_place.bodies[0].pk != actor.body_id:
        initial["receiver"] = str(by_place.bodies[0].pk)
    return initial


class AcceptForm(forms.Form):
    """Who works the case from now on, and under which file number."""

    number = forms.CharField(
        label=gettext_lazy("Eigenes Aktenzeichen"),
        max_length=LONGEST_NUMBER,
        required=False,
        help_text=gettext_lazy(
            "Leer: Das bisherige Aktenzeichen bleibt; gibt es das bei Ihnen schon, wird eine Ziffer angehängt."
        ),
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"officer": str(actor.account_id)})
        people = [(str(found.pk), found.name) for found in colleagues(actor)]
        teams = [(str(unit.pk), unit.name) for unit in units(actor)]
        self.fields["officer"] = forms.ChoiceField(label=_("Künftig zuständig"), choices=people)
        self.fields["unit"] = forms.ChoiceField(
            label=_("Sachgebiet"), choices=[("", _("kein bestimmtes Sachgebiet")), *teams], required=False
        )
        self.order_fields(["officer", "unit", "number"])

    def entered(self) -> Acceptance:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        unit = int(entered["unit"]) if entered["unit"] else None
        return Acceptance(int(entered["officer"]), unit, entered["number"])


class RejectForm(forms.Form):
    """Why one's own body is not responsible."""

    reason = forms.CharField(
        label=gettext_lazy("Warum ist Ihre Stelle nicht zuständig?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReturnForm(forms.Form):
    """What is missing before the case can be taken over."""

    missing = forms.CharField(
        label=gettext_lazy("Was fehlt?"),
        max_length=9000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("In jede Zeile eines, zum Beispiel ein Dokument oder eine Prüfung."),
    )


class RevokeForm(forms.Form):
    """Why a referral is taken back; may stay empty."""

    reason = forms.CharField(label=gettext_lazy("Grund (freiwillig)"), max_length=2000, required=False)
