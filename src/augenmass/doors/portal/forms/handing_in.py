"""What goes to the authority, and what goes to the counselling service only."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from augenmass.doors.portal.forms import OnceForm
from augenmass.person_access.actions.handing_in import NewAddress
from augenmass.person_access.rules import western


class Western(forms.CharField):
    """A text whose digits may be typed in any script."""

    def to_python(self, value: Any) -> str:
        return western(super().to_python(value) or "")


class WesternDay(forms.DateField):
    """A day whose digits may be typed in any script."""

    def to_python(self, value: Any) -> date | None:
        return super().to_python(western(value) if isinstance(value, str) else value)


class AddressForm(OnceForm):
    """A new address."""

    street = forms.CharField(
        label=_("Straße und Hausnummer"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "street-address", "dir": "auto"}),
    )
    care_of = forms.CharField(
        label=_("Name an der Klingel, wenn es nicht Ihrer ist"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    postcode = Western(
        label=_("Postleitzahl"),
        validators=[RegexValidator(r"^\d{5}$", _("Eine Postleitzahl hat fünf Ziffern."))],
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "postal-code", "inputmode": "numeric", "dir": "ltr"}),
    )
    town = forms.CharField(
        label=_("Ort"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "address-level2", "dir": "auto"})
    )
    since = WesternDay(
        label=_("Seit wann oder ab wann wohnen Sie dort?"),
        help_text=_("Tag, Monat, Jahr, zum Beispiel 31.12.2026"),
        input_formats=["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"],
        required=False,
        widget=forms.DateInput(format="%d.%m.%Y", attrs={"inputmode": "numeric", "dir": "ltr"}),
    )

    def entered(self) -> NewAddress:
        """What was typed. The form must be valid."""
        said = self.cleaned_data
        return NewAddress(
            street=said["street"],
            care_of=said["care_of"],
            postcode=said["postcode"],
            town=said["town"],
            since=said["since"],
        )


class DocumentForm(OnceForm):
    """A file."""

    title = forms.CharField(
        label=_("Was ist das für ein Dokument?"), max_length=150, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    file = forms.FileField(
        label=_("Datei"),
        help_text=_(
            "PDF, Bild (PNG, JPEG) oder Word (DOCX). Es zählt der Inhalt der Datei, nicht ihr Name. Wechseln Sie die Sprache, bevor Sie die Datei auswählen."
        ),
        allow_empty_file=True,
        max_length=300,
    )

    @property
    def uploaded(self) -> UploadedFile:
        """The file. The form must be valid."""
        found: UploadedFile = self.cleaned_data["file"]
        return found


class AskForm(OnceForm):
    """A button that asks the authority for something."""


class MessageForm(OnceForm):
    """A message that only the counselling service can read."""

    about = forms.ChoiceField(
        label=_("Worum geht es?"),
        choices=[
            ("message", _("Nachricht an meine Beratung")),
            ("return", _("Ich möchte über eine freiwillige Rückkehr beraten werden")),
        ],
        widget=forms.RadioSelect,
    )
    name = forms.CharField(
        label=_("Wie heißen Sie?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
    )
    contact = forms.CharField(
        label=_("Wie kann die Beratung Sie erreichen?"),
        help_text=_("Telefon, E-Mail oder Anschrift"),
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    text = forms.CharField(
        label=_("Ihre Nachricht"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
    )
