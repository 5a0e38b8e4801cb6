"""Forms of notices: a new one or a correction, whose case it is, what rests on it, a package."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.access.actor import Actor
from augenmass.cases.queries.case import fact_name
from augenmass.doors.desk.forms.select import offer
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.law.time import today
from augenmass.notices.actions.taking import NewNotice
from augenmass.notices.models import Notice
from augenmass.notices.queries.receivers import receivers
from augenmass.notices.queries.sent import content_shown
from augenmass.notices.rules.checking import Said
from augenmass.notices.rules.kinds import Kind, Outcome
from augenmass.notices.rules.lawful import LAND_LAW, PROVISIONS, Statements, kinds_for
from augenmass.notices.words import KIND_LABELS, OUTCOME_LABELS
from augenmass.record.models import Fact
from augenmass.transmissions.rules.classes import matrix_kind
from augenmass.transmissions.rules.message import MOST_BYTES

PROVISION_LABELS = {
    "AufenthG/87/2/1/1": gettext_lazy("§ 87 Abs. 2 Satz 1 Nr. 1 AufenthG"),
    "AufenthG/87/2/1/2": gettext_lazy("§ 87 Abs. 2 Satz 1 Nr. 2 AufenthG"),
    "AufenthG/87/2/1/3": gettext_lazy("§ 87 Abs. 2 Satz 1 Nr. 3 AufenthG"),
    "AufenthG/87/4/1": gettext_lazy("§ 87 Abs. 4 Satz 1 AufenthG"),
    "AufenthG/87/4/2": gettext_lazy("§ 87 Abs. 4 Satz 2 AufenthG"),
    LAND_LAW: gettext_lazy("Vorschrift des Landespolizeirechts"),
}
STATED = ("learned_on_duty", "no_special_rule", "not_petty", "inquiry_safe")


class NoticeForm(Once):
    """What a sender gives notice of. A provision is not required by the form: without one the notice goes back."""

    receiver = forms.ChoiceField(label=gettext_lazy("Ausländerbehörde"))
    kind = forms.ChoiceField(label=gettext_lazy("Art der Mitteilung"))
    provision = forms.ChoiceField(
        label=gettext_lazy("Vorschrift"),
        required=False,
        help_text=gettext_lazy("Ohne Vorschrift geht die Mitteilung an Sie zurück und wird nicht gespeichert."),
    )
    land_law = forms.CharField(
        label=gettext_lazy("Welche Vorschrift des Landespolizeirechts?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Nur bei Mitteilungen nach Landespolizeirecht: Paragraph, Absatz und Gesetz."),
    )
    family_name = forms.CharField(label=gettext_lazy("Familienname"), max_length=120)
    first_names = forms.CharField(label=gettext_lazy("Vornamen"), max_length=120, required=False)
    born_on = day_field(gettext_lazy("Geburtsdatum"), required=False)
    file_number = forms.CharField(
        label=gettext_lazy("Aktenzeichen der Ausländerbehörde"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Soweit Sie es kennen."),
    )
    occurred_on = day_field(gettext_lazy("Tag"))
    reference = forms.CharField(
        label=gettext_lazy("Ihr Aktenzeichen"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Bei Verfahren nötig: Darüber werden Beginn und Ausgang einander zugeordnet."),
    )
    offences = forms.CharField(
        label=gettext_lazy("Gesetzliche Vorschriften des Verfahrens"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Bei Verfahren nötig (§ 87 Abs. 4 Satz 1 AufenthG)."),
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Ausgang"), required=False)
    what = forms.CharField(
        label=gettext_lazy("Was ist bekannt geworden?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Nur was die Vorschrift trägt. Keine Gesundheitsdaten, keine Religion, keine Herkunft."),
    )
    learned_on_duty = forms.BooleanField(
        label=gettext_lazy("Der Umstand ist bei einer eigenen Aufgabe bekannt geworden."), required=False
    )
    no_special_rule = forms.BooleanField(
        label=gettext_lazy(
            "Besondere Regeln stehen nicht entgegen: keine Angaben von Schweigepflichtigen, keine Steuer- oder Sozialdaten, nichts aus Beratung oder Jugendhilfe (§ 88 AufenthG)."
        ),
        required=False,
    )
    not_petty = forms.BooleanField(
        label=gettext_lazy(
            "Bei Verfahren: Es geht nicht um eine Ordnungswidrigkeit, die § 87 Abs. 4 Satz 4 AufenthG ausnimmt."
        ),
        required=False,
    )
    inquiry_safe = forms.BooleanField(
        label=gettext_lazy("Bei Anklage oder Haftbefehl: Der Untersuchungszweck ist nicht gefährdet."), required=False
    )

    def __init__(self, actor: Actor, data: Any = None, corrects: Notice | None = None) -> None:
        super().__init__(
            data, initial=_as_before(corrects) if corrects is not None and content_shown(corrects) else None
        )
        self.corrects = corrects
        kinds = kinds_for(matrix_kind(actor.body.kind) or "", today())
        choose = [("", _("bitte wählen"))]
        bodies = receivers() if corrects is None else receivers().filter(pk=corrects.receiver_id)
        offer(self, "receiver", [*choose, *((str(body.pk), body.name) for body in bodies)])
        offer(self, "kind", [*choose, *((kind.value, str(KIND_LABELS[kind])) for kind in kinds)])
        offered = dict.fromkeys(norm for kind in kinds for norm in PROVISIONS[kind] or (LAND_LAW,))
        offer(self, "provision", [*choose, *((norm, str(PROVISION_LABELS[norm])) for norm in offered)])
        outcomes = [(outcome.value, str(OUTCOME_LABELS[outcome])) for outcome in Outcome]
        offer(self, "outcome", [("", _("nicht bei dieser Art")), *outcomes])
        if Kind.CHARGE not in kinds:
            del self.fields["inquiry_safe"]

    def entered(self) -> NewNotice:
        """What was entered. The form must be valid."""
        entered = self.cleaned_data
        said = Said(
            kind=Kind(entered["kind"]),
            occurred_on=entered["occurred_on"],
            family_name=entered["family_name"],
            first_names=entered["first_names"],
            born_on=entered["born_on"],
            reference=entered["reference"],
            offences=entered["offences"],
            outcome=Outcome(entered["outcome"]) if entered["outcome"] else None,
            text=entered["what"],
        )
        return NewNotice(
            key=entered["key"],
            receiver_id=int(entered["receiver"]),
            said=said,
            provision=entered["provision"],
            statements=Statements(**{name: bool(entered.get(name)) for name in STATED}),
            land_law=entered["land_law"],
            file_number=entered["file_number"],
        )

    def refuse(self, field: str, sentence: str) -> None:
        """Show why the notice was not taken at the entry it is about."""
        named = "what" if field == "text" else "no_special_rule" if field == "statements" else field
        self.add_error(named if named in self.fields and named != "key" else None, sentence)


def _as_before(notice: Notice) -> dict[str, Any]:
    content = notice.content
    names = ("family_name", "first_names", "born_on", "file_number", "reference", "offences", "outcome", "occurred_on")
    return {
        **{name: getattr(content, name) for name in names},
        "what": content.text,
        "receiver": str(notice.receiver_id),
        "kind": notice.kind,
        "provision": notice.provision,
        "land_law": notice.land_provision.text if notice.land_provision is not None else "",
        "learned_on_duty": True,
    }


class NoticeCaseForm(forms.Form):
    """Whose case a notice belongs to."""

    number = forms.CharField(label=gettext_lazy("Aktenzeichen des Falls"), max_length=60)


class ExamineForm(forms.Form):
    """Which facts of the case rest on a notice."""

    def __init__(self, facts: list[tuple[Fact, str]], data: Any = None) -> None:
        super().__init__(data)
        self.fields["facts"] = forms.MultipleChoiceField(
            label=_("Was stützt sich auf diese Mitteilung?"),
            choices=[(str(fact.pk), f"{fact_name(fact.name)}: {value}") for fact, value in facts],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=_("Endet das Verfahren mit Freispruch oder Einstellung, wird das Gewählte neu bewertet."),
        )

    @property
    def chosen(self) -> list[int]:
        """Ids of the chosen facts. The form must be valid."""
        return [int(pk) for pk in self.cleaned_data["facts"]]


class NoticeJoinForm(forms.Form):
    """Which start an end answers."""

    def __init__(self, starts: list[Notice], data: Any = None) -> None:
        super().__init__(data)
        self.fields["start"] = forms.ChoiceField(
            label=_("Zu welchem Beginn gehört dieser Ausgang?"),
            choices=[
                (str(row.number), f"{row.get_kind_display()}, {row.content.reference}, {row.sender_name}")
                for row in starts
            ],
        )


class PackageForm(forms.Form):
    """A signed package."""

    package = forms.FileField(
        label=gettext_lazy("Paket"), help_text=gettext_lazy("Eine JSON-Datei, höchstens 200 Kilobyte.")
    )

    @property
    def content(self) -> bytes:
        """The bytes, one more than the most at most: then they are refused. The form must be valid."""
        return bytes(self.cleaned_data["package"].read(MOST_BYTES + 1))
