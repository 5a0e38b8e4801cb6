"""Forms of the administration of a body."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.administration.actions.people import NewPerson, NewRole
from augenmass.directory.roles import GIVEN_IN, ROLE_LABELS, Role
from augenmass.doors.desk.forms.work import DAY_HINT
from augenmass.law.time import today
from augenmass.work.actions.people import colleagues, units


class RoleForm(forms.Form):
    """A role from day to day, perhaps in a unit."""

    first_day = forms.DateField(label=gettext_lazy("Erster Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    last_day = forms.DateField(
        label=gettext_lazy("Letzter Tag"),
        help_text=gettext_lazy("TT.MM.JJJJ; leer: ohne Ende"),
        widget=forms.DateInput,
        required=False,
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"first_day": today()})
        given = [role for role in Role if role in GIVEN_IN.get(actor.body.kind, frozenset())]
        teams = [(str(unit.pk), unit.name) for unit in units(actor)]
        self.fields["role"] = forms.ChoiceField(
            label=_("Rolle"),
            choices=[("", _("bitte wählen")), *((role.value, str(ROLE_LABELS[role])) for role in given)],
        )
        self.fields["unit"] = forms.ChoiceField(
            label=_("Sachgebiet"), choices=[("", _("kein bestimmtes Sachgebiet")), *teams], required=False
        )
        self.order_fields(["role", "unit", "first_day", "last_day"])

    def role(self) -> NewRole:
        """The role that was entered. The form must be valid."""
        entered = self.cleaned_data
        unit = int(entered["unit"]) if entered["unit"] else None
        return NewRole(Role(entered["role"]), entered["first_day"], entered["last_day"], unit)


class PersonForm(RoleForm):
    """Somebody new with their first role."""

    full_name = forms.CharField(label=gettext_lazy("Vor- und Familienname"), max_length=200)
    username = forms.CharField(
        label=gettext_lazy("Benutzername"),
        max_length=150,
        help_text=gettext_lazy(
            "Kleine Buchstaben, Ziffern, Punkt, Binde- und Unterstrich. Damit meldet sich die Person an."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Dienstliche E-Mail-Adresse"),
        help_text=gettext_lazy("Dorthin geht die Nachricht, mit der die Person ihr Passwort setzt."),
    )
    telephone = forms.CharField(
        label=gettext_lazy("Telefon"), max_length=50, required=False, help_text=gettext_lazy("Steht in Schreiben.")
    )

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(actor, data)
        self.order_fields(["full_name", "username", "email", "telephone", "role", "unit", "first_day", "last_day"])

    def entered(self) -> NewPerson:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        return NewPerson(entered["username"], entered["full_name"], entered["email"], entered["telephone"], self.role())


class EndRoleForm(forms.Form):
    """The last day of a role."""

    last_day = forms.DateField(
        label=gettext_lazy("Letzter Tag"),
        help_text=gettext_lazy("TT.MM.JJJJ; leer: sofort"),
        widget=forms.DateInput,
        required=False,
    )

    @property
    def chosen(self) -> date:
        """Yesterday where the role shall end at once."""
        entered: date | None = self.cleaned_data["last_day"]
        return entered or today() - timedelta(days=1)


class LeaveForm(forms.Form):
    """Who takes over the open work of somebody who leaves."""

    def __init__(self, actor: Actor, account_id: int, needed: bool, data: Any = None) -> None:
        super().__init__(data)
        people = [(str(found.pk), found.name) for found in colleagues(actor) if found.pk != account_id]
        self.fields["successor"] = forms.ChoiceField(
            label=_("Wer übernimmt die offene Arbeit?"),
            choices=[("", _("bitte wählen")), *people],
            required=needed,
            widget=forms.Select if needed else forms.HiddenInput,
        )

    @property
    def successor_id(self) -> int | None:
        chosen = self.cleaned_data["successor"]
        return int(chosen) if chosen else None


class ResetForm(forms.Form):
    """Why the second factor of a colleague is reset."""

    reason = forms.CharField(
        label=gettext_lazy("Begründung"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Wie wurde sichergestellt, dass die Person selbst darum bittet?"),
    )


class UnitForm(forms.Form):
    """The name of a unit."""

    unit_name = forms.CharField(label=gettext_lazy("Name des Sachgebiets"), max_length=200)


class NewPasswordForm(forms.Form):
    """A password, twice."""

    password1 = forms.CharField(
        label=gettext_lazy("Neues Passwort"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
    )
    password2 = forms.CharField(
        label=gettext_lazy("Neues Passwort, noch einmal"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=200,
    )

    def clean(self) -> dict[str, Any]:
        entered = super().clean() or {}
        if {"password1", "password2"} <= entered.keys() and entered["password1"] != entered["password2"]:
            self.add_error("password2", _("Die beiden Eingaben stimmen nicht überein."))
        return entered
