"""Forms of obstacles: reporting, joining, answering, and the filters of their list."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.doors.desk.pages.states import state_choices
from augenmass.obstacles.actions.answering import NewAnswer
from augenmass.obstacles.actions.reporting import MOST_CASES, Report
from augenmass.obstacles.models import Obstacle
from augenmass.obstacles.queries import Filter

_NUMBER = forms.TextInput(attrs={"inputmode": "numeric", "size": 7})


def _cases() -> forms.IntegerField:
    return forms.IntegerField(
        label=gettext_lazy("Wie viele Ihrer Fälle betrifft es ungefähr?"),
        required=False,
        min_value=1,
        max_value=MOST_CASES,
        widget=_NUMBER,
        help_text=gettext_lazy("Leer, wenn Sie es nicht wissen. Gezeigt wird eine gerundete Zahl."),
    )


class ObstacleForm(Once):
    """What is in the way, since when, of which kind."""

    title = forms.CharField(
        label=gettext_lazy("Bezeichnung"),
        max_length=150,
        help_text=gettext_lazy("In einer Zeile, so dass andere es wiedererkennen."),
    )
    what_happens = forms.CharField(
        label=gettext_lazy("Was geschieht?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Ohne Namen, Aktenzeichen und Geburtsdaten: Hier steht nichts über eine Person."),
    )
    since = forms.DateField(label=gettext_lazy("Seit wann?"), help_text=DAY_HINT, widget=forms.DateInput)
    obstacle_kind = forms.ChoiceField(label=gettext_lazy("Art des Hemmnisses"), widget=PlainSelect)
    origin = forms.ChoiceField(
        label=gettext_lazy("Herkunftsstaat"),
        required=False,
        widget=PlainSelect,
        help_text=gettext_lazy("Nur wenn es einen bestimmten Staat betrifft."),
    )
    concerned = forms.CharField(
        label=gettext_lazy("Welche Stelle betrifft es?"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("Zum Beispiel eine Auslandsvertretung, ein Register oder ein Gericht; keine Person."),
    )
    cases = _cases()
    anyway = forms.CharField(required=False, widget=forms.HiddenInput)
    """Set when similar obstacles were shown and it is still a new one."""

    def __init__(self, data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        kinds, states = self.fields["obstacle_kind"], self.fields["origin"]
        assert isinstance(kinds, forms.ChoiceField)
        assert isinstance(states, forms.ChoiceField)
        kinds.choices = [("", _("bitte wählen")), *Obstacle.Kind.choices]
        states.choices = [("", _("kein bestimmter Staat")), *state_choices()]

    def entered(self) -> Report:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Report(
            said["key"],
            said["title"],
            said["what_happens"],
            said["since"],
            said["obstacle_kind"],
            said["origin"],
            said["concerned"],
            said["cases"],
        )


class ObstacleChangeForm(ObstacleForm):
    """The same for an obstacle that is there; each body keeps its own number of cases."""

    cases = None  # type: ignore[assignment]
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, found: Obstacle, data: Any = None) -> None:
        held = {
            "title": found.title,
            "what_happens": found.text,
            "since": found.since,
            "obstacle_kind": found.kind,
            "origin": found.state,
            "concerned": found.concerned,
            "seen": found.version,
        }
        super().__init__(data, initial=held)

    def entered(self) -> Report:
        """What was entered. The form must be valid."""
        self.cleaned_data["cases"] = None
        return super().entered()


class JoinForm(forms.Form):
    """How many cases of one's own body an obstacle concerns."""

    cases = _cases()


class OverForm(forms.Form):
    """From when on one's own body no longer meets an obstacle."""

    over_on = forms.DateField(
        label=gettext_lazy("Besteht bei Ihnen nicht mehr seit"), help_text=DAY_HINT, widget=forms.DateInput
    )


class ObstacleAnswerForm(Once):
    """What a ministry says, and where the obstacle stands."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    status = forms.ChoiceField(
        label=gettext_lazy("Stand des Hemmnisses"), choices=Obstacle.Status.choices, widget=forms.RadioSelect
    )
    answered_on = forms.DateField(label=gettext_lazy("Seit"), help_text=DAY_HINT, widget=forms.DateInput)
    answer = forms.CharField(
        label=gettext_lazy("Was wurde veranlasst?"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5})
    )

    def __init__(self, found: Obstacle, data: Any = None) -> None:
        super().__init__(data, initial={"seen": found.version, "status": found.status})

    def entered(self) -> NewAnswer:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewAnswer(said["key"], said["seen"], said["status"], said["answered_on"], said["answer"])


class ObstacleFilterForm(forms.Form):
    """The filters of the list; read from the address."""

    q = forms.CharField(label=gettext_lazy("Wörter"), required=False, max_length=100)
    art = forms.ChoiceField(label=gettext_lazy("Art"), required=False, widget=PlainSelect)
    staat = forms.ChoiceField(label=gettext_lazy("Herkunftsstaat"), required=False, widget=PlainSelect)
    stand = forms.ChoiceField(label=gettext_lazy("Stand des Hemmnisses"), required=False, widget=PlainSelect)

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        offered: dict[str, list[tuple[str, Any]]] = {
            "art": list(Obstacle.Kind.choices),
            "staat": [*state_choices()],
            "stand": list(Obstacle.Status.choices),
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("alle")), *choices]

    def chosen(self, view: str) -> Filter:
        """The filter; what is not offered narrows nothing."""
        found = self.cleaned_data if self.is_valid() else {}
        return Filter(view, found.get("q", ""), found.get("art", ""), found.get("staat", ""), found.get("stand", ""))

    @property
    def applied(self) -> int:
        """How many parts are set."""
        return sum(1 for name in self.fields if self.data.get(name))
