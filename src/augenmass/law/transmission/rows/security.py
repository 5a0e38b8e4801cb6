"""Residence Act §§ 56a (6), 73, 89 (2): security checks, location data, identification data for the police."""

from datetime import date

from augenmass.law.language import all_of, any_of, assessment, fact, is_in
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import SECURITY
from augenmass.law.transmission.duties import at_once, bound, delete, record
from augenmass.law.transmission.writing import row, way_of

_GEAS = date(2026, 6, 12)

_SERVICES = (*SECURITY, "land_police")
_ISSUERS = ("foreigners_authority", "mission")
SECURITY_CHECK = row(
    "AufenthG/73/2/1",
    (
        "Prüfung von Versagungsgründen vor Titel, Duldung oder Gestattung.",
        "Check of grounds of refusal before a decision on stay.",
    ),
    Modality.MAY,
    (
        "Gespeicherte Daten über das Bundesverwaltungsamt.",
        "Stored data by way of the Federal Office of Administration.",
    ),
    senders=("foreigners_authority",),
    receivers=_SERVICES,
    purposes=("security_check",),
    classes=("identity", "contact", "residence", "family", "criminal"),
    more=fact("before_residence_decision"),
    told={"before_residence_decision": "yes"},
)
SECURITY_ANSWER = row(
    "AufenthG/73/3/1",
    ("Antwort: ob Versagungsgründe oder Bedenken vorliegen.", "The answer: whether grounds or concerns exist."),
    Modality.MUST,
    ("Unverzüglich an das Bundesverwaltungsamt.", "At once to the Federal Office of Administration."),
    senders=_SERVICES,
    receivers=("federal_administration_office",),
    purposes=("security_check",),
    classes=("security_findings", "identity"),
    necessary=False,
    duties=(at_once("AufenthG/73/3"),),
)
TITLE_VALIDITY = row(
    "AufenthG/73/3/2",
    ("Gültigkeitsdauer des Titels; spätere Erkenntnisse.", "Validity of the title; later findings."),
    Modality.MUST,
    (
        "Behörde nennt die Gültigkeit, Dienste melden spätere Bedenken.",
        "The authority tells validity, services report later concerns.",
    ),
    senders=(*_ISSUERS, *_SERVICES),
    receivers=(*_SERVICES, *_ISSUERS),
    purposes=("security_check",),
    classes=("residence", "security_findings", "identity"),
    needs=("only_named_items",),
    more=any_of(
        all_of(way_of((_ISSUERS, _SERVICES)), is_in("data_class", "residence", "identity")),
        all_of(way_of((_SERVICES, _ISSUERS)), is_in("data_class", "security_findings", "identity")),
    ),
    necessary=False,
    duties=(at_once("AufenthG/73/3"),),
)
_SCREENING = (
    "federal_office",
    "foreigners_authority",
    "federal_police",
    "border_authority",
    "land_police",
    "reception_centre",
)
_SECURED = ("identification_data", "identity")
REGISTRATION_CHECK = row(
    "AufenthG/73/1a/1",
    ("Daten der Identitätssicherung zur Sicherheitsprüfung.", "Data that secure identity, for the security check."),
    Modality.MAY,
    (
        "Über das Bundesverwaltungsamt; auch Überprüfung nach VO (EU) 2024/1356.",
        "By way of the Federal Office of Administration; also screening.",
    ),
    since=_GEAS,
    purposes=("security_check", "identity_check"),
    more=any_of(is_in("purpose", "identity_check"), fact("administrative_rule_covers"), cite="AufenthG/73/4/1"),
    told={"administrative_rule_covers": "yes"},
    senders=_SCREENING,
    receivers=SECURITY,
    classes=_SECURED,
    duties=(
        delete(
            "AufenthG/73/3a",
            "Ohne Fahndungstreffer löscht das Bundeskriminalamt unverzüglich.",
            "Without a match the Federal Criminal Police Office deletes at once.",
        ),
    ),
)
REGISTRATION_CHECK_OLD = row(
    "AufenthG/73/1a/1@2026-06-09",
    (
        "Daten der Identitätssicherung zur Sicherheitsprüfung (bis 11. Juni 2026).",
        "Data that secure identity (until 11 June 2026).",
    ),
    Modality.MAY,
    ("Versagungsgründe und Sicherheitsbedenken nach altem Recht.", "Grounds and concerns under the old law."),
    until=date(2026, 6, 11),
    on=date(2026, 6, 11),
    purposes=("security_check",),
    more=fact("administrative_rule_covers", cite="AufenthG/73/4/1@2026-06-09"),
    told={"administrative_rule_covers": "yes"},
    senders=_SCREENING,
    receivers=SECURITY,
    classes=_SECURED,
)
VISA_CHECK = row(
    "AufenthG/73/1/1",
    ("Daten des Visumverfahrens zur Sicherheitsprüfung.", "Data of the visa procedure, for the security check."),
    Modality.MAY,
    (
        "Soweit die allgemeine Verwaltungsvorschrift den Fall erfasst.",
        "As far as the administrative rule covers the case.",
    ),
    senders=("mission",),
    receivers=SECURITY,
    purposes=("security_check",),
    classes=("identity", "contact", "commitment"),
    more=fact("administrative_rule_covers", cite="AufenthG/73/4/1"),
    told={"administrative_rule_covers": "yes"},
)
IDENTIFICATION_POLICE = row(
    "AufenthG/89/2/2",
    ("Erkennungsdienstliche Daten an Polizei und Strafverfolgung.", "Identification data to police and prosecution."),
    Modality.MAY,
    (
        "Identität, Zuordnung von Beweismitteln, Gefahrenabwehr; soweit und solange erforderlich.",
        "Identity, evidence, averting dangers; as far and long as needed.",
    ),
    senders=("federal_criminal_police", "foreigners_authority", "federal_police", "federal_office"),
    receivers=("land_police", "federal_police", "prosecution", "federal_criminal_police"),
    purposes=("criminal_prosecution", "danger_prevention", "identity_check"),
    classes=("identification_data",),
    duties=(record("AufenthG/89/3", "Die Löschung wird protokolliert.", "Deletion is logged."),),
)
_MONITORING = ("foreigners_authority", "central_body")
_TWO_MONTHS = (
    bound("AufenthG/56a/5"),
    delete(
        "AufenthG/56a/5",
        "Spätestens zwei Monate nach Erhebung löschen, soweit nicht für die Zwecke verarbeitet.",
        "Delete two months after collection unless used for the purposes.",
    ),
    record(
        "AufenthG/56a/5",
        "Jeden Abruf protokollieren; Protokolle nach zwölf Monaten löschen.",
        "Log each retrieval; delete the logs after twelve months.",
    ),
)
MONITOR_ENFORCE = row(
    "AufenthG/56a/6/1/2",
    ("Aufenthaltsort zur Durchsetzung der Beschränkung.", "Location to enforce the restriction."),
    Modality.MUST,
    ("An die dafür zuständigen Behörden.", "To the authorities in charge."),
    receivers=("land_police", "federal_police"),
    purposes=("monitoring",),
    more=assessment("monitoring_breach"),
    told={"monitoring_breach": "yes"},
    duties=_TWO_MONTHS,
    senders=_MONITORING,
    classes=("location_data",),
)
MONITOR_PROSECUTE = row(
    "AufenthG/56a/6/1/3",
    ("Aufenthaltsort zur Verfolgung von Verstößen.", "Location to prosecute breaches."),
    Modality.MUST,
    ("An Bußgeldbehörde oder Strafverfolgung.", "To the fine authority or prosecution."),
    receivers=("fine_authority", "prosecution"),
    purposes=("regulatory_prosecution", "criminal_prosecution"),
    more=assessment("monitoring_breach"),
    told={"monitoring_breach": "yes"},
    duties=_TWO_MONTHS,
    senders=_MONITORING,
    classes=("location_data",),
)
MONITOR_DANGER = row(
    "AufenthG/56a/6/1/4",
    ("Aufenthaltsort bei erheblicher gegenwärtiger Gefahr.", "Location in a present grave danger."),
    Modality.MUST,
    ("An die zuständige Polizei.", "To the police in charge."),
    receivers=("land_police", "federal_police", "federal_criminal_police"),
    purposes=("danger_prevention", "danger_to_life"),
    more=assessment("present_grave_danger"),
    told={"present_grave_danger": "yes"},
    duties=_TWO_MONTHS,
    senders=_MONITORING,
    classes=("location_data",),
)
MONITOR_SERIOUS = row(
    "AufenthG/56a/6/1/5",
    (
        "Aufenthaltsort zur Verhütung oder Verfolgung schwerer Straftaten.",
        "Location to prevent or prosecute serious offences.",
    ),
    Modality.MUST,
    ("An Polizei und Strafverfolgung.", "To police and prosecution."),
    receivers=("land_police", "federal_police", "federal_criminal_police", "prosecution"),
    purposes=("criminal_prosecution", "danger_prevention"),
    more=assessment("serious_listed_offence"),
    told={"serious_listed_offence": "yes"},
    duties=_TWO_MONTHS,
    senders=_MONITORING,
    classes=("location_data",),
)
ROWS = (
    SECURITY_CHECK,
    SECURITY_ANSWER,
    TITLE_VALIDITY,
    REGISTRATION_CHECK,
    REGISTRATION_CHECK_OLD,
    VISA_CHECK,
    IDENTIFICATION_POLICE,
    MONITOR_ENFORCE,
    MONITOR_PROSECUTE,
    MONITOR_DANGER,
    MONITOR_SERIOUS,
)
