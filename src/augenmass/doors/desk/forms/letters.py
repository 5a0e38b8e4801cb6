"""Forms of a letter: the officer's entries, dispatch, proof of service, returned mail."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import uuid4

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.file_types import read_at_most
from augenmass.cases.queries.case import english
from augenmass.law.time import today
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.actions.dispatch import Return, SentLetter, Service
from augenmass.letters.models import Dispatch, ReturnedMail, ServiceProof
from augenmass.letters.rules.draft import WarningDraft
from augenmass.letters.rules.inputs import Gap, Obligation, PeriodGround, PeriodUnit
from augenmass.letters.rules.service import MANNERS

LONGEST = 20_000

GROUNDS = (
    (PeriodGround.NONE.value, gettext_lazy("keiner: Frist von 7 bis 30 Tagen oder länger")),
    (PeriodGround.EVASION.value, gettext_lazy("begründeter Verdacht der Entziehung")),
    (PeriodGround.DANGER.value, gettext_lazy("erhebliche Gefahr für Sicherheit oder Ordnung")),
    (PeriodGround.OTHER_INTEREST.value, gettext_lazy("andere überwiegende öffentliche Belange")),
    (PeriodGround.CUSTODY.value, gettext_lazy("Haft oder öffentlicher Gewahrsam: keine Frist")),
)
UNITS = ((PeriodUnit.DAYS.value, gettext_lazy("Tage")), (PeriodUnit.MONTHS.value, gettext_lazy("Monate")))
OBLIGATIONS = (
    (Obligation.UNLAWFUL_ENTRY.value, gettext_lazy("unerlaubte Einreise (§ 58 Absatz 2 Satz 1 Nummer 1 AufenthG)")),
    (
        Obligation.NO_TITLE_APPLIED_FOR.value,
        gettext_lazy("kein Titel beantragt oder Antrag ohne Fiktionswirkung (§ 58 Absatz 2 Satz 1 Nummer 2 AufenthG)"),
    ),
    (
        Obligation.RETURN_DECISION_OF_MEMBER_STATE.value,
        gettext_lazy("anerkannte Entscheidung eines anderen Mitgliedstaats (§ 58 Absatz 2 Satz 1 Nummer 3 AufenthG)"),
    ),
    (
        Obligation.ENFORCEABLE_DECISION.value,
        gettext_lazy("vollziehbare Entscheidung (§ 58 Absatz 2 Satz 2 AufenthG)"),
    ),
)
TEXTS = {
    "facts": gettext_lazy("Sachverhalt"),
    "obstacles": gettext_lazy("Feststellungen zu Abschiebungsverboten, Kindeswohl, Familie und Gesundheit"),
    "own_reasons": gettext_lazy("Gründe im Einzelfall"),
    "discretion": gettext_lazy("Ermessen zu Zielstaat und Länge der Frist"),
}


def states() -> list[tuple[str, str]]:
    """The states of the vocabulary in the reader's language, by name."""
    pairs = [
        (choice.key, choice.en if english() else choice.de) for choice in VOCABULARY["warning_target_state"].choices
    ]
    return sorted(pairs, key=lambda pair: pair[1])


GROUPS = (
    (gettext_lazy("Ausreisefrist"), ("period_length", "period_unit", "period_ground", "period_reasons")),
    (gettext_lazy("Staaten"), ("target_state", "other_target_state", "forbidden_state", "other_forbidden_state")),
    (gettext_lazy("Begründung"), ("obligation", "facts", "obstacles", "own_reasons", "discretion")),
    (gettext_lazy("Anhörung"), ("hearing_statement", "hearing_waived_reasons")),
    (gettext_lazy("Sofortige Vollziehung"), ("immediate_execution", "immediate_reasons")),
    (gettext_lazy("Zustellung und Anlagen"), ("dispatch_method", "second_language", "enclosures")),
)


class FieldGroup(NamedTuple):
    """Fields that stand together under a legend."""

    legend: str
    fields: list[BoundField]


