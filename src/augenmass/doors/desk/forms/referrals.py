"""Forms of a referral: to whom and why, and the answers."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.competence.models import MATTERS, Referral
from augenmass.competence.queries import Proposed, receivers_for
from augenmass.competence.rules import Matter, Outcome
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.time import today
from augenmass.referral.actions.capacity import MOST
from augenmass.referral.actions.opening import ReferralForm as Asked
from augenmass.referral.actions.taking_over import Acceptance
from augenmass.referral.office import Load
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

    def __init__(
        self, actor: Actor, proposals: list[Proposed], data: Any = None, earlier: Referral | None = None
    ) -> None:
        initial = _again(actor, earlier) if earlier is not None else _proposed(actor, proposals)
        super().__init__(data, initial=initial | {"deadline": today() + ANSWER_WITHIN})
        bodies = [(str(body.pk), body.name) for body in receivers_for(actor)]
        self.fields["receiver"] = forms.ChoiceField(
            label=_("An welche Stelle?"),
            choices=[("", _("bitte wählen")), *bodies],
            error_messages={"invalid_choice": _("Diese Stelle gibt es nicht oder nicht mehr.")},
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


def _again(actor: Actor, earlier: Referral) -> dict[str, Any]:
    """The form opens with an earlier referral: sent again by its sender, or the case handed back by who took it over."""
    if earlier.sender_id != actor.body_id:
        return {"receiver": str(earlier.sender_id), "matter": Matter.RESIDENCE.value, "provision": earlier.provision}
    return {
        "receiver": str(earlier.receiver_id),
        "matter": earlier.matter,
        "provision": earlier.provision,
        "reason": earlier.reason,
    }


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

    despite_missing = forms.BooleanField(
        label=gettext_lazy("Trotz des Fehlenden übernehmen"),
        required=False,
        help_text=gettext_lazy("Die Antwort hält fest, was bei der Übernahme noch fehlte."),
    )

    def __init__(self, actor: Actor, data: Any = None, incomplete: bool = False) -> None:
        super().__init__(data, initial={"officer": str(actor.account_id)})
        if not incomplete and data is None:
            del self.fields["despite_missing"]
        people = [(str(found.pk), found.name) for found in colleagues(actor)]
        teams = [(str(unit.pk), unit.name) for unit in units(actor)]
        self.fields["officer"] = forms.ChoiceField(label=_("Künftig zuständig"), choices=people)
        self.fields["unit"] = forms.ChoiceField(
            label=_("Sachgebiet"), choices=[("", _("kein bestimmtes Sachgebiet")), *teams], required=False
        )
        self.order_fields(["officer", "unit", "number", "despite_missing"])

    def entered(self) -> Acceptance:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        unit = int(entered["unit"]) if entered["unit"] else None
        return Acceptance(int(entered["officer"]), unit, entered["number"], entered.get("despite_missing", False))


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


class CapacityForm(forms.Form):
    """How many cases each unit can work on; empty for no number."""

    def __init__(self, found: list[Load], data: Any = None) -> None:
        super().__init__(data)
        for number, load in enumerate(found):
            self.fields[f"capacity_{number}"] = forms.IntegerField(
                label=load.name or _("Fälle ohne Sachgebiet"),
                initial=load.capacity,
                required=False,
                min_value=0,
                max_value=MOST,
            )
        self.keys = [load.key for load in found]

    def entered(self) -> dict[str, int | None]:
        """The numbers by key of the unit. The form must be valid."""
        return {key: self.cleaned_data[f"capacity_{number}"] for number, key in enumerate(self.keys)}
