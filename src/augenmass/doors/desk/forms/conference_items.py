"""Forms of what is told in a conference: an item with its receivers and its basis, another text, a new basis."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.queries.case import english
from augenmass.conferences.actions.basing import Grounds, NotBased
from augenmass.conferences.actions.giving import NewItem
from augenmass.conferences.models import Item, Participant, Point
from augenmass.conferences.rules.basis import NO_DATA
from augenmass.conferences.words import NO_DATA_LABEL, REASONS
from augenmass.doors.desk.forms.conferences import purposes
from augenmass.doors.desk.forms.select import PlainSelect, offer
from augenmass.doors.desk.forms.transmissions import QUESTION, YES_NO, words_of
from augenmass.doors.desk.forms.work import DAY_HINT, Once
from augenmass.law.norms.statutes import cite_text
from augenmass.law.transmission.catalogue import ROWS
from augenmass.law.transmission.classes import DATA_CLASSES, OCCASIONS
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.transmissions.rules.enquiring import in_order

_KNOWN = frozenset(row.norm.id for row in ROWS)
ASKED = "reason"
"""That only a reason was asked for."""


class GroundsForm(Once):
    """To whom, and what the matrix has to know. Its questions appear once the matrix has asked them."""

    receivers = forms.MultipleChoiceField(
        label=gettext_lazy("Wem teilen Sie es mit?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Nur diese Personen lesen es. Wer später dazukommt, liest es nicht."),
    )
    asked = forms.CharField(required=False, widget=forms.HiddenInput)
    """Names of the questions that were put, so that the answers are read back."""
    named = forms.CharField(required=False, widget=forms.HiddenInput)
    """Provisions that came into question, so that the chosen one is read back."""

    def __init__(self, seats: Sequence[Participant], data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        offer(self, "receivers", [(str(seat.key), f"{seat.name}, {seat.organisation}") for seat in seats])
        put = str(data.get("asked", "")) if data else ""
        sent_names = str(data.get("named", "")).split(",") if data else []
        self.offered = tuple(norm for norm in sent_names if norm in _KNOWN)
        self.put = tuple(
            name for name in in_order(n for n in put.split(",") if n in ENQUIRY) if not ENQUIRY[name].choices
        )
        if put:
            self._ask(self.put)

    def put_questions(self, missing: NotBased) -> None:
        """Show what the matrix leaves open, beside what was answered before."""
        self.put = in_order((*self.put, *missing.questions))
        assert isinstance(self.data, QueryDict)
        sent = self.data.copy()
        # Not empty where nothing but a reason is missing: the field for it must come back.
        sent["asked"] = ",".join(self.put) or ASKED
        self.offered = missing.candidates
        sent["named"] = ",".join(self.offered)
        self.data = sent
        self._ask(self.put)

    def grounds(self) -> Grounds:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        told = {name: said.get(f"{QUESTION}{name}", "") for name in self.put}
        return Grounds(
            tuple(UUID(key) for key in said["receivers"]),
            {name: word for name, word in told.items() if word},
            said.get("item_occasion", ""),
            said.get("assessment", ""),
            said.get("item_provision", ""),
        )

    @property
    def questions(self) -> list[forms.BoundField]:
        """The questions of the matrix, and what follows from them."""
        names = ("item_occasion", "item_provision", "assessment")
        return [bound for bound in self.visible_fields() if bound.name.startswith(QUESTION) or bound.name in names]

    def _ask(self, names: Sequence[str]) -> None:
        for name in names:
            self.fields[f"{QUESTION}{name}"] = forms.ChoiceField(
                label=ENQUIRY[name].en if english() else ENQUIRY[name].de,
                help_text=ENQUIRY[name].meaning_en if english() else ENQUIRY[name].meaning,
                choices=YES_NO,
                widget=forms.RadioSelect,
                required=False,
                initial="",
            )
        self.fields["item_occasion"] = forms.ChoiceField(
            label=_("Was ist der Anlass?"),
            choices=[("", _("kein besonderer Anlass")), *((found.key, words_of(found)) for found in OCCASIONS)],
            required=False,
            widget=PlainSelect,
        )
        self.fields["item_provision"] = forms.ChoiceField(
            label=_("Auf welche Vorschrift stützen Sie Ihre Einschätzung?"),
            choices=[("", "–"), *((norm, cite_text(norm)) for norm in self.offered)],
            required=False,
            widget=PlainSelect,
        )
        self.fields["assessment"] = forms.CharField(
            label=_("Ihre Einschätzung, wenn keine Vorschrift festgestellt ist"),
            help_text=_(
                "Warum dürfen und müssen diese Personen es wissen? Ihre Begründung steht mit Ihrem Namen bei der Angabe."
            ),
            max_length=1000,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )


class BaseForm(GroundsForm):
    """A new basis for what was told already; nobody chosen takes it back."""

    def __init__(self, seats: Sequence[Participant], data: Any = None, initial: dict[str, Any] | None = None) -> None:
        super().__init__(seats, data, initial)
        self.fields["receivers"].required = False
        self.fields["receivers"].help_text = _(
            "Nur diese Personen lesen es. Wählen Sie niemanden, lesen nur Sie es noch."
        )


OF_KIND = {
    "item_due": Item.Kind.MEASURE,
    "item_about": Item.Kind.DISSENT,
    "item_reason": Item.Kind.NOT_SHARED,
}
"""Fields that belong to one kind of item alone."""


class ItemForm(GroundsForm):
    """Something that is told, decided, promised, not agreed with or not shared: the address of the form says which."""

    item_kind = forms.ChoiceField(choices=Item.Kind.choices, widget=forms.HiddenInput)
    item_point = forms.ChoiceField(label=gettext_lazy("Punkt der Tagesordnung"), required=False, widget=PlainSelect)
    item_text = forms.CharField(
        label=gettext_lazy("Text"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    item_nature = forms.ChoiceField(
        label=gettext_lazy("Tatsache oder Einschätzung?"),
        choices=Item.Nature.choices,
        widget=forms.RadioSelect,
        initial="fact",
    )
    item_class = forms.ChoiceField(label=gettext_lazy("Datenart"), widget=PlainSelect)
    item_purpose = forms.ChoiceField(label=gettext_lazy("Zu welchem Zweck?"), widget=PlainSelect)
    item_due = forms.DateField(
        label=gettext_lazy("Erledigt bis"),
        help_text=DAY_HINT,
        widget=forms.DateInput,
    )
    item_about = forms.ChoiceField(label=gettext_lazy("Zu welcher Entscheidung?"), required=False, widget=PlainSelect)
    item_reason = forms.ChoiceField(label=gettext_lazy("Warum wird es nicht mitgeteilt?"), widget=PlainSelect)

    def __init__(
        self,
        seats: Sequence[Participant],
        points: Sequence[Point],
        decisions: Sequence[Item],
        data: Any = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(seats, data, initial)
        none = ("", "–")
        classes = [(key, en if english() else de) for key, (de, en) in DATA_CLASSES.items()]
        offer(self, "item_class", [("", _("bitte wählen")), (NO_DATA, NO_DATA_LABEL), *classes])
        offer(self, "item_purpose", purposes())
        offer(self, "item_point", [none, *((str(point.key), point.title) for point in points)])
        offer(self, "item_about", [none, *((str(one.key), one.text[:80]) for one in decisions)])
        offer(self, "item_reason", [none, *REASONS.items()])
        first = ["item_kind", "item_point", "item_about", "item_reason", "item_text", "item_due"]
        self.order_fields([*first, "item_nature", "item_class", "item_purpose", "receivers"])
        self.fields["item_text"].required = self.kind != Item.Kind.NOT_SHARED
        for name, kind in OF_KIND.items():
            if self.kind != kind:
                del self.fields[name]

    @property
    def kind(self) -> str:
        """What the form is for; of a forged one, which names nothing known, "information"."""
        named = str(self["item_kind"].value())
        return named if named in Item.Kind.values else Item.Kind.INFORMATION.value

    def entered(self) -> NewItem:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewItem(
            said["key"],
            said["item_kind"],
            said["item_text"],
            said["item_nature"],
            said["item_class"],
            said["item_purpose"],
            UUID(said["item_point"]) if said["item_point"] else None,
            said.get("item_reason", ""),
            UUID(said["item_about"]) if said.get("item_about") else None,
            said.get("item_due"),
        )


class TextForm(Once):
    """Another text of an item whose version was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    item_text = forms.CharField(
        label=gettext_lazy("Text"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )

    def seen_now(self, version: int) -> None:
        """Go on from the version that stands there now, with what was typed."""
        assert isinstance(self.data, QueryDict)
        sent = self.data.copy()
        sent["seen"] = str(version)
        self.data = sent
