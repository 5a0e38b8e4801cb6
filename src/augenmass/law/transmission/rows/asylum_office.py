"""Asylum Act §§ 31, 40, 54 and AsylbLG § 11 (3): what Federal Office, foreigners' authority and benefits office tell each other."""

from datetime import date

from augenmass.law.norm import Modality
from augenmass.law.transmission.duties import at_once
from augenmass.law.transmission.writing import Way, row

_OFFICE = ("federal_office",)
_AUTHORITY = ("foreigners_authority",)
_NEW = date(2026, 6, 12)
_LAST = date(2026, 6, 11)
_DECISION: Way = {
    "senders": _OFFICE,
    "receivers": _AUTHORITY,
    "purposes": ("residence_law", "return_enforcement"),
    "classes": ("asylum", "decision", "identity", "protection"),
}
DECISION = row(
    "AsylG/31/4",
    ("Asylentscheidung und Gründe für eine Aussetzung.", "Asylum decision and reasons for a suspension."),
    Modality.MUST,
    ("Auch Gründe, die einem Titel entgegenstehen könnten.", "Also reasons that could bar a title."),
    occasions=("asylum_decision",),
    necessary=False,
    since=_NEW,
    duties=(at_once("AsylG/31/4"),),
    **_DECISION,
)
DECISION_OLD = row(
    "AsylG/24/3@2026-05-04",
    (
        "Asylentscheidung und Gründe für eine Aussetzung (bis 11. Juni 2026).",
        "Asylum decision and reasons for a suspension (until 11 June 2026).",
    ),
    Modality.MUST,
    ("Auch Gründe, die einem Titel entgegenstehen könnten.", "Also reasons that could bar a title."),
    occasions=("asylum_decision",),
    necessary=False,
    until=_LAST,
    on=_LAST,
    duties=(at_once("AsylG/24/3@2026-05-04"),),
    **_DECISION,
)
WARNING = row(
    "AsylG/40/1/1",
    ("Vollziehbare Androhung mit allen Unterlagen.", "An enforceable warning with all documents."),
    Modality.MUST,
    ("Unverzüglich an die örtliche Ausländerbehörde.", "At once to the local authority."),
    senders=_OFFICE,
    receivers=_AUTHORITY,
    purposes=("return_enforcement",),
    classes=("decision", "asylum", "identity", "contact", "enforcement"),
    occasions=("enforceable_warning",),
    needs=("enforcement_documents",),
    necessary=False,
    duties=(at_once("AsylG/40/1"),),
)
_SUSPENDS: Way = {
    "senders": _OFFICE,
    "receivers": _AUTHORITY,
    "purposes": ("return_enforcement", "residence_law"),
    "classes": ("court", "decision", "identity"),
}
COURT = row(
    "AsylG/40/2",
    ("Gericht ordnet die aufschiebende Wirkung an.", "A court orders suspensive effect."),
    Modality.MUST,
    ("Die Ausländerbehörde ist unverzüglich zu unterrichten.", "The authority is told at once."),
    occasions=("court_suspends",),
    necessary=False,
    since=_NEW,
    duties=(at_once("AsylG/40/2"),),
    **_SUSPENDS,
)
COURT_OLD = row(
    "AsylG/40/2@2026-05-04",
    (
        "Gericht ordnet die aufschiebende Wirkung an (bis 11. Juni 2026).",
        "A court orders suspensive effect (until 11 June 2026).",
    ),
    Modality.MUST,
    ("In den Fällen des § 38 Abs. 2 alter Fassung.", "In the cases of section 38 (2) of the old text."),
    occasions=("court_suspends",),
    necessary=False,
    until=_LAST,
    on=_LAST,
    duties=(at_once("AsylG/40/2@2026-05-04"),),
    **_SUSPENDS,
)
ORDER_SERVED = row(
    "AsylG/40/3",
    ("Zustellung der Abschiebungsanordnung.", "Service of the removal order."),
    Modality.MUST,
    ("An die für die Abschiebung zuständige Behörde.", "To the authority in charge of the removal."),
    senders=_OFFICE,
    receivers=("foreigners_authority", "central_body"),
    purposes=("return_enforcement",),
    classes=("decision", "identity"),
    occasions=("removal_order_served",),
    necessary=False,
    duties=(at_once("AsylG/40/3"),),
)
ADDRESS = row(
    "AsylG/54",
    ("Ladungsfähige Anschrift und Ausschreibung an das Bundesamt.", "Address and search notice to the Federal Office."),
    Modality.MUST,
    ("Nur diese beiden Angaben.", "These two items only."),
    senders=_AUTHORITY,
    receivers=_OFFICE,
    purposes=("asylum_law",),
    classes=("contact", "identity"),
    occasions=("address_or_search",),
    needs=("only_named_items",),
    necessary=False,
    duties=(at_once("AsylG/54"),),
)
_LIST = (
    "Name, Geburt, Staatsangehörigkeit, Geschlecht, Familienstand, Anschrift, Status, Zeiten, Verpflichtungserklärung.",
    "Name, birth, nationality, sex, family status, address, status, times, commitment.",
)
_COMPARED = ("identity", "contact", "residence", "commitment")
COMPARISON = row(
    "AsylbLG/11/3/2",
    (
        "Abgleich der Leistungsbehörde mit der Ausländerbehörde.",
        "The benefits office compares data with the authority.",
    ),
    Modality.MAY,
    _LIST,
    senders=("asylum_benefits_office",),
    receivers=_AUTHORITY,
    purposes=("asylum_benefits",),
    classes=_COMPARED,
    needs=("only_named_items",),
    necessary=False,
)
RESULT = row(
    "AsylbLG/11/3/3",
    (
        "Ergebnis des Abgleichs und Änderungen an die Leistungsbehörde.",
        "Result of the comparison and changes to the benefits office.",
    ),
    Modality.MUST,
    _LIST,
    senders=_AUTHORITY,
    receivers=("asylum_benefits_office",),
    purposes=("asylum_benefits",),
    classes=_COMPARED,
    needs=("only_named_items",),
    necessary=False,
)
ROWS = (DECISION, DECISION_OLD, WARNING, COURT, COURT_OLD, ORDER_SERVED, ADDRESS, COMPARISON, RESULT)
