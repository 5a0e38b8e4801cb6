"""Words for the codes of this room: groups, and why a nomination is not carried."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from augenmass.special_staff.rules.board import BEFORE, ENDED, NEW, OPEN
from augenmass.special_staff.rules.groups import Ended, Group, Problem

GROUPS: dict[str, Promise] = {
    Group.CLASSIFIED: _("Einstufung durch die zuständige Polizeidienststelle"),
    Group.CONVICTED: _("volljährig, mehrfach rechtskräftig wegen erheblicher Straftaten verurteilt"),
    Group.DUTY_BREACHED: _("Verletzung einer gesetzlichen Pflicht, die auferlegt war"),
}
NOT_USED = _("Gruppe, die nicht mehr verwendet wird")
ENDED_AS: dict[str, Promise] = {
    Ended.CONVICTED: _("rechtskräftige Verurteilung"),
    Ended.PENDING: _("läuft noch"),
    Ended.ACQUITTED: _("Freispruch"),
    Ended.DISCONTINUED: _("Einstellung"),
}
PROBLEMS: dict[Problem, Promise] = {
    Problem.UNKNOWN_GROUP: _("Diese Gruppe wird in Ihrem Land nicht oder nicht mehr verwendet."),
    Problem.NO_FACT: _(
        "Die Akte enthält keine festgestellte Angabe, die diese Benennung trägt. Bitte tragen Sie die Angabe zuerst mit ihrer Quelle ein."
    ),
    Problem.CLASSIFICATION_ENDED: _("Die Einstufung ist beendet. Sie trägt die Benennung nicht mehr."),
    Problem.NO_END: _("Bitte nennen Sie den letzten Tag der Einstufung."),
    Problem.NOT_ADULT: _("Die Person ist nicht volljährig. Wegen Verurteilungen kann sie nicht benannt werden."),
    Problem.AGE_UNKNOWN: _(
        "Die Volljährigkeit ist nicht festgestellt. Bitte klären Sie zuerst das Geburtsdatum; ein unbekanntes Alter gilt nicht als volljährig."
    ),
    Problem.NOT_FINAL: _(
        "Nur rechtskräftige Verurteilungen können angeführt werden, keine laufenden, eingestellten oder durch Freispruch beendeten Verfahren."
    ),
    Problem.TOO_FEW: _("Bitte führen Sie mindestens zwei rechtskräftige Verurteilungen an."),
    Problem.NO_PROVISION: _(
        "Bitte nennen Sie die Vorschrift mit Nummer und Gesetz, zum Beispiel „§ 44a Abs. 1 Satz 1 AufenthG“."
    ),
    Problem.AGREEMENT: _("Eine Integrationsvereinbarung ist freiwillig. Aus ihr folgt nie eine Pflichtverletzung."),
    Problem.NO_SOURCE: _(
        "Bitte nennen Sie die Dienststelle, das Gericht oder die Entscheidung, auf die Sie sich stützen."
    ),
    Problem.FUTURE: _("Ein Tag liegt in der Zukunft. Bitte prüfen Sie das Datum."),
    Problem.NOT_USABLE: _(
        "Bitte bestätigen Sie für jede Verurteilung, dass die Eintragung noch verwertet werden darf (§§ 45, 46, 51 BZRG)."
    ),
    Problem.ORDER_OF_DAYS: _("Die Tage passen nicht zueinander. Bitte prüfen Sie die Daten."),
}
MEASURES: dict[str, Promise] = {
    BEFORE: _("zu Beginn offen"),
    NEW: _("neu bestätigt"),
    ENDED: _("beendet"),
    "gone": _("davon ausgereist, abgeschoben oder Wiedereinreise gesperrt"),
    "staying": _("davon Titel besteht fort, Lage beruhigt oder Übergang zu Integration"),
    "other": _("davon anders beendet"),
    OPEN: _("am Ende offen"),
}
