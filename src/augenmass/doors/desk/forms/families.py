"""Forms by which agreements of a family are linked."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.agreements.actions.families import Given
from augenmass.agreements.models import FamilyLink, Participant, Review
from augenmass.agreements.rules.days import is_minor
from augenmass.doors.desk.forms.agreements import OnADay, Seen
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import DAY_HINT
from augenmass.law.time import today

SAID = [choice for choice in FamilyLink.How.choices if choice[0] != FamilyLink.How.DOOR]


class _Chosen(Seen):
    """Whether common days are shown; of a minor, that who has custody agrees."""

    share_days = forms.BooleanField(
        label=gettext_lazy("Gemeinsame Tage von Gesprächen zeigen"),
        help_text=gettext_lazy("Nur wenn beide Personen das möchten."),
        required=False,
    )
    by_guardian = forms.BooleanField(label=gettext_lazy("Wer das Sorgerecht hat, willigt ein."), required=False)

    def for_person(self, person: Participant) -> "_Chosen":
        """The form as it is shown: who has custody is named for a minor, and not spoken of otherwise."""
        if not is_minor(person.born_on, today()):
            del self.fields["by_guardian"]
        elif person.guardian:
            self.fields["by_guardian"].label = _("%(name)s hat das Sorgerecht und willigt ein.") % {
                "name": person.guardian
            }
        return self


class _Given(_Chosen):
    """When and how the person said it."""

    given_on = forms.DateField(label=gettext_lazy("Gesagt am"), help_text=DAY_HINT, widget=forms.DateInput)
    given_how = forms.ChoiceField(label=gettext_lazy("Wie?"), choices=SAID, widget=PlainSelect)
    field_order = ("seen", "key", "item", "other_agreement", "given_on", "given_how", "share_days", "by_guardian")

    def given(self) -> Given:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Given(said["given_on"], said["given_how"], said["share_days"], said.get("by_guardian", False))


class WishForm(_Given):
    """The wish of one person to be linked with another."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    other_agreement = forms.TypedChoiceField(
        label=gettext_lazy("Mit wem?"),
        coerce=UUID,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Bitte wählen Sie eine Person aus der Liste.")},
    )

    def __init__(
        self, people: Iterable[tuple[str, str]], seen: int | None = None, data: Any = None, **options: Any
    ) -> None:
        super().__init__(seen, data, **options)
        field = self.fields["other_agreement"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(people)


class ConsentForm(_Given):
    """The consent of the person who was asked."""

    item = forms.UUIDField(widget=forms.HiddenInput)


class DaysForm(_Chosen):
    """Whether the person wants common days to be shown."""

    item = forms.UUIDField(widget=forms.HiddenInput)


class TogetherForm(OnADay):
    """One day for the next talk of two."""

    item = forms.UUIDField(widget=forms.HiddenInput)
    seen_version = forms.IntegerField(widget=forms.HiddenInput)
    together_on = forms.DateField(label=gettext_lazy("Gemeinsamer Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    moved_by = forms.ChoiceField(
        label=gettext_lazy("Wer verschiebt?"), choices=Review.MovedBy.choices, widget=forms.RadioSelect
    )
