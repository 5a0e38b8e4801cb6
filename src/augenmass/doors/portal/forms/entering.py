"""Signing in by a code."""

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.doors.portal.forms import PlainForm


class CodeForm(PlainForm):
    """The code of the letter. Spaces and digits of any script are fine."""

    code = forms.CharField(
        label=_("Ihr Code"),
        help_text=_("16 Ziffern aus dem Brief Ihrer Behörde oder Ihrer Beratungsstelle"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr", "spellcheck": "false"}
        ),
    )
