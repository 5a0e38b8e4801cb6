"""What a transmission can be for, what it can hold and what it can be caused by: closed lists."""

from collections.abc import Mapping
from types import MappingProxyType

from augenmass.law.vocabulary import CATEGORIES
from augenmass.law.vocabulary.declaration import Choice

DATA_CLASSES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **CATEGORIES,
        "azr_number": ("AZR-Nummer", "number in the Central Register"),
        "register_documents": ("im Register gespeicherte Dokumente", "documents stored in the register"),
        "identification_data": (
            "Lichtbild, Fingerabdrücke, Sprachaufzeichnung",
            "photograph, fingerprints, voice record",
        ),
        "fingerprint_references": ("Referenznummern zu Fingerabdrücken", "reference numbers of fingerprints"),
        "security_findings": ("Sicherheitserkenntnisse", "security findings"),
        "criminal_proceedings": ("Verfahrensdaten der Strafverfolgung", "data on criminal proceedings"),
        "offence_indications": ("Anhaltspunkte für Verstöße", "indications of offences"),
        "location_data": (
            "Daten des Aufenthaltsortes aus elektronischer Überwachung",
            "location data of electronic monitoring",
        ),
        "commitment": ("Verpflichtungserklärung", "declaration of commitment"),
        "employment": ("Zustimmung zur Beschäftigung", "approval of employment"),
        "education": (
            "Schulbildung, Ausbildung, Beruf, Sprachkenntnisse",
            "schooling, training, occupation, languages",
        ),
        "courses": ("Kursteilnahme", "participation in courses"),
        "screening": (
            "Untersuchungen und Impfungen mit Ort und Tag",
            "examinations and vaccinations with place and day",
        ),
        "return_support": ("Förderung der Ausreise", "support of return"),
        "travel": ("Reise in den Herkunftsstaat", "journey to the state of origin"),
        "paternity": ("Tatsachen zur Vaterschaftsanerkennung", "facts on an acknowledgement of paternity"),
        "citizenship": ("Erwerb der deutschen Staatsangehörigkeit", "acquisition of German nationality"),
        "special_needs": ("besondere Bedürfnisse im Verfahren", "special needs in the procedure"),
        "statistics": ("zusammengefasste Daten ohne Personen", "aggregated data without persons"),
    }
)
"""What one transmission holds, class by class: the product's categories, and kinds of data that only other bodies keep."""

# fmt: off
PURPOSES = tuple(
    Choice(key, de, en)
    for key, de, en in (
        ("residence_law", "Ausführung des Aufenthaltsrechts", "carrying out residence law"),
        ("asylum_law", "Ausführung des Asylrechts", "carrying out asylum law"),
        ("return_enforcement", "Durchsetzung der Ausreisepflicht", "enforcing the obligation to leave"),
        ("protection_review", "Prüfung von Entzug oder Widerruf des Schutzes", "review of protection"),
        ("asylum_benefits", "Leistungen nach dem AsylbLG", "benefits for asylum seekers"),
        ("social_benefits", "Leistungen nach SGB II, III oder XII", "benefits under Books II, III or XII"),
        ("benefit_abuse", "Aufdeckung unberechtigten Leistungsbezugs", "detecting unjustified receipt of benefits"),
        ("work_offences", "Verfolgung von Verstößen nach § 90 Abs. 1 AufenthG", "prosecuting offences of section 90 (1)"),
        ("criminal_prosecution", "Strafverfolgung", "criminal prosecution"),
        ("sentence_enforcement", "Vollzug von Freiheitsentziehungen", "carrying out sentences"),
        ("regulatory_prosecution", "Verfolgung von Ordnungswidrigkeiten", "prosecuting regulatory offences"),
        ("danger_prevention", "Gefahrenabwehr durch die Polizei", "averting dangers by the police"),
        ("danger_to_life", "Abwehr erheblicher Gefahren für Leib und Leben", "averting grave dangers to life and limb"),
        ("identity_check", "Feststellung der Identität", "establishing identity"),
        ("border_protection", "grenzpolizeilicher Schutz", "protection of the border"),
        ("reliability_check", "Zuverlässigkeitsüberprüfung", "check of reliability"),
        ("security_check", "Prüfung von Versagungsgründen und Sicherheitsbedenken", "check of security concerns"),
        ("intelligence_tasks", "gesetzliche Aufgaben der Nachrichtendienste", "statutory tasks of intelligence services"),
        ("health_care", "gesundheitliche Betreuung und Versorgung", "health care"),
        ("health_examination", "Prüfung von Untersuchungen und Impfungen", "check of examinations and vaccinations"),
        ("youth_welfare", "Aufgaben der Kinder- und Jugendhilfe", "tasks of youth welfare"),
        ("maintenance_advance", "Unterhaltsvorschuss", "advances on maintenance"),
        ("parental_allowance", "Elterngeld", "parental allowance"),
        ("return_support", "Förderung der freiwilligen Ausreise", "support of voluntary return"),
        ("integration_course", "Durchführung der Integrationskurse", "running integration courses"),
        ("language_training", "berufsbezogene Deutschsprachförderung", "job-related language training"),
        ("course_follow_up", "Kontrolle der Kursteilnahme, Titel, Einbürgerung", "follow-up of courses, titles, naturalisation"),
        ("research", "wissenschaftliches Forschungsvorhaben", "scientific research"),
        ("register_maintenance", "Datenpflege im Melderegister", "keeping the population register right"),
        ("civil_enforcement", "Zwecke des § 755 ZPO", "purposes of section 755 of the Code of Civil Procedure"),
        ("administrative_enforcement", "Vollstreckungsverfahren", "enforcement proceedings"),
        ("victim_proceedings", "Strafverfahren nach § 72 Abs. 6 AufenthG", "proceedings of section 72 (6)"),
        ("paternity_check", "Prüfung einer missbräuchlichen Vaterschaftsanerkennung", "check of an abusive acknowledgement"),
        ("mobility", "Mobilität innerhalb der EU", "mobility within the EU"),
        ("long_term_residents", "Rechtsstellung langfristig Aufenthaltsberechtigter", "status of long-term residents"),
        ("temporary_protection", "vorübergehender Schutz", "temporary protection"),
        ("early_deletion", "vorzeitige Löschung in einem EU-System", "early deletion in an EU system"),
        ("monitoring", "Durchsetzung von Beschränkungen (§ 56a AufenthG)", "enforcing restrictions (section 56a)"),
        ("treaty", "völkerrechtliche Verpflichtung", "duty under a treaty"),
        ("alert_information", "Zusatzinformationen zu einer Ausschreibung", "supplementary information on an alert"),
        ("justice_registers", "Register und Aufgaben des Bundesamts für Justiz", "registers of the Federal Office of Justice"),
        ("supervision", "Aufsicht", "supervision"),
        ("public_task", "andere Aufgabe der öffentlichen Stelle", "other task of the public body"),
        ("foreign_task", "Aufgabe der ausländischen Stelle", "task of the foreign body"),
    )
)
# fmt: on

