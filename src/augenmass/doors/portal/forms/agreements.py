"""Joining and signing one's own agreement."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.doors.portal.forms import PlainForm


class JoinForm(PlainForm):
    """The code that the counsellor gave the person."""

    agreement_code = forms.CharField(
        label=_("Code Ihrer Vereinbarung"),
        help_text=_("Ihre Beraterin oder Ihr Berater gibt ihn Ihnen."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "ltr", "spellcheck": "false"}),
    )


class FamilyForm(PlainForm):
    """Whether common days of talks are shown."""

    share_days = forms.BooleanField(
        label=_(
            "Auch zeigen, wenn die nächsten Gespräche von uns beiden am selben Tag sind. Das gilt nur, wenn beide es möchten."
        ),
        required=False,
    )


class SignForm(PlainForm):
    """That the text was read, and which."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput())
    read = forms.BooleanField(label=_("Ich habe den Text gelesen und verstanden. Ich unterschreibe freiwillig."))

    def __init__(self, *args: Any, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial=initial, **kwargs)
