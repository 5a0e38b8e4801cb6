"""Forms of integration agreements."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.agreements.actions.drafting import NewStep
from augenmass.agreements.actions.promising import NewPromise, Reply
from augenmass.agreements.actions.signing import Signing
from augenmass.agreements.actions.starting import Known
from augenmass.agreements.models import Edition, Participant, Promise, Reached, Review, Signature
from augenmass.agreements.rules.content import LONGEST, WEEKS, Content, Form, Side, Topic
from augenmass.agreements.rules.languages import LANGUAGES
from augenmass.cases.file_types import read_at_most
from augenmass.directory.models import Account
from augenmass.doors.desk.forms.select import PlainSelect
from augenmass.doors.desk.forms.work import Once, day_field
from augenmass.law.time import today

TOPIC_LABELS = {
    Topic.LANGUAGE: gettext_lazy("Sprache"),
    Topic.SCHOOL: gettext_lazy("Schule und Ausbildung"),
    Topic.WORK: gettext_lazy("Arbeit"),
    Topic.RECOGNITION: gettext_lazy("Anerkennung von Abschlüssen"),
    Topic.HOUSING: gettext_lazy("Wohnen"),
    Topic.FAMILY: gettext_lazy("Familie"),
    Topic.HEALTH: gettext_lazy("Zugang zur Gesundheitsversorgung"),
    Topic.OTHER: gettext_lazy("Weiteres"),
}
SIDE_LABELS = {
    Side.COUNSELLOR: gettext_lazy("Beratungsstelle"),
    Side.PROVIDER: gettext_lazy("andere Stellen"),
    Side.PERSON: gettext_lazy("Person"),
}


def _text(label: Any, longest: int = LONGEST, rows: int = 3, required: bool = True, hint: Any = "") -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, required=required, widget=area, help_text=hint)


class Seen(forms.Form):
    """A form that says which version of the agreement was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, seen: int | None = None, data: Any = None, files: Any = None, **options: Any) -> None:
        options["initial"] = {"seen": seen} | (options.get("initial") or {})
        super().__init__(data, files, **options)


class OnADay(Seen):
    """A form with a day that a person may leave on a holiday or weekend after the program named it."""

    def __init__(self, seen: int | None = None, data: Any = None, **options: Any) -> None:
        super().__init__(seen, data, **options)
        if data is not None and "day_stays" in data:
            self.offer_to_stay()

    def offer_to_stay(self) -> None:
        """Let a person confirm the day that was named."""
        self.fields["day_stays"] = forms.BooleanField(
            label=gettext_lazy("Es soll bei diesem Tag bleiben."), required=False
        )

    @property
    def anyway(self) -> bool:
        """Whether a person confirmed the day."""
        return bool(self.cleaned_data.get("day_stays"))


