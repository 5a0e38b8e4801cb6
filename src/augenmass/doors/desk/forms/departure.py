"""Forms of a voluntary departure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.departure.actions.certifying import Returned
from augenmass.departure.actions.notice import Told
from augenmass.departure.actions.opening import Elsewhere, Opening
from augenmass.departure.actions.travelling import Journey
from augenmass.departure.models import Certificate, Departure
from augenmass.departure.queries.departures import Filter
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.fund.models import ProgrammeTerms
from augenmass.law.time import today
from augenmass.record.models import Case


class _Apart:
    """Fields have ids of their own: many forms stand on one page."""

    def __init__(self, *args: Any, apart: str = "", **options: Any) -> None:
        options.setdefault("auto_id", f"{type(self).__name__.lower()}{apart}_%s")
        super().__init__(*args, **options)


class InRow(_Apart, forms.Form):
    """A form of one row of a list on the page; ``name`` says which, so that what was entered comes back into its row."""

    def __init__(self, *args: Any, apart: str = "", **options: Any) -> None:
        super().__init__(*args, apart=apart, **options)
        self.name = f"{type(self).__name__.lower()}{apart}"


class OpenForm(_Apart, Once):
    """Who leaves together with the person of the case."""

    def __init__(self, relatives: Iterable[tuple[Case, str]], data: Any = None) -> None:
        super().__init__(data)
        rows = [(str(case.key), f"{name} ({case.number})") for case, name in relatives]
        if rows:
            self.fields["relatives"] = forms.MultipleChoiceField(
                label=_("Wer reist gemeinsam aus?"),
                choices=rows,
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_(
                    "Angehörige, deren Fall Ihre Dienststelle bearbeitet. Andere nennen Sie danach auf der Seite der Ausreise."
                ),
            )

    def entered(self) -> Opening:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Opening(said["key"], tuple(forms.UUIDField().clean(key) for key in said.get("relatives", ())))


class NoticeForm(_Apart, Once):
    """When, in which language and by whom was told what an application can cost."""

    told_on = day_field(gettext_lazy("Belehrt am"))
    language = forms.CharField(
        label=gettext_lazy("Sprache"), max_length=60, help_text=gettext_lazy("Mit Dolmetschen: beide Sprachen")
    )
    told_by = forms.CharField(label=gettext_lazy("Belehrt durch"), max_length=200)
    acknowledged_by = forms.CharField(
        label=gettext_lazy("Kenntnis genommen haben"),
        max_length=400,
        help_text=gettext_lazy("Namen aller Volljährigen; für Kinder die Eltern"),
    )

    def entered(self) -> Told:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Told(said["key"], said["told_on"], said["language"], said["told_by"], said["acknowledged_by"])


class DeclareForm(_Apart, forms.Form):
    """The day of the declaration."""

    declared_on = day_field(gettext_lazy("Erklärt am"))


class ReasonForm(InRow):
    """Why something does not take place."""

    reason = forms.CharField(label=gettext_lazy("Grund"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))


class TakenBackForm(ReasonForm):
    """When and how a declaration was taken back."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].label = _("Wann und wie hat die Person die Erklärung zurückgenommen?")


class EndForm(ReasonForm):
    """Why a departure does not take place."""


class RefuseForm(ReasonForm):
    """Why an application is refused."""


class WithdrawForm(ReasonForm):
    """Why an application is taken back."""


class ApproveForm(InRow):
    """The approval of an application: nothing is entered."""


class InvalidateForm(InRow):
    """The withdrawal of a certificate: nothing is entered."""


class CompanionForm(_Apart, forms.Form):
    """A relative whose case another body works."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    body_name = forms.CharField(label=gettext_lazy("Bearbeitende Stelle und Land"), max_length=200)
    note = forms.CharField(label=gettext_lazy("Vermerk"), max_length=500, required=False)

    def entered(self) -> Elsewhere:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Elsewhere(said["name"], said["body_name"], said["note"])


class DraftForm(_Apart, Once):
    """To which programme."""

    def __init__(self, terms: Iterable[ProgrammeTerms], data: Any = None) -> None:
        super().__init__(data)
        rows = [(str(row.pk), row.programme.name_de) for row in terms]
        self.fields["terms"] = forms.ChoiceField(label=_("Programm"), choices=[("", _("bitte wählen")), *rows])


class FileForm(InRow):
    """The day on which the person applied."""

    filed_on = day_field(gettext_lazy("Antrag gestellt am"))


class FollowUpForm(InRow):
    """The day of what the payment after the departure waits for."""

    reported_on = day_field(gettext_lazy("Meldung nach der Ausreise am"))


class JourneyForm(_Apart, Once):
    """A booking."""

    carrier = forms.CharField(
        label=gettext_lazy("Beförderung"),
        max_length=200,
        help_text=gettext_lazy("Gesellschaft und Nummer der Verbindung"),
    )
    route = forms.CharField(label=gettext_lazy("Reiseweg"), max_length=300)
    travels_on = day_field(gettext_lazy("Reisetag"))

    def entered(self) -> Journey:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Journey(said["key"], said["carrier"], said["route"], said["travels_on"])


class CertifyForm(_Apart, forms.Form):
    """Until when certificates count."""

    valid_until = day_field(gettext_lazy("Gültig bis"))


class ReturnedForm(InRow):
    """What the certificate says that came back."""

    departed_on = day_field(gettext_lazy("Ausgereist am"))
    came_from = forms.ChoiceField(
        label=gettext_lazy("Zurückgekommen"), choices=Certificate.CameFrom.choices, widget=forms.RadioSelect
    )

    def entered(self) -> Returned:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Returned(said["departed_on"], Certificate.CameFrom(said["came_from"]))


class FilterForm(forms.Form):
    """What the list shows."""

    stand = forms.ChoiceField(
        label=gettext_lazy("Stand"),
        choices=[("", gettext_lazy("laufend")), *Departure.State.choices, ("all", gettext_lazy("alle"))],
        required=False,
    )
    offen = forms.BooleanField(label=gettext_lazy("Entscheidung über die Erklärung steht aus"), required=False)
    eigene = forms.BooleanField(label=gettext_lazy("nur meine Fälle"), required=False)

    def chosen(self) -> Filter:
        """The filters; what cannot be meant is left out."""
        self.is_valid()
        said = self.cleaned_data
        return Filter(said.get("stand", ""), bool(said.get("offen")), bool(said.get("eigene")))


def today_in(name: str) -> dict[str, date]:
    """Today as the first value of a day."""
    return {name: today()}
