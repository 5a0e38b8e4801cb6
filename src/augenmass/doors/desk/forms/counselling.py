"""Forms for what the letters of a body name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

FIELDS = {
    "counselling": (_("Beratungsstellen"), _("Eine Zeile für jede Stelle: Name, Anschrift, Telefon, Sprechzeiten.")),
    "hardship": (
        _("Kontakt der Härtefallkommission"),
        _("Eine Zeile für jeden Weg: Anschrift, Telefon, Internetseite."),
    ),
}
"""Label and hint by the name of the field."""


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text that hold something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class ContactsForm(forms.Form):
    """Contacts, one a line; ``field`` is one of ``FIELDS``."""

    seen = forms.CharField(required=False, strip=False, widget=forms.HiddenInput())

    def __init__(self, field: str, named: tuple[str, ...], data: Any = None) -> None:
        super().__init__(data, initial={field: "\n".join(named), "seen": "\n".join(named)}, auto_id=f"id_{field}_%s")
        self.field = field
        label, hint = FIELDS[field]
        self.fields[field] = forms.CharField(
            label=label,
            required=False,
            max_length=1_600,
            help_text=hint,
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    def entered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines now, and those that were shown."""
        return lines_of(self.cleaned_data[self.field]), lines_of(self.cleaned_data["seen"])
