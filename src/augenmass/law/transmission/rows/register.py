"""Central Register (AZRG §§ 10, 11, 14, 15, 20, 26, 39): who may have what out of it, on request and for a stated purpose."""

from augenmass.law.language import all_of, any_of, assessment, fact, is_in, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW, POLICE, PUBLIC
from augenmass.law.transmission.classes import PURPOSES
from augenmass.law.transmission.duties import REGISTER, Duty, bound, delete, record, tell
from augenmass.law.transmission.writing import Keys, Row, row

_REGISTER = ("register_authority",)
_ASKED = ("on_request", "request_names_purpose", "identity_data_match")
_BASIC = ("identity", "contact", "departure", "azr_number")
_FULL = (
    "identity", "contact", "family", "residence", "asylum", "decision", "departure", "enforcement", "identification_data", "benefits",
    "criminal", "return_support", "commitment", "education", "courses", "azr_number",
)  # fmt: skip
_RECEIVERS = tuple(body for body in PUBLIC if body != "register_authority")
_ANY_PURPOSE = tuple(purpose.key for purpose in PURPOSES)
_FULL_EFFECT = ("Alle erforderlichen Daten der Person.", "All data of the person that are needed.")
_NOT_CITIZEN = not_(fact("free_movement_citizen"))


def _full(id: str, words: tuple[str, str], receivers: Keys, purposes: Keys, *, citizens: bool = False) -> Row:
    """A row of § 15 (1). ``citizens``: whether it holds for free-moving Union citizens too."""
    return row(
        id,
        words,
        Modality.MUST,
        _FULL_EFFECT,
        senders=_REGISTER,
        receivers=receivers,
        purposes=purposes,
        classes=_FULL,
        needs=_ASKED,
        more=None if citizens else all_of(_NOT_CITIZEN, cite="AZRG/15/1/2"),
        told={} if citizens else {"free_movement_citizen": "no"},
        duties=REGISTER,
    )


