"""Forms of the way in of the person concerned."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.models import Document
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.person_access.actions.accesses import NewAccess
from augenmass.person_access.actions.days import NewDay
from augenmass.person_access.models import Access, ReleasedDay


class AccessForm(Once):
    """Who may sign in, and for somebody else by which document and until when."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wer soll sich anmelden?"), choices=Access.Kind.choices, widget=forms.RadioSelect
    )
    valid_until = forms.DateField(
        label=gettext_lazy("Letzter Tag"),
        help_text=gettext_lazy("TT.MM.JJJJ; nötig für eine Vertretung"),
        required=False,
        widget=forms.DateInput,
    )

    def __init__(self, documents: list[Document], data: Any = None) -> None:
        super().__init__(data, initial={"kind": Access.Kind.PERSON})
        papers = [(str(document.key), document.title) for document in documents]
        self.fields["authority"] = forms.ChoiceField(
            label=_("Vollmacht oder Bestellung"),
            choices=[("", _("keine")), *papers],
            required=False,
            help_text=_("Aus den Dokumenten des Falls; nötig für eine Vertretung."),
        )
        self.order_fields(["kind", "authority", "valid_until"])

    def entered(self) -> NewAccess:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return NewAccess(
            entered["key"], Access.Kind(entered["kind"]), entered["authority"] or None, entered["valid_until"]
        )


class DayForm(Once):
    """A date that the person is to see."""

    day_kind = forms.ChoiceField(label=gettext_lazy("Art"), choices=ReleasedDay.Kind.choices)
    day = forms.DateField(label=gettext_lazy("Tag"), help_text=DAY_HINT, widget=forms.DateInput)
    time = forms.TimeField(label=gettext_lazy("Uhrzeit"), required=False, widget=forms.TimeInput(format="%H:%M"))
    place = forms.CharField(
        label=gettext_lazy("Ort"), max_length=200, help_text=gettext_lazy("Straße, Gebäude, Zimmer")
    )
    bring = forms.CharField(label=gettext_lazy("Bitte mitbringen"), max_length=300, required=False)

    def entered(self) -> NewDay:
        """What the officer entered. The form must be valid."""
        said = self.cleaned_data
        return NewDay(
            said["key"], ReleasedDay.Kind(said["day_kind"]), said["day"], said["time"], said["place"], said["bring"]
        )


class BoxForm(forms.Form):
    """The counselling service that persons can write to, and its key."""

    box_service = forms.CharField(label=gettext_lazy("Beratungsstelle"), max_length=200)
    public_key = forms.CharField(
        label=gettext_lazy("Öffentlicher Schlüssel"),
        max_length=100,
        help_text=gettext_lazy("64 Zeichen; die Beratungsstelle gibt ihn aus."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
