"""Asking for a list as a file."""

import uuid

from django import forms
from django.http import QueryDict

from augenmass.doors.desk.forms.access_log import ReasonForm


class ExportForm(ReasonForm):
    """Why; the filter of the list stands in the address."""

    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data, initial={"key": uuid.uuid4()})
