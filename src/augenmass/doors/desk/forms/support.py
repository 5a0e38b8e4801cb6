"""Asking a body for a look at its pages."""

import uuid

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from augenmass.access.support import bodies_to_ask
from augenmass.doors.desk.forms.select import PlainSelect


class AskForm(forms.Form):
    """Which body, and why."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    body = forms.TypedChoiceField(label=_("Dienststelle"), coerce=int, widget=PlainSelect)
    reason = forms.CharField(
        label=_("Grund"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Die Dienststelle liest ihn, während Sie Einsicht haben, und später im Zugriffsprotokoll."),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": uuid.uuid4()})
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(body.pk), body.name) for body in bodies_to_ask()]
