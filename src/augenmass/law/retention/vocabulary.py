"""What is asked of a record to know when it is deleted: its kind, days of events, and what holds deletion up."""

from collections.abc import Mapping
from types import MappingProxyType

from augenmass.law.vocabulary import RETENTION_CLASSES
from augenmass.law.vocabulary.declaration import Choice, FactDeclaration
from augenmass.law.vocabulary.declaring import Chapter

RECORD_KINDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **RETENTION_CLASSES,
        "notice_on_request": ("Mitteilung auf Ersuchen", "notice made on request"),
        "document_check": ("aus einem Dokument ausgelesene Daten", "data read from a document"),
        "identification": ("erkennungsdienstliche Daten nach § 49 AufenthG", "identification data of section 49"),
        "asylum_identification": (
            "erkennungsdienstliche Daten nach § 16 AsylG",
            "identification data of the Asylum Act",
        ),
        "asylum_document_check": ("nach § 16 Abs. 1a AsylG ausgelesene Daten", "data read under section 16 (1a)"),
        "asylum_file": ("Asylverfahrensakte des Bundesamtes", "asylum file of the Federal Office"),
        "asylum_special_needs": ("übermittelte besondere Bedürfnisse", "special needs transmitted"),
        "data_carrier": ("vom Datenträger ausgelesene Daten", "data read from a data carrier"),
        "asylum_data_carrier": ("vom Bundesamt ausgelesene Datenträger", "data carriers read by the Federal Office"),
        "internet_comparison": ("Abgleich mit dem Internet", "comparison with the internet"),
        "return_support": ("Daten der Rückkehrförderung", "data of return support"),
        "location": ("Standortdaten der elektronischen Überwachung", "location data of electronic monitoring"),
        "location_at_home": ("Standortdaten innerhalb der Wohnung", "location data within the home"),
        "location_at_home_note": ("Vermerk über Daten aus der Wohnung", "note on data from within the home"),
        "location_log": ("Protokoll der Abrufe von Standortdaten", "log of retrievals of location data"),
        "registry_comparison": (
            "Daten des Abgleichs mit der Meldebehörde",
            "data of the comparison with the registration office",
        ),
        "security_comparison": ("Abgleich mit der Fahndung ohne Treffer", "comparison with wanted persons, no match"),
        "register_record": ("Datensatz im Ausländerzentralregister", "record in the Central Register"),
        "register_five_years": ("Registereinträge mit fünf Jahren", "register entries of five years"),
        "register_benefits": ("Leistungsbezug im Register", "benefits in the register"),
        "register_ten_years": ("Registereinträge mit zehn Jahren", "register entries of ten years"),
        "register_screening": ("Registereinträge mit zwölf Monaten", "register entries of twelve months"),
        "register_eighteen_months": ("Registereinträge mit 18 Monaten", "register entries of 18 months"),
        "register_detention": ("Freiheitsentziehung im Register", "detention in the register"),
        "register_no_entry": ("Vorabdaten ohne Einreise", "advance data without entry"),
        "register_log": ("Aufzeichnung über Registerabrufe", "record of register retrievals"),
        "register_block_note": ("Aufzeichnung zur Übermittlungssperre", "record on a block of transmission"),
        "register_purpose_notice": (
            "Mitteilung neuer Zwecke an das Register",
            "notice of new purposes to the register",
        ),
        "register_other_persons": ("Treffer zu anderen Personen", "hits on other persons"),
        "register_service_record": ("Aufzeichnung eines Nachrichtendienstes", "record of an intelligence service"),
        "refusal_reasons": ("Gründe einer Auskunftsverweigerung", "reasons for refusing information"),
        "police_log": ("Protokoll nach § 76 BDSG", "log of section 76 of the Data Protection Act"),
    }
)
"""Kinds of records: the retention classes of facts, and what other provisions name."""

RECORD = Chapter("record", "organisation")
EVENTS = Chapter("events", "organisation")
HOLDS = Chapter("holds", "organisation")

