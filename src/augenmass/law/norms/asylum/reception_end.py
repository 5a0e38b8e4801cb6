"""Asylum Act §§ 48–50, 53: what ends the duty to live in a reception centre, and where people live afterwards."""

from augenmass.law.language import TODAY, Definition, all_of, any_of, assessment, day, fact, is_in, not_, use
from augenmass.law.norm import Modality
from augenmass.law.norms.asylum.enforceable import NOTICE
from augenmass.law.norms.asylum.stay import ENFORCEABLE
from augenmass.law.norms.asylum.transition import REFORM
from augenmass.law.norms.writing import done, norm

_LAND = "zuständige Landesbehörde"
_ENDED = ("Die Wohnpflicht endet.", "The duty to live there ends.")

ELSEWHERE = norm(
    "AsylG/48///1",
    ("Die Wohnpflicht endet mit der Pflicht, anderswo zu wohnen.", "The duty ends with a duty to live elsewhere."),
    Modality.STATE,
    fact("reception_other_place_ordered"),
    effect=_ENDED,
    decider=_LAND,
    yes=("Zuweisung in eine Gemeinde", {"reception_other_place_ordered": "yes"}),
    no=("Keine Zuweisung", {"reception_other_place_ordered": "no"}),
    unknown=("Nicht erfasst", {}),
)
PROTECTED = norm(
    "AsylG/48///2",
    ("Die Wohnpflicht endet mit der Anerkennung oder Zuerkennung.", "The duty ends when protection is granted."),
    Modality.STATE,
    is_in("protection_status", "asylum", "refugee", "subsidiary"),
    effect=_ENDED,
    decider=_LAND,
    yes=("Flüchtlingseigenschaft", {"protection_status": "refugee"}),
    no=("Kein Schutz", {"protection_status": "none"}),
    unknown=("Nicht erfasst", {}),
)
MARRIED = norm(
    "AsylG/48///3",
    ("Die Wohnpflicht endet mit einem Titelanspruch durch Eheschließung.", "The duty ends with a claim by marriage."),
    Modality.STATE,
    assessment("marriage_gives_claim"),
    effect=_ENDED,
    decider=_LAND,
    yes=("Anspruch besteht", {"marriage_gives_claim": "yes"}),
    no=("Kein Anspruch", {"marriage_gives_claim": "no"}),
    unknown=("Nicht geprüft", {}),
)
RELEASE = norm(
    "AsylG/49/1",
    (
        "Die Wohnpflicht ist zu beenden, wenn die vollziehbare Abschiebung nicht bald möglich ist oder § 24 greift.",
        "The duty is to be ended where an enforceable removal is not possible soon, or section 24 applies.",
    ),
    Modality.MUST,
    any_of(all_of(use(NOTICE), assessment("removal_not_possible_soon")), fact("permit_24_intended")),
    effect=_ENDED,
    decider=_LAND,
    yes=("Kein Reisedokument erreichbar", {**ENFORCEABLE, "removal_not_possible_soon": "yes"}),
    no=("Abschiebung steht an", {**ENFORCEABLE, "removal_not_possible_soon": "no", "permit_24_intended": "no"}),
    unknown=("Nicht beurteilt", {**ENFORCEABLE, "permit_24_intended": "no"}),
)
RELEASE_MAY = norm(
    "AsylG/49/2/2",
    (
        "Die Wohnpflicht kann aus öffentlichen Gründen beendet werden; aus anderen zwingenden Gründen ist sie zu beenden.",
        "The duty can be ended for public reasons; for other compelling reasons it is to be ended.",
    ),
    Modality.MAY,
    any_of(assessment("reception_public_reasons"), assessment("reception_compelling_reasons")),
    effect=("In der Regel nicht vor der Anhörung.", "As a rule not before the hearing."),
    decider=_LAND,
    since=REFORM,
    yes=("Zwingende Gründe", {"reception_compelling_reasons": "yes"}),
    no=("Keine Gründe", {"reception_compelling_reasons": "no", "reception_public_reasons": "no"}),
    unknown=("Nicht beurteilt", {}),
)
HEAR_FIRST = norm(
    "AsylG/49/2/1",
    ("Vor der Anhörung wird in der Regel nicht entlassen.", "As a rule there is no release before the hearing."),
    Modality.SHALL,
    not_(done("asylum_hearing_held_on")),
    effect=("Eine Entlassung vor der Anhörung braucht einen Grund.", "A release before the hearing needs a reason."),
    decider=_LAND,
    since=REFORM,
    yes=("Noch nicht angehört", {}),
    no=("Im Juli angehört", {"asylum_hearing_held_on": "2026-07-14"}),
    unknown=("Nur das Jahr bekannt", {"asylum_hearing_held_on": "2026"}),
)
DISTRIBUTE = norm(
    "AsylG/50/1/1/1",
    (
        "Mit Schutz oder Abschiebungsverbot ist unverzüglich zu entlassen und zu verteilen.",
        "With protection or a prohibition of removal: release and distribute without delay.",
    ),
    Modality.MUST,
    any_of(
        is_in("protection_status", "asylum", "refugee", "subsidiary", "national"),
        fact("prohibition_human_rights"),
        fact("prohibition_concrete_danger"),
    ),
    effect=_ENDED,
    decider=_LAND,
    yes=("Subsidiärer Schutz", {"protection_status": "subsidiary"}),
    no=(
        "Nichts davon",
        {"protection_status": "none", "prohibition_human_rights": "no", "prohibition_concrete_danger": "no"},
    ),
    unknown=("Nicht geprüft", {"protection_status": "none"}),
)
DISTRIBUTE_BY_COURT = norm(
    "AsylG/50/1/1/2",
    (
        "Ordnet das Gericht die aufschiebende Wirkung an, ist in der Regel zu entlassen und zu verteilen.",
        "Where the court orders suspensive effect the person is released and distributed as a rule.",
    ),
    Modality.MUST,
    all_of(
        is_in("asylum_urgent_outcome", "granted"),
        not_(is_in("asylum_outcome", "other_state_responsible", "protected_elsewhere")),
    ),
    effect=_ENDED,
    decider=_LAND,
    yes=("Eilantrag stattgegeben", {"asylum_urgent_outcome": "granted", "asylum_outcome": "manifestly_unfounded"}),
    no=("Überstellungsentscheidung", {"asylum_urgent_outcome": "granted", "asylum_outcome": "other_state_responsible"}),
    unknown=("Entscheidung nicht erfasst", {"asylum_urgent_outcome": "granted"}),
)
SHARED_HOUSING = norm(
    "AsylG/53/1/1",
    (
        "Wer nicht mehr in der Aufnahmeeinrichtung wohnen muss, soll in einer Gemeinschaftsunterkunft wohnen.",
        "Who need not live in the reception centre any more shall live in shared accommodation.",
    ),
    Modality.SHALL,
    all_of(day("asylum_applied_on").not_after(TODAY), is_in("reception_kind", "none"), not_(use(PROTECTED))),
    effect=("Belange der Person sind zu berücksichtigen.", "The person's interests are considered."),
    decider=_LAND,
    yes=(
        "Wohnpflicht beendet",
        {"asylum_applied_on": "2026-02-02", "reception_kind": "none", "protection_status": "none"},
    ),
    no=("Wohnpflicht besteht", {"asylum_applied_on": "2026-02-02", "reception_kind": "ordinary"}),
    unknown=("Schutzstatus nicht erfasst", {"asylum_applied_on": "2026-02-02", "reception_kind": "none"}),
)
SHARED_HOUSING_ENDS = norm(
    "AsylG/53/2/2",
    (
        "Mit Schutz endet die Pflicht zur Gemeinschaftsunterkunft, wenn eine Wohnung ohne Mehrkosten nachgewiesen ist.",
        "With protection the duty of shared accommodation ends where a home without extra cost is proven.",
    ),
    Modality.STATE,
    all_of(use(PROTECTED), fact("other_accommodation_proven")),
    effect=_ENDED,
    decider=_LAND,
    yes=("Wohnung gefunden", {"protection_status": "refugee", "other_accommodation_proven": "yes"}),
    no=("Kein Schutz", {"protection_status": "none"}),
    unknown=("Keine Wohnung erfasst", {"protection_status": "refugee"}),
)
ENDS = Definition(
    "reception_duty_ends",
    "Die Pflicht, in der Aufnahmeeinrichtung zu wohnen, endet oder ist zu beenden.",
    "The duty to live in the reception centre ends or is to be ended.",
    any_of(
        use(ELSEWHERE),
        use(PROTECTED),
        use(MARRIED),
        use(RELEASE),
        use(DISTRIBUTE),
        use(DISTRIBUTE_BY_COURT),
        assessment("reception_compelling_reasons", cite="AsylG/49/2"),
    ),
    "AsylG/48",
)
DEFINITIONS = (ENDS,)
NORMS = (
    ELSEWHERE, PROTECTED, MARRIED, RELEASE, HEAR_FIRST, RELEASE_MAY, DISTRIBUTE, DISTRIBUTE_BY_COURT, SHARED_HOUSING, SHARED_HOUSING_ENDS,
)  # fmt: skip
"""§§ 48–53."""
