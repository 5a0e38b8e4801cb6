"""Forms of transmissions: to whom and what for, then what and why; decisions about what came in; the address book."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.doors.desk.forms.work import Once
from augenmass.doors.desk.kept_labels import QUESTION
from augenmass.law.transmission.classes import DATA_CLASSES
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Choice
from augenmass.record.models import Case
from augenmass.transmissions.actions.composing import Composition
from augenmass.transmissions.actions.deciding import Acceptance
from augenmass.transmissions.actions.following import Following
from augenmass.transmissions.actions.partners import PartnerForm as EnteredPartner
from augenmass.transmissions.parties import Partner
from augenmass.transmissions.queries.composing import (
    Offer,
    bodies_to_tell,
    occasions_between,
    outside_bodies,
    purposes_between,
)
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.enquiring import in_order
from augenmass.transmissions.rules.kinds import MessageKind, Regime, ReturnReason
from augenmass.transmissions.rules.message import MOST_BYTES, Item
from augenmass.transmissions.rules.templates import Template
from augenmass.transmissions.words import PERSON_LABELS, REASON_LABELS

CLASS = "c_"
YES_NO = (("yes", gettext_lazy("ja")), ("no", gettext_lazy("nein")), ("", gettext_lazy("offen")))
AUTOMATIC = (ReturnReason.TEST, ReturnReason.NO_PROVISION, ReturnReason.PROVISION_ENDED)
"""Reasons that the program finds itself."""


def words_of(choice: Choice) -> str:
    """A choice of the matrix in the reader's language."""
    return choice.en if english() else choice.de


def class_words(data_class: str) -> str:
    """A class of data in the reader's language."""
    return DATA_CLASSES[data_class][english()] if data_class in DATA_CLASSES else data_class


class WhoForm(forms.Form):
    """To whom, and what for; what may go follows from both. Sent by GET."""

    def __init__(
        self, actor: Actor, partner: Partner | None, data: Any = None, initial: dict[str, str] | None = None
    ) -> None:
        super().__init__(data, initial=initial)
        inside = [(f"body:{body.pk}", body.name) for body in bodies_to_tell(actor)]
        outside = [(f"outside:{body.pk}", body.name) for body in outside_bodies(actor)]
        groups = [(_("In dieser Anwendung"), inside), (_("Adressbuch"), outside)]
        self.fields["an"] = forms.ChoiceField(
            label=_("An welche Stelle?"),
            choices=[("", _("bitte wählen")), *((name, listed) for name, listed in groups if listed)],
        )
        if partner is None:
            return
        sender = matrix_kind(actor.body.kind) or ""
        own, common = (_chosen("purpose", keys) for keys in purposes_between(sender, partner.kind))
        groups = [(_("Vorschriften über Stellen dieser Art"), own), (_("Vorschriften über alle Stellen"), common)]
        self.fields["zweck"] = forms.ChoiceField(
            label=_("Zu welchem Zweck?"),
            choices=[("", _("bitte wählen")), *((name, listed) for name, listed in groups if listed)],
            help_text=_("Zur Wahl steht, wofür überhaupt eine Vorschrift zu einer Stelle dieser Art führt."),
        )
        occasions = occasions_between(sender, partner.kind, str(self.data.get("zweck", "")))
        if occasions:
            self.fields["anlass"] = forms.ChoiceField(
                label=_("Was ist der Anlass?"),
                choices=[("", _("kein besonderer Anlass")), *_chosen("occasion", occasions)],
                required=False,
            )


