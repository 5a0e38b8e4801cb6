"""Central Register (AZRG §§ 14, 15, 20): who may have what out of it, on request and for a stated purpose."""

from augenmass.law.language import all_of, assessment, fact, not_
from augenmass.law.norm import Modality
from augenmass.law.transmission.bodies import ALIEN_LAW, BESIDE_REGISTER, POLICE
from augenmass.law.transmission.classes import ANY_PURPOSE, REGISTER_RECORD
from augenmass.law.transmission.duties import REGISTER, bound, delete, record
from augenmass.law.transmission.writing import Keys, Row, row

_REGISTER = ("register_authority",)
_ASKED = ("on_request", "request_names_purpose", "identity_data_match")
_BASIC = ("identity", "contact", "departure", "azr_number")
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
        classes=REGISTER_RECORD,
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
    receivers=BESIDE_REGISTER,
    purposes=ANY_PURPOSE,
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
    classes=REGISTER_RECORD,
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
    classes=REGISTER_RECORD,
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
    classes=REGISTER_RECORD,
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
ROWS = (
    BASIC,
    ALIEN,
    BORDER,
    AVIATION,
    NUCLEAR,
    PROSECUTION,
    DANGER,
    SUPREME,
    TREATY,
    JUSTICE,
    SERVICES,
)
