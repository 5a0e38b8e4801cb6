"""What the entries of notices and of regional standards are called, where a form is shown again."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

NOTICE_LABELS: Final[dict[str, Promise]] = {
    "land_law": gettext_lazy("Welche Vorschrift des Landespolizeirechts?"),
    "born_on": gettext_lazy("Geburtsdatum"),
    "occurred_on": gettext_lazy("Tag"),
    "reference": gettext_lazy("Ihr Aktenzeichen"),
    "offences": gettext_lazy("Gesetzliche Vorschriften des Verfahrens"),
    "what": gettext_lazy("Was ist bekannt geworden?"),
    "inquiry_safe": gettext_lazy("Der Untersuchungszweck ist nicht gefährdet."),
    "no_special_rule": gettext_lazy("Besondere Regeln stehen nicht entgegen."),
    "not_petty": gettext_lazy("Es geht nicht um eine ausgenommene Ordnungswidrigkeit."),
    "learned_on_duty": gettext_lazy("Der Umstand ist bei einer eigenen Aufgabe bekannt geworden."),
    "contacts": gettext_lazy("Ansprechstellen"),
    "forms_used": gettext_lazy("Vordrucke"),
    "meetings": gettext_lazy("Besprechungen: wie oft, wer, worüber"),
    "exchange": gettext_lazy("Was wird auf welcher Grundlage ausgetauscht?"),
    "why": gettext_lazy("Was ändert sich?"),
    "region": gettext_lazy("Bezirk"),
}
