"""German words of this room's closed lists, translated where they are shown."""

from django.utils.translation import gettext_lazy as _

from augenmass.transmissions.rules.kinds import Channel, MessageKind, PersonCategory, Regime, ReturnReason
from augenmass.transmissions.rules.signing import KeyProblem

KIND_LABELS = {
    MessageKind.TRANSMISSION: _("Übermittlung"),
    MessageKind.REQUEST: _("Ersuchen"),
    MessageKind.REMINDER: _("Erinnerung"),
    MessageKind.ANSWER: _("Antwort"),
    MessageKind.CORRECTION_REQUEST: _("Berichtigungsersuchen"),
    MessageKind.ARRIVAL: _("Eingangsquittung"),
    MessageKind.ACCEPTANCE: _("Annahme"),
    MessageKind.RETURN: _("Rückgabe an den Absender"),
    MessageKind.CORRECTION: _("Berichtigung"),
    MessageKind.RECALL: _("Rückruf"),
    MessageKind.DELETED: _("Löschbestätigung"),
}
CHANNEL_LABELS = {
    Channel.INSIDE: _("Posteingang in dieser Anwendung"),
    Channel.FILE: _("signierte Datei"),
    Channel.HTTP: _("Anwendung der anderen Stelle"),
}
REGIME_LABELS = {
    Regime.GDPR: _("Datenschutz-Grundverordnung"),
    Regime.POLICE: _("Teil 3 des Bundesdatenschutzgesetzes (Richtlinie für Polizei und Justiz)"),
}
PERSON_LABELS = {
    PersonCategory.SUSPECT: _("beschuldigt oder verdächtig"),
    PersonCategory.CONVICTED: _("verurteilt"),
    PersonCategory.VICTIM: _("Opfer"),
    PersonCategory.WITNESS: _("Zeugin oder Zeuge"),
    PersonCategory.OTHER: _("andere Person"),
}
REASON_LABELS = {
    ReturnReason.NOT_COMPETENT: _("Empfangende Stelle nicht zuständig"),
    ReturnReason.NO_PROVISION: _("Vorschrift nicht bekannt"),
    ReturnReason.PROVISION_ENDED: _("Vorschrift gilt nicht mehr oder noch nicht"),
    ReturnReason.NOT_ALLOWED: _("Datenart von der Vorschrift nicht gedeckt"),
    ReturnReason.PERSON_UNKNOWN: _("Person hier nicht bekannt"),
    ReturnReason.INCOMPLETE: _("Angaben unvollständig"),
    ReturnReason.TEST: _("Testnachricht im Echtbetrieb oder umgekehrt"),
    ReturnReason.PURPOSE_UNCLEAR: _("Zweck oder Ersuchen unklar"),
    ReturnReason.ALREADY_KNOWN: _("Angaben liegen hier bereits vor"),
}
KEY_WORDS = {
    None: _("gültig"),
    KeyProblem.NOT_YET: _("gilt noch nicht"),
    KeyProblem.EXPIRED: _("abgelaufen"),
    KeyProblem.REVOKED: _("gesperrt"),
}
GERMAN_KINDS = {
    MessageKind.TRANSMISSION: "Übermittlung",
    MessageKind.REQUEST: "Ersuchen",
    MessageKind.REMINDER: "Erinnerung",
    MessageKind.ANSWER: "Antwort",
    MessageKind.CORRECTION_REQUEST: "Berichtigungsersuchen",
    MessageKind.CORRECTION: "Berichtigung",
    MessageKind.RECALL: "Rückruf",
}
"""On paper, which is German whatever the reader's language."""
