"""What people call the fields of a form that is shown again: labels of the vocabulary, those of the common forms, else "Eingabe".

Asks no database: the page is also shown while it is away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from augenmass.cases.queries.case import english, label_of, text_of
from augenmass.doors.desk.agreement_labels import AGREEMENT_LABELS
from augenmass.doors.desk.conference_labels import CONFERENCE_CHOSEN, CONFERENCE_LABELS, CONFERENCE_TECHNICAL
from augenmass.doors.desk.notice_labels import NOTICE_LABELS
from augenmass.doors.desk.offer_labels import OFFER_LABELS
from augenmass.doors.desk.special_staff_labels import STAFF_CHOSEN, STAFF_LABELS
from augenmass.law.facts import FormatError
from augenmass.law.transmission.vocabulary import ENQUIRY
from augenmass.law.vocabulary import VOCABULARY
from augenmass.law.vocabulary.declaration import Kind

#: Sent again and not shown: keys, versions and other marks that the page put into the form, not the person.
TECHNICAL = frozenset(
    [
        "key",
        "submission",
        "seen",
        "anyway",
        "stamp",
        "close",
        "seen_version",
        "sha256",
        "edition",
        "text_digest",
        "item",
        "fact",
        "query",
        "candidate",
        "added",
        "confirmed",
        "konto",
        "decision",
        "next",
        "body",
        "language",
        "theme",
        "do",
        *CONFERENCE_TECHNICAL,
    ]
)
#: Fields in which something is chosen from a list; what they send is a key that says nothing to people.
CHOSEN = frozenset(
    [
        "facts",
        "start",
        "provision",
        "partner",
        "first",
        "second",
        "reached_person",
        "reached_counsellor",
        "service_body",
        "understood",
        "had_a_say",
        "service_kept_word",
        "helps",
        "felt_free",
        "most_helpful",
        "account",
        "day_kind",
        "asker",
        "authority",
        "ground",
        "identified_by",
        "piece",
        "way",
        "andere",
        "assignee",
        "dispatch_method",
        "evidence",
        "giving",
        "household",
        "instruction",
        "kind",
        "manner",
        "method",
        "obligation",
        "period_ground",
        "period_unit",
        "purpose",
        "relation",
        "stand_in",
        "taking",
        "unit",
        "verdict",
        "zweck",
        "matter",
        "officer",
        "receiver",
        "recipient",
        "role",
        "stelle",
        "successor",
        "target_state",
        "other_target_state",
        "forbidden_state",
        "other_forbidden_state",
        "asks",
        "grund",
        "more",
        "sentence",
        "person_category",
        "take",
        "marital_status",
        "sex",
        "departure",
        "expelled",
        "finding",
        "outcome",
        "prospects",
        "cases",
        "gesetz",
        "terms",
        "rest",
        "occasion",
        "recovery_ground",
        *(f"occasion_{number}" for number in range(1, 5)),
        "came_from",
        "relatives",
        "obstacle_kind",
        *STAFF_CHOSEN,
        "person_language",
        "situation",
        "review_weeks",
        "step_side",
        "nature",
        "signed_how",
        "moved_by",
        "given_how",
        "other_agreement",
        "colleague",
        "reply_yes",
        "travel_kind",
        "applicant",
        "hearing",
        "hearing_outcome",
        "on_form",
        "country",
        "origin",
        "status",
        "reports_to",
        "to_house",
        "renewal_weeks",
        *CONFERENCE_CHOSEN,
    ]
)
COLUMN = "column_"
"""Fields of the mapping of an import: its number and, as value, the name of a fact."""
QUESTION = "q_"
"""Answers to what the norms of a transmission ask."""
LONGEST_NUMBER = 6
LABELS = {
    "day_kind": gettext_lazy("Art"),
    "place": gettext_lazy("Ort"),
    "bring": gettext_lazy("Bitte mitbringen"),
    "box_service": gettext_lazy("Beratungsstelle"),
    "public_key": gettext_lazy("Öffentlicher Schlüssel"),
    "adults": gettext_lazy("Erwachsene"),
    "minors": gettext_lazy("Minderjährige"),
    "terms": gettext_lazy("Programm"),
    "programme": gettext_lazy("Kürzel"),
    "name_de": gettext_lazy("Name"),
    "name_en": gettext_lazy("Name auf Englisch"),
    "year": gettext_lazy("Haushaltsjahr"),
    "cents": gettext_lazy("Betrag"),
    "rest": gettext_lazy("Was wird aus Bewilligungen, die noch nicht ausgezahlt sind?"),
    "sure": gettext_lazy("Das Jahr soll abgeschlossen und nicht wieder geöffnet werden."),
    "since": gettext_lazy("Seit wann?"),
    "per_adult": gettext_lazy("Betrag je erwachsene Person"),
    "per_minor": gettext_lazy("Betrag je minderjährige Person"),
    "ceiling": gettext_lazy("Höchstens für eine Bewilligung"),
    "ceiling_of_year": gettext_lazy("Höchstens im Jahr für das Programm"),
    "basis": gettext_lazy("Grundlage"),
    "until": gettext_lazy("Letzter Tag"),
    "occasion": gettext_lazy("Anlass"),
    "occasion_on": gettext_lazy("Eingetreten am"),
    "payee": gettext_lazy("Wer bekommt das Geld?"),
    "paid_to": gettext_lazy("Auf welchem Weg?"),
    "recovery_ground": gettext_lazy("Grund"),
    **{f"occasion_{number}": gettext_lazy("Rate") for number in range(1, 5)},
    **{f"months_{number}": gettext_lazy("Monate nach der Ausreise") for number in range(1, 5)},
    **{f"share_{number}": gettext_lazy("Anteil in Prozent") for number in range(1, 5)},
    "despite_missing": gettext_lazy("Trotz des Fehlenden übernehmen"),
    "house_name": gettext_lazy("Name der Unterkunft"),
    "street": gettext_lazy("Straße und Hausnummer"),
    "postcode": gettext_lazy("Postleitzahl"),
    "town": gettext_lazy("Ort"),
    "reports_to": gettext_lazy("Zuständige Ausländerbehörde"),
    "closed_on": gettext_lazy("Geschlossen ab"),
    "day": gettext_lazy("Tag"),
    "time": gettext_lazy("Uhrzeit"),
    "renewal_weeks": gettext_lazy("Wann wird an die Verlängerung erinnert?"),
    "to_house": gettext_lazy("In welche Unterkunft?"),
    "withdrawal_reason": gettext_lazy("Warum war die Meldung falsch?"),
    "to_postcode": gettext_lazy("Postleitzahl des Ziels"),
    "to_place": gettext_lazy("Ort und Anschrift des Ziels"),
    "jahr": gettext_lazy("Jahr"),
    "zeitraum": gettext_lazy("Zeitraum"),
    "spelling": gettext_lazy("Schreibweise der Namen nach deutschem Recht"),
    "nationalities": gettext_lazy("Staatsangehörigkeiten"),
    "marital_status": gettext_lazy("Familienstand"),
    "given_names": gettext_lazy("Vornamen"),
    "funding_reason": gettext_lazy("Begründung der Förderung"),
    "funding_kind": gettext_lazy("Art der Förderung"),
    "funding_extent": gettext_lazy("Umfang der Förderung"),
    "expelled": gettext_lazy("Wurde die Person ausgewiesen?"),
    "doctorate": gettext_lazy("Doktorgrad"),
    "departure": gettext_lazy("Ausreise"),
    "birth_place": gettext_lazy("Geburtsort"),
    "birth_name": gettext_lazy("Geburtsname"),
    "birth_district": gettext_lazy("Geburtsbezirk"),
    "birth_country": gettext_lazy("Geburtsland"),
    "acknowledged_by": gettext_lazy("Kenntnis genommen haben"),
    "body_name": gettext_lazy("Bearbeitende Stelle und Land"),
    "came_from": gettext_lazy("Zurückgekommen"),
    "carrier": gettext_lazy("Beförderung"),
    "code": gettext_lazy("Code"),
    "declared_on": gettext_lazy("Erklärt am"),
    "departed_on": gettext_lazy("Ausgereist am"),
    "filed_on": gettext_lazy("Antrag gestellt am"),
    "language": gettext_lazy("Sprache"),
    "relatives": gettext_lazy("Wer reist gemeinsam aus?"),
    "reported_on": gettext_lazy("Meldung nach der Ausreise am"),
    "route": gettext_lazy("Reiseweg"),
    "told_by": gettext_lazy("Belehrt durch"),
    "told_on": gettext_lazy("Belehrt am"),
    "travels_on": gettext_lazy("Reisetag"),
    "account": gettext_lazy("Wer ist abwesend?"),
    "aktenzeichen": gettext_lazy("Aktenzeichen"),
    "comment": gettext_lazy("Anmerkung"),
    "cases": gettext_lazy("Fälle"),
    "finding": gettext_lazy("Ergebnis"),
    "outcome": gettext_lazy("Ergebnis"),
    "prospects": gettext_lazy("Welche Perspektiven?"),
    "counselling": gettext_lazy("Beratungsstellen"),
    "translator": gettext_lazy("Übersetzerin oder Übersetzer"),
    "reviewed_on": gettext_lazy("Gelesen am"),
    "hardship": gettext_lazy("Kontakt der Härtefallkommission"),
    "intended": gettext_lazy("Beabsichtigte Entscheidung"),
    "health": gettext_lazy("Auf die Pflicht zur ärztlichen Bescheinigung hinweisen (§ 60a Absatz 2d Satz 4 AufenthG)"),
    "compared": gettext_lazy("Den Fingerabdruck des Schlüssels habe ich am Telefon verglichen."),
    "andere": gettext_lazy("Nur Zugriffe anderer Stellen"),
    "asker": gettext_lazy("Wer fragt?"),
    "authority": gettext_lazy("Vollmacht oder Bestellung"),
    "first": gettext_lazy("Von Seite"),
    "ground": gettext_lazy("Warum reicht der Monat nicht?"),
    "grounds": gettext_lazy("Woran wurde erkannt, dass es dieselbe Person ist?"),
    "handed_on": gettext_lazy("Übergeben oder versandt am"),
    "identified_by": gettext_lazy("Wie wurde die Identität geprüft?"),
    "identity_note": gettext_lazy("Vermerk zur Prüfung"),
    "last": gettext_lazy("Bis Seite"),
    "piece": gettext_lazy("Stück der Akte"),
    "read_through": gettext_lazy("Entwurf gelesen"),
    "unseen": gettext_lazy("Schon dass es diese Seiten gibt, ist geheim"),
    "way": gettext_lazy("Auf welchem Weg?"),
    "answer": gettext_lazy("Was wurde veranlasst?"),
    "assignee": gettext_lazy("Person"),
    "asks": gettext_lazy("Wonach wird gefragt?"),
    "bis": gettext_lazy("Bis"),
    "body": gettext_lazy("Dienststelle"),
    "categories": gettext_lazy("Welche Angaben?"),
    "dated": gettext_lazy("Datum des Dokuments"),
    "decided_on": gettext_lazy("Beschlossen am"),
    "deadline": gettext_lazy("Antwort erbeten bis"),
    "discretion": gettext_lazy("Ermessen zu Zielstaat und Länge der Frist"),
    "dispatch_method": gettext_lazy("Vorgesehene Zustellung"),
    "dispatched_on": gettext_lazy("Aufgegeben oder übergeben am"),
    "due": gettext_lazy("Fällig am"),
    "email": gettext_lazy("Dienstliche E-Mail-Adresse"),
    "enclosures": gettext_lazy("Weitere Anlagen"),
    "second_language": gettext_lazy("Weitere Sprache neben Deutsch"),
    "sprache": gettext_lazy("Weitere Sprache neben Deutsch"),
    "evidence": gettext_lazy("Nachweis"),
    "facts": gettext_lazy("Sachverhalt"),
    "first_day": gettext_lazy("Erster Tag"),
    "forbidden_state": gettext_lazy("Staat, in den nicht abgeschoben werden darf"),
    "full_name": gettext_lazy("Vor- und Familienname"),
    "gesetz": gettext_lazy("Gesetz"),
    "giving": gettext_lazy("Bisher zuständig"),
    "grund": gettext_lazy("Grund der Rückgabe"),
    "hearing_statement": gettext_lazy("Äußerung bei der Anhörung"),
    "hearing_waived_reasons": gettext_lazy("Gründe, falls von der Anhörung abgesehen wurde"),
    "household": gettext_lazy("Gemeinsamer Haushalt"),
    "immediate_execution": gettext_lazy("Sofortige Vollziehung anordnen (§ 80 Absatz 2 Satz 1 Nummer 4 VwGO)"),
    "immediate_reasons": gettext_lazy("Gründe für die sofortige Vollziehung"),
    "instruction": gettext_lazy("Rechtsbehelfsbelehrung des versandten Schreibens"),
    "applicant": gettext_lazy("Wer hat den Antrag gestellt?"),
    "country": gettext_lazy("Staat"),
    "document_valid_until": gettext_lazy("Gültig bis"),
    "documents": gettext_lazy("Unterlagen"),
    "document_number": gettext_lazy("Nummer des Dokuments"),
    "durations": gettext_lazy("Dauer nach Auskunft anderer"),
    "event_note": gettext_lazy("Anmerkung"),
    "happened_on": gettext_lazy("Tag"),
    "hearing": gettext_lazy("Welche Vorsprache?"),
    "hearing_outcome": gettext_lazy("Ergebnis der Vorsprache"),
    "on_form": gettext_lazy("Welche Angaben stehen auf dem Formular?"),
    "remarks": gettext_lazy("Hinweise"),
    "steps": gettext_lazy("Schritte"),
    "travel_kind": gettext_lazy("Was ist beantragt?"),
    "where": gettext_lazy("Wo wird beantragt?"),
    "answered_on": gettext_lazy("Seit"),
    "concerned": gettext_lazy("Welche Stelle betrifft es?"),
    "obstacle_kind": gettext_lazy("Art des Hemmnisses"),
    **AGREEMENT_LABELS,
    **CONFERENCE_LABELS,
    **STAFF_LABELS,
    "pilot_name": gettext_lazy("Name der Erprobung"),
    "first_quarter": gettext_lazy("Erstes Vierteljahr"),
    "last_quarter": gettext_lazy("Letztes Vierteljahr"),
    "pilot_questions": gettext_lazy("Was soll die Auswertung beantworten?"),
    "pilot_reason": gettext_lazy("Warum ändert sich das?"),
    "offered_quarter": gettext_lazy("Vierteljahr"),
    "offered_people": gettext_lazy("Wie vielen Menschen haben Sie eine Vereinbarung angeboten?"),
    "smallest": gettext_lazy("Kleinste gezeigte Zahl"),
    "municipality": gettext_lazy("Amtlicher Gemeindeschlüssel"),
    "place_name": gettext_lazy("Ort"),
    "service_body": gettext_lazy("Beratungsstelle in dieser Installation"),
    "service_name": gettext_lazy("Name der Beratungsstelle, wenn sie keine Stelle dieser Installation ist"),
    "up_to": gettext_lazy("Bis einschließlich"),
    "origin": gettext_lazy("Herkunftsstaat"),
    "over_on": gettext_lazy("Besteht bei Ihnen nicht mehr seit"),
    "status": gettext_lazy("Stand des Hemmnisses"),
    "what_happens": gettext_lazy("Was geschieht?"),
    "kind": gettext_lazy("Art"),
    "last_day": gettext_lazy("Letzter Tag"),
    "manner": gettext_lazy("Wie zugestellt wurde"),
    "matter": gettext_lazy("Angelegenheit"),
    "method": gettext_lazy("Art der Zustellung"),
    "missing": gettext_lazy("Was fehlt?"),
    "most": gettext_lazy("Höchstens so viele Fälle"),
    "name": gettext_lazy("Name der Ansicht"),
    "note": gettext_lazy("Vermerk"),
    "number": gettext_lazy("Aktenzeichen des Falls"),
    "obligation": gettext_lazy("Weshalb die Ausreisepflicht vollziehbar ist"),
    "obstacles": gettext_lazy("Feststellungen zu Abschiebungsverboten, Kindeswohl, Familie und Gesundheit"),
    "officer": gettext_lazy("Künftig zuständig"),
    "other_forbidden_state": gettext_lazy("Weiterer Staat, in den nicht abgeschoben werden darf"),
    "other_target_state": gettext_lazy("Weiterer Zielstaat"),
    "own_reasons": gettext_lazy("Gründe im Einzelfall"),
    "period_ground": gettext_lazy("Grund für eine kürzere oder keine Frist"),
    "period_length": gettext_lazy("Länge der Ausreisefrist"),
    "period_reasons": gettext_lazy("Gründe für die Länge der Frist"),
    "period_unit": gettext_lazy("Einheit"),
    "person": gettext_lazy("Wer gelesen hat"),
    "person_category": gettext_lazy("Personengruppe"),
    "postal": gettext_lazy("Postanschrift"),
    "provision": gettext_lazy("Vorschrift"),
    "purpose": gettext_lazy("Zweck"),
    "reason": gettext_lazy("Begründung"),
    "reasons": gettext_lazy("Gründe"),
    "review_on": gettext_lazy("Gilt ohne neue Prüfung bis"),
    "says": gettext_lazy("Wo das Dokument liegt, oder weshalb keines nötig ist"),
    "receiver": gettext_lazy("An welche Stelle?"),
    "recipient": gettext_lazy("Person"),
    "received": gettext_lazy("Eingegangen am"),
    "received_on": gettext_lazy("Eingegangen am"),
    "relation": gettext_lazy("Die Person dieses Falls ist"),
    "returned_on": gettext_lazy("Zurückgekommen am"),
    "role": gettext_lazy("Rolle"),
    "sender": gettext_lazy("Absender"),
    "more": gettext_lazy("Weitere Angabe"),
    "sentence": gettext_lazy("Wie beantworten Sie das Ersuchen?"),
    "served_on": gettext_lazy("Zugestellt am"),
    "source": gettext_lazy("Quelle"),
    "stand_in": gettext_lazy("Wer vertritt?"),
    "stelle": gettext_lazy("Welcher Stelle?"),
    "subject": gettext_lazy("Betreff"),
    "successor": gettext_lazy("Wer übernimmt die offene Arbeit?"),
    "take": gettext_lazy("Welche Angaben in den Fall übernehmen?"),
    "taking": gettext_lazy("Künftig zuständig"),
    "target_state": gettext_lazy("Zielstaat"),
    "telephone": gettext_lazy("Telefon"),
    "text": gettext_lazy("Vermerk"),
    "title": gettext_lazy("Bezeichnung"),
    "true_from": gettext_lazy("Gilt seit"),
    "true_to": gettext_lazy("Gilt bis"),
    "unit": gettext_lazy("Sachgebiet"),
    "unit_name": gettext_lazy("Name des Sachgebiets"),
    "url": gettext_lazy("Adresse ihrer Anwendung"),
    "username": gettext_lazy("Benutzername"),
    "valid_until": gettext_lazy("Letzter Tag"),
    "von": gettext_lazy("Von"),
    "verdict": gettext_lazy("Ergebnis"),
    "zweck": gettext_lazy("Zweck"),
    **NOTICE_LABELS,
    **{f"offer_{part}": label for part, label in OFFER_LABELS.items()},
}


@dataclass(frozen=True, slots=True)
class KeptField:
    """A field as it is sent again (``name``, ``value``), and as it is shown; without a label it is not shown."""

    name: str
    value: str
    label: str = ""
    text: str = ""


def labelled(request: HttpRequest, fields: Iterable[tuple[str, str]]) -> list[KeptField]:
    """The fields of a form with the words that people know them by."""
    asked = _fact_of_address(request)
    return [_labelled(name, value, asked if name == "value" else name) for name, value in fields]


def _labelled(name: str, value: str, known: str) -> KeptField:
    if name in TECHNICAL or not value.strip():
        return KeptField(name, value)
    declared = VOCABULARY.get(known)
    if declared is not None:
        return KeptField(name, value, label_of(declared), _value_text(known, value))
    told = ENQUIRY.get(name.removeprefix(QUESTION)) if name.startswith(QUESTION) else None
    if told is not None:
        return KeptField(name, value, told.en if english() else told.de, _("ja") if value == "yes" else _("nein"))
    position = name.removeprefix(COLUMN)
    if position != name and position.isdecimal():
        target = VOCABULARY.get(value)
        label = _("Spalte %(number)s") % {"number": int(position[:LONGEST_NUMBER]) + 1}
        return KeptField(name, value, label, label_of(target) if target else _("ausgewählt"))
    text = _("ausgewählt") if name in CHOSEN or value == "on" else value
    return KeptField(name, value, str(LABELS.get(known) or _("Eingabe")), text)


def _value_text(name: str, value: str) -> str:
    """What was typed stays as it was typed; only the key of a choice is written out."""
    if VOCABULARY[name].kind not in (Kind.YES_NO, Kind.CHOICE):
        return value
    try:
        return text_of(name, value)
    except FormatError:
        return value


def _fact_of_address(request: HttpRequest) -> str:
    """The fact that a page is about: its form calls the value of any fact "value"."""
    try:
        found: Any = resolve(request.path_info).kwargs.get("name", "")
    except Resolver404:
        return ""
    return str(found)
