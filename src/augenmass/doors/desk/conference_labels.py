"""What the fields of a conference's forms are called where a form is shown again."""

from typing import Any, Final

from django.utils.translation import gettext_lazy

CONFERENCE_LABELS: Final[dict[str, Any]] = {
    "conference_title": gettext_lazy("Bezeichnung"),
    "concern": gettext_lazy("Was ist zu klären?"),
    "criteria": gettext_lazy("Welche Kriterien sind erfüllt?"),
    "person_told": gettext_lazy("Weiß die Person von der Konferenz?"),
    "told_reason": gettext_lazy("Warum nicht?"),
    "lead_body": gettext_lazy("Federführende Stelle"),
    "lead_purpose": gettext_lazy("Zweck der Konferenz"),
    "lead_provision": gettext_lazy("Vorschrift, nach der diese Stelle tätig ist"),
    "meeting_day": gettext_lazy("Tag"),
    "meeting_time": gettext_lazy("Beginn"),
    "meeting_minutes": gettext_lazy("Dauer in Minuten"),
    "meeting_place": gettext_lazy("Ort der Sitzung"),
    "meeting_video": gettext_lazy("Adresse der Videokonferenz"),
    "return_reason": gettext_lazy("Warum geben Sie den Antrag zurück?"),
    "point_title": gettext_lazy("Punkt der Tagesordnung"),
    "cancel_reason": gettext_lazy("Warum findet sie nicht statt?"),
    "point_minutes": gettext_lazy("Minuten"),
    "point_case": gettext_lazy("Aktenzeichen in Ihrer Stelle"),
    "seat_body": gettext_lazy("Stelle, die Sie einladen"),
    "seat_person": gettext_lazy("Person"),
    "adviser_name": gettext_lazy("Name"),
    "adviser_organisation": gettext_lazy("Kanzlei oder Organisation"),
    "adviser_email": gettext_lazy("E-Mail-Adresse"),
    "authority_until": gettext_lazy("Vertretung gilt bis"),
    "review_on": gettext_lazy("Überprüfung am"),
    "objection": gettext_lazy("Was stimmt nicht?"),
    "measure_result": gettext_lazy("Ergebnis"),
    "dropped": gettext_lazy("aufgegeben, mit diesem Grund"),
    "receivers": gettext_lazy("Wem teilen Sie es mit?"),
    "item_point": gettext_lazy("Punkt der Tagesordnung"),
    "item_text": gettext_lazy("Text"),
    "item_nature": gettext_lazy("Tatsache oder Einschätzung?"),
    "item_class": gettext_lazy("Datenart"),
    "item_purpose": gettext_lazy("Zu welchem Zweck?"),
    "item_due": gettext_lazy("Erledigt bis"),
    "item_about": gettext_lazy("Zu welcher Entscheidung?"),
    "item_reason": gettext_lazy("Warum wird es nicht mitgeteilt?"),
    "item_occasion": gettext_lazy("Was ist der Anlass?"),
    "item_provision": gettext_lazy("Auf welche Vorschrift stützen Sie Ihre Einschätzung?"),
    "assessment": gettext_lazy("Ihre Einschätzung, wenn keine Vorschrift festgestellt ist"),
}
CONFERENCE_CHOSEN: Final = frozenset(
    {
        "attendance",
        "criteria",
        "person_told",
        "lead_body",
        "lead_purpose",
        "seat_person",
        "receivers",
        "item_point",
        "item_nature",
        "item_class",
        "item_purpose",
        "item_about",
        "item_reason",
        "item_occasion",
        "item_provision",
    }
)
"""Fields in which something is chosen from a list."""
CONFERENCE_TECHNICAL: Final = frozenset({"asked", "named", "seen_turn", "seat_body", "item_kind"})
"""Marks that the page put into a form."""
