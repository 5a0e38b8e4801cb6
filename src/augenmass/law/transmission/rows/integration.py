"""Residence Act § 88a: data of integration courses and job-related language training."""

from augenmass.law.language import assessment
from augenmass.law.norm import Modality
from augenmass.law.transmission.duties import bound
from augenmass.law.transmission.writing import row

_SENDERS = (
    "foreigners_authority", "employment_agency", "jobcenter", "asylum_benefits_office", "federal_administration_office", "course_provider",
)  # fmt: skip
_FOLLOW_UP = ("foreigners_authority", "employment_agency", "jobcenter", "nationality_authority")
_OFFICE = ("federal_office",)
_COURSE = ("courses", "identity", "contact")

TO_OFFICE = row(
    "AufenthG/88a/1/1",
    ("Teilnehmerdaten der Integrationskurse an das Bundesamt.", "Data of participants to the Federal Office."),
    Modality.MAY,
    ("Für Zulassung, Teilnahme, Bescheinigung, Abrechnung.", "For admission, attendance, certificate, accounts."),
    senders=_SENDERS,
    receivers=_OFFICE,
    purposes=("integration_course",),
    classes=_COURSE,
    duties=(bound("AufenthG/88a/1/4"),),
)
MISSED = row(
    "AufenthG/88a/1/2",
    (
        "Kursträger melden nicht ordnungsgemäße Teilnahme Verpflichteter.",
        "Course providers report improper attendance of obliged persons.",
    ),
    Modality.MAY,
    ("Nur bei Verpflichteten oder mit Kooperationsplan.", "Only for obliged persons or with a cooperation plan."),
    senders=("course_provider",),
    receivers=("foreigners_authority", "employment_agency", "jobcenter", "asylum_benefits_office"),
    purposes=("course_follow_up", "integration_course"),
    classes=("courses", "identity"),
    occasions=("course_missed",),
    needs=("obliged_to_attend",),
    necessary=False,
)
FROM_OFFICE = row(
    "AufenthG/88a/1/3",
    ("Das Bundesamt übermittelt Kursdaten auf Ersuchen.", "The Federal Office transmits course data on request."),
    Modality.MAY,
    (
        "Für Titel, Kontrolle der Teilnahme, Arbeitsmarkt, Einbürgerung.",
        "For titles, follow-up, labour market, naturalisation.",
    ),
    senders=_OFFICE,
    receivers=(*_FOLLOW_UP, "asylum_benefits_office"),
    purposes=("course_follow_up",),
    classes=_COURSE,
    needs=("on_request",),
    duties=(bound("AufenthG/88a/1/4"),),
)
COUNSELLING_FIGURES = row(
    "AufenthG/88a/2",
    ("Beratungsträger übermitteln nur zusammengefasste Daten.", "Counselling bodies transmit aggregated data only."),
    Modality.MAY,
    ("Keine Daten über einzelne Personen.", "No data on single persons."),
    senders=("counselling_body",),
    receivers=_OFFICE,
    purposes=("integration_course",),
    classes=("statistics",),
    necessary=False,
)
LANGUAGE_TO_OFFICE = row(
    "AufenthG/88a/3/1",
    (
        "Daten der berufsbezogenen Deutschförderung an das Bundesamt.",
        "Data of job-related language training to the Federal Office.",
    ),
    Modality.MAY,
    ("Anmeldung, Dauer, Abschluss.", "Enrolment, length, completion."),
    senders=tuple(body for body in _SENDERS if body != "asylum_benefits_office"),
    receivers=_OFFICE,
    purposes=("language_training",),
    classes=("courses", "identity"),
    needs=("only_named_items",),
)
LANGUAGE_FROM_OFFICE = row(
    "AufenthG/88a/3/2",
    (
        "Das Bundesamt übermittelt Daten der Deutschförderung auf Ersuchen.",
        "The Federal Office transmits them on request.",
    ),
    Modality.MAY,
    ("Nicht an Leistungsbehörden nach AsylbLG.", "Not to offices for asylum seekers' benefits."),
    senders=_OFFICE,
    receivers=_FOLLOW_UP,
    purposes=("course_follow_up",),
    classes=("courses", "identity"),
    needs=("on_request", "only_named_items"),
)
LANGUAGE_MISSED = row(
    "AufenthG/88a/3/3",
    ("Träger melden nicht ordnungsgemäße Teilnahme.", "Providers report improper attendance."),
    Modality.MAY,
    ("An Ausländerbehörde, Bundesagentur oder Jobcenter.", "To the foreigners' authority, agency or jobcenter."),
    senders=("course_provider",),
    receivers=("foreigners_authority", "employment_agency", "jobcenter"),
    purposes=("course_follow_up", "language_training"),
    classes=("courses", "identity"),
    occasions=("course_missed",),
    needs=("learned_on_duty",),
    necessary=False,
)
RESEARCH = row(
    "AufenthG/88a/4/1",
    ("Kursdaten für die Forschung.", "Course data for research."),
    Modality.MAY,
    (
        "Nur mit Einwilligung, Abwägung und Zustimmung des Ministeriums.",
        "Only with consent, balance and the ministry's approval.",
    ),
    senders=_OFFICE,
    receivers=("research_body",),
    purposes=("research",),
    classes=("courses",),
    more=assessment("research_conditions_met"),
    told={"research_conditions_met": "yes"},
    duties=(bound("AufenthG/88a/4"),),
)
ROWS = (
    TO_OFFICE,
    MISSED,
    FROM_OFFICE,
    COUNSELLING_FIGURES,
    LANGUAGE_TO_OFFICE,
    LANGUAGE_FROM_OFFICE,
    LANGUAGE_MISSED,
    RESEARCH,
)
