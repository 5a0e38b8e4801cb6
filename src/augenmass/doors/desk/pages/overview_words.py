"""Words of the overview: what each measure is called, what its two outcomes are, and how it is counted."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.overview.rules.periods import YEAR


@dataclass(frozen=True, slots=True)
class Words:
    """A measure in words."""

    title: str | Promise
    outcomes: tuple[str | Promise, str | Promise]
    how: str | Promise


_LASTING = (_("beendet"), _("noch offen"))
MEASURES: dict[str, Words] = {
    "counselled_first": Words(
        _("Beratung vor der ersten Maßnahme"),
        (_("vorher angeboten"), _("nicht vorher angeboten")),
        _(
            "Gezählt wird jeder Fall, in dem eine Abschiebung veranlasst wurde, am Tag der ersten Veranlassung. „Vorher angeboten“ heißt: Eine Rückkehrberatung war spätestens am Tag davor angeboten. Ob und worüber gesprochen wurde, steht hier nicht."
        ),
    ),
    "decision_to_counselling": Words(
        _("Vom Bescheid bis zum Angebot der Beratung"),
        _LASTING,
        _(
            "Gezählt wird jeder Fall mit Bescheid am Tag des Bescheids. Die Tage laufen bis zum ersten Angebot einer Rückkehrberatung; war es früher, sind es null Tage."
        ),
    ),
    "voluntary_share": Words(
        _("Freiwillige Ausreisen"),
        (_("freiwillig ausgereist"), _("abgeschoben oder zurückgeschoben")),
        _(
            "Gezählt wird jeder Fall mit einer Ausreise am Tag der Ausreise. Freiwillig heißt: ohne Ab- oder Zurückschiebung. Wer unbekannt verzogen ist, zählt nicht mit."
        ),
    ),
    "renewed_in_time": Words(
        _("Duldungen rechtzeitig verlängert"),
        (_("rechtzeitig"), _("verspätet oder abgelaufen")),
        _(
            "Gezählt wird jedes Ende einer Duldung an seinem Tag. Rechtzeitig heißt: Die Verlängerung war spätestens am letzten Tag festgehalten. Endet der Fall vor der Duldung, zählt sie nicht mit."
        ),
    ),
    "complete_received": Words(
        _("Erhaltene Abgaben, auf Anhieb vollständig"),
        (_("auf Anhieb angenommen"), _("zuerst zurückgegeben")),
        _(
            "Gezählt wird jeder Fall, den eine andere Stelle abgegeben hat, am Tag der ersten Antwort dieser Stelle. Abgelehnte Abgaben zählen nicht mit."
        ),
    ),
    "complete_sent": Words(
        _("Eigene Abgaben, auf Anhieb vollständig"),
        (_("auf Anhieb angenommen"), _("zuerst zurückgegeben")),
        _(
            "Gezählt wird jeder Fall, den diese Stelle abgegeben hat, am Tag der ersten Antwort der anderen Stelle. Abgelehnte Abgaben zählen nicht mit."
        ),
    ),
    "phase_received": Words(_("Eingegangen"), _LASTING, ""),
    "phase_complete": Words(_("Vollständig übernommen"), _LASTING, ""),
    "phase_prospects": Words(_("Bleibeperspektiven geprüft"), _LASTING, ""),
    "phase_counselling": Words(_("Beratung angeboten"), _LASTING, ""),
    "phase_voluntary": Words(_("Freiwillige Ausreise erklärt"), _LASTING, ""),
}
PHASES_HOW = _(
    "Gezählt wird jeder Fall am Tag, an dem er die Phase erreicht. Sie dauert, bis er eine spätere Phase erreicht oder beendet ist (ausgereist, abgeschoben oder abgeschlossen). „Vollständig übernommen“ sind nur Fälle, die eine andere Stelle abgegeben hat."
)
LASTING_HOW = _(
    "Offene Fälle zählen mit, so lange sie bisher gesehen wurden (Schätzung nach Kaplan und Meier). Der Median erscheint ab fünf, die Viertel ab zehn beendeten Fällen; „–“ heißt auch: so weit ist es noch nicht gekommen."
)
PERIODS = {
    1: _("1. Vierteljahr"),
    2: _("2. Vierteljahr"),
    3: _("3. Vierteljahr"),
    4: _("4. Vierteljahr"),
    YEAR: _("ganzes Jahr"),
}
