"""What somebody tells the operator of the door."""

from django import forms
from django.utils.translation import gettext_lazy as _

from augenmass.doors.portal.forms import OnceForm


class FeedbackForm(OnceForm):
    """A hindrance or another note. No name is asked."""

    about = forms.ChoiceField(
        label=_("Worum geht es?"),
        choices=[
            ("barrier", _("Ein Hindernis: Etwas kann ich nicht lesen oder bedienen")),
            ("other", _("Ein anderer Hinweis")),
        ],
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Ihre Nachricht"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"})
    )
    contact = forms.CharField(
        label=_("Wie kann man Sie erreichen?"),
        help_text=_("Nur wenn Sie eine Antwort möchten: Telefon, E-Mail oder Anschrift"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