class WarningForm(forms.Form):
    """The officer's entries for a warning. What the step established (``draft.bound``) is not asked again."""

    def __init__(
        self, draft: WarningDraft, edition: int, data: Any = None, languages: Iterable[tuple[str, str]] = ()
    ) -> None:
        super().__init__(data, initial=_initial(draft) | {"edition": edition})
        self.draft = draft
        if "period_length" not in draft.bound:
            self._add_period()
        self.fields["period_ground"] = forms.ChoiceField(
            label=_("Grund für eine kürzere oder keine Frist"), choices=GROUNDS, required=False
        )
        self._add_text("period_reasons", _("Gründe für die Länge der Frist"), rows=3, required=False)
        self._add_states()
        self.fields["obligation"] = forms.MultipleChoiceField(
            label=_("Weshalb die Ausreisepflicht vollziehbar ist"),
            choices=OBLIGATIONS,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        for name, label in TEXTS.items():
            if name not in draft.bound:
                self._add_text(name, str(label), rows=6, required=False)
        if "immediate_execution" not in draft.bound:
            self.fields["immediate_execution"] = forms.BooleanField(
                label=_("Sofortige Vollziehung anordnen (§ 80 Absatz 2 Satz 1 Nummer 4 VwGO)"), required=False
            )
        self._add_text("immediate_reasons", _("Gründe für die sofortige Vollziehung"), rows=3, required=False)
        self._add_text("hearing_statement", _("Äußerung bei der Anhörung"), rows=4, required=False)
        self._add_text(
            "hearing_waived_reasons", _("Gründe, falls von der Anhörung abgesehen wurde"), rows=3, required=False
        )
        self.fields["dispatch_method"] = forms.ChoiceField(
            label=_("Vorgesehene Zustellung"), choices=Dispatch.Method.choices
        )
        self.fields["second_language"] = forms.ChoiceField(
            label=_("Zusammenfassung in einer weiteren Sprache"),
            required=False,
            choices=list(languages),
            help_text=_("Die Rechtsbehelfe stehen darin nur, wenn ihre Übersetzung bestätigt ist."),
        )
        self._add_text("enclosures", _("Weitere Anlagen"), rows=3, required=False, hint=_("Eine Anlage je Zeile"))
        self.fields["edition"] = forms.IntegerField(widget=forms.HiddenInput)

    def groups(self) -> list[FieldGroup]:
        """The fields in their groups; what the step established leaves no empty group behind."""
        found = [
            FieldGroup(str(legend), [self[name] for name in names if name in self.fields]) for legend, names in GROUPS
        ]
        return [group for group in found if group.fields]

    def _add_period(self) -> None:
        self.fields["period_length"] = forms.IntegerField(
            label=_("Länge der Ausreisefrist"),
            required=False,
            min_value=1,
            max_value=365,
            help_text=_("In der Regel 7 bis 30 Tage; leer, wenn keine Frist gesetzt wird"),
            widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        )
        self.fields["period_unit"] = forms.ChoiceField(label=_("Einheit"), choices=UNITS)

    def _add_states(self) -> None:
        choices = [("", _("keiner")), *states()]
        labels = {
            "target_state": _("Zielstaat"),
            "other_target_state": _("Weiterer Zielstaat"),
            "forbidden_state": _("Staat, in den nicht abgeschoben werden darf"),
            "other_forbidden_state": _("Weiterer Staat, in den nicht abgeschoben werden darf"),
        }
        bound = {
            "target_state": "target_states" in self.draft.bound,
            "forbidden_state": "forbidden_states" in self.draft.bound,
        }
        for name, label in labels.items():
            if not bound.get(name, False):
                self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)

    def _add_text(self, name: str, label: str, *, rows: int, required: bool, hint: str = "") -> None:
        self.fields[name] = forms.CharField(
            label=label,
            required=required,
            max_length=LONGEST,
            widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
            help_text=hint,
        )

    def entered(self) -> WarningDraft:
        """The entries as a draft; bound ones keep what the step said. The form must be valid."""
        found = self.cleaned_data
        old = self.draft
        return WarningDraft(
            period_length=found["period_length"] if "period_length" in self.fields else old.period_length,
            period_unit=found.get("period_unit") or old.period_unit,
            period_ground=found["period_ground"],
            period_reasons=plain(found["period_reasons"]),
            target_states=_chosen(found, "target_state", old.target_states),
            forbidden_states=_chosen(found, "forbidden_state", old.forbidden_states),
            obligation=tuple(found["obligation"]),
            facts=plain(found.get("facts", old.facts)),
            obstacles=plain(found.get("obstacles", old.obstacles)),
            own_reasons=plain(found.get("own_reasons", old.own_reasons)),
            discretion=plain(found.get("discretion", old.discretion)),
            immediate_execution=found.get("immediate_execution", old.immediate_execution),
            immediate_reasons=plain(found["immediate_reasons"]),
            hearing_statement=plain(found["hearing_statement"]),
            hearing_waived_reasons=plain(found["hearing_waived_reasons"]),
            second_language=found["second_language"],
            dispatch_method=found["dispatch_method"],
            enclosures=tuple(line.strip() for line in found["enclosures"].splitlines() if line.strip()),
            bound=old.bound,
        )