RECORD.choice(
    "record_kind",
    ("Art der Unterlage", "Kind of record"),
    ("Um welche Unterlage es geht.", "Which record it is about."),
    tuple(Choice(key, de, en) for key, (de, en) in RECORD_KINDS.items()),
)
RECORD.day(
    "period_starts_on",
    ("Beginn der Frist", "Start of the period"),
    (
        "Der Tag, ab dem die Frist läuft; er folgt aus dem Ereignis.",
        "The day from which the period runs; it follows from the event.",
    ),
    derived=True,
)
# fmt: off
for _name, _de, _en, _meaning, _meaning_en in (
    ("entry_ban_ended_on", "Ende des Einreiseverbots", "End of the entry ban", "Der Tag, an dem die Frist des Einreise- und Aufenthaltsverbots endet.", "The day on which the entry ban ends."),
    ("unusable_since", "Nicht mehr verwertbar seit", "Not usable since", "Der Tag, ab dem die Erkenntnisse nicht mehr verwertet werden dürfen.", "The day from which the findings may no longer be used."),
    ("irrelevance_found_on", "Unerheblich festgestellt am", "Found irrelevant on", "Der Tag, an dem festgestellt wurde, dass die Mitteilung unerheblich ist und bleibt.", "The day on which the notice was found irrelevant now and later."),
    ("check_finished_on", "Prüfung beendet am", "Check finished on", "Der Tag, an dem die Prüfung des Dokuments oder der Identität endete.", "The day on which the check of document or identity ended."),
    ("passport_and_title_on", "Pass und Titel seit", "Passport and title since", "Der Tag, seit dem ein gültiger Pass ausgestellt und ein Titel erteilt ist.", "The day since which a valid passport and a title were issued."),
    ("stay_ended_on", "Letzte Ausreise oder Ende des Aufenthalts", "Last departure or end of stay", "Der Tag der letzten Ausreise, der versuchten Einreise oder des Endes des unerlaubten Aufenthalts.", "The day of the last departure, the attempted entry or the end of the unlawful stay."),
    ("turned_back_on", "Zurückweisung oder Zurückschiebung", "Turned back", "Der Tag der Zurückweisung oder Zurückschiebung.", "The day on which the person was turned back."),
    ("visa_or_recording_on", "Visumantrag oder Sprachaufzeichnung", "Visa application or voice record", "Der Tag des Visumantrags oder der Sprachaufzeichnung.", "The day of the visa application or the voice record."),
    ("asylum_final_on", "Asylverfahren unanfechtbar beendet", "Asylum procedure final", "Der Tag, an dem das Asylverfahren unanfechtbar abgeschlossen wurde.", "The day on which the asylum procedure became final."),
    ("task_done_on", "Zweck erfüllt am", "Purpose fulfilled on", "Der Tag, ab dem die Daten für ihren Zweck nicht mehr erforderlich sind.", "The day from which the data are no longer needed for their purpose."),
    ("collected_on", "Erhoben am", "Collected on", "Der Tag der Erhebung.", "The day of collection."),
    ("logged_on", "Protokolliert am", "Logged on", "Der Tag, an dem der Eintrag entstand.", "The day on which the entry was made."),
    ("noticed_on", "Zur Kenntnis genommen am", "Noticed on", "Der Tag, an dem die Daten zur Kenntnis kamen.", "The day on which the data were noticed."),
    ("control_finished_on", "Kontrolle abgeschlossen am", "Control finished on", "Der Tag, an dem die Datenschutzkontrolle endete.", "The day on which the control of data protection ended."),
    ("comparison_done_on", "Abgleich beendet am", "Comparison done on", "Der Tag, an dem der Abgleich endete.", "The day on which the comparison ended."),
    ("departed_germany_on", "Ausgereist am", "Departed on", "Der Tag der Ausreise aus dem Inland.", "The day of departure from Germany."),
    ("person_died_on", "Verstorben am", "Died on", "Der Todestag.", "The day of death."),
    ("born_on", "Geboren am", "Born on", "Der Tag der Geburt.", "The day of birth."),
    ("given_to_register_on", "An das Register übermittelt am", "Given to the register on", "Der Tag der Übermittlung an das Register.", "The day of transmission to the register."),
    ("benefits_ended_on", "Leistungsbezug beendet am", "Benefits ended on", "Der Tag, an dem der Leistungsbezug endete.", "The day on which receipt of benefits ended."),
    ("detention_ended_on", "Freiheitsentziehung beendet am", "Detention ended on", "Der Tag, an dem die Freiheitsentziehung endete.", "The day on which detention ended."),
    ("german_known_on", "Deutsche Staatsangehörigkeit bekannt seit", "German nationality known since", "Der Tag, an dem die deutsche Staatsangehörigkeit erworben oder bekannt wurde.", "The day on which German nationality was acquired or became known."),
    ("block_deleted_on", "Sperre gelöscht am", "Block deleted on", "Der Tag, an dem die Übermittlungssperre gelöscht wurde.", "The day on which the block was deleted."),
    ("refused_on", "Auskunft verweigert am", "Information refused on", "Der Tag der Verweigerung.", "The day of the refusal."),
):
    EVENTS.day(_name, (_de, _en), (_meaning, _meaning_en))
for _name, _de, _en, _meaning, _meaning_en in (
    ("legal_hold", "Aufbewahrung angeordnet", "Legal hold", "Die Unterlage wird für ein Gericht, eine Aufsicht oder Rechtsansprüche aufbewahrt.", "The record is kept for a court, a supervisory authority or legal claims."),
    ("needed_for_trial_or_danger", "Für Strafverfahren oder Gefahrenabwehr benötigt", "Needed for a trial or a danger", "Die Daten werden im Strafverfahren oder zur Abwehr einer Gefahr benötigt.", "The data are needed in a criminal trial or to avert a danger."),
    ("used_for_listed_purpose", "Für gesetzlichen Zweck verwendet", "Used for a listed purpose", "Die Daten werden für einen Zweck des § 56a Abs. 4 AufenthG verarbeitet.", "The data are processed for a purpose of section 56a (4)."),
    ("control_pending", "Kontrollverfahren eingeleitet", "Control pending", "Ein Kontrollverfahren ist eingeleitet, das die Aufzeichnung benötigt.", "A control that needs the record has begun."),
    ("long_kept_matter", "Sachverhalt des § 18 Abs. 2 AZRG-DV", "Matter of section 18 (2)", "Gespeichert ist Ausweisung, Zurückschiebung, Abschiebung, Asylanerkennung oder ein anderer dort genannter Sachverhalt.", "Stored is an expulsion, removal, recognition of asylum or another matter named there."),
    ("border_case", "Fall des § 49 Abs. 5 Nr. 3 oder 4", "Case of section 49 (5) no. 3 or 4", "Die Daten wurden bei Zurückweisung oder Zurückschiebung erhoben.", "The data were collected when the person was turned back."),
    ("entered_since", "Seither eingereist", "Entered since", "Die Person ist seither eingereist.", "The person has entered since."),
):
    HOLDS.yes_no(_name, (_de, _en), (_meaning, _meaning_en), protective=True)
# fmt: on

RECORD_FACTS: Mapping[str, FactDeclaration] = MappingProxyType(
    {declaration.name: declaration for chapter in (RECORD, EVENTS, HOLDS) for declaration in chapter.facts}
)
"""Every fact that is asked of a record, by name."""
