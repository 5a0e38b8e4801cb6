"""What the compartment decides without a database: duties of a service, what persons are told, which days fit."""

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ON_REQUEST, UNASKED, PATERNITY, FUNDED_RETURN = "on_request", "unasked", "paternity", "funded_return"
DUTIES = {
    ON_REQUEST: (gettext_lazy("Mitteilung auf Ersuchen der Ausländerbehörde"), "AufenthG § 87 Abs. 1"),
    UNASKED: (
        gettext_lazy(
            "Unterrichtung ohne Ersuchen, zum Beispiel über einen Aufenthalt ohne Aufenthaltstitel und ohne Duldung"
        ),
        "AufenthG § 87 Abs. 2",
    ),
    PATERNITY: (
        gettext_lazy("Unterrichtung über Anzeichen für eine missbräuchliche Anerkennung der Vaterschaft"),
        "AufenthG § 87 Abs. 7",
    ),
    FUNDED_RETURN: (
        gettext_lazy("Übermittlung der festgelegten Angaben zu einer staatlich geförderten Rückkehr"),
        "AufenthG §§ 86a, 87 Abs. 6",
    ),
}
OF_PUBLIC_BODIES = (ON_REQUEST, UNASKED, PATERNITY)
"""Duties that only a public body can have (AufenthG § 87 (1), (2), (7)); the last one also binds private services."""
LANGUAGES = {
    "de": gettext_lazy("Deutsch"),
    "en": gettext_lazy("Englisch"),
    "ar": gettext_lazy("Arabisch"),
    "fa": gettext_lazy("Persisch (Dari, Farsi)"),
    "fr": gettext_lazy("Französisch"),
    "ka": gettext_lazy("Georgisch"),
    "ku": gettext_lazy("Kurdisch"),
    "ps": gettext_lazy("Paschtu"),
    "ru": gettext_lazy("Russisch"),
    "so": gettext_lazy("Somali"),
    "es": gettext_lazy("Spanisch"),
    "sr": gettext_lazy("Serbisch, Bosnisch, Kroatisch"),
    "ti": gettext_lazy("Tigrinya"),
    "tr": gettext_lazy("Türkisch"),
    "uk": gettext_lazy("Ukrainisch"),
    "vi": gettext_lazy("Vietnamesisch"),
    "other": gettext_lazy("eine andere Sprache"),
}
NOTICE_LANGUAGES = ("de", "en")
"""The notice is written in these; in any other it is interpreted."""
WAYS = {
    "place": gettext_lazy("vor Ort"),
    "telephone": gettext_lazy("am Telefon"),
    "video": gettext_lazy("per Video"),
}
INTERPRETER = {
    "not_needed": gettext_lazy("nicht nötig"),
    "asked": gettext_lazy("angefragt"),
    "booked": gettext_lazy("zugesagt"),
}
BY_WHOM = {
    "person": gettext_lazy("die Person"),
    "service": gettext_lazy("die Beratungsstelle"),
    "interpreter": gettext_lazy("die Dolmetscherin oder der Dolmetscher"),
    "other": gettext_lazy("jemand anderes"),
}
WORDINGS = {
    "counselled": (
        gettext_lazy("Wurde beraten"),
        "Ich wurde am {day} zur freiwilligen Rückkehr beraten. Was besprochen wurde, bleibt in der Beratung.",
    ),
    "no_counselling": (
        gettext_lazy("Möchte keine Beratung"),
        "Ich möchte zurzeit keine Rückkehrberatung. Ich weiß, dass ich sie später jederzeit in Anspruch nehmen kann.",
    ),
    "departure": (
        gettext_lazy("Erklärt die freiwillige Ausreise"),
        "Ich erkläre, dass ich freiwillig aus Deutschland ausreisen will. Ich wurde vorher darüber beraten, welche Folgen ein Antrag auf Förderung hat.",
    ),
}
"""Beginnings of a statement, in the language of authorities. The person reads or hears it and may have every word changed."""
FAILURES = {
    "unreachable": gettext_lazy(
        "Die Behörde war nicht erreichbar. Die Erklärung ist noch hier und wird von selbst wieder gesendet."
    ),
    "cut_off": gettext_lazy(
        "Die Verbindung brach ab, bevor die Behörde den Eingang bestätigt hat. Die Erklärung wird noch einmal gesendet und zählt dort nur einmal."
    ),
    "not_let_in": gettext_lazy(
        "Die Behörde nimmt den hinterlegten Zugang nicht an. Bitten Sie die Leitung Ihrer Beratungsstelle, ihn zu erneuern; die Erklärung wartet so lange."
    ),
    "refused": gettext_lazy(
        "Die Behörde hat die Erklärung nicht angenommen. Sie ist nicht eingegangen. Prüfen Sie Aktenzeichen und Text."
    ),
    "no_key": gettext_lazy(
        "Die Erklärung konnte nicht entschlüsselt werden, weil ein Schlüssel fehlt. Sie wurde nicht gesendet."
    ),
    "changed": gettext_lazy(
        "Der Text ist nicht mehr der, den die Person gebilligt hat. Er wurde nicht gesendet und muss neu gebilligt werden."
    ),
}


