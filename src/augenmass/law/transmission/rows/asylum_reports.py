"""Asylum Act § 8 (1)–(2a) and AufenthG § 47b: what reaches the Federal Office, and what it tells benefits offices."""

from datetime import date

from augenmass.law.language import all_of, any_of, assessment, is_in, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import REPORTING
from augenmass.law.transmission.duties import at_once, bound, delete
from augenmass.law.transmission.writing import Way, row

_OFFICE = ("federal_office",)
_AUTHORITY = ("foreigners_authority",)
_ASYLUM_BODIES = ("federal_office", "reception_centre", "foreigners_authority", "federal_police", "border_authority")
_NEW = date(2026, 6, 12)
_LAST = date(2026, 6, 11)

ON_REQUEST = row(
    "AsylG/8/1",
    (
        "Öffentliche Stellen teilen den Asylbehörden auf Ersuchen Umstände mit.",
        "Public bodies tell asylum authorities on request.",
    ),
    Modality.MUST,
    (
        "Soweit keine besondere Regel und kein überwiegendes Interesse entgegensteht.",
        "Unless a special rule or a prevailing interest opposes.",
    ),
    senders=(*REPORTING, "school"),
    receivers=_ASYLUM_BODIES,
    purposes=("asylum_law",),
    classes=("identity", "contact", "family", "asylum", "criminal_proceedings", "criminal", "travel"),
    needs=("on_request",),
    more=not_(assessment("private_life_interests")),
    told={"private_life_interests": "no"},
    necessary=False,
)
_CRIMINAL: Way = {
    "senders": ("prosecution", "criminal_court"),
    "receivers": _OFFICE,
    "purposes": ("asylum_law", "protection_review"),
    "classes": ("criminal_proceedings", "identity", "criminal"),
}
CRIMINAL_OPENED = row(
    "AsylG/8/1a/1/1",
    ("Einleitung und Anklage in schweren Strafsachen.", "Opening and charge in serious criminal cases."),
    Modality.MUST,
    (
        "Ab drei Jahren, bei aufgezählten Taten ab einem Jahr erwarteter Strafe.",
        "From three years expected, for listed offences from one.",
    ),
    occasions=("proceedings_opened", "charge_or_warrant"),
    more=all_of(
        assessment("serious_criminal_case"),
        any_of(is_in("occasion", "charge_or_warrant"), not_(assessment("inquiry_endangered"))),
    ),
    told={"serious_criminal_case": "yes", "inquiry_endangered": "no"},
    necessary=False,
    since=_NEW,
    duties=(at_once("AsylG/8/1a"),),
    **_CRIMINAL,
)
CRIMINAL_ENDED = row(
    "AsylG/8/1a/1/2",
    ("Verurteilung oder Ende schwerer Strafsachen.", "Conviction in or end of serious criminal cases."),
    Modality.MUST,
    (
        "Ab drei Jahren, bei aufgezählten Taten ab einem Jahr; Ende nach vorheriger Mitteilung.",
        "From three years, for listed offences from one; end after an earlier notice.",
    ),
    occasions=("proceedings_ended",),
    needs=("serious_criminal_case",),
    necessary=False,
    since=_NEW,
    duties=(at_once("AsylG/8/1a"),),
    **_CRIMINAL,
)
CRIMINAL_OLD = row(
    "AsylG/8/1a/1@2026-05-04",
    (
        "Schwere Strafsachen nach der kürzeren Liste (bis 11. Juni 2026).",
        "Serious criminal cases of the shorter list (until 11 June 2026).",
    ),
    Modality.MUST,
    ("Unterrichtung des Bundesamtes.", "The Federal Office is told."),
    occasions=("proceedings_opened", "charge_or_warrant", "proceedings_ended"),
    needs=("serious_criminal_case",),
    more=any_of(is_in("occasion", "charge_or_warrant", "proceedings_ended"), not_(assessment("inquiry_endangered"))),
    told={"inquiry_endangered": "no"},
    necessary=False,
    until=_LAST,
    on=_LAST,
    **_CRIMINAL,
)
SPECIAL_NEEDS = row(
    "AsylG/8/1b",
    (
        "Bei Überprüfung und Aufnahme festgestellte besondere Bedürfnisse.",
        "Special needs found at screening or reception.",
    ),
    Modality.MUST,
    ("Nur für Aufgaben des Bundesamtes.", "Only for tasks of the Federal Office."),
    senders=("reception_centre", "foreigners_authority", "federal_police", "border_authority", "health_office"),
    receivers=_OFFICE,
    purposes=("asylum_law",),
    classes=("special_needs", "identity"),
    since=_NEW,
    duties=(
        bound("AsylG/8/1b"),
        delete("AsylG/8/1b", "Das Bundesamt löscht anschließend.", "The Federal Office deletes afterwards."),
    ),
)
SPECIAL_NEEDS_OLD = row(
    "AsylG/8/1b@2026-05-04",
    (
        "Beeinträchtigungen, die für die Anhörung zu kennen sind (bis 11. Juni 2026).",
        "Impairments to be known for the interview (until 11 June 2026).",
    ),
    Modality.MAY,
    ("Nur für die Durchführung der Anhörung.", "Only for holding the interview."),
    senders=("supreme_authority", "reception_centre"),
    receivers=_OFFICE,
    purposes=("asylum_law",),
    classes=("special_needs", "identity"),
    until=_LAST,
    on=_LAST,
    duties=(
        bound("AsylG/8/1b@2026-05-04"),
        delete("AsylG/8/1b@2026-05-04", "Anschließend löschen.", "Delete afterwards."),
    ),
)
_JOURNEY: Way = {
    "senders": ("foreigners_authority", "jobcenter", "federal_police", "border_authority", "mission"),
    "receivers": _OFFICE,
    "purposes": ("protection_review",),
    "classes": ("travel", "identity"),
}
JOURNEY = row(
    "AsylG/8/1c/1",
    (
        "Reise in den Herkunftsstaat trotz Asylantrag oder Schutz.",
        "Journey to the state of origin in spite of application or protection.",
    ),
    Modality.MUST,
    (
        "Zur Prüfung von Rücknahme, Entzug oder Widerruf.",
        "For the review of withdrawal of the application or of protection.",
    ),
    occasions=("journey_to_origin",),
    needs=("asylum_or_protection",),
    necessary=False,
    since=_NEW,
    duties=(bound("AsylG/8/1c"),),
    **_JOURNEY,
)
JOURNEY_OLD = row(
    "AsylG/8/1c/1@2026-05-04",
    ("Reise in den Herkunftsstaat (bis 11. Juni 2026).", "Journey to the state of origin (until 11 June 2026)."),
    Modality.MUST,
    ("Zur Prüfung von Einstellung, Widerruf oder Rücknahme.", "For the review of discontinuation or revocation."),
    occasions=("journey_to_origin",),
    needs=("asylum_or_protection",),
    necessary=False,
    until=_LAST,
    on=_LAST,
    duties=(bound("AsylG/8/1c@2026-05-04"),),
    **_JOURNEY,
)
JOURNEY_NOTICE = row(
    "AufenthG/47b",
    (
        "Angezeigte Reisen in den Herkunftsstaat werden weitergeleitet.",
        "Journeys announced by the person are passed on.",
    ),
    Modality.MUST,
    ("An das Bundesamt zur Prüfung des Widerrufs.", "To the Federal Office for review."),
    senders=_AUTHORITY,
    receivers=_OFFICE,
    purposes=("protection_review",),
    classes=("travel", "identity"),
    occasions=("journey_to_origin",),
    needs=("asylum_or_protection",),
    necessary=False,
    duties=(bound("AsylG/8/1c"),),
)
EXTRADITION = row(
    "AsylG/8/2",
    (
        "Auslieferungsersuchen gegen Asylantragsteller und ihr Ende.",
        "Requests to extradite asylum applicants, and their end.",
    ),
    Modality.MUST,
    ("Das Bundesamt ist unverzüglich zu unterrichten.", "The Federal Office is told at once."),
    senders=("extradition_authority", "prosecution"),
    receivers=_OFFICE,
    purposes=("asylum_law",),
    classes=("criminal_proceedings", "identity"),
    occasions=("extradition",),
    needs=("asylum_or_protection",),
    necessary=False,
    duties=(at_once("AsylG/8/2"),),
)
BENEFITS = row(
    "AsylG/8/2a",
    ("Umstände, die für Leistungen nach dem AsylbLG erforderlich sind.", "Circumstances that benefits need."),
    Modality.MUST,
    ("Auch Arbeitserlaubnisse und ihr Ende.", "Also work permits and their end."),
    senders=_ASYLUM_BODIES,
    receivers=("asylum_benefits_office",),
    purposes=("asylum_benefits",),
    classes=("asylum", "identity", "contact", "residence", "employment"),
)
ROWS = (
    ON_REQUEST, CRIMINAL_OPENED, CRIMINAL_ENDED, CRIMINAL_OLD, SPECIAL_NEEDS, SPECIAL_NEEDS_OLD, JOURNEY, JOURNEY_OLD, JOURNEY_NOTICE,
    EXTRADITION, BENEFITS,
)  # fmt: skip
