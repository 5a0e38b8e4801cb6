"""Forms of the letters to the person: the further language, the hearing, what a translator says."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.queries.case import english
from augenmass.doors.desk.forms.letters import LONGEST, FieldGroup, plain
from augenmass.doors.desk.forms.work import DAY_HINT
from augenmass.law.vocabulary import VOCABULARY
from augenmass.letters.actions.translations import Reviewed
from augenmass.letters.models import Dispatch
from augenmass.letters.queries.translations import Standing, to_choose
from augenmass.letters.rules.fixed import HEARING
from augenmass.letters.rules.hearing import HearingDraft, Intended

INTENDED = (
    (Intended.WARNING.value, gettext_lazy("Androhung der Abschiebung (§ 59 AufenthG)")),
    (Intended.REVOCATION.value, gettext_lazy("Widerruf der Duldung (§ 60a Absatz 5 AufenthG)")),
)
SECOND_LANGUAGE = gettext_lazy("Weitere Sprache neben Deutsch")


def language_label(key: str) -> str:
    """A language in the reader's language. Raises ``KeyError`` for an unknown key."""
    choice = VOCABULARY["language"].choice(key)
    return choice.en if english() else choice.de


def language_choices(body_id: int, name: str) -> list[tuple[str, str]]:
    """The further languages of a letter; one that nobody confirmed says so. What was objected to is not offered."""
    found = [("", _("keine, nur Deutsch"))]
    for key, standing in to_choose(body_id, name):
        label = language_label(key)
        said = label if standing is Standing.CONFIRMED else _("%(language)s (nicht bestätigt)") % {"language": label}
        found.append((key, said))
    return found


class LanguageForm(forms.Form):
    """The further language of a letter that is made in one go."""

    sprache = forms.ChoiceField(label=SECOND_LANGUAGE, required=False)

    def __init__(self, choices: list[tuple[str, str]], chosen: str) -> None:
        super().__init__(initial={"sprache": chosen})
        self.fields["sprache"] = forms.ChoiceField(label=SECOND_LANGUAGE, required=False, choices=choices)


class HearingForm(forms.Form):
    """The officer's entries for a hearing letter. The last day to respond comes from the step."""

    intended = forms.ChoiceField(label=gettext_lazy("Beabsichtigte Entscheidung"), choices=INTENDED)
    facts = forms.CharField(
        label=gettext_lazy("Tatsachen, die für die Entscheidung erheblich sind"),
        required=False,
        max_length=LONGEST,
        help_text=gettext_lazy(
            "Schreiben Sie so, dass die Person es versteht. Der Text steht nur auf Deutsch im Schreiben; die Übersetzung weist darauf hin."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )
    health = forms.BooleanField(
        label=gettext_lazy("Auf die Pflicht zur ärztlichen Bescheinigung hinweisen (§ 60a Absatz 2d Satz 4 AufenthG)"),
        required=False,
    )
    second_language = forms.ChoiceField(label=SECOND_LANGUAGE, required=False)
    dispatch_method = forms.ChoiceField(label=gettext_lazy("Vorgesehene Zustellung"), choices=Dispatch.Method.choices)
    edition = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, draft: HearingDraft, edition: int, body_id: int, data: Any = None) -> None:
        super().__init__(data, initial=draft.to_json() | {"edition": edition})
        self.draft = draft
        self.fields["second_language"] = forms.ChoiceField(
            label=SECOND_LANGUAGE, required=False, choices=language_choices(body_id, HEARING)
        )

    def groups(self) -> list[FieldGroup]:
        """The fields in their groups."""
        return [
            FieldGroup(_("Inhalt"), [self["intended"], self["facts"], self["health"]]),
            FieldGroup(_("Sprache und Zustellung"), [self["second_language"], self["dispatch_method"]]),
        ]

    def entered(self) -> HearingDraft:
        """The entries as a draft. The form must be valid."""
        found = self.cleaned_data
        return HearingDraft(
            intended=found["intended"],
            facts=plain(found["facts"]),
            until=self.draft.until,
            health=found["health"],
            second_language=found["second_language"],
            dispatch_method=found["dispatch_method"],
            bound=self.draft.bound,
        )


class ReviewForm(forms.Form):
    """What is said of a translation: by the translator who reads it, or recorded by the administration for somebody else."""

    sha256 = forms.CharField(widget=forms.HiddenInput())
    translator = forms.CharField(label=gettext_lazy("Übersetzerin oder Übersetzer"), max_length=200)
    reviewed_on = forms.DateField(label=gettext_lazy("Gelesen am"), help_text=DAY_HINT, widget=forms.DateInput)
    reason = forms.CharField(
        label=gettext_lazy("Was stimmt nicht?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def __init__(self, sha256: str, *, names_others: bool, objects: bool, data: Any = None) -> None:
        super().__init__(data, initial={"sha256": sha256}, auto_id=f"id_{'objection' if objects else 'review'}_%s")
        if not names_others:
            del self.fields["translator"], self.fields["reviewed_on"]
        if not objects:
            del self.fields["reason"]

    def entered(self) -> Reviewed:
        """What was said. The form must be valid."""
        found = self.cleaned_data
        return Reviewed(
            found["sha256"], found.get("translator", ""), found.get("reviewed_on"), plain(found.get("reason", ""))
        )
