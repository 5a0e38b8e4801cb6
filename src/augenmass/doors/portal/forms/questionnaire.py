"""A sheet of the questionnaire: every question may be left out."""

from typing import Any

from django import forms

from augenmass.doors.portal.forms import PlainForm
from augenmass.doors.portal.words import ANSWERS, QUESTIONS
from augenmass.person_access.questionnaire import ASKED


class SheetForm(PlainForm):
    """Five statements and a choice."""

    def __init__(self, *args: Any, initial: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, initial={**dict.fromkeys(ASKED, "none"), **(initial or {})}, **kwargs)
        for question, answers in ASKED.items():
            self.fields[question] = forms.ChoiceField(
                label=QUESTIONS[question],
                choices=[(answer, ANSWERS[answer]) for answer in answers],
                widget=forms.RadioSelect,
                required=False,
            )
