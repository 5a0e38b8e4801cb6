"""Actions in words: the text is made when it is read, the record holds only the id."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from augenmass.doors.desk.pages.names import step_name
from augenmass.record.models import Action

TITLES = {
    "case.opened": (_("Fall angelegt"), "cases"),
    "import.row_taken": (_("Aus einer Datei übernommen"), "upload"),
    "fact.established": (_("Angabe festgestellt"), "check"),
    "fact.corrected": (_("Angabe berichtigt"), "pen"),
    "fact.disputed": (_("Angabe bestritten"), "warning"),
    "document.added": (_("Dokument hinzugefügt"), "document"),
    "family.linked": (_("Familienbeziehung eingetragen"), "users"),
    "step.drafted": (_("Schritt entworfen"), "pen"),
    "step.draft_revised": (_("Entwurf geändert"), "pen"),
    "step.given_to_sign": (_("Zur zweiten Unterschrift gegeben"), "signature"),
    "step.signed": (_("Schritt unterzeichnet"), "signature"),
    "step.refused": (_("Zweite Unterschrift abgelehnt"), "warning"),
    "step.withdrawn": (_("Entwurf zurückgezogen"), "refresh"),
}


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One action as ``desk/parts/timeline.html`` shows it."""

    when: datetime
    title: str
    by: str
    icon: str
    text: str = ""


def timeline_entries(actions: list[Action]) -> list[TimelineEntry]:
    """Actions with their human text, newest first as given."""
    return [_entry(action) for action in actions]


def _entry(action: Action) -> TimelineEntry:
    title, icon = TITLES.get(action.kind, (action.kind, "history"))
    step = action.references.get("step", "")
    by = action.actor.name if action.actor else str(_("Programm"))
    return TimelineEntry(action.at, str(title), by, icon, step_name(step) if step else "")
