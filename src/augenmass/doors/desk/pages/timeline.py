"""Actions in words: the text is made when it is read, the record holds only the id."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from augenmass.doors.desk.pages.names import step_name
from augenmass.record.models import Action

TITLES = {
    "case.opened": (_("Fall angelegt"), "cases"),
    "import.row_taken": (_("Aus einer Datei übernommen"), "upload"),
    "fact.established": (_("Angabe festgestellt"), "check"),
    "fact.corrected": (_("Angabe berichtigt"), "pen"),
    "fact.confirmed": (_("Angabe durch eine zweite Person bestätigt"), "check"),
    "fact.moved": (_("Angabe unter ihren neuen Namen umgetragen"), "pen"),
    "fact.set_aside": (_("Angabe zurückgestellt: Ihr Name ist entfallen"), "warning"),
    "fact.disputed": (_("Angabe bestritten"), "warning"),
    "document.added": (_("Dokument hinzugefügt"), "document"),
    "family.linked": (_("Familienbeziehung eingetragen"), "users"),
    "access.granted": (_("Fall einer anderen Stelle geöffnet"), "users"),
    "access.ended": (_("Zugriff einer anderen Stelle beendet"), "close"),
    "referral.opened": (_("Abgabe eingeleitet"), "external"),
    "referral.accepted": (_("Fall übernommen"), "cases"),
    "referral.rejected": (_("Abgabe abgelehnt"), "close"),
    "referral.revoked": (_("Abgabe zurückgezogen"), "refresh"),
    "referral.returned": (_("Abgabe mit einer Liste des Fehlenden zurückgegeben"), "refresh"),
    "referral.checked": (_("Übernommener Fall geprüft"), "check"),
    "transmission.prepared": (_("Übermittlung vorbereitet"), "mail"),
    "transmission.signed": (_("Übermittlung unterzeichnet"), "signature"),
    "transmission.confirmed": (_("Übermittlung in zweiter Person unterzeichnet"), "signature"),
    "transmission.withdrawn": (_("Übermittlung zurückgezogen"), "refresh"),
    "transmission.handed_over": (_("Übermittlung als Datei ausgegeben"), "download"),
    "transmission.tried_again": (_("Übermittlung erneut auf den Weg gebracht"), "refresh"),
    "transmission.notice_dismissed": (_("Empfänger nicht unterrichtet, mit Begründung"), "close"),
    "transmission.answered": (_("Rückmeldung zu einer Übermittlung"), "inbox"),
    "transmission.accepted": (_("Übermittlung einer anderen Stelle angenommen"), "check"),
    "transmission.deleted": (_("Zurückgerufene Übermittlung gelöscht"), "close"),
    "case.reassigned": (_("Fall neu zugeteilt"), "users"),
    "import.case_created": (_("Aus einer Datei angelegt"), "upload"),
    "import.family_linked": (_("Familienbeziehung aus einer Datei übernommen"), "users"),
    "fact.erased": (_("Angaben nach ihrer Frist gelöscht"), "close"),
    "hold.set": (_("Aufbewahrung angeordnet"), "calendar"),
    "hold.lifted": (_("Aufbewahrung aufgehoben"), "close"),
    "fund.committed": (_("Förderung bewilligt"), "check"),
    "fund.cancelled": (_("Bewilligung zurückgenommen"), "refresh"),
    "fund.payable": (_("Rate kann ausgezahlt werden"), "calendar"),
    "fund.payment_prepared": (_("Zahlung vorbereitet"), "pen"),
    "fund.payment_signed": (_("Zahlung in zweiter Person angewiesen"), "signature"),
    "fund.payment_refused": (_("Zahlung abgelehnt oder zurückgezogen"), "close"),
    "fund.recovered": (_("Rückfluss einer Zahlung gebucht"), "refresh"),
    "departure.opened": (_("Freiwillige Ausreise eröffnet"), "lane-voluntary"),
    "departure.companion_named": (_("Angehörige bei einer anderen Stelle genannt"), "users"),
    "departure.notice_acknowledged": (_("Belehrung über die Folgen eines Förderantrags festgehalten"), "info"),
    "departure.declared": (_("Freiwillige Ausreise erklärt"), "lane-voluntary"),
    "departure.decision_asked": (_("Entscheidung über eine Ausreiseerklärung angefordert"), "clock"),
    "departure.declaration_withdrawn": (_("Ausreiseerklärung zurückgenommen"), "refresh"),
    "departure.ended": (_("Freiwillige Ausreise beendet"), "close"),
    "departure.application_drafted": (_("Antrag auf Förderung der Ausreise entworfen"), "document"),
    "departure.application_filed": (_("Antrag auf Förderung der Ausreise gestellt"), "document"),
    "departure.application_approved": (_("Förderung der Ausreise bewilligt"), "check"),
    "departure.application_refused": (_("Förderung der Ausreise abgelehnt"), "close"),
    "departure.application_withdrawn": (_("Antrag auf Förderung der Ausreise zurückgenommen"), "refresh"),
    "departure.follow_up_reported": (_("Meldung nach der Ausreise festgehalten"), "check"),
    "departure.booked": (_("Reise gebucht"), "calendar"),
    "departure.booking_moved": (_("Reise verlegt"), "calendar"),
    "departure.booking_cancelled": (_("Reise storniert"), "close"),
    "departure.certificate_issued": (_("Grenzübertrittsbescheinigung ausgestellt"), "document"),
    "departure.certificate_withdrawn": (_("Grenzübertrittsbescheinigung zurückgezogen"), "refresh"),
    "departure.confirmed": (_("Ausreise bestätigt"), "check"),
    "letter.begun": (_("Schreiben entworfen"), "document"),
    "letter.counselling_offered": (_("Angebot der Rückkehrberatung noch einmal geschrieben"), "document"),
    "letter.suspension_told": (_("Schreiben über die Aussetzung der Abschiebung noch einmal geschrieben"), "document"),
    "letter.hardship_told": (_("Über Härtefallkommission und Petition geschrieben"), "document"),
    "letter.return_told": (_("Über freiwillige Ausreise und Hilfen geschrieben"), "document"),
    "letter.changed": (_("Entwurf des Schreibens geändert"), "pen"),
    "letter.discarded": (_("Entwurf des Schreibens verworfen"), "close"),
    "letter.dispatched": (_("Schreiben versandt"), "mail"),
    "letter.served": (_("Zustellung festgehalten"), "check"),
    "letter.returned": (_("Schreiben kam zurück"), "refresh"),
    "deadline.booked": (_("Frist ins Fristenbuch eingetragen"), "clock"),
    "deadline.confirmed": (_("Frist in zweiter Lesung bestätigt"), "clock"),
    "note.written": (_("Vermerk geschrieben"), "pen"),
    "post.registered": (_("Post erfasst"), "inbox"),
    "post.statement_taken": (_("Erklärung einer Beratungsstelle eingegangen"), "inbox"),
    "post.linked": (_("Post zugeordnet"), "inbox"),
    "post.assigned": (_("Post zugeteilt"), "inbox"),
    "post.answered": (_("Post erledigt"), "check"),
    "notice.assigned": (_("Mitteilung einer öffentlichen Stelle eingegangen"), "inbox"),
    "notice.examined": (_("Mitteilung geprüft"), "check"),
    "notice.erased": (_("Mitteilung als unerheblich gelöscht"), "blocked"),
    "notice.withdrawn": (_("Mitteilung vom Absender zurückgenommen"), "refresh"),
    "notice.corrected": (_("Mitteilung vom Absender berichtigt"), "refresh"),
    "notice.joined": (_("Zwei Mitteilungen verbunden"), "link"),
    "notice.end_asked": (_("Beim Absender einer Mitteilung nachgefragt"), "clock"),
    "accommodation.delivered": (_("Meldung einer Unterkunft eingegangen"), "inbox"),
    "accommodation.withdrawn": (_("Meldung einer Unterkunft zurückgenommen"), "refresh"),
    "accommodation.matched": (_("Meldung einer Unterkunft zugeordnet"), "link"),
    "accommodation.noted": (_("Meldung einer Unterkunft gelesen"), "check"),
    "extract.asked": (_("Auskunft verlangt"), "inbox"),
    "extract.refused": (_("Auskunft abgelehnt"), "close"),
    "extract.extended": (_("Frist der Auskunft verlängert"), "calendar"),
    "extract.signed": (_("Auskunft unterzeichnet"), "signature"),
    "extract.handed_over": (_("Auskunft übergeben"), "mail"),
    "person.linked": (_("Mit einer anderen Akte der Person verbunden"), "users"),
    "restriction.asked": (_("Beschränkung der Auskunft verlangt"), "pen"),
    "restriction.confirmed": (_("Beschränkung der Auskunft bestätigt"), "check"),
    "restriction.refused": (_("Beschränkung der Auskunft nicht bestätigt"), "close"),
    "restriction.ended": (_("Beschränkung der Auskunft aufgehoben"), "refresh"),
    "inspection.asked": (_("Akteneinsicht begonnen"), "inbox"),
    "inspection.withheld": (_("Seiten von der Akteneinsicht ausgenommen"), "pen"),
    "inspection.confirmed": (_("Ausgenommene Seiten bestätigt"), "check"),
    "inspection.refused": (_("Ausgenommene Seiten nicht bestätigt"), "close"),
    "inspection.shown_again": (_("Ausgenommene Seiten wieder aufgenommen"), "refresh"),
    "inspection.signed": (_("Akteneinsicht unterzeichnet"), "signature"),
    "special_staff.nominated": (_("Für den Sonderstab benannt"), "users"),
    "special_staff.mended": (_("Benennung für den Sonderstab neu geschrieben"), "pen"),
    "special_staff.withdrawn": (_("Benennung für den Sonderstab zurückgenommen"), "refresh"),
    "special_staff.confirmed": (_("Benennung für den Sonderstab bestätigt"), "check"),
    "special_staff.returned": (_("Benennung für den Sonderstab zurückgegeben"), "refresh"),
    "special_staff.renewed": (_("Benennung für den Sonderstab verlängert"), "calendar"),
    "special_staff.ended": (_("Benennung für den Sonderstab mit Ergebnis beendet"), "check"),
    "special_staff.lapsed": (_("Benennung für den Sonderstab von selbst beendet"), "clock"),
    "special_staff.review_missed": (_("Überprüfung der Benennung versäumt"), "clock"),
    "special_staff.information_written": (_("Schreiben über die gemeinsame Arbeit unterzeichnet"), "signature"),
    "special_staff.told": (_("Person über die Benennung unterrichtet"), "mail"),
    "special_staff.not_told": (_("Unterrichtung über die Benennung aufgeschoben"), "clock"),
    "special_staff.invited": (_("Einladung zur Beratung übergeben"), "mail"),
    "special_staff.body_joined": (_("Stelle zur gemeinsamen Arbeit hinzugezogen"), "users"),
    "special_staff.body_left": (_("Stelle aus der gemeinsamen Arbeit herausgenommen"), "users"),
    "special_staff.step_added": (_("Schritt im gemeinsamen Plan vereinbart"), "calendar"),
    "special_staff.step_done": (_("Schritt im gemeinsamen Plan abgeschlossen"), "check"),
    "special_staff.contributed": (_("Beitrag einer beteiligten Stelle"), "pen"),
    "special_staff.released": (_("Angabe für ein Ministerium freigegeben"), "external"),
    "travel_paper.filed": (_("Reisedokument beantragt"), "document"),
    "travel_paper.forms_sent": (_("Formulare für ein Reisedokument abgegeben"), "mail"),
    "travel_paper.hearing_set": (_("Vorsprache für ein Reisedokument angesetzt"), "calendar"),
    "travel_paper.hearing_result": (_("Ergebnis der Vorsprache eingetragen"), "pen"),
    "travel_paper.answered": (_("Antwort zu einem Reisedokument eingegangen"), "inbox"),
    "travel_paper.issued": (_("Reisedokument erteilt"), "check"),
    "travel_paper.refused": (_("Reisedokument abgelehnt"), "close"),
    "travel_paper.withdrawn": (_("Antrag auf ein Reisedokument zurückgenommen"), "refresh"),
    "conference.item_given": (_("Maßnahme aus einer Fallkonferenz zugesagt"), "users"),
    "conference.measure_ended": (_("Maßnahme aus einer Fallkonferenz beendet"), "users"),
    "task.created": (_("Aufgabe angelegt"), "day"),
    "task.given": (_("Aufgabe übergeben"), "users"),
    "task.rescheduled": (_("Aufgabe verschoben"), "calendar"),
    "task.done": (_("Aufgabe erledigt"), "check"),
    "prospects.informed": (_("Information über Bleibeperspektiven unterzeichnet"), "signature"),
    "desk.handed_over": (_("An den Aufenthalt gegeben"), "external"),
    "desk.answered": (_("Ergebnis des Aufenthalts festgehalten"), "check"),
    "due_day.told": (_("An einen fälligen Tag erinnert"), "clock"),
    "due_day.settled": (_("Erinnerung an einen fälligen Tag beendet"), "check"),
    "suspension.renewal_due": (_("An die Verlängerung der Duldung erinnert"), "clock"),
    "step.drafted": (_("Schritt entworfen"), "pen"),
    "step.draft_revised": (_("Entwurf geändert"), "pen"),
    "step.given_to_sign": (_("Zur zweiten Unterschrift gegeben"), "signature"),
    "step.signed": (_("Schritt unterzeichnet"), "signature"),
    "step.refused": (_("Zweite Unterschrift abgelehnt"), "warning"),
    "portal.access_opened": (_("Zugang der Person angelegt"), "users"),
    "portal.access_ended": (_("Zugang der Person beendet"), "close"),
    "portal.code_ordered": (_("Schreiben mit Code für den Zugang ausgegeben"), "mail"),
    "portal.day_released": (_("Termin für die Person freigegeben"), "calendar"),
    "portal.day_withdrawn": (_("Freigegebener Termin zurückgenommen"), "refresh"),
    "portal.address_handed_in": (_("Person teilt neue Anschrift mit, ungeprüft"), "inbox"),
    "portal.document_handed_in": (_("Person reicht Dokument ein, ungeprüft"), "document"),
    "portal.extract_handed_in": (_("Person bittet um Auskunft"), "inbox"),
    "portal.code_handed_in": (_("Person bittet um einen neuen Code"), "inbox"),
    "portal.address_taken": (_("Anschrift nach Prüfung übernommen"), "check"),
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


def timeline_entries(actions: list[Action], body_id: int | None = None) -> list[TimelineEntry]:
    """Actions with their human text, newest first as given; who acted for another body than ``body_id`` stands there with it."""
    return [_entry(action, body_id) for action in actions]


def _entry(action: Action, body_id: int | None) -> TimelineEntry:
    title, icon = TITLES.get(action.kind, (action.kind, "history"))
    step = action.references.get("step", "")
    by = action.actor.name if action.actor else str(_("Programm"))
    if action.body is not None and body_id is not None and action.body_id != body_id:
        by = f"{by}, {action.body.name}"
    if action.actor and action.references.get("program"):
        by = gettext("%(name)s, durch ein Programm") % {"name": by}
    return TimelineEntry(action.at, str(title), by, icon, step_name(step) if step else "")
