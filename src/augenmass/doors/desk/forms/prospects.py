"""Forms of prospects: what an officer found, handing over to the residence desk, its answer, the renewal run."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from augenmass.access.actor import Actor
from augenmass.cases.queries.worklist import LONGEST_NUMBER
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.norms.occasions import LEADS_IN_WEEKS
from augenmass.law.time import today
from augenmass.prospects.actions.assessing import Finding
from augenmass.prospects.actions.desk import ANSWERS, Answer, Handed
from augenmass.prospects.actions.renewing import Run
from augenmass.prospects.gate import title_of
from augenmass.prospects.queries.case import Row
from augenmass.work.actions.people import colleagues, units

DESK_DAYS = timedelta(days=28)
RENEWED_FOR = timedelta(days=180)
"""What the forms propose; both can be changed."""


class FindingForm(forms.Form):
    """What an officer found of one prospect."""

    finding = forms.ChoiceField(
        label=gettext_lazy("Ergebnis"),
        choices=[("possible", gettext_lazy("kommt in Betracht")), ("excluded", gettext_lazy("scheidet aus"))],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=gettext_lazy("Begründung"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    fact = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, prospect: str, fact_id: int | None, data: Any = None) -> None:
        super().__init__(data, auto_id=f"id_{prospect}_%s", initial={"fact": fact_id})
        self.prospect = prospect

    def entered(self) -> Finding:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Finding(self.prospect, said["finding"] == "possible", said["reason"], said["fact"])


class HandOverForm(Once):
    """Which prospects the residence desk shall decide on, by whom and by when."""

    reason = forms.CharField(
        label=gettext_lazy("Warum soll der Aufenthalt entscheiden?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due = forms.DateField(label=gettext_lazy("Ergebnis bis"), help_text=DAY_HINT, widget=forms.DateInput)

    def __init__(self, actor: Actor, rows: Iterable[Row], data: Any = None) -> None:
        super().__init__(data, initial={"due": today() + DESK_DAYS})
        self.fields["prospects"] = forms.MultipleChoiceField(
            label=_("Welche Perspektiven?"),
            choices=[(row.key, title_of(row.key)) for row in rows],
            widget=forms.CheckboxSelectMultiple,
        )
        teams = [(str(unit.pk), unit.name) for unit in units(actor)]
        people = [(str(found.pk), found.name) for found in colleagues(actor)]
        self.fields["unit"] = forms.ChoiceField(
            label=_("Sachgebiet"), choices=[("", _("kein bestimmtes Sachgebiet")), *teams], required=False
        )
        self.fields["assignee"] = forms.ChoiceField(
            label=_("Person"), choices=[("", _("keine bestimmte Person")), *people], required=False
        )
        self.order_fields(["prospects", "unit", "assignee", "due", "reason"])

    def entered(self) -> Handed:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Handed(
            key=said["key"],
            prospects=tuple(said["prospects"]),
            reason=said["reason"],
            due=said["due"],
            unit_id=int(said["unit"]) if said["unit"] else None,
            assignee_id=int(said["assignee"]) if said["assignee"] else None,
        )


class AnswerForm(forms.Form):
    """How the residence desk decided."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Ergebnis"),
        choices=[(state.value, state.label) for state in ANSWERS],
        widget=forms.RadioSelect,
    )
    decided_on = forms.DateField(
        label=gettext_lazy("Entschieden oder zurückgenommen am"), help_text=DAY_HINT, widget=forms.DateInput
    )
    reason = forms.CharField(
        label=gettext_lazy("Begründung"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"decided_on": today()})

    def entered(self) -> Answer:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Answer(said["outcome"], said["decided_on"], said["reason"])


class RunForm(Once):
    """Which suspensions to prepare, until when, why."""

    valid_until = forms.DateField(label=gettext_lazy("Gültig bis"), help_text=DAY_HINT, widget=forms.DateInput)
    reasons = forms.CharField(
        label=gettext_lazy("Warum bestehen die Gründe fort?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Steht in jedem Entwurf und kann dort geändert werden."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"valid_until": today() + RENEWED_FOR})

    def entered(self, cases: Iterable[str]) -> Run:
        """What was entered, for the chosen cases. The form must be valid."""
        said = self.cleaned_data
        return Run(said["key"], tuple(_keys(cases)), said["valid_until"], said["reasons"])


def _keys(texts: Iterable[str]) -> Iterable[UUID]:
    for text in texts:
        try:
            yield UUID(text)
        except ValueError:
            continue


def number(text: str) -> int | None:
    """A number from an address or a hidden field, None for anything else."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


class LeadForm(forms.Form):
    """How many weeks ahead the body renews suspensions."""

    def __init__(self, now: int | None, data: Any = None) -> None:
        super().__init__(data, initial={"renewal_weeks": str(now or "")})
        weeks = [
            (str(lead), ngettext("%(weeks)s Woche vorher", "%(weeks)s Wochen vorher", lead) % {"weeks": lead})
            for lead in LEADS_IN_WEEKS
        ]
        self.fields["renewal_weeks"] = forms.ChoiceField(
            label=_("Wann wird an die Verlängerung erinnert?"),
            choices=[("", _("nach der Regel des Landes")), *weeks],
            required=False,
        )

    @property
    def weeks(self) -> int | None:
        """What was chosen; None for the rule of the Land. The form must be valid."""
        chosen = self.cleaned_data["renewal_weeks"]
        return int(chosen) if chosen else None
