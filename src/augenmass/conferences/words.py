"""Words of this room's closed lists."""

from django.utils.translation import gettext_lazy as _

from augenmass.conferences.rules.basis import Basis
from augenmass.conferences.rules.criteria import Criterion

CRITERIA = {
    Criterion.SEVERAL_BODIES: _("Mindestens drei Stellen müssen gleichzeitig etwas klären."),
    Criterion.NOT_BILATERAL: _("Eine Übermittlung oder ein Gespräch zu zweit reicht nicht."),
    Criterion.IMPASSE: _("Das Verfahren steht still, oder Stellen sind verschiedener Auffassung."),
    Criterion.CHILD: _("Das Wohl eines Kindes ist betroffen."),
    Criterion.DANGER: _("Jemand ist in Gefahr."),
    Criterion.DEADLINE: _("Eine Frist läuft, die keine Stelle allein wahren kann."),
}
REASONS = {
    "no_provision": _("keine Vorschrift erlaubt die Mitteilung"),
    "professional_secret": _("Berufsgeheimnis"),
    "social_data": _("Sozialgeheimnis"),
    "proceedings": _("laufendes Verfahren würde gefährdet"),
    "not_needed": _("für den Zweck nicht erforderlich"),
    "not_checked": _("noch nicht geprüft; wird nachgeholt"),
}
"""Why something is not shared."""
BASES = {
    Basis.PROVISION: _("Vorschrift"),
    Basis.ASSESSED: _("Einschätzung mit Begründung"),
    Basis.OWN_BODY: _("eigene Stelle, keine Übermittlung"),
    Basis.NO_DATA: _("nichts über eine Person"),
    Basis.PERSON: _("Vertretung der Person"),
}
NO_DATA_LABEL = _("sagt nichts über eine Person")
STATEMENT = (
    _("Was ich hier erfahre, verwende ich nur zu dem Zweck, der bei der Angabe steht, und gebe es nicht weiter."),
    _("Ich teile nur mit, was ich mitteilen darf und was für den Zweck erforderlich ist."),
    _("Ich rede so über die Person, wie ich in ihrer Gegenwart reden würde."),
    _("Wer nicht mehr teilnimmt, liest nichts mehr; Notizen außerhalb dieser Seite lege ich nicht an."),
)
"""The statement of confidentiality, accepted before anything is read."""
