"""Forms of the import: the file and its source, and what each column means."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.intake.rules import limits
from augenmass.intake.rules.targets import SPECIAL_COLUMNS
from augenmass.law.vocabulary import GROUPS, VOCABULARY

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    """A file of another system."""

    source = forms.CharField(
        label=gettext_lazy("Quelle"),
        max_length=200,
        help_text=gettext_lazy("Der Name des Fachverfahrens. Die Zuordnung der Spalten wird je Quelle gespeichert."),
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Datei"),
        help_text=gettext_lazy("CSV oder XLSX, höchstens %(limit)s MB.") % {"limit": limits.MAX_FILE_BYTES // MEGABYTE},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
        max_length=500,
    )


class MappingForm(forms.Form):
    """One choice per column; `lines` pairs each with its head, its samples and how the proposal was found."""

    def __init__(self, run: Any, language: str, data: Any = None) -> None:
        super().__init__(data)
        choices = target_choices(language)
        self.lines: list[dict[str, Any]] = []
        for position, column in enumerate(run.columns):
            name = f"column_{position}"
            self.fields[name] = forms.ChoiceField(
                label=column["label"],
                choices=choices,
                required=False,
                initial=column["target"],
                widget=forms.Select(attrs={"class": "am-select"}),
            )
            samples = run.samples[position] if position < len(run.samples) else []
            self.lines.append({"field": self[name], "column": column, "samples": samples})

    def chosen(self) -> dict[int, str]:
        """Position of the column -> target."""
        return {position: self.cleaned_data[f"column_{position}"] for position in range(len(self.lines))}

    def guessed(self) -> int:
        """How many proposals are only similar heads."""
        return sum(1 for line in self.lines if line["column"].get("certainty") == "similar")


def target_choices(language: str) -> list[Any]:
    """Everything that a column can mean, by group."""
    english = language == "en"
    groups: dict[str, list[tuple[str, str]]] = {}
    for declared in VOCABULARY.values():
        if not declared.derived:
            groups.setdefault(declared.group, []).append((declared.name, declared.en if english else declared.de))
    labels: Mapping[str, tuple[str, str]] = GROUPS
    special = [(column.name, column.en if english else column.de) for column in SPECIAL_COLUMNS.values()]
    return [
        ("", _("nicht übernehmen")),
        *_grouped(((labels[key][1 if english else 0], found) for key, found in groups.items())),
        (_("Verbindungen und Zuständigkeit"), special),
    ]


def _grouped(groups: Iterable[tuple[str, list[tuple[str, str]]]]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(str(label), found) for label, found in groups]
