"""The form of an access for a program."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _

from augenmass.access.actor import PURPOSE_LABELS, Actor
from augenmass.access.tokens import SCOPE_LABELS, Scope, TokenForm, offered_purposes, offered_scopes


class NewTokenForm(forms.Form):
    """For which program, what it may do, what for, until when, from where."""

    def __init__(self, actor: Actor, data: Any = None) -> None:
        super().__init__(data, initial={"submission": uuid4()})
        self.fields["label"] = forms.CharField(
            label=_("Programm"),
            max_length=100,
            help_text=_("Wofür der Zugang ist, zum Beispiel: Fachverfahren, nächtlicher Abgleich."),
        )
        self.fields["scopes"] = forms.MultipleChoiceField(
            label=_("Was das Programm darf"),
            choices=[
                (scope.value, SCOPE_LABELS[scope]) for scope in offered_scopes(actor) if scope != Scope.CALENDAR_READ
            ],
            widget=forms.CheckboxSelectMultiple,
            help_text=_("So wenig wie möglich. Mehr als Sie selbst darf es nie."),
        )
        purposes = offered_purposes(actor)
        self.fields["purpose"] = forms.ChoiceField(
            label=_("Zweck"),
            choices=[(purpose.value, PURPOSE_LABELS[purpose]) for purpose in purposes],
            widget=forms.RadioSelect,
            initial=purposes[0].value,
            help_text=_("Steht bei jedem Abruf im Zugriffsprotokoll."),
        )
        self.fields["expires_on"] = forms.DateField(
            label=_("Letzter Tag"),
            widget=forms.DateInput,
            help_text=_("TT.MM.JJJJ, höchstens in einem Jahr. Mit Ihrer Aufgabe in der Dienststelle endet er früher."),
        )
        self.fields["networks"] = forms.CharField(
            label=_("Nur aus diesen Netzen"),
            required=False,
            max_length=1000,
            help_text=_("Mit Komma getrennt, zum Beispiel 10.1.0.0/16; leer: von überall."),
        )
        self.fields["submission"] = forms.UUIDField(widget=forms.HiddenInput)

    def entered(self) -> TokenForm:
        """What the person asks for. The form must be valid."""
        entered = self.cleaned_data
        return TokenForm(
            label=entered["label"],
            scopes=tuple(entered["scopes"]),
            purpose=entered["purpose"],
            expires_on=entered["expires_on"],
            submission=entered["submission"],
            networks=tuple(entered["networks"].split(",")),
        )