class DispatchForm(forms.Form):
    """Sending a signed letter."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    method = forms.ChoiceField(label=gettext_lazy("Art der Zustellung"), choices=Dispatch.Method.choices)
    dispatched_on = forms.DateField(
        label=gettext_lazy("Aufgegeben oder übergeben am"),
        widget=forms.DateInput,
        help_text=gettext_lazy("TT.MM.JJJJ"),
    )
    note = forms.CharField(label=gettext_lazy("Sendungsnummer oder Vermerk"), max_length=200, required=False)

    def __init__(self, method: str, data: Any = None) -> None:
        super().__init__(data, initial={"key": uuid4(), "method": method, "dispatched_on": today()})

    def entered(self) -> SentLetter:
        """What the officer entered. The form must be valid."""
        found = self.cleaned_data
        return SentLetter(found["key"], Dispatch.Method(found["method"]), found["dispatched_on"], found["note"])


class ServiceForm(forms.Form):
    """The proof of service."""

    served_on = forms.DateField(
        label=gettext_lazy("Zugestellt am"),
        widget=forms.DateInput,
        help_text=gettext_lazy("TT.MM.JJJJ, wie auf dem Nachweis"),
    )
    manner = forms.ChoiceField(label=gettext_lazy("Wie zugestellt wurde"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=gettext_lazy("Nachweis"),
        required=False,
        help_text=gettext_lazy("Zustellungsurkunde, Rückschein oder Empfangsbekenntnis als PDF oder Bild"),
    )
    instruction = forms.ChoiceField(
        label=gettext_lazy("Rechtsbehelfsbelehrung des versandten Schreibens"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("", gettext_lazy("nicht geprüft")), *ServiceProof.Instruction.choices],
        help_text=gettext_lazy("Nur nach Prüfung. Ungeprüft wird keine Frist für den Rechtsbehelf eingetragen."),
    )
    note = forms.CharField(
        label=gettext_lazy("Vermerk"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, method: str, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        possible = MANNERS[method]
        manner = self.fields["manner"]
        assert isinstance(manner, forms.ChoiceField)
        manner.choices = [pair for pair in ServiceProof.Manner.choices if pair[0] in possible]

    def entered(self) -> Service:
        """What the officer entered. The form must be valid."""
        found = self.cleaned_data
        return Service(
            manner=ServiceProof.Manner(found["manner"]),
            served_on=found["served_on"],
            content=read_at_most(found["file"]) if found["file"] else None,
            instruction=found["instruction"],
            note=found["note"],
        )


class ReturnForm(forms.Form):
    """A letter that came back."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Grund laut Umschlag oder Urkunde"),
        choices=ReturnedMail.Reason.choices,
        widget=forms.RadioSelect,
    )
    returned_on = forms.DateField(
        label=gettext_lazy("Zurückgekommen am"), widget=forms.DateInput, help_text=gettext_lazy("TT.MM.JJJJ")
    )
    note = forms.CharField(
        label=gettext_lazy("Vermerk"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def entered(self) -> Return:
        """What the officer entered. The form must be valid."""
        found = self.cleaned_data
        return Return(ReturnedMail.Reason(found["reason"]), found["returned_on"], found["note"])


def add_gaps(form: forms.Form, gaps: Iterable[Gap], names: dict[str, str] | None = None) -> None:
    """Put the sentences of the rules at their fields; ``names`` maps a rule's field to the form's."""
    for gap in gaps:
        name = (names or {}).get(gap.field, gap.field)
        form.add_error(name if name in form.fields else None, gap.en if english() else gap.de)


def plain(text: str) -> str:
    """A text as it is kept: line ends of one kind, nothing around it."""
    return text.replace("\r\n", "\n").strip()


def _chosen(found: dict[str, Any], name: str, old: tuple[str, ...]) -> tuple[str, ...]:
    first = found[name] if name in found else (old[0] if old else "")
    keys = [first, found[f"other_{name}"]]
    return tuple(dict.fromkeys(key for key in keys if key))


def _initial(draft: WarningDraft) -> dict[str, Any]:
    targets, forbidden = (*draft.target_states, "", ""), (*draft.forbidden_states, "", "")
    return draft.to_json() | {
        "target_state": targets[0],
        "other_target_state": targets[1],
        "forbidden_state": forbidden[0],
        "other_forbidden_state": forbidden[1],
        "enclosures": "\n".join(draft.enclosures),
    }
