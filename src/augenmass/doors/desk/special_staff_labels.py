"""What the fields of the special staff's forms are called when they are kept over a new sign-in."""

from typing import Any, Final

from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


def _numbered(sentence: str, number: int) -> str:
    return _(sentence) % {"number": number}


_of = lazy(_numbered, str)
CONVICTION: Final = {
    "court": "%(number)s. Verurteilung: Gericht",
    "judged_on": "%(number)s. Verurteilung: Tag des Urteils",
    "offence": "%(number)s. Verurteilung: Vorschrift",
    "ended_as": "%(number)s. Verurteilung: Ausgang des Verfahrens",
    "final_on": "%(number)s. Verurteilung: rechtskräftig seit",
    "usable": "%(number)s. Verurteilung: Ich habe geprüft, dass die Eintragung verwertet werden darf (§§ 45, 46, 51 BZRG).",
}
STAFF_LABELS: Final[dict[str, Any]] = {
    **{f"{name}_{n}": _of(sentence, n) for n in (1, 2, 3) for name, sentence in CONVICTION.items()},
    "cited_fact": gettext_lazy("Angabe der Akte"),
    "cited_source": gettext_lazy("Dienststelle oder Entscheidung, auf die sich die Benennung stützt"),
    "cited_on": gettext_lazy("Tag der Einstufung oder Entscheidung"),
    "classified_until": gettext_lazy("Einstufung gilt bis"),
    "cited_duty": gettext_lazy("Pflicht, die verletzt ist"),
    "nomination_reasons": gettext_lazy("Warum ist gemeinsames Vorgehen in diesem Fall verhältnismäßig?"),
    "less_severe": gettext_lazy("Welche milderen Mittel wurden geprüft, und warum genügen sie nicht?"),
    "not_told_provision": gettext_lazy("Vorschrift, nach der die Person noch nicht unterrichtet wird"),
    "not_told_reason": gettext_lazy("Grund dafür"),
    "not_told_until": gettext_lazy("Tag der erneuten Prüfung"),
    "returned_because": gettext_lazy("Was fehlt oder spricht dagegen?"),
    "entries_usable": gettext_lazy(
        "Ich habe heute geprüft, dass jede angeführte Eintragung noch verwertet werden darf (§§ 45, 46, 51 BZRG)."
    ),
    "told_how": gettext_lazy("Wie und in welcher Sprache"),
    "person_comment": gettext_lazy("Äußerung der Person"),
    "invited_on": gettext_lazy("Einladung übergeben am"),
    "staff_outcome": gettext_lazy("Ergebnis"),
    "outcome_note": gettext_lazy("Anmerkung"),
    "joining": gettext_lazy("Stelle, die teilnehmen soll"),
    "leaving": gettext_lazy("Stelle, die nicht mehr teilnimmt"),
    "step_text": gettext_lazy("Was ist zu tun?"),
    "step_field": gettext_lazy("Bereich"),
    "step_body": gettext_lazy("Wer tut es?"),
    "step_due": gettext_lazy("Bis wann?"),
    "step_result": gettext_lazy("Was ist herausgekommen?"),
    "contribution": gettext_lazy("Beitrag Ihrer Stelle"),
    "released_to": gettext_lazy("Ministerium"),
    "released_text": gettext_lazy("Angabe, die Sie freigeben"),
    "report_obstacles": gettext_lazy("Hemmnisse"),
    "report_needs": gettext_lazy("Bedarf"),
}
STAFF_CHOSEN: Final = (
    "cited_fact",
    *(f"ended_as_{n}" for n in (1, 2, 3)),
    "staff_outcome",
    "joining",
    "leaving",
    "step_field",
    "step_body",
    "released_to",
)
"""Fields in which something is chosen from a list."""