def _chosen(name: str, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    known = {choice.key: words_of(choice) for choice in ENQUIRY[name].choices}
    return [(key, known[key]) for key in keys]


def question_fields(offer: Offer) -> dict[str, forms.Field]:
    """What is open, and what was answered before, so that an answer can be changed."""
    told = [name for name in offer.answered.told if name not in offer.answered.fixed]
    return {
        f"{QUESTION}{name}": forms.ChoiceField(
            label=ENQUIRY[name].en if english() else ENQUIRY[name].de,
            help_text=ENQUIRY[name].meaning_en if english() else ENQUIRY[name].meaning,
            choices=YES_NO,
            widget=forms.RadioSelect,
            required=False,
            initial="",
        )
        for name in in_order((*offer.questions, *told))
    }


def person_field(offer: Offer) -> dict[str, forms.Field]:
    """The category of person that the police regime asks for; nothing under the other."""
    if offer.answered.regime is not Regime.POLICE:
        return {}
    choices = [("", _("bitte wählen")), *((key.value, label) for key, label in PERSON_LABELS.items())]
    return {
        "person_category": forms.ChoiceField(
            label=_("Zu welcher Gruppe gehört die Person?"),
            help_text=_("Das Polizeirecht unterscheidet Personengruppen (§ 72 BDSG)."),
            choices=choices,
        )
    }


class ComposeForm(Once):
    """The answers that the norms need, the facts of the classes that may go, and why."""

    def __init__(self, offer: Offer, template: Template | None, kind: MessageKind, data: Any = None) -> None:
        super().__init__(data)
        self.offer, self.template, self.kind = offer, template, kind
        self.fields |= question_fields(offer)
        self._add_facts()
        self._add_rest()

    def _add_facts(self) -> None:
        suggested = set(self.template.suggests) if self.template is not None else set()
        for found in self.offer.classes:
            if found.may_go and found.facts:
                self.fields[f"{CLASS}{found.data_class}"] = forms.MultipleChoiceField(
                    label=class_words(found.data_class),
                    choices=[
                        (str(fact.id), f"{label_of(VOCABULARY[fact.name])}: {text_of(fact.name, fact.value)}")
                        for fact in found.facts
                    ],
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                    initial=[str(fact.id) for fact in found.facts if fact.name in suggested],
                )

    def _add_rest(self) -> None:
        if self.template is not None and self.template.asks:
            self.fields["asks"] = forms.MultipleChoiceField(
                label=_("Wonach wird gefragt?")
                if self.kind is MessageKind.REQUEST
                else _("Welche Einträge sind zu berichtigen?"),
                choices=[(name, label_of(VOCABULARY[name])) for name in self.template.asks],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=list(self.template.asks),
            )
        self.fields |= person_field(self.offer)
        self.fields["reasons"] = forms.CharField(
            label=_("Warum ist die Übermittlung erforderlich?"),
            help_text=_("Bleibt in Ihrer Akte und geht nicht mit."),
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    @property
    def questions(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if bound.name.startswith(QUESTION)]

    @property
    def facts(self) -> list[tuple[forms.BoundField, bool]]:
        """The classes that may go, each with whether it is unfolded: what is chosen, and who it is about."""
        found = [bound for bound in self.visible_fields() if bound.name.startswith(CLASS)]
        return [(bound, bound.name == f"{CLASS}identity" or bool(bound.value())) for bound in found]

    @property
    def rest(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if not bound.name.startswith((QUESTION, CLASS))]

    def entered(self, partner: Partner, refers_to: Any = None) -> Composition:
        """What the officer put together. The form must be valid."""
        entered = self.cleaned_data
        way = self.offer.answered.way
        facts = [int(pk) for name, chosen in entered.items() if name.startswith(CLASS) for pk in chosen]
        return Composition(
            key=entered["key"],
            kind=self.kind,
            purpose=way.purpose,
            reasons=entered["reasons"],
            facts=tuple(facts),
            receiver_id=partner.body.pk if partner.body is not None else None,
            outside_id=partner.outside.pk if partner.outside is not None else None,
            occasion=way.occasion,
            told=told_in(entered),
            asks=tuple(entered.get("asks", ())),
            person_category=entered.get("person_category", ""),
            template=self.template.id if self.template is not None else "",
            refers_to=refers_to,
        )


def told_in(fields: Any) -> dict[str, str]:
    """The answers to the norms among the fields of a form."""
    return {
        name.removeprefix(QUESTION): fields[name]
        for name in fields
        if name.startswith(QUESTION) and name.removeprefix(QUESTION) in ENQUIRY and fields[name] in ("yes", "no")
    }


class AcceptForm(forms.Form):
    """To which case a message belongs, and what is taken into it."""

    number = forms.CharField(
        label=gettext_lazy("Aktenzeichen des Falls"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Leer, wenn die Nachricht zu keinem Fall gehört."),
    )

    def __init__(
        self, items: tuple[Item, ...], files: list[Case], may_record: bool, data: Any = None, number: str = ""
    ) -> None:
        super().__init__(data, initial={"number": number or (files[0].number if len(files) == 1 else "")})
        if number:
            self.fields["number"].help_text = _("Zu diesem Fall gehört das Ersuchen.")
        names = [(item.name, f"{item.label}: {item.text}") for item in items if item.name in VOCABULARY]
        if may_record and names:
            self.fields["take"] = forms.MultipleChoiceField(
                label=_("Welche Angaben in den Fall übernehmen?"),
                help_text=_(
                    "Sie werden mit dieser Nachricht als Quelle festgestellt. Was schon im Fall steht, bleibt dort."
                ),
                choices=names,
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        if len(files) > 1:
            self.fields["despite_others"] = forms.BooleanField(
                label=_("Ich habe geprüft, welche der Akten gilt."),
                required=False,
            )

    def entered(self, case_id: int | None) -> Acceptance:
        """What was decided. The form must be valid."""
        entered = self.cleaned_data
        return Acceptance(case_id, tuple(entered.get("take", ())), bool(entered.get("despite_others")))


class GiveBackForm(forms.Form):
    """Why a message goes back; a closed list, so that the receipt carries nothing of a person."""

    grund = forms.ChoiceField(
        label=gettext_lazy("Grund der Rückgabe"),
        choices=[(key.value, label) for key, label in REASON_LABELS.items() if key not in AUTOMATIC],
        widget=forms.RadioSelect,
    )

    @property
    def reason(self) -> ReturnReason:
        return ReturnReason(self.cleaned_data["grund"])


class FollowForm(Once):
    """Why a correction, a recall or a reminder follows."""

    reasons = forms.CharField(
        label=gettext_lazy("Begründung"),
        help_text=gettext_lazy("Bleibt in Ihrer Akte und geht nicht mit."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def entered(self) -> Following:
        """What was entered. The form must be valid."""
        return Following(self.cleaned_data["key"], self.cleaned_data["reasons"])


class TakeInForm(forms.Form):
    """A signed file."""

    message_file = forms.FileField(
        label=gettext_lazy("Signierte Datei"),
        help_text=gettext_lazy(
            "Die JSON-Datei der anderen Stelle, unverändert. Auch eine Quittung wird so übernommen."
        ),
    )

    def text(self) -> str | None:
        """The content; None for what is no text, or too long for a message (the action says so)."""
        file = self.cleaned_data["message_file"]
        try:
            return str(file.read(MOST_BYTES + 1).decode("utf-8"))
        except UnicodeDecodeError:
            return None


class PartnerForm(forms.Form):
    """A body outside, from its card."""

    card_file = forms.FileField(
        label=gettext_lazy("Stellenkarte"),
        help_text=gettext_lazy("Die Datei, die Ihnen die andere Stelle gegeben hat."),
    )
    postal = forms.CharField(
        label=gettext_lazy("Postanschrift"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    url = forms.CharField(
        label=gettext_lazy("Adresse ihrer Anwendung"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Leer: Nachrichten gehen als Datei hinaus."),
    )
    token = forms.CharField(
        label=gettext_lazy("Zugang zu ihrer Anwendung"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Den Zugang legt die andere Stelle an. Er liegt danach nur in einer geschützten Datei."),
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    compared = forms.BooleanField(
        label=gettext_lazy("Den Fingerabdruck des Schlüssels habe ich am Telefon verglichen."), required=False
    )

    def entered(self) -> EnteredPartner:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        card = entered["card_file"].read(MOST_BYTES + 1).decode("utf-8", errors="replace")
        return EnteredPartner(card, entered["postal"], entered["url"], entered["token"], entered["compared"])
