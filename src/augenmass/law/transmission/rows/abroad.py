"""Residence Act §§ 89 (1a), 91a–91j: other states and the systems of the Union. There is no row to the state of origin."""

from datetime import date

from augenmass.law.language import any_of, assessment, is_in
from augenmass.law.norm import Modality
from augenmass.law.transmission.duties import IDENTITY_ABROAD, at_once
from augenmass.law.transmission.writing import Way, row, way_of

_OFFICE = ("federal_office",)
_STATES = ("member_state",)
_AUTHORITIES = ("foreigners_authority", "mission")
_FILE = ("identity", "residence", "criminal_proceedings", "criminal")
_NEED = ("identity", "residence", "decision", "criminal_proceedings")
_BY_OFFICE = way_of(
    (("foreigners_authority", "mission", "federal_police", "border_authority"), _OFFICE), (_OFFICE, _STATES)
)
"""The Federal Office is the contact point: authorities tell it, and it alone tells other states."""
_GEAS = date(2026, 6, 12)

IDENTITY = row(
    "AufenthG/89/1a",
    (
        "Das Bundeskriminalamt gibt erkennungsdienstliche Daten an Drittstaaten zur Identitätsfeststellung.",
        "The Federal Criminal Police Office passes identification data to third states to establish identity.",
    ),
    Modality.MAY,
    ("Nie an den Herkunftsstaat oder einen Verfolgerstaat.", "Never to the state of origin or of persecution."),
    senders=("federal_criminal_police",),
    receivers=("third_state",),
    purposes=("identity_check",),
    classes=("identification_data",),
    duties=IDENTITY_ABROAD,
)
PROTECTION_STATES = row(
    "AufenthG/91a/3",
    (
        "Daten Schutzberechtigter nach § 24 an Mitgliedstaaten und Kommission.",
        "Data of persons under section 24 to member states and the Commission.",
    ),
    Modality.MAY,
    ("Auf Ersuchen, für Aufgaben der Kontaktstellen.", "On request, for tasks of the contact points."),
    senders=_OFFICE,
    receivers=("member_state", "union_body"),
    purposes=("temporary_protection",),
    classes=("identity", "residence", "family", "contact"),
    needs=("on_request",),
)
PROTECTION_MOVE = row(
    "AufenthG/91b",
    (
        "Registerdaten zur Verlegung des Wohnsitzes oder Familienzusammenführung.",
        "Register data to move residence or unite families.",
    ),
    Modality.MAY,
    (
        "Kontaktstellen, Organe der EU; andere Stellen nach Kapitel V DSGVO.",
        "Contact points, EU bodies; others under Chapter V GDPR.",
    ),
    senders=_OFFICE,
    receivers=("member_state", "union_body", "international_body"),
    purposes=("temporary_protection",),
    classes=("identity", "residence", "family", "contact"),
    more=any_of(is_in("receiver_kind", "member_state", "union_body"), assessment("chapter_five_met")),
    told={},
)
LONG_TERM_DECISION = row(
    "AufenthG/91c/1/1",
    (
        "Entscheidung über Titel nach § 38a oder Daueraufenthalt-EU.",
        "Decision on a title of section 38a or long-term residence.",
    ),
    Modality.MUST,
    ("Inhalt und Tag der Entscheidung, Personalien.", "Content and day of the decision, personal details."),
    senders=_OFFICE,
    receivers=_STATES,
    purposes=("long_term_residents",),
    classes=("residence", "decision", "identity"),
    occasions=("title_decided_abroad",),
    needs=("only_named_items",),
    necessary=False,
)
LONG_TERM_SUPPLY = row(
    "AufenthG/91c/1/2",
    (
        "Die entscheidende Behörde liefert dem Bundesamt die Angaben.",
        "The deciding authority supplies the Federal Office.",
    ),
    Modality.MUST,
    ("Unverzüglich die erforderlichen Angaben.", "At once what is needed."),
    senders=("foreigners_authority",),
    receivers=_OFFICE,
    purposes=("long_term_residents",),
    classes=("residence", "decision", "identity"),
    duties=(at_once("AufenthG/91c/1"),),
)
LONG_TERM_ENQUIRY = row(
    "AufenthG/91c/2/2",
    ("Anfragen im Verfahren nach § 51 Abs. 8.", "Enquiries in the procedure of section 51 (8)."),
    Modality.MUST,
    ("Vorgesehene Maßnahme mit wesentlichen Gründen.", "The measure planned with its main reasons."),
    senders=("foreigners_authority", "federal_office"),
    receivers=("federal_office", "member_state"),
    purposes=("long_term_residents",),
    classes=_NEED,
    more=_BY_OFFICE,
)
LONG_TERM_REMOVAL = row(
    "AufenthG/91c/3/1",
    ("Androhung oder Vollzug gegen langfristig Aufenthaltsberechtigte.", "Warning or removal of long-term residents."),
    Modality.MUST,
    (
        "Mit dem wesentlichen Grund; Personalien, auch betroffener Angehöriger.",
        "With the main reason; personal details, also of family concerned.",
    ),
    senders=("federal_office", "foreigners_authority"),
    receivers=("member_state", "federal_office"),
    purposes=("long_term_residents",),
    classes=("decision", "identity", "family"),
    more=_BY_OFFICE,
    occasions=("removal_of_long_term_resident",),
    needs=("only_named_items",),
    necessary=False,
)
LONG_TERM_ANSWER = row(
    "AufenthG/91c/5/2",
    (
        "Angaben zu einer Konsultation eines anderen Mitgliedstaates.",
        "Items for a consultation of another member state.",
    ),
    Modality.MUST,
    (
        "Personalien, Entscheidungen, Interessen für und gegen die Rückführung, sonstige Umstände.",
        "Details, decisions, interests for and against return, other circumstances.",
    ),
    senders=("foreigners_authority", "federal_office"),
    receivers=("federal_office", "member_state"),
    purposes=("long_term_residents",),
    classes=("identity", "residence", "decision", "asylum", "family"),
    more=_BY_OFFICE,
    needs=("on_request", "only_named_items"),
    necessary=False,
)
PROTECTION_STANDING = row(
    "AufenthG/91c/5a",
    ("Auskunft, ob internationaler Schutz fortbesteht.", "Whether international protection stands."),
    Modality.MUST,
    ("Auf Ersuchen innerhalb eines Monats; nur diese Auskunft.", "On request within a month; only this answer."),
    senders=_OFFICE,
    receivers=_STATES,
    purposes=("long_term_residents", "mobility"),
    classes=("asylum", "identity"),
    needs=("on_request", "only_named_items"),
    necessary=False,
)
_INFORMATION: Way = {"senders": _OFFICE, "receivers": _STATES, "purposes": ("mobility",), "classes": _FILE}
_SUPPLY: Way = {"senders": _AUTHORITIES, "receivers": _OFFICE, "purposes": ("mobility",), "classes": _FILE}
_ASKING: Way = {
    "senders": (*_AUTHORITIES, "federal_office"),
    "receivers": ("federal_office", "member_state"),
    "purposes": ("mobility",),
    "classes": ("identity", "residence"),
}
_REQUEST = ("on_request", "only_named_items")
_LIST = (
    "Personalien, Dokument, Aufenthaltsstatus, bekannte Strafverfahren; Weiteres nur auf besonderes Ersuchen.",
    "Personal details, document, status, known proceedings; more only when asked.",
)
_ASK_LIST = (
    "Personalien, Dokument, Titel, Gegenstand und Ort des Antrags.",
    "Details, document, title, subject and place of application.",
)
STUDY_INFORMATION = row(
    "AufenthG/91d/2/1", ("Auskunft zur Mobilität (Forschung, Studium).", "Information on mobility (research, study)."), Modality.MUST, _LIST,
    needs=_REQUEST, **_INFORMATION,
)  # fmt: skip
STUDY_SUPPLY = row(
    "AufenthG/91d/2/3", ("Zulieferung zur Auskunft an das Bundesamt.", "Supply for the information to the Federal Office."), Modality.MUST, _LIST,
    needs=("on_request",), **_SUPPLY,
)  # fmt: skip
STUDY_REQUEST = row(
    "AufenthG/91d/3/2", ("Ersuchen an andere Mitgliedstaaten.", "Requests to other member states."), Modality.MAY, _ASK_LIST,
    needs=("only_named_items",), more=_BY_OFFICE, **_ASKING,
)  # fmt: skip
CARD_REQUEST = row(
    "AufenthG/91f/2/3", ("Ersuchen zur Blauen Karte EU.", "Requests on the EU Blue Card."), Modality.MAY, _ASK_LIST,
    needs=("only_named_items",), more=_BY_OFFICE, senders=(*_AUTHORITIES, "federal_police", "border_authority", "federal_office"),
    receivers=("federal_office", "member_state"), purposes=("mobility",), classes=("identity", "residence"),
)  # fmt: skip
CARD_DECISION = row(
    "AufenthG/91f/3/1",
    ("Entscheidung über eine Blaue Karte EU.", "Decision on an EU Blue Card."),
    Modality.MUST,
    (
        "Personalien, Dokument, Inhalt, Tag und Ort; Ablehnungsgründe nur in zwei Fällen.",
        "Details, document, content, day, place; reasons of refusal in two cases only.",
    ),
    senders=("federal_office", "foreigners_authority"),
    receivers=("member_state", "federal_office"),
    purposes=("mobility",),
    classes=("identity", "residence", "decision"),
    more=_BY_OFFICE,
    occasions=("title_decided_abroad",),
    needs=("only_named_items",),
    necessary=False,
)
CARD_INFORMATION = row(
    "AufenthG/91f/4/1", ("Auskunft zur Mobilität mit Blauer Karte EU.", "Information on mobility with a Blue Card."), Modality.MUST, _LIST,
    needs=_REQUEST, **_INFORMATION,
)  # fmt: skip
CARD_SUPPLY = row(
    "AufenthG/91f/4/3", ("Zulieferung zur Auskunft an das Bundesamt.", "Supply for the information to the Federal Office."), Modality.MUST, _LIST,
    needs=("on_request",), **_SUPPLY,
)  # fmt: skip
ICT_INFORMATION = row(
    "AufenthG/91g/2/1", ("Auskunft zu unternehmensintern Transferierten.", "Information on intra-corporate transferees."), Modality.MUST, _LIST,
    needs=_REQUEST, **_INFORMATION,
)  # fmt: skip
ICT_SUPPLY = row(
    "AufenthG/91g/2/3", ("Zulieferung zur Auskunft an das Bundesamt.", "Supply for the information to the Federal Office."), Modality.MUST, _LIST,
    needs=("on_request",), **_SUPPLY,
)  # fmt: skip
ICT_REQUEST = row(
    "AufenthG/91g/3/2", ("Ersuchen zur ICT-Karte.", "Requests on the ICT card."), Modality.MAY, _ASK_LIST,
    needs=("only_named_items",), more=_BY_OFFICE, **_ASKING,
)  # fmt: skip
ENTRY_EXIT_CITIZEN = row(
    "AufenthG/91h/1",
    ("Einreise-/Ausreisesystem: Erwerb der Staatsangehörigkeit.", "Entry/Exit System: nationality acquired."),
    Modality.MUST,
    ("Unverzüglich zur vorzeitigen Löschung.", "At once, for early deletion."),
    senders=("foreigners_authority",),
    receivers=("federal_administration_office",),
    purposes=("early_deletion",),
    classes=("citizenship", "identity"),
    occasions=("naturalised",),
    necessary=False,
    duties=(at_once("AufenthG/91h/1"),),
)
ENTRY_EXIT_TITLE = row(
    "AufenthG/91h/2",
    ("Einreise-/Ausreisesystem: Titel erteilt.", "Entry/Exit System: title granted."),
    Modality.MUST,
    ("Unverzüglich zur vorzeitigen Löschung.", "At once, for early deletion."),
    senders=("foreigners_authority",),
    receivers=("federal_administration_office",),
    purposes=("early_deletion",),
    classes=("residence", "identity"),
    occasions=("title_granted",),
    necessary=False,
    duties=(at_once("AufenthG/91h/2"),),
)
EURODAC_DATA = row(
    "AufenthG/91j/1",
    ("Dringlichkeitsfälle des § 23 Abs. 4: Daten für Eurodac.", "Urgent cases of section 23 (4): data for Eurodac."),
    Modality.MUST,
    ("Biometrische und zu speichernde Daten.", "Biometric data and those to be stored."),
    senders=("mission",),
    receivers=("eurodac_authority",),
    purposes=("identity_check",),
    classes=("identification_data", "identity"),
    needs=("only_named_items",),
    necessary=False,
    since=_GEAS,
)
EURODAC_CITIZEN = row(
    "AufenthG/91j/2",
    ("Eurodac: Erwerb der Staatsangehörigkeit.", "Eurodac: nationality acquired."),
    Modality.MUST,
    ("Unverzüglich zur vorzeitigen Löschung.", "At once, for early deletion."),
    senders=("foreigners_authority",),
    receivers=("eurodac_authority",),
    purposes=("early_deletion",),
    classes=("citizenship", "identity"),
    occasions=("naturalised",),
    necessary=False,
    since=_GEAS,
    duties=(at_once("AufenthG/91j/2"),),
)
ROWS = (
    IDENTITY, PROTECTION_STATES, PROTECTION_MOVE, LONG_TERM_DECISION, LONG_TERM_SUPPLY, LONG_TERM_ENQUIRY, LONG_TERM_REMOVAL, LONG_TERM_ANSWER,
    PROTECTION_STANDING, STUDY_INFORMATION, STUDY_SUPPLY, STUDY_REQUEST, CARD_REQUEST, CARD_DECISION, CARD_INFORMATION, CARD_SUPPLY,
    ICT_INFORMATION, ICT_SUPPLY, ICT_REQUEST, ENTRY_EXIT_CITIZEN, ENTRY_EXIT_TITLE, EURODAC_DATA, EURODAC_CITIZEN,
)  # fmt: skip
