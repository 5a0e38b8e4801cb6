"""How kinds, outcomes and reasons of this room read. What is suspected and what came out never share a word."""

from django.utils.translation import gettext_lazy as _

from augenmass.notices.rules.kinds import Channel, Erased, Kind, Outcome, ReturnReason, Stage

KIND_LABELS = {
    Kind.STAY_WITHOUT_TITLE: _("Aufenthalt ohne Titel und ohne Duldung"),
    Kind.LIMIT_BREACHED: _("Verstoß gegen eine räumliche Beschränkung"),
    Kind.EXPULSION_GROUND: _("Hinweis auf einen sonstigen Ausweisungsgrund"),
    Kind.OPENED: _("Einleitung eines Strafverfahrens"),
    Kind.CHARGE: _("Anklage oder Haftbefehl"),
    Kind.ENDED: _("Erledigung eines Verfahrens"),
    Kind.POLICE_LAW: _("Mitteilung nach Landespolizeirecht"),
}
STAGE_LABELS = {
    Stage.FACT: _("Feststellung"),
    Stage.SUSPICION: _("Verdacht"),
    Stage.OUTCOME: _("Ausgang"),
}
OUTCOME_LABELS = {
    Outcome.ACQUITTAL: _("Freispruch"),
    Outcome.NO_SUSPICION: _("Einstellung mangels Tatverdachts (§ 170 Abs. 2 StPO)"),
    Outcome.DISCONTINUED: _("Einstellung aus anderem Grund"),
    Outcome.CONVICTION: _("rechtskräftige Verurteilung"),
    Outcome.PENAL_ORDER: _("rechtskräftiger Strafbefehl"),
    Outcome.FINE: _("Bußgeldbescheid"),
}
CHANNEL_LABELS = {
    Channel.FORM: _("Formular"),
    Channel.PACKAGE: _("signiertes Paket"),
    Channel.API: _("Schnittstelle"),
}
ERASED_LABELS = {
    Erased.IRRELEVANT: _("unerheblich, sofort gelöscht"),
    Erased.NOT_OURS: _("keine Person dieser Behörde, gelöscht"),
    Erased.NOBODY_FOUND: _("in der Frist niemandem zugeordnet, gelöscht"),
    Erased.WITHDRAWN: _("vom Absender zurückgenommen"),
    Erased.CORRECTED: _("durch eine Berichtigung ersetzt"),
}
RETURN_LABELS = {
    ReturnReason.NO_PROVISION: _("ohne Vorschrift"),
    ReturnReason.WRONG_PROVISION: _("Vorschrift passt nicht zur Art der Mitteilung"),
    ReturnReason.NOT_ALLOWED: _("Vorschrift trägt die Mitteilung nicht oder eine Sperre ist offen"),
    ReturnReason.NOT_CONFIRMED: _("Vorschrift des Polizeirechts wurde von der Rechtsprüfung abgelehnt"),
}
