"""Forms of the person's extract and of the inspection of the file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.models import Document
from augenmass.disclosure.actions import inspection as inspecting
from augenmass.disclosure.actions.extending import Longer
from augenmass.disclosure.actions.requests import Asked, Handed
from augenmass.disclosure.actions.restrictions import Wanted
from augenmass.disclosure.models import Asker, Extension, ExtractRequest, HandOver, Inspection, Restriction, Withheld
from augenmass.disclosure.queries.pieces import Piece
from augenmass.disclosure.queries.subjects import Subject
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.time import today

CHOOSE = gettext_lazy("bitte wählen")


def _reason(label: Any, hint: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hint, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), required=True
    )


def _authority(documents: list[Document]) -> forms.ChoiceField:
    papers = [(str(document.key), document.title) for document in documents]
    return forms.ChoiceField(
        label=_("Vollmacht oder Bestellung"),
        choices=[("", _("keine")), *papers],
        required=False,
        help_text=_("Aus den Dokumenten des Falls; nötig, wenn eine Vertretung fragt."),
    )


class RequestForm(Once):
    """Who asks for an extract, and how it was checked who that is."""

    asker = forms.ChoiceField(label=gettext_lazy("Wer fragt?"), choices=Asker.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=gettext_lazy("Vor- und Familienname"), max_length=200)
    identified_by = forms.ChoiceField(
        label=gettext_lazy("Wie wurde die Identität geprüft?"),
        choices=ExtractRequest.Check.choices,
        widget=forms.RadioSelect,
    )
    identity_note = forms.CharField(label=gettext_lazy("Vermerk zur Prüfung"), max_length=500, required=False)
    received_on = forms.DateField(label=gettext_lazy("Eingegangen am"), help_text=DAY_HINT, widget=forms.DateInput)

    def __init__(self, documents: list[Document], data: Any = None) -> None:
        super().__init__(data, initial={"received_on": today()})
        self.fields["authority"] = _authority(documents)
        self.order_fields(["asker", "name", "authority", "identified_by", "identity_note", "received_on"])

    def entered(self) -> Asked:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Asked(
            key=entered["key"],
            asker=Asker(entered["asker"]),
            name=entered["name"],
            identified_by=ExtractRequest.Check(entered["identified_by"]),
            received_on=entered["received_on"],
            identity_note=entered["identity_note"],
            authority=entered["authority"] or None,
        )


class SignForm(forms.Form):
    """That the draft was read before it is signed."""

    read_through = forms.BooleanField(
        label=gettext_lazy(
            "Ich habe den Entwurf gelesen: Er enthält nichts über den Ablauf einer Abschiebung und keine Angaben, die nur andere Personen betreffen."
        ),
        required=False,
    )


class ExtendForm(forms.Form):
    """Why an extract takes longer, and how the person is told."""

    ground = forms.ChoiceField(
        label=gettext_lazy("Warum reicht der Monat nicht?"), choices=Extension.Ground.choices, widget=forms.RadioSelect
    )
    reasons = _reason(
        gettext_lazy("Gründe"),
        gettext_lazy("Stehen in der Mitteilung an die Person. Bitte schreiben Sie nichts über eine Abschiebung."),
    )
    way = forms.ChoiceField(
        label=gettext_lazy("Auf welchem Weg?"), choices=HandOver.Way.choices, widget=forms.RadioSelect
    )

    def entered(self) -> Longer:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Longer(Extension.Ground(entered["ground"]), entered["reasons"], HandOver.Way(entered["way"]))


class HandOverForm(forms.Form):
    """How and to whom an extract was given."""

    way = forms.ChoiceField(
        label=gettext_lazy("Auf welchem Weg?"), choices=HandOver.Way.choices, widget=forms.RadioSelect
    )
    recipient = forms.CharField(label=gettext_lazy("An wen?"), max_length=200)
    handed_on = forms.DateField(
        label=gettext_lazy("Übergeben oder versandt am"), help_text=DAY_HINT, widget=forms.DateInput
    )

    def entered(self) -> Handed:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Handed(HandOver.Way(entered["way"]), entered["handed_on"], entered["recipient"])


class PersonLinkForm(forms.Form):
    """Another file of the same person."""

    number = forms.CharField(label=gettext_lazy("Aktenzeichen der anderen Akte"), max_length=60)
    grounds = forms.CharField(
        label=gettext_lazy("Woran wurde erkannt, dass es dieselbe Person ist?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class RestrictionForm(Once):
    """What an extract shall not name, by which provision and why."""

    provision = forms.ChoiceField(
        label=gettext_lazy("Vorschrift"), choices=Restriction.Provision.choices, widget=forms.RadioSelect
    )
    reason = _reason(
        gettext_lazy("Begründung"),
        gettext_lazy("Bleibt in der Akte; die betroffene Person erfährt weder die Beschränkung noch den Grund."),
    )

    def __init__(self, subjects: list[Subject], data: Any = None) -> None:
        super().__init__(data)
        rows = [(f"{found.kind.value}|{found.subject}", f"{found.kind.label}: {found.label}") for found in subjects]
        self.fields["subject"] = forms.ChoiceField(
            label=_("Was soll nicht genannt werden?"), choices=[("", CHOOSE), *rows]
        )
        self.order_fields(["subject", "provision", "reason"])

    def entered(self) -> Wanted:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        kind, _bar, subject = entered["subject"].partition("|")
        return Wanted(
            entered["key"],
            Restriction.Kind(kind),
            subject,
            Restriction.Provision(entered["provision"]),
            entered["reason"],
        )


class InspectionForm(Once):
    """Who asks to see the file, and by which provision."""

    provision = forms.ChoiceField(
        label=gettext_lazy("Grundlage"), choices=Inspection.Provision.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=gettext_lazy("Für wen?"),
        max_length=200,
        help_text=gettext_lazy("Name der Person, der Kanzlei oder des Gerichts mit dessen Aktenzeichen"),
    )
    received_on = forms.DateField(label=gettext_lazy("Eingegangen am"), help_text=DAY_HINT, widget=forms.DateInput)

    def __init__(self, documents: list[Document], data: Any = None) -> None:
        super().__init__(data, initial={"received_on": today()})
        self.fields["authority"] = _authority(documents)
        self.order_fields(["provision", "name", "authority", "received_on"])

    def entered(self) -> inspecting.Asked:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return inspecting.Asked(
            key=entered["key"],
            provision=Inspection.Provision(entered["provision"]),
            name=entered["name"],
            received_on=entered["received_on"],
            authority=entered["authority"] or None,
        )


class WithholdForm(Once):
    """Pages that are not shown, by which provision and why."""

    first = forms.IntegerField(label=gettext_lazy("Von Seite"), min_value=1, max_value=99_999)
    last = forms.IntegerField(label=gettext_lazy("Bis Seite"), min_value=1, max_value=99_999)
    provision = forms.ChoiceField(
        label=gettext_lazy("Vorschrift"), choices=Withheld.Provision.choices, widget=forms.RadioSelect
    )
    reason = _reason(
        gettext_lazy("Begründung"), gettext_lazy("Bleibt in der Akte; das Bündel nennt nur die Vorschrift.")
    )
    unseen = forms.BooleanField(
        label=gettext_lazy("Schon dass es diese Seiten gibt, ist geheim (nur § 97a AufenthG, mit zweiter Person)"),
        required=False,
    )

    def __init__(self, pieces: list[Piece], data: Any = None) -> None:
        super().__init__(data, initial={"first": 1, "last": 1})
        rows = [(piece.key, f"{piece.title} ({_('Seiten')}: {piece.pages})") for piece in pieces]
        self.fields["piece"] = forms.ChoiceField(label=_("Stück der Akte"), choices=[("", CHOOSE), *rows])
        self.order_fields(["piece", "first", "last", "provision", "reason", "unseen"])

    def entered(self) -> inspecting.Choice:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return inspecting.Choice(
            key=entered["key"],
            piece=entered["piece"],
            first=entered["first"],
            last=entered["last"],
            provision=Withheld.Provision(entered["provision"]),
            reason=entered["reason"],
            unseen=entered["unseen"],
        )