BASIC = row(
    "AZRG/14/1",
    ("Grunddaten an alle öffentlichen Stellen.", "Basic data to all public bodies."),
    Modality.MUST,
    (
        "Grundpersonalien, Lichtbild, aktenführende Behörde, Zuzug und Fortzug, Sperren, Anschrift, AZR-Nummer.",
        "Basic details, photograph, authority of the file, arrival and departure, blocks, address, number.",
    ),
    senders=_REGISTER,
    receivers=_RECEIVERS,
    purposes=_ANY_PURPOSE,
    classes=_BASIC,
    needs=(*_ASKED, "only_named_items"),
    more=_NOT_CITIZEN,
    told={"free_movement_citizen": "no"},
    duties=REGISTER,
)
ALIEN = _full(
    "AZRG/15/1/1/1",
    ("An Behörden des Ausländer- und Asylrechts.", "To authorities of alien and asylum law."),
    (*(body for body in ALIEN_LAW if body not in ("central_body", "mission")), "reception_centre"),
    ("residence_law", "asylum_law", "return_enforcement", "protection_review"),
    citizens=True,
)
BORDER = _full(
    "AZRG/15/1/1/2",
    ("An die Grenzpolizei.", "To the border police."),
    ("federal_police", "border_authority", "customs"),
    ("border_protection",),
)
AVIATION = _full(
    "AZRG/15/1/1/3",
    ("An Luftsicherheitsbehörden.", "To aviation security authorities."),
    ("aviation_security",),
    ("reliability_check",),
)
NUCLEAR = _full(
    "AZRG/15/1/1/3a",
    ("An die Behörde für die atomrechtliche Zuverlässigkeit.", "To the authority for nuclear reliability."),
    ("nuclear_authority",),
    ("reliability_check",),
)
PROSECUTION = _full(
    "AZRG/15/1/1/4",
    ("An Polizei, Staatsanwaltschaft, Vollzugseinrichtungen.", "To police, prosecution, prisons."),
    (*POLICE, "prosecution", "prison"),
    ("criminal_prosecution", "sentence_enforcement"),
)
DANGER = _full(
    "AZRG/15/1/1/5",
    ("An die Polizei zur Gefahrenabwehr.", "To the police to avert dangers."),
    POLICE,
    ("danger_prevention", "danger_to_life"),
)
SUPREME = row(
    "AZRG/15/1/1/6",
    (
        "An oberste Behörden mit Ausländerrecht als eigener Aufgabe.",
        "To supreme authorities with alien law as their own task.",
    ),
    Modality.MUST,
    ("Aufsicht allein genügt nicht.", "Supervision alone does not suffice."),
    senders=_REGISTER,
    receivers=("supreme_authority",),
    purposes=("residence_law", "asylum_law"),
    classes=_FULL,
    needs=(*_ASKED, "own_task_alien_law"),
    duties=REGISTER,
)
TREATY = row(
    "AZRG/15/2",
    (
        "An das Bundeskriminalamt nach völkerrechtlichem Vertrag.",
        "To the Federal Criminal Police Office under a treaty.",
    ),
    Modality.MUST,
    ("Nach Maßgabe des Vertrags.", "As the treaty says."),
    senders=_REGISTER,
    receivers=("federal_criminal_police",),
    purposes=("treaty",),
    classes=_FULL,
    needs=_ASKED,
    more=_NOT_CITIZEN,
    told={"free_movement_citizen": "no"},
    duties=REGISTER,
)
JUSTICE = row(
    "AZRG/15/3/1",
    (
        "An das Bundesamt für Justiz zur Feststellung der Identität.",
        "To the Federal Office of Justice to establish identity.",
    ),
    Modality.MUST,
    ("Grunddaten, Schreibweisen, andere Namen.", "Basic data, spellings, other names."),
    senders=_REGISTER,
    receivers=("federal_office_of_justice",),
    purposes=("justice_registers",),
    classes=("identity", "contact", "azr_number"),
    needs=(*_ASKED, "only_named_items"),
    more=_NOT_CITIZEN,
    told={"free_movement_citizen": "no"},
    duties=REGISTER,
)
SERVICES = row(
    "AZRG/20/1/1",
    ("An Verfassungsschutz, MAD und BND.", "To the intelligence services."),
    Modality.MUST,
    (
        "Nur subsidiär; die ersuchende Stelle zeichnet auf.",
        "Only where other sources fail; the requesting body records.",
    ),
    senders=_REGISTER,
    receivers=("security_service",),
    purposes=("intelligence_tasks",),
    classes=_FULL,
    needs=("on_request", "request_names_purpose"),
    more=all_of(assessment("other_sources_fail"), _NOT_CITIZEN),
    told={"other_sources_fail": "yes", "free_movement_citizen": "no"},
    duties=(
        bound("AZRG/11/1"),
        record(
            "AZRG/20/2",
            "Ersuchen, Zweck und Voraussetzungen gesondert aufzeichnen.",
            "Record request, purpose and conditions apart.",
        ),
        delete(
            "AZRG/20/2",
            "Aufzeichnungen am Ende des Folgejahres vernichten.",
            "Destroy the records at the end of the following year.",
        ),
    ),
)
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
    senders=_RECEIVERS,
    receivers=_RECEIVERS,
    purposes=_ANY_PURPOSE,
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
    senders=_RECEIVERS,
    receivers=_RECEIVERS,
    purposes=_ANY_PURPOSE,
    classes=tuple(name for name in _FULL if name != "identity"),
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
    senders=_RECEIVERS,
    receivers=_RECEIVERS,
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
    classes=_FULL,
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
    BASIC, ALIEN, BORDER, AVIATION, NUCLEAR, PROSECUTION, DANGER, SUPREME, TREATY, JUSTICE, SERVICES, THIRD_STATES, MEMBER_STATES, DOCUMENTS,
    RETURN_DECISIONS, ONWARD, ONWARD_MORE, NUMBER, SUPERVISION, NATURALISED,
)  # fmt: skip
