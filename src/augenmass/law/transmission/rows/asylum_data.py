"""Asylum Act §§ 8 (3), 16: what may be done with asylum data. The list is closed, and none of it leads to the state of origin."""

from augenmass.law.language import assessment
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW
from augenmass.law.transmission.duties import Duty, delete, tell
from augenmass.law.transmission.writing import row

_ASYLUM_BODIES = ("federal_office", "reception_centre", "foreigners_authority", "federal_police", "border_authority")
_ASYLUM = ("asylum", "identity", "contact", "family")
_THIRD = (Duty("binding", "Nur für die eigene Aufgabe verarbeiten.", "Process for the own task only.", "AsylG/8/3"),)
RESIDENCE_LAW = row(
    "AsylG/8/3/1/1",
    ("Asyldaten zur Ausführung des Aufenthaltsgesetzes.", "Asylum data to carry out the Residence Act."),
    Modality.MAY,
    ("Soweit für die Aufgabe der Stelle erforderlich.", "As far as the body's task needs it."),
    senders=_ASYLUM_BODIES,
    receivers=ALIEN_LAW,
    purposes=("residence_law", "return_enforcement"),
    classes=(*_ASYLUM, "decision", "residence"),
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
HEALTH = row(
    "AsylG/8/3/1/2",
    ("Asyldaten zur gesundheitlichen Betreuung.", "Asylum data for health care."),
    Modality.MAY,
    ("Soweit für die Aufgabe der Stelle erforderlich.", "As far as the body's task needs it."),
    senders=_ASYLUM_BODIES,
    receivers=("health_office", "asylum_benefits_office"),
    purposes=("health_care",),
    classes=("identity", "contact", "health", "family"),
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
PROSECUTION = row(
    "AsylG/8/3/1/3",
    ("Asyldaten für die Strafverfolgung.", "Asylum data for criminal prosecution."),
    Modality.MAY,
    ("Soweit für die Aufgabe der Stelle erforderlich.", "As far as the body's task needs it."),
    senders=_ASYLUM_BODIES,
    receivers=("prosecution", "land_police", "federal_police", "federal_criminal_police", "customs"),
    purposes=("criminal_prosecution",),
    classes=_ASYLUM,
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
LIFE = row(
    "AsylG/8/3/1/4",
    ("Asyldaten bei erheblicher Gefahr für Leib und Leben.", "Asylum data in grave danger to life and limb."),
    Modality.MAY,
    ("Soweit zur Abwehr erforderlich.", "As far as needed to avert it."),
    senders=_ASYLUM_BODIES,
    receivers=("land_police", "federal_police", "health_office", "youth_office", "other_public_body"),
    purposes=("danger_to_life",),
    classes=(*_ASYLUM, "health"),
    more=assessment("grave_danger_to_life"),
    told={"grave_danger_to_life": "yes"},
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
REGULATORY = row(
    "AsylG/8/3/1/5",
    (
        "Asyldaten zur Verfolgung von Ordnungswidrigkeiten auf Ersuchen.",
        "Asylum data to prosecute regulatory offences, on request.",
    ),
    Modality.MAY,
    ("Nur auf Ersuchen.", "Only on request."),
    senders=_ASYLUM_BODIES,
    receivers=("fine_authority",),
    purposes=("regulatory_prosecution",),
    classes=_ASYLUM,
    needs=("on_request", "collected_under_asylum_law"),
    duties=_THIRD,
)
FRAUD = row(
    "AsylG/8/3/2",
    ("Asyldaten gegen unberechtigten Leistungsbezug.", "Asylum data against unjustified receipt of benefits."),
    Modality.MAY,
    ("Nur bei tatsächlichen Anhaltspunkten.", "Only on factual indications."),
    senders=_ASYLUM_BODIES,
    receivers=("social_assistance", "jobcenter", "employment_agency", "social_insurance"),
    purposes=("benefit_abuse",),
    classes=_ASYLUM,
    more=assessment("concrete_indications"),
    told={"concrete_indications": "yes"},
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
EMPLOYMENT = row(
    "AsylG/8/3/3",
    ("Asyldaten an die Bundesagentur für Arbeit.", "Asylum data to the Federal Employment Agency."),
    Modality.MAY,
    ("Für Aufgaben nach dem SGB III.", "For tasks of Book III."),
    senders=_ASYLUM_BODIES,
    receivers=("employment_agency",),
    purposes=("social_benefits",),
    classes=(*_ASYLUM, "education"),
    needs=("collected_under_asylum_law",),
    duties=_THIRD,
)
_IDENTIFICATION_ABROAD = (
    tell("AsylG/16/3a", "Auf Zweckbindung und Löschungstag hinweisen.", "Point out purpose and day of deletion."),
    Duty("record", "Übermittlung und Anlass aufzeichnen.", "Record the transmission and its occasion.", "AsylG/16/3a"),
)
IDENTITY_ABROAD = row(
    "AsylG/16/3a",
    (
        "Das Bundeskriminalamt klärt die Identität mit Drittstaaten.",
        "The Federal Criminal Police Office clears identity with third states.",
    ),
    Modality.MAY,
    ("Nie mit Herkunfts- oder Verfolgerstaat.", "Never with the state of origin or of persecution."),
    senders=("federal_criminal_police",),
    receivers=("third_state",),
    purposes=("identity_check",),
    classes=("identification_data",),
    duties=_IDENTIFICATION_ABROAD,
)
IDENTIFICATION = row(
    "AsylG/16/5/1",
    (
        "Asyl-Identitätsdaten für Strafverfahren oder Gefahrenabwehr.",
        "Asylum identification data for criminal proceedings or averting dangers.",
    ),
    Modality.MAY,
    ("Identität und Zuordnung von Beweismitteln.", "Identity and evidence."),
    senders=("federal_criminal_police", "federal_office"),
    receivers=("prosecution", "land_police", "federal_police", "federal_criminal_police"),
    purposes=("criminal_prosecution", "danger_prevention"),
    classes=("identification_data",),
    duties=(
        delete(
            "AsylG/16/6",
            "Zehn Jahre nach unanfechtbarem Abschluss löschen.",
            "Delete ten years after the procedure became final.",
        ),
    ),
)
ROWS = (RESIDENCE_LAW, HEALTH, PROSECUTION, LIFE, REGULATORY, FRAUD, EMPLOYMENT, IDENTITY_ABROAD, IDENTIFICATION)
