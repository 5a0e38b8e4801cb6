"""Words of the evaluation: what each measure is called, what its outcomes are, how it is counted; the questions of the sheet."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from augenmass.evaluation.rules.delivery_file import Words
from augenmass.evaluation.rules.measures import OFFERED, SERVICES

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Said:
    """A measure in words."""

    title: Text
    outcomes: dict[str, Text]
    how: Text


_STEPS: dict[str, Text] = {
    "on_time": _("alle zum vereinbarten Tag"),
    "little_late": _("bis zu 14 Tage verspätet"),
    "late": _("mehr als 14 Tage verspätet"),
    "open": _("nicht erledigt"),
}
_SERVICES: dict[str, Text] = {
    "on_time": _("zum vereinbarten Tag erbracht"),
    "late": _("später erbracht"),
    "not_given": _("zugesagt, nicht erbracht"),
    "not_accepted": _("nicht zugesagt"),
}
_KINDS: dict[str, Text] = {
    "course": _("Leistungen anderer Stellen: Sprach- und Integrationskurse"),
    "recognition": _("Leistungen anderer Stellen: Anerkennung von Abschlüssen"),
    "child_care": _("Leistungen anderer Stellen: Kinderbetreuung"),
    "placement": _("Leistungen anderer Stellen: Arbeit und Ausbildung"),
    "housing": _("Leistungen anderer Stellen: Wohnen"),
    "other": _("Leistungen anderer Stellen: andere"),
}
MEASURES: dict[str, Said] = {
    "begun": Said(
        _("Begonnene Vereinbarungen"),
        {"begun": _("begonnen")},
        _("Gezählt wird jede Vereinbarung im Vierteljahr, in dem sie angelegt wurde."),
    ),
    "signed": Said(
        _("Unterschriebene Vereinbarungen"),
        {"own_language": _("Kopie in der eigenen Sprache"), "german_only": _("Kopie nur auf Deutsch")},
        _(
            "Gezählt wird jede Vereinbarung im Vierteljahr, in dem beide Seiten zum ersten Mal unterschrieben haben. Wer Deutsch als eigene Sprache genannt hat, zählt zur eigenen Sprache."
        ),
    ),
    "steps_service": Said(
        _("Schritte der Beratungsstelle und anderer Stellen"),
        _STEPS,
        _(
            "Gezählt wird jede Vereinbarung mit Schritten der Beratungsstelle oder zugesagten Leistungen anderer Stellen, die im Vierteljahr fällig waren. Es gilt der am meisten verspätete."
        ),
    ),
    "steps_person": Said(
        _("Schritte der Person"),
        _STEPS,
        _(
            "Gezählt wird wie bei den Stellen, mit denselben Tagen. Warum ein Schritt später kam, steht hier nicht: Krankheit, ein fehlender Platz und ein langes Verfahren sehen gleich aus."
        ),
    ),
    "reviews": Said(
        _("Gespräche zur Vereinbarung"),
        {
            "on_time": _("spätestens 14 Tage nach dem Termin geführt"),
            "late": _("später geführt"),
            "not_held": _("nicht geführt"),
        },
        _(
            "Gezählt wird jede Vereinbarung mit einem Gespräch, das im Vierteljahr vorgesehen war. Wurde es verschoben, zählt der neue Tag."
        ),
    ),
    "promises": Said(
        _("Anfragen an andere Stellen"),
        {
            "soon": _("in 14 Tagen zugesagt"),
            "later": _("später zugesagt"),
            "declined": _("abgesagt"),
            "unanswered": _("ohne Antwort"),
        },
        _(
            "Gezählt wird jede Vereinbarung, zu der im Vierteljahr eine Leistung angefragt wurde. Bei mehreren gilt die ungünstigste Antwort."
        ),
    ),
    "amended": Said(
        _("Geänderte Vereinbarungen"),
        {"amended": _("neue Fassung unterschrieben")},
        _(
            "Gezählt wird jede Vereinbarung, von der im Vierteljahr eine weitere Fassung unterschrieben wurde. Ändern ist kein Mangel."
        ),
    ),
    "ended": Said(
        _("Wie Vereinbarungen endeten"),
        {
            "both": _("Ziele erreicht, sagen beide"),
            "one": _("Ziele erreicht, sagt eine Seite"),
            "none": _("Ziele nicht erreicht, sagen beide"),
            "not_judged": _("nicht besprochen"),
            "withdrawn": _("von der Person widerrufen"),
        },
        _(
            "Gezählt wird jede unterschriebene Vereinbarung im Vierteljahr ihres Endes. Ein Widerruf ist ein Recht, braucht keinen Grund und sagt nichts über Ziele."
        ),
    ),
    OFFERED: Said(
        _("Angebotene Vereinbarungen"),
        {"offered": _("angeboten")},
        _(
            "Die Beratungsstelle trägt für jedes Vierteljahr ein, wie vielen Menschen sie eine Vereinbarung angeboten hat. Es ist nur diese Zahl: Wer Nein gesagt hat, steht nirgends."
        ),
    ),
    **{
        SERVICES[kind]: Said(
            title,
            _SERVICES,
            _(
                "Gezählt wird jede Vereinbarung, zu der eine solche Leistung einer anderen Stelle für einen Tag im Vierteljahr angefragt wurde. Bei mehreren gilt die ungünstigste. Eine Vereinbarung kann bei mehreren Arten stehen."
            ),
        )
        for kind, title in _KINDS.items()
    },
}
QUESTIONS: dict[str, Text] = {
    "understood": _("Ich habe verstanden, was in der Vereinbarung steht."),
    "had_a_say": _("Ich konnte mitbestimmen, was in der Vereinbarung steht."),
    "service_kept_word": _("Die Beratungsstelle hat getan, was sie zugesagt hat."),
    "helps": _("Die Vereinbarung hilft mir."),
    "felt_free": _("Ich hätte ohne Nachteil Nein sagen können."),
    "most_helpful": _("Was hat am meisten geholfen?"),
}
ANSWERS: dict[str, Text] = {
    "fully": _("stimmt ganz"),
    "rather": _("stimmt eher"),
    "rather_not": _("stimmt eher nicht"),
    "not": _("stimmt nicht"),
    "talks": _("die Gespräche"),
    "written_steps": _("dass die Schritte aufgeschrieben sind"),
    "other_bodies": _("Zusagen anderer Stellen"),
    "nothing": _("nichts davon"),
    "none": _("keine Angabe"),
}
WRONG: dict[str, Text] = {
    "place": _("Zeile %(row)s: Der Gemeindeschlüssel „%(said)s“ gehört zu keinem Ort, der Zahlen als Datei liefert."),
    "quarter": _("Zeile %(row)s: „%(said)s“ ist kein Vierteljahr. Bitte schreiben Sie zum Beispiel 2025/3."),
    "not_open": _(
        "Zeile %(row)s: Das Vierteljahr %(said)s kann nicht geliefert werden: Es liegt außerhalb der Erprobung, ist noch keine 14 Tage vorbei, oder ein Bericht zeigt es schon."
    ),
    "measure": _(
        "Zeile %(row)s: Die Messgröße „%(said)s“ gibt es nicht. Bitte übernehmen Sie die Namen aus der Vorlage."
    ),
    "outcome": _("Zeile %(row)s: Den Ausgang „%(said)s“ gibt es bei dieser Messgröße nicht."),
    "count": _("Zeile %(row)s: „%(said)s“ ist keine Anzahl. Möglich sind ganze Zahlen von 0 bis 100000."),
    "twice": _("Zeile %(row)s: „%(said)s“ steht schon in einer früheren Zeile."),
    "incomplete": _("Es fehlen Zeilen: %(said)s. Jeder Ausgang muss einmal dastehen, auch mit der Anzahl 0."),
    "empty": _("In der Datei steht keine Zeile mit Zahlen."),
    "unreadable": _(
        "Zeile %(row)s: Die Zeile lässt sich nicht lesen. Bitte prüfen Sie Anführungszeichen und Trennzeichen."
    ),
}


def german_words() -> Words:
    """The names in delivered files, which are German whatever the language of the page."""
    with override("de"):
        return Words(
            {key: str(said.title) for key, said in MEASURES.items()},
            {key: {name: str(text) for name, text in said.outcomes.items()} for key, said in MEASURES.items()},
        )
