"""Forms of the compartment."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from augenmass.compartment.models import Authority, Programme
from augenmass.compartment.rules import DUTIES, LANGUAGES
from augenmass.statement import LONGEST_TEXT

YES_NO = [("yes", _("ja")), ("no", _("nein"))]


def _languages() -> list[tuple[str, Any]]:
    return list(LANGUAGES.items())


def language_field(label: Any) -> forms.ChoiceField:
    """A choice of the languages that are spoken here."""
    return forms.ChoiceField(label=label, choices=_languages)


def day_field(label: Any, required: bool = True) -> forms.DateField:
    """A day, typed."""
    hint = _("Zum Beispiel 17.08.2026")
    return forms.DateField(label=label, required=required, widget=forms.DateInput(), help_text=hint)


def _text(label: Any, most: int, hint: Any = "", rows: int = 6, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}),
    )


class Keyed(forms.Form):
    """A form that makes one row, however often it is sent."""

    key = forms.UUIDField(widget=forms.HiddenInput())


class PersonForm(forms.Form):
    """A person."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        help_text=_("Wie Sie die Person nennen. Es muss nicht der amtliche Name sein."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )
    language = language_field(_("Sprache, in der Sie miteinander sprechen"))
    wish = _text(_("Anliegen"), 2_000, _("Was die Person selbst möchte."), 4, required=False)
    number = forms.CharField(
        label=_("Aktenzeichen der Behörde"),
        max_length=60,
        required=False,
        help_text=_("Nur wenn Sie es für eine Erklärung brauchen. Niemand schlägt es für Sie nach."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewPersonForm(Keyed, PersonForm):
    """A new person."""


class ChangedPersonForm(PersonForm):
    """Other particulars, and which ones were shown."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput())


class NoticeForm(Keyed):
    """How a person was told."""

    declaration = forms.IntegerField(widget=forms.HiddenInput())
    told_on = day_field(_("Aufgeklärt am"))
    language = language_field(_("Sprache der Aufklärung"))
    interpreter = forms.BooleanField(label=_("Es wurde gedolmetscht"), required=False)


class TalkForm(Keyed):
    """A talk."""

    held_on = day_field(_("Tag des Gesprächs"))
    language = language_field(_("Sprache des Gesprächs"))
    interpreter = forms.BooleanField(label=_("Es wurde gedolmetscht"), required=False)
    programmes = forms.MultipleChoiceField(
        label=_("Erklärte Programme"),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        help_text=_("Die Liste pflegt die Leitung Ihrer Stelle."),
    )
    explained = _text(
        _("Was erklärt wurde"), 20_000, _("Wege, Folgen, Fristen und unabhängiger Rat."), 5, required=False
    )
    note = _text(_("Notiz"), 20_000, _("Nur für die Beratung. Keine Behörde liest sie."), 8, required=False)

    def __init__(self, *args: Any, programmes: list[Programme], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if programmes:
            self.fields["programmes"].choices = [(str(one.key), _programme(one)) for one in programmes]  # type: ignore[attr-defined]
        else:
            del self.fields["programmes"]


def _programme(one: Programme) -> str:
    said = {"name": one.name, "amount": one.amount, "since": date_format(one.since, "SHORT_DATE_FORMAT")}
    if one.until is None:
        return gettext("%(name)s: %(amount)s (ab %(since)s)") % said
    until = date_format(one.until, "SHORT_DATE_FORMAT")
    return gettext("%(name)s: %(amount)s (%(since)s bis %(until)s)") % {**said, "until": until}


class StatementForm(forms.Form):
    """The text of a statement and where it goes."""

    text = _text(
        _("Text der Erklärung"),
        LONGEST_TEXT,
        _("Kurz, in einfachen Sätzen, nur was die Person der Behörde sagen möchte."),
        7,
    )
    language = language_field(_("Sprache des Textes"))
    number = forms.CharField(
        label=_("Aktenzeichen der Behörde"), max_length=60, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    authority = forms.ChoiceField(
        label=_("Weg zur Behörde"),
        required=False,
        help_text=_("Ohne Zugang zu einer Behörde geht sie als Datei hinaus."),
    )

    def __init__(self, *args: Any, authorities: list[Authority], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authority"].choices = [  # type: ignore[attr-defined]
            *((str(one.key), one.name) for one in authorities),
            ("", _("als Datei ausgeben")),
        ]


class NewStatementForm(Keyed, StatementForm):
    """A new statement."""


class ChangedStatementForm(StatementForm):
    """Another text, and which one was shown."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput())


class ApprovalForm(forms.Form):
    """How the person approved."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput())
    language = language_field(_("In dieser Sprache gelesen oder gehört"))
    interpreter = forms.BooleanField(label=_("Es wurde gedolmetscht"), required=False)


class PaperForm(ApprovalForm):
    """Approved on paper."""

    on = day_field(_("Unterschrieben am"))
    scan = forms.FileField(
        label=_("Unterschriebenes Papier"), help_text=_("PDF, PNG oder JPEG, höchstens 5 Megabyte. Es bleibt hier.")
    )


class DeclarationForm(forms.Form):
    """What a service is and which duties it has."""

    seen = forms.CharField(widget=forms.HiddenInput(), required=False)
    public = forms.ChoiceField(
        label=_("Ist Ihre Beratungsstelle eine öffentliche Stelle?"), choices=YES_NO, widget=forms.RadioSelect()
    )
    duties = forms.MultipleChoiceField(
        label=_("Welche Mitteilungspflichten hat sie?"),
        choices=[(key, label) for key, (label, _cite) in DUTIES.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    reason = _text(
        _("Begründung, wenn eine Pflicht öffentlicher Stellen nicht gilt"),
        1_000,
        _("Zum Beispiel weil Ihre Stelle eine Bildungseinrichtung ist."),
        3,
        required=False,
    )
    secrecy = forms.BooleanField(label=_("Die Beratenden stehen unter Schweigepflicht (StGB § 203)"), required=False)


class AuthorityForm(Keyed):
    """An authority that takes statements."""

    name = forms.CharField(label=_("Name der Behörde"), max_length=200)
    address = forms.CharField(
        label=_("Adresse"), max_length=200, help_text=_("Zum Beispiel https://augenmass.stadt.example")
    )
    token = forms.CharField(
        label=_("Zugang"),
        max_length=200,
        help_text=_(
            "Den Zugang macht die Behörde auf der Seite „Zugänge für Programme“, nur für Erklärungen von Beratungsstellen."
        ),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