class KnownForm(forms.Form):
    """What is known of a person."""

    person_name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    person_language = forms.ChoiceField(label=gettext_lazy("Sprache der Person"), widget=PlainSelect)
    born_on = day_field(
        gettext_lazy("Geburtsdatum"),
        required=False,
        hint=gettext_lazy(
            "TT.MM.JJJJ. Nur wenn die Person es nennen möchte; bei Minderjährigen wichtig für die Unterschrift."
        ),
    )
    guardian = forms.CharField(
        label=gettext_lazy("Wer das Sorgerecht hat"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bei Minderjährigen: Name der Person, die mit unterschreibt."),
    )
    person_email = forms.EmailField(label=gettext_lazy("E-Mail-Adresse der Person"), required=False)
    reminded = forms.BooleanField(
        label=gettext_lazy("Die Person möchte erinnert werden"),
        required=False,
        help_text=gettext_lazy("An Gespräche und eigene Schritte. Die E-Mail nennt weder Anlass noch Stelle."),
    )
    by_letter = forms.BooleanField(
        label=gettext_lazy("Lieber per Brief"),
        required=False,
        help_text=gettext_lazy("Ohne E-Mail-Adresse kommen Erinnerungen immer per Brief."),
    )
    postal_address = _text(
        gettext_lazy("Anschrift für Briefe"),
        longest=300,
        required=False,
        hint=gettext_lazy("Ohne den Namen, zum Beispiel: Am Ring 3, in der nächsten Zeile 06999 Ellerstadt."),
    )
    simple_german = forms.BooleanField(
        label=gettext_lazy("Erinnerungen in einfacher Sprache"),
        required=False,
        help_text=gettext_lazy("Nur, wenn die Sprache der Person Deutsch ist."),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["person_language"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("bitte wählen")), *((key, f"{de} – {own}") for key, (de, own) in LANGUAGES.items())]

    def known(self) -> Known:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Known(
            said["person_name"],
            said["person_language"],
            said["born_on"],
            said["guardian"],
            said["person_email"],
            said["reminded"],
            said["by_letter"],
            said["postal_address"].replace("\r\n", "\n"),
            said["simple_german"],
        )


class NewAgreementForm(Once, KnownForm):
    """Beginning an agreement: name and language are enough."""

    situation = forms.ChoiceField(
        label=gettext_lazy("Vorlage"),
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Schlägt Themen und Schritte vor; alles lässt sich ändern oder weglassen."),
    )
    field_order = ("key", "person_name", "person_language", "situation")

    def __init__(self, offered: Iterable[tuple[str, str]], data: Any = None) -> None:
        choices = list(offered)
        super().__init__(data, initial={"situation": choices[0][0] if choices else ""})
        field = self.fields["situation"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class ParticipantForm(Seen, KnownForm):
    """Correcting what is known of the person."""

    def __init__(self, person: Participant, seen: int, data: Any = None) -> None:
        held = {
            "person_name": person.name,
            "person_language": person.language,
            "born_on": person.born_on,
            "guardian": person.guardian,
            "person_email": person.email,
            "reminded": person.reminded,
            "by_letter": person.by_letter,
            "postal_address": person.address,
            "simple_german": person.simple_german,
        }
        super().__init__(seen, data, initial=held)


class StartForm(Seen):
    """Starting point by topic, goals in the person's words, rhythm of the talks."""

    goals = _text(
        gettext_lazy("Ziele in den Worten der Person"),
        longest=6_000,
        rows=5,
        required=False,
        hint=gettext_lazy("Ein Ziel in jeder Zeile."),
    )
    review_weeks = forms.TypedChoiceField(
        label=gettext_lazy("Ein Gespräch alle … Wochen"),
        choices=[(weeks, str(weeks)) for weeks in WEEKS],
        coerce=int,
        widget=PlainSelect,
    )

    def __init__(self, content: Content, opening: Iterable[Topic], seen: int, data: Any = None) -> None:
        held = {f"point_{topic.value}": text for topic, text in content.points.items()}
        super().__init__(
            seen, data, initial=held | {"goals": "\n".join(content.goals), "review_weeks": content.review_weeks}
        )
        first = [*opening, *(topic for topic in Topic if topic not in opening)]
        for topic in first:
            self.fields[f"point_{topic.value}"] = _text(TOPIC_LABELS[topic], rows=2, required=False)
        self.order_fields(["seen", *(f"point_{topic.value}" for topic in first), "goals", "review_weeks"])

    def points(self) -> dict[Topic, str]:
        """What was entered by topic. The form must be valid."""
        return {topic: self.cleaned_data[f"point_{topic.value}"] for topic in Topic}

    def wanted(self) -> tuple[str, ...]:
        """The goals, a line each."""
        return tuple(line for line in self.cleaned_data["goals"].splitlines() if line.strip())


class StepForm(OnADay, Once):
    """A step of one of the two sides."""

    step_side = forms.ChoiceField(
        label=gettext_lazy("Wer tut es?"),
        choices=[(side.value, SIDE_LABELS[side]) for side in (Side.COUNSELLOR, Side.PERSON)],
        widget=forms.RadioSelect,
    )
    step_what = _text(gettext_lazy("Was wird getan?"))
    step_due = day_field(gettext_lazy("Bis wann?"), required=False)

    def entered(self) -> NewStep:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewStep(said["key"], Side(said["step_side"]), said["step_what"], said["step_due"], self.anyway)


class PromiseForm(OnADay, Once):
    """A service that another body is asked for."""

    provider = forms.CharField(
        label=gettext_lazy("Welche Stelle?"),
        max_length=200,
        help_text=gettext_lazy("Zum Beispiel Kursträger, Anerkennungsstelle, Agentur für Arbeit, Gemeinde."),
    )
    provider_email = forms.EmailField(label=gettext_lazy("E-Mail-Adresse der Stelle"))
    service = forms.CharField(
        label=gettext_lazy("Welche Leistung?"),
        max_length=300,
        help_text=gettext_lazy("Ohne Namen der Person, zum Beispiel: ein Platz im Integrationskurs, vormittags."),
    )
    service_kind = forms.ChoiceField(
        label=gettext_lazy("Art der Leistung"),
        choices=Promise.Kind.choices,
        initial=Promise.Kind.OTHER.value,
        widget=PlainSelect,
        help_text=gettext_lazy("Nur für die Zahlen einer Erprobung. Die Stelle erfährt sie nicht."),
    )
    service_due = day_field(gettext_lazy("Bis wann?"))
    name_shown = forms.BooleanField(
        label=gettext_lazy("Die Person möchte, dass die Stelle ihren Namen liest"), required=False
    )

    def entered(self) -> NewPromise:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return NewPromise(
            said["key"],
            said["provider"],
            said["provider_email"],
            said["service"],
            said["service_due"],
            said["name_shown"],
            self.anyway,
            said["service_kind"],
        )


class NatureForm(Seen):
    """Plan or contract: an explicit choice."""

    nature = forms.ChoiceField(
        label=gettext_lazy("Was soll die Vereinbarung sein?"),
        choices=[
            (Form.PLAN.value, gettext_lazy("ein gemeinsamer Plan, der niemanden bindet")),
            (Form.CONTRACT.value, gettext_lazy("ein öffentlich-rechtlicher Vertrag (§§ 54, 57 VwVfG), nur auf Papier")),
        ],
        widget=forms.RadioSelect,
    )
    contract_purpose = _text(
        gettext_lazy("Zweck des Vertrags"),
        required=False,
        hint=gettext_lazy(
            "Nur bei einem Vertrag. Was die Person zusagt, muss angemessen sein und sachlich dazugehören (§ 56 VwVfG)."
        ),
    )


class TranslationForm(Seen):
    """Everything that people wrote, once more in the person's language."""

    translated_by = forms.CharField(label=gettext_lazy("Übersetzerin oder Übersetzer"), max_length=200)
    all_checked = forms.BooleanField(
        label=gettext_lazy("Auch die festen Sätze der Übersetzung sind geprüft"),
        required=False,
        help_text=gettext_lazy("Sonst steht im Text, dass sie noch nicht bestätigt sind."),
    )

    def __init__(self, edition: Edition, places: dict[str, str], seen: int, data: Any = None) -> None:
        super().__init__(seen, data, initial={"translated_by": edition.translator})
        self.places = list(places)
        for number, german in enumerate(places.values()):
            field = _text(german, longest=1_000, rows=2)
            field.initial = edition.own_words.get(german, "")
            field.widget.attrs |= {"lang": edition.language, "dir": "auto"}
            self.fields[f"line_{number}"] = field
        self.order_fields(
            ["seen", *(f"line_{number}" for number in range(len(places))), "translated_by", "all_checked"]
        )

    def own(self) -> dict[str, str]:
        """The translation by place. The form must be valid."""
        return {place: self.cleaned_data[f"line_{number}"] for number, place in enumerate(self.places)}


class ExplainForm(Seen):
    """That the text was explained."""

    explained_on = day_field(gettext_lazy("Erklärt am"))
    interpreter = forms.CharField(
        label=gettext_lazy("Wer gedolmetscht hat"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Leer, wenn Sie in der Sprache der Person gesprochen haben."),
    )

    def __init__(self, seen: int | None = None, data: Any = None) -> None:
        super().__init__(seen, data, initial={"explained_on": today()})


class SignForm(Seen):
    """One side signs the text on the page."""

    text_digest = forms.CharField(max_length=64, widget=forms.HiddenInput)
    signed_how = forms.ChoiceField(
        label=gettext_lazy("Wie wird unterschrieben?"),
        choices=[choice for choice in Signature.Method.choices if choice[0] != Signature.Method.PORTAL],
        widget=forms.RadioSelect,
    )
    scan = forms.FileField(
        label=gettext_lazy("Scan der unterschriebenen Seite"),
        required=False,
        help_text=gettext_lazy("Nur bei Papier: PDF, PNG oder JPEG."),
    )
    read_it = forms.BooleanField(label=gettext_lazy("Der Text auf dieser Seite wurde gelesen und verstanden."))

    def __init__(self, edition: Edition, seen: int, data: Any = None, files: Any = None) -> None:
        super().__init__(seen, data, files, initial={"text_digest": edition.digest, "signed_how": "screen"})

    def clean(self) -> dict[str, Any]:
        """Paper needs its scan."""
        said = super().clean() or {}
        if said.get("signed_how") == Signature.Method.PAPER and not said.get("scan"):
            self.add_error("scan", _("Bitte laden Sie den Scan der unterschriebenen Seite hoch."))
        return said

    def entered(self) -> Signing:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        paper = said["signed_how"] == Signature.Method.PAPER
        return Signing(said["text_digest"], said["signed_how"], read_at_most(said["scan"]) if paper else b"")


class AmendForm(Seen):
    """Why the agreement is changed."""

    amend_reason = _text(gettext_lazy("Warum wird die Vereinbarung geändert?"))


class EndForm(Seen):
    """Whether the goals are reached, as each side says; both may be left open."""

    reached_person = forms.ChoiceField(
        label=gettext_lazy("Sind die Ziele erreicht? Das sagt die Person"),
        choices=[("", gettext_lazy("nicht besprochen")), *Reached.choices],
        required=False,
        widget=PlainSelect,
    )
    reached_counsellor = forms.ChoiceField(
        label=gettext_lazy("Das sagt die Beratungsstelle"),
        choices=[("", gettext_lazy("nicht besprochen")), *Reached.choices],
        required=False,
        widget=PlainSelect,
    )


class DoneForm(Seen):
    """A step that was done."""

    item = forms.UUIDField(widget=forms.HiddenInput)
    done_on = day_field(gettext_lazy("Erledigt am"))


class ItemForm(Seen):
    """One row of the page."""

    item = forms.UUIDField(widget=forms.HiddenInput)


class HeldForm(OnADay):
    """A talk that was held."""

    held_on = day_field(gettext_lazy("Geführt am"))
    talk_notes = _text(gettext_lazy("Notizen"), longest=5_000, rows=5, required=False)
    next_on = day_field(
        gettext_lazy("Nächstes Gespräch am"),
        required=False,
        hint=gettext_lazy("TT.MM.JJJJ. Leer: nach dem vereinbarten Abstand."),
    )


class MoveForm(OnADay):
    """Another day for the next talk."""

    moved_to = day_field(gettext_lazy("Neuer Tag"))
    moved_by = forms.ChoiceField(
        label=gettext_lazy("Wer verschiebt?"), choices=Review.MovedBy.choices, widget=forms.RadioSelect
    )


class GiveForm(Seen):
    """A colleague who goes on."""

    colleague = forms.TypedChoiceField(label=gettext_lazy("An wen?"), coerce=int, widget=PlainSelect)

    def __init__(self, people: Iterable[Account], seen: int | None = None, data: Any = None) -> None:
        super().__init__(seen, data)
        field = self.fields["colleague"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("bitte wählen")), *((found.pk, found.name) for found in people)]


class ReplyForm(forms.Form):
    """What a provider answers."""

    reply_yes = forms.TypedChoiceField(
        label=gettext_lazy("Ihre Antwort"),
        choices=[("yes", gettext_lazy("Ja")), ("no", gettext_lazy("Nein"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    reply_name = forms.CharField(label=gettext_lazy("Ihr Name"), max_length=200)
    reply_note = _text(
        gettext_lazy("Bemerkung"),
        required=False,
        hint=gettext_lazy("Zum Beispiel Ort und Beginn. Keine Angaben zur Gesundheit."),
    )

    def entered(self) -> Reply:
        """What was entered. The form must be valid."""
        said = self.cleaned_data
        return Reply(said["reply_yes"], said["reply_name"], said["reply_note"])


class AgreementFilterForm(forms.Form):
    """The filter of the list; read from the address."""

    q = forms.CharField(label=gettext_lazy("Name der Person"), required=False, max_length=100)

    @property
    def text(self) -> str:
        """What is looked for; nothing where the address says something impossible."""
        return str(self.cleaned_data.get("q", "")) if self.is_valid() else ""


class CheckForm(forms.Form):
    """A copy to be verified."""

    copy = forms.FileField(
        label=gettext_lazy("Datei der Vereinbarung"), help_text=gettext_lazy("Die PDF-Datei, unverändert.")
    )
