"""Central Register (AZRG §§ 18a–18d): closed lists for benefits, employment, health and youth offices."""

from datetime import date, timedelta

from augenmass.law.language import fact, not_
from augenmass.law.norm import Modality
from augenmass.law.norms.writing import EXAMPLE_DAY
from augenmass.law.transmission.duties import REGISTER
from augenmass.law.transmission.writing import Keys, Row, row

_COMMON = ("identity", "contact", "azr_number", "departure")


_CHANGED = date(2026, 8, 12)


def _list(
    id: str,
    words: tuple[str, str],
    effect: tuple[str, str],
    receivers: Keys,
    purposes: Keys,
    classes: Keys,
    *,
    since: date | None = None,
    until: date | None = None,
) -> Row:
    return row(
        id,
        words,
        Modality.MUST,
        effect,
        senders=("register_authority",),
        receivers=receivers,
        purposes=purposes,
        classes=classes,
        needs=("on_request", "request_names_purpose", "identity_data_match", "only_named_items"),
        more=not_(fact("free_movement_citizen")),
        told={"free_movement_citizen": "no"},
        duties=REGISTER,
        since=since,
        until=until,
        on=until or EXAMPLE_DAY,
    )


SOCIAL_ASSISTANCE = _list(
    "AZRG/18a//1",
    ("An Sozialhilfe und Leistungsbehörden nach AsylbLG.", "To social assistance and asylum benefits offices."),
    (
        "Grunddaten, Namen, Verpflichtungserklärung, Familienstand, Status, Asylverfahren, Kinder, Leistungen, Bildung, Kurse, Untersuchungen.",
        "Basic data, names, commitment, family status, status, asylum procedure, children, benefits, education, courses, examinations.",
    ),
    ("asylum_benefits_office", "social_assistance"),
    ("asylum_benefits", "social_benefits", "health_examination"),
    (*_COMMON, "commitment", "family", "residence", "asylum", "benefits", "education", "courses", "screening"),
)
FINGERPRINTS = _list(
    "AZRG/18a//2",
    (
        "Referenznummern der Fingerabdrücke an Leistungsbehörden.",
        "Reference numbers of fingerprints to benefits offices.",
    ),
    ("Nur zur weiteren Überprüfung der Identität und Leistung.", "Only to check identity and benefits further."),
    ("asylum_benefits_office", "social_assistance"),
    ("asylum_benefits", "social_benefits", "identity_check"),
    ("fingerprint_references",),
)
EMPLOYMENT = _list(
    "AZRG/18b/1",
    ("An Bundesagentur für Arbeit und Jobcenter.", "To the Federal Employment Agency and jobcenters."),
    (
        "Grunddaten, Namen, Familienstand, Status, Asylverfahren, Kinder, Bildung, Kurse, Leistungen, Referenznummern.",
        "Basic data, names, family status, status, asylum procedure, children, education, courses, benefits, reference numbers.",
    ),
    ("employment_agency", "jobcenter"),
    ("social_benefits",),
    (*_COMMON, "family", "residence", "asylum", "education", "courses", "benefits", "fingerprint_references"),
)
COMMITMENT = _list(
    "AZRG/18b/2",
    ("Verpflichtungserklärung für den Erstattungsanspruch.", "Commitment, for a claim to reimbursement."),
    ("Nur Datum und Stelle der Verpflichtungserklärung.", "Only day and place of the commitment."),
    ("employment_agency", "jobcenter"),
    ("social_benefits",),
    ("commitment",),
    since=_CHANGED,
)
COMMITMENT_OLD = _list(
    "AZRG/18b/2@2026-05-04",
    ("Verpflichtungserklärung (bis 11. August 2026).", "Commitment (until 11 August 2026)."),
    (
        "Nur an Träger der Grundsicherung; nur Datum und Stelle.",
        "Only to bodies for basic income support; only day and place.",
    ),
    ("jobcenter",),
    ("social_benefits",),
    ("commitment",),
    until=_CHANGED - timedelta(days=1),
)
HEALTH = _list(
    "AZRG/18c",
    ("An den öffentlichen Gesundheitsdienst.", "To the public health service."),
    (
        "Grunddaten, Namen, Erreichbarkeit, Angehörige, Untersuchungen und Impfungen mit Ort und Tag.",
        "Basic data, names, contact, family, examinations and vaccinations with place and day.",
    ),
    ("health_office",),
    ("health_examination",),
    (*_COMMON, "family", "screening"),
)
YOUTH = _list(
    "AZRG/18d/1",
    ("An Jugendämter.", "To youth welfare offices."),
    (
        "Grunddaten, Namen, Status, Asylverfahren, Angehörige, Leistungen, Untersuchungen und Impfungen.",
        "Basic data, names, status, asylum procedure, family, benefits, examinations and vaccinations.",
    ),
    ("youth_office",),
    ("youth_welfare",),
    (*_COMMON, "residence", "asylum", "family", "benefits", "screening"),
)
MAINTENANCE = _list(
    "AZRG/18d/2",
    ("An Unterhaltsvorschussstellen.", "To offices for advances on maintenance."),
    ("Grunddaten, Namen, Status, Asylverfahren, Leistungen.", "Basic data, names, status, asylum procedure, benefits."),
    ("maintenance_advance_office", "youth_office"),
    ("maintenance_advance",),
    (*_COMMON, "residence", "asylum", "benefits"),
)
PARENTAL = _list(
    "AZRG/18d/3",
    ("An Elterngeldstellen.", "To offices for parental allowance."),
    ("Grunddaten und Aufenthaltsstatus.", "Basic data and status of residence."),
    ("parental_allowance_office",),
    ("parental_allowance",),
    (*_COMMON, "residence"),
)
ROWS = (SOCIAL_ASSISTANCE, FINGERPRINTS, EMPLOYMENT, COMMITMENT, COMMITMENT_OLD, HEALTH, YOUTH, MAINTENANCE, PARENTAL)