class NotDone(Exception):
    """Why something was not done; a sentence for the user. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What a service says of itself."""

    public: bool
    duties: tuple[str, ...]
    secrecy: bool
    reason: str = ""


def check_declaration(declared: Declared) -> None:
    """Raises ``NotDone`` where a declaration contradicts the law or leaves out a duty without a reason."""
    if set(declared.duties) - set(DUTIES):
        raise NotDone(_("Diese Pflicht ist nicht vorgesehen."))
    if not declared.public and set(declared.duties) & set(OF_PUBLIC_BODIES):
        raise NotDone(
            _(
                "Diese Pflichten treffen nur öffentliche Stellen (AufenthG § 87 Abs. 1, 2 und 7). Bitte prüfen Sie, ob Ihre Beratungsstelle öffentlich ist."
            )
        )
    left_out = [duty for duty in OF_PUBLIC_BODIES if duty not in declared.duties]
    if declared.public and left_out and not declared.reason.strip():
        raise NotDone(
            _(
                "Öffentliche Stellen haben diese Pflichten in der Regel. Bitte begründen Sie, warum eine davon für Ihre Stelle nicht gilt."
            )
        )


def notice_text(declared: Declared, language: str) -> dict[str, list[str]]:
    """What a person is told before the first talk, in one of ``NOTICE_LANGUAGES``: ``told`` sentences, then the ``duties``."""
    with translation.override(language):
        told = [
            _(
                "Die Beratung ist freiwillig. Sie können jederzeit aufhören. Was Sie danach tun, entscheiden Sie selbst."
            ),
            _(
                "Was Sie hier sagen, schreibt nur Ihre Beraterin oder Ihr Berater auf. Die Ausländerbehörde und die Polizei haben keinen Zugang zu diesen Aufzeichnungen."
            ),
            _(
                "An die Ausländerbehörde geht aus der Beratung nur eine kurze Erklärung, die Sie vorher gesehen und gebilligt haben. Solange sie nicht abgesandt ist, können Sie die Billigung zurücknehmen."
            ),
        ]
        if declared.secrecy:
            told.append(
                _(
                    "Wer Sie hier berät, steht unter Schweigepflicht (StGB § 203). Was unter die Schweigepflicht fällt, darf nur in engen gesetzlichen Ausnahmen weitergegeben werden."
                )
            )
        told.append(
            _("Diese Beratungsstelle ist eine öffentliche Stelle.")
            if declared.public
            else _("Diese Beratungsstelle ist keine Behörde.")
        )
        told.append(
            _("Das Gesetz verpflichtet sie in diesen Fällen zu Mitteilungen an die Ausländerbehörde:")
            if declared.duties
            else _("Sie hat keine gesetzliche Pflicht, der Ausländerbehörde etwas mitzuteilen.")
        )
        duties = [f"{label} ({cite})" for duty, (label, cite) in DUTIES.items() if duty in declared.duties]
        return {"told": told, "duties": duties}


def check_day(day: date, today: date) -> None:
    """Raises ``NotDone`` for a day that cannot be right."""
    if day > today:
        raise NotDone(_("Das Datum liegt in der Zukunft. Bitte prüfen Sie es."))
    if (today - day).days > 5 * 366:
        raise NotDone(_("Das Datum liegt mehr als fünf Jahre zurück. Bitte prüfen Sie das Jahr."))
