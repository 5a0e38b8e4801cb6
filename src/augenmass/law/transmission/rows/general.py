"""Federal Data Protection Act §§ 25, 45: the default rule, the regime, and what Land law decides. Special rules come first."""

from augenmass.law.language import all_of, any_of, assessment, fact, is_in
from augenmass.law.norm import Modality
from augenmass.law.norms.writing import norm
from augenmass.law.transmission.bodies import FEDERAL, LAND, PUBLIC
from augenmass.law.transmission.classes import DATA_CLASSES, PURPOSES
from augenmass.law.transmission.duties import bound
from augenmass.law.transmission.writing import row

_CLOSED = (
    "register_documents", "azr_number", "fingerprint_references", "identification_data", "location_data", "security_findings",
    "asylum", "protection", "courses", "return_support", "benefits", "screening", "special_needs", "paternity",
)  # fmt: skip
"""Data with closed rules of their own: the default rule opens none of them."""
_CLASSES = tuple(name for name in DATA_CLASSES if name not in _CLOSED)
_SENDERS = tuple(body for body in FEDERAL if body != "register_authority")
_PURPOSES = tuple(purpose.key for purpose in PURPOSES if purpose.key != "foreign_task")
_PURPOSE_KEPT = any_of(fact("same_purpose"), assessment("change_of_purpose_permitted", cite="BDSG/23/1"))

PUBLIC_TO_PUBLIC = row(
    "BDSG/25/1/1",
    ("Stellen des Bundes an öffentliche Stellen.", "Federal bodies to public bodies."),
    Modality.MAY,
    (
        "Soweit für eine Aufgabe erforderlich und der Zweck gewahrt oder seine Änderung zulässig ist.",
        "As far as a task needs it and the purpose is kept or may change.",
    ),
    senders=_SENDERS,
    receivers=PUBLIC,
    purposes=_PURPOSES,
    classes=_CLASSES,
    more=_PURPOSE_KEPT,
    told={"same_purpose": "yes"},
    duties=(bound("BDSG/25/1"),),
)
LAND_BODIES = row(
    "BDSG/1/1/1/2",
    (
        "Stellen des Landes: Landesdatenschutzrecht geht vor.",
        "Land bodies: the Land's data protection law comes first.",
    ),
    Modality.MAY,
    ("Ob das Recht des Landes erlaubt, prüft ein Mensch.", "Whether Land law permits is examined by a person."),
    senders=LAND,
    receivers=PUBLIC,
    purposes=_PURPOSES,
    classes=_CLASSES,
    more=assessment("land_law_permits"),
    told={"land_law_permits": "yes"},
    duties=(bound("BDSG/25/1"),),
    verified=False,
)
ROWS = (PUBLIC_TO_PUBLIC, LAND_BODIES)
POLICE_REGIME = norm(
    "BDSG/45",
    ("Für diese Übermittlung gilt Teil 3 des BDSG.", "Part 3 of the Data Protection Act governs this transmission."),
    Modality.STATE,
    all_of(
        is_in("sender_kind", "federal_police", "federal_criminal_police", "customs", "prosecution"),
        is_in(
            "purpose",
            "criminal_prosecution",
            "danger_prevention",
            "danger_to_life",
            "regulatory_prosecution",
            "sentence_enforcement",
        ),
    ),
    effect=(
        "Personengruppen, Tatsachen und Einschätzungen trennen, Qualität prüfen, protokollieren.",
        "Tell groups of persons, facts and opinions apart, check quality, keep a log.",
    ),
    decider="absendende Stelle",
    yes=("Bundespolizei zur Strafverfolgung", {"sender_kind": "federal_police", "purpose": "criminal_prosecution"}),
    no=("Ausländerbehörde", {"sender_kind": "foreigners_authority", "purpose": "criminal_prosecution"}),
    unknown=("Zweck offen", {"sender_kind": "federal_police"}),
)
"""Whose data protection law governs is a state, no permission: the same fact changes regime when it crosses."""
