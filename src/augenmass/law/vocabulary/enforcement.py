"""Enforcement: competence, referral, arranging a removal; and what the Land rules."""

from augenmass.law.vocabulary.declaration import Choice
from augenmass.law.vocabulary.declaring import Chapter

ENFORCEMENT = Chapter("enforcement", "enforcement")
SECRET = Chapter("enforcement", "enforcement_secret")
LAND = Chapter("land", "organisation")

LANDS = tuple(
    Choice(code, name, name)
    for code, name in (
        ("XM", "Mittelau (erfunden)"),
        ("BW", "Baden-Württemberg"),
        ("BY", "Bayern"),
        ("BE", "Berlin"),
        ("BB", "Brandenburg"),
        ("HB", "Bremen"),
        ("HH", "Hamburg"),
        ("HE", "Hessen"),
        ("MV", "Mecklenburg-Vorpommern"),
        ("NI", "Niedersachsen"),
        ("NW", "Nordrhein-Westfalen"),
        ("RP", "Rheinland-Pfalz"),
        ("SL", "Saarland"),
        ("SN", "Sachsen"),
        ("ST", "Sachsen-Anhalt"),
        ("SH", "Schleswig-Holstein"),
        ("TH", "Thüringen"),
    )
)

ENFORCEMENT.day(
    "referred_to_central_body_on",
    ("An zentrale Stelle abgegeben am", "Referred to the central body on"),
    ("Der Tag der Abgabe an die zentrale Stelle des Landes.", "The day of referral to the central body of the Land."),
    headers=("Abgabe ZAB", "an zentrale Stelle abgegeben am"),
)
ENFORCEMENT.day(
    "removal_arranged_on",
    ("Abschiebung veranlasst am", "Removal arranged on"),
    ("Der Tag, an dem die Abschiebung veranlasst wurde.", "The day on which the removal was arranged."),
    established_by=("caseworker", "approver", "central_office"),
    retention="removal_data",
)
ENFORCEMENT.yes_no(
    "entry_ban_decided",
    ("Über Einreise- und Aufenthaltsverbot entschieden", "Entry ban decided"),
    (
        "Über ein befristetes Einreise- und Aufenthaltsverbot ist entschieden.",
        "A decision on a limited entry ban has been made.",
    ),
    headers=("Einreisesperre", "§ 11 AufenthG"),
)
SECRET.day(
    "removal_date",
    ("Termin der Abschiebung", "Date of removal"),
    (
        "Der Tag der vorgesehenen Abschiebung; er ist geheim und wird der Person nicht angekündigt.",
        "The day of the planned removal; it is secret and not announced to the person.",
    ),
    established_by=("central_office",),
    retention="removal_data",
)
SECRET.text(
    "removal_course",
    ("Ablauf der Abschiebung", "Course of the removal"),
    ("Angaben zum konkreten Ablauf; sie sind geheim.", "Details of the concrete course; they are secret."),
    established_by=("central_office",),
    retention="removal_data",
)
SECRET.day(
    "appearance_ordered_for",
    ("Angeordnetes Erscheinen am", "Ordered appearance on"),
    (
        "Der Tag eines angeordneten Erscheinens bei Vertretung oder Untersuchung; der Ablauf ist geheim.",
        "The day of an ordered appearance at a mission or examination; its course is secret.",
    ),
    established_by=("central_office", "caseworker"),
    retention="removal_data",
)

LAND.choice(
    "land",
    ("Land", "Land"),
    (
        "Das Land der zuständigen Behörde, dessen Feiertage für Fristen zählen.",
        "The Land of the responsible authority, whose holidays count for deadlines.",
    ),
    LANDS,
    derived=True,
)
LAND.number(
    "renewal_lead_weeks",
    ("Vorlauf für Verlängerungen", "Lead for renewals"),
    (
        "Wie viele Wochen vor ihrem Ende Duldungen in dieser Dienststelle verlängert werden.",
        "How many weeks before their end this body renews suspensions.",
    ),
    unit="Wochen",
    derived=True,
)
LAND.yes_no(
    "land_objection_required",
    ("Widerspruchsverfahren vorgesehen", "Objection procedure required"),
    (
        "Nach Landesrecht geht der Klage gegen diesen Bescheid ein Widerspruchsverfahren voraus.",
        "By Land law an objection procedure precedes the action against this decision.",
    ),
    derived=True,
    unverified=True,
)
LAND.yes_no(
    "land_excludes_suspensive_effect",
    ("Keine aufschiebende Wirkung in der Vollstreckung", "No suspensive effect in enforcement"),
    (
        "Nach Landesrecht haben Rechtsbehelfe gegen Maßnahmen der Verwaltungsvollstreckung keine aufschiebende Wirkung.",
        "By Land law remedies against measures of administrative enforcement have no suspensive effect.",
    ),
    derived=True,
    unverified=True,
)
LAND.yes_no(
    "land_authority_arranges_removal",
    ("Ausländerbehörde veranlasst Abschiebungen selbst", "Foreigners' authority arranges removals itself"),
    (
        "Nach Landesrecht ist die Ausländerbehörde neben oder anstelle der zentralen Stelle für den Vollzug zuständig.",
        "By Land law the foreigners' authority is competent for enforcement beside or instead of the central body.",
    ),
    derived=True,
    unverified=True,
)
LAND.text(
    "land_central_body",
    ("Zentrale Stelle des Landes", "Central body of the Land"),
    (
        "Die für die Vollziehung von Abschiebungen bestimmte zentrale Stelle.",
        "The central body named for carrying out removals.",
    ),
    derived=True,
    unverified=True,
)
LAND.text(
    "land_administrative_court",
    ("Zuständiges Verwaltungsgericht", "Competent administrative court"),
    (
        "Das für den Bezirk der Behörde zuständige Verwaltungsgericht.",
        "The administrative court competent for the authority's district.",
    ),
    derived=True,
    unverified=True,
)
LAND.yes_no(
    "land_hardship_stops_removal",
    ("Befassung der Härtefallkommission hemmt", "Seizing the hardship commission stays removal"),
    (
        "Nach Landesrecht wird während der Befassung der Härtefallkommission nicht abgeschoben.",
        "By Land law there is no removal while the hardship commission deals with the case.",
    ),
    derived=True,
    unverified=True,
)