# fmt: off
OCCASIONS = tuple(
    Choice(key, de, en)
    for key, de, en in (
        ("stay_without_title", "Aufenthalt ohne Titel und ohne Duldung", "stay without title and suspension"),
        ("limit_breached", "Verstoß gegen räumliche Beschränkung", "breach of a limit of movement"),
        ("benefits_claimed", "Inanspruchnahme bestimmter Sozialleistungen", "claim to certain social benefits"),
        ("expulsion_ground", "sonstiger Ausweisungsgrund", "other ground of expulsion"),
        ("offence_under_act", "Straftat nach dem Aufenthaltsgesetz", "offence under the Residence Act"),
        ("lasting_departure", "nicht nur vorübergehende Ausreise", "departure that is not temporary"),
        ("integration_need", "besondere Integrationsbedürftigkeit", "special need of integration"),
        ("humanitarian_benefits", "Leistungsbezug mit Titel aus Kapitel 2 Abschnitt 3 oder 4", "benefits with a title of parts 3 or 4"),
        ("identity_found", "Daten zur Identität eines Ausreisepflichtigen", "identity data of somebody obliged to leave"),
        ("proceedings_opened", "Einleitung des Strafverfahrens", "criminal proceedings opened"),
        ("proceedings_ended", "Erledigung des Straf- oder Bußgeldverfahrens", "proceedings ended"),
        ("charge_or_warrant", "Anklage oder Haftbefehl", "charge or arrest warrant"),
        ("extradition", "Auslieferungsverfahren", "extradition proceedings"),
        ("witness_protection", "Beginn oder Ende des Zeugenschutzes", "witness protection begins or ends"),
        ("victim_title", "Titel, Frist oder Zuständigkeit in Opferfällen", "title, period or competence in victims' cases"),
        ("unregistered", "im Bundesgebiet, aber nicht gemeldet", "in Germany but not registered"),
        ("register_wrong", "Melderegister unrichtig oder unvollständig", "population register wrong"),
        ("central_register_wrong", "Ausländerzentralregister unrichtig", "Central Register wrong"),
        ("settlement_granted", "Niederlassungserlaubnis oder Daueraufenthalt-EU erteilt", "settlement permit granted"),
        ("course_missed", "nicht ordnungsgemäße Teilnahme", "improper attendance"),
        ("journey_to_origin", "Reise in den Herkunftsstaat", "journey to the state of origin"),
        ("asylum_decision", "Entscheidung über den Asylantrag", "decision on the asylum application"),
        ("enforceable_warning", "vollziehbare Abschiebungsandrohung", "enforceable warning"),
        ("court_suspends", "Gericht ordnet aufschiebende Wirkung an", "court orders suspensive effect"),
        ("removal_order_served", "Zustellung der Abschiebungsanordnung", "removal order served"),
        ("address_or_search", "Anschrift oder Ausschreibung", "address or search notice"),
        ("naturalised", "Erwerb der deutschen Staatsangehörigkeit", "German nationality acquired"),
        ("title_granted", "Erteilung eines Aufenthaltstitels", "title granted"),
        ("title_decided_abroad", "Entscheidung mit Bezug zu einem anderen Mitgliedstaat", "decision that concerns another member state"),
        ("removal_of_long_term_resident", "Aufenthaltsbeendigung eines langfristig Berechtigten", "end of stay of a long-term resident"),
        ("paternity_facts", "Tatsachen zur missbräuchlichen Vaterschaftsanerkennung", "facts on an abusive acknowledgement"),
    )
)
# fmt: on

ANY_PURPOSE = tuple(purpose.key for purpose in PURPOSES)
REGISTER_RECORD = (
    "identity", "contact", "family", "residence", "asylum", "decision", "departure", "enforcement", "identification_data", "benefits",
    "criminal", "return_support", "commitment", "education", "courses", "azr_number",
)  # fmt: skip
"""Data of the Central Register about a person, documents excepted (AZRG § 15 (1))."""
