"""Central Register (AZRG §§ 10 (4), (6), 11, 26, 36, 39): documents, number, passing on, other states, supervision, naturalisation."""

from augenmass.law.language import all_of, any_of, assessment, fact, is_in, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW, BESIDE_REGISTER
from augenmass.law.transmission.classes import ANY_PURPOSE, REGISTER_RECORD
from augenmass.law.transmission.duties import REGISTER, Duty, bound, tell
from augenmass.law.transmission.writing import row

_REGISTER = ("register_authority",)
_ASKED = ("on_request", "request_names_purpose", "identity_data_match")
_ABROAD = (
    tell(
        "AZRG/26",
        "Empfänger auf Zweckbindung und Verbot der Weitergabe hinweisen.",
        "Point out the bound purpose and the ban on passing on.",
    ),
    bound("AZRG/26"),
)
THIRD_STATES = row(
    "AZRG/26//1",
    (
        "Grunddaten an Drittstaaten und zwischenstaatliche Stellen.",
        "Basic data to third states and intergovernmental bodies.",
    ),
    Modality.MAY,
    (
        "Nach Kapitel V DSGVO und mit Einvernehmen der eingebenden Stelle.",
        "Under Chapter V GDPR and with agreement of the body of origin.",
    ),
    senders=_REGISTER,
    receivers=("third_state", "international_body", "union_body"),
    purposes=("foreign_task",),
    classes=("identity", "contact", "departure"),
    needs=("only_named_items", "source_body_agrees"),
    more=all_of(
        assessment("chapter_five_met"),
        not_(assessment("fundamental_rights_at_risk")),
        not_(fact("free_movement_citizen")),
    ),
    told={"chapter_five_met": "yes", "fundamental_rights_at_risk": "no", "free_movement_citizen": "no"},
    duties=_ABROAD,
)
MEMBER_STATES = row(
    "AZRG/26//3",
    ("Daten an Mitgliedstaaten entsprechend § 15.", "Data to member states as under section 15."),
    Modality.MAY,
    ("Mit Einvernehmen der eingebenden Stelle.", "With agreement of the body of origin."),
    senders=_REGISTER,
    receivers=("member_state",),
    purposes=("residence_law", "asylum_law", "border_protection", "criminal_prosecution", "danger_prevention"),
    classes=("identity", "contact", "departure", "residence", "asylum", "decision", "azr_number"),
    needs=("on_request", "request_names_purpose", "source_body_agrees"),
    more=any_of(is_in("purpose", "residence_law", "asylum_law"), not_(fact("free_movement_citizen"))),
    told={"free_movement_citizen": "no"},
    duties=_ABROAD,
)
DOCUMENTS = row(
    "AZRG/10/6/1",
    ("Im Register gespeicherte Dokumente.", "Documents stored in the register."),
    Modality.MUST,
    (
        "Nur wenn unerlässlich und die Akte nicht rechtzeitig zu haben ist.",
        "Only where indispensable and the file is not to be had in time.",
    ),
    senders=_REGISTER,
    receivers=(*(body for body in ALIEN_LAW if body not in ("central_body", "mission")), "reception_centre"),
    purposes=("residence_law", "asylum_law", "protection_review"),
    classes=("register_documents",),
    needs=(*_ASKED, "document_indispensable"),
    duties=REGISTER,
)
RETURN_DECISIONS = row(
    "AZRG/10/6/2",
    (
        "Entscheidungen mit Rückkehrentscheidung nur an Vollzugsbehörden.",
        "Decisions with a return decision only to enforcing authorities.",
    ),
    Modality.MUST,
    (
        "Zur Durchsetzung der Rückkehrentscheidung oder des Einreiseverbots.",
        "To enforce the return decision or the entry ban.",
    ),
    senders=_REGISTER,
    receivers=("foreigners_authority", "federal_police", "border_authority", "land_police"),
    purposes=("return_enforcement",),
    classes=("register_documents",),
    needs=(*_ASKED, "document_indispensable"),
    duties=REGISTER,
)
ONWARD = row(
    "AZRG/11/2/1",
    ("Weitergabe von Grundpersonalien aus dem Register.", "Passing on basic details from the register."),
    Modality.MAY,
    (
        "Nur was das Register der Stelle unmittelbar hätte übermitteln dürfen; keine gesperrten Daten.",
        "Only what the register could have sent directly; no blocked data.",
    ),
    senders=BESIDE_REGISTER,
    receivers=BESIDE_REGISTER,
    purposes=ANY_PURPOSE,
    classes=("identity",),
    needs=("onward_allowed_directly",),
    more=not_(fact("register_block")),
    told={"register_block": "no"},
    duties=(
        bound("AZRG/11/2"),
        tell(
            "AZRG/11/2",
            "Richtigkeit vorher prüfen; Empfang und Zweck der Registerbehörde mitteilen.",
            "Check accuracy before; tell the register receipt and purpose.",
        ),
    ),
)
ONWARD_MORE = row(
    "AZRG/11/2/2",
    ("Weitergabe weiterer Daten aus dem Register.", "Passing on other data from the register."),
    Modality.MAY,
    (
        "Nur bei unvertretbarer Verzögerung; nie gesperrte Daten oder Dokumente.",
        "Only where delay is not justifiable; never blocked data or documents.",
    ),
    senders=BESIDE_REGISTER,
    receivers=BESIDE_REGISTER,
    purposes=ANY_PURPOSE,
    classes=tuple(name for name in REGISTER_RECORD if name != "identity"),
    needs=("onward_allowed_directly", "delay_unjustifiable"),
    more=not_(fact("register_block")),
    told={"register_block": "no"},
    duties=(bound("AZRG/11/2"),),
)
NUMBER = row(
    "AZRG/10/4/2",
    ("Die AZR-Nummer in Übermittlungen anderer Stellen.", "The register's number in transmissions of other bodies."),
    Modality.MAY,
    (
        "Nur zur Zuordnung, nur mit Grundpersonalien, nur in den aufgezählten Fällen.",
        "Only to match, only with basic details, only in the listed cases.",
    ),
    senders=BESIDE_REGISTER,
    receivers=BESIDE_REGISTER,
    purposes=(
        "residence_law",
        "asylum_law",
        "return_enforcement",
        "security_check",
        "asylum_benefits",
        "social_benefits",
        "youth_welfare",
        "register_maintenance",
    ),
    classes=("azr_number",),
    needs=("only_named_items",),
    duties=(bound("AZRG/10/4"),),
)
SUPERVISION = row(
    "AZRG/39//1",
    ("Aufsichtsbehörden wie die beaufsichtigte Stelle.", "Supervisory authorities like the body they supervise."),
    Modality.MUST,
    (
        "Soweit für die Aufsicht erforderlich; kein automatisierter Abruf.",
        "As far as supervision needs it; no automated retrieval.",
    ),
    senders=_REGISTER,
    receivers=("supervisory_body",),
    purposes=("supervision",),
    classes=REGISTER_RECORD,
    needs=("on_request", "request_names_purpose", "onward_allowed_directly"),
    duties=REGISTER,
)
NATURALISED = row(
    "AZRG/36/3",
    (
        "Erwerb der deutschen Staatsangehörigkeit an das Register.",
        "Acquisition of German nationality, to the register.",
    ),
    Modality.MUST,
    ("Der Datensatz wird dort unverzüglich gelöscht.", "The record is deleted there at once."),
    senders=("foreigners_authority",),
    receivers=_REGISTER,
    purposes=("early_deletion", "residence_law"),
    classes=("citizenship", "identity", "azr_number"),
    occasions=("naturalised",),
    necessary=False,
    duties=(
        Duty(
            "deletion",
            "Das Register löscht den Datensatz unverzüglich.",
            "The register deletes the record at once.",
            "AZRG/36/2",
        ),
    ),
)
ROWS = (
    THIRD_STATES,
    MEMBER_STATES,
    DOCUMENTS,
    RETURN_DECISIONS,
    ONWARD,
    ONWARD_MORE,
    NUMBER,
    SUPERVISION,
    NATURALISED,
)
