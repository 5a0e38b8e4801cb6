"""The form of an answer out of the inbox: which sentence, the facts that may go with their values, the answers that the norms need."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from augenmass.cases.queries.case import english, label_of
from augenmass.doors.desk.forms.facts import value_field
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.transmissions import class_words, person_field, question_fields, told_in
from augenmass.doors.desk.forms.work import Once
from augenmass.doors.desk.kept_labels import QUESTION
from augenmass.law.vocabulary import VOCABULARY
from augenmass.transmissions.actions.replying import Answering
from augenmass.transmissions.queries.replies import AnswerOffer
from augenmass.transmissions.rules.replying import SENTENCES


class ReplyForm(Once):
    """One answer. ``added`` are facts beyond those that were asked for; ``more`` adds another one."""

    def __init__(self, found: AnswerOffer, added: list[str], data: Any = None) -> None:
        super().__init__(data)
        self.found = found
        self.fields |= question_fields(found.offer)
        self.fields["sentence"] = forms.ChoiceField(
            label=_("Wie beantworten Sie das Ersuchen?"),
            help_text=_(
                "Der Satz steht in der Antwort. Freien Text gibt es nicht: Er könnte tragen, was keine Vorschrift trägt."
            ),
            choices=[(one.id, one.en if english() else one.wording) for one in SENTENCES.values()],
            widget=forms.RadioSelect,
        )
        for name in found.open:
            self.fields[name] = value_field(VOCABULARY[name], required=False)
        self.fields["more"] = forms.ChoiceField(
            label=_("Weitere Angabe"),
            help_text=_(
                "Zur Wahl stehen die Datenarten, mit denen überhaupt eine Vorschrift zur anfragenden Stelle führt."
            ),
            choices=[("", _("bitte wählen")), *_to_add(found)],
            widget=PlainSelect,
            required=False,
        )
        self.fields["added"] = forms.MultipleChoiceField(
            choices=[(name, name) for name in added],
            initial=added,
            required=False,
            widget=forms.MultipleHiddenInput,
        )
        self.fields |= person_field(found.offer)

    @property
    def questions(self) -> list[forms.BoundField]:
        return [bound for bound in self.visible_fields() if bound.name.startswith(QUESTION)]

    @property
    def entries(self) -> list[forms.BoundField]:
        return [self[name] for name in self.found.open]

    def entered(self) -> Answering:
        """What the officer entered. The form must be valid."""
        entered = self.cleaned_data
        return Answering(
            key=entered["key"],
            sentence=entered["sentence"],
            given={name: entered[name] for name in self.found.open if entered.get(name)},
            told=told_in(entered),
            person_category=entered.get("person_category", ""),
        )


def _to_add(found: AnswerOffer) -> list[tuple[str, str]]:
    there = {*found.open, *found.barred}
    lines = [
        (name, f"{class_words(data_class)}: {label_of(VOCABULARY[name])}")
        for data_class, names in found.more.items()
        for name in names
        if name not in there
    ]
    return sorted(lines, key=lambda line: line[1])
